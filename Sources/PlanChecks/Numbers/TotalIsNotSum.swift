import Documents
import Kernel
import PlanFormat

/// N01: a total that is not the sum of its rows.
enum TotalIsNotSum: PlanCheck {
    static let id = "N01"
    static let severity = CheckFinding.Severity.error
    static let title = "The total is not the sum of its rows"
    static let advice = "Add the rows up again, and correct whichever is wrong."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var told: Set<String> = []
        if let budget = index.plan.budget, let stated = budget.statedTotal, budget.lines.count > 1 {
            let amounts = budget.lines.compactMap(\.amount)
            let sum = amounts.reduce(0, +)
            if amounts.count == budget.lines.count, abs(sum - stated) >= 0.5 {
                told.insert(key(sum, stated))
                let rows = budget.lines.map { "\($0.item) £\(Wording.number($0.amount ?? 0))" }
                let total = "£\(Wording.number(stated))"
                findings.append(
                    finding(
                        sum, stated, "£", text: rows.joined(separator: "; ") + "; total \(total)",
                        marked: [total],
                        place: budget.place))
            }
        }
        for table in index.tables { findings += totals(of: table, told: &told) }
        return findings
    }

    private static func key(_ sum: Double, _ stated: Double) -> String { "\(sum) \(stated)" }

    private static func finding(
        _ sum: Double, _ stated: Double, _ sign: String, text: String, marked: [String], place: Place?
    ) -> CheckFinding {
        CheckFinding(
            check: id, severity: severity,
            subject: place.map { Wording.capitalised($0.description) } ?? "Budget",
            place: place,
            message:
                "The rows add up to \(sign)\(Wording.number(sum)), not \(sign)\(Wording.number(stated)).",
            text: text, marked: marked, suggestion: advice)
    }

    /// A row whose first words are "total" is compared with the rows above it, column by column.
    private static func totals(of table: Table, told: inout Set<String>) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var begin = 0
        for (number, row) in table.rows.enumerated() {
            guard isTotal(row, number, of: table) else { continue }
            for cell in row.cells where cell.column > 0 {
                guard let stated = amount(cell) else { continue }
                let above = (begin..<number).compactMap { table.cell(row: $0, column: cell.column) }
                let filled = above.filter { !$0.text.isEmpty && !$0.place.isSame(as: cell.place) }
                let amounts = filled.compactMap(amount)
                // A column of numbers: at most its heading is none.
                guard amounts.count >= 2, amounts.count >= filled.count - 1 else { continue }
                let sum = amounts.reduce(0, +)
                guard abs(sum - stated) >= 0.5, told.insert(key(sum, stated)).inserted,
                    !cell.text.contains("%")
                else { continue }
                findings.append(
                    finding(
                        sum, stated, cell.text.contains("£") ? "£" : "",
                        text: (filled.filter { amount($0) != nil } + [cell]).map(\.text).joined(
                            separator: "; "),
                        marked: [cell.text], place: cell.place))
            }
            begin = number + 1
        }
        return findings
    }

    /// A row that calls itself a total, or the last row when it holds one number without words, above all others.
    private static func isTotal(_ row: Table.Row, _ number: Int, of table: Table) -> Bool {
        let filled = row.cells.filter { !$0.text.isEmpty }
        guard let label = filled.first else { return false }
        let words = Words(label.text)
        if ["total", "totals", "sum"].contains(words.word(0)) || words.word(1) == "total" { return true }
        guard filled.count == 1, label.column > 0, number == table.rows.count - 1, let stated = amount(label)
        else { return false }
        let above = (0..<number).compactMap { table.cell(row: $0, column: label.column).flatMap(amount) }
        return above.count >= 3 && above.allSatisfy { $0 < stated }
    }

    private static func amount(_ cell: Table.Cell) -> Double? {
        if case .number(let number) = cell.value { return number }
        let words = Words(cell.text)
        let numbers = words.tokens.indices.filter { words.tokens[$0].shape == .number }
        guard numbers.count == 1,
            words.tokens.allSatisfy({ $0.shape == .number || $0.shape == .sign || $0.word == "k" })
        else { return nil }
        return words.value(numbers[0])
    }
}

extension Place {
    fileprivate func isSame(as other: Place) -> Bool { self == other && self != Place() }
}
