import Kernel

/// Goes down the lines of a pasted text once and gathers them into blocks.
struct PastedReading {
    private let lines: [PastedLine]
    private let limits: ReadingLimits
    private let deadline: Deadline
    private var tables: PastedTables
    private var index = 0
    /// Indents of the list items that are still open, outermost first.
    private var indents: [Int] = []
    private(set) var blocks: [Block] = []

    init(lines: [PastedLine], limits: ReadingLimits) {
        self.lines = lines
        self.limits = limits
        deadline = Deadline(limits)
        tables = PastedTables(limits: limits)
    }

    mutating func run() throws(Unreadable) {
        while index < lines.count {
            try deadline.check()
            let line = lines[index]
            if line.isBlank || line.isRule || line.isFence {
                index += 1
            } else if line.beginsHTMLTable {
                try takeHTMLTable()
            } else if line.isPipeRow || isPipeHeader(at: index) {
                try takePipeTable()
            } else if let heading = line.hashHeading {
                add(heading: InlineMarkup.text(heading.text), level: heading.level, line)
                index += 1
            } else if let rows = tabBlock() {
                try take(rows)
            } else if let mark = ListMark(line.bytes) {
                takeItem(mark)
            } else {
                takeParagraph()
            }
        }
    }

    // MARK: Tables

    /// A Markdown table may leave out the pipes at its sides: the rule under the header tells.
    private func isPipeHeader(at index: Int) -> Bool {
        lines[index].bytes.contains(0x7C) && index + 1 < lines.count && lines[index + 1].isPipeRule
    }

    private mutating func takePipeTable() throws(Unreadable) {
        let start = index
        let isOpenSided = !lines[index].isPipeRow
        while index < lines.count, lines[index].isPipeRow || isOpenSided && lines[index].bytes.contains(0x7C)
        {
            index += 1
        }
        indents = []
        let rows = PastedTables.pipeRows(Array(lines[start..<index]))
        if !rows.isEmpty { blocks.append(.table(try tables.table(rows))) }
    }

    /// A table in HTML's own tags, as converters write those that Markdown cannot.
    private mutating func takeHTMLTable() throws(Unreadable) {
        let start = index
        var open = 0
        var source: [UInt8] = []
        repeat {
            source += lines[index].bytes + [0x0A]
            open += lines[index].count(of: "<table") - lines[index].count(of: "</table")
            index += 1
        } while index < lines.count && open > 0
        var reading = HTMLReading(source, limits: limits, firstTable: tables.count)
        try reading.run()
        for case .table(var table) in reading.blocks {
            table.place.line = lines[start].number
            blocks.append(.table(table))
        }
        for case .paragraph(let paragraph) in reading.blocks {
            add(paragraph.text, paragraph.role, lines[start])
        }
        tables.skip(reading.tableCount - tables.count)
        indents = []
    }

    /// The lines of the table with tabs that begins here; nil where the tabs only indent, or follow a list's mark.
    private func tabBlock() -> [PastedLine]? {
        guard lines[index].hasTab, !isIndented(lines[index]) || isAfterTable, !isBullet(lines[index]) else {
            return nil
        }
        var end = index
        while end < lines.count, isTableLine(at: end, from: index) { end += 1 }
        while end > index, !lines[end - 1].hasTab, !isTailLine(end - 1) { end -= 1 }
        let block = Array(lines[index..<end])
        let isList = block.allSatisfy { line in
            guard let mark = ListMark(line.bytes) else { return false }
            return !line.bytes.dropFirst(mark.length).contains(0x09)
        }
        return isList ? nil : block
    }

    private func isTableLine(at position: Int, from start: Int) -> Bool {
        let line = lines[position]
        if line.hasTab { return !isBullet(line) }
        return position > start && !line.isBlank && !line.isPipeRow && line.hashHeading == nil && !line.isRule
    }

    /// A bullet, a tab and words: what Word makes of a list's item.
    private func isBullet(_ line: PastedLine) -> Bool {
        guard let mark = ListMark(line.bytes), mark.numeral == nil else { return false }
        return !line.bytes.dropFirst(mark.length).contains(0x09)
    }

    private func isTailLine(_ position: Int) -> Bool {
        guard lines[position].beginsLowercase, position > 0 else { return false }
        return lines[position - 1].hasTab && lines[position - 1].bytes.last?.isSpace == false
    }

    private func isIndented(_ line: PastedLine) -> Bool {
        !line.trimmed.contains(0x09) && line.bytes.last != 0x09
    }

    private var isAfterTable: Bool {
        if case .table = blocks.last { return true }
        return false
    }

    private mutating func take(_ block: [PastedLine]) throws(Unreadable) {
        index += block.count
        indents = []
        blocks.append(.table(try tables.table(PastedTables.tabRows(block))))
    }

    // MARK: Lists

    private mutating func takeItem(_ mark: ListMark) {
        let first = lines[index]
        let start = index
        var parts = [first.bytes.dropFirst(mark.length)]
        index += 1
        while index < lines.count, continuesProse(lines[index]), let last = parts.last,
            goesOn(lines[index], after: last, indent: mark.indent)
        {
            parts.append(lines[index].trimmed)
            index += 1
        }
        let text = InlineMarkup.text(Prose.join(parts))
        guard !text.isEmpty else { return }
        if parts.count == 1, let numeral = mark.numeral, isNumberedHeading(text, mark, at: start) {
            let level = min(6, 1 + numeral.split(separator: ".").count)
            add(heading: InlineMarkup.text(first.trimmed), level: level, first)
            return
        }
        while let last = indents.last, last > mark.indent { indents.removeLast() }
        if indents.last.map({ mark.indent > $0 + 1 }) ?? true { indents.append(mark.indent) }
        add(text, .item(numeral: mark.numeral, level: max(0, indents.count - 1)), first)
    }

    /// A short item that could end where it does is not joined to a line that could begin there.
    private func goesOn(_ line: PastedLine, after part: ArraySlice<UInt8>, indent: Int) -> Bool {
        let space = line.bytes.prefix { $0 == 0x20 }.count
        return space > indent || part.count >= 45 || line.beginsLowercase || part.last == 0x2C
            || Prose.endsOnSmallWord(part)
    }

    /// `2. Actions and Progress` standing alone, where no other item of that list stands near it.
    private func isNumberedHeading(_ text: Text, _ mark: ListMark, at position: Int) -> Bool {
        guard mark.numeral?.first?.isNumber == true, lines[position].trimmed.first?.isDigit == true,
            Prose.isTitle(text.string), position == 0 || lines[position - 1].isBlank,
            index == lines.count || lines[index].isBlank
        else { return false }
        let before = lines[..<position].last { !$0.isBlank }
        let after = lines[index...].first { !$0.isBlank }
        return ![before, after].contains { neighbour in
            guard let neighbour, let other = ListMark(neighbour.bytes), other.indent == mark.indent else {
                return false
            }
            let isBulleted = neighbour.trimmed.first?.isDigit == false
            return !isBulleted
                && other.numeral.map { Self.depth($0) == Self.depth(mark.numeral ?? "") } == true
        }
    }

    private static func depth(_ numeral: String) -> Int { numeral.split(separator: ".").count }

    // MARK: Prose

    /// A line that goes on with the paragraph or item above it.
    private func continuesProse(_ line: PastedLine) -> Bool {
        !line.isBlank && !line.hasTab && !line.isPipeRow && !line.isRule && line.hashHeading == nil
            && ListMark(line.bytes) == nil && !line.isBoldAlone
    }

    private mutating func takeParagraph() {
        let start = index
        index += 1
        while index < lines.count, continuesProse(lines[index]) { index += 1 }
        let group = Array(lines[start..<index])
        indents = []
        if index < lines.count, lines[index].isRule, lines[index].trimmed.count >= 3, group.count == 1,
            lines[index].trimmed.first == 0x3D || lines[index].trimmed.first == 0x2D
        {
            add(
                heading: InlineMarkup.text(group[0].trimmed),
                level: lines[index].trimmed.first == 0x3D ? 1 : 2,
                group[0])
            return
        }
        if areSeparateItems(group) {
            for line in group { add(InlineMarkup.text(line.trimmed), .plain, line) }
            return
        }
        for piece in InlineMarkup.pieces(Prose.join(group.map(\.trimmed)), inCell: false) {
            if case .heading(let level) = piece.role {
                add(heading: piece.text, level: level, group[0])
            } else if let level = headingLevel(piece.text, group, start: start) {
                add(heading: piece.text, level: level, group[0])
            } else if group[0].beginsLowercase, piece.role == .plain, joinsLast(piece.text) {
                continue
            } else {
                add(piece.text, piece.role, group[0])
            }
        }
    }

    /// Short lines, none of which ends or goes on: the members of a team, a table of contents.
    private func areSeparateItems(_ group: [PastedLine]) -> Bool {
        group.count > 1
            && group.allSatisfy { line in
                let text = line.trimmed
                guard text.count <= 70, let first = text.first, !first.isLowercase, text.last != 0x2C else {
                    return false
                }
                return !Prose.endsOnSmallWord(text) && hasMatchedStars(text)
            }
            && group.dropLast().allSatisfy { !Prose.isFinished($0.trimmed) || $0.trimmed.count <= 45 }
    }

    private func hasMatchedStars(_ text: ArraySlice<UInt8>) -> Bool {
        text.filter { $0 == 0x2A }.count % 4 == 0
    }

    private func headingLevel(_ text: Text, _ group: [PastedLine], start: Int) -> Int? {
        guard text.string.utf8.count <= 200 else { return nil }
        let isCapital = Prose.isAllCapitals(text.string)
        if text.isWholly(.bold) { return isCapital ? 1 : 2 }
        guard group.count == 1 else { return nil }
        if isCapital, text.string.last != "." { return 1 }
        let isAlone =
            (start == 0 || lines[start - 1].isBlank) && (index == lines.count || lines[index].isBlank)
        return isAlone && Prose.isTitle(text.string) && text.string.contains(where: \.isLowercase) ? 3 : nil
    }

    /// Joins words that a page break cut off to the paragraph before them.
    private mutating func joinsLast(_ text: Text) -> Bool {
        guard case .paragraph(var last) = blocks.last, !Prose.isFinished(last.text.string.utf8),
            last.text.string.utf8.count >= 40 || Prose.endsOnSmallWord(last.text.string.utf8)
        else { return false }
        if case .heading = last.role { return false }
        last.text = last.text.joined(to: text)
        blocks[blocks.count - 1] = .paragraph(last)
        return true
    }

    private mutating func add(heading text: Text, level: Int, _ line: PastedLine) {
        indents = []
        add(text, .heading(level: level), line)
    }

    private mutating func add(_ text: Text, _ role: Paragraph.Role, _ line: PastedLine) {
        guard !text.isEmpty else { return }
        blocks.append(
            .paragraph(Paragraph(text, role: role, place: Place(page: line.page, line: line.number))))
    }
}
