/// The name of a body, as a heading or a sentence gives it: "Project Management Board (PMB)".
enum GroupName {
    /// A heading that is nothing but a body's name.
    static func heading(_ heading: String) -> (name: String, short: String?)? {
        let words = Words(heading)
        var end = words.count
        var short: String?
        if end > 3, words[end - 1].isSign(")"), words[end - 3].isSign("("), words[end - 2].isAllUpper {
            short = words.text(end - 2..<end - 1)
            end -= 3
        }
        let tokens = words.tokens[..<end]
        guard (2...9).contains(tokens.count(where: \.isWord)), let first = tokens.first, first.startsUpper,
            tokens.last?.isWord(in: bodies) == true,
            !tokens.contains(where: { $0.isSign(":", ";", ".", "?") }),
            !first.isWord("all", "each", "every", "how", "what", "who", "our", "role", "purpose", "establish")
        else { return nil }
        // "Cover for team members", "Role of the Board": about a body, not its name.
        guard
            !tokens.contains(where: {
                $0.isWord("of", "the") && $0.range.lowerBound > 0 && isAbout(words, $0)
            })
        else { return nil }
        return (words.text(0..<end).folded, short)
    }

    private static func isAbout(_ words: Words, _ small: Words.Token) -> Bool {
        small.isWord("the")
            || words.tokens.first?.isWord("terms", "membership", "meetings", "members", "duties", "work")
                == true
    }

    /// Capitalised words that end in a body's noun: "the Next Steps Board will meet monthly".
    static func inSentence(_ words: Words) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in 0..<words.count where words[index].isWord(in: bodies) && words[index].startsUpper {
            var start = index
            while start > 0, let before = words.at(start - 1),
                before.isWord
                    && (before.startsUpper
                        || before.isWord("of", "and", "for") && start > 1 && words[start - 2].startsUpper)
                    || before.isSign("&", "-")
            {
                start -= 1
            }
            while start < index,
                words[start].isWord("the", "a", "an", "this", "and", "of", "for")
                    || words[start].kind == .sign
            {
                start += 1
            }
            if index - start >= 1 { found.append(start..<index + 1) }
        }
        return found
    }

    static let bodies: Set<String> = [
        "board", "team", "group", "panel", "committee", "forum", "taskforce", "subgroup", "network",
        "partnership",
        "force", "hub", "council",
    ]
}
