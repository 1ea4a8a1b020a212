package import Kernel
package import Statistics

/// What a closed round found: counts of answers, and what may be said from them. Pure; it knows no case.
package struct RoundResult: Sendable {
    package let round: Round
    package let tool: Tool
    /// In the order of the tool; those answered in words or by a date are not counted.
    package let questions: [Answered]
    /// "Is this child safe?", where the tool asks it.
    package let safe: Answered?
    /// Cases of each stratum in the frame; empty unless the round is stratified.
    package var strata: [String: Int] = [:]
    package var sample = Sample()

    /// What the round rests on.
    package struct Sample: Sendable {
        /// Cases in the round, replaced ones left out.
        package var cases = 0
        package var replaced = 0
        package var verifiedReplaced = 0
        /// Why lines of the frame were left out, the most first.
        package var leftOut: [(reason: String, count: Int)] = []
        package var draws: [Leg: Draw] = [:]
        /// Different people who read second.
        package var verifiers = 0
        package var returns: [Leg: Returns] = [:]
        package var moderation = Moderation()
        package var safety = Safety()
        package init() {}
    }

    package struct Draw: Hashable, Sendable {
        package var seed: String
        package var hash: String
        package var population: Int
        package var size: Int
        package var at: Instant
    }

    package struct Returns: Hashable, Sendable {
        package var onTime = 0
        package var late = 0
        package var missing = 0
        package var all: Int { onTime + late + missing }
    }

    package struct Moderation: Hashable, Sendable {
        /// Third grades that two people agreed, and those still proposed.
        package var agreed = 0
        package var open = 0
        /// Of those agreed: better or worse than what the holder gave.
        package var better = 0
        package var worse = 0
    }

    package struct Safety: Hashable, Sendable {
        package var raised = 0
        package var assured = 0
        package var late = 0
    }

    init(round: Round, tool: Tool, lines: [RoundTally.Line]) {
        self.round = round
        self.tool = tool
        let byKey = Dictionary(grouping: lines, by: \.question)
        questions = tool.standards.flatMap { standard in
            standard.questions.compactMap { question in
                guard let answers = question.answers(in: tool) else { return nil }
                let lines = byKey[question.key] ?? []
                let isSummary = lines.first?.first?.hasPrefix(".") == true
                return Answered(question, standard, isSummary ? Answer.summary : answers, lines)
            }
        }
        safe =
            tool.asksSafety
            ? Answered(
                Tool.Question(key: RoundTally.safe, text: "Is this child safe?", kind: .choice(["yes"])),
                Tool.Standard(number: "", title: "", guidance: "", questions: []),
                ["yes", "unsure", "no"].map { Answer($0, isGood: $0 == "yes", rank: nil) },
                byKey[RoundTally.safe] ?? []) : nil
    }
}

extension RoundResult {
    /// One answer that a question takes, in the order in which it is shown.
    package struct Answer: Hashable, Sendable {
        package let value: String
        package let words: String
        /// Nil where it is not applicable, or none is better than another.
        package let isGood: Bool?
        package let rank: Int?

        init(_ value: String, _ words: String? = nil, isGood: Bool?, rank: Int?) {
            self.value = value
            self.words = words ?? value
            self.isGood = isGood
            self.rank = rank
        }

        /// What a past round's file gives where it gives only how many were good.
        static let summary = [
            Answer(PastRoundFile.good, "Good or met", isGood: true, rank: nil),
            Answer(PastRoundFile.other, "Not good or not met", isGood: false, rank: nil),
        ]
    }

    /// One question's answers, counted: by the first reader, by the second, and by both of one case.
    package struct Answered: Sendable {
        package let question: Tool.Question
        package let standard: Tool.Standard
        package let answers: [Answer]
        /// Cases by the first reader's answer and by the second's, in the order of `answers`.
        package let first: [Int]
        package let second: [Int]
        /// Cases with both: rows are the first reader's answers.
        package let both: [[Int]]
        /// The same by stratum.
        package let strata: [String: (first: [Int], second: [Int])]
        /// Of "how many of how many", added up over cases.
        package let firstSum: RoundTally.Sum
        package let secondSum: RoundTally.Sum

        init(
            _ question: Tool.Question, _ standard: Tool.Standard, _ answers: [Answer],
            _ lines: [RoundTally.Line]
        ) {
            self.question = question
            self.standard = standard
            self.answers = answers
            let place = Dictionary(
                answers.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
            let none = answers.map { _ in 0 }
            var (first, second, both) = (none, none, answers.map { _ in none })
            var strata: [String: (first: [Int], second: [Int])] = [:]
            var (firstSum, secondSum) = (RoundTally.Sum(), RoundTally.Sum())
            for line in lines {
                let (row, column) = (
                    line.first.flatMap { place[$0] }, line.second.flatMap { place[$0] }
                )
                if let row {
                    first[row] += line.cases
                    strata[line.stratum, default: (none, none)].first[row] += line.cases
                }
                if let column {
                    second[column] += line.cases
                    strata[line.stratum, default: (none, none)].second[column] += line.cases
                }
                if let row, let column { both[row][column] += line.cases }
                firstSum = firstSum + line.firstSum
                secondSum = secondSum + line.secondSum
            }
            (self.first, self.second, self.both, self.strata) = (first, second, both, strata)
            (self.firstSum, self.secondSum) = (firstSum, secondSum)
        }
    }
}

extension RoundResult.Answered {
    package func counts(_ leg: Leg) -> [Int] { leg == .first ? first : second }

    private var judged: [Int] { answers.indices.filter { answers[$0].isGood != nil } }
    private var good: [Int] { answers.indices.filter { answers[$0].isGood == true } }

    /// Whether any of its answers meets the standard and another does not.
    package var isJudged: Bool { !good.isEmpty }

    /// Good or better, or met: of the cases that it applies to; nil where that reader answered for none.
    package func good(_ leg: Leg) -> Share? {
        let counts = counts(leg)
        guard counts.contains(where: { $0 > 0 }) else { return nil }
        return Share(good.reduce(0) { $0 + counts[$1] }, of: judged.reduce(0) { $0 + counts[$1] })
    }

    /// The same of the cases that both readers gave a judgement of, so that the two can be set side by side.
    package var goodOfBoth: (first: Share, second: Share)? {
        func sum(_ rows: [Int], _ columns: [Int]) -> Int {
            rows.reduce(0) { total, row in columns.reduce(total) { $0 + both[row][$1] } }
        }
        let all = sum(judged, judged)
        guard all > 0, let first = Share(sum(good, judged), of: all),
            let second = Share(sum(judged, good), of: all)
        else { return nil }
        return (first, second)
    }

    /// The answers of a case by both readers, without those that do not apply; nil where nothing is judged.
    package var agreement: Agreement? {
        let judged = judged
        return Agreement(table: judged.map { row in judged.map { both[row][$0] } })
    }

    /// The answers that are judged, best first.
    package var grades: [RoundResult.Answer] { judged.map { answers[$0] } }

    /// Whether its answers stand in an order, so that a step between two of them means something.
    package var isOrdered: Bool { grades.count > 2 }
}

extension Tool.Question {
    /// The answers that are counted, in the order in which they are shown; nil where words or a date answer it.
    func answers(in tool: Tool) -> [RoundResult.Answer]? {
        let none = RoundResult.Answer(Mark.notApplicable, "Not applicable", isGood: nil, rank: nil)
        switch kind {
        case .grade:
            guard let scale = tool.scale(of: self) else { return nil }
            return scale.grades.enumerated().map {
                RoundResult.Answer($1.code, $1.words, isGood: $1.isGood, rank: $0)
            } + (scale.allowsNotApplicable ? [none] : [])
        case .yesNo(let good):
            return [
                RoundResult.Answer("yes", "Yes", isGood: good, rank: nil),
                RoundResult.Answer("no", "No", isGood: !good, rank: nil), none,
            ]
        case .count: return [RoundResult.Answer(RoundTally.count, isGood: nil, rank: nil), none]
        case .choice(let words):
            return words.map { RoundResult.Answer($0, isGood: nil, rank: nil) }
        case .date, .text: return nil
        }
    }
}

extension RoundResult.Answered {
    /// What is left of these counts without others of the same question; nil where the others are not among them.
    func without(_ others: RoundResult.Answered) -> RoundResult.Answered? {
        guard answers == others.answers else { return nil }
        func less(_ own: [Int], _ theirs: [Int]) -> [Int] { zip(own, theirs).map { $0 - $1 } }
        let left = RoundResult.Answered(
            question: question, standard: standard, answers: answers, first: less(first, others.first),
            second: less(second, others.second), both: zip(both, others.both).map(less))
        let all = left.first + left.second + left.both.joined()
        return all.allSatisfy { $0 >= 0 } ? left : nil
    }

    private init(
        question: Tool.Question, standard: Tool.Standard, answers: [RoundResult.Answer], first: [Int],
        second: [Int], both: [[Int]]
    ) {
        (self.question, self.standard, self.answers) = (question, standard, answers)
        (self.first, self.second, self.both) = (first, second, both)
        (strata, firstSum, secondSum) = ([:], RoundTally.Sum(), RoundTally.Sum())
    }
}
