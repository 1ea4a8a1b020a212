import Kernel
import Testing

@testable import Audits

/// What is decided when answers are saved, sent, compared and settled: values in, values out.
struct GradingRules {
    private static let tool = Tool.trial
    private static let noon = Instant(milliseconds: 1_795_176_000_000)

    private func typed(_ key: String, _ value: String, _ note: String = "", seen: Int) throws
        -> AnswerFields.Typed
    {
        let question = try #require(Self.tool.asked.first { $0.key == key })
        return AnswerFields.Typed(question: question, value: value, note: note, seen: seen)
    }

    private static func answers(_ facts: [String: [(String, String)]]) -> Answers {
        Answers(
            facts: facts.mapValues { all in
                all.enumerated().map {
                    Answers.Fact(sequence: $0.offset + 1, value: $0.element.0, note: $0.element.1, at: noon)
                }
            })
    }

    private func changes(_ typed: [AnswerFields.Typed], _ answers: Answers) throws -> [String] {
        try SaveAnswers.decide(typed, answers, Self.tool, FreeText.Names()).map {
            "\($0.key) \($0.sequence) \($0.value) \($0.note)"
        }
    }

    @Test func `a first answer is the first fact, and the same again is none`() throws {
        #expect(try changes([try typed("seen", "met", "p. 2", seen: 0)], Answers()) == ["seen 1 met p. 2"])
        let held = Self.answers(["seen": [("met", "p. 2")]])
        #expect(try changes([try typed("seen", "met", "p. 2", seen: 1)], held) == [])
        // The page was read before, and says what was saved meanwhile: nothing to add.
        #expect(try changes([try typed("seen", "met", "p. 2", seen: 0)], held) == [])
        #expect(try changes([try typed("seen", "partly", "p. 2", seen: 1)], held) == ["seen 2 partly p. 2"])
    }

    @Test func `an answer that the page's reader left alone never overwrites a later one`() throws {
        let held = Self.answers(["seen": [("met", ""), ("not", "p. 3")], "late": [("yes", "")]])
        #expect(
            try changes([try typed("seen", "met", "", seen: 1), try typed("late", "", "", seen: 0)], held)
                == [])
    }

    @Test(arguments: [0, 1, 7, -1])
    func `an answer that both changed is a conflict, whatever the page says it has seen`(seen: Int) throws {
        let held = Self.answers(["seen": [("met", ""), ("not", "p. 3")]])
        let typed = try typed("seen", "partly", "", seen: seen)
        #expect {
            _ = try changes([typed], held)
        } throws: { ($0 as? SaveAnswers.Refused)?.conflicts == ["seen"] }
    }

    @Test func `one wrong answer keeps the others of its page from being saved, and each is named`() throws {
        let page = [
            try typed("seen", "met", seen: 0), try typed("done", "6 of 5", seen: 0),
            try typed("where", "Park", seen: 0),
        ]
        #expect {
            _ = try changes(page, Answers())
        } throws: { Set((($0 as? SaveAnswers.Refused)?.sentences ?? [:]).keys) == ["done", "where"] }
    }

    @Test func `a note may be so long and no longer`() throws {
        let longest = String(repeating: "a", count: 1000)
        #expect(try changes([try typed("seen", "met", longest, seen: 0)], Answers()).count == 1)
        #expect(throws: SaveAnswers.Refused.self) {
            try changes([try typed("seen", "met", longest + "a", seen: 0)], Answers())
        }
    }

    @Test func `sending asks for every required answer, and for why a question does not apply`() throws {
        let some = Self.answers([
            "_safe": [("yes", "")], "seen": [("na", " ")], "late": [("", "")], "done": [("3/5", "")],
        ])
        #expect {
            _ = try SendAudit.decide(Self.tool, some)
        } throws: { error in
            let refused = (error as? SendAudit.Refusals)?.all.map(\.field)
            return refused == ["seen", "late", "overall"]
        }
        let all = Self.answers([
            "_safe": [("yes", "")], "seen": [("na", "Born last week")], "late": [("no", "")],
            "done": [("3/5", "")],
            "overall": [("4", "")], "helped": [("A plan", "")],
        ])
        let marks = try SendAudit.decide(Self.tool, all)
        // Words and the safety answer count for nothing; what does not apply has neither rank nor verdict.
        #expect(marks.map(\.key) == ["seen", "late", "done", "overall"])
        #expect(marks[0].mark.isNotApplicable && marks[3].mark.rank == 3 && marks[3].mark.isGood == false)
    }

    @Test func `the better first grade is kinder, whichever way the scale's numbers run`() throws {
        func compared(_ key: String, _ one: String, _ two: String) throws -> Comparison {
            let question = try #require(Self.tool.question(key))
            return Comparison(
                try question.mark(one, in: Self.tool), try question.mark(two, in: Self.tool))
        }
        #expect(try compared("overall", "1", "4") == .kinder(3))
        #expect(try compared("overall", "3", "2") == .harder(1))
        #expect(try compared("overall", "2", "2") == .same)
        #expect(try compared("seen", "met", "not") == .kinder(2))
        // Of a visit that was late, no is the good answer.
        #expect(try compared("late", "no", "yes") == .kinder(1))
        #expect(try compared("late", "yes", "no") == .harder(1))
        #expect(try compared("seen", "na", "met") == .different)
        #expect(try compared("done", "3/5", "2/5") == .different)
        #expect(try compared("done", "3/5", "") == Comparison.none)
    }
}
