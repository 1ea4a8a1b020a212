/// References that a text points to.
enum SeeAlsoPhrase {
    /// The printed numbers behind "see", "refer to" and their like, once each, in order.
    ///
    /// `areaBefore` is what "As above" means.
    static func read(_ text: String, areaBefore: String?) -> [String] {
        let words = Words(text)
        var found: [String] = []
        func add(_ reference: String?) {
            if let reference, !found.contains(reference) { found.append(reference) }
        }
        for index in 0..<words.count {
            let token = words[index]
            if token.isWord("see", "refer", "cf", "per", "link", "links", "linked", "cross"),
                isPointing(words, index)
            {
                references(words, after: index).forEach(add)
                if pointsAbove(words, index) { add(areaBefore) }
            } else if token.isWord("as"), pointsAbove(words, index) {
                add(areaBefore)
            } else if token.isWord("as", "in", "under", "at"), isNumberAbove(words, index) {
                references(words, after: index).forEach(add)
            }
        }
        return found
    }

    private static func isPointing(_ words: Words, _ index: Int) -> Bool {
        let token = words[index]
        if token.isWord("refer") { return words.at(index + 1)?.isWord("to", "back") == true }
        if token.isWord("link", "links", "linked") {
            return words.at(index + 1)?.isWord("to", "with") == true
        }
        if token.isWord("cross") {
            return words.at(index + 1)?.isSign("-") == true
                || words.at(index + 1)?.isWord("reference", "refer") == true
        }
        if token.isWord("per") { return words.at(index - 1)?.isWord("as") == true }
        return true
    }

    /// "As above", "See above", but not "as above 4.1" or "See above – 5.0", which say where.
    private static func pointsAbove(_ words: Words, _ index: Int) -> Bool {
        guard let next = words.at(index + 1), next.isWord("above", "before", "previous") else { return false }
        return references(words, after: index).isEmpty
    }

    /// "as 2.1 above", "in 3.0 above".
    private static func isNumberAbove(_ words: Words, _ index: Int) -> Bool {
        guard let (found, end) = reference(words, at: index + 1) else { return false }
        // "As 1.1".
        if index == 0, words[index].isWord("as"), found.contains(".") { return true }
        return words.at(end)?.isWord("above", "below") == true
    }

    /// "3.0", "2.3 and 2.4", "paragraph 4.1", "actions 1.1(a), 1.2 & 1.3 above", "– 5.0".
    private static func references(_ words: Words, after start: Int) -> [String] {
        var index = start + 1
        var found: [String] = []
        while let token = words.at(index) {
            if let (reference, end) = reference(words, at: index),
                isWhole(reference, words, start, index, end)
            {
                found.append(reference)
                index = end
            } else if token.isWord(in: nouns), found.isEmpty || words.at(index - 1)?.isWord("and") == true {
                index += 1
            } else if token.isSign("-", ":", ",", "&", ";")
                || token.isWord("and", "or", "to", "also", "above")
            {
                // "See 2.1. To be …": a stop ends the list.
                index += 1
            } else {
                break
            }
        }
        return found
    }

    /// "See 4 families" points nowhere: a bare number needs a noun before it, or nothing to count behind it.
    private static func isWhole(
        _ reference: String, _ words: Words, _ start: Int, _ index: Int, _ end: Int
    ) -> Bool {
        if reference.contains(".") || reference.contains("(") { return true }
        if (start + 1..<index).contains(where: { words[$0].isWord(in: nouns) }) { return true }
        guard let next = words.at(end) else { return true }
        return next.kind == .sign || next.isWord("above", "below", "and")
    }

    private static let nouns: Set<String> = [
        "paragraph", "paragraphs", "para", "paras", "action", "actions", "area", "areas", "section",
        "sections",
        "recommendation", "recommendations", "point", "points", "item", "items", "ref", "reference", "no",
        "number", "objective", "priority", "outcome", "step", "row", "below", "the", "as", "per", "standard",
        "with", "back", "reference", "detailed", "set", "out", "in", "outlined",
    ]

    /// `3.0`, `2.1(a)`, `12`; nil for what is a date, a percentage or an appendix.
    private static func reference(_ words: Words, at index: Int) -> (String, Int)? {
        guard let first = words.at(index), let number = first.number, number < 100 else { return nil }
        var printed = "\(number)"
        var end = index + 1
        while let stop = words.at(end), let next = words.at(end + 1), stop.isSign("."), !stop.isSpaced,
            next.kind == .number, !next.isSpaced
        {
            printed += "." + words.text(end + 1..<end + 2)
            end += 2
        }
        if let open = words.at(end), open.isSign("("), let letter = words.at(end + 1), letter.isWord,
            letter.range.count <= 4, words.at(end + 2)?.isSign(")") == true, isLabel(letter.lower)
        {
            printed += "(\(letter.lower))"
            end += 3
        }
        guard words.at(end)?.isSign("%", "/", "£") != true, DateMention.month(words.at(end)) == nil else {
            return nil
        }
        return (printed, end)
    }

    private static func isLabel(_ text: String) -> Bool {
        text.utf8.count == 1 || text.allSatisfy { "ivx".contains($0) }
    }
}
