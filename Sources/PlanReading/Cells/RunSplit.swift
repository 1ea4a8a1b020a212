/// Sentences whose line breaks were lost, cut again where a new one plainly begins. Used only where the row's
/// other cells say how many there are.
enum RunSplit {
    /// The text cut into exactly so many actions, each after the first beginning with a verb; nil otherwise.
    static func actions(_ text: String, into count: Int) -> [String]? {
        cut(text, into: count) { previous, word, _ in
            ActionVerbs.all.contains(word.lowercased()) && !isJoined(previous)
        }
    }

    /// The text cut into exactly so many statements, at full stops and at capitals after small letters; nil otherwise.
    static func statements(_ text: String, into count: Int) -> [String]? {
        cut(text, into: count) { previous, word, next in
            if previous.hasSuffix(".") { return true }
            let isShout = previous.allSatisfy { $0.isUppercase || !$0.isLetter }
            guard isShout || previous.first?.isLowercase ?? false, !isJoined(previous) else { return false }
            return next?.first?.isLowercase ?? false
        }
    }

    private static func isJoined(_ previous: String) -> Bool {
        let word = previous.lowercased().filter(\.isLetter)
        if word.isEmpty { return true }
        return [
            "to", "and", "of", "the", "a", "an", "in", "for", "with", "or", "by", "at", "on", "our", "all",
            "its", "re", "as",
        ].contains(word) || ",(–-/".contains(previous.last ?? " ")
    }

    private static func cut(
        _ text: String, into count: Int, begins: (String, String, String?) -> Bool
    ) -> [String]? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard count > 1, words.count >= count else { return nil }
        var pieces: [[String]] = []
        var current: [String] = []
        for (index, word) in words.enumerated() {
            if let previous = current.last, word.first?.isUppercase ?? false,
                begins(previous, word, index + 1 < words.count ? words[index + 1] : nil)
            {
                pieces.append(current)
                current = []
            }
            current.append(word)
        }
        pieces.append(current)
        return pieces.count == count ? pieces.map { $0.joined(separator: " ") } : nil
    }
}
