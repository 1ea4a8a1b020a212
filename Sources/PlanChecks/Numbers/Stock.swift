/// How many there are of something: "539 children on the register", "the number on the register (459)".
struct Stock: Sendable {
    let statement: Int
    let token: Int
    let sentence: Range<Int>
    let value: Double
    let population: String
    /// The sentence says that it is so now.
    let isCurrent: Bool

    /// For each of the words for a population, how many there are of it wherever the statements say so.
    static func find(_ populations: Set<String>, in statements: [Statement]) -> [String: [Stock]] {
        guard !populations.isEmpty else { return [:] }
        var stocks: [String: [Stock]] = [:]
        var stems: [String: String] = [:]
        for (number, statement) in statements.enumerated() {
            var named: Set<String> = []
            for token in statement.words.tokens {
                let stem = stems[token.word] ?? Stem.of(token.word)
                stems[token.word] = stem
                if populations.contains(stem) { named.insert(stem) }
            }
            for population in named {
                stocks[population, default: []] += find(population, in: statement, number: number)
            }
        }
        return stocks
    }

    private static func find(_ population: String, in statement: Statement, number: Int) -> [Stock] {
        var stocks: [Stock] = []
        let words = statement.words
        for sentence in words.sentences {
            for index in Amounts.find(in: words, within: sentence) {
                guard let value = words.value(index), Share.percentEnd(words, index, sentence) == nil,
                    !words.word(index).contains("."), isStock(of: population, at: index, words, sentence)
                else { continue }
                stocks.append(
                    Stock(
                        statement: number, token: index, sentence: sentence, value: value,
                        population: population,
                        isCurrent: words.tokens[sentence].contains { now.contains($0.word) }))
            }
        }
        return stocks
    }

    private static func isStock(of population: String, at index: Int, _ words: Words, _ sentence: Range<Int>)
        -> Bool
    {
        if ["between", "and", "than", "least", "about", "to", "under"].contains(words.word(index - 1)) {
            return false
        }
        // "register (459)", "the register stands at 459", "the register is 459".
        if words.tokens[index].gap.contains(.opening), index > sentence.lowerBound,
            Stem.of(words.word(index - 1)) == population
        {
            return true
        }
        for back in 1...3 where index - back > sentence.lowerBound {
            if Stem.of(words.word(index - back - 1)) == population,
                words.tokens[index - back..<index].allSatisfy({ standing.contains($0.word) })
            {
                return true
            }
        }
        // "539 children on the register", "450 referrals".
        if Stem.of(words.word(index + 1)) == population { return true }
        for ahead in 2...5 where index + ahead < sentence.upperBound {
            guard Stem.of(words.word(index + ahead)) == population else { continue }
            let between = words.tokens[index + 1..<index + ahead]
            return between.contains { $0.word == "on" || $0.word == "in" }
                && !between.contains { $0.word == "of" }
        }
        return false
    }

    private static let standing: Set<String> = [
        "stands", "at", "is", "was", "now", "stood", "has", "had", "totals",
    ]
    private static let now: Set<String> = ["current", "currently", "now", "present", "today", "latest"]
}
