import Documents
import Kernel

/// The document outside its plan tables, cut at its headings, whatever their level.
///
/// Levels are not used: pasted text and PDFs get them wrong.
struct Outline {
    private(set) var sections: [Section] = [Section(heading: "")]

    struct Section {
        /// Without its number and its colon; empty before the first heading.
        var heading: String
        var place: Place?
        var entries: [Entry] = []

        var paragraphs: [Paragraph] {
            entries.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
        }
        var tables: [Table] {
            entries.compactMap { if case .table(let table) = $0 { table } else { nil } }
        }
        var flatHeading: String { Words(heading).flat }
    }

    enum Entry {
        case paragraph(Paragraph)
        case table(Table)
        /// A table that belongs to the plan: something stood here, read elsewhere.
        case planTable
    }

    init(_ document: Document, planTables: Set<Int>) {
        for (index, block) in document.blocks.enumerated() {
            switch block {
            case .paragraph(let paragraph) where paragraph.text.isEmpty: continue
            case .paragraph(let paragraph):
                if Outline.isHeading(paragraph, next: document.blocks[(index + 1)...].first) {
                    sections.append(
                        Section(heading: Outline.heading(paragraph.text.string), place: paragraph.place))
                } else {
                    sections[sections.count - 1].entries.append(.paragraph(paragraph))
                }
            case .table(let table):
                let isPlan = table.place.table.map { planTables.contains($0) } ?? false
                sections[sections.count - 1].entries.append(isPlan ? .planTable : .table(table))
            }
        }
        leaveOutContents()
    }

    private static func isHeading(_ paragraph: Paragraph, next: Block?) -> Bool {
        if case .heading = paragraph.role { return true }
        // A bold line that ends a table or a list is a remark, not a heading: it needs something below it.
        guard paragraph.isHeadingLike, next != nil else { return false }
        return paragraph.text.string.utf8.count <= 120 && !paragraph.text.string.hasSuffix(".")
    }

    /// Folded, its number and colon left off.
    static func heading(_ text: String) -> String {
        let folded = text.folded
        let (_, reference, rest) = LabelPhrase.lead(Text(folded), bareNumbers: true)
        var heading = reference == nil ? folded : rest.string
        while let last = heading.last, ":.-–".contains(last) {
            heading.removeLast()
            heading = heading.folded
        }
        return heading
    }

    /// A list of contents repeats the headings; what stands in it is read where it stands again.
    private mutating func leaveOutContents() {
        guard
            let start = sections.firstIndex(where: {
                [" contents ", " table of contents ", " contents page "].contains($0.flatHeading)
            })
        else { return }
        guard start + 1 < sections.count else { return }
        let repeated = (start + 2..<max(start + 2, sections.count)).first {
            sections[$0].flatHeading == sections[start + 1].flatHeading
        }
        sections.removeSubrange(start..<(repeated ?? start + 1))
    }
}

extension Table {
    /// The words of a row's cells, folded, by grid column.
    func words(row: Int) -> [String] {
        (0..<columnCount).map { column in
            rows[row].cells.first { $0.column == column }?.text.folded ?? ""
        }
    }

    /// The first row is a header when the markup says so, or when its cells name what stands below.
    func header(containing wanted: [[String]]) -> [Int]? {
        guard rows.count > 1 else { return nil }
        let names = words(row: 0).map { Words($0).flat }
        let columns = wanted.map { words in
            names.firstIndex { name in name.utf8.count < 60 && words.contains { name.contains($0) } }
        }
        guard columns.allSatisfy({ $0 != nil }) else { return nil }
        return columns.compactMap { $0 }
    }
}
