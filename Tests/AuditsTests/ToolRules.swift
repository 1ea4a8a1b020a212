import Kernel
import Testing

@testable import Audits

/// What a question takes for an answer, and what the answer counts as.
struct MarkRules {
    private static let tool = Tool(
        title: "Trial", purpose: "", unit: .child, asksSafety: false, scales: [.met, .five, .ofsted],
        standards: [
            Tool.Standard(
                number: "1", title: "All kinds", guidance: "",
                questions: [
                    Tool.Question(key: "met", text: "Met?", kind: .grade("met")),
                    Tool.Question(key: "five", text: "How good?", kind: .grade("five")),
                    Tool.Question(key: "ofsted", text: "Overall?", kind: .grade("ofsted")),
                    Tool.Question(key: "yes", text: "Seen alone?", kind: .yesNo(good: true)),
                    Tool.Question(key: "no", text: "Was it late?", kind: .yesNo(good: false)),
                    Tool.Question(key: "count", text: "Actions done?", kind: .count(of: "actions")),
                    Tool.Question(key: "date", text: "Last seen?", kind: .date),
                    Tool.Question(key: "choice", text: "Where?", kind: .choice(["Home", "School"])),
                    Tool.Question(key: "text", text: "What helped?", kind: .text),
                    Tool.Question(key: "lost", text: "No scale", kind: .grade("gone")),
                ])
        ], overall: "ofsted")

    private func mark(_ key: String, _ value: String, note: String? = nil) throws -> Mark? {
        let question = try #require(Self.tool.question(key))
        return try question.mark(value, note: note, in: Self.tool)
    }

    @Test(arguments: [
        ("met", "met", 0, true), ("met", "partly", 1, false), ("met", "not", 2, false),
        ("five", "5", 0, true), ("five", "4", 1, true), ("five", "3", 2, false), ("five", "1", 4, false),
        ("ofsted", "1", 0, true), ("ofsted", "2", 1, true), ("ofsted", "3", 2, false),
        ("ofsted", "4", 3, false),
    ])
    func `a grade counts by its place from the best, whichever way its scale runs`(
        key: String, value: String, rank: Int, isGood: Bool
    ) throws {
        let mark = try #require(try mark(key, value))
        #expect(mark == Mark(value, rank: rank, isGood: isGood))
        #expect(!mark.isNotApplicable)
    }

    @Test func `yes and no count by which of them is good`() throws {
        #expect(try mark("yes", "yes")?.isGood == true)
        #expect(try mark("yes", "no")?.isGood == false)
        #expect(try mark("no", "yes")?.isGood == false)
        #expect(try mark("no", "no")?.isGood == true)
    }

    @Test(arguments: [
        ("3/5", 3, 5), (" 3 / 5 ", 3, 5), ("3 of 5", 3, 5), ("0/4", 0, 4), ("4/4", 4, 4),
        ("03/5", 3, 5), ("9999/9999", 9999, 9999),
    ])
    func `a count gives both its numbers, and no verdict of its own`(
        value: String, numerator: Int, denominator: Int
    ) throws {
        #expect(
            try mark("count", value)
                == Mark("\(numerator)/\(denominator)", numerator: numerator, denominator: denominator))
    }

    @Test func `dates, choices and words are kept as they are and count for nothing`() throws {
        #expect(try mark("date", "2026-02-28") == Mark("2026-02-28"))
        #expect(try mark("choice", "School") == Mark("School"))
        #expect(try mark("text", " The child drew her week. ") == Mark("The child drew her week."))
        #expect(try mark("text", "na") == Mark("na"))
    }

    @Test(arguments: ["met", "five", "yes", "count", "date", "choice", "text"])
    func `nothing typed is no answer, not a bad one`(key: String) throws {
        #expect(try mark(key, "") == nil)
        #expect(try mark(key, "  ") == nil)
    }

    @Test(arguments: ["met", "yes", "count"])
    func `not applicable counts for nothing and needs a reason`(key: String) throws {
        let given = try #require(try mark(key, "na", note: "Born last week"))
        #expect(given.isNotApplicable)
        #expect(given == Mark("na"))
        #expect(throws: Mark.Refused.reasonMissing) { try mark(key, "na", note: " ") }
        #expect(try mark(key, "na") != nil)
    }

    @Test(arguments: [
        ("met", "1", Mark.Refused.noSuchGrade(choose: ["Met", "Partly met", "Not met"])),
        ("five", "6", .noSuchGrade(choose: Scale.five.grades.map(\.words))),
        ("ofsted", "Good", .noSuchGrade(choose: Scale.ofsted.grades.map(\.words))),
        ("ofsted", "na", .cannotBeNotApplicable), ("date", "na", .cannotBeNotApplicable),
        ("choice", "na", .cannotBeNotApplicable), ("yes", "maybe", .notYesOrNo),
        ("count", "0/0", .nothingToCount(of: "actions")), ("count", "6/5", .moreThanAll(of: "actions")),
        ("count", "3", .notACount(of: "actions")), ("count", "-1/5", .notACount(of: "actions")),
        ("count", "1/2/3", .notACount(of: "actions")), ("count", "/5", .notACount(of: "actions")),
        ("count", "1/10000", .notACount(of: "actions")), ("count", "٣/٥", .notACount(of: "actions")),
        ("date", "2026-02-29", .noSuchDay), ("date", "20 November", .noSuchDay),
        ("date", "0203-01-01", .noSuchDay), ("choice", "Park", .noSuchChoice(["Home", "School"])),
        ("text", String(repeating: "x", count: 4001), .tooLong), ("lost", "1", .noScale),
    ])
    func `what a question does not take is refused in words`(
        key: String, value: String, refused: Mark.Refused
    ) {
        #expect(throws: refused) { try mark(key, value) }
        #expect(!refused.sentence.isEmpty && !refused.sentence.hasSuffix("."))
    }
}
