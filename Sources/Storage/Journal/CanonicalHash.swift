import Crypto

/// SHA-256 over fields that cannot run into one another: each is a mark, its length in 8 bytes, and its bytes.
struct CanonicalHash {
    private var hash = SHA256()

    init(domain: String) {
        add(domain)
    }

    mutating func add(_ text: String?) {
        guard let text else { return add(mark: 0, []) }
        var copy = text
        copy.withUTF8 { add(mark: 1, UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ number: Int64?) {
        guard let number else { return add(mark: 0, []) }
        withUnsafeBytes(of: number.bigEndian) { add(mark: 2, $0) }
    }

    private mutating func add(mark: UInt8, _ bytes: UnsafeRawBufferPointer) {
        hash.update(data: [mark])
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
    }

    private mutating func add(mark: UInt8, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { add(mark: mark, $0) }
    }

    var hexadecimal: String { Hexadecimal.text(hash.finalize()) }
}

enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
