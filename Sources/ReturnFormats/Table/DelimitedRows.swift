import Documents

/// Cuts delimiter-separated bytes into rows of fields without copying them.
///
/// RFC 4180 and what programs write besides, in the sense of `CSVTokens`: any line end, quotation marks inside a field,
/// text behind a closing one, one that is never closed. Looks at eight bytes at a time for what ends a field.
struct DelimitedRows: RowSource {
    let countsFrom1904 = false
    private let bytes: UnsafeRawBufferPointer
    private let scratch = Scratch()
    private let delimiter: UInt8
    private let delimiters: UInt64
    private var index: Int
    /// Of the row that comes next, from 1.
    private(set) var line = 1
    private var quotesAreLiteral = false

    /// `bytes` have eight more behind them that may be looked at. The delimiter is the one that cuts most of the first
    /// rows alike, or what Excel's first line `sep=;` says.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        if bytes.count > 5, bytes.prefix(4).elementsEqual("sep=".utf8) {
            delimiter = bytes[4]
            index = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            line = 2
        } else {
            delimiter = DelimitedRows.delimiter(of: bytes)
            index = 0
        }
        delimiters = UInt64(delimiter) &* DelimitedRows.ones
    }

    init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        delimiters = UInt64(delimiter) &* DelimitedRows.ones
        index = 0
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    var isAtEnd: Bool { index >= bytes.count }
    /// Bytes before what comes next.
    var offset: Int { index }

    /// Lets go of what had to be decoded in earlier rows.
    mutating func beginRow() { scratch.empty() }

    mutating func next(_ row: inout Row) -> Bool {
        guard index < bytes.count else { return false }
        row.clear()
        beginRow()
        row.place = line
        var column = 0
        while true {
            let (field, endsRow) = field()
            if !field.isEmpty { row.set(column, .text, field) }
            if endsRow { return true }
            column += 1
        }
    }

    /// The next field without space round it, and whether it is the last of its row.
    @inline(__always)
    mutating func field() -> (text: UnsafeRawBufferPointer, endsRow: Bool) {
        if index < bytes.count, bytes[index] == 0x22, !quotesAreLiteral, let quoted = quoted() {
            return quoted
        }
        let start = index
        index = end(from: index)
        let text = DelimitedRows.trimmed(bytes, start, index)
        return (text, close())
    }

    /// Where the field ends that goes on at `start`: at a delimiter, a line end, or the end.
    @inline(__always)
    private func end(from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let found =
                DelimitedRows.zeros(word ^ delimiters) | DelimitedRows.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
                | DelimitedRows.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
        }
        return index
    }

    /// The high bit of each byte that is 0; of those behind the first such byte too, at times.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

    /// Goes behind what ends the field; true where it ends the row.
    @inline(__always)
    private mutating func close() -> Bool {
        guard index < bytes.count else { return true }
        let byte = bytes[index]
        index += 1
        guard byte != delimiter else { return false }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        line += 1
        return true
    }

    private mutating func quoted() -> (text: UnsafeRawBufferPointer, endsRow: Bool)? {
        var position = index + 1
        var lines = 0
        var hasDoubled = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 {
                let after = position + 1
                if after < bytes.count, bytes[after] == 0x22 {
                    hasDoubled = true
                    position += 2
                    continue
                }
                guard
                    after == bytes.count || bytes[after] == delimiter || bytes[after] == 0x0A
                        || bytes[after] == 0x0D
                else { return nil }  // words follow the closing mark: the marks are part of the text
                let start = index + 1
                index = after
                line += lines
                var text = DelimitedRows.trimmed(bytes, start, position)
                if hasDoubled { text = scratch.keep(DelimitedRows.undoubled(text)) }
                return (text, close())
            }
            if byte == 0x0A { lines += 1 }
            position += 1
        }
        quotesAreLiteral = true
        return nil
    }

    private static func undoubled(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var result: [UInt8] = []
        var wasMark = false
        for byte in text {
            let isSecond = byte == 0x22 && wasMark
            if !isSecond { result.append(byte) }
            wasMark = byte == 0x22 && !isSecond
        }
        return result
    }

    @inline(__always)
    static func trimmed(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        var (start, end) = (start, end)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    /// The mark that cuts most of the first hundred rows into the same number of fields, which is more than one.
    private static func delimiter(of bytes: UnsafeRawBufferPointer) -> UInt8 {
        let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 17))
        var best: (delimiter: UInt8, agreeing: Int, width: Int) = (0x2C, 0, 1)
        for delimiter in [0x2C, 0x3B, 0x09, 0x7C] as [UInt8] {
            var rows = DelimitedRows(sample, delimiter: delimiter)
            var counts: [Int: Int] = [:]
            var taken = 0
            while taken < 100, rows.index < sample.count {
                var fields = 1
                while !rows.field().endsRow { fields += 1 }
                if fields > 1 { counts[fields, default: 0] += 1 }
                taken += 1
            }
            guard let (width, agreeing) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
                continue
            }
            if agreeing > best.agreeing || agreeing == best.agreeing && width > best.width {
                best = (delimiter, agreeing, width)
            }
        }
        return best.delimiter
    }
}
