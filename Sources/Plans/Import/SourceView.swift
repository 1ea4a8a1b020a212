import Documents
import Kernel
import Markup

/// The document as it stood around a place: the row in question with its neighbours greyed.
enum SourceView {
    /// The left side of a review or of "see both side by side".
    static func aside(_ document: Document, _ place: Place?, _ m: inout Markup) {
        m.h3 { m in
            m.add("In the document")
            if let place { m.span(" \(place.description)", .class("note")) }
        }
        guard let place else {
            m.note("This stands in no one place of the document.")
            return
        }
        if let number = place.table, let table = find(number, in: document.blocks) {
            rows(of: table, around: place.row, &m)
        } else {
            paragraphs(document.blocks, around: place, &m)
        }
    }

    private static func find(_ number: Int, in blocks: [Block]) -> Table? {
        for case .table(let table) in blocks where table.place.table == number { return table }
        return nil
    }

    private static func rows(of table: Table, around row: Int?, _ m: inout Markup) {
        let index = table.rows.firstIndex { $0.place.row == row } ?? 0
        let heads = table.rows.first.map { index > 0 ? [$0] : [] } ?? []
        let first = max(index - 1, heads.isEmpty ? 0 : 1)
        let last = min(index + 1, table.rows.count - 1)
        guard first <= last else { return }
        m.sourceTable(
            caption: "The row in the document and its neighbours",
            headings: heads.flatMap { cells(of: $0, in: table) },
            rows: (first...last).map { number in
                SourceRow(cells(of: table.rows[number], in: table), isInQuestion: number == index)
            })
    }

    /// A row's cells over the whole grid; a merged cell stands where it begins.
    private static func cells(of row: Table.Row, in table: Table) -> [Markup] {
        (0..<max(table.columnCount, 1)).map { column in
            guard let cell = row.cells.first(where: { $0.column == column }) else { return Markup() }
            return Markup { m in
                for paragraph in cell.paragraphs { m.p(words(paragraph)) }
            }
        }
    }

    private static func words(_ paragraph: Paragraph) -> String {
        guard case .item(let numeral, _) = paragraph.role else { return paragraph.text.string }
        return "\(numeral ?? "•") \(paragraph.text.string)"
    }

    private static func paragraphs(_ blocks: [Block], around place: Place, _ m: inout Markup) {
        let index = blocks.firstIndex { block in
            if let line = place.line, let own = block.place.line { return own >= line }
            if let paragraph = place.paragraph, let own = block.place.paragraph { return own >= paragraph }
            return block.place == place
        }
        guard let index else {
            m.note("This place can no longer be found in the document.")
            return
        }
        for number in max(0, index - 1)...min(index + 1, blocks.count - 1) {
            guard case .paragraph(let paragraph) = blocks[number] else { continue }
            if number == index {
                m.quote(Markup(words(paragraph)), source: Markup(paragraph.place.description))
            } else {
                m.p(words(paragraph), .class("note"))
            }
        }
    }
}
