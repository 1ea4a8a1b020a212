import Kernel

/// A paragraph while its runs are read.
struct WordParagraph {
    var builder: TextBuilder
    /// The page on which its first words stand.
    var page: Int?
    /// Text boxes anchored in it; they follow it.
    var boxes: [XMLElement] = []
}

extension WordStory {
    /// The paragraph and the text boxes anchored in it; none where its mark was deleted and it runs on.
    func paragraph(_ element: XMLElement) throws(Unreadable) -> [Block] {
        let properties = element[.wPPr]
        let style = properties?[.wPStyle]?[.val] ?? styles.defaultParagraphStyle
        if properties?[.wPageBreakBefore]?.isOn == true { pages.typedBreak() }
        if styles.name(of: style).hasPrefix("toc ") {
            tally.contentsLists = 1
            fields.removeAll()
            return []
        }
        var state = WordParagraph(builder: carried ?? TextBuilder())
        carried = nil
        let look = styles.defaultLook.overlaid(by: look(ofStyle: style))
        inline(element, look, &state)
        // An instruction never runs past its paragraph, but for a field that is broken.
        while fields.last == true { fields.removeLast() }
        var found: [Block] = []
        let mark = properties?[.wRPr]
        if mark?[.wDel] != nil || mark?[.wMoveFrom] != nil {
            tally.deletions += mark?[.wDel] == nil ? 0 : 1
            if !state.builder.isEmpty { carried = state.builder }
        } else {
            if mark?[.wIns] != nil { tally.insertions += 1 }
            if let paragraph = finish(&state, properties, style) {
                try budget.take(paragraph.text)
                found.append(.paragraph(paragraph))
            }
        }
        for box in state.boxes { found.append(contentsOf: try blocks(in: box)) }
        return found
    }

    /// What was carried past the last paragraph of a cell or of the body.
    func finishParagraphs() -> [Block] {
        guard let builder = carried else { return [] }
        carried = nil
        var state = WordParagraph(builder: builder)
        return finish(&state, nil, nil).map { [.paragraph($0)] } ?? []
    }

    private func finish(_ state: inout WordParagraph, _ properties: XMLElement?, _ style: String?)
        -> Paragraph?
    {
        let text = state.builder.finish()
        let list = listPlace(properties, style)
        let numeral = list.flatMap { counter.next(list: $0.list, level: $0.level ?? 0) }
        if text.isEmpty {
            guard case .printed = numeral else { return nil }
        }
        let place = place(isEmpty: text.isEmpty, page: state.page ?? pages.number)
        if let level = headingLevel(properties, style) {
            guard case .printed(let printed) = numeral, !text.isEmpty else {
                return text.isEmpty ? nil : Paragraph(text, role: .heading(level: level), place: place)
            }
            return Paragraph(Text(printed).joined(to: text), role: .heading(level: level), place: place)
        }
        let level = list?.level ?? 0
        switch numeral {
        case .printed(let printed):
            return Paragraph(text, role: .item(numeral: printed, level: level), place: place)
        case .bullet: return Paragraph(text, role: .item(numeral: nil, level: level), place: place)
        case .some(.none), nil: return Paragraph(text, place: place)
        }
    }

    private func headingLevel(_ properties: XMLElement?, _ style: String?) -> Int? {
        if let level = properties?[.wOutlineLvl]?.number(.val) {
            return (0...8).contains(level) ? level + 1 : nil
        }
        return styles.headingLevel(of: style)
    }

    /// The list and level of a paragraph: its own words first, then its style's.
    private func listPlace(_ properties: XMLElement?, _ style: String?) -> WordStyles.ListPlace? {
        let own = properties?[.wNumPr]
        let ownList = own?[.wNumId]?.number(.val)
        let ownLevel = own?[.wIlvl]?.number(.val)
        if ownList == 0 { return nil }
        if let ownList {
            let level = ownLevel ?? style.flatMap { counter.numbering.level(of: $0, in: ownList) } ?? 0
            return WordStyles.ListPlace(list: ownList, level: level)
        }
        guard var place = styles.numbering(of: style) else { return nil }
        // A style's place in its list is the level that names the style.
        let linked = place.styleID.flatMap { counter.numbering.level(of: $0, in: place.list) }
        place.level = ownLevel ?? linked ?? place.level ?? 0
        return place
    }
}
