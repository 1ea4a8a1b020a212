/// HTML's character references, as they turn up in text that was pasted.
enum Entity {
    /// The characters that `&name;` at that index stands for, and the index after it; nil for a bare ampersand.
    static func decode(_ source: [UInt8], at start: Int) -> (utf8: [UInt8], end: Int)? {
        guard let end = source[start..<min(source.count, start + 12)].firstIndex(of: 0x3B), end > start + 1
        else { return nil }
        let name = source[(start + 1)..<end]
        if name.first == 0x23 {
            let digits = name.dropFirst()
            let isHex = digits.first == 0x78 || digits.first == 0x58
            let number = UInt32(
                String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self), radix: isHex ? 16 : 10)
            guard let number, number >= 0x20 || number == 9 || number == 10,
                let scalar = Unicode.Scalar(number)
            else { return nil }
            return (Array(Character(scalar).utf8), end + 1)
        }
        guard let text = named[String(decoding: name, as: UTF8.self)] else { return nil }
        return (Array(text.utf8), end + 1)
    }

    /// Those that word processors and converters write; HTML 4's names.
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "pound": "£",
        "euro": "€", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "bull": "•", "middot": "·", "hellip": "…", "sect": "§", "copy": "©", "reg": "®", "trade": "™",
        "deg": "°", "frac12": "½", "frac14": "¼", "frac34": "¾", "times": "×", "eacute": "é", "egrave": "è",
        "agrave": "à", "uuml": "ü", "ouml": "ö", "auml": "ä", "ccedil": "ç", "ocirc": "ô", "acirc": "â",
        "ge": "≥", "le": "≤", "ne": "≠", "rarr": "→", "larr": "←", "check": "✓", "ensp": " ", "emsp": " ",
        "thinsp": " ", "shy": "", "zwnj": "", "zwj": "", "plusmn": "±", "para": "¶", "laquo": "«",
        "raquo": "»",
        "sup2": "²", "iacute": "í", "oacute": "ó", "aacute": "á", "uacute": "ú", "ntilde": "ñ",
    ]
}
