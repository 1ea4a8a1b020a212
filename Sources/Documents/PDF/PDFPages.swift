import Kernel

/// Finds on which page the words of a block stand; the tags of a PDF do not say.
struct PDFPages {
    private let texts: [[UInt8]]

    init(_ pages: [PDFPage]) {
        texts = pages.map { page in
            page.blocks.joined().flatMap(\.words).flatMap { $0.text.filter(\.isWord) }
        }
    }

    /// The blocks with their pages, which never go backwards.
    func placed(_ blocks: [Block]) -> [Block] {
        var page = 0
        return blocks.map { block in
            switch block {
            case .paragraph(var paragraph):
                page = find(paragraph.text.string, from: page)
                paragraph.place.page = page + 1
                return .paragraph(paragraph)
            case .table(var table):
                for row in table.rows.indices {
                    if let words = table.rows[row].cells.map(\.text).max(by: { $0.utf8.count < $1.utf8.count }
                    ) {
                        page = find(words, from: page)
                    }
                    if row == 0 { table.place.page = page + 1 }
                    table.rows[row].place.page = page + 1
                    for cell in table.rows[row].cells.indices {
                        table.rows[row].cells[cell].place.page = page + 1
                        for paragraph in table.rows[row].cells[cell].paragraphs.indices {
                            table.rows[row].cells[cell].paragraphs[paragraph].place.page = page + 1
                        }
                    }
                }
                return .table(table)
            }
        }
    }

    private func find(_ words: String, from page: Int) -> Int {
        let wanted = Array(words.utf8.filter(\.isWord).prefix(24))
        guard wanted.count >= 6 else { return page }
        for candidate in page..<min(texts.count, page + 5) where Self.holds(texts[candidate], wanted) {
            return candidate
        }
        return page
    }

    private static func holds(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, text.count >= wanted.count else { return false }
        return (0...(text.count - wanted.count)).contains { index in
            text[index] == first && text[index..<(index + wanted.count)].elementsEqual(wanted)
        }
    }
}
