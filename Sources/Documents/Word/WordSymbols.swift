/// What the pictures of the Wingdings and Symbol fonts mean, in Unicode; those that plans use.
enum WordSymbols {
    static func isSymbolFont(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix("wingdings") || name == "symbol" || name == "webdings"
    }

    /// The character for a code of that font (0xF000 stands for 0); nil where it is unknown.
    static func character(_ code: Int, font: String) -> String? {
        let byte = code & 0xFF
        switch font.lowercased() {
        case "wingdings": return wingdings[byte]
        case "wingdings 2": return wingdings2[byte]
        case "wingdings 3": return wingdings3[byte]
        case "webdings": return webdings[byte]
        case "symbol": return symbol[byte] ?? ascii(byte)
        default:
            // Not a font of pictures: the code is the character's own.
            return UnicodeScalar(UInt32(clamping: code)).map { String(Character($0)) }
        }
    }

    private static func ascii(_ byte: Int) -> String? {
        (0x20..<0x7F).contains(byte) && !(0x41...0x7A).contains(byte)
            ? UnicodeScalar(UInt32(byte)).map { String(Character($0)) } : nil
    }

    private static let wingdings = [
        0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒",
        0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢",
        0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xE9: "⬆", 0xEA: "⬇", 0xF0: "⇨", 0xF1: "⇧",
        0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    ]
    private static let wingdings2 = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐",
    ]
    private static let wingdings3 = [
        0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶",
    ]
    private static let webdings = [
        0x61: "✓", 0x63: "☐", 0x72: "✗", 0x35: "▲", 0x36: "▼", 0x34: "▶", 0x33: "◀",
    ]
    private static let symbol = [
        0x44: "Δ", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x70: "π", 0xA3: "≤", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
        0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
        0xD0: "∠", 0xD6: "√", 0xE5: "∑",
    ]
}
