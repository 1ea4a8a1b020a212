/// A web page that needs nothing else: real tables, header rows repeated in print, a foot with the page's number.
package struct WebFile {
    private var page: String

    /// `foot` stands at the left of every printed page.
    package init(title: String, foot: String, isLandscape: Bool) {
        page = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title.inXML)</title>
            <style>
            \(WebFile.style)
            @media print { @page { size: A4 \(isLandscape ? "landscape" : "portrait"); margin: 14mm 14mm 16mm;
            @bottom-left { content: "\(foot.inCSS)"; font: 7.5pt \(WebFile.fonts); color: #4a5763; }
            @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt \(WebFile.fonts); color: #4a5763; }
            } }
            </style>
            </head>
            <body>
            <main>

            """
    }

    package func bytes() -> [UInt8] { Array((page + "</main>\n</body>\n</html>\n").utf8) }

    package enum Level: String {
        case title = "h1"
        case part = "h2"
        case section = "h3"
    }

    package mutating func heading(_ text: String, _ level: Level) {
        page += "<\(level.rawValue)>\(text.inXML)</\(level.rawValue)>\n"
    }

    package mutating func paragraph(_ text: String, class name: String) {
        page += "<p class=\"\(name.inXML)\">\(text.inXML)</p>\n"
    }

    /// A table; without a header the first cell of each row names it.
    package mutating func table(
        _ caption: String, header: [(words: String, isNumber: Bool)]?, _ rows: (inout WebFile) -> Void
    ) {
        page += "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption.inXML)\">\n"
        page += "<table\(header == nil ? " class=\"facts\"" : "")>\n"
        if let header {
            page += "<thead>\n<tr>"
            for column in header {
                page += "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>"
                page += "\(column.words.inXML)</th>"
            }
            page += "</tr>\n</thead>\n"
        }
        page += "<tbody>\n"
        rows(&self)
        page += "</tbody>\n</table>\n</div>\n"
    }

    package mutating func row(_ cells: (inout WebFile) -> Void) {
        page += "<tr>"
        cells(&self)
        page += "</tr>\n"
    }

    package mutating func cell(
        _ lines: [String], isHead: Bool = false, isNumber: Bool = false, rowSpan: Int = 1
    ) {
        let tag = isHead ? "th" : "td"
        page += "<\(tag)"
        if isHead { page += rowSpan > 1 ? " scope=\"rowgroup\"" : " scope=\"row\"" }
        if rowSpan > 1 { page += " rowspan=\"\(rowSpan)\"" }
        if isNumber { page += " class=\"number\"" }
        page += ">"
        page += lines.count == 1 ? lines[0].inXML : lines.map { "<p>\($0.inXML)</p>" }.joined()
        page += "</\(tag)>"
    }

    private static let fonts =
        "\"Segoe UI\", -apple-system, BlinkMacSystemFont, Inter, \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif"

    private static let style = """
        :root { color-scheme: light dark; }
        body { margin: 0; font: 1rem/1.45 \(fonts); color: #17212b; background: #fff; }
        main { max-width: 96rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.35rem; margin: 2rem 0 .6rem; }
        h3 { font-size: 1.1rem; margin: 1.4rem 0 .5rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        table.facts { width: auto; }
        th, td { border: 1px solid #8a9499; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        thead th { background: #e4e9ec; }
        tbody th { font-weight: 600; }
        td p, th p { margin: 0 0 .3rem; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
        .note { font-weight: 600; }
        .mark { margin-top: 2rem; font-size: .8rem; color: #4a5763; }
        @media (prefers-color-scheme: dark) {
        body { color: #e8edf1; background: #11181e; }
        thead th { background: #1a242c; }
        .mark { color: #a9b6c0; }
        }
        @media print {
        :root { color-scheme: only light; }
        body { color: #000; background: #fff; font-size: 9pt; }
        main { padding: 0; max-width: none; }
        .wide { overflow: visible; }
        thead { display: table-header-group; }
        thead th { background: #e4e9ec; print-color-adjust: exact; }
        tr { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
        table { font-size: 8pt; }
        th, td { overflow-wrap: anywhere; }
        }
        """
}

extension String {
    /// For a string of a style sheet: everything but letters, digits and blanks as its number.
    fileprivate var inCSS: String {
        unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal || scalar == " "
                ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
        }.joined()
    }
}
