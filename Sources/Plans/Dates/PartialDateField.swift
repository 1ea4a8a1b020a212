import Kernel
import Site

/// What three fields for a date hold where the day may be left out.
enum PartialDateEntry: Hashable, Sendable {
    case empty
    case date(PartialDate)
    /// The sentence says what to give, without a full stop.
    case wrong(String)
}

extension Fields {
    /// Reads a date input whose day may be empty: "June 2026" is a month, and late after its last day.
    func partialDate(_ name: String, called what: String) -> PartialDateEntry {
        let (month, year) = (self["\(name)-month"], self["\(name)-year"])
        guard self["\(name)-day"].isEmpty, !month.isEmpty, !year.isEmpty else {
            switch date(name, called: what) {
            case .empty: return .empty
            case .day(let day): return .date(PartialDate(day))
            case .wrong(let sentence): return .wrong(sentence)
            }
        }
        let first = Fields(["date-day": "1", "date-month": month, "date-year": year])
        guard case .day(let day) = first.date("date", called: what),
            let date = PartialDate(year: day.civil.year, month: day.civil.month)
        else { return .wrong("There is no such month as \(month) \(year): correct \(what)") }
        return .date(date)
    }
}

extension PartialDate {
    /// The three fields that `partialDate` reads, for a form that is filled from a record.
    func fields(_ name: String) -> [String: [String]] {
        [
            "\(name)-day": [day.map { "\($0)" } ?? ""], "\(name)-month": [month.map { "\($0)" } ?? ""],
            "\(name)-year": ["\(year)"],
        ]
    }
}
