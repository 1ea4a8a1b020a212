/// What a run of words of a lead cell is: a person, a post, a body, initials, or only part of a name.
struct LeadShape {
    let words: Words
    /// Words and numbers at bracket depth 0, without "All", "the" and what stands in brackets.
    private let tokens: [Words.Token]

    init(_ words: Words, _ range: Range<Int>, depth: [Int]) {
        self.words = words
        tokens = range.filter { depth[$0] == 0 && words[$0].kind == .word }.map { words[$0] }
    }

    var isEmpty: Bool { tokens.isEmpty }
    var count: Int { tokens.count }

    /// It can stand alone as one lead.
    var isComplete: Bool { isPost || isBody || isPerson || isInitials || startsWithAll }

    var isPost: Bool {
        tokens.contains { $0.isWord(in: LeadWords.posts) }
            || tokens.contains { token in
                token.isWord(in: LeadWords.postInitials) && text(token).prefix(2).allSatisfy(\.isUppercase)
                    || ["HoS", "HoD"].contains(text(token))
            }
    }

    /// "Head of", "Director of": what follows is its field.
    var isPostOfSomething: Bool { isPost && tokens.dropFirst().contains { $0.isWord("of", "for") } }

    /// Ends in the noun of its post, one person's: "Team Manager".
    var isOnePost: Bool {
        isPost
            && !tokens.contains { token in
                token.isWord(in: LeadWords.posts) && token.lower.hasSuffix("s")
                    && !token.lower.hasSuffix("'s")
            }
            && !startsWithAll
    }

    /// Begins with the post's noun, or names a post of its own: no other phrase lends it its end.
    var beginsWithPost: Bool {
        guard let first = tokens.first else { return false }
        return first.isWord(
            "head", "director", "chair", "chief", "principal", "deputy", "assistant", "lead", "all")
            || first.isAllUpper && first.isWord(in: LeadWords.postInitials)
            || LeadShape.name(tokens.prefix(2))
                && !tokens.prefix(2).contains { $0.isWord(in: LeadWords.posts) }
    }

    var isBody: Bool { tokens.last?.isWord(in: LeadWords.bodies) ?? false }

    /// A service by its name, not a board or a panel that could lead by itself.
    var isService: Bool {
        tokens.last?.isWord(
            "service", "services", "team", "teams", "unit", "centre", "centres", "hub", "resources",
            "department",
            "division") ?? false
    }

    /// "Jane Roe", "A. Khan", "Fiona van der Berg", "Cllr Ann Poe".
    var isPerson: Bool { LeadShape.name(tokens[...]) }

    /// "AD", "NM", "SGU": nothing but capitals.
    var isInitials: Bool { !tokens.isEmpty && tokens.allSatisfy { LeadShape.isInitials($0) } }

    var isPostInitials: Bool { tokens.count == 1 && tokens[0].isWord(in: LeadWords.postInitials) }

    var startsWithAll: Bool { tokens.first?.isWord("all") ?? false }

    /// Begins with a name and goes on with a post: "Shirley Poe Principal Manager".
    var beginsWithPerson: Bool {
        tokens.count >= 2 && LeadShape.name(tokens.prefix(2))
    }

    /// Ends in "for CAT", "of CIN", "Manager CIN": initials that follow may go on with it.
    var endsInService: Bool {
        guard let last = tokens.last, LeadShape.isInitials(last) else { return false }
        if tokens.count > 1, tokens[tokens.count - 2].isWord(in: LeadWords.posts) { return true }
        if tokens.count > 1, isPost, !last.isWord(in: LeadWords.postInitials),
            tokens.first?.isWord("hos", "ad") == true
        {
            return true
        }
        let before = tokens.dropLast().last { !LeadShape.isInitials($0) }
        return before?.isWord("of", "for", "in") ?? false
    }

    static func isInitials(_ token: Words.Token) -> Bool {
        token.isAllUpper && (2...6).contains(token.range.count)
    }

    private static func name(_ tokens: ArraySlice<Words.Token>) -> Bool {
        guard (2...6).contains(tokens.count), let first = tokens.first, first.startsUpper else {
            return false
        }
        return tokens.allSatisfy { token in
            if token.isWord(in: LeadWords.particles) { return true }
            return token.startsUpper && !token.lower.hasSuffix("'s")
                && !token.isWord(in: LeadWords.posts) && !token.isWord(in: LeadWords.bodies)
                && !token.isWord(in: LeadWords.services)
                && !(token.isAllUpper && (2...4).contains(token.range.count))
        }
    }

    private func text(_ token: Words.Token) -> String {
        String(decoding: words.bytes[token.range], as: UTF8.self)
    }
}
