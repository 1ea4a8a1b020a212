/// The few declarations of a `style` attribute or a style sheet's class that say something about a plan.
struct HTMLStyle {
    var isBold: Bool?
    var isItalic: Bool?
    var isUnderlined: Bool?
    var isStruck: Bool?
    var isHidden = false
    var colour: String?
    var fill: String?
    /// Word's own mark for the numeral that it prints before a list's item.
    var isListNumeral = false
    /// Word's list level, from 0.
    var listLevel: Int?

    init(_ declarations: some StringProtocol) {
        for declaration in declarations.split(separator: ";").prefix(100) {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = Self.trim(declaration[..<colon]).lowercased()
            var value = Self.trim(declaration[declaration.index(after: colon)...]).lowercased()
            if value.hasSuffix("!important") { value = Self.trim(value.dropLast(10)) }
            take(name, value)
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        switch name {
        case "font-weight": isBold = value == "bold" || value == "bolder" || (Int(value) ?? 0) >= 600
        case "font-style": isItalic = value == "italic" || value == "oblique"
        case "text-decoration", "text-decoration-line":
            isUnderlined = value.split(separator: " ").contains("underline")
            isStruck = value.split(separator: " ").contains("line-through")
        case "display": if value == "none" { isHidden = true }
        case "visibility": if value == "hidden" { isHidden = true }
        case "mso-hide": if value == "all" { isHidden = true }
        case "color": colour = HTMLColour.hex(value)
        case "background", "background-color": fill = HTMLColour.hex(value) ?? fill
        case "mso-list":
            isListNumeral = value == "ignore"
            if let word = value.split(separator: " ").first(where: { $0.hasPrefix("level") }) {
                listLevel = Int(word.dropFirst(5)).map { max(0, $0 - 1) }
            }
        default: return
        }
    }

    /// What another set of declarations adds; its own win.
    mutating func add(_ other: HTMLStyle) {
        isBold = other.isBold ?? isBold
        isItalic = other.isItalic ?? isItalic
        isUnderlined = other.isUnderlined ?? isUnderlined
        isStruck = other.isStruck ?? isStruck
        isHidden = isHidden || other.isHidden
        colour = other.colour ?? colour
        fill = other.fill ?? fill
        isListNumeral = isListNumeral || other.isListNumeral
        listLevel = other.listLevel ?? listLevel
    }

    /// The classes of a style sheet (`.late { background: #FF0000 }`, `td.xl65 { … }`); other selectors are passed over.
    static func classes(in sheet: some StringProtocol) -> [String: HTMLStyle] {
        var classes: [String: HTMLStyle] = [:]
        for rule in sheet.split(separator: "}").prefix(5000) {
            guard let brace = rule.lastIndex(of: "{") else { continue }
            let style = HTMLStyle(rule[rule.index(after: brace)...])
            for selector in rule[..<brace].split(separator: ",") {
                let name = trim(selector)
                guard !name.contains(" "), let dot = name.lastIndex(of: "."), !name.contains(":") else {
                    continue
                }
                classes[String(name[name.index(after: dot)...]), default: HTMLStyle("")].add(style)
            }
        }
        return classes
    }

    private static func trim(_ text: some StringProtocol) -> String {
        var slice = text[...]
        while slice.first?.isWhitespace == true { slice = slice.dropFirst() }
        while slice.last?.isWhitespace == true { slice = slice.dropLast() }
        return String(slice)
    }
}

/// Colours as HTML writes them, as `RRGGBB`.
enum HTMLColour {
    static func hex(_ value: String) -> String? {
        let value = value.lowercased()
        if let named = named[String(value.prefix { $0 != " " })] { return named }
        if value.hasPrefix("#") || value.count == 6 && value.allSatisfy(\.isHexDigit) {
            let digits = value.drop { $0 == "#" }.prefix { $0.isHexDigit && $0.isASCII }.uppercased()
            if digits.count == 3 { return digits.reduce(into: "") { $0 += "\($1)\($1)" } }
            return digits.count == 6 || digits.count == 8 ? String(digits.prefix(6)) : nil
        }
        guard value.hasPrefix("rgb") else { return nil }
        let parts = value.split { !$0.isASCII || !($0.isNumber || $0 == ".") }.prefix(4).map {
            Double($0) ?? 0
        }
        guard parts.count >= 3, parts.count == 3 || parts[3] > 0 else { return nil }
        let digits = "0123456789ABCDEF".map { $0 }
        return parts.prefix(3).reduce(into: "") { text, part in
            let byte = Int(max(0, min(255, part)))
            text += "\(digits[byte / 16])\(digits[byte % 16])"
        }
    }

    /// CSS's own names for the colours that ratings are printed in.
    private static let named = [
        "red": "FF0000", "green": "008000", "lime": "00FF00", "yellow": "FFFF00", "orange": "FFA500",
        "gold": "FFD700", "blue": "0000FF", "black": "000000", "white": "FFFFFF", "grey": "808080",
        "gray": "808080", "silver": "C0C0C0", "lightgrey": "D3D3D3", "lightgray": "D3D3D3",
        "purple": "800080",
        "darkgreen": "006400", "lightgreen": "90EE90", "darkred": "8B0000", "darkorange": "FF8C00",
        "limegreen": "32CD32", "tomato": "FF6347", "crimson": "DC143C", "amber": "FFBF00", "navy": "000080",
        "lightblue": "ADD8E6", "pink": "FFC0CB", "brown": "A52A2A",
    ]
}
