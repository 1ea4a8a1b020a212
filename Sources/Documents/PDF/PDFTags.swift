import Kernel

/// Reads what `pdfinfo -struct-text` prints of a tagged PDF: headings, lists and tables as their author marked them.
struct PDFTags {
    /// Every word that stands on the pages.
    private let known: Set<[UInt8]>

    init(_ pages: [PDFPage]) {
        known = Set(pages.flatMap { $0.blocks.joined().flatMap(\.words).map(\.text) })
    }

    /// The tree as HTML, which has the same elements under other names.
    func html(_ tree: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var open: [(indent: Int, name: String)] = []
        var pending: (name: String, attributes: String)?
        var last: [UInt8] = []
        func flush() {
            if let (name, attributes) = pending, !name.isEmpty { out += Array("<\(name)\(attributes)>".utf8) }
            pending = nil
        }
        for line in tree.split(separator: 0x0A) {
            let indent = line.prefix { $0 == 0x20 }.count
            let content = line.dropFirst(indent)
            if content.first == 0x22, content.last == 0x22, content.count >= 2 {
                flush()
                let text = Array(content.dropFirst().dropLast())
                // A header that is printed again on each page is told as often.
                guard text != last || text.count < 3 else { continue }
                last = text
                out += escaped(spaced(text)) + [0x20]
            } else if content.first == 0x2F {
                let words = content.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
                if words.count == 2, let number = Int(words[1]),
                    words[0] == "/RowSpan" || words[0] == "/ColSpan"
                {
                    pending?.attributes += " \(words[0].dropFirst().lowercased())=\(number)"
                }
            } else if let first = content.first, first.isASCIILetter {
                flush()
                while let top = open.last, top.indent >= indent {
                    if !top.name.isEmpty { out += Array("</\(top.name)>".utf8) }
                    open.removeLast()
                }
                let name = Self.names[
                    String(decoding: content.prefix { $0.isASCIILetter || $0.isDigit }, as: UTF8.self)]
                if name != nil { last = [] }
                // Word's own HTML marks a printed numeral so.
                pending = (name ?? "", name == "span" ? " style=mso-list:ignore" : "")
                open.append((indent, name ?? ""))
            }
        }
        flush()
        for element in open.reversed() where !element.name.isEmpty { out += Array("</\(element.name)>".utf8) }
        return out
    }

    /// Standard structure types of PDF (ISO 32000-1, 14.8.4) and the HTML elements that mean the same.
    private static let names = [
        "H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4", "H5": "h5", "H6": "h6", "H": "h2", "Title": "h1",
        "P": "p",
        "L": "ul", "LI": "li", "Lbl": "span", "Table": "table", "THead": "thead", "TBody": "tbody",
        "TFoot": "tfoot", "TR": "tr", "TH": "th", "TD": "td", "Caption": "caption",
        "BlockQuote": "blockquote",
        "Sect": "section", "Div": "div", "Art": "article", "Note": "p", "Artifact": "del", "TOC": "div",
        "TOCI": "p", "Strong": "strong", "Em": "em",
    ]

    /// Text that lost the spaces at the ends of its lines, with them again.
    private func spaced(_ text: [UInt8]) -> [UInt8] {
        let words = text.split(separator: 0x20, omittingEmptySubsequences: false)
        return Array(
            words.map { known.contains(Array($0)) ? Array($0) : parted(Array($0)) }.joined(separator: [0x20]))
    }

    /// The fewest of the page's words that make up these letters; the letters as they are where none do.
    private func parted(_ letters: [UInt8]) -> [UInt8] {
        guard (2...80).contains(letters.count) else { return letters }
        var best: [(count: Int, from: Int)?] = Array(repeating: nil, count: letters.count + 1)
        best[0] = (0, 0)
        for end in 1...letters.count {
            for start in 0..<end {
                guard let before = best[start], before.count + 1 < best[end]?.count ?? Int.max,
                    known.contains(Array(letters[start..<end]))
                else { continue }
                best[end] = (before.count + 1, start)
            }
        }
        var end = letters.count
        guard let whole = best[end], whole.count <= 4 else { return letters }
        var words: [[UInt8]] = []
        while end > 0, let part = best[end] {
            words.insert(Array(letters[part.from..<end]), at: 0)
            end = part.from
        }
        return Array(words.joined(separator: [0x20]))
    }

    private func escaped(_ text: [UInt8]) -> [UInt8] {
        text.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x26: Array("&amp;".utf8)
            case 0x3C: Array("&lt;".utf8)
            default: [byte]
            }
        }
    }
}
