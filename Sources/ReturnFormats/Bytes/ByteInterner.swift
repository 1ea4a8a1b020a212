import Glibc

/// Numbers different texts in the order in which they are first met, by their bytes. Number 0 is the empty text.
struct ByteInterner {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0, 0]
    private var hashes: [UInt32] = [0]
    /// Open addressing: a number plus one, or 0; always at least twice as many as texts.
    private var slots: [Int32]
    private var mask: Int
    private let seed: UInt64

    init() {
        slots = Array(repeating: 0, count: 64)
        mask = 63
        // A file cannot aim at slots that it does not know.
        seed = UInt64.random(in: .min ... .max) | 1
    }

    var count: Int { hashes.count }

    subscript(number: Int) -> String {
        String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
    }

    mutating func number(_ text: UnsafeRawBufferPointer) -> Int32 {
        guard !text.isEmpty else { return 0 }
        let hash = hash(text)
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, isEqual(number, text) { return Int32(number) }
            slot = (slot + 1) & mask
        }
        let number = hashes.count
        slots[slot] = Int32(number + 1)
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        hashes.append(hash)
        if hashes.count * 2 > slots.count { grow() }
        return Int32(number)
    }

    private func isEqual(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        let (start, end) = (starts[number], starts[number + 1])
        guard end - start == text.count, let other = text.baseAddress else { return false }
        return bytes.withUnsafeBytes { own in
            guard let base = own.baseAddress else { return false }
            return memcmp(base + start, other, text.count) == 0
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        mask = slots.count - 1
        for number in 1..<hashes.count {
            var slot = Int(hashes[number]) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number + 1)
        }
    }

    private func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        var state = seed ^ UInt64(text.count)
        var index = 0
        while index + 8 <= text.count {
            state = ByteInterner.mix(state ^ text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < text.count {
            rest = rest << 8 | UInt64(text[index])
            index += 1
        }
        state = ByteInterner.mix(state ^ rest)
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
