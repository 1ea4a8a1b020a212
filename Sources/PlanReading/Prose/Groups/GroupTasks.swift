import Documents
import Kernel
import PlanFormat

/// Tasks that the document gives a group in sentences, and in the lists that they introduce.
enum GroupTasks {
    static func read(_ outline: Outline, _ owners: [Int?], _ years: YearContext, _ drafts: inout [GroupDraft])
    {
        for (index, section) in outline.sections.enumerated() {
            let paragraphs = section.paragraphs
            var part = GroupDraft.part(section.flatHeading) ?? .text
            var asked: Int?
            for (place, paragraph) in paragraphs.enumerated() {
                if let named = GroupDraft.part(keyOf(paragraph)) { part = named }
                guard part == .text || part == .reporting || part == .meetings || part == .members,
                    !isItem(paragraph)
                else {
                    continue
                }
                asked = nil
                for sentence in Sentences.split(paragraph.text.string) {
                    let words = Words(sentence)
                    guard let owner = owner(words, owners[index], drafts, asked) else { continue }
                    let flat = words.flat
                    if sentence.hasSuffix(":") || sentence.hasSuffix(":-") {
                        // "… have been given two tasks by March. These are:"
                        let whole = Words(paragraph.text.string)
                        guard opensTasks(flat) || isShortOpening(words) && opensTasks(whole.flat) else {
                            continue
                        }
                        let timescale = timescale(isShortOpening(words) ? whole : words, years)
                        for task in items(paragraphs, after: place) {
                            drafts[owner].group.addTask(
                                task.text.string, numeral: numeral(task),
                                timescale: self.timescale(Words(task.text.string), years) ?? timescale,
                                place: task.place)
                            drafts[owner].isSetUp = true
                        }
                    } else if isTask(flat) || asked != nil && flat.hasPrefix(" they will also be asked to ") {
                        drafts[owner].group.addTask(
                            sentence, numeral: nil, timescale: timescale(words, years), place: paragraph.place
                        )
                        asked = owner
                    }
                }
            }
        }
    }

    private static func keyOf(_ paragraph: Paragraph) -> String {
        let words = Words(paragraph.text.string)
        guard words.count <= 6, words.tokens.last?.isSign(":") == true else { return "" }
        return words.flat
    }

    /// The group that a sentence is about: named in it, else the one whose section it stands in.
    private static func owner(_ words: Words, _ section: Int?, _ drafts: [GroupDraft], _ asked: Int?) -> Int?
    {
        let flat = words.flat
        for (index, draft) in drafts.enumerated() {
            let names = [draft.group.name, draft.group.abbreviation].compactMap { $0 }.map { Words($0).flat }
            // As its subject, not in passing.
            if names.contains(where: { name in flat.hasPrefix(name) || flat.hasPrefix(" the" + name) }) {
                return index
            }
        }
        if flat.hasPrefix(" they "), let asked { return asked }
        return section
    }

    /// "have been given two tasks …:", "The Board will:", "is responsible for:".
    private static func opensTasks(_ flat: String) -> Bool {
        if [" task ", " tasks ", " pieces of work ", " asked to ", " responsible for "].contains(
            where: flat.contains)
        {
            return true
        }
        return flat.hasSuffix(" will ") || flat.hasSuffix(" to ") || flat.hasSuffix(" will be to ")
    }

    private static func isShortOpening(_ words: Words) -> Bool {
        words.count <= 7 && words.tokens.first?.isWord("these", "they", "this", "as", "namely") == true
    }

    private static func isTask(_ flat: String) -> Bool {
        let isFurther = [
            " a further task ", " an additional task ", " another task ", " a third task ", " a final task ",
            " one further task ", " a second task ", " a further piece of work ",
            " an additional piece of work ",
        ].contains(where: flat.contains)
        return isFurther || flat.contains(" will be asked to ") || flat.contains(" is asked to ")
            || flat.contains(" has been asked to ") || flat.contains(" have been asked to ")
            || flat.contains(" is tasked with ") || flat.contains(" has been tasked with ")
            || flat.contains(" are tasked with ")
    }

    /// The list behind an introduction; text between its numbered items is passed over.
    private static func items(_ paragraphs: [Paragraph], after start: Int) -> [Paragraph] {
        var found: [Paragraph] = []
        for (index, paragraph) in paragraphs.enumerated() where index > start {
            if isItem(paragraph) {
                if case .item(_, let level) = paragraph.role, level > 0, !found.isEmpty { continue }
                if let last = found.last, numeral(last) != nil, !follows(last, paragraph) { break }
                found.append(paragraph)
            } else if found.isEmpty || !goesOn(paragraphs, after: index, from: found[found.count - 1]) {
                break
            }
        }
        return found
    }

    private static func goesOn(_ paragraphs: [Paragraph], after index: Int, from last: Paragraph) -> Bool {
        guard numeral(last) != nil else { return false }
        return paragraphs[(index + 1)...].first(where: isItem).map { follows(last, $0) } ?? false
    }

    private static func follows(_ first: Paragraph, _ second: Paragraph) -> Bool {
        guard let before = marker(first), let after = marker(second) else { return false }
        return after.standings.contains { next in
            before.standings.contains { $0.kind == next.kind && next.ordinal == $0.ordinal + 1 }
        }
    }

    private static func marker(_ paragraph: Paragraph) -> LabelMarker? {
        numeral(paragraph).flatMap { LabelMarker.read(Words($0), at: 0) }
    }

    private static func isItem(_ paragraph: Paragraph) -> Bool {
        if case .item = paragraph.role { true } else { false }
    }

    private static func numeral(_ paragraph: Paragraph) -> String? {
        if case .item(let numeral, _) = paragraph.role { numeral } else { nil }
    }

    // MARK: When

    /// "by March 2004", "within a six month period": the words of a sentence that say when.
    static func timescale(_ words: Words, _ years: YearContext) -> Plan.Timescale? {
        if let mention = DateFinder.find(in: words, isTimescale: false).first {
            var start = mention.tokens.lowerBound
            while start > 0,
                words[start - 1].isWord(
                    "by", "before", "until", "from", "in", "the", "end", "of", "during", "early", "late",
                    "mid")
            {
                start -= 1
            }
            return TimescalePhrase.read(words.text(start..<mention.tokens.upperBound), years: years).timescale
        }
        guard let start = words.tokens.firstIndex(where: { $0.isWord("within") }) else { return nil }
        let end = (start + 1..<min(words.count, start + 8)).last {
            words[$0].isWord(
                "days", "weeks", "months", "month", "week", "year", "years", "period", "fortnight")
        }
        guard let end else { return nil }
        return TimescalePhrase.read(words.text(start..<end + 1), years: years).timescale
    }
}
