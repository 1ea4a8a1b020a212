/// A text cut into words once, so that every check can look at the same tokens. A class, never changed: rows are
/// handed about a good deal, and one reference is cheaper to hand on than three.
final class Words: Sendable {
    let text: String
    let bytes: [UInt8]
    let tokens: [Token]

    struct Token: Sendable {
        /// Lower case, curly apostrophes straightened, `&` as `and`.
        let word: String
        /// Bytes of the text.
        let range: Range<Int>
        /// What stands between the token before and this one.
        let gap: Gap
        let shape: Shape
    }

    struct Gap: OptionSet, Sendable {
        let rawValue: UInt16
        /// A full stop, question or exclamation mark with white space after it.
        static let stop = Gap(rawValue: 1)
        static let newline = Gap(rawValue: 2)
        static let comma = Gap(rawValue: 4)
        static let colon = Gap(rawValue: 8)
        static let semicolon = Gap(rawValue: 16)
        static let opening = Gap(rawValue: 32)
        static let closing = Gap(rawValue: 64)
        static let slash = Gap(rawValue: 128)
        static let dash = Gap(rawValue: 256)
        static let quote = Gap(rawValue: 512)
        static let bullet = Gap(rawValue: 1024)
    }

    enum Shape: Sendable {
        case number, lower, capitalised, upper, sign
    }

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
        tokens = Words.cut(bytes)
    }

    /// The text of those tokens exactly as it stands, punctuation between them included.
    func string(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        return String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }

    /// A whole sentence: the tokens with the marks that close them and the bracket or quotation mark that opens them.
    func sentenceText(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        var start = first.range.lowerBound
        var end = last.range.upperBound
        while start > 0, bytes[start - 1] != 0x20, bytes[start - 1] != 0x0A { start -= 1 }
        while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].word : "" }

    /// The number that a token writes in figures: `25,000`, `22.2`; nil for other tokens.
    func value(_ index: Int) -> Double? {
        guard tokens.indices.contains(index), tokens[index].shape == .number else { return nil }
        let word = tokens[index].word
        guard word.contains(",") else { return Double(word) }
        let parts = word.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped =
            (1...3).contains(parts[0].count)
            && parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
        return isGrouped ? Double(parts.joined()) : nil
    }

    /// The tokens of each sentence. A stop before a lower-case word, or after a month's short name, ends none.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in tokens.indices.dropFirst() where endsSentence(before: index) {
            sentences.append(start..<index)
            start = index
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }

    func sentence(around index: Int) -> Range<Int> {
        var lower = min(index, tokens.count - 1)
        while lower > 0, !endsSentence(before: lower) { lower -= 1 }
        var upper = index + 1
        while upper < tokens.count, !endsSentence(before: upper) { upper += 1 }
        return lower..<min(upper, tokens.count)
    }

    private func endsSentence(before index: Int) -> Bool {
        let gap = tokens[index].gap
        if gap.contains(.newline) || gap.contains(.bullet) { return true }
        guard gap.contains(.stop), tokens[index].shape != .lower else { return false }
        return !Words.shortened.contains(tokens[index - 1].word)
    }

    private static let shortened: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "para",
        "e.g", "i.e", "st", "mr", "mrs", "ms", "dr", "approx",
    ]
}
