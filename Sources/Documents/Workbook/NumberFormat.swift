import Kernel

/// A cell's number format: what a number shows as (ECMA-376 part 1, 18.8.30 and 18.8.31).
struct NumberFormat: Hashable {
    enum Kind: Hashable {
        case general
        case date(DateParts)
        case pattern([NumberPattern])
    }

    struct DateParts: Hashable {
        var hasDay = false
        var hasMonth = false
        var hasYear = false
        var hasTime = false
        var isElapsed = false

        var isDate: Bool { hasDay || hasMonth || hasYear }
    }

    let kind: Kind

    init(_ code: String) {
        let sections = NumberFormat.sections(code)
        let first = sections.first ?? ""
        if let parts = NumberFormat.dateParts(first) {
            kind = .date(parts)
        } else {
            let patterns = sections.prefix(3).compactMap { NumberPattern($0) }
            kind =
                patterns.count == min(3, sections.count) && !patterns.isEmpty ? .pattern(patterns) : .general
        }
    }

    /// The formats that a file may name by number alone; those for dates as a British workbook has them.
    static func builtIn(_ id: Int) -> String {
        switch id {
        case 1: "0"
        case 2: "0.00"
        case 3, 37, 38: "#,##0"
        case 4, 39, 40: "#,##0.00"
        case 5, 6: "£#,##0"
        case 7, 8: "£#,##0.00"
        case 9: "0%"
        case 10: "0.00%"
        case 14, 15, 27...31, 34...36, 50...54, 57, 58: "d mmm yyyy"
        case 16: "d mmm"
        case 17, 55, 56: "mmm yy"
        case 18...21, 32, 33, 45, 47: "h:mm"
        case 22: "d mmm yyyy h:mm"
        case 46: "[h]:mm"
        case 41, 42: "#,##0"
        case 43, 44: "#,##0.00"
        default: "General"
        }
    }

    /// What the cell shows, and the true value behind it.
    func show(_ value: Double, _ system: SerialDate.System) -> (text: String, value: Table.Cell.Value) {
        switch kind {
        case .general: return (NumberPattern.general(value), .number(value))
        case .pattern(let patterns):
            let text = NumberPattern.show(value, patterns) ?? NumberPattern.general(value)
            return (text, .number(value))
        case .date(let parts):
            guard parts.isDate else {
                return (SerialDate.time(value, isElapsed: parts.isElapsed), .number(value))
            }
            guard let day = SerialDate.day(value, system) else {
                return (NumberPattern.general(value), .number(value))
            }
            return (NumberFormat.print(day, value, parts), .day(day))
        }
    }

    private static func print(_ day: Day, _ serial: Double, _ parts: DateParts) -> String {
        let (year, month, _) = day.civil
        if !parts.hasDay {
            guard parts.hasMonth else { return "\(year)" }
            return "\(Day.monthNames[month - 1].prefix(3)) \(year)"
        }
        let hasTime = parts.hasTime && serial != serial.rounded(.down)
        return hasTime ? "\(day.short) \(SerialDate.time(serial, isElapsed: false))" : day.short
    }

    /// Split at semicolons outside quotes.
    private static func sections(_ code: String) -> [String] {
        var sections = [""]
        var isQuoted = false
        var isEscaped = false
        for character in code.prefix(255) {
            if character == ";", !isQuoted, !isEscaped {
                sections.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped && !isQuoted
            sections[sections.count - 1].append(character)
        }
        return sections
    }

    /// What a date's format shows; nil where the format is none for dates.
    private static func dateParts(_ section: String) -> DateParts? {
        var parts = DateParts()
        var letters: [Character] = []
        var rest = section.lowercased()[...]
        if rest.contains("general") { return nil }
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
                    parts.isElapsed = true
                    parts.hasTime = true
                    letters.append("h")
                }
            case "a":
                if rest.hasPrefix("m/pm") {
                    rest = rest.dropFirst(4)
                } else if rest.hasPrefix("/p") {
                    rest = rest.dropFirst(2)
                }
            case "y", "d", "h", "s", "m", "e":
                if letters.last != character || character == "d" { letters.append(character) }
                if character == "d" { rest = rest.drop { $0 == "d" } }
            case "0", "#", "?":
                // Fractions of a second aside, a format with places for digits is none for dates.
                if letters.last != "s" { return nil }
            default: break
            }
        }
        for (index, letter) in letters.enumerated() {
            switch letter {
            case "y", "e": parts.hasYear = true
            case "d": parts.hasDay = true
            case "h", "s": parts.hasTime = true
            default:
                // An m beside hours or seconds counts minutes.
                let isMinute =
                    (index > 0 && letters[index - 1] == "h")
                    || (index + 1 < letters.count && letters[index + 1] == "s")
                if isMinute { parts.hasTime = true } else { parts.hasMonth = true }
            }
        }
        return letters.isEmpty || letters == ["e"] ? nil : parts
    }
}
