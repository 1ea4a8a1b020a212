/// Reads the markup inside one pasted cell or paragraph: HTML tags, entities and Markdown emphasis, mixed or alone.
struct InlineMarkup {
    struct Piece {
        var text: Text
        var role: Paragraph.Role = .plain
    }

    /// More bytes than anyone writes into a cell: nothing is made of their markup.
    private static let longest = 1 << 20

    /// The paragraphs that the source holds. In a cell a line break begins a new one; in prose it stays inside.
    static func pieces(_ source: some Collection<UInt8>, inCell: Bool) -> [Piece] {
        guard source.count <= longest else {
            var builder = TextBuilder()
            builder.append(source)
            return [Piece(text: builder.finish())]
        }
        var tokens = InlineTokens(Array(source))
        tokens.read()
        var assembly = Assembly(inCell: inCell)
        for token in tokens.resolved { assembly.take(token) }
        assembly.endPiece()
        return assembly.pieces
    }

    /// All of the source as one paragraph's text.
    static func text(_ source: some Collection<UInt8>) -> Text {
        let pieces = pieces(source, inCell: false)
        guard let first = pieces.first else { return "" }
        return pieces.dropFirst().reduce(first.text) { $0.joined(to: $1.text, with: "\n") }
    }

    private struct Assembly {
        let inCell: Bool
        var pieces: [Piece] = []
        private var builder = TextBuilder()
        private var role = Paragraph.Role.plain
        private var depths = (bold: 0, italic: 0, underline: 0, struck: 0)
        private var lists: [(isOrdered: Bool, count: Int)] = []

        init(inCell: Bool) { self.inCell = inCell }

        private var style: TextBuilder.Style {
            TextBuilder.Style(
                isBold: depths.bold > 0, isItalic: depths.italic > 0, isUnderlined: depths.underline > 0,
                isStruck: depths.struck > 0)
        }

        mutating func take(_ token: InlineTokens.Token) {
            switch token {
            case .text(let bytes): builder.append(bytes, style: style)
            case .bold(let change): depths.bold = max(0, depths.bold + change)
            case .italic(let change): depths.italic = max(0, depths.italic + change)
            case .struck(let change): depths.struck = max(0, depths.struck + change)
            case .lineBreak: breakLine()
            case .tag(let name, let isClosing): take(name, isClosing)
            case .delimiter: return
            }
        }

        private mutating func take(_ name: String, _ isClosing: Bool) {
            let change = isClosing ? -1 : 1
            switch name {
            case "b", "strong": depths.bold = max(0, depths.bold + change)
            case "i", "em", "cite": depths.italic = max(0, depths.italic + change)
            case "u", "ins": depths.underline = max(0, depths.underline + change)
            case "s", "del", "strike": depths.struck = max(0, depths.struck + change)
            case "br": breakLine()
            case "ul", "ol":
                endPiece()
                role = .plain
                if !isClosing { lists.append((name == "ol", 0)) } else { _ = lists.popLast() }
            case "li":
                endPiece()
                role = .plain
                guard !isClosing else { return }
                var numeral: String?
                if let list = lists.indices.last, lists[list].isOrdered {
                    lists[list].count += 1
                    numeral = "\(lists[list].count)."
                }
                role = .item(numeral: numeral, level: max(0, lists.count - 1))
            case "h1", "h2", "h3", "h4", "h5", "h6":
                endPiece()
                role = isClosing ? .plain : .heading(level: Int(name.dropFirst()) ?? 1)
            case _ where InlineTokens.blocks(name): endPiece()
            default: return
            }
        }

        private mutating func breakLine() {
            if inCell { endPiece() } else { builder.breakLine() }
        }

        mutating func endPiece() {
            guard !builder.isEmpty else { return }
            if role == .plain, let length = ListMark.bulletLength(builder.bytes) {
                builder.removePrefix(length)
                role = .item(numeral: nil, level: 0)
            }
            let text = builder.finish()
            if !text.isEmpty { pieces.append(Piece(text: text, role: role)) }
            role = .plain
        }
    }
}
