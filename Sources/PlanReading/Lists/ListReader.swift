import Documents
import Kernel

/// Reads a plan that is written as headings, lines and lists, without tables.
struct ListReader {
    private var rows: [PlanRow] = []
    private var trail: HeadingTrail
    /// What the lines that follow hold: "Success criteria:" and then bullets.
    private var open: ColumnMeaning?
    private var action: PlanRow?
    /// The heading that became an area, so that it does so once.
    private var areaHeading: Place?
    private var hasNamedAction = false
    /// The heading is only a number, "Recommendation 3": the next line has its words.
    private var untitled = false
    private var addToHeading: Paragraph?
    /// Where in the rows the actions of the present list begin: a lead after the list holds for all of them.
    private var listStart: Int?
    private let criteriaAreOfActions: Bool
    /// Numerals whose items have items below them: "1" of 1.1.
    private let parents: Set<String>

    /// No rows where the document does not plainly hold a plan: at least two actions with a lead or a date.
    static func read(_ document: Document, title: String?) -> [PlanRow] {
        let paragraphs = document.blocks.compactMap { block -> Paragraph? in
            if case .paragraph(let paragraph) = block { paragraph } else { nil }
        }.flatMap { paragraph in
            // Lines of fields that were pasted as one paragraph.
            let lines = paragraph.lines
            return lines.dropFirst().contains { FieldLine($0) != nil } ? lines : [paragraph]
        }
        var reader = ListReader(paragraphs, HeadingTrail(document, title: title))
        for paragraph in paragraphs { reader.take(paragraph) }
        reader.endAction()
        let actions = reader.rows.filter { $0.has(.action) }
        let led = actions.filter { $0.has(.lead) || $0.has(.timescale) || $0.has(.finish) }
        let isPlain = led.count >= 2 || (led.count == 1 && reader.hasNamedAction)
        return isPlain && led.count * 3 >= actions.count ? reader.rows : []
    }

    private init(_ paragraphs: [Paragraph], _ trail: HeadingTrail) {
        self.trail = trail
        let fields = paragraphs.compactMap { FieldLine($0, needsValue: false)?.meaning }
        parents = Set(
            paragraphs.compactMap(ListReader.numeral).compactMap { numeral in
                numeral.lastIndex(of: ".").map { String(numeral[..<$0]) }
            })
        let actions = fields.filter { $0 == .action }.count
        let criteria = fields.filter(ListReader.criteria.contains).count
        criteriaAreOfActions = actions > 0 && criteria * 5 >= actions * 4
    }

    /// `1.1` of an item numbered "1.1." or a line "1.1 Review …".
    private static func numeral(_ paragraph: Paragraph) -> String? {
        if case .item(let numeral?, _) = paragraph.role { return ActionNumber.clean(numeral) }
        return paragraph.role == .plain ? AreaLabel(paragraph.text.string).reference : nil
    }

    private static let criteria: Set<ColumnMeaning> = [
        .successCriterion, .progressMeasure, .impactMeasure, .outcome, .monitoring, .evidence,
    ]
}

extension ListReader {
    private mutating func take(_ paragraph: Paragraph) {
        guard !paragraph.text.string.trimmed.isEmpty else { return }
        if case .footnote = paragraph.role { return }
        var isItem = false
        if case .item = paragraph.role { isItem = true }
        if takeNumberedArea(paragraph) { return }
        if !isItem, takeHeading(paragraph) { return }
        if takeField(paragraph) { return }
        if takeNumberedAction(paragraph) { return }
        if untitled, !isItem {
            untitled = false
            addToHeading = paragraph
            return
        }
        if let open {
            takeMore(paragraph, open, isItem)
        } else if isItem {
            takeItem(paragraph)
        } else {
            trail.take(paragraph)
        }
    }

    /// "1. Strengthen plans", with 1.1 and 1.2 below it.
    private mutating func takeNumberedArea(_ paragraph: Paragraph) -> Bool {
        if case .heading = paragraph.role { return false }
        guard let numeral = ListReader.numeral(paragraph), parents.contains(numeral),
            InlineFields(paragraph.text.string, mayGuess: true).fields.isEmpty
        else { return false }
        endAction()
        openArea(paragraph)
        open = nil
        return true
    }

    /// A heading is a new area in waiting, or opens a list: "What we will do".
    private mutating func takeHeading(_ paragraph: Paragraph) -> Bool {
        let before = trail.innermost?.place
        if let meaning = FieldLine.opened(by: paragraph) {
            if meaning == .action || action == nil || !isOfAction(meaning) { endAction() }
            if meaning == .action { listStart = rows.count }
            open = meaning
            return true
        }
        var next = trail
        next.take(paragraph)
        guard next.innermost?.place != before, next.innermost?.place == paragraph.place else { return false }
        let label = AreaLabel(paragraph.text.string)
        if label.word == "action" || label.word == "step" { return false }
        endAction()
        untitled = label.reference != nil && label.rest.isEmpty
        trail = next
        open = nil
        listStart = nil
        return true
    }

    private func isOfAction(_ meaning: ColumnMeaning) -> Bool {
        !ListReader.criteria.contains(meaning) || criteriaAreOfActions && !hasListOfMany
    }

    /// The present list holds more than one action.
    private var hasListOfMany: Bool {
        guard let listStart else { return false }
        return rows.count - listStart + (action == nil ? 0 : 1) > 1
    }

    private mutating func takeField(_ paragraph: Paragraph) -> Bool {
        guard let field = FieldLine(paragraph, needsValue: false), let meaning = field.meaning else {
            return false
        }
        let value = field.paragraph
        switch meaning {
        case .area:
            endAction()
            openArea(value)
            open = value.text.isEmpty ? .area : nil
        case .action:
            endAction()
            hasNamedAction = true
            listStart = value.text.isEmpty ? rows.count : nil
            if !value.text.isEmpty { begin(value) }
            open = .action
        case _ where !isOfAction(meaning):
            endAction()
            addAreaLevel(value, meaning)
            open = meaning
        default:
            add(value, meaning)
            open = meaning
        }
        return true
    }

    /// "Action 1.2: …"
    private mutating func takeNumberedAction(_ paragraph: Paragraph) -> Bool {
        let label = AreaLabel(paragraph.text.string)
        guard label.word == "action" || label.word == "step", let number = label.reference,
            !label.rest.isEmpty
        else {
            return false
        }
        endAction()
        hasNamedAction = true
        var text = paragraph
        text.text = Text(label.rest)
        if case .heading = text.role { text.role = .plain }
        begin(text)
        action?.add(
            PlanCell([Paragraph(Text(number), place: paragraph.place)], place: paragraph.place),
            as: .actionReference)
        open = nil
        return true
    }

    private mutating func takeMore(_ paragraph: Paragraph, _ meaning: ColumnMeaning, _ isItem: Bool) {
        switch meaning {
        case .area:
            openArea(paragraph)
            open = nil
        case .action:
            if isItem || action == nil {
                endAction()
                begin(paragraph)
            } else {
                action?.add(PlanCell([paragraph], place: paragraph.place), as: .action)
            }
        case _ where ListReader.criteria.contains(meaning):
            if isItem || isEmpty(meaning) {
                if action == nil { addAreaLevel(paragraph, meaning) } else { add(paragraph, meaning) }
            } else {
                open = nil
            }
        default:
            if isItem || action?.has(meaning) != true { add(paragraph, meaning) }
            if !isItem { open = nil }
        }
    }

    private func isEmpty(_ meaning: ColumnMeaning) -> Bool {
        action.map { !$0.has(meaning) } ?? (rows.last.map { !$0.has(meaning) } ?? true)
    }

    /// An item with its own lead or date is an action.
    private mutating func takeItem(_ paragraph: Paragraph) {
        let fields = InlineFields(paragraph.text.string, mayGuess: true)
        guard !fields.fields.isEmpty else {
            if var action, case .item(_, let level) = paragraph.role, level > 0 {
                action.add(PlanCell([paragraph], place: paragraph.place), as: .action)
                self.action = action
            }
            return
        }
        endAction()
        begin(paragraph)
        endAction()
    }
}

extension ListReader {
    private mutating func begin(_ paragraph: Paragraph) {
        openAreaFromHeading()
        let fields = InlineFields(paragraph.text.string, mayGuess: true)
        var row = PlanRow(place: paragraph.place)
        row.section = section
        var text = paragraph
        if !fields.fields.isEmpty { text.text = Text(fields.rest) }
        row.add(PlanCell([text], place: paragraph.place), as: .action)
        for (meaning, value) in fields.fields {
            row.add(
                PlanCell([Paragraph(Text(value), place: paragraph.place)], place: paragraph.place),
                as: meaning)
        }
        action = row
    }

    private mutating func endAction() {
        if let action { rows.append(action) }
        action = nil
    }

    private mutating func add(_ paragraph: Paragraph, _ meaning: ColumnMeaning) {
        guard !paragraph.text.isEmpty else { return }
        guard action != nil else {
            addAreaLevel(paragraph, meaning)
            return
        }
        let cell = PlanCell([paragraph], place: paragraph.place)
        action?.add(cell, as: meaning)
        guard let listStart, !ListReader.criteria.contains(meaning) else { return }
        for index in listStart..<max(rows.count, listStart)
        where rows[index].has(.action) && !rows[index].has(meaning) {
            rows[index].add(cell, as: meaning)
        }
    }

    private mutating func addAreaLevel(_ paragraph: Paragraph, _ meaning: ColumnMeaning) {
        guard !paragraph.text.isEmpty else { return }
        openAreaFromHeading()
        var row = PlanRow(place: paragraph.place)
        row.isAreaLevel = true
        row.section = section
        row.add(PlanCell([paragraph], place: paragraph.place), as: meaning)
        rows.append(row)
    }

    private mutating func openArea(_ paragraph: Paragraph) {
        guard !paragraph.text.isEmpty else { return }
        areaHeading = trail.innermost?.place ?? paragraph.place
        var row = PlanRow(place: paragraph.place)
        row.isAreaLevel = true
        row.section = trail.innermost?.text.string.inOneLine
        row.add(PlanCell([paragraph], place: paragraph.place), as: .area)
        rows.append(row)
    }

    private mutating func openAreaFromHeading() {
        guard let heading = trail.innermost, heading.place != areaHeading else { return }
        areaHeading = heading.place
        var row = PlanRow(place: heading.place)
        row.isAreaLevel = true
        row.section = section
        var paragraph = heading
        if case .heading = paragraph.role { paragraph.role = .plain }
        var words = [paragraph]
        if let added = addToHeading, AreaLabel(heading.text.string).rest.isEmpty { words.append(added) }
        row.add(PlanCell(words, place: heading.place), as: .area)
        rows.append(row)
    }

    /// The heading above the area's.
    private var section: String? { trail.headings.dropLast().last?.paragraph.text.string.inOneLine }
}
