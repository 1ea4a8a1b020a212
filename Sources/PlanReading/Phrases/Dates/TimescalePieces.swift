import PlanFormat

extension TimescalePhrase {
    /// Cuts a run of several timescales, as one cell may hold for several actions: "In Place 20.05.2011 Sept 2011".
    ///
    /// One entry where the words are one timescale, or where they cannot be cut.
    static func split(_ text: String) -> [String] {
        let words = Words(text)
        let mentions = DateFinder.find(in: words, isTimescale: true)
        let atoms = atoms(words, mentions.map(\.tokens))
        let isWhole = atoms.count < 2 || mentions.count == 2 && TimescaleShape(words, mentions).kind == .range
        guard !isWhole else { return text.folded.isEmpty ? [] : [text.folded] }
        // "June, Sept & Dec 2026": a year that stands once, at the end, binds them.
        let isOneYear =
            mentions.count > 1 && mentions.filter(\.namesYear).count == 1 && mentions.last?.namesYear == true
        var starts = [0]
        for (before, after) in zip(atoms, atoms.dropFirst()) {
            guard let start = cut(words, between: before, and: after) else { continue }
            if isOneYear, words.tokens[before.upperBound..<start].contains(where: { $0.isSign(",") }) {
                continue
            }
            starts.append(start)
        }
        return starts.enumerated().map { index, start in
            words.text(start..<(index + 1 < starts.count ? starts[index + 1] : words.count)).folded
        }
    }

    /// Dates, and words that are a timescale by themselves.
    private static func atoms(_ words: Words, _ dates: [Range<Int>]) -> [Range<Int>] {
        var found = dates
        for phrase in [
            "in place", "immediate effect", "immediate", "immediately", "ongoing", "on going", "complete",
            "completed", "tbc",
        ] {
            var start = 0
            while let range = words.find(phrase, from: start) {
                if !found.contains(where: { $0.overlaps(range) }) { found.append(range) }
                start = range.upperBound
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Where the next timescale begins: nil when what stands between joins the two.
    private static func cut(_ words: Words, between before: Range<Int>, and after: Range<Int>) -> Int? {
        let end = before.upperBound
        var begin = after.lowerBound
        guard LeadPhrase.bracketDepths(words)[begin] == 0 else { return nil }
        // "Completed 12 March", "In place by May".
        if words[end - 1].isWord("completed", "complete"), begin == end { return nil }
        // "by", "end of" and their like belong to the date behind them.
        while begin > end, words[begin - 1].isWord(in: openers) { begin -= 1 }
        var between = end..<begin
        // What stands in brackets, and "for the board", belong to the date before.
        if words[end - 1].isWord("place", "ongoing"), begin < after.lowerBound,
            words[begin].isWord("by", "from")
        {
            return nil
        }
        if let open = words.at(end), open.isSign("(") || open.isWord("for") { return begin }
        while let last = between.last, words[last].isSign(".", ",", ";") { between = end..<last }
        guard between.isEmpty else { return nil }
        if begin == end, words[begin].isWord("to", "until", "till", "onwards", "onward") { return nil }
        return begin
    }

    private static let openers: Set<String> = [
        "by", "end", "of", "from", "early", "mid", "late", "the", "with", "in", "week", "commencing",
        "beginning",
    ]
}
