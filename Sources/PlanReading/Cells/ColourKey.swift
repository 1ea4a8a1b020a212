import Documents
import PlanFormat

/// What the document's own key says that its colours mean.
struct ColourKey {
    /// By colour word ("green") and by fill (`00B050`).
    private var meanings: [String: Plan.Action.Status] = [:]

    static let colours: Set<String> = [
        "red", "amber", "green", "blue", "grey", "gray", "white", "yellow", "purple", "black", "orange",
    ]

    /// Looks through lines ("Green – complete") and tables of two columns ("Blue | Complete").
    static func find(in document: Document) -> ColourKey {
        var key = ColourKey()
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph): key.take(line: paragraph.text.string)
            case .table(let table):
                guard table.columnCount <= 4 || table.rows.count <= 3 else { continue }
                for row in table.rows { key.take(row) }
            }
        }
        return key
    }

    func status(ofWord text: String) -> Plan.Action.Status? {
        let words = PlainWords.of(text)
        guard words.count <= 2, let first = words.first else { return nil }
        return meanings[first] ?? ColourKey.letters[first].flatMap { meanings[$0] }
    }

    func status(ofFill fill: String) -> Plan.Action.Status? { meanings[fill] }

    private static let letters = ["r": "red", "a": "amber", "g": "green", "b": "blue"]

    private mutating func take(line: String) {
        for part in line.split(whereSeparator: { ";\n|,".contains($0) }) {
            let words = PlainWords.of(String(part)).drop {
                ["key", "legend", "rag", "brag", "rating", "status"].contains($0)
            }
            guard let first = words.first, ColourKey.colours.contains(first), words.count >= 2,
                words.count <= 14,
                let status = ColourKey.status(words.dropFirst())
            else { continue }
            meanings[first] = status
        }
    }

    private mutating func take(_ row: Table.Row) {
        let cells = row.cells.map { (cell: $0, words: PlainWords.of($0.text)) }
        guard cells.count >= 2 else {
            if let only = cells.first, let fill = only.cell.fill, only.words.count <= 14,
                let status = ColourKey.status(only.words[...])
            {
                meanings[fill] = status
            }
            return
        }
        for index in 0..<(cells.count - 1) {
            let (name, meaning) = (cells[index], cells[index + 1])
            guard name.words.count <= 2, meaning.words.count <= 30 else { continue }
            let colour = name.words.first.flatMap { ColourKey.colours.contains($0) ? $0 : nil }
            guard colour != nil || (name.words.isEmpty && name.cell.fill != nil),
                let status = ColourKey.status(meaning.words[...])
            else { continue }
            if let colour { meanings[colour] = status }
            if let fill = name.cell.fill { meanings[fill] = status }
        }
    }

    /// Only words that plainly mean one of the claims that are kept.
    private static func status(_ words: ArraySlice<String>) -> Plan.Action.Status? {
        let text = " " + words.joined(separator: " ") + " "
        if text.contains(" not started ") || text.contains(" not yet started ")
            || text.contains(" yet to start ")
            || text.contains(" not yet due ") || text.contains(" not due ")
        {
            return .notStarted
        }
        if text.contains(" not complete") || text.contains(" incomplete ") { return nil }
        if text.contains(" embedded ") || text.contains(" in place ") { return .inPlace }
        if text.contains(" complete ") || text.contains(" completed ") || text.contains(" delivered ") {
            return .complete
        }
        if text.contains(" ongoing ") || text.contains(" in progress ") || text.contains(" on track ")
            || text.contains(" underway ") || text.contains(" under way ")
        {
            return .ongoing
        }
        return nil
    }
}
