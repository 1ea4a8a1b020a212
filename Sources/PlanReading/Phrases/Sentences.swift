/// Cuts running text into sentences, at stops that end one and at line breaks.
enum Sentences {
    static func split(_ text: String) -> [String] {
        let words = Words(text)
        var found: [String] = []
        var start = 0
        for index in 0..<words.count where ends(words, index) {
            found.append(words.text(start..<index + 1))
            start = index + 1
        }
        if start < words.count { found.append(words.text(start..<words.count)) }
        return found.filter { !$0.isEmpty }
    }

    private static func ends(_ words: Words, _ index: Int) -> Bool {
        let next = words.at(index + 1)
        if next?.isOnNewLine == true { return !(next.map { $0.isWord && !$0.startsUpper } ?? false) }
        guard words[index].isSign(".", "?", "!"), let next, next.isSpaced else { return false }
        guard words[index].isSign("."), let before = words.at(index - 1), !words[index].isSpaced else {
            return true
        }
        // "e.g. cases", "Sept. 13", "No. 4", "A. Khan".
        if before.isWord, before.range.count == 1 || before.isWord(in: shortened) { return false }
        return !next.isWord || next.startsUpper || next.kind != .word
    }

    private static let shortened: Set<String> = [
        "no", "nos", "para", "paras", "cllr", "mr", "mrs", "ms", "dr", "st", "eg", "ie", "etc", "approx",
        "jan",
        "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "pp", "vol", "ref",
    ]
}
