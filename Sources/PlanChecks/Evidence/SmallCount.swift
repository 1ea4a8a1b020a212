/// Counts of one to five children together with something that sets them apart.
enum SmallCount {
    static func find(in words: Words) -> [Range<Int>] {
        words.tokens.indices.compactMap { index in
            let value = NumberWords.value(of: words.word(index)).map(Double.init) ?? words.value(index)
            guard let value, (1...5).contains(value), value == value.rounded(),
                !words.word(index).contains("."), index + 1 < words.tokens.count,
                !["of", "%", "per", "to", "in"].contains(words.word(index + 1)),
                !["within", "every", "least", "than", "aged", "key", "phase", "band", "level", "stage"]
                    .contains(
                        words.word(index - 1))
            else { return nil }
            let sentence = words.sentence(around: index)
            let near = index + 1..<min(sentence.upperBound, index + 5)
            guard let noun = near.first(where: { people.contains(words.word($0)) }) else { return nil }
            if words.tokens[near.lowerBound..<noun].contains(where: { !describing($0.word) }) { return nil }
            let around = max(sentence.lowerBound, index)..<min(sentence.upperBound, noun + 10)
            guard let trait = traits.matches(in: words, within: around).first else { return nil }
            return index..<max(noun + 1, trait.upperBound)
        }
    }

    private static func describing(_ word: String) -> Bool {
        !StopWords.all.contains(word) && !["working", "days", "weeks", "months", "years"].contains(word)
    }

    private static let people: Set<String> = [
        "children", "child", "girls", "girl", "boys", "boy", "families", "family", "siblings", "sibling",
        "babies",
        "baby", "leavers", "leaver", "teenagers", "teenager",
    ]
    private static let traits = Lexicon([
        "traveller", "gypsy", "roma", "disabled", "disability", "disabilities", "autistic", "autism",
        "asylum",
        "unaccompanied", "pregnant", "hiv", "deaf", "blind", "muslim", "jewish", "hindu", "sikh", "black",
        "asian",
        "polish", "romanian", "transgender", "gay", "self harm", "self harmed", "sexually abused",
        "sexually exploited", "exploited", "trafficked", "died", "raped", "suicide", "fabricated",
        "wheelchair",
    ])
}
