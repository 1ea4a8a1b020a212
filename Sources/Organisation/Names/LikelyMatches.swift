package import Kernel

/// Whom a printed name probably means: offered first, never decided.
package enum LikelyMatches {
    /// The likeliest first; at most six.
    ///
    /// Compared are the name as printed, without what stands in brackets or behind a comma or dash, and what
    /// stands there alone: "Maya Okonkwo (Head of Children in Need)" is a person and, failing that, a post.
    package static func find(_ printed: String, in structure: Structure, on day: Day) -> [NamesSQL.Meaning] {
        let parts = [printed] + pieces(of: printed)
        let keys = parts.map(NameKey.fold).filter { !$0.isEmpty }
        var found: [(meaning: NamesSQL.Meaning, score: Int, name: String)] = []
        func offer(_ meaning: NamesSQL.Meaning, _ name: String) {
            let score = keys.map { closeness($0, NameKey.fold(name)) }.max() ?? 0
            if score > 0 { found.append((meaning, score, name)) }
        }
        for person in structure.people.values {
            // Somebody who has left may still be whom an old plan means, but less likely.
            offer(.person(person.id), person.name)
        }
        for post in structure.posts.values where post.stands(on: day) { offer(.post(post.id), post.title) }
        for standing in structure.tree(on: day) { offer(.node(standing.id), standing.version.name) }
        return found.sorted { ($1.score, rank($0.meaning), $0.name) < ($0.score, rank($1.meaning), $1.name) }
            .prefix(6).map(\.meaning)
    }

    private static func rank(_ meaning: NamesSQL.Meaning) -> Int {
        switch meaning {
        case .person: 0
        case .post: 1
        case .node: 2
        case .body: 3
        }
    }

    /// The words outside brackets, inside them, and on each side of the first comma, slash or dash.
    static func pieces(of printed: String) -> [String] {
        var pieces: [String] = []
        if let open = printed.firstIndex(where: { $0 == "(" || $0 == "[" }) {
            pieces.append(String(printed[..<open]))
            let rest = printed[printed.index(after: open)...]
            pieces.append(String(rest.prefix { $0 != ")" && $0 != "]" }))
        }
        for mark in [", ", " – ", " - ", "/"] {
            guard let range = printed.firstRange(of: mark) else { continue }
            pieces.append(String(printed[..<range.lowerBound]))
            pieces.append(String(printed[range.upperBound...]))
        }
        return pieces
    }

    /// 100 for the same letters, then initials, then a shared surname, then one letter's difference; 0 for none.
    static func closeness(_ printed: String, _ known: String) -> Int {
        if printed == known { return 100 }
        let (left, right) = (printed.withoutAccents, known.withoutAccents)
        if left == right { return 95 }
        let (words, knownWords) = (left.split(separator: " "), right.split(separator: " "))
        guard let last = words.last, let knownLast = knownWords.last else { return 0 }
        // "MO" or "M O" for Maya Okonkwo.
        let initials = String(knownWords.compactMap(\.first))
        if initials.count > 1, left.filter({ $0 != " " }) == initials { return 80 }
        // "M Okonkwo", "Okonkwo".
        if last == knownLast, words.count > 1, knownWords.count > 1, words[0].first == knownWords[0].first {
            return words[0].count == 1 || knownWords[0].count == 1 ? 85 : 55
        }
        if words.count == 1, left.count > 2, knownWords.contains(words[0]) { return 50 }
        if Set(words) == Set(knownWords) { return 90 }
        if left.count > 5, isOneLetterApart(Array(left), Array(right)) { return 70 }
        return 0
    }

    /// One letter more, less or other.
    private static func isOneLetterApart(_ left: [Character], _ right: [Character]) -> Bool {
        guard abs(left.count - right.count) <= 1 else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let (leftRest, rightRest) = (left[start...], right[start...])
        let end = zip(leftRest.reversed(), rightRest.reversed()).prefix { $0 == $1 }.count
        return leftRest.count - end <= 1 && rightRest.count - end <= 1
    }
}
