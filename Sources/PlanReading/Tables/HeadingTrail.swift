import Documents
import Kernel

/// The headings in force at a point of the document, outermost first.
struct HeadingTrail {
    struct Heading {
        var level: Int
        var paragraph: Paragraph
    }

    private(set) var headings: [Heading] = []
    /// Lines since the last heading that name what they give, "Lead: …", and what follows them.
    private(set) var lines: [Paragraph] = []
    private let running: Set<String>
    private let title: String

    /// `title` is the plan's own: it groups nothing.
    init(_ document: Document, title: String?) {
        var counts: [String: Int] = [:]
        for case .paragraph(let paragraph) in document.blocks {
            counts[PlainWords.key(paragraph.text.string), default: 0] += 1
        }
        running = Set(counts.filter { $0.value > 2 }.keys)
        self.title = PlainWords.key(title ?? "")
    }

    var innermost: Paragraph? { headings.last?.paragraph }

    mutating func take(_ paragraph: Paragraph) {
        guard let level = level(of: paragraph) else {
            lines.append(paragraph)
            return
        }
        headings.removeAll { $0.level >= level }
        headings.append(Heading(level: level, paragraph: paragraph))
        lines = []
    }

    /// A workbook's next sheet begins: its name stands over all that is on it.
    mutating func begin(sheet: String) {
        headings = []
        lines = []
        let words = PlainWords.of(sheet)
        let isGeneric = words.allSatisfy {
            $0.hasPrefix("sheet") || HeadingTrail.generic.contains($0) || $0.allSatisfy(\.isNumber)
        }
        guard !isGeneric else { return }
        headings.append(Heading(level: 0, paragraph: Paragraph(Text(sheet), place: Place(sheet: sheet))))
    }

    private static let generic: Set<String> = [
        "action", "actions", "plan", "improvement", "the", "data", "table", "main",
    ]

    /// The lines were read as part of an area, or stand before a table that they do not belong to.
    mutating func forgetLines() { lines = [] }

    private func level(of paragraph: Paragraph) -> Int? {
        let key = PlainWords.key(paragraph.text.string)
        guard !key.isEmpty, key != title, !running.contains(key) else { return nil }
        let text = paragraph.text.string.trimmed
        guard text.utf8.count <= 300, !(text.hasPrefix("Appendix") || text.hasPrefix("APPENDIX")) else {
            return nil
        }
        // "How we will know" over a list is a field, not an area.
        guard FieldLine(paragraph, needsValue: false) == nil, FieldLine.opened(by: paragraph) == nil else {
            return nil
        }
        if case .heading(let level) = paragraph.role { return level }
        guard paragraph.role == .plain else { return nil }
        if paragraph.text.isWholly(.bold), !text.hasSuffix(".") || text.utf8.count < 80 { return 50 }
        let label = AreaLabel(text)
        return label.word != nil && text.utf8.count < 160 ? 60 : nil
    }
}
