import Documents
import Kernel

/// A table whose first row holds headings of the layout.
struct LayoutTable {
    let columns: [PlanLayout.Heading: Int]
    let rows: [LayoutRow]
    let shown: [Reading.Column]

    init?(_ table: Table) {
        guard let first = table.rows.first else { return nil }
        var columns: [PlanLayout.Heading: Int] = [:]
        var shown: [Reading.Column] = []
        for cell in first.cells {
            guard let heading = PlanLayout.Heading(rawValue: cell.text.inOneLine) else { continue }
            columns[heading] = cell.column
            let sample = table.rows.dropFirst().lazy.compactMap { row in
                row.cells.first { $0.column == cell.column && !$0.text.isEmpty }
            }.first
            shown.append(
                Reading.Column(
                    column: cell.column, heading: heading.rawValue, meaning: heading.meaning,
                    sample: sample?.text.inOneLine.shortened(to: 60) ?? ""))
        }
        guard !columns.isEmpty else { return nil }
        self.columns = columns
        self.shown = shown
        rows = table.rows.dropFirst().map { LayoutRow(row: $0, columns: columns) }
    }
}

/// A row by its headings.
struct LayoutRow {
    let row: Table.Row
    let columns: [PlanLayout.Heading: Int]

    var place: Place { row.place }

    func has(_ heading: PlanLayout.Heading) -> Bool { columns[heading] != nil }

    /// The cell that begins in this row; nil where one above covers it.
    func cell(_ heading: PlanLayout.Heading) -> Table.Cell? {
        columns[heading].flatMap { column in row.cells.first { $0.column == column } }
    }

    func lines(_ heading: PlanLayout.Heading) -> [String] { cell(heading)?.lines ?? [] }

    /// Nil where the cell is empty.
    func text(_ heading: PlanLayout.Heading) -> String? {
        lines(heading).joined(separator: " ").nilIfEmpty
    }

    func date(_ heading: PlanLayout.Heading) -> PartialDate? { cell(heading)?.date }

    func number(_ heading: PlanLayout.Heading) -> Double? {
        guard let cell = cell(heading) else { return nil }
        if case .number(let number)? = cell.value { return number }
        return PlanLayout.number(cell.text)
    }
}

extension Table.Cell {
    /// Each paragraph in one line.
    var lines: [String] {
        paragraphs.flatMap { paragraph -> [String] in
            var text = paragraph.text.string
            if case .item(let numeral, _) = paragraph.role { text = "\(numeral ?? "-") \(text)" }
            return text.split(separator: "\n").map { String($0).folded }.filter { !$0.isEmpty }
        }
    }

    var date: PartialDate? {
        if case .day(let day)? = value { return PartialDate(day) }
        let text = text.inOneLine
        return text.isEmpty ? nil : PlanLayout.date(text)
    }
}
