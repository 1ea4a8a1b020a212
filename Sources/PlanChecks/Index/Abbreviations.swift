import PlanFormat

/// What the plan's abbreviations stand for: those that it lists, and those that it sets in brackets after the words.
enum Abbreviations {
    static func collect(from plan: Plan, texts: [Words]) -> [(short: String, long: String)] {
        var found: [(short: String, long: String)] = []
        var seen: Set<String> = []
        for abbreviation in plan.abbreviations where seen.insert(abbreviation.short.lowercased()).inserted {
            found.append((abbreviation.short, abbreviation.long))
        }
        for words in texts {
            for index in words.tokens.indices
            where words.tokens[index].shape == .upper && words.tokens[index].gap.contains(.opening) {
                let short = words.tokens[index].word
                guard let range = longForm(of: short, before: index, in: words),
                    seen.insert(short).inserted
                else { continue }
                found.append((short, words.string(range)))
            }
        }
        return found
    }

    /// The words before the bracket whose first letters spell the abbreviation, small words skipped or counted.
    private static func longForm(of short: String, before index: Int, in words: Words) -> Range<Int>? {
        let letters = Array(short)
        guard (2...6).contains(letters.count) else { return nil }
        for skips in 0...2 {
            let start = index - letters.count - skips
            guard start >= 0 else { break }
            var matched = 0
            var skipped = 0
            for token in words.tokens[start..<index] {
                if matched < letters.count, token.word.first == letters[matched] {
                    matched += 1
                } else if StopWords.all.contains(token.word) {
                    skipped += 1
                } else {
                    matched = -1
                    break
                }
            }
            if matched == letters.count, skipped == skips { return start..<index }
        }
        return nil
    }
}
