/// The styles part: what a paragraph or character style says, with what it inherits (ECMA-376 part 1, 17.7).
struct WordStyles {
    struct Style {
        var basedOn: String?
        var name = ""
        /// From 0; 9 is body text.
        var outlineLevel: Int?
        var list: Int?
        var level: Int?
        var look = WordLook()
    }

    struct ListPlace: Hashable {
        var list: Int
        var level: Int?
        /// The style that gave it, where a style did.
        var styleID: String?
    }

    private var styles: [String: Style] = [:]
    private(set) var defaultLook = WordLook()
    private(set) var defaultParagraphStyle: String?
    /// A style may be based on another, but not for ever.
    private static let longestChain = 32

    init(_ part: String?, in package: OfficePackage) throws(Unreadable) {
        guard let part else { return }
        var found: [String: Style] = [:]
        var defaultLook = WordLook()
        var defaultStyle: String?
        try package.tree(part) { root in
            for child in root.children {
                if child.tag == .wDocDefaults {
                    if let properties = child[.wRPrDefault]?[.wRPr] { defaultLook = WordLook(properties) }
                } else if child.tag == .wStyle, let id = child[.styleId] {
                    found[id] = WordStyles.style(child)
                    if child[.type] == "paragraph", child.isOn(.default) { defaultStyle = id }
                }
            }
        }
        styles = found
        self.defaultLook = defaultLook
        defaultParagraphStyle = defaultStyle
    }

    private static func style(_ element: XMLElement) -> Style {
        var style = Style()
        style.basedOn = element[.wBasedOn]?[.val]
        style.name = (element[.wName]?[.val] ?? "").lowercased()
        if let properties = element[.wPPr] {
            style.outlineLevel = properties[.wOutlineLvl]?.number(.val)
            if let numbering = properties[.wNumPr] {
                style.list = numbering[.wNumId]?.number(.val)
                style.level = numbering[.wIlvl]?.number(.val)
            }
        }
        if let properties = element[.wRPr] { style.look = WordLook(properties) }
        return style
    }

    /// The style and those it is based on, nearest first.
    private func chain(_ id: String?) -> [(id: String, style: Style)] {
        var result: [(String, Style)] = []
        var next = id
        while let id = next, let style = styles[id], result.count < WordStyles.longestChain {
            result.append((id, style))
            next = style.basedOn
        }
        return result
    }

    func name(of id: String?) -> String {
        id.flatMap { styles[$0]?.name } ?? ""
    }

    /// 1 is the highest; nil for body text. By outline level, else by the name of the style.
    func headingLevel(of id: String?) -> Int? {
        for (_, style) in chain(id) {
            if let level = style.outlineLevel { return (0...8).contains(level) ? level + 1 : nil }
            if style.name == "title" { return 1 }
            if style.name == "subtitle" { return 2 }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)),
                (1...9).contains(level)
            {
                return level
            }
        }
        return nil
    }

    /// The list that a style puts its paragraphs into; list 0 is none.
    func numbering(of id: String?) -> ListPlace? {
        let chain = chain(id)
        guard let index = chain.firstIndex(where: { $0.style.list != nil }),
            let list = chain[index].style.list
        else { return nil }
        let level = chain[...index].compactMap { $0.style.level }.first
        return list == 0 ? nil : ListPlace(list: list, level: level, styleID: chain[index].id)
    }

    func look(of id: String?) -> WordLook {
        chain(id).reversed().reduce(WordLook()) { $0.overlaid(by: $1.style.look) }
    }
}
