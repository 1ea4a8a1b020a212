/// Cuts delimiter-separated values into fields, over bytes and without copying.
///
/// RFC 4180, and what programs write besides: any line end, blank lines, a quotation mark inside a field, text
/// after a closing one, and one that is never closed (which is then a character like any other).
package struct CSVTokens {
    package struct Field {
        /// Offsets into the bytes, without the quotation marks round it.
        package var start: Int
        package var end: Int
        /// Holds `""`, each of which stands for one quotation mark.
        package var hasDoubledQuotes = false
        /// The last of its record.
        package var endsRecord = false
    }

    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    private var index: Int
    private var quotesAreLiteral = false
    private var isAtRecordStart = true
    /// Line ends inside quoted fields so far: records may span lines.
    package private(set) var line = 1

    package init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, from start: Int = 0) {
        self.bytes = bytes
        self.delimiter = delimiter
        index = start
    }

    /// The next field; nil at the end. A blank line is one empty field.
    package mutating func next() -> Field? {
        guard index < bytes.count else {
            // A delimiter at the very end leaves an empty field behind it.
            guard !isAtRecordStart else { return nil }
            isAtRecordStart = true
            return Field(start: index, end: index, endsRecord: true)
        }
        if bytes[index] == 0x22, !quotesAreLiteral, let field = quoted() { return field }
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            index += 1
        }
        return close(Field(start: start, end: index))
    }

    private mutating func quoted() -> Field? {
        var field = Field(start: index + 1, end: index + 1)
        var position = index + 1
        var lines = 0
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 {
                if position + 1 < bytes.count, bytes[position + 1] == 0x22 {
                    field.hasDoubledQuotes = true
                    position += 2
                    continue
                }
                let after = position + 1
                if after == bytes.count || bytes[after] == delimiter || bytes[after] == 0x0A
                    || bytes[after] == 0x0D
                {
                    field.end = position
                    index = after
                    line += lines
                    return close(field)
                }
                return nil  // words follow the closing mark: the marks are part of the text
            }
            if byte == 0x0A { lines += 1 }
            position += 1
        }
        quotesAreLiteral = true
        return nil
    }

    private mutating func close(_ field: Field) -> Field {
        var field = field
        isAtRecordStart = false
        guard index < bytes.count else {
            field.endsRecord = true
            isAtRecordStart = true
            return field
        }
        let byte = bytes[index]
        index += 1
        guard byte != delimiter else { return field }
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        line += 1
        field.endsRecord = true
        isAtRecordStart = true
        return field
    }
}
