import Documents
import Kernel

/// A cell of a plan's table, or a heading or line that stands for one.
struct PlanCell: Hashable {
    var paragraphs: [Paragraph]
    var place: Place
    var fill: String?
    var value: Table.Cell.Value?
    /// The cell also covers rows below.
    var isMerged = false
    /// The column's heading names measures of progress and of impact together.
    var isMixed = false
    /// The words of the column's heading.
    var heading = ""
    /// The grid column, so that what goes on over a page finds its cell again.
    var column = 0

    var text: String { paragraphs.map(\.text.string).filter { !$0.isEmpty }.joined(separator: "\n") }
    var isBlank: Bool { paragraphs.allSatisfy { $0.text.string.trimmed.isEmpty } }

    init(_ cell: Table.Cell, heading: String = "") {
        paragraphs = Grid.paragraphs(of: cell).flatMap(\.lines).filter { !$0.text.string.trimmed.isEmpty }
        place = cell.place
        fill = cell.fill
        value = cell.value
        isMerged = cell.rowSpan > 1
        column = cell.column
        self.heading = heading
    }

    init(_ paragraphs: [Paragraph], place: Place) {
        self.paragraphs = paragraphs
        self.place = place
    }
}

/// A row of a plan by what its columns mean, whatever table, card, heading or list it came from.
struct PlanRow: Hashable {
    /// Cells with words, in order of column.
    var cells: [ColumnMeaning: [PlanCell]] = [:]
    /// Cells of rows above that cover this row too.
    var covering: [ColumnMeaning: [PlanCell]] = [:]
    var place: Place
    /// The first row of a table that goes on from the one before it.
    var startsPage = false
    /// A heading, a title row or a line "Lead: …" that speaks of the whole area.
    var isAreaLevel = false
    var section: String?

    init(place: Place) { self.place = place }

    func text(_ meaning: ColumnMeaning) -> String {
        (cells[meaning] ?? []).map(\.text).joined(separator: "\n")
    }

    func has(_ meaning: ColumnMeaning) -> Bool { !(cells[meaning] ?? []).isEmpty }

    mutating func add(_ cell: PlanCell, as meaning: ColumnMeaning) {
        guard !cell.isBlank || cell.fill != nil || cell.value != nil else { return }
        cells[meaning, default: []].append(cell)
    }
}

extension Paragraph {
    /// A paragraph for each line; a line that begins in the middle of a sentence stays with the one before.
    var lines: [Paragraph] {
        let bytes = Array(text.string.utf8)
        guard bytes.contains(0x0A) else { return [self] }
        var lines: [Paragraph] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
            var line = self
            line.text = text.slice(start..<index)
            start = index + 1
            if line.text.isEmpty { continue }
            if let last = lines.last, Continuation.beginsInside(line.text.string) {
                lines[lines.count - 1].text = Continuation.join(last.text, line.text)
            } else {
                // Only the first line is the list's item.
                if !lines.isEmpty, case .item = role { line.role = .plain }
                lines.append(line)
            }
        }
        return lines
    }
}
