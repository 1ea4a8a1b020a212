import Documents
import Kernel
import PlanFormat

/// Abbreviations and what the document says that they stand for: "Child in Need (CIN)", "CIN (Child in Need)",
/// glossaries.
enum AbbreviationReading {
    static func read(_ document: Document, _ outline: Outline, into plan: inout Plan) {
        for section in outline.sections
        where [" glossary ", " abbreviation", " acronym"].contains(where: section.flatHeading.contains) {
            for table in section.tables where table.columnCount >= 2 {
                for row in table.rows.indices {
                    let cells = table.words(row: row)
                    guard isShort(cells[0]), !cells[1].isEmpty else { continue }
                    add(cells[0], cells[1], into: &plan)
                }
            }
            for paragraph in section.paragraphs {
                let words = Words(paragraph.text.string)
                guard let sign = words.at(1), sign.isSign("-", "=", ":"), isShort(words.text(0..<1)),
                    words.count > 2
                else { continue }
                add(words.text(0..<1), words.text(2..<words.count), into: &plan)
            }
        }
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph): read(paragraph.text.string, into: &plan)
            case .table(let table): read(table, into: &plan)
            }
        }
    }

    private static func read(_ table: Table, into plan: inout Plan) {
        if let columns = table.header(containing: [
            [" abbreviation", " acronym", " term "],
            [" meaning ", " definition ", " stands for ", " full ", " description "],
        ]) {
            for row in table.rows.indices.dropFirst() {
                let cells = table.words(row: row)
                guard isShort(cells[columns[0]]), !cells[columns[1]].isEmpty else { continue }
                add(cells[columns[0]], cells[columns[1]], into: &plan)
            }
        }
        for row in table.rows {
            for cell in row.cells {
                for paragraph in cell.paragraphs { read(paragraph.text.string, into: &plan) }
                for inner in cell.tables { read(inner, into: &plan) }
            }
        }
    }

    private static func read(_ text: String, into plan: inout Plan) {
        guard text.utf8.contains(0x28) || text.utf8.count < 120 else { return }
        let words = Words(text)
        for open in 0..<words.count where words[open].isSign("(") {
            guard let close = (open + 1..<min(words.count, open + 12)).first(where: { words[$0].isSign(")") })
            else {
                continue
            }
            let short = words.text(open + 1..<close)
            if isShort(short), let long = expansion(of: short, endingAt: open, in: words) {
                add(short, long, into: &plan)
            } else if open > 0, words[open - 1].isWord {
                let before = words.text(open - 1..<open)
                if isShort(before),
                    let long = expansion(of: before, startingAt: open + 1, in: words, limit: close)
                {
                    add(before, long, into: &plan)
                }
            }
        }
        glossaryLine(words, into: &plan)
    }

    /// "CIN – Child in Need", alone on its line.
    private static func glossaryLine(_ words: Words, into plan: inout Plan) {
        guard words.count <= 14, let sign = words.at(1), sign.isSign("-", "=", ":"),
            sign.isSpaced || !sign.isSign("-"),
            isShort(words.text(0..<1)), let long = expansion(of: words.text(0..<1), startingAt: 2, in: words)
        else { return }
        add(words.text(0..<1), long, into: &plan)
    }

    static func add(_ short: String, _ long: String, into plan: inout Plan) {
        guard !plan.abbreviations.contains(where: { $0.short == short }) else { return }
        plan.abbreviations.append(Plan.Abbreviation(short: short, long: long.folded))
    }

    /// Two to eight letters, most of them capitals: `CIN`, `HoS`, `ICPCs`, `CIN/CP`, `C&YP`.
    private static func isShort(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        let upper = letters.count { $0.isUppercase }
        return (2...8).contains(letters.count) && text.utf8.count <= 10 && upper >= 2
            && upper * 2 >= letters.count
            && !text.contains(" ") && letters.first?.isUppercase == true
    }

    // MARK: Matching initials

    /// The words before the bracket whose initials the abbreviation gives; the longest such.
    private static func expansion(of short: String, endingAt end: Int, in words: Words) -> String? {
        if let found = initialled(short, endingAt: end, in: words) { return found }
        // "child in need plans (CIN)": a noun that the letters leave out.
        if end > 1, words[end - 1].isWord(in: trailing) {
            return initialled(short, endingAt: end - 1, in: words, only: true)
        }
        return nil
    }

    private static let trailing: Set<String> = [
        "team", "teams", "unit", "service", "services", "plan", "plans", "panel", "group", "board", "process",
        "meeting",
        "meetings", "programme", "conference", "conferences", "cases",
    ]

    private static func initialled(
        _ short: String, endingAt end: Int, in words: Words, only isWholly: Bool = false
    ) -> String? {
        let letters = initials(short)
        var start = end
        while start > 0, end - start < letters.count * 2 + 6, isInside(words[start - 1]) { start -= 1 }
        for low in start..<max(start, end) where words[low].isWord && begins(words[low], letters[0]) {
            if matches(letters, words, low..<end, whole: true) { return words.text(low..<end) }
        }
        guard !isWholly else { return nil }
        // Letters from inside words: "Pathway Planning (PWP)".
        for low in (start..<max(start, end)).reversed()
        where words[low].isWord && begins(words[low], letters[0]) {
            let count = words.tokens[low..<end].count(where: \.isWord)
            if count * 2 >= letters.count, count <= letters.count, inside(letters, words, low..<end) {
                return words.text(low..<end)
            }
        }
        return nil
    }

    /// The words from there on whose initials the abbreviation gives: "PC's refers to all Practice Consultants".
    static func expansion(of short: String, startingAt start: Int, in words: Words, limit: Int? = nil)
        -> String?
    {
        guard isShort(short) else { return nil }
        let letters = initials(short)
        var low = start
        while let token = words.at(low), token.isWord("all", "the", "our", "any") { low += 1 }
        let last = min(limit ?? words.count, low + letters.count * 2 + 2, words.count)
        guard low < last else { return nil }
        return (low + 1...last).first { matches(letters, words, low..<$0, whole: true) }
            .map { words.text(low..<$0) }
    }

    private static func initials(_ short: String) -> [Character] {
        var letters = Array(short.filter(\.isLetter))
        if letters.count > 2, letters.last == "s" { letters.removeLast() }
        return letters.map { Character($0.lowercased()) }
    }

    private static func isInside(_ token: Words.Token) -> Bool {
        token.isWord || token.isSign("-", "&", ",", "/", "'")
            || token.kind == .number && token.range.count <= 2
    }

    private static func begins(_ token: Words.Token, _ letter: Character) -> Bool {
        token.lower.first == letter
    }

    private static let small: Set<String> = [
        "of", "and", "for", "the", "in", "to", "or", "on", "with", "a", "an", "by", "at", "from",
    ]

    /// Each letter begins a word, in order; only small words give none.
    private static func matches(_ letters: [Character], _ words: Words, _ range: Range<Int>, whole: Bool)
        -> Bool
    {
        let parts = words.tokens[range].filter(\.isWord)
        guard parts.count >= letters.count, let last = parts.last, !last.isWord(in: small) else {
            return false
        }
        // One way through: at each word take the letter where it fits; a small word may be passed over either way.
        var ways: Set<Int> = [0]
        for part in parts {
            var next: Set<Int> = []
            for place in ways {
                if place < letters.count, begins(part, letters[place]) { next.insert(place + 1) }
                if part.isWord(in: small) { next.insert(place) }
            }
            ways = next
        }
        return ways.contains(letters.count)
    }

    /// Each letter stands somewhere in order, the first at a word's start, the last in the last word.
    private static func inside(_ letters: [Character], _ words: Words, _ range: Range<Int>) -> Bool {
        let parts = words.tokens[range].filter(\.isWord).map { Array($0.lower) }
        var place = 0
        for (index, part) in parts.enumerated() {
            let before = place
            for (offset, letter) in part.enumerated() where place < letters.count && letter == letters[place]
            {
                // A word that gives a letter gives its first.
                if offset > 0, place == before { break }
                place += 1
            }
            if place == before, !words.tokens[range].filter(\.isWord)[index].isWord(in: small) {
                return false
            }
        }
        return place == letters.count
    }
}
