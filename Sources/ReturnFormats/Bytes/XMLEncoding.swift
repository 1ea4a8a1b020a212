/// Brings the bytes of an XML file into UTF-8, where they are not.
enum XMLEncoding {
    /// UTF-8 as it is; UTF-16 with its mark or its zeros; Latin-1 and Windows-1252 where the file declares them.
    static func utf8(_ bytes: [UInt8]) throws(UnusableFile) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], low: 1) }
        if bytes.starts(with: [0x3C, 0x00]) { return utf16(bytes[...], low: 0) }
        if bytes.starts(with: [0x00, 0x3C]) { return utf16(bytes[...], low: 1) }
        let start = bytes.prefix(200)
        guard start.firstIndex(of: 0x3C) != nil, !start.contains(0) else {
            throw UnusableFile("It is not XML.")
        }
        switch declared(String(decoding: start, as: UTF8.self)) {
        case nil, "utf-8", "us-ascii", "ascii": return bytes
        case "iso-8859-1", "latin1", "latin-1", "windows-1252":
            return bytes.flatMap { byte in
                byte < 0x80 ? [byte] : [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
            }
        case let other?:
            throw UnusableFile("It is written in \(other.prefix(20)): export it as UTF-8.")
        }
    }

    /// What `<?xml … encoding="…"?>` says, in small letters.
    private static func declared(_ start: String) -> String? {
        guard start.hasPrefix("<?xml") || start.hasPrefix("\u{FEFF}<?xml"),
            let declaration = start.split(separator: ">", maxSplits: 1).first
        else { return nil }
        let words = declaration.split { $0 == "\"" || $0 == "'" }
        guard let at = words.firstIndex(where: { $0.contains("encoding") }), at + 1 < words.endIndex else {
            return nil
        }
        return words[at + 1].lowercased()
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
        let start = bytes.startIndex
        let units = (0..<bytes.count / 2).map { index in
            UInt16(bytes[start + 2 * index + low]) | UInt16(bytes[start + 2 * index + 1 - low]) << 8
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
