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

    /// The bytes with every reference decoded.
    static func decodeAll(_ source: ArraySlice<UInt8>) -> [UInt8] {
        guard source.contains(0x26) else { return Array(source) }
        let source = Array(source)
        var out: [UInt8] = []
        var index = 0
        while index < source.count {
            if source[index] == 0x26, let (utf8, end) = decode(source, at: index) {
                out.append(contentsOf: utf8)
                index = end
            } else {
                out.append(source[index])
                index += 1
            }
        }
        return out
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
        "Eacute": "É", "Agrave": "À", "Ccedil": "Ç", "Ouml": "Ö", "Uuml": "Ü", "Auml": "Ä", "ecirc": "ê",
        "icirc": "î", "ucirc": "û", "euml": "ë", "iuml": "ï", "ugrave": "ù", "oslash": "ø", "aring": "å",
        "szlig": "ß", "yen": "¥", "cent": "¢", "sup1": "¹", "sup3": "³", "micro": "µ", "iexcl": "¡",
        "iquest": "¿", "brvbar": "¦", "not": "¬", "divide": "÷", "ordf": "ª", "ordm": "º", "dagger": "†",
        "Dagger": "‡", "permil": "‰", "prime": "′", "Prime": "″", "uarr": "↑", "darr": "↓", "harr": "↔",
        "infin": "∞", "asymp": "≈", "sbquo": "‚", "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "oline": "‾",
        "lrm": "", "rlm": "", "NewLine": "\n", "Tab": "\t", "excl": "!", "num": "#", "percnt": "%",
        "lpar": "(", "rpar": ")", "ast": "*", "comma": ",", "period": ".", "colon": ":", "semi": ";",
        "lowbar": "_", "vert": "|", "verbar": "|", "lbrack": "[", "rbrack": "]", "grave": "`", "hyphen": "‐",
        "dash": "‐", "sol": "/", "bsol": "\\", "equals": "=", "quest": "?", "commat": "@", "plus": "+",
        "cross": "✗", "star": "☆", "starf": "★", "squ": "□", "radic": "√", "minus": "−", "frasl": "⁄",
    ]
}
