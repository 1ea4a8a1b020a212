import Glibc

/// Bytes that are written one after another, without a check or a call for each.
struct Buffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1 << 20) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(grown, start, count)
        start.deallocate()
        start = grown
    }

    mutating func put(_ text: StaticString) {
        reserve(text.utf8CodeUnitCount)
        memcpy(start + count, text.utf8Start, text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    mutating func put(_ bytes: [UInt8]) {
        let more = bytes.count
        reserve(more)
        let target = start + count
        bytes.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { memcpy(target, base, more) }
        }
        count += more
    }

    mutating func put(byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    mutating func put(_ number: Int) {
        reserve(20)
        var left = number
        if left < 0 {
            start[count] = 0x2D
            count += 1
            left = -left
        }
        var width = 1
        var limit = 10
        while left >= limit, width < 18 {
            width += 1
            limit *= 10
        }
        var place = count + width - 1
        for _ in 0..<width {
            start[place] = UInt8(truncatingIfNeeded: left % 10) + 0x30
            left /= 10
            place -= 1
        }
        count += width
    }
}
