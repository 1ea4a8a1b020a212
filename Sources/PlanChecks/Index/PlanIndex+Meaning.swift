extension PlanIndex {
    /// The significant words of a part of a text, as far as the plan's own rows know them.
    func meaning(_ words: Words, _ range: Range<Int>) -> TokenSet {
        TokenSet(
            words.tokens[range].lazy
                .filter { $0.shape != .number && $0.shape != .sign && !StopWords.all.contains($0.word) }
                .map { numbers[Stem.of($0.word)] ?? -Int32($0.range.lowerBound) - 1 })
    }
}
