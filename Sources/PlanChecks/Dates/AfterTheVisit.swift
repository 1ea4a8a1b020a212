import Kernel
import PlanFormat

/// D08: a date after the inspectors come back, or after the programme ends.
enum AfterTheVisit: PlanCheck {
    static let id = "D08"
    static let severity = CheckFinding.Severity.warning
    static let title = "Due after the inspectors return"
    static let advice = "Bring it forward, or say what can be shown by then."

    static func missing(from index: PlanIndex) -> String? {
        ceiling(index) == nil ? "the date when the inspectors return, or when the programme ends" : nil
    }

    static func run(on index: PlanIndex) -> [CheckFinding] {
        guard let ceiling = ceiling(index) else { return [] }
        return index.rows.compactMap { row in
            guard let timescale = row.action.timescale, let finish = timescale.finish, !row.isClosed,
                finish.first > ceiling.date.last
            else { return nil }
            return finding(
                row,
                "It is due \(Wording.when(finish)), after \(ceiling.what) \(Wording.when(ceiling.date)).",
                text: timescale.text, marked: [timescale.text], place: timescale.place)
        }
    }

    private static func ceiling(_ index: PlanIndex) -> (date: PartialDate, what: String)? {
        if let day = index.input.inspectionDates.inspectorsReturn {
            return (PartialDate(day), "the inspectors return")
        }
        for (lexicon, what) in [(visit, "the inspectors return"), (end, "the programme ends")] {
            let dates = index.plan.keyDates.filter { lexicon.matches(Words($0.what)) }.compactMap(\.date)
            if let date = dates.max(by: { $0.last < $1.last }) { return (date, what) }
        }
        return nil
    }

    private static let visit = Lexicon([
        "inspectors return", "inspectors will return", "return of inspectors", "return of the inspectors",
        "inspector returns", "re inspection", "reinspection", "monitoring visit", "revisit", "re visit",
        "next inspection", "return visit", "inspectors to return", "return to", "inspectors come back",
        "return of inspection",
    ])
    private static let end = Lexicon([
        "programme ends", "end of programme", "end of the programme", "programme end", "project ends",
        "end of project", "end of the project", "project end", "groups end", "end of the groups",
    ])
}
