import Documents

/// Whether a cell's words go on from the cell above, told from the words at the break.
enum Continuation {
    /// Begins in the middle of a sentence: with a small letter that is no label.
    static func beginsInside(_ text: String) -> Bool {
        let text = text.trimmed
        guard let first = text.first, first.isLowercase else { return false }
        let label = text.prefix { !$0.isWhitespace }
        // "a) …", "ii. …" and "iPad".
        if let last = label.last, ").:".contains(last), label.count <= 6 { return false }
        return !label.dropFirst().contains(where: \.isUppercase)
    }

    /// Ends where more must come: a joining sign, an open bracket, a word like "the".
    static func isUnfinished(_ text: String) -> Bool {
        let text = text.trimmed
        guard let last = text.last else { return false }
        if "/,&–-(+".contains(last) { return true }
        if text.filter({ $0 == "(" }).count > text.filter({ $0 == ")" }).count, !text.hasSuffix(".") {
            return true
        }
        guard let word = PlainWords.of(String(text.suffix(16))).last else { return false }
        return last.isLetter && small.contains(word)
    }

    static func isFinished(_ text: String) -> Bool {
        guard let last = text.trimmed.last else { return true }
        return ".;:!?".contains(last)
    }

    private static let small: Set<String> = [
        "and", "or", "the", "of", "to", "for", "with", "in", "a", "an", "by", "on", "that", "which", "from",
        "including",
        "are", "is", "be", "will", "at", "their", "our", "its", "as",
    ]

    /// One text after another, a word broken by a hyphen made whole.
    static func join(_ first: Text, _ second: Text) -> Text {
        if first.isEmpty { return second }
        if second.isEmpty { return first }
        var head = first.string
        let isBroken =
            head.hasSuffix("-") && !head.hasSuffix(" -") && beginsInside(second.string)
        var glue = " "
        if isBroken {
            head.removeLast()
            glue = ""
        }
        let offset = head.utf8.count + glue.utf8.count
        let moved = second.marks.map {
            Text.Mark($0.kind, ($0.range.lowerBound + offset)..<($0.range.upperBound + offset))
        }
        return Text(head + glue + second.string, marks: first.marks + moved)
    }
}
