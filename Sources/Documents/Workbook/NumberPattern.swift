/// One section of a number format: places for digits between what stands before and after them.
struct NumberPattern: Hashable {
    private var before = ""
    private var after = ""
    private var leastWhole = 0
    private var leastPlaces = 0
    private var mostPlaces = 0
    private var hasThousands = false
    private var hundreds = 0
    private var thousandsLeftOut = 0
    private var hasDigits = false
    private var isGeneral = false

    /// Nil for conditions, fractions, powers of ten, and literals between digits: those show as General.
    init?(_ section: String) {
        var rest = section[...]
        var isAfterPoint = false
        var commas = 0
        func isOver() -> Bool { hasDigits || isGeneral }
        while let character = rest.popFirst() {
            switch character {
            case "0", "#", "?":
                if !after.isEmpty { return nil }
                hasDigits = true
                if commas > 0 {
                    hasThousands = true
                    commas = 0
                }
                if isAfterPoint {
                    mostPlaces += 1
                    if character == "0" { leastPlaces = mostPlaces }
                } else if character == "0" {
                    leastWhole += 1
                }
            case ".": isAfterPoint = true
            case ",": if hasDigits { commas += 1 }
            case "%":
                hundreds += 1
                append("%")
            case "\"":
                let inside = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(inside.count + 1)
                append(String(inside))
            case "\\": if let next = rest.popFirst() { append(String(next)) }
            case "_":
                _ = rest.popFirst()
                append(" ")
            case "*": _ = rest.popFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if inside.hasPrefix("$") {
                    append(String(inside.dropFirst().prefix { $0 != "-" }))
                } else if let first = inside.first, "<>=".contains(first) {
                    return nil
                }
            case "E", "e", "/", "@": return nil
            case "G", "g":
                guard rest.lowercased().hasPrefix("eneral") else { return nil }
                rest = rest.dropFirst(6)
                isGeneral = true
            default: append(String(character))
            }
        }
        thousandsLeftOut = commas
    }

    private mutating func append(_ literal: String) {
        if hasDigits || isGeneral { after += literal } else { before += literal }
    }

    /// What the number shows as under sections for more than nought, less than nought, and nought.
    static func show(_ value: Double, _ sections: [NumberPattern]) -> String? {
        guard let first = sections.first else { return nil }
        if value < 0, sections.count > 1 { return sections[1].show(-value) }
        if value == 0, sections.count > 2 { return sections[2].show(0) }
        return first.show(value)
    }

    private func show(_ value: Double) -> String? {
        if isGeneral { return before + NumberPattern.general(value) + after }
        guard hasDigits else { return before + after }
        guard var digits = DecimalDigits(value) else { return nil }
        digits.scale(byPowerOfTen: 2 * min(hundreds, 4) - 3 * min(thousandsLeftOut, 6))
        digits.round(toPlaces: mostPlaces)
        var whole = digits.whole
        if whole == "0", leastWhole == 0, mostPlaces > 0 { whole = "" }
        if whole.count < leastWhole {
            whole = String(repeating: "0", count: leastWhole - whole.count) + whole
        }
        if hasThousands { whole = NumberPattern.grouped(whole) }
        var fraction = digits.fraction
        if fraction.count < leastPlaces {
            fraction += String(repeating: "0", count: leastPlaces - fraction.count)
        }
        let sign = digits.isNegative && !digits.isZero ? "-" : ""
        return sign + before + whole + (fraction.isEmpty ? "" : "." + fraction) + after
    }

    private static func grouped(_ whole: String) -> String {
        var result = ""
        for (index, character) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { result += "," }
            result.append(character)
        }
        return result
    }

    /// As a wide enough cell shows it under General: 11 characters at most, powers of ten past them.
    static func general(_ value: Double) -> String {
        guard var digits = DecimalDigits(value) else { return "#NUM!" }
        if digits.isZero { return "0" }
        let sign = digits.isNegative ? "-" : ""
        let magnitude = digits.magnitude
        if magnitude > 10 || magnitude < -9 {
            digits.round(toSignificant: 6)
            let power = digits.magnitude
            digits.scale(byPowerOfTen: -power)
            let fraction = digits.fraction
            let shown = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
            let shownFraction = fraction.isEmpty ? "" : "." + fraction
            return "\(sign)\(digits.whole)\(shownFraction)E\(power < 0 ? "-" : "+")\(shown)"
        }
        // The point takes one of the eleven; a nought before it another.
        digits.round(toPlaces: magnitude >= 0 ? 9 - magnitude : 9)
        return sign + digits.whole + (digits.fraction.isEmpty ? "" : "." + digits.fraction)
    }
}
