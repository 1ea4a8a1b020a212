/// A percentage with the count that it is of, and the base or the words for the base, as one sentence gives them.
struct Share: Sendable {
    /// Index into the statements.
    let statement: Int
    let sentence: Range<Int>
    let percent: Double
    /// How many decimals are printed.
    let decimals: Int
    let percentTokens: Range<Int>
    let count: Double
    let countToken: Int
    /// The base, where the sentence itself states it.
    let base: Double?
    let baseToken: Int?
    /// The stem of the word for the base: `register` of "22.2% of the register".
    let population: String?
    /// The base's words come from the sentence before: "This compares with 151 and 24.7%".
    let isCompared: Bool

    /// True when the percentage is what that base gives, within the rounding that it is printed with.
    func agrees(with base: Double) -> Bool {
        guard base > 0 else { return false }
        var unit = 1.0
        for _ in 0..<decimals { unit /= 10 }
        return abs(count / base * 100 - percent) <= unit + 1e-9
    }

    var impliedBase: Double { percent == 0 ? 0 : count / percent * 100 }
}

extension Share {
    static func find(in statements: [Statement]) -> [Share] {
        var shares: [Share] = []
        for (number, statement) in statements.enumerated() {
            let words = statement.words
            guard
                words.tokens.contains(where: { $0.word == "%" || $0.word == "cent" || $0.word == "percent" })
            else { continue }
            var last: String?
            for sentence in words.sentences {
                for share in find(in: words, sentence, statement: number, before: last) {
                    last = share.population ?? last
                    shares.append(share)
                }
            }
        }
        return shares
    }

    private static func find(
        in words: Words, _ sentence: Range<Int>, statement: Int, before population: String?
    ) -> [Share] {
        var shares: [Share] = []
        var used: Set<Int> = []
        for index in sentence {
            guard let percent = words.value(index), let end = percentEnd(words, index, sentence) else {
                continue
            }
            let printed = words.word(index)
            let decimals = printed.contains(".") ? printed.drop { $0 != "." }.count - 1 : 0
            if let (count, base) = pair(words, near: index, sentence, used: used) {
                used.insert(count)
                if let part = words.value(count), let whole = words.value(base) {
                    shares.append(
                        Share(
                            statement: statement, sentence: sentence, percent: percent, decimals: decimals,
                            percentTokens: index..<end, count: part, countToken: count, base: whole,
                            baseToken: base, population: noun(words, after: base, sentence), isCompared: false
                        ))
                }
                continue
            }
            guard let count = connected(words, before: index, sentence), let part = words.value(count) else {
                continue
            }
            let own = base(words, after: end, sentence)
            let compared = own == nil
            guard let name = own ?? (compares(words, sentence) ? population : nil) else { continue }
            shares.append(
                Share(
                    statement: statement, sentence: sentence, percent: percent, decimals: decimals,
                    percentTokens: index..<end, count: part, countToken: count, base: nil, baseToken: nil,
                    population: name, isCompared: compared))
        }
        return shares
    }

    static func percentEnd(_ words: Words, _ index: Int, _ sentence: Range<Int>) -> Int? {
        guard index + 1 < sentence.upperBound else { return nil }
        if words.word(index + 1) == "%" || words.word(index + 1) == "percent" { return index + 2 }
        if words.word(index + 1) == "per", words.word(index + 2) == "cent" { return index + 3 }
        return nil
    }

    /// "109 of 459", "46 out of the 48", next to the percentage and with no other percentage between.
    private static func pair(
        _ words: Words, near index: Int, _ sentence: Range<Int>, used: Set<Int>
    ) -> (count: Int, base: Int)? {
        var best: (count: Int, base: Int, distance: Int)?
        for start in sentence where start != index && !used.contains(start) {
            guard words.value(start) != nil, percentEnd(words, start, sentence) == nil,
                let base = baseOf(words, start, sentence), base != index
            else { continue }
            let distance = start > index ? start - index : index - base
            let between = start > index ? index + 1..<start : base + 1..<max(index, base + 1)
            let crosses = between.contains {
                words.value($0) != nil && percentEnd(words, $0, sentence) != nil
            }
            guard distance <= 10, !crosses, best.map({ distance < $0.distance }) ?? true else { continue }
            best = (start, base, distance)
        }
        return best.map { ($0.count, $0.base) }
    }

    static func baseOf(_ words: Words, _ index: Int, _ sentence: Range<Int>) -> Int? {
        var next = index + 1
        if words.word(next) == "out" { next += 1 }
        guard words.word(next) == "of" else { return nil }
        next += 1
        while ["the", "all", "our", "these", "those"].contains(words.word(next)) { next += 1 }
        guard next < sentence.upperBound, words.value(next) != nil, percentEnd(words, next, sentence) == nil,
            words.tokens[next].word.utf8.count < 4 || (Int(words.word(next)) ?? 0) < 1980
                || (Int(words.word(next)) ?? 0) > 2060
        else { return nil }
        return next
    }

    /// The count that "representing 22.2%", "or 22.2%", "(22.2%)", "and 24.7%" belongs to.
    private static func connected(_ words: Words, before index: Int, _ sentence: Range<Int>) -> Int? {
        let amounts = Amounts.find(in: words, within: sentence).filter { words.value($0) != nil }
        guard let count = amounts.last(where: { $0 < index && percentEnd(words, $0, sentence) == nil }),
            index - count <= 12
        else { return nil }
        let between = words.tokens[count + 1..<index]
        let crosses = between.contains { $0.word == "%" }
        let isJoined =
            between.contains { joining.contains($0.word) } || words.tokens[index].gap.contains(.opening)
        return isJoined && !crosses ? count : nil
    }

    private static func compares(_ words: Words, _ sentence: Range<Int>) -> Bool {
        words.tokens[sentence].contains {
            ["compares", "compared", "against", "previously"].contains($0.word)
        }
    }

    /// The word for the base: `register` of "of the register".
    private static func base(_ words: Words, after index: Int, _ sentence: Range<Int>) -> String? {
        guard index < sentence.upperBound, words.word(index) == "of" else { return nil }
        return noun(words, after: index, sentence)
    }

    private static func noun(_ words: Words, after index: Int, _ sentence: Range<Int>) -> String? {
        for token in words.tokens[min(index + 1, sentence.upperBound)..<sentence.upperBound].prefix(4) {
            if token.shape == .number || token.shape == .sign { return nil }
            if !StopWords.all.contains(token.word) { return Stem.of(token.word) }
        }
        return nil
    }

    private static let joining: Set<String> = [
        "representing", "represents", "represent", "equals", "equal", "equivalent", "or", "and", "is", "was",
        "being", "making",
    ]
}
