/// The styles part: for each cell format, its number format, its font and its fill.
struct WorkbookStyles {
    struct Format {
        var number = NumberFormat("General")
        var look = TextBuilder.Style()
        /// In points.
        var fontSize = 11.0
        var fill: String?
    }

    private(set) var formats: [Format] = []
    private static let plain = Format()

    init(_ part: String?, _ colours: WorkbookColours, in package: OfficePackage) throws(Unreadable) {
        guard let part else { return }
        var formats: [Format] = []
        try package.tree(part) { root in
            var colours = colours
            if let custom = root[.sColors]?[.sIndexedColors] {
                for (index, entry) in custom.children.enumerated()
                where colours.palette.indices.contains(index) {
                    if let rgb = entry[.rgb], rgb.utf8.count >= 6 {
                        colours.palette[index] = rgb.suffix(6).uppercased()
                    }
                }
            }
            var codes: [Int: String] = [:]
            for entry in root[.sNumFmts]?.children ?? root.none {
                if let id = entry.number(.numFmtId), let code = entry[.formatCode] { codes[id] = code }
            }
            let fonts = (root[.sFonts]?.children ?? root.none).map { WorkbookStyles.font($0, colours) }
            let fills = (root[.sFills]?.children ?? root.none).map { WorkbookStyles.fill($0, colours) }
            var numbers: [Int: NumberFormat] = [:]
            for entry in root[.sCellXfs]?.children ?? root.none {
                var format = Format()
                let id = entry.number(.numFmtId) ?? 0
                let number = numbers[id] ?? NumberFormat(codes[id] ?? NumberFormat.builtIn(id))
                numbers[id] = number
                format.number = number
                if let font = entry.number(.fontId), fonts.indices.contains(font) {
                    format.look = fonts[font].look
                    format.fontSize = fonts[font].size
                }
                if let fill = entry.number(.fillId), fills.indices.contains(fill) {
                    format.fill = fills[fill]
                }
                formats.append(format)
            }
        }
        self.formats = formats
    }

    subscript(_ index: Int) -> Format {
        formats.indices.contains(index) ? formats[index] : WorkbookStyles.plain
    }

    /// Looks of a font, or of a run inside a cell: both list the same things.
    static func font(_ element: XMLElement, _ colours: WorkbookColours) -> (
        look: TextBuilder.Style, size: Double
    ) {
        var look = TextBuilder.Style()
        var size = 11.0
        for child in element.children {
            switch child.tag {
            case .sB: look.isBold = child.isOn
            case .sI: look.isItalic = child.isOn
            case .sU: look.isUnderlined = child[.val] != "none"
            case .sStrike: look.isStruck = child.isOn
            case .sSz: size = child[.val].flatMap(Double.init) ?? 11
            case .sColor:
                let colour = colours.colour(child)
                look.colour = colour == "000000" ? nil : colour
            default: break
            }
        }
        return (look, size)
    }

    private static func fill(_ element: XMLElement, _ colours: WorkbookColours) -> String? {
        guard let pattern = element[.sPatternFill], pattern[.patternType] == "solid" else { return nil }
        return colours.colour(pattern[.sFgColor])
    }
}

extension XMLElement {
    /// No children: what a missing list holds.
    var none: Children { Children(fragment: fragment, following: -1) }
}
