import Synchronization

/// The identity of one `Owner`: 64 bits, unique within an authority, roughly ordered by time of making.
///
/// Printed as 13 characters of Crockford's base 32, lower case, so that it can stand in an address.
package struct ID<Owner>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let rawValue: Int64

    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// Reads the 13-character form; nil when it is not one.
    package init?(_ text: some StringProtocol) {
        guard let value = Crockford.decode(text) else { return nil }
        rawValue = value
    }

    package var description: String { Crockford.encode(rawValue) }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ID {
    /// A new identity: 41 bits of milliseconds since 2020-01-01 UTC, then 22 bits that count up from a random start.
    ///
    /// One process never makes the same twice, however many in a millisecond. Two processes in one millisecond do once
    /// in four million times; the primary key then refuses the second.
    package static func make(at instant: Instant) -> Self {
        let epoch: Int64 = 1_577_836_800_000
        let milliseconds = max(0, instant.milliseconds - epoch) & 0x1FF_FFFF_FFFF
        let (count, _) = made.add(1, ordering: .relaxed)
        return Self(milliseconds << 22 | Int64(count & 0x3F_FFFF))
    }
}

/// How many identities this process has made, from a random start.
private let made = Atomic<UInt64>(UInt64.random(in: 0..<(1 << 22)))

enum Crockford {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func encode(_ value: Int64) -> String {
        var bits = UInt64(bitPattern: value)
        var bytes = [UInt8](repeating: 0x30, count: 13)
        for index in stride(from: 12, through: 0, by: -1) {
            bytes[index] = digits[Int(bits & 31)]
            bits >>= 5
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func decode(_ text: some StringProtocol) -> Int64? {
        guard text.utf8.count == 13 else { return nil }
        var bits: UInt64 = 0
        for (index, byte) in text.utf8.enumerated() {
            guard let digit = digits.firstIndex(of: byte) else { return nil }
            if index == 0, digit > 7 { return nil }
            bits = bits << 5 | UInt64(digit)
        }
        let value = Int64(bitPattern: bits)
        return value < 0 ? nil : value
    }
}
