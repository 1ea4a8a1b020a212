import Documents

/// Who monitors: italic words at the end, "– Head of Service", "by the Executive Director", "(Team Managers)".
enum MonitoredBy {
    /// The text, and the words at its end that only say who.
    static func split(_ text: Text) -> (rest: Text, by: [String]) {
        if text.isWholly(.italic), isSomebody(text.string) { return (Text(""), [text.string]) }
        let bytes = Array(text.string.utf8)
        if let italic = text.marks.last(where: { $0.kind == .italic }), italic.range.lowerBound > 0,
            ends(bytes, italic.range.upperBound)
        {
            let by = String(decoding: bytes[italic.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
            if isSomebody(by) { return (text.slice(0..<beforeJoint(bytes, italic.range.lowerBound)), [by]) }
        }
        let words = Words(text.string)
        if let found = dashed(words) ?? bracketed(words) ?? leading(words) {
            let end = found.rest == 0 ? 0 : words[found.rest - 1].range.upperBound
            return (text.slice(0..<end), [words.text(found.by)])
        }
        return (text, [])
    }

    /// Nothing but stops and space behind that byte.
    private static func ends(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[min(index, bytes.count)...].allSatisfy { $0 <= 0x20 || $0 == 0x2E || $0 == 0x29 }
    }

    /// Where the text ends when a dash, "by" or a line break that leads over to who monitors is left off.
    private static func beforeJoint(_ bytes: [UInt8], _ index: Int) -> Int {
        let words = Words(String(decoding: bytes[..<index], as: UTF8.self))
        var end = words.count
        while end > 0, words[end - 1].isSign("-", ":", "(", ",") { end -= 1 }
        // "by" belongs to the sentence: "Sample files for completeness by *Group Managers*" reads on.
        return end == 0 ? 0 : words[end - 1].range.upperBound
    }

    /// "Sample 20% of minutes each month – Head of Child Protection".
    private static func dashed(_ words: Words) -> (by: Range<Int>, rest: Int)? {
        guard let dash = (0..<words.count).last(where: { words[$0].isSign("-") && words[$0].isSpaced }),
            dash > 0, isLead(words, dash + 1..<words.count)
        else { return nil }
        return (dash + 1..<words.count, dash)
    }

    /// "Supervision sessions (Team Managers)".
    private static func bracketed(_ words: Words) -> (by: Range<Int>, rest: Int)? {
        guard words.tokens.last?.isSign(")") == true,
            let open = words.tokens.lastIndex(where: { $0.isSign("(") }), open > 0,
            isLead(words, open + 1..<words.count - 1)
        else { return nil }
        return (open + 1..<words.count - 1, open)
    }

    /// "Human Resources to lead."
    private static func leading(_ words: Words) -> (by: Range<Int>, rest: Int)? {
        guard let found = words.find("to lead") ?? words.find("to monitor") ?? words.find("to undertake"),
            (found.upperBound..<words.count).allSatisfy({ words[$0].kind == .sign }),
            isLead(words, 0..<found.lowerBound)
        else { return nil }
        return (0..<found.lowerBound, 0)
    }

    private static func isSomebody(_ text: String) -> Bool {
        let words = Words(text)
        return words.count > 0 && words.count <= 24 && !words.tokens.contains { $0.isSign("%", "£") }
    }

    private static func isLead(_ words: Words, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= 14 else { return false }
        let shape = LeadShape(words, range, depth: [Int](repeating: 0, count: words.count))
        return shape.isComplete && words[range.lowerBound].startsUpper
            && FrequencyPhrase.find(in: words.flat(range)) == nil
    }

    /// "… by the Executive Director will ensure", "Group Managers will undertake …", "Supervisors to undertake".
    static func named(in words: Words) -> [String] {
        var found: [String] = []
        for index in 0..<words.count {
            let isOversight = words[index].isWord("of") && words.at(index - 1)?.isWord("oversight") == true
            let isBy = words[index].isWord("by") && words.at(index - 1)?.isWord("chaired", "led") != true
            if isBy || isOversight, let range = name(words, after: index) {
                found += LeadPhrase.split(words.text(range))
            } else if words[index].isWord("will", "to", "should", "must"),
                words.at(index + 1)?.isWord(
                    "undertake", "audit", "sample", "monitor", "complete", "check", "review", "carry", "run",
                    "provide", "produce", "dip", "collate", "conduct", "scrutinise", "moderate")
                    == true,
                let range = name(words, before: index)
            {
                found += LeadPhrase.split(words.text(range))
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func name(_ words: Words, after index: Int) -> Range<Int>? {
        var start = index + 1
        while words.at(start)?.isWord("the", "a", "an", "each", "their") == true { start += 1 }
        var end = start
        while let token = words.at(end), isPart(token, words, end, start) { end += 1 }
        while end > start, isJoiner(words[end - 1]) { end -= 1 }
        return isLead(words, start..<end) ? start..<end : nil
    }

    private static func name(_ words: Words, before index: Int) -> Range<Int>? {
        var start = index
        while start > 0, words[start - 1].startsUpper || isJoiner(words[start - 1]) {
            start -= 1
        }
        while start < index, isJoiner(words[start]) { start += 1 }
        // One capitalised word that begins the sentence is a lead only when it names a post.
        return isLead(words, start..<index) ? start..<index : nil
    }

    private static func isPart(_ token: Words.Token, _ words: Words, _ index: Int, _ start: Int) -> Bool {
        if token.isWord { return token.startsUpper || index > start && isJoiner(token) }
        return index > start && token.isSign("/", "&", "-") && words.at(index + 1)?.startsUpper == true
            && (!token.isSign("-") || !token.isSpaced)
    }

    private static func isJoiner(_ token: Words.Token) -> Bool {
        token.isWord("of", "and", "for", "all") || token.isSign("&")
    }
}
