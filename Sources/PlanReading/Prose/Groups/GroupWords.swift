import Kernel
import PlanFormat

extension Plan.Group {
    mutating func add(_ member: Plan.Group.Member) {
        guard member.name != nil || member.post != nil else { return }
        if let known = members.firstIndex(where: { $0.name != nil && $0.name == member.name }) {
            members[known].role = members[known].role ?? member.role
            members[known].post = members[known].post ?? member.post
        } else {
            members.append(member)
        }
    }

    mutating func addTask(_ text: String, numeral: String?, timescale: Plan.Timescale?, place: Place?) {
        let text = text.folded
        guard !tasks.contains(where: { $0.text == text }) else { return }
        let label = numeral.flatMap { LabelMarker.read(Words($0), at: 0)?.value }
        var task = Plan.Action(label: label, text: text, place: place)
        task.timescale = timescale
        tasks.append(task)
    }

    /// "… will report to the Board", "progress reports will be made to the Board, Cabinet and Scrutiny Committee".
    mutating func addReports(_ words: Words) {
        guard
            let report = words.tokens.firstIndex(where: {
                $0.isWord("report", "reports", "reporting", "accountable", "accountability")
            })
        else { return }
        for index in report..<words.count {
            let isTo = words[index].isWord("to")
            let isMeeting =
                words[index].isWord("with") && words.at(index - 1)?.isWord("meeting", "meetings") == true
            guard isTo || isMeeting, let range = bodies(words, after: index) else { continue }
            for body in LeadPhrase.split(words.text(range))
            where body != name && !reportsTo.contains(body) && body != abbreviation {
                reportsTo.append(body)
            }
        }
    }

    /// Capitalised names behind "to the", with "and" and commas between.
    private func bodies(_ words: Words, after index: Int) -> Range<Int>? {
        var start = index + 1
        while words.at(start)?.isWord("the", "a", "both", "our", "each") == true { start += 1 }
        var end = start
        while let token = words.at(end) {
            let next = words.at(end + 1)
            let isJoiner = token.isWord("of", "and", "for") || token.isSign("&", ",", "/", "'")
            let isThe = token.isWord("the") && end > start
            guard
                token.isWord && token.startsUpper
                    || end > start && (isJoiner || isThe)
                        && (next?.startsUpper == true
                            || next?.isWord("the", "to") == true && !token.isSign("&"))
            else { break }
            end += 1
        }
        while end > start, !words[end - 1].startsUpper { end -= 1 }
        guard start < end else { return nil }
        let shape = LeadShape(words, start..<end, depth: [Int](repeating: 0, count: words.count))
        return shape.isComplete || shape.beginsWithPerson
            || words.tokens[start..<end].contains { $0.isWord(in: LeadWords.bodies) } ? start..<end : nil
    }

    /// "chaired by Jane Roe", "chaired by the Chief Executive".
    mutating func addChair(_ words: Words) {
        guard let found = words.find("chaired by") ?? words.find("led by an independent chair") else {
            return
        }
        var start = found.upperBound
        while words.at(start)?.isWord("the", "an", "a") == true { start += 1 }
        var end = start
        while let token = words.at(end),
            token.isWord
                && (token.startsUpper
                    || token.isWord("of", "and", "for") && words.at(end + 1)?.startsUpper == true)
                || token.isSign("&")
        {
            end += 1
        }
        guard start < end else { return }
        if let bracket = words.at(end), bracket.isSign("("),
            let close = (end..<words.count).first(where: { words[$0].isSign(")") })
        {
            end = close + 1
        }
        var chair = GroupMember.read(words.text(start..<end))
        chair.role = "chair"
        if let known = members.firstIndex(where: {
            chair.name != nil && $0.name == chair.name
                || chair.name == nil && chair.post != nil && $0.post == chair.post
        }) {
            members[known].role = "chair"
        } else {
            add(chair)
        }
    }

    /// "Its members are A, B and C.", "comprising the Head of X and the Head of Y".
    mutating func addInlineMembers(_ words: Words) {
        if let named = words.tokens.indices.first(where: {
            words[$0].isWord("members", "membership") && words.at($0 + 1)?.isSign(":") == true
        }), named > 0 {
            var end = (named + 2..<max(named + 2, words.count)).first { words[$0].isSign(".") } ?? words.count
            while end > named + 2, words[end - 1].isSign(".", ";") { end -= 1 }
            for lead in LeadPhrase.split(words.text(named + 2..<end)) { add(GroupMember.read(lead)) }
            return
        }
        for phrase in [
            "members are", "membership is", "comprising", "comprises", "consists of", "consisting of",
            "made up of", "membership includes", "members include", "attended by",
        ] {
            guard let found = words.find(phrase) else { continue }
            var end = words.count
            while end > found.upperBound, words[end - 1].isSign(".", ":", "-") { end -= 1 }
            guard end > found.upperBound,
                !words.tokens[found.upperBound..<end].contains(where: { $0.isWord("will", "is", "are") })
            else { return }
            let text = words.tokens[found.upperBound..<end].filter { !$0.isWord("the", "a", "an") }
            guard !text.isEmpty else { return }
            for lead in LeadPhrase.split(words.text(found.upperBound..<end)) {
                var member = lead
                for article in ["the ", "an ", "a "] where member.lowercased().hasPrefix(article) {
                    member.removeFirst(article.count)
                }
                add(GroupMember.read(member))
            }
            return
        }
    }
}
