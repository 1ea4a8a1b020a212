/// What run properties say of characters; nil where they say nothing (ECMA-376 part 1, 17.3.2).
struct WordLook: Hashable {
    var isBold: Bool?
    var isItalic: Bool?
    var isUnderlined: Bool?
    var isStruck: Bool?
    var isHidden: Bool?
    /// `RRGGBB`, or empty for automatic.
    var colour: String?
    /// A highlight's or a shading's colour; empty for none.
    var highlight: String?
    /// A font of pictures, such as Wingdings.
    var symbolFont: String?

    init() {}

    init(_ properties: XMLElement) {
        for child in properties.children {
            switch child.tag {
            case .wB: isBold = child.isOn
            case .wI: isItalic = child.isOn
            case .wU: isUnderlined = child[.val] != "none"
            case .wStrike, .wDStrike: isStruck = child.isOn || isStruck == true
            case .wVanish: isHidden = child.isOn
            case .wColor: colour = WordLook.colour(child[.val])
            case .wHighlight: highlight = WordLook.highlights[child[.val] ?? ""] ?? ""
            case .wShd: if highlight == nil { highlight = WordLook.fill(child) ?? "" }
            case .wRFonts:
                if let font = child[.ascii] ?? child[.hAnsi] {
                    symbolFont = WordSymbols.isSymbolFont(font) ? font : ""
                }
            default: break
            }
        }
    }

    func overlaid(by other: WordLook) -> WordLook {
        var look = self
        if let value = other.isBold { look.isBold = value }
        if let value = other.isItalic { look.isItalic = value }
        if let value = other.isUnderlined { look.isUnderlined = value }
        if let value = other.isStruck { look.isStruck = value }
        if let value = other.isHidden { look.isHidden = value }
        if let value = other.colour { look.colour = value }
        if let value = other.highlight { look.highlight = value }
        if let value = other.symbolFont { look.symbolFont = value }
        return look
    }

    /// A highlight says more than the colour of the letters; black letters say nothing.
    var textStyle: TextBuilder.Style {
        var style = TextBuilder.Style()
        style.isBold = isBold ?? false
        style.isItalic = isItalic ?? false
        style.isUnderlined = isUnderlined ?? false
        style.isStruck = isStruck ?? false
        if let highlight, !highlight.isEmpty {
            style.colour = highlight
        } else if let colour, !colour.isEmpty, colour != "000000" {
            style.colour = colour
        }
        return style
    }

    /// The colour that a shading gives its background; nil for none.
    static func fill(_ shading: XMLElement) -> String? {
        let pattern = shading[.val] ?? "clear"
        let chosen = pattern == "solid" ? shading[.color] : shading[.fill]
        return colour(chosen).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `RRGGBB` in upper case; empty for `auto` and for anything that is no colour.
    static func colour(_ text: String?) -> String? {
        guard let text else { return nil }
        let isColour =
            text.utf8.count == 6 && text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        return isColour ? text.uppercased() : ""
    }

    private static let highlights = [
        "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
        "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
        "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
        "lightGray": "C0C0C0", "black": "000000", "white": "FFFFFF",
    ]
}
