/// Words of a text as they are compared: lower case, apostrophes taken out, "&" read as "and", signs left out.
enum PlainWords {
    static func of(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case 0x41...0x5A: word.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39: word.append(byte)
            case 0x27: continue
            case 0x26:
                end()
                words.append("and")
            case 0x23:
                end()
                words.append("#")
            case 0xC2, 0xC3, 0xE2:
                guard let second = bytes.next() else { break }
                if byte == 0xC3 {
                    word += [byte, second]
                    continue
                }
                let third = byte == 0xE2 ? bytes.next() : nil
                // U+2018 and U+2019 stand inside words: "children’s".
                if byte == 0xE2, second == 0x80, third == 0x98 || third == 0x99 { continue }
                end()
            default: end()
            }
        }
        end()
        return words
    }

    /// The words in one string, for telling whether two texts say the same.
    static func key(_ text: String) -> String { of(text).joined(separator: " ") }
}

extension String {
    /// White space at both ends taken off. Readers give no other than spaces and line breaks.
    var trimmed: String {
        let bytes = utf8
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, bytes[start].isWhite { bytes.formIndex(after: &start) }
        while start < end, bytes[bytes.index(before: end)].isWhite { bytes.formIndex(before: &end) }
        return start == bytes.startIndex && end == bytes.endIndex ? self : String(self[start..<end])
    }

    /// Line breaks and runs of white space as one space each.
    var inOneLine: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var isChanged = false
        for byte in utf8 {
            guard byte.isWhite else {
                result.append(byte)
                continue
            }
            if byte != 0x20 || result.last == 0x20 || result.isEmpty { isChanged = true }
            if let last = result.last, last != 0x20 { result.append(0x20) }
        }
        if result.last == 0x20 {
            result.removeLast()
            isChanged = true
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : self
    }

    /// No more than so many characters, with "…" where something was cut.
    func shortened(to limit: Int) -> String {
        utf8.count <= limit || count <= limit ? self : prefix(limit - 1).description.trimmed + "…"
    }
}

extension UInt8 {
    /// A space, tab or line break.
    var isWhite: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
