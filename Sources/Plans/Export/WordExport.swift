import PlanReading
import Sheets

/// A plan as a Word document that a council would print: A4 landscape, real headings, header rows repeated.
enum WordExport {
    static func bytes(_ pages: ExportPages) -> [UInt8] {
        let title = pages.title ?? "Improvement plan"
        var word = WordFile(title: title, foot: title, isLandscape: true)
        if let title = pages.title { word.paragraph(title, .title) }
        if let note = pages.note { word.paragraph(note, .note) }
        var part: PlanLayout.Part?
        for table in pages.tables {
            if table.part != part { word.paragraph(table.part.rawValue, .part) }
            part = table.part
            if let section = table.section { word.paragraph(section, .section) }
            write(table, &word)
        }
        word.paragraph(PlanLayout.mark, .small)
        return word.bytes()
    }

    private static func write(_ table: ExportTable, _ word: inout WordFile) {
        let isFacts = table.part == .about
        let whole = isFacts ? word.width * 3 / 5 : word.width
        let sum = table.columns.reduce(0) { $0 + $1.width }
        let widths = table.columns.map { Int($0.width / sum * Double(whole)) }
        word.table(
            table.section ?? table.part.rawValue, widths: widths,
            header: isFacts ? nil : table.columns.map(\.words)
        ) { word in
            for row in table.rows {
                word.row { word in
                    for (index, cell) in row.enumerated() {
                        let heading = table.columns[index].heading
                        let isStrong = isFacts ? index == 0 : heading == .area
                        word.cell(
                            cell.lines, width: widths[index],
                            heading.isNumber ? .tableNumber : isStrong ? .tableStrong : .tableText,
                            rowSpan: cell.rowSpan)
                    }
                }
            }
        }
    }
}

extension PlanLayout.Heading {
    /// Figures stand at the right.
    var isNumber: Bool { [.pounds, .count, .base, .percent].contains(self) }
}
