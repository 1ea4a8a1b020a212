/// The texts that cells share, each split into lines, with what its runs look like.
final class SharedStrings: XMLListener {
    struct Entry {
        var lines: [Text]
        /// It is of several runs, each with looks of its own.
        var isRich: Bool
    }

    private let colours: WorkbookColours
    private var budget: TextBudget
    private(set) var entries: [Entry] = []

    init(_ colours: WorkbookColours, _ limits: ReadingLimits) {
        self.colours = colours
        budget = TextBudget(limits)
    }

    func begin(_ element: XMLElement) throws(Unreadable) -> Bool { element.tag == .sSi }
    func end(_ tag: XMLTag?) throws(Unreadable) {}

    func whole(_ element: XMLElement) throws(Unreadable) {
        let entry = SharedStrings.entry(element, colours)
        for line in entry.lines { try budget.take(line) }
        entries.append(entry)
    }

    /// A shared text, or one that stands in its cell.
    static func entry(_ element: XMLElement, _ colours: WorkbookColours) -> Entry {
        var lines = WorkbookLines()
        var isRich = false
        for child in element.children {
            switch child.tag {
            case .sT: child.forEachText { lines.append($0) }
            case .sR:
                let look = child[.sRPr].map { WorkbookStyles.font($0, colours).look }
                isRich = isRich || look != nil
                child[.sT]?.forEachText { lines.append($0, look ?? .plain) }
            default: break
            }
        }
        return Entry(lines: lines.finish(), isRich: isRich)
    }
}

/// Splits a cell's text at its line breaks; each line is a paragraph of its own.
struct WorkbookLines {
    private var lines: [Text] = []
    private var builder = TextBuilder()

    mutating func append(_ bytes: some Collection<UInt8>, _ look: TextBuilder.Style = .plain) {
        let decoded = WorkbookLines.decoded(Array(bytes))
        for (index, line) in decoded.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { endLine() }
            builder.append(line, style: look)
        }
    }

    mutating func finish() -> [Text] {
        endLine()
        return lines
    }

    private mutating func endLine() {
        let text = builder.finish()
        if !text.isEmpty { lines.append(text) }
    }

    /// `_x000D_` stands for the character of that number (ECMA-376 part 1, 22.9.2.19).
    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.firstIndexOf("_x") != nil else { return bytes }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x5F, index + 6 < bytes.count, bytes[index + 1] == 0x78,
                bytes[index + 6] == 0x5F,
                let code = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
                let scalar = UnicodeScalar(code)
            {
                result.append(contentsOf: String(Character(scalar)).utf8)
                index += 7
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
