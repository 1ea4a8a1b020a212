import Documents

/// N05: the text announces so many things, and lists another number of them.
enum CountIsNotList: PlanCheck {
    static let id = "N05"
    static let severity = CheckFinding.Severity.error
    static let title = "The stated number is not the number listed"
    static let advice = "Count the items again: one may be missing, or one too many."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for number in index.running.indices {
            let running = index.running[number]
            guard !running.isHeading, let announced = announced(running.words) else { continue }
            let items = items(after: number, index)
            if items >= 2, items != announced.count {
                findings.append(
                    finding(
                        running, "It announces \(announced.count) and lists \(items).",
                        around: announced.tokens,
                        marked: [running.words.string(announced.tokens)]))
            } else if items == announced.count, let later = restated(after: number + items, announced, index)
            {
                let both = running.words.string(announced.tokens)
                let words = later.running.words.string(later.tokens)
                findings.append(
                    CheckFinding(
                        check: id, severity: severity, subject: running.subject,
                        place: running.paragraph.place,
                        message: "It announces \(announced.count), and ends by counting \(later.count).",
                        text: running.words.string(
                            running.words.sentence(around: announced.tokens.lowerBound))
                            + " – "
                            + later.running.words.sentenceText(
                                later.running.words.sentence(around: later.tokens.lowerBound)),
                        marked: [both, words], suggestion: advice))
            }
        }
        for area in index.areas { findings += inline(area, index) }
        return findings
    }

    private struct Announcement {
        let count: Int
        let tokens: Range<Int>
    }

    /// "… three formal groups:", "… two tasks to undertake. These are:".
    private static func announced(_ words: Words) -> Announcement? {
        let text = words.text.reversed().drop { $0.isWhitespace || $0 == "-" || $0 == "*" || $0 == "–" }
        guard text.first == ":" || (text.first == "." && introducing.matches(words)) else { return nil }
        let sentences = words.sentences
        for sentence in sentences.suffix(2).reversed() {
            if let found = counted(words, sentence) { return found }
        }
        return nil
    }

    private static func counted(_ words: Words, _ sentence: Range<Int>) -> Announcement? {
        for index in sentence.reversed() {
            guard let count = value(words, index), (2...20).contains(count) else { continue }
            for ahead in 1...3 where index + ahead < sentence.upperBound {
                let token = words.tokens[index + ahead]
                if !token.gap.isDisjoint(with: [.comma, .stop, .dash, .colon]) { break }
                if things.contains(token.word) {
                    return Announcement(count: count, tokens: index..<index + ahead + 1)
                }
                if StopWords.all.contains(token.word), token.word != "of", token.word != "the" { break }
            }
        }
        return nil
    }

    private static func value(_ words: Words, _ index: Int) -> Int? {
        if let written = NumberWords.value(of: words.word(index)) { return written }
        guard let value = words.value(index), value == value.rounded(), value < 100 else { return nil }
        return Int(value)
    }

    /// Items of the list that follows, at the level of its first item; paragraphs inside the list are passed over.
    private static func items(after number: Int, _ index: PlanIndex) -> Int {
        var count = 0
        var level: Int?
        var plain = 0
        var style: Style?
        for running in index.running[(number + 1)...] {
            guard !running.isHeading else { break }
            if case .item(let numeral, let itemLevel) = running.paragraph.role {
                if let level, itemLevel < level { break }
                // A bullet does not go on in a numbered paragraph, nor 1, 2 in 1.6.
                if let style, itemLevel == level, style != Self.style(numeral) { break }
                if let level, itemLevel > level { continue }
                if count > 0, let numeral, isFirst(Numerals.bare(numeral)) { break }
                if plain > 0, numeral == nil { break }
                level = itemLevel
                style = Self.style(numeral)
                count += 1
            } else {
                guard count > 0 else { break }
                plain += 1
                if plain > 2 { break }
            }
        }
        return count
    }

    private enum Style { case bullet, single, dotted }

    private static func style(_ numeral: String?) -> Style {
        guard let numeral else { return .bullet }
        return Numerals.bare(numeral).contains(".") ? .dotted : .single
    }

    private static func isFirst(_ numeral: String) -> Bool { ["1", "a", "i"].contains(numeral) }

    private struct Restatement {
        let count: Int
        let tokens: Range<Int>
        let running: PlanIndex.Running
    }

    /// "These three pieces of work", soon after a list of two.
    private static func restated(after number: Int, _ announced: Announcement, _ index: PlanIndex)
        -> Restatement?
    {
        for running in index.running.dropFirst(number + 1).prefix(8) {
            if running.isHeading { return nil }
            for range in these.matches(in: running.words) {
                guard let count = value(running.words, range.upperBound - 1), count != announced.count,
                    count > 1
                else { continue }
                for ahead in 0...2 where range.upperBound + ahead < running.words.tokens.count {
                    guard things.contains(running.words.word(range.upperBound + ahead)) else { continue }
                    return Restatement(
                        count: count, tokens: range.lowerBound..<range.upperBound + ahead + 1,
                        running: running)
                }
            }
        }
        return nil
    }

    /// "Three tools: an audit form, a checklist" inside one action.
    private static func inline(_ area: PlanIndex.AreaRow, _ index: PlanIndex) -> [CheckFinding] {
        area.rows.compactMap { number in
            let row = index.rows[number]
            for sentence in row.words.sentences {
                guard let found = counted(row.words, sentence), found.tokens.upperBound < sentence.upperBound,
                    row.words.tokens[found.tokens.upperBound].gap.contains(.colon)
                else { continue }
                let listed = listed(row.words, found.tokens.upperBound..<sentence.upperBound)
                guard listed.upperBound >= 2, !listed.contains(found.count) else { continue }
                return finding(
                    row, "It announces \(found.count) and lists \(listed.upperBound).",
                    text: row.words.sentenceText(sentence),
                    marked: [row.words.string(found.tokens)])
            }
            return nil
        }
    }

    /// The fewest and the most items that the words may list: an "and" may join two items, or stand inside one.
    private static func listed(_ words: Words, _ range: Range<Int>) -> ClosedRange<Int> {
        let hasSemicolons = range.contains { words.tokens[$0].gap.contains(.semicolon) }
        var separators = 0
        var joiners = 0
        for index in range.dropFirst() {
            let gap = words.tokens[index].gap
            if gap.contains(.semicolon) || (!hasSemicolons && gap.contains(.comma)) {
                separators += 1
            } else if words.word(index) == "and" {
                joiners += 1
            }
        }
        return separators + 1...separators + 1 + joiners
    }

    private static let introducing = Lexicon([
        "these are", "they are", "are as follows", "as follows", "are listed below", "listed below",
        "set out below", "the following",
    ])
    private static let these = Lexicon(["these #", "the above #", "all #", "the # above"])
    private static let things: Set<String> = [
        "tasks", "aims", "groups", "documents", "standards", "priorities", "areas", "actions",
        "recommendations", "questions", "steps", "stages", "strands", "objectives", "outcomes", "parts",
        "teams",
        "reasons", "pieces", "points", "themes", "workstreams", "elements", "measures", "criteria",
        "findings",
        "issues", "headings", "categories", "goals", "commitments", "projects", "phases", "principles",
        "sections", "tools", "risks", "ways", "things", "items", "changes", "workshops", "topics", "boards",
        "meetings", "functions", "roles", "targets",
    ]
}
