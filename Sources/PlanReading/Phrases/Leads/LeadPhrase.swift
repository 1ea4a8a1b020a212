/// Who leads, one entry a person or post.
struct LeadReading: Hashable, Sendable {
    var leads: [String] = []
    /// The same with repeats kept, one for each time that the cell names somebody: for cells that give one lead
    /// to each of several actions.
    var inOrder: [String] = []
    /// A joining sign at the end with nobody after it: "Ann Poe /".
    var dangles = false
    /// Words of the cell that are not a person or post: "to develop the audit tool", "tbc".
    var leftOut: [String] = []
}

/// The people and posts of a lead cell, as printed, joint leads split.
enum LeadPhrase {
    static func split(_ text: String) -> [String] { read(text).leads }

    /// Never fails: what cannot be told apart stays one lead, as printed.
    static func read(_ text: String) -> LeadReading {
        let words = Words(text)
        let depth = bracketDepths(words)
        var reading = LeadReading()
        let tails = taskTails(words, depth)
        let joints = LeadJoint.all(words, depth, tails)
        var start = 0
        for (index, joint) in joints.enumerated() {
            let next = joints[(index + 1)...].first { $0.isHard || $0.kind == .comma }?.tokens.lowerBound
            let near = index + 1 < joints.count ? joints[index + 1].tokens.lowerBound : words.count
            let judge = LeadJoint.Judge(words: words, depth: depth, tails: tails)
            guard
                judge.parts(
                    joint, left: start..<joint.tokens.lowerBound,
                    near: joint.tokens.upperBound..<near, far: joint.tokens.upperBound..<(next ?? words.count)
                )
            else { continue }
            take(start..<joint.tokens.lowerBound, words, depth, tails, into: &reading)
            start = joint.tokens.upperBound
        }
        take(start..<words.count, words, depth, tails, into: &reading)
        reading.dangles = dangles(words)
        return reading
    }

    // MARK: Brackets

    /// The depth of each token inside brackets that close again; a bracket left open counts for nothing.
    static func bracketDepths(_ words: Words) -> [Int] {
        var depth = [Int](repeating: 0, count: words.count)
        var open: [Int] = []
        for index in 0..<words.count {
            if words[index].isSign("(", "[") { open.append(index) }
            if words[index].isSign(")", "]"), let start = open.popLast() {
                for inside in start...index { depth[inside] += 1 }
            }
        }
        return depth
    }

    // MARK: What is to be done

    /// "NM & LJ *to develop the tool*", "Safeguarding unit *for auditing of quality*", up to the next line,
    /// semicolon or "in conjunction with".
    private static func taskTails(_ words: Words, _ depth: [Int]) -> [Range<Int>] {
        var tails: [Range<Int>] = []
        var index = 0
        while index < words.count {
            if depth[index] == 0, index > 0, beginsTask(words, index) {
                var end = index + 1
                while end < words.count, !words[end].isOnNewLine, !words[end].isSign(";"),
                    LeadJoint.phrase(words, at: end) == nil
                {
                    end += 1
                }
                tails.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return tails
    }

    private static func beginsTask(_ words: Words, _ index: Int) -> Bool {
        guard let next = words.at(index + 1), next.isWord, !next.startsUpper, !next.isOnNewLine else {
            return false
        }
        if words[index].isWord("to") { return !next.isWord("the", "a", "an", "all", "our", "their") }
        if words[index].isWord("for") { return next.lower.hasSuffix("ing") && next.lower.utf8.count > 5 }
        return words[index].isWord("will", "who", "via")
    }

    // MARK: One lead

    private static func take(
        _ range: Range<Int>, _ words: Words, _ depth: [Int], _ tails: [Range<Int>],
        into reading: inout LeadReading
    ) {
        var low = range.lowerBound
        var high = range.upperBound
        if let tail = tails.first(where: { range.contains($0.lowerBound) }) {
            high = tail.lowerBound
            reading.leftOut.append(words.text(tail).folded)
        }
        low = afterHeading(words, low, high)
        while low < high,
            words[low].isSign(",", "/", "-", ":", ";", ".", "&", "+", "•", ")")
                || words[low].isWord("and", "with", "by", "plus")
        {
            low += 1
        }
        while high > low,
            words[high - 1].isSign(",", "/", "-", ":", ";", "&", "+", "(") || isStop(words, high - 1, low)
                || words[high - 1].isWord("and", "with")
        {
            high -= 1
        }
        // "(Team Managers)": brackets around the whole.
        if high - low > 2, words[low].isSign("("), words[high - 1].isSign(")"),
            depth[low..<high].allSatisfy({ $0 > 0 }), depth[(low + 1)..<(high - 1)].allSatisfy({ $0 > 0 }),
            words.tokens[low..<high].filter({ $0.isSign("(") }).count == 1
        {
            (low, high) = (low + 1, high - 1)
        }
        guard low < high, words.tokens[low..<high].contains(where: { $0.kind != .sign }) else { return }
        let text = words.text(low..<high).folded
        let flat = words.flat(low..<high).split(separator: " ").joined(separator: " ")
        if LeadWords.nobody.contains(flat) {
            reading.leftOut.append(text)
        } else {
            let found = initials(words, low..<high) ?? repeats(words, low..<high) ?? [text]
            reading.inOrder += found
            for lead in found where !reading.leads.contains(lead) { reading.leads.append(lead) }
        }
    }

    /// A stop that ends the cell, not the one behind an initial ("Jane R.").
    private static func isStop(_ words: Words, _ index: Int, _ low: Int) -> Bool {
        guard words[index].isSign(".") else { return false }
        return index == low || words[index - 1].range.count > 1 || !words[index - 1].startsUpper
    }

    /// "Lead: Jane Roe", "Supported by: Ann Poe".
    private static func afterHeading(_ words: Words, _ low: Int, _ high: Int) -> Int {
        if low + 1 < high, words[low].isWord("lead", "owner", "support", "sponsor"),
            words[low + 1].isSign("-")
        {
            return low + 2
        }
        for index in low..<max(low, min(high, low + 4)) where words[index].isSign(":") {
            let heading = words.flat(low..<index)
            let known = [
                " lead", " owner", " support", " responsib", " accountab", " sponsor", " officer ", " who ",
            ]
            return known.contains(where: heading.contains) ? index + 1 : low
        }
        return low
    }

    /// "SGU SGS": nothing but teams' initials, a space between.
    private static func initials(_ words: Words, _ range: Range<Int>) -> [String]? {
        guard range.count > 1, words.tokens[range].allSatisfy({ $0.isWord && LeadShape.isInitials($0) })
        else {
            return nil
        }
        return range.map { words.text($0..<$0 + 1) }
    }

    /// "Jane Roe Jane Roe Jane Roe": one name for each of three actions, their line breaks lost.
    private static func repeats(_ words: Words, _ range: Range<Int>) -> [String]? {
        for length in 2...6 where range.count > length && range.count % length == 0 {
            let first = words.tokens[range.lowerBound..<range.lowerBound + length].map(\.lower)
            let isRepeated = stride(from: range.lowerBound, to: range.upperBound, by: length).allSatisfy {
                words.tokens[$0..<$0 + length].map(\.lower) == first
            }
            guard isRepeated else { continue }
            return stride(from: range.lowerBound, to: range.upperBound, by: length).map {
                words.text($0..<$0 + length).folded
            }
        }
        return nil
    }

    private static func dangles(_ words: Words) -> Bool {
        guard let last = words.tokens.last else { return false }
        return last.isSign("/", "&", ",", ";", "+") || last.isWord("and", "with")
            || last.isSign(":") && words.count > 2
    }
}
