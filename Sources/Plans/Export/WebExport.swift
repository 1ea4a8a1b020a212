import PlanReading
import Sheets

/// A plan as one web page that needs nothing else: real tables, printed landscape with header rows repeated.
enum WebExport {
    static func bytes(_ pages: ExportPages) -> [UInt8] {
        let title = pages.title ?? "Improvement plan"
        var web = WebFile(title: title, foot: title, isLandscape: true)
        if let title = pages.title { web.heading(title, .title) }
        if let note = pages.note { web.paragraph(note, class: "note") }
        var part: PlanLayout.Part?
        for table in pages.tables {
            if table.part != part { web.heading(table.part.rawValue, .part) }
            part = table.part
            if let section = table.section { web.heading(section, .section) }
            write(table, &web)
        }
        web.paragraph(PlanLayout.mark, class: "mark")
        return web.bytes()
    }

    private static func write(_ table: ExportTable, _ web: inout WebFile) {
        let isFacts = table.part == .about
        web.table(
            table.section ?? table.part.rawValue,
            header: isFacts ? nil : table.columns.map { ($0.words, $0.heading.isNumber) }
        ) { web in
            for row in table.rows {
                web.row { web in
                    for (index, cell) in row.enumerated() where cell.rowSpan > 0 {
                        let heading = table.columns[index].heading
                        web.cell(
                            cell.lines, isHead: isFacts ? index == 0 : heading == .area,
                            isNumber: heading.isNumber, rowSpan: cell.rowSpan)
                    }
                }
            }
        }
    }
}
