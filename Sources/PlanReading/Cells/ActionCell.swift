import Documents
import Kernel
import PlanFormat

/// The actions that one cell holds, before their leads and dates are known.
struct ActionCell {
    struct Piece {
        var label: String?
        var reference: String?
        var text: Text
        var place: Place
        /// "Lead: …" and the like that stand under the action in the same cell.
        var fields: [(meaning: ColumnMeaning, cell: PlanCell)] = []
    }

    private(set) var pieces: [Piece] = []
    /// Words before the first label that introduce the list: "The service will:".
    private(set) var introductions: [Text] = []
    /// The actions ran together on one line and were cut by the number of dates.
    private(set) var wasRun = false

    /// `isOne`: the row has a number of its own, so that its cell is one action unless letters divide it.
    init(_ paragraphs: [Paragraph], isOne: Bool, dates: [String]) {
        var roles: [String: Paragraph.Role] = [:]
        var plain: [Paragraph] = []
        for paragraph in paragraphs { roles[paragraph.text.string] = paragraph.role }
        var fields: [Int: [(ColumnMeaning, PlanCell)]] = [:]
        for paragraph in paragraphs {
            if let field = FieldLine(paragraph), let meaning = field.meaning,
                ActionCell.mayStandInside(meaning)
            {
                fields[plain.count, default: []].append(
                    (meaning, PlanCell([field.paragraph], place: paragraph.place)))
            } else {
                plain.append(paragraph)
            }
        }
        if fields.isEmpty {
            take(LabelPhrase.split(plain), roles, isOne: isOne)
        } else {
            // What stands between two sets of fields belongs together.
            var start = 0
            for end in fields.keys.sorted() + [plain.count] {
                if end > start { take(LabelPhrase.split(Array(plain[start..<end])), roles, isOne: isOne) }
                for (meaning, cell) in fields[end] ?? [] where !pieces.isEmpty {
                    pieces[pieces.count - 1].fields.append((meaning, cell))
                }
                start = max(start, end)
            }
        }
        cutRun(dates, isOne: isOne)
    }

    static func mayStandInside(_ meaning: ColumnMeaning) -> Bool {
        [.lead, .timescale, .start, .finish, .status].contains(meaning)
    }

    private mutating func take(_ entries: [LabelledText], _ roles: [String: Paragraph.Role], isOne: Bool) {
        let base = pieces.count
        let entries = ActionCell.numbered(entries)
        let isLabelled = entries.contains { $0.label != nil || $0.reference != nil }
        for (index, entry) in entries.enumerated() {
            let isNew = entry.label != nil || entry.reference != nil
            if !isNew, pieces.count > base, let last = pieces.last,
                joins(entry, after: last, roles, isLabelled, isOne)
            {
                pieces[pieces.count - 1].text = Continuation.join(last.text, entry.text)
                continue
            }
            if !isNew, index == 0, entries.count > 1, isIntroduction(entry, entries[1], roles) {
                introductions.append(entry.text)
                continue
            }
            if entry.text.isEmpty { continue }
            pieces.append(
                Piece(label: entry.label, reference: entry.reference, text: entry.text, place: entry.place))
        }
    }

    /// Whole numbers that count the entries of one cell are labels; "1a." and "R2:" are printed numbers.
    private static func numbered(_ entries: [LabelledText]) -> [LabelledText] {
        let counts = entries.filter { $0.label != nil && $0.label == $0.reference }.count
        return entries.map { entry in
            var entry = entry
            if entry.label != nil, entry.label == entry.reference {
                if counts > 1 { entry.reference = nil } else { entry.label = nil }
            } else if entry.label == nil, entry.reference == nil, !entry.continues,
                let (number, rest) = AreaLabel.number(entry.text.string[...]), !rest.isEmpty,
                number.contains(where: \.isLetter)
            {
                entry.reference = number
                entry.text = Text(rest)
            }
            return entry
        }
    }

    private func joins(
        _ entry: LabelledText, after last: Piece, _ roles: [String: Paragraph.Role], _ isLabelled: Bool,
        _ isOne: Bool
    ) -> Bool {
        let text = entry.text.string
        if entry.continues || Continuation.beginsInside(text) || Continuation.isUnfinished(last.text.string) {
            return true
        }
        if case .item(let numeral, let level) = roles[text] {
            if level > 0, numeral == nil { return true }
            return last.text.string.hasSuffix(":") || isOne
        }
        if isOne { return true }
        // "This review to include…" says more of the action before it.
        let words = PlainWords.of(text).prefix(2)
        return ["this", "these", "it", "they", "including", "eg", "such"].contains(words.first ?? "")
    }

    /// "We will:" before labels or bullets is no action.
    private func isIntroduction(
        _ entry: LabelledText, _ next: LabelledText, _ roles: [String: Paragraph.Role]
    ) -> Bool {
        guard entry.text.string.hasSuffix(":"), PlainWords.of(entry.text.string).count <= 8 else {
            return false
        }
        if next.label != nil || next.reference != nil { return true }
        if case .item = roles[next.text.string] { return true }
        return false
    }

    private mutating func cutRun(_ dates: [String], isOne: Bool) {
        guard pieces.count == 1, !isOne, pieces[0].label == nil, pieces[0].reference == nil, dates.count > 1,
            let texts = RunSplit.actions(pieces[0].text.string, into: dates.count)
        else { return }
        wasRun = true
        let place = pieces[0].place
        pieces = texts.map { Piece(text: Text($0), place: place) }
    }
}
