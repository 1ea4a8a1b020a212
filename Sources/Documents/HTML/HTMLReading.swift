import Kernel

/// Turns HTML's tags and text into blocks in one pass, with its own stack: deep nesting costs no machine stack.
struct HTMLReading {
    private var tokens: HTMLTokens
    private let limits: ReadingLimits
    private let deadline: Deadline
    private var budget: CellBudget
    private var elements: [Element] = []
    private var lists: [HTMLList] = []
    private var tables: [TableAssembly] = []
    private var classes: [String: HTMLStyle] = [:]
    private var builder = TextBuilder()
    private var role = Paragraph.Role.plain
    private var numeral = TextBuilder()
    private(set) var tableCount = 0
    private var paragraphCount = 0
    private var hiddenDepth = 0
    private var numeralDepth = 0
    private var openParagraphs = 0
    private(set) var blocks: [Block] = []
    private(set) var title: String?
    private(set) var droppedWords = 0
    private(set) var insertions = 0
    private(set) var pictures = 0

    private struct Element {
        var name: String
        var style: TextBuilder.Style
        var isHidden = false
        var isNumeral = false
        var opensList = false
        var role: Paragraph.Role?
    }

    init(_ source: [UInt8], limits: ReadingLimits, firstTable: Int = 0) {
        tokens = HTMLTokens(source)
        self.limits = limits
        deadline = Deadline(limits)
        budget = CellBudget(limits)
        tableCount = firstTable
    }

    mutating func run() throws(Unreadable) {
        var count = 0
        while let token = tokens.next() {
            count += 1
            if count % 256 == 0 { try deadline.check() }
            switch token {
            case .text(let bytes): take(bytes)
            case .start(let tag): try begin(tag)
            case .end(let name): try end(name)
            }
        }
        while !tables.isEmpty { try endTable() }
        endParagraph()
    }

    // MARK: Words

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        let text = Entity.decodeAll(bytes)
        guard hiddenDepth == 0 else {
            if elements.last(where: \.isHidden)?.name == "del" {
                droppedWords += text.split(whereSeparator: \.isSpace).count
            }
            return
        }
        if numeralDepth > 0 {
            numeral.append(text)
            return
        }
        // White space between a table's rows is nobody's.
        if let table = tables.last, table.cell == nil, elements.last?.name != "caption",
            text.allSatisfy(\.isSpace)
        {
            return
        }
        builder.append(text, style: elements.last?.style ?? .plain)
    }

    private mutating func endParagraph() {
        defer {
            numeral = TextBuilder()
            if case .item(_, let level) = role { role = .item(numeral: nil, level: level) }
        }
        guard !builder.isEmpty else { return }
        var role = role
        if !numeral.isEmpty {
            let printed = numeral.finish().string
            let isNumeral = printed.contains { $0.isNumber || $0.isLetter } && printed != "o"
            var level = 0
            if case .item(_, let given) = role { level = given }
            role = .item(numeral: isNumeral ? printed : nil, level: level)
        } else if role == .plain, !tables.isEmpty, let length = ListMark.bulletLength(builder.bytes) {
            builder.removePrefix(length)
            role = .item(numeral: nil, level: 0)
        }
        let text = builder.finish()
        guard !text.isEmpty else { return }
        add { .paragraph(Paragraph(text, role: role, place: $0)) }
        // A second paragraph of an item is not an item of its own.
        if case .item = self.role { self.role = .plain }
    }

    private mutating func add(_ block: (Place) -> Block) {
        if let last = tables.indices.last, tables[last].cell != nil {
            tables[last].add(block(tables[last].cellPlace))
        } else if let last = tables.indices.last, elements.contains(where: { $0.name == "caption" }) {
            if case .paragraph(let caption) = block(Place()) { tables[last].caption = caption.text.string }
        } else if tables.count > 1,
            let outer = tables.indices.dropLast().last(where: { tables[$0].cell != nil })
        {
            tables[outer].add(block(tables[outer].cellPlace))
        } else {
            paragraphCount += 1
            blocks.append(block(Place(paragraph: paragraphCount)))
        }
    }

    // MARK: Tags

    private mutating func begin(_ tag: HTMLTokens.Tag) throws(Unreadable) {
        let name = tag.name
        if HTMLElements.raw.contains(name) {
            let raw = tokens.rawText(of: name)
            if name == "title", title == nil {
                var builder = TextBuilder()
                builder.append(Entity.decodeAll(raw))
                title = builder.isEmpty ? nil : builder.finish().string
            } else if name == "style", classes.count < 5000 {
                classes.merge(HTMLStyle.classes(in: String(decoding: raw, as: UTF8.self))) { $1 }
            }
            return
        }
        if name == "br" {
            if hiddenDepth == 0 { tables.isEmpty ? builder.breakLine() : endParagraph() }
            return
        }
        if let (ends, within) = HTMLElements.implied(by: name) { endImplied(ends, within) }
        switch name {
        case "table": try beginTable()
        case "caption", "thead", "tbody", "tfoot": try endOpenCell()
        case "tr": try endOpenCell()
        case "td", "th": try endOpenCell()
        default: if HTMLElements.blocks.contains(name) { endParagraph() }
        }
        if name == "img" { pictures += hiddenDepth == 0 ? 1 : 0 }
        if name == "ins" { insertions += 1 }
        guard !HTMLElements.void.contains(name) else { return }

        let style = style(of: tag)
        push(tag, style)
        guard elements.count <= limits.depth * 20 else { throw .tooDeep(limits) }
        guard hiddenDepth == 0, let last = tables.indices.last else { return }
        switch name {
        case "thead": tables[last].beginHead(true)
        case "tbody", "tfoot": tables[last].beginHead(false)
        case "tr":
            tables[last].endRow()
            try budget.admitRow()
            tables[last].beginRow(fill: style.fill)
        case "td", "th":
            if !tables[last].hasOpenRow {
                try budget.admitRow()
                tables[last].beginRow(fill: nil)
            }
            tables[last].beginCell(
                columnSpan: tag.number("colspan") ?? 1, rowSpan: tag.number("rowspan") ?? 1, fill: style.fill,
                isHeader: name == "th" && tag.attribute("scope") != "row")
            role = .plain
        default: return
        }
    }

    private mutating func push(_ tag: HTMLTokens.Tag, _ style: HTMLStyle) {
        var element = Element(name: tag.name, style: elements.last?.style ?? .plain)
        if HTMLElements.scopes.contains(tag.name) { element.style = .plain }
        switch tag.name {
        case "b", "strong": element.style.isBold = true
        case "i", "em", "cite": element.style.isItalic = true
        case "u": element.style.isUnderlined = true
        case "s", "strike": element.style.isStruck = true
        case "font":
            if let colour = tag.attribute("color").flatMap(HTMLColour.hex) { element.style.colour = colour }
        default: break
        }
        element.style.isBold = style.isBold ?? element.style.isBold
        element.style.isItalic = style.isItalic ?? element.style.isItalic
        element.style.isUnderlined = style.isUnderlined ?? element.style.isUnderlined
        element.style.isStruck = style.isStruck ?? element.style.isStruck
        if let colour = style.colour { element.style.colour = colour == "000000" ? nil : colour }
        element.isNumeral = style.isListNumeral
        element.isHidden =
            style.isHidden && !style.isListNumeral || HTMLElements.hidden.contains(tag.name)
            || tag.attribute("hidden") != nil
        if element.isHidden { hiddenDepth += 1 }
        if element.isNumeral { numeralDepth += 1 }
        if element.name == "p" { openParagraphs += 1 }
        takeRole(tag, style, &element)
        elements.append(element)
    }

    private mutating func takeRole(_ tag: HTMLTokens.Tag, _ style: HTMLStyle, _ element: inout Element) {
        switch tag.name {
        case "ul", "ol", "menu":
            lists.append(HTMLList(tag))
            element.opensList = true
        case "li":
            let printed = lists.indices.last.flatMap { lists[$0].numeral(value: tag.number("value")) }
            role = .item(numeral: printed, level: max(0, lists.count - 1))
        case "h1", "h2", "h3", "h4", "h5", "h6":
            role = .heading(level: Int(tag.name.dropFirst()) ?? 1)
            element.role = role
        case "p", "div":
            if let level = style.listLevel { role = .item(numeral: nil, level: min(level, 20)) }
            if tag.attribute("role") == "heading" {
                role = .heading(level: max(1, min(6, tag.number("aria-level") ?? 2)))
                element.role = role
            }
        default: return
        }
    }

    private func style(of tag: HTMLTokens.Tag) -> HTMLStyle {
        var style = HTMLStyle("")
        if let names = tag.attribute("class"), !classes.isEmpty {
            for name in names.split(separator: " ").prefix(20) {
                if let known = classes[String(name)] { style.add(known) }
            }
        }
        if let own = tag.attribute("style") { style.add(HTMLStyle(own)) }
        if style.fill == nil, tag.name == "td" || tag.name == "th" || tag.name == "tr" {
            style.fill = tag.attribute("bgcolor").flatMap(HTMLColour.hex)
        }
        return style
    }

    private mutating func endImplied(_ ends: Set<String>, _ within: Set<String>) {
        guard ends != ["p"] || openParagraphs > 0 else { return }
        for index in elements.indices.reversed() {
            let name = elements[index].name
            if ends.contains(name) {
                endParagraph()
                pop(to: index)
                return
            }
            if within.contains(name) || HTMLElements.scopes.contains(name) { return }
        }
    }

    private mutating func end(_ name: String) throws(Unreadable) {
        switch name {
        case "table":
            if !tables.isEmpty { try endTable() }
        case "td", "th":
            try endOpenCell()
        case "tr":
            try endOpenCell()
            if let last = tables.indices.last { tables[last].endRow() }
        case "thead", "tbody", "tfoot":
            try endOpenCell()
            if let last = tables.indices.last {
                tables[last].endRow()
                tables[last].beginHead(false)
            }
        case "br", "body", "html": return
        default:
            if HTMLElements.blocks.contains(name) || name == "caption" { endParagraph() }
            guard
                let index = elements.lastIndex(where: {
                    $0.name == name || HTMLElements.scopes.contains($0.name)
                }), elements[index].name == name
            else { return }
            let isBlock = HTMLElements.blocks.contains(name)
            pop(to: index)
            if isBlock { role = elements.last(where: { $0.role != nil })?.role ?? .plain }
        }
    }

    private mutating func pop(to index: Int) {
        for element in elements[index...] {
            if element.isHidden { hiddenDepth -= 1 }
            if element.isNumeral { numeralDepth -= 1 }
            if element.name == "p" { openParagraphs -= 1 }
            if element.opensList { _ = lists.popLast() }
        }
        elements.removeSubrange(index...)
    }

    // MARK: Tables

    private mutating func beginTable() throws(Unreadable) {
        endParagraph()
        role = .plain
        guard tables.count < limits.depth else { throw .tooDeep(limits) }
        tableCount += 1
        tables.append(TableAssembly(number: tableCount, place: Place()))
    }

    /// Ends the cell of the innermost table, and whatever was left open in it.
    private mutating func endOpenCell() throws(Unreadable) {
        guard let last = tables.indices.last, let start = elements.lastIndex(where: { $0.name == "table" })
        else {
            return
        }
        endParagraph()
        role = .plain
        pop(to: start + 1)
        if tables[last].cell != nil { try tables[last].endCell(&budget) }
    }

    private mutating func endTable() throws(Unreadable) {
        try endOpenCell()
        if let start = elements.lastIndex(where: { $0.name == "table" }) { pop(to: start) }
        guard var assembly = tables.popLast(), let table = assembly.finish() else { return }
        // One cell alone is a frame around what it holds.
        if table.rows.count == 1, table.rows[0].cells.count == 1, !table.rows[0].cells[0].tables.isEmpty {
            let cell = table.rows[0].cells[0]
            for paragraph in cell.paragraphs {
                add { .paragraph(Paragraph(paragraph.text, role: paragraph.role, place: $0)) }
            }
            for inner in cell.tables { add { _ in .table(inner) } }
            return
        }
        add { _ in .table(table) }
    }
}
