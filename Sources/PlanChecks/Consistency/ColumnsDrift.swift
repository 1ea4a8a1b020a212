import Documents
import Kernel
import PlanFormat

/// C08: headings that change from table to table, or a column that holds two things.
enum ColumnsDrift: PlanCheck {
    static let id = "C08"
    static let severity = CheckFinding.Severity.warning
    static let title = "A column that holds two things, or changes its name"
    static let advice = "Give each column one thing to hold, and one name throughout."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        drift(index) + twoInOne(index) + statusInTimescale(index) + statusInCriteria(index)
    }

    private static func drift(_ index: PlanIndex) -> [CheckFinding] {
        let tables = index.planTables
        guard tables.count > 1 else { return [] }
        var wordings: [Int: [(text: String, key: String, place: Place)]] = [:]
        for (table, header) in tables {
            for cell in header.cells
            where !cell.text.isEmpty && table.columnCount == tables[0].table.columnCount {
                let text = cell.text.split(separator: "\n").joined(separator: " ")
                let key = Words(text).tokens.map { Stem.of($0.word) }.joined(separator: " ")
                if !(wordings[cell.column, default: []].contains { $0.key == key }) {
                    wordings[cell.column, default: []].append((text, key, cell.place))
                }
            }
        }
        let drifting = wordings.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        guard let first = drifting.first?.value.first else { return [] }
        let names = drifting.map { column in column.value.map { "“\($0.text)”" }.joined(separator: ", ") }
        return [
            CheckFinding(
                check: id, severity: severity, subject: "Whole plan", place: first.place,
                message: "\(Wording.count(drifting.count, "column")) "
                    + "\(drifting.count == 1 ? "changes its name" : "change their names") between tables.",
                text: names.joined(separator: "; "), marked: [],
                suggestion: "Use the same headings in every table.")
        ]
    }

    private static func twoInOne(_ index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var told: Set<Int> = []
        for (_, header) in index.planTables {
            for cell in header.cells {
                let words = Words(cell.text)
                for (lexicons, what) in pairs {
                    let marked = lexicons.compactMap { $0.matches(in: words).first }
                    guard marked.count == 2, told.insert(cell.column).inserted else { continue }
                    findings.append(
                        CheckFinding(
                            check: id, severity: severity, subject: "Whole plan", place: cell.place,
                            message: "One column holds \(what).",
                            text: cell.text.split(separator: "\n").joined(separator: " "),
                            marked: marked.map { words.string($0) }.filter { !$0.contains("\n") },
                            suggestion: "Make it two columns."))
                }
            }
        }
        return findings
    }

    private static func statusInTimescale(_ index: PlanIndex) -> [CheckFinding] {
        let stated = index.rows.filter { $0.action.timescale?.kind == .inPlace }
        guard let first = stated.first, let timescale = first.action.timescale,
            index.rows.contains(where: { $0.finish != nil })
        else { return [] }
        return [
            finding(
                stated, "The column for dates also holds a status, in \(Wording.count(stated.count, "row")).",
                text: timescale.text, marked: [timescale.text], subject: "Whole plan",
                suggestion: "Give status a column of its own.")
        ]
    }

    /// "… Ongoing." and "Timescale: …" at the end of criteria.
    private static func statusInCriteria(_ index: PlanIndex) -> [CheckFinding] {
        var first: (PlanIndex.CriterionRow, String, String)?
        var count = 0
        var seen: Set<Place> = []
        for criterion in index.criteria {
            let text: String
            if let place = criterion.criterion.place, let cell = index.cellText(at: place) {
                guard seen.insert(place).inserted else { continue }
                text = cell
            } else {
                text = criterion.criterion.text
            }
            let words = Words(text)
            guard
                let sentence = words.sentences.first(where: { range in
                    let stated = words.tokens[range]
                    return
                        (stated.count == 1
                        && ["ongoing", "complete", "completed"].contains(stated.first?.word))
                        || (stated.count > 1 && stated.first?.word == "timescale")
                })
            else { continue }
            count += 1
            if first == nil {
                first = (
                    criterion, text.split(separator: "\n").joined(separator: " "), words.string(sentence)
                )
            }
        }
        guard let (criterion, text, marked) = first else { return [] }
        return [
            finding(
                criterion, in: index,
                "The column for criteria also holds status or dates, in \(Wording.count(count, "cell")).",
                text: text, marked: text.contains(marked) ? [marked] : [],
                suggestion: "Give status and dates columns of their own.")
        ]
    }

    private static let pairs: [([Lexicon], String)] = [
        (
            [Lexicon(["progress"]), Lexicon(["impact", "outcome", "outcomes"])],
            "progress and impact: what was done, and what came of it"
        ),
        (
            [
                Lexicon(["measured", "monitored", "measure", "measures", "evidence"]),
                Lexicon(["by whom", "who", "lead"]),
            ],
            "how it is measured and who does it"
        ),
        (
            [
                Lexicon(["timescale", "timescales", "date", "deadline", "by when"]),
                Lexicon(["status", "rag", "progress"]),
            ],
            "dates and status"
        ),
        (
            [Lexicon(["action", "actions"]), Lexicon(["outcome", "outcomes", "lead", "timescale"])],
            "the action and something else"
        ),
    ]
}
