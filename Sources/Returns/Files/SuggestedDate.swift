package import Kernel

/// A date that a file's name holds: offered to whoever loads it, never taken without being asked.
package enum SuggestedDate {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// The one whole date in the name, not after `today`; nil where there is none, or several.
    ///
    /// Taken are 2026-10-31, 31-10-2026, 20261031, 31102026 and 31 October 2026, with any mark between the parts.
    package static func find(in name: String, notAfter today: Day) -> Day? {
        let found = Set(dates(parts(of: name)).filter { $0 <= today })
        return found.count == 1 ? found.first : nil
    }

    private enum Part {
        case digits(String)
        case letters(String)
    }

    private static func parts(of name: String) -> [Part] {
        var parts: [Part] = []
        for character in name.lowercased() {
            if character.isASCII, character.isNumber {
                if case .digits(let digits)? = parts.last {
                    parts[parts.count - 1] = .digits(digits + String(character))
                } else {
                    parts.append(.digits(String(character)))
                }
            } else if character.isLetter {
                if case .letters(let letters)? = parts.last {
                    parts[parts.count - 1] = .letters(letters + String(character))
                } else {
                    parts.append(.letters(String(character)))
                }
            } else {
                parts.append(.letters(""))
            }
        }
        return parts.filter { if case .letters("") = $0 { false } else { true } }
    }

    private static func dates(_ parts: [Part]) -> [Day] {
        var days: [Day] = []
        for (index, part) in parts.enumerated() {
            guard case .digits(let digits) = part else { continue }
            if digits.utf8.count == 8 {
                days += [
                    day(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)),
                    day(digits.suffix(4), digits.dropFirst(2).prefix(2), digits.prefix(2)),
                ].compactMap { $0 }
            }
            guard index + 2 < parts.count, case .digits(let last) = parts[index + 2] else { continue }
            switch parts[index + 1] {
            case .digits(let middle):
                if digits.utf8.count == 4 {
                    days += [day(digits[...], middle[...], last[...])].compactMap { $0 }
                }
                if last.utf8.count == 4 {
                    days += [day(last[...], middle[...], digits[...])].compactMap { $0 }
                }
            case .letters(let word):
                guard last.utf8.count == 4, word.utf8.count >= 3,
                    let month = months.firstIndex(where: { $0.hasPrefix(word) })
                else { continue }
                days += [day(last[...], "\(month + 1)", digits[...])].compactMap { $0 }
            }
        }
        return days
    }

    private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> Day? {
        guard let year = Int(year), let month = Int(month), let day = Int(day), (2000...2199).contains(year)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
