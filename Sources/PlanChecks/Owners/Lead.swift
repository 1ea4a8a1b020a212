/// Somebody named as lead, and what kind of somebody the words name.
struct Lead: Sendable {
    let text: String
    let kind: Kind
    /// The person or post without brackets, lower case: what two spellings of the same lead share.
    let key: String
    /// The post, where the words give one: in brackets, or as the whole.
    let post: String?

    enum Kind: Sendable, Hashable {
        case person
        case post
        /// A team, unit, board, partner or plural role; `code` when it is an abbreviation that nothing explains.
        case group(code: Bool)
        case initials
        /// "tbc", "vacant", a dash: nobody.
        case nobody
    }

    init(_ text: String, abbreviations: [String: String] = [:]) {
        self.text = text
        let bare = Lead.withoutTask(text)
        let (name, bracketed) = Lead.splitBrackets(bare)
        let words = Words(name.isEmpty ? bare : name)
        kind = Lead.kind(of: words, bracketed: bracketed, abbreviations: abbreviations)
        key = Lead.key(words, kind, abbreviations)
        switch kind {
        case .person: post = bracketed ?? Lead.trailingPost(bare)
        case .post: post = name
        default: post = nil
        }
    }

    /// A person's name ends where the unit begins; of others all words count but "and".
    private static func key(_ words: Words, _ kind: Kind, _ abbreviations: [String: String]) -> String {
        var tokens = words.tokens[...]
        if kind == .person {
            let end = tokens.indices.dropFirst().first { index in
                let token = tokens[index]
                return !token.gap.isDisjoint(with: [.dash, .comma, .opening])
                    || Vocabulary.groups.contains(token.word) || Vocabulary.posts.contains(token.word)
            }
            if let end, end >= 2 { tokens = tokens[..<end] }
        }
        return tokens.filter { $0.word != "and" }.map { abbreviations[$0.word] ?? $0.word }
            .joined(separator: " ").lowercased()
    }

    /// "LJ to draft the note" names LJ; "All managers to use the tool" names all managers.
    private static func withoutTask(_ text: String) -> String {
        let words = Words(text)
        guard let to = words.tokens.indices.dropFirst().first(where: { words.word($0) == "to" }), to <= 6
        else { return text }
        return words.string(0..<to)
    }

    private static func splitBrackets(_ text: String) -> (name: String, bracketed: String?) {
        guard let open = text.firstIndex(of: "(") else { return (text, nil) }
        let name = text[..<open].drop { $0 == " " }
        var inside = text[text.index(after: open)...]
        if let close = inside.lastIndex(of: ")") { inside = inside[..<close] }
        var trimmed = String(name)
        while trimmed.last == " " || trimmed.last == "," { trimmed.removeLast() }
        return (trimmed, String(inside))
    }

    private static func trailingPost(_ text: String) -> String? {
        for mark in [", ", " – ", " - "] {
            if let range = text.firstRange(of: mark) { return String(text[range.upperBound...]) }
        }
        return nil
    }

    private static func kind(
        of words: Words, bracketed: String?, abbreviations: [String: String]
    ) -> Kind {
        let tokens = words.tokens
        guard let first = tokens.first else { return .nobody }
        if Vocabulary.nobody.matches(words) { return .nobody }
        if tokens.count == 1, first.shape == .upper {
            return kind(ofCode: first.word, bracketed: bracketed, abbreviations: abbreviations)
        }
        if tokens.count == 1, Vocabulary.pluralPosts.contains(first.word.replacing("'s", with: "s")) {
            return .group(code: false)
        }
        if tokens.count == 1, first.shape == .capitalised, Vocabulary.firstNames.contains(first.word) {
            return .initials
        }
        // "PP&P" is one code.
        if tokens.count == 3, tokens[1].word == "and", tokens[1].shape == .sign, words.text.utf8.count <= 5 {
            return .group(code: true)
        }
        if tokens.count <= 3, tokens.allSatisfy({ $0.range.count == 1 }) { return .initials }
        if ["all", "each", "every", "both", "relevant", "various"].contains(first.word) {
            return .group(code: false)
        }
        // A person's unit may follow the name: "Kate Rose – Safeguarding Unit" names Kate Rose.
        let end = tokens.indices.dropFirst().first { !tokens[$0].gap.isDisjoint(with: [.dash, .comma]) }
        let head = 0..<(end ?? tokens.count)
        if isName(words, head) { return .person }
        let all = Set(tokens.map(\.word))
        if !all.isDisjoint(with: Vocabulary.pluralPosts) { return .group(code: false) }
        if let post = tokens.lastIndex(where: { Vocabulary.posts.contains($0.word) }),
            tokens[head].indices.contains(post) || end == nil || tokens.count - post <= 6
        {
            return startsWithName(words) ? .person : .post
        }
        if !all.isDisjoint(with: Vocabulary.groups) {
            return startsWithName(words) ? .person : .group(code: false)
        }
        if tokens.contains(where: { $0.shape == .upper && Vocabulary.postCodes.contains($0.word) }) {
            return .post
        }
        return .group(code: false)
    }

    private static func kind(
        ofCode code: String, bracketed: String?, abbreviations: [String: String]
    ) -> Kind {
        if Vocabulary.postCodes.contains(code) { return .post }
        if let long = abbreviations[code], long != code {
            return kind(of: Words(long), bracketed: nil, abbreviations: [:])
        }
        if Vocabulary.pluralPosts.contains(code) || Vocabulary.groups.contains(code) {
            return .group(code: false)
        }
        if let bracketed, Words(bracketed).tokens.contains(where: { Vocabulary.posts.contains($0.word) }) {
            return .initials
        }
        return code.utf8.count <= 2 ? .initials : .group(code: true)
    }

    /// Two or three capitalised words, none of which is a word for a post or a group.
    private static func isName(_ words: Words, _ range: Range<Int>) -> Bool {
        var tokens = words.tokens[range]
        if let first = tokens.first, Vocabulary.courtesies.contains(first.word) {
            tokens = tokens.dropFirst()
        }
        guard (1...5).contains(tokens.count), tokens.count >= 2 || tokens.count < range.count else {
            return false
        }
        return tokens.allSatisfy { token in
            (token.shape == .capitalised || token.range.count == 1
                || Vocabulary.particles.contains(token.word)
                || (token.shape == .upper && token.range.count > 5))
                && !Vocabulary.posts.contains(token.word) && !Vocabulary.groups.contains(token.word)
                && !Vocabulary.pluralPosts.contains(token.word)
                && !Vocabulary.serviceWords.contains(token.word)
        }
    }

    private static func startsWithName(_ words: Words) -> Bool {
        words.tokens.count >= 3 && Vocabulary.firstNames.contains(words.tokens[0].word)
            && isName(words, 0..<2)
    }
}
