import Kernel
import Testing

@testable import Returns

/// The rules of local returns, each from a calendar, a hand count or the brief of the return.
struct LocalRules {
    private static func day(_ text: String) -> Day { Day(text)! }

    @Test(arguments: [
        // Friday 20 November 2026 lies in the week to Sunday 22.
        (ReturnRhythm.week, "2026-11-20", "2026-11-16", "2026-11-22"),
        (.month, "2024-02-29", "2024-02-01", "2024-02-29"),
        (.month, "2026-12-31", "2026-12-01", "2026-12-31"),
        // Quarters, half-years and years of the year that begins on 1 April.
        (.quarter, "2026-02-10", "2026-01-01", "2026-03-31"),
        (.quarter, "2026-04-01", "2026-04-01", "2026-06-30"),
        (.halfYear, "2026-11-20", "2026-10-01", "2027-03-31"),
        (.year, "2026-03-31", "2025-04-01", "2026-03-31"),
        // Four weeks counted from the Monday of the week of 2 November 2026, forwards and backwards.
        (.fourWeeks, "2026-11-29", "2026-11-02", "2026-11-29"),
        (.fourWeeks, "2026-11-30", "2026-11-30", "2026-12-27"),
        (.fourWeeks, "2026-11-01", "2026-10-05", "2026-11-01"),
    ])
    func `a day lies in one period of each rhythm`(
        _ rhythm: ReturnRhythm, _ on: String, _ first: String, _ last: String
    ) {
        let period = rhythm.period(holding: Self.day(on), anchor: Self.day("2026-11-04"))
        #expect(period.first == Self.day(first))
        #expect(period.last == Self.day(last))
    }

    @Test(arguments: [
        // The Tuesday after Sunday 22 November 2026.
        (DueRule.weekday(2), "2026-11-22", "2026-11-24"),
        // 6 April 2026 is Easter Monday: the Tuesday after it.
        (.weekday(1), "2026-04-05", "2026-04-07"),
        // Good Friday 3 April 2026: Easter Monday is no working day either.
        (.weekday(5), "2026-03-29", "2026-04-07"),
        // October 2026 ends on a Saturday: Monday 2 to Friday 6 November.
        (.workingDay(5), "2026-10-31", "2026-11-06"),
        // After 29 February 2024, a Thursday.
        (.workingDay(1), "2024-02-29", "2024-03-01"),
        // 25 December is a Friday, 28 December 2026 a bank holiday, 1 January 2027 too: 4, 5 January.
        (.workingDay(2), "2026-12-31", "2027-01-05"),
        (.workingDay(0), "2026-11-30", "2026-11-30"),
        (.workingDay(0), "2026-10-31", "2026-11-02"),
    ])
    func `a return is due on a working day`(_ rule: DueRule, _ end: String, _ due: String) {
        #expect(rule.due(after: Self.day(end)) == Self.day(due))
    }

    private static func sent(_ on: String, isNil: Bool = false) -> LocalSent {
        LocalSent(
            id: ID(1), node: ID(1), periodEnd: day("2026-11-15"), number: 1, at: Instant(milliseconds: 0),
            on: day(on),
            by: "Imran Shah", isNil: isNil, source: .page, reason: nil, answers: [:])
    }

    @Test func `a sender is received, late, missing, nothing to report or not yet due`() {
        let last = Self.day("2026-11-17")
        func state(_ sent: LocalSent?, _ today: String) -> SenderState {
            .of(first: sent, latest: sent, lastDay: last, on: Self.day(today))
        }
        #expect(state(Self.sent("2026-11-17"), "2026-11-20") == .received)
        #expect(state(Self.sent("2026-11-18"), "2026-11-20") == .late)
        #expect(state(nil, "2026-11-18") == .missing)
        #expect(state(nil, "2026-11-17") == .notYetDue)
        #expect(state(Self.sent("2026-11-18", isNil: true), "2026-11-20") == .nothing)
    }

    @Test
    func `a correction in time does not make a late return one that came in time, nor the other way round`() {
        let state = SenderState.of(
            first: Self.sent("2026-11-17"), latest: Self.sent("2026-11-30"), lastDay: Self.day("2026-11-17"),
            on: Self.day("2026-12-01"))
        #expect(state == .received)
    }

    private static let share = LocalQuestion("seen", .share, "Children seen", of: "Children due")
    private static let count = LocalQuestion("in", .count, "Came in")

    private func doubt(
        _ question: LocalQuestion, _ typed: TypedAnswer, last: LocalAnswer? = nil
    ) -> AnswerDoubt? {
        AnswerCheck.judge(
            [question.key: typed], [question], last: last.map { [question.key: $0] } ?? [:]
        ).doubts.first?.doubt
    }

    @Test func `figures that cannot be are refused, and surprising ones pass with a word`() {
        #expect(doubt(Self.share, TypedAnswer(count: "5", base: "4")) == .aboveBase(5, 4))
        #expect(doubt(Self.share, TypedAnswer(count: "0", base: "0")) == nil)
        #expect(doubt(Self.share, TypedAnswer(count: "5")) == .baseMissing)
        #expect(doubt(Self.count, TypedAnswer(count: "-2")) == .negative)
        #expect(doubt(Self.count, TypedAnswer(count: "3.5")) == .notANumber("3.5"))
        #expect(doubt(Self.count, TypedAnswer(count: "1,204")) == nil)
        #expect(doubt(Self.count, TypedAnswer()) == .unknown)
        #expect(doubt(Self.count, TypedAnswer(note: "The system was down")) == nil)
        #expect(
            doubt(Self.count, TypedAnswer(count: "120"), last: LocalAnswer(count: 12))
                == .tenTimes(120, last: 12))
        #expect(doubt(Self.count, TypedAnswer(count: "119"), last: LocalAnswer(count: 12)) == nil)
        #expect(
            doubt(Self.count, TypedAnswer(count: "120", note: "Yes"), last: LocalAnswer(count: 12)) == nil)
        // After nothing, ten times says nothing.
        #expect(doubt(Self.count, TypedAnswer(count: "9"), last: LocalAnswer(count: 0)) == nil)
    }

    @Test func `what is not known stays unknown, and is never counted as zero`() {
        let result = AnswerCheck.judge(["in": TypedAnswer(note: "Down")], [Self.count], last: [:])
        #expect(result.answers["in"]?.count == nil)
        var sent = Self.sent("2026-11-16")
        sent.answers = result.answers
        let book = SentBook([sent])
        #expect(LocalTotal.of(Self.count, book, [ID(1)], periodEnd: Self.day("2026-11-15")) == nil)
    }

    @Test func `a total of three of four units says so`() {
        let all = (1...3).map { node in
            LocalSent(
                id: ID(Int64(node)), node: ID(Int64(node)), periodEnd: Self.day("2026-11-15"), number: 1,
                at: Instant(milliseconds: 0), on: Self.day("2026-11-16"), by: "Somebody", isNil: node == 3,
                source: .page, reason: nil, answers: node == 3 ? [:] : ["in": LocalAnswer(count: node * 10)])
        }
        let total = LocalTotal.of(
            Self.count, SentBook(all), [ID(1), ID(2), ID(3), ID(4)], periodEnd: Self.day("2026-11-15"))
        // 10 and 20, and the 0 of the one that said "nothing to report".
        #expect(total?.count == 30)
        #expect(total?.soFar == "so far, 3 of 4")
    }

    @Test func `what is held back cannot be worked out from what is shown`() {
        // 20 answers, 4 of them of unit 3: shown alone, units 1 and 2 would give it away.
        #expect(Anonymity.shown([1: 10, 2: 6, 3: 4], least: 5) == [1])
        #expect(Anonymity.shown([1: 10, 2: 6], least: 5) == [1, 2])
        #expect(Anonymity.shown([1: 3, 2: 3], least: 5) == [])
        #expect(Anonymity.shown([1: 2, 2: 1], least: 5) == [])
        #expect(Anonymity.shown([1: 5], least: 5) == [1])
        // No setting goes below five.
        #expect(Anonymity.shown([1: 4], least: 1) == [])
    }

    @Test func `twenty templates ship, each whole`() {
        let all = ReturnTemplate.all
        #expect(all.count == 20)
        #expect(Set(all.map(\.key)).count == 20)
        for template in all {
            #expect(!template.questions.isEmpty, "\(template.key)")
            #expect(Set(template.questions.map(\.key)).count == template.questions.count, "\(template.key)")
            #expect(DefineReturn.slug(template.key) == template.key)
            for question in template.questions {
                #expect(
                    (question.kind == .share || question.kind == .ratio) == !question.ofWords.isEmpty,
                    "\(template.key) \(question.key)")
                #expect(Set(question.options.map(\.code)).count == question.options.count)
                let keys = template.questions.map(\.key)
                if let balance = question.balance {
                    #expect(keys.contains(balance.into) && keys.contains(balance.out))
                }
            }
        }
    }

    @Test func `a file says what it holds, whatever its separator and order of columns`() throws {
        let file = try LocalFile.read(
            Array(
                "\u{FEFF}Unit;Question;Period;Numerator;Denominator\r\nHarbour team;qualified;2026-10-04;41;44\r\n\r\n"
                    .utf8))
        #expect(file.lines.count == 1)
        #expect(file.lines[0].value == "41")
        #expect(file.lines[0].base == "44")
        #expect(file.lines[0].number == 2)
        #expect(throws: LocalFile.Wrong.self) { try LocalFile.read(Array("unit,value\n".utf8)) }
        #expect(throws: LocalFile.Wrong.self) { try LocalFile.read([0xFF, 0xFE, 0x00]) }
        #expect(throws: LocalFile.Wrong.self) {
            try LocalFile.read(Array("period,unit,question,value\n".utf8))
        }
    }
}
