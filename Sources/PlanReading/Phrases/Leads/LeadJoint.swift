/// A place where one lead may end and another begin.
struct LeadJoint: Hashable {
    var kind: Kind
    var tokens: Range<Int>

    enum Kind: Hashable { case line, semicolon, slash, and, comma, phrase }

    /// What stands behind it belongs to another lead, however the words before it go on.
    var isHard: Bool { kind == .line || kind == .semicolon || kind == .slash || kind == .phrase }

    static func all(_ words: Words, _ depth: [Int], _ tails: [Range<Int>]) -> [LeadJoint] {
        var found: [LeadJoint] = []
        var index = 0
        while index < words.count {
            defer { index += 1 }
            if tails.contains(where: { $0.contains(index) }) { continue }
            // A new line parts leads even where a bracket was left open before it.
            if index > 0, words[index].isOnNewLine {
                found.append(LeadJoint(kind: .line, tokens: index..<index))
            }
            guard depth[index] == 0 else { continue }
            if let end = phrase(words, at: index) {
                found.append(LeadJoint(kind: .phrase, tokens: index..<end))
                index = end - 1
            } else if let kind = sign(words, at: index) {
                found.append(LeadJoint(kind: kind, tokens: index..<index + 1))
            }
        }
        return found
    }

    private static func sign(_ words: Words, at index: Int) -> Kind? {
        let token = words[index]
        if token.isSign(";", "|", "•") { return .semicolon }
        if token.isSign("/", "+") { return .slash }
        if token.isSign(",") { return .comma }
        if token.isWord("and", "with") { return .and }
        guard token.isSign("&") else { return nil }
        // "PP&P", "R&A": part of the initials.
        guard !token.isSpaced, let before = words.at(index - 1), let after = words.at(index + 1),
            !after.isSpaced
        else { return .and }
        return before.range.count > 1 && after.range.count > 1 ? .and : nil
    }

    /// "together with", "in conjunction with", where it ends.
    static func phrase(_ words: Words, at index: Int) -> Int? {
        guard words[index].isWord else { return nil }
        // "Lead: Jane Roe Support: Ann Poe".
        if index > 0, words.at(index + 1)?.isSign(":") == true,
            words[index].isWord(
                "lead", "support", "owner", "sponsor", "accountable", "responsible", "supporting")
        {
            return index + 2
        }
        for phrase in phrases {
            if let found = words.find(phrase, from: index), found.lowerBound == index {
                return words.at(found.upperBound)?.isSign(":") == true
                    ? found.upperBound + 1 : found.upperBound
            }
        }
        return nil
    }

    private static let phrases = [
        "together with", "in conjunction with", "in partnership with", "with support from",
        "with the support of",
        "supported by", "jointly with", "along with", "as well as", "in consultation with",
        "in collaboration with", "working with", "assisted by", "with input from", "plus",
    ]
}

extension LeadJoint {
    /// Decides whether a joint parts two leads, or stands inside the name of one.
    struct Judge {
        let words: Words
        let depth: [Int]
        let tails: [Range<Int>]

        /// `near` is what follows up to the next joint, `far` up to the next that parts leads for certain.
        func parts(_ joint: LeadJoint, left: Range<Int>, near: Range<Int>, far: Range<Int>) -> Bool {
            let before = shape(left)
            let after = shape(near)
            if joint.kind == .line, !line(joint, left) { return false }
            if before.isEmpty || after.isEmpty { return true }
            if before.endsInService, after.isInitials, !after.isPostInitials { return joint.kind == .line }
            return switch joint.kind {
            case .phrase: true
            case .semicolon: true
            case .line: !isOnePerson(before, after)
            case .slash: slash(joint, before, after)
            case .comma: comma(before, after)
            case .and: and(before, after, shape(far))
            }
        }

        /// Without what is to be done.
        private func shape(_ range: Range<Int>) -> LeadShape {
            let tail = tails.first { range.contains($0.lowerBound) }
            return LeadShape(words, range.lowerBound..<(tail?.lowerBound ?? range.upperBound), depth: depth)
        }

        /// A line that was only broken for want of room goes on in the next.
        private func line(_ joint: LeadJoint, _ left: Range<Int>) -> Bool {
            guard !left.isEmpty else { return true }
            let last = words[left.upperBound - 1]
            let next = words[joint.tokens.upperBound]
            if last.isSign("/", ";", ",") || last.isWord("and"), next.startsUpper { return true }
            if next.isSign("(", "-") || depth[joint.tokens.upperBound] > 0 { return false }
            if next.isWord, !next.startsUpper { return false }
            if last.isWord("of", "for", "the", "with", "in", "to") || last.isSign("&", "-", "(") {
                return false
            }
            return !(last.isWord && last.lower.hasSuffix("'s") && !last.isWord(in: LeadWords.posts))
        }

        /// A name on one line and its post on the next, or the other way round.
        private func isOnePerson(_ before: LeadShape, _ after: LeadShape) -> Bool {
            before.isPerson && after.isOnePost && !after.beginsWithPerson && !after.isInitials
                || before.isOnePost && !before.isInitials && !before.beginsWithPerson && after.isPerson
        }

        private func slash(_ joint: LeadJoint, _ before: LeadShape, _ after: LeadShape) -> Bool {
            let sign = joint.tokens.lowerBound
            let isSpaced = words[sign].isSpaced || words.at(sign + 1)?.isSpaced == true
            if isSpaced { return before.isComplete || after.isComplete }
            // "CIN/CP Manager", "Quadrant/Group Managers": two words before one noun.
            if sharesEnd(before, after) { return false }
            return before.isComplete && after.isComplete
        }

        private func comma(_ before: LeadShape, _ after: LeadShape) -> Bool {
            guard before.isComplete, after.isComplete else { return false }
            if after.isInitials, before.isInitials { return true }
            let isNamedPost = before.beginsWithPerson && before.isPost
            // "Jane Roe, Head of Access"; "Head of Access, Jane Roe"; "Corporate Director, Children's Services".
            if before.isPerson, after.isOnePost || after.isBody, !after.beginsWithPerson { return false }
            if before.isOnePost, !isNamedPost, after.isPerson { return false }
            if before.isOnePost, after.isBody || after.isInitials, !after.isPost { return false }
            return true
        }

        private func and(_ before: LeadShape, _ near: LeadShape, _ far: LeadShape) -> Bool {
            guard before.isComplete else { return false }
            // "Head of Youth and Targeted Services", "Head of Safeguarding and QA".
            if before.isPostOfSomething, !near.isPost, !near.isPerson, !near.startsWithAll {
                if near.isService || near.isInitials { return false }
            }
            if near.isComplete { return !sharesEnd(before, near) }
            // "Principal Social Worker and Learning & Development Manager", but "Head of Learning and Skills".
            return far.isComplete && !before.isPostOfSomething && !before.isBody && before.isPost
        }

        /// "QA and Improvement Manager": the noun at the end belongs to both.
        private func sharesEnd(_ before: LeadShape, _ after: LeadShape) -> Bool {
            let isBare = !before.isPost && !before.isPerson && !before.isBody && !before.startsWithAll
            return isBare && !before.isPostInitials && (after.isPost || after.isBody) && !after.beginsWithPost
                && !after.isInitials
        }
    }
}
