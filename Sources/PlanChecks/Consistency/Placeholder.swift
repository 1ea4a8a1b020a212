import Documents
import Kernel
import PlanFormat

/// C03: a row that is empty, says "to be agreed", or a grid with nothing in it.
enum Placeholder: PlanCheck {
    static let id = "C03"
    static let severity = CheckFinding.Severity.error
    static let title = "The row is empty"
    static let advice = "Write what will be done, or take the row out."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let areas = index.areas.filter { $0.rows.isEmpty && !$0.title.tokens.isEmpty }.map { area in
            finding(
                area, in: index, "Nothing is to be done about it: no action stands under it.",
                text: area.area.title)
        }
        let rows = index.rows.compactMap { row -> CheckFinding? in
            if row.words.tokens.isEmpty {
                return finding(row, "It has a row and no words.", text: row.action.text)
            }
            guard let range = placeholders.matches(in: row.words).first,
                row.words.tokens.count - range.count <= 4, range.lowerBound == 0
            else { return nil }
            return finding(
                row, "It promises an action and names none.", text: row.action.text,
                marked: [row.words.string(range)])
        }
        let criteria = index.criteria.compactMap { criterion -> CheckFinding? in
            guard let range = placeholders.matches(in: criterion.words).first,
                criterion.words.tokens.count - range.count <= 3
            else { return nil }
            return finding(
                criterion, in: index, "It promises a criterion and names none.",
                marked: [criterion.words.string(range)], suggestion: "Write the criterion.")
        }
        return areas + rows + criteria + grids(index)
    }

    /// A table with headings both ways, more than six squares, and nothing in any of them: no words, no colour.
    private static func grids(_ index: PlanIndex) -> [CheckFinding] {
        index.tables.compactMap { table in
            guard table.rows.count >= 3, table.columnCount >= 4, let header = table.rows.first,
                header.cells.filter({ !$0.text.isEmpty }).count >= 4
            else { return nil }
            let body = table.rows.dropFirst()
            let squares = body.flatMap(\.cells).filter { $0.column > 0 }
            guard squares.count >= 6,
                squares.allSatisfy({
                    $0.text.isEmpty && $0.fill == nil && $0.tables.isEmpty && $0.value == nil
                }),
                body.contains(where: { row in row.cells.contains { $0.column == 0 && !$0.text.isEmpty } })
            else { return nil }
            let first = header.cells.first { !$0.text.isEmpty }?.text ?? ""
            return CheckFinding(
                check: id, severity: severity, subject: Wording.capitalised(table.place.description),
                place: table.place, message: "All \(squares.count) squares of this table are blank.",
                text: first.split(separator: "\n").joined(separator: " "), marked: [],
                suggestion: "Fill it in, or take it out.")
        }
    }

    /// True for "As above" and "See 3.0 above": the row says that its words stand elsewhere.
    static func pointsElsewhere(_ row: PlanIndex.Row) -> Bool {
        let words = row.words
        return words.tokens.count <= 5 && DeadReference.pointers.matches(words)
    }

    private static let placeholders = Lexicon([
        "to be agreed", "to be confirmed", "to be determined", "to be decided", "to be developed",
        "to be completed", "to be written", "to follow", "tbc", "tba", "tbd", "not yet agreed", "awaiting",
        "to be advised", "to be added", "insert here", "lorem ipsum", "xxx",
    ])
}
