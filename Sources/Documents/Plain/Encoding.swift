/// Works out how a plain text file is encoded, and gives it as UTF-8 with `\n` for every line's end.
package enum Encoding {
    struct Decoded {
        /// Valid UTF-8 without a byte order mark; a line break inside a line (vertical tab, U+2028) is 0x0B.
        var bytes: [UInt8]
        /// True where a byte could not be understood and stands as U+FFFD.
        var isDamaged = false
    }

    /// UTF-8, UTF-16 with or without a byte order mark, else Windows-1252, of which Latin-1's text is a part.
    static func decode(_ bytes: [UInt8], limits: ReadingLimits) throws(Unreadable) -> Decoded {
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limits) }
        guard !bytes.isEmpty else { throw .emptyFile }
        var decoded = Decoded(bytes: [])
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            decoded = try utf8(bytes[3...])
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            decoded = try utf16(bytes[2...], isLittleEndian: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            decoded = try utf16(bytes[2...], isLittleEndian: false)
        } else if bytes.contains(0) {
            decoded = try utf16(bytes[...], isLittleEndian: byteOrderFromZeros(bytes))
        } else {
            decoded = try utf8(bytes[...])
        }
        decoded.bytes = withPlainLineEnds(decoded.bytes)
        guard decoded.bytes.contains(where: { $0 > 0x20 }) else { throw .emptyFile }
        return decoded
    }

    /// English text in UTF-16 has a zero in nearly every second byte; anything else with zeros is no text.
    private static func byteOrderFromZeros(_ bytes: [UInt8]) throws(Unreadable) -> Bool {
        var zeros = [0, 0]
        let sample = min(bytes.count, 8192)
        for index in 0..<sample where bytes[index] == 0 { zeros[index & 1] += 1 }
        if zeros[1] * 10 > sample * 3, zeros[0] * 20 < sample { return true }
        if zeros[0] * 10 > sample * 3, zeros[1] * 20 < sample { return false }
        throw .notText
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) throws(Unreadable) -> Decoded
    {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
            index += 2
        }
        let text = Array(String(decoding: units, as: UTF16.self).utf8)
        guard isText(text) else { throw .notText }
        return Decoded(bytes: text, isDamaged: bytes.count % 2 == 1)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> Decoded {
        let (whole, broken) = sequences(in: bytes)
        let decoded: Decoded
        if broken == 0 {
            decoded = Decoded(bytes: Array(bytes))
        } else if whole > broken * 10 {
            decoded = Decoded(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), isDamaged: true)
        } else {
            decoded = Decoded(bytes: try windows1252(bytes))
        }
        guard isText(decoded.bytes) else { throw .notText }
        return decoded
    }

    /// Counts the characters beyond ASCII that are whole, and the bytes that belong to none.
    private static func sequences(in bytes: ArraySlice<UInt8>) -> (whole: Int, broken: Int) {
        var (whole, broken) = (0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let length =
                lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 ? 2 : 0
            let end = index + length
            if length > 0, lead < 0xF5, end <= bytes.endIndex,
                String(validating: bytes[index..<end], as: UTF8.self) != nil
            {
                whole += 1
                index = end
            } else {
                broken += 1
                index += 1
            }
        }
        return (whole, broken)
    }

    private static func windows1252(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var strange = 0
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let scalar = fromWindows1252(UInt32(byte))
            if scalar == 0xFFFD { strange += 1 }
            text.append(contentsOf: Character(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        }
        guard strange * 200 <= bytes.count else { throw .notText }
        return text
    }

    /// The Unicode scalar that Windows-1252 means by that number; other numbers as they are.
    package static func fromWindows1252(_ number: UInt32) -> UInt32 {
        (0x80..<0xA0).contains(number) ? windows1252High[Int(number - 0x80)] : number
    }

    /// Control characters have no business in text, but for white space and the few that Word leaves.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        var strange = 0
        for byte in bytes where byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F {
            strange += byte == 0 ? 20 : 1
        }
        return strange * 200 <= bytes.count
    }

    private static func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0D {
                out.append(0x0A)
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
            } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9
            {
                out.append(bytes[index + 2] == 0xA8 ? 0x0B : 0x0A)
                index += 2
            } else {
                out.append(byte)
            }
            index += 1
        }
        return out
    }

    /// 0x80 to 0x9F of Windows-1252 (Unicode's CP1252.TXT); U+FFFD where that table has nothing.
    private static let windows1252High: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152,
        0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122,
        0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
