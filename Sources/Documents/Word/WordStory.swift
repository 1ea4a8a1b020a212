import Kernel

/// One run through a document's text: what carries over from paragraph to paragraph and from cell to cell.
final class WordStory {
    let styles: WordStyles
    let parts: [String: OfficePackage.Relationship]
    let limits: ReadingLimits
    var counter: ListCounter
    var tally = WordTally()
    var attachments: [Document.Attachment] = []
    var footnotes: [String: [Text]] = [:]
    var endnotes: [String: [Text]] = [:]
    var pages = WordPages()
    /// Where icons' pictures are, by part; what each says is kept.
    var archive: Archive?
    var iconCaptions: [String: String?] = [:]
    var budget: TextBudget

    /// For each open field: its instruction is running, and its result has not begun.
    var fields: [Bool] = []
    /// A paragraph whose mark was deleted runs on into the next.
    var carried: TextBuilder?
    var footnoteCount = 0
    var endnoteCount = 0
    private var notes: [(mark: String, texts: [Text], place: Place)] = []
    private var looks: [String: WordLook] = [:]
    private var tableCount = 0
    private var paragraphCount = 0
    private var cellCount = 0
    /// The cell in which the text stands; an empty place outside tables.
    private(set) var cellPlace: Place?

    init(
        styles: WordStyles, numbering: WordNumbering, parts: [String: OfficePackage.Relationship],
        limits: ReadingLimits
    ) {
        self.styles = styles
        self.parts = parts
        self.limits = limits
        counter = ListCounter(numbering)
        budget = TextBudget(limits)
    }

    var hasPages: Bool { pages.areKnown }

    /// The blocks of a body, a cell, a text box or a note.
    func blocks(in container: XMLElement) throws(Unreadable) -> [Block] {
        var found: [Block] = []
        for child in container.children { found.append(contentsOf: try blocks(of: child)) }
        found.append(contentsOf: finishParagraphs())
        return found
    }

    func blocks(of element: XMLElement) throws(Unreadable) -> [Block] {
        switch element.tag {
        case .wP: return try paragraph(element)
        case .wTbl:
            var table = beginTable()
            try add(element, to: &table)
            return finish(table)
        case .wSdt:
            if let properties = element[.wSdtPr], isLeftOut(properties) { return [] }
            return try element[.wSdtContent].map { content throws(Unreadable) in try transparent(content) }
                ?? []
        case .wCustomXml, .wSmartTag, .wIns, .wMoveTo: return try transparent(element)
        case .mcAlternateContent:
            return try WordStory.choice(of: element).map { chosen throws(Unreadable) in
                try transparent(chosen)
            } ?? []
        case .wDel:
            tally.deletions += 1
            return []
        case .wMoveFrom: return []
        case .wAltChunk, .wSubDoc:
            tally.importedParts += 1
            return []
        default: return []
        }
    }

    private func transparent(_ element: XMLElement) throws(Unreadable) -> [Block] {
        var found: [Block] = []
        for child in element.children { found.append(contentsOf: try blocks(of: child)) }
        return found
    }

    /// A content control that shows its prompt, or holds a table of contents.
    func isLeftOut(_ properties: XMLElement) -> Bool {
        if properties[.wShowingPlcHdr]?.isOn == true { return true }
        guard let gallery = properties[.wDocPartObj]?[.wDocPartGallery]?[.val], gallery == "Table of Contents"
        else { return false }
        tally.contentsLists = 1
        return true
    }

    /// The one of several renderings that is read: the one with words, and the newer where both have them.
    static func choice(of element: XMLElement) -> XMLElement? {
        let choice = element[.mcChoice]
        let fallback = element[.mcFallback]
        if let choice, choice.first(.wT) != nil { return choice }
        if let fallback, fallback.first(.wT) != nil { return fallback }
        return choice ?? fallback
    }

    /// How a paragraph's or a run's style makes its text look.
    func look(ofStyle id: String?) -> WordLook {
        guard let id else { return WordLook() }
        if let known = looks[id] { return known }
        let look = styles.look(of: id)
        looks[id] = look
        return look
    }

    /// A new place for a paragraph: the cell's, or the next outside tables.
    func place(isEmpty: Bool, page: Int) -> Place {
        if var place = cellPlace {
            place.page = page
            return place
        }
        if !isEmpty { paragraphCount += 1 }
        return Place(page: page, paragraph: paragraphCount)
    }

    func nextTableNumber() -> Int {
        tableCount += 1
        return tableCount
    }

    func countCell() throws(Unreadable) {
        cellCount += 1
        guard cellCount <= limits.cells else { throw .tooManyCells(limits) }
    }

    /// The content of a cell. List counters and pages run on; fields and joined paragraphs end with it.
    func cellBlocks(_ cell: XMLElement, at place: Place) throws(Unreadable) -> [Block] {
        let outer = cellPlace
        cellPlace = place
        defer { cellPlace = outer }
        let found = try blocks(in: cell)
        fields.removeAll()
        return found
    }

    func refer(to texts: [Text], mark: String) {
        notes.append((mark, texts, cellPlace ?? Place(page: pages.number, paragraph: paragraphCount + 1)))
    }

    /// The notes referred to since the last call, as paragraphs.
    func takeNotes() -> [Block] {
        defer { notes.removeAll() }
        return notes.flatMap { note in
            note.texts.map { .paragraph(Paragraph($0, role: .footnote(mark: note.mark), place: note.place)) }
        }
    }
}
