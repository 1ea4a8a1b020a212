import PlanReading

/// A plan as one web page that needs nothing else: real tables, printed landscape with header rows repeated.
enum WebExport {
    static func bytes(_ pages: ExportPages) -> [UInt8] {
        var page = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\((pages.title ?? "Improvement plan").inXML)</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <main>

            """
        if let title = pages.title { page += "<h1>\(title.inXML)</h1>\n" }
        if let note = pages.note { page += "<p class=\"note\">\(note.inXML)</p>\n" }
        var part: PlanLayout.Part?
        for table in pages.tables {
            if table.part != part { page += "<h2>\(table.part.rawValue.inXML)</h2>\n" }
            part = table.part
            if let section = table.section { page += "<h3>\(section.inXML)</h3>\n" }
            write(table, &page)
        }
        page += "<p class=\"mark\">\(PlanLayout.mark.inXML)</p>\n</main>\n</body>\n</html>\n"
        return Array(page.utf8)
    }

    private static func write(_ table: ExportTable, _ page: inout String) {
        let isFacts = table.part == .about
        page += "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
        page +=
            "\((table.section ?? table.part.rawValue).inXML)\">\n<table\(isFacts ? " class=\"facts\"" : "")>\n"
        if !isFacts {
            page += "<thead>\n<tr>"
            for column in table.columns { page += "<th scope=\"col\">\(column.words.inXML)</th>" }
            page += "</tr>\n</thead>\n"
        }
        page += "<tbody>\n"
        for row in table.rows {
            page += "<tr>"
            for (index, cell) in row.enumerated() where cell.rowSpan > 0 {
                let isHead = isFacts ? index == 0 : table.columns[index].heading == .area
                let tag = isHead ? "th" : "td"
                page += "<\(tag)"
                if isHead { page += cell.rowSpan > 1 ? " scope=\"rowgroup\"" : " scope=\"row\"" }
                if cell.rowSpan > 1 { page += " rowspan=\"\(cell.rowSpan)\"" }
                if table.columns[index].heading.isNumber { page += " class=\"number\"" }
                page += ">"
                page +=
                    cell.lines.count == 1
                    ? cell.lines[0].inXML : cell.lines.map { "<p>\($0.inXML)</p>" }.joined()
                page += "</\(tag)>"
            }
            page += "</tr>\n"
        }
        page += "</tbody>\n</table>\n</div>\n"
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { margin: 0; font: 1rem/1.45 system-ui, Arial, sans-serif; color: #16212b; background: #fff; }
        main { max-width: 96rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.35rem; margin: 2rem 0 .6rem; }
        h3 { font-size: 1.1rem; margin: 1.4rem 0 .5rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        table.facts { width: auto; }
        th, td { border: 1px solid #8a9499; padding: .35rem .5rem; text-align: left; vertical-align: top; }
        thead th { background: #e4e9ec; }
        tbody th { font-weight: 600; }
        td p, th p { margin: 0 0 .3rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .note { font-weight: 600; }
        .mark { margin-top: 2rem; font-size: .8rem; color: #505a5f; }
        @media (prefers-color-scheme: dark) {
        body { color: #e8ecef; background: #14191d; }
        thead th { background: #26313a; }
        .mark { color: #a9b4bc; }
        }
        @media print {
        @page { size: A4 landscape; margin: 15mm; }
        body { color: #000; background: #fff; font-size: 9pt; }
        main { padding: 0; max-width: none; }
        .wide { overflow: visible; }
        thead { display: table-header-group; }
        thead th { background: #e4e9ec; print-color-adjust: exact; }
        tr { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
        table { font-size: 8pt; }
        }
        """
}
