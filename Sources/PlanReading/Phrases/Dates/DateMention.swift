import Kernel

/// A date, or a span of dates, that a text mentions, no finer than its words.
struct DateMention: Hashable, Sendable {
    /// Tokens of the text's `Words`.
    var tokens: Range<Int>
    var first: Parts
    var last: Parts
    var form: Form
    /// The other reading of "April 10": the number as a day.
    var otherwiseDay: Int?
    /// Something that was settled between two meanings, for a person.
    var remark: String?

    /// A date whose year may be missing.
    struct Parts: Hashable, Sendable {
        var year: Int?
        var month: Int?
        var day: Int?

        var partial: PartialDate? { year.flatMap { PartialDate(year: $0, month: month, day: day) } }
    }

    enum Form: Hashable, Sendable {
        case day, month, year, quarter, season, financialYear
        /// "5–6 April", "5/6 April".
        case days(isRange: Bool)
    }

    var namesYear: Bool { last.year != nil }
}

extension DateMention {
    /// The number of a month's name, in full or cut short.
    static func month(_ token: Words.Token?) -> Int? {
        guard let token, token.isWord else { return nil }
        return months[token.lower]
    }

    private static let months: [String: Int] = {
        var names: [String: Int] = ["sept": 9, "febuary": 2, "feburary": 2, "janurary": 1, "septmber": 9]
        for (index, name) in Day.monthNames.enumerated() {
            names[name.lowercased()] = index + 1
            names[String(name.lowercased().prefix(3))] = index + 1
        }
        return names
    }()

    /// The full year of "13" or "2013"; nil for what is no year of a plan.
    static func year(_ token: Words.Token?) -> Int? {
        guard let token, let number = token.number else { return nil }
        switch token.range.count {
        case 4: return (1980...2100).contains(number) ? number : nil
        case 2: return number < 80 ? 2000 + number : 1900 + number
        default: return nil
        }
    }
}
