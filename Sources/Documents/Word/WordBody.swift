/// Goes through the main part block by block, and row by row where the block is a table.
final class WordBody: XMLListener {
    private let story: WordStory
    private(set) var blocks: [Block] = []
    private var table: WordTable?
    /// For each open content control: what stands in it is left out.
    private var controls: [Bool] = []

    init(_ story: WordStory) {
        self.story = story
    }

    private var isSkipping: Bool { controls.contains(true) }

    func begin(_ element: XMLElement) throws(Unreadable) -> Bool {
        if isSkipping, element.tag != .wSdt { return true }
        switch element.tag {
        case .wP, .wTblPr, .wTblGrid, .wTr, .wSectPr, .wSdtPr, .mcAlternateContent, .wDel, .wMoveFrom,
            .wAltChunk,
            .wSubDoc:
            return true
        case .wTbl:
            if table == nil { table = story.beginTable() }
            return false
        case .wSdt:
            controls.append(isSkipping)
            return false
        default:
            return false
        }
    }

    func whole(_ element: XMLElement) throws(Unreadable) {
        guard !isSkipping else { return }
        switch element.tag {
        case .wSdtPr:
            if !controls.isEmpty, story.isLeftOut(element) { controls[controls.endIndex - 1] = true }
        case .wTblPr, .wTblGrid, .wTr:
            if var table {
                self.table = nil
                try story.add(element, to: &table)
                self.table = table
            }
        default:
            append(try story.blocks(of: element))
        }
    }

    func end(_ tag: XMLTag?) throws(Unreadable) {
        if tag == .wSdt {
            _ = controls.popLast()
        } else if tag == .wTbl, let table {
            self.table = nil
            append(story.finish(table))
        } else if tag == .wBody {
            append(story.finishParagraphs())
        }
    }

    private func append(_ found: [Block]) {
        blocks.append(contentsOf: found.filter { !$0.isEmptyParagraph })
        blocks.append(contentsOf: story.takeNotes())
    }
}

/// Gathers a footnotes or endnotes part: the text of each note by its identifier.
final class WordNotes: XMLListener {
    private let tag: XMLTag
    private let story: WordStory
    private(set) var texts: [String: [Text]] = [:]

    init(_ tag: XMLTag, _ story: WordStory) {
        self.tag = tag
        self.story = story
    }

    func begin(_ element: XMLElement) throws(Unreadable) -> Bool { element.tag == tag }

    func whole(_ element: XMLElement) throws(Unreadable) {
        // Separators are notes of a type; the notes themselves have none.
        guard let id = element[.id], element[.type] == nil || element[.type] == "normal" else { return }
        texts[id] = try story.blocks(in: element).flatMap(\.texts).filter { !$0.isEmpty }
    }

    func end(_ tag: XMLTag?) throws(Unreadable) {}
}

extension Block {
    var isEmptyParagraph: Bool {
        if case .paragraph(let paragraph) = self { return paragraph.text.isEmpty }
        return false
    }

    var texts: [Text] {
        switch self {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table): table.rows.flatMap(\.cells).flatMap(\.paragraphs).map(\.text)
        }
    }
}
