import Kernel
import PlanFormat

/// D03: a date that two readers take for two years, or for a day and a year, and nothing in the document settles it.
///
/// Where the document settles the year, what was taken is told once, for information.
enum NoYear: PlanCheck {
    static let id = "D03"
    static let severity = CheckFinding.Severity.error
    static let title = "The year is not clear"
    static let advice = "Write the day, the month and the year."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var assumed: [PlanIndex.Row] = []
        for row in index.rows {
            guard let words = row.timescale, let timescale = row.action.timescale else { continue }
            let dates = WrittenDate.find(in: words)
            let phraseYear = year(in: dates, index.years)
            if let date = dates.first(where: { isUnsettled($0, index.years) }) {
                findings.append(twoWays(row, words, date, timescale.place))
            } else if let date = dates.first(where: { $0.year == .none }), phraseYear == nil {
                if index.years.baseYear != nil || timescale.finish != nil || timescale.start != nil {
                    assumed.append(row)
                } else {
                    findings.append(
                        finding(
                            row,
                            "“\(words.string(date.tokens))” names no year, and nothing in the plan settles it.",
                            text: timescale.text, marked: [words.string(date.tokens)], place: timescale.place)
                    )
                }
            }
        }
        if let taken = note(assumed, index) { findings.append(taken) }
        return findings
    }

    private static func isUnsettled(_ date: WrittenDate, _ sense: YearSense) -> Bool {
        guard case .short(let number) = date.year else { return false }
        return sense.meaning(of: number) == .unsettled
    }

    private static func year(in dates: [WrittenDate], _ sense: YearSense) -> Int? {
        for date in dates {
            switch date.year {
            case .written(let year): return year
            case .short(let number):
                if case .year(let year) = sense.meaning(of: number) { return year }
            case .none: continue
            }
        }
        return nil
    }

    private static func twoWays(
        _ row: PlanIndex.Row, _ words: Words, _ date: WrittenDate, _ place: Place?
    ) -> CheckFinding {
        let text = words.string(date.tokens)
        var ways = ""
        if case .short(let number) = date.year, let month = date.month {
            let name = Day.monthNames[month - 1]
            ways = "\(number) \(name) or \(name) \(2000 + number)"
        }
        return finding(
            row, "“\(text)” reads two ways: \(ways).", text: words.text, marked: [text], place: place)
    }

    private static func note(_ rows: [PlanIndex.Row], _ index: PlanIndex) -> CheckFinding? {
        guard let first = rows.first, let words = first.timescale else { return nil }
        let count = Wording.count(rows.count, "date names no year", "dates name no year")
        let taken = index.years.baseYear.map { "\($0) was taken" } ?? "the year was taken from elsewhere"
        return finding(
            rows, "\(count): \(taken), from the document’s own words.", text: words.text,
            subject: "Whole plan",
            severity: .information,
            suggestion: "Write the year with each date, so that a row can be read alone.")
    }
}
