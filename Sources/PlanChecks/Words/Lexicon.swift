/// Phrases to look for, found in one pass. `#` stands for a number in figures or in words, `*` for any word.
struct Lexicon: Sendable {
    private var byFirst: [String: [[String]]] = [:]
    private var open: [[String]] = []

    init(_ phrases: [String]) {
        for phrase in phrases {
            let words = phrase.split(separator: " ").map(String.init)
            if words[0] == "#" || words[0] == "*" {
                open.append(words)
            } else {
                byFirst[words[0], default: []].append(words)
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
        open.sort { $0.count > $1.count }
    }

    /// The tokens of every match, longest first at each place, not overlapping.
    func matches(in words: Words, within range: Range<Int>? = nil) -> [Range<Int>] {
        let range = range ?? words.tokens.indices
        var matches: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let count = match(at: index, in: words, before: range.upperBound) {
                matches.append(index..<index + count)
                index += count
            } else {
                index += 1
            }
        }
        return matches
    }

    func matches(_ words: Words) -> Bool {
        words.tokens.indices.contains { match(at: $0, in: words, before: words.tokens.count) != nil }
    }

    /// How many tokens match from that token on; nil when none does.
    func match(at index: Int, in words: Words, before end: Int) -> Int? {
        let candidates = byFirst[words.tokens[index].word] ?? []
        for phrase in candidates where fits(phrase, at: index, in: words, before: end) { return phrase.count }
        for phrase in open where fits(phrase, at: index, in: words, before: end) { return phrase.count }
        return nil
    }

    private func fits(_ phrase: [String], at index: Int, in words: Words, before end: Int) -> Bool {
        guard index + phrase.count <= end else { return false }
        for (offset, wanted) in phrase.enumerated() {
            let token = words.tokens[index + offset]
            if offset > 0, token.gap.contains(.stop) || token.gap.contains(.newline) { return false }
            if wanted == "*" { continue }
            if wanted == "#" {
                guard token.shape == .number || NumberWords.value(of: token.word) != nil else { return false }
            } else if token.word != wanted {
                return false
            }
        }
        return true
    }
}

/// Small numbers as people write them out.
enum NumberWords {
    static func value(of word: String) -> Int? { values[word] }

    static let values: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    ]
}
