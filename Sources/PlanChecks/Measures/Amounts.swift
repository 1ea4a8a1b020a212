/// Amounts in a criterion: numbers that say how many or what share, not dates, ages, legal sections or references.
enum Amounts {
    static func count(in words: Words, within range: Range<Int>) -> Int {
        find(in: words, within: range).count
    }

    static func find(in words: Words, within range: Range<Int>) -> [Int] {
        guard range.contains(where: { isNumber(words.tokens[$0]) }) else { return [] }
        let dates = WrittenDate.find(in: words, within: range).map(\.tokens)
        return range.filter { index in
            let token = words.tokens[index]
            guard isNumber(token) else { return false }
            if dates.contains(where: { $0.contains(index) }) { return false }
            if token.shape == .number, token.word.utf8.count == 4,
                (1980...2060).contains(Int(token.word) ?? 0)
            {
                return false
            }
            if token.shape == .number, token.word.contains("/"), token.word.utf8.count >= 5 { return false }
            if notBefore.contains(words.word(index - 1)) || token.word.hasSuffix("+") { return false }
            if token.word == "one", words.word(index + 1) != "%" { return false }
            // "Plans of more than 18 months" names the plans, not an amount of them.
            if limits.contains(words.word(index - 1)), spans.contains(words.word(index + 1)) { return false }
            return true
        }
    }

    private static func isNumber(_ token: Words.Token) -> Bool {
        token.shape == .number || NumberWords.value(of: token.word) != nil || token.word == "zero"
            || token.word == "nil"
    }

    private static let limits: Set<String> = ["than", "over", "beyond", "exceeding"]
    private static let spans: Set<String> = ["days", "weeks", "months", "years", "hours", "working"]
    private static let notBefore: Set<String> = [
        "section", "s", "aged", "age", "ages", "year", "years", "paragraph", "para", "action", "area",
        "standard",
        "appendix", "phase", "stage", "level", "band", "key", "form", "table", "post", "under", "over",
        "tier",
    ]
}
