import Documents
import Kernel
import PlanFormat

/// A member of a group, from a line of a list or a row of a table.
enum GroupMember {
    /// "Jane Roe, Head of Access (Chair)", "Head of Access", "Jane Roe – Chair".
    static func read(_ line: String) -> Plan.Group.Member {
        let words = Words(line)
        let depth = LeadPhrase.bracketDepths(words)
        let joint = (0..<words.count).first { index in
            depth[index] == 0 && index > 0
                && (words[index].isSign(",", ":") || words[index].isSign("-") && words[index].isSpaced)
        }
        if let joint {
            let first = words.text(0..<joint).folded
            let second = words.text(joint + 1..<words.count).folded
            let isFirstName = shape(words, 0..<joint, depth).isPerson
            let isSecondName = shape(words, joint + 1..<words.count, depth).isPerson
            if isFirstName { return member(name: first, post: second) }
            if isSecondName { return member(name: second, post: first) }
            return member(name: nil, post: words.text(0..<words.count).folded)
        }
        // "Jane Roe (Head of Access)".
        if let open = words.tokens.firstIndex(where: { $0.isSign("(") }), open > 0,
            words.tokens.last?.isSign(")") == true,
            shape(words, 0..<open, depth).isPerson
        {
            return member(
                name: words.text(0..<open).folded,
                post: words.text(open + 1..<words.count - 1).folded)
        }
        let isName = shape(words, 0..<words.count, depth).isPerson
        let text = words.text(0..<words.count).folded
        return isName ? member(name: text, post: nil) : member(name: nil, post: text)
    }

    private static func shape(_ words: Words, _ range: Range<Int>, _ depth: [Int]) -> LeadShape {
        LeadShape(words, range, depth: depth)
    }

    private static func member(name: String?, post: String?) -> Plan.Group.Member {
        var (post, role) = post.map(splitRole) ?? (nil, nil)
        var name = name
        if role == nil, let held = name.map(splitRole), let found = held.1 { (name, role) = (held.0, found) }
        if let whole = post, role == nil, let found = wholeRole(whole) { (post, role) = (nil, found) }
        return Plan.Group.Member(name: name?.nilIfEmpty, post: post?.nilIfEmpty, role: role)
    }

    /// "Deputy Director (Chair)": the role in brackets at the end.
    private static func splitRole(_ text: String) -> (String?, String?) {
        let words = Words(text)
        guard words.count >= 3, words[words.count - 1].isSign(")"),
            let open = words.tokens.lastIndex(where: { $0.isSign("(") })
        else { return (text, nil) }
        let inside = open + 1..<words.count - 1
        guard !inside.isEmpty, words.tokens[inside].contains(where: { $0.isWord(in: roles) }) else {
            return (text, nil)
        }
        return (words.text(0..<open).folded.nilIfEmpty, role(words, inside))
    }

    private static func wholeRole(_ text: String) -> String? {
        let words = Words(text)
        guard words.count <= 3,
            words.tokens.contains(where: {
                $0.isWord("chair", "chairman", "chairperson", "secretary", "clerk")
            })
        else { return nil }
        return role(words, 0..<words.count)
    }

    private static func role(_ words: Words, _ range: Range<Int>) -> String {
        let isVice = words.tokens[range].contains { $0.isWord("vice", "deputy", "co") }
        let isChair = words.tokens[range].contains {
            $0.isWord("chair", "chairman", "chairperson", "chairwoman")
        }
        return isChair && !isVice ? "chair" : words.text(range).folded
    }

    private static let roles: Set<String> = [
        "chair", "chairman", "chairperson", "chairwoman", "vice", "lead", "manager", "co-ordination",
        "coordination",
        "ordination", "coordinator", "ordinator", "secretary", "secretariat", "minutes", "administrator",
        "sponsor",
        "observer", "adviser", "advisor", "verifier", "professional", "facilitator", "clerk", "support",
        "member", "owner",
        "attendee", "invitee",
    ]

    // MARK: Tables

    /// The people of a table: a name beside a post, with or without a header.
    static func rows(_ table: Table) -> [Plan.Group.Member] {
        let header = table.words(row: 0).map { Words($0).flat }
        let nameColumn = header.firstIndex {
            $0.contains(" name ") || $0.contains(" member ") || $0.contains(" members ")
        }
        let postColumn =
            header.firstIndex {
                [" post ", " title ", " position ", " job ", " designation ", " job title "].contains(
                    where: $0.contains)
            } ?? header.firstIndex { $0.contains(" role ") }
        let roleColumn = header.firstIndex {
            $0.contains(" role ") && header.firstIndex(of: $0) != postColumn
        }
        let bodyColumn = header.firstIndex {
            [" organisation ", " agency ", " service "].contains(where: $0.contains)
        }
        if nameColumn != nil || postColumn != nil {
            return table.rows.indices.dropFirst().compactMap { row in
                let cells = table.words(row: row)
                let name = nameColumn.flatMap { cells[$0].nilIfEmpty }
                let post =
                    postColumn.flatMap { cells[$0].nilIfEmpty } ?? bodyColumn.flatMap { cells[$0].nilIfEmpty }
                guard name != nil || post != nil else { return nil }
                var found = member(name: name, post: post)
                if let said = roleColumn.flatMap({ cells[$0].nilIfEmpty }) {
                    let words = Words(said)
                    found.role = role(words, 0..<words.count)
                }
                return found
            }
        }
        let found = table.rows.indices.compactMap { row -> Plan.Group.Member? in
            let cells = table.words(row: row).filter { !$0.isEmpty }
            guard cells.count >= 2, cells.allSatisfy({ $0.utf8.count <= 120 }) else { return nil }
            let words = Words(cells[0])
            let person = LeadShape(words, 0..<words.count, depth: LeadPhrase.bracketDepths(words))
            guard person.isPerson else {
                let other = Words(cells[1])
                guard LeadShape(other, 0..<other.count, depth: LeadPhrase.bracketDepths(other)).isPerson
                else { return nil }
                return member(name: cells[1], post: cells[0])
            }
            return member(name: cells[0], post: cells[1])
        }
        return found.count * 2 > table.rows.count ? found : []
    }
}
