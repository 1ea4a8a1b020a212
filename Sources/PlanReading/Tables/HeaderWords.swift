/// The words that councils write over the columns of a plan, and what they mean.
enum HeaderWords {
    struct Match {
        var sense: HeaderSense
        /// The part of the header's telling words that the phrases cover, from 0 to 1.
        var cover: Double
    }

    /// What a header's words mean; nil where they say nothing about a plan.
    static func match(_ text: String) -> Match? {
        let words = PlainWords.of(text)
        guard !words.isEmpty, words.count <= 18 else { return nil }
        let found = phrases(in: words)
        guard !found.isEmpty else { return nil }
        let telling = words.filter { !fillers.contains($0) }.count
        let covered = found.reduce(0) { sum, phrase in
            sum + words[phrase.range].filter { !fillers.contains($0) }.count
        }
        let cover = telling == 0 ? 1 : Double(covered) / Double(telling)
        guard let sense = decide(found, text) else { return nil }
        return Match(sense: sense, cover: isQuestion(words, sense) ? 1 : cover)
    }

    /// "How will we know that children are safer?" asks the same whatever follows.
    private static func isQuestion(_ words: [String], _ sense: HeaderSense) -> Bool {
        switch sense {
        case .success: words.first == "how" && words.prefix(6).contains { ["know", "well"].contains($0) }
        case .impact:
            words.first == "what" && words.prefix(4).contains { ["difference", "different"].contains($0) }
        default: false
        }
    }

    private struct Found {
        var sense: HeaderSense
        var range: Range<Int>
    }

    /// Phrases in the words, longest first, none overlapping; given back in order.
    private static func phrases(in words: [String]) -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < words.count {
            let candidates = byFirstWord[words[index]] ?? []
            if let phrase = candidates.first(where: { words[index...].starts(with: $0.words) }) {
                found.append(Found(sense: phrase.sense, range: index..<(index + phrase.words.count)))
                index += phrase.words.count
            } else {
                index += 1
            }
        }
        return found
    }

    /// Of several phrases in one header, the one that says what the column holds.
    private static func decide(_ found: [Found], _ text: String) -> HeaderSense? {
        let senses = Set(found.map(\.sense))
        if senses.isSuperset(of: [.progress, .impact]) || senses.contains(.progressAndImpact) {
            return .progressAndImpact
        }
        if senses.contains(.monitoring), senses.isSubset(of: [.monitoring, .lead, .success, .progress]) {
            return senses.contains(.lead) && !text.contains("how") && !text.contains("How")
                && found.count == 2
                && found[0].sense == .monitoring && found[1].range.count == 1 ? .monitoredBy : .monitoring
        }
        if senses.contains(.timescale) || senses.isSuperset(of: [.start, .finish]) {
            return senses.contains(.timescale) && senses.contains(.start) && !senses.contains(.finish)
                ? .start : .timescale
        }
        for sense in heads where senses.contains(sense) { return sense }
        // In English the last noun says what a thing is: "outcome measure", "action owner".
        guard let longest = found.max(by: { $0.range.count < $1.range.count }) else { return nil }
        let ties = found.filter { $0.range.count == longest.range.count }
        let joins = text.contains("/") || text.contains("\n") || PlainWords.of(text).contains("of")
        return joins ? ties.first?.sense : ties.last?.sense
    }

    /// Where one of these stands with others, it is what the column holds.
    private static let heads: [HeaderSense] = [
        .version, .likelihood, .risk, .reference, .actualFinish, .lead, .monitoredBy, .finish, .start,
        .status, .remark,
    ]

    private static let fillers: Set<String> = [
        "the", "of", "to", "will", "we", "this", "that", "for", "and", "in", "be", "is", "are", "our", "a",
        "it",
        "by", "or", "on", "s", "with", "if", "at", "as", "us", "you", "they", "have", "has", "been", "do",
        "does",
    ]

    private static let byFirstWord: [String: [(words: [String], sense: HeaderSense)]] = {
        var table: [String: [(words: [String], sense: HeaderSense)]] = [:]
        for (sense, list) in HeaderVocabulary.phrases {
            for phrase in list.split(separator: ",") {
                let words = PlainWords.of(String(phrase))
                guard let first = words.first else { continue }
                table[first, default: []].append((words, sense))
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()
}
