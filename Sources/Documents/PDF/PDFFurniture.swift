/// Running headers, footers and page numbers: lines near a page's edge that say the same on most pages.
struct PDFFurniture {
    private var known: Set<[UInt8]> = []
    private let pageCount: Int

    /// How many different running lines there are.
    var count: Int { known.count }

    init(_ pages: [PDFPage]) {
        pageCount = pages.count
        var seen: [[UInt8]: Set<Int>] = [:]
        for page in pages {
            for line in page.blocks.joined() where Self.isAtEdge(line, of: page) {
                seen[Self.shape(line), default: []].insert(page.number)
            }
        }
        known = Set(seen.filter { $0.value.count >= 2 && $0.value.count * 2 >= pages.count }.keys)
    }

    func holds(_ line: PDFPage.Line, on page: PDFPage) -> Bool {
        guard Self.isAtEdge(line, of: page) else { return false }
        return known.contains(Self.shape(line)) || Self.isPageNumber(line.text)
    }

    private static func isAtEdge(_ line: PDFPage.Line, of page: PDFPage) -> Bool {
        line.box.yMax < page.height * 0.1 || line.box.yMin > page.height * 0.9
    }

    /// The words with each run of digits as one sign, so that page numbers make no difference.
    private static func shape(_ line: PDFPage.Line) -> [UInt8] {
        var out: [UInt8] = []
        for byte in line.text where !(byte.isDigit && out.last == 0x23) {
            out.append(byte.isDigit ? 0x23 : byte)
        }
        return out
    }

    private static func isPageNumber(_ text: [UInt8]) -> Bool {
        let words = String(decoding: text, as: UTF8.self).lowercased().split { " -–|/".contains($0) }
        let rest = words.filter { !["page", "of", "pg", "p."].contains($0) }
        return rest.count <= 2 && !rest.isEmpty
            && rest.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
    }
}
