import Kernel

extension WordStory {
    /// Reads what stands in a paragraph: runs, and whatever is wrapped round them.
    func inline(_ element: XMLElement, _ look: WordLook, _ state: inout WordParagraph) {
        for child in element.children {
            switch child.tag {
            case .wR: run(child, look, &state)
            case .wPPr, .wSdtPr, .wRPr: break
            case .wIns:
                tally.insertions += 1
                inline(child, look, &state)
            case .wMoveTo:
                tally.moves += 1
                inline(child, look, &state)
            case .wDel: tally.deletions += 1
            case .wMoveFrom: break
            case .wSdt:
                if child[.wSdtPr]?[.wShowingPlcHdr]?.isOn != true, let content = child[.wSdtContent] {
                    inline(content, look, &state)
                }
            case .mcAlternateContent:
                if let chosen = WordStory.choice(of: child) { inline(chosen, look, &state) }
            case .mT: child.forEachText { emit($0, look, &state) }
            default: inline(child, look, &state)
            }
        }
    }

    private func run(_ element: XMLElement, _ look: WordLook, _ state: inout WordParagraph) {
        var look = look
        if let properties = element[.wRPr] {
            if let style = properties[.wRStyle]?[.val] { look = look.overlaid(by: self.look(ofStyle: style)) }
            look = look.overlaid(by: WordLook(properties))
        }
        pieces(element, look, &state)
    }

    private func pieces(_ element: XMLElement, _ look: WordLook, _ state: inout WordParagraph) {
        for child in element.children {
            switch child.tag {
            case .wT: child.forEachText { emit($0, look, &state) }
            case .wTab, .wPTab: emit(" ".utf8, look, &state)
            case .wBr:
                if child[.type] == "page" { pages.typedBreak() }
                if !isInInstruction { state.builder.breakLine() }
            case .wCr: if !isInInstruction { state.builder.breakLine() }
            case .wNoBreakHyphen: emit("-".utf8, look, &state)
            case .wSym: symbol(child, look, &state)
            case .wLastRenderedPageBreak: pages.notedBreak()
            case .wFldChar: field(child, look, &state)
            case .wFootnoteReference: reference(child, isEndnote: false)
            case .wEndnoteReference: reference(child, isEndnote: true)
            case .wRuby: if let base = child[.wRubyBase] { inline(base, look, &state) }
            case .mcAlternateContent:
                if let chosen = WordStory.choice(of: child) { pieces(chosen, look, &state) }
            case .wDrawing, .wPict, .wObject: drawing(child, &state)
            default: break
            }
        }
    }

    private var isInInstruction: Bool { fields.contains(true) }

    private func emit(_ text: some Collection<UInt8>, _ look: WordLook, _ state: inout WordParagraph) {
        guard !isInInstruction, !text.isEmpty else { return }
        if look.isHidden == true {
            tally.hiddenRuns += 1
            return
        }
        if let font = look.symbolFont, !font.isEmpty {
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                append(character: Int(scalar.value), font: font, look, &state)
            }
        } else {
            state.builder.append(text, style: look.textStyle)
        }
        guard !state.builder.isEmpty else { return }
        pages.meetText()
        if state.page == nil { state.page = pages.number }
    }

    private func symbol(_ element: XMLElement, _ look: WordLook, _ state: inout WordParagraph) {
        guard !isInInstruction, look.isHidden != true,
            let code = element[.char].flatMap({ Int($0, radix: 16) })
        else { return }
        append(character: code, font: element[.font] ?? "", look, &state)
        if state.page == nil { state.page = pages.number }
    }

    private func append(character code: Int, font: String, _ look: WordLook, _ state: inout WordParagraph) {
        if code == 0x20 {
            state.builder.append(" ".utf8)
        } else if let character = WordSymbols.character(code, font: font) {
            state.builder.append(character.utf8, style: look.textStyle)
        } else {
            tally.unknownSymbols += 1
            state.builder.append("\u{FFFD}".utf8, style: look.textStyle)
        }
    }

    private func field(_ element: XMLElement, _ look: WordLook, _ state: inout WordParagraph) {
        switch element[.fldCharType] {
        case "begin":
            if let form = element[.wFfData] { emit(WordStory.formValue(form).utf8, look, &state) }
            fields.append(true)
        case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    /// What a form field of the old kind shows: a box, or the chosen entry of a list.
    private static func formValue(_ form: XMLElement) -> String {
        if let box = form[.wCheckBox] {
            return (box[.wChecked] ?? box[.wDefault])?.isOn == true ? "☒" : "☐"
        }
        if let list = form[.wDDList] {
            let entries = list.children.filter { $0.tag == .wListEntry }
            let chosen = (list[.wResult] ?? list[.wDefault])?.number(.val) ?? 0
            return entries.indices.contains(chosen) ? entries[chosen][.val] ?? "" : ""
        }
        return ""
    }

    private func reference(_ element: XMLElement, isEndnote: Bool) {
        guard let id = element[.id], let texts = (isEndnote ? endnotes : footnotes)[id] else { return }
        if element.isOn(.customMarkFollows) {
            refer(to: texts, mark: "*")
        } else if isEndnote {
            endnoteCount += 1
            refer(to: texts, mark: Numerals.roman(endnoteCount))
        } else {
            footnoteCount += 1
            refer(to: texts, mark: "\(footnoteCount)")
        }
    }
}
