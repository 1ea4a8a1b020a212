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

/// The tools that come with the product.
struct ShippedToolRules {
    @Test func `nine tools come with the product, and each is sound, with nothing left to say`() {
        #expect(ShippedTools.all.count == 9)
        #expect(Set(ShippedTools.all.map(\.key)).count == 9)
        for entry in ShippedTools.all {
            #expect(entry.tool.faults == [], "\(entry.key)")
            #expect(entry.tool.notes == [], "\(entry.key)")
            #expect(Tool(entry.tool.json) == entry.tool, "\(entry.key) comes back from its file as it went")
        }
    }

    @Test
    func
        `casework has twelve numbered standards, the safety question first, and Ofsted's four points over all`()
        throws
    {
        let tool = try #require(ShippedTools.entry("casework")?.tool)
        #expect(tool.standards.filter { !$0.number.isEmpty }.map(\.number) == (1...12).map(String.init))
        #expect(tool.standardCount == 12 && tool.asksSafety && tool.unit == .child)
        let overall = try #require(tool.overall.flatMap(tool.question))
        #expect(tool.scale(of: overall) == .ofsted)
        for standard in tool.standards where !standard.number.isEmpty {
            #expect(standard.questions.map(\.kind) == [.grade("met")], "\(standard.number)")
        }
    }

    /// `improvement-plan-2011`, area 5: "date; time; who present; key concern; risk factors; risk analysis; decision
    /// making; reason for decision; outcome".
    @Test func `a strategy discussion's record is asked for the nine minimum fields of 2011`() throws {
        let tool = try #require(ShippedTools.entry("strategy-discussion")?.tool)
        let fields = [
            "date", "time", "present", "key-concern", "risk-factors", "risk-analysis", "decision", "reason",
            "outcome",
        ]
        #expect(tool.questions.map(\.key).filter(fields.contains) == fields)
    }

    @Test func `together they use every unit but members of staff, and every kind of question`() {
        let tools = ShippedTools.all.map(\.tool)
        #expect(Set(tools.map(\.unit)) == Set(Tool.Unit.allCases).subtracting([.member]))
        #expect(
            Set(tools.flatMap(\.questions).map(\.kind.words))
                == [
                    "A grade", "Yes or no", "How many of how many", "A date", "One of a few words", "Words",
                ])
    }

    @Test func `the record's accuracy asks one yes or no a field and has no overall grade`() throws {
        let tool = try #require(ShippedTools.entry("record-accuracy")?.tool)
        #expect(tool.overall == nil)
        #expect(tool.questions.count { $0.kind == .yesNo(good: true) } == 12)
    }
}

/// What keeps a tool from being issued, and what is said of its changes.
struct ToolCheckRules {
    private static let sound = Tool(
        title: "Trial", purpose: "", unit: .child, asksSafety: true, scales: [.met],
        standards: [
            Tool.Standard(
                number: "1", title: "Seeing the child", guidance: "",
                questions: [
                    Tool.Question(key: "seen", text: "Was the child seen?", kind: .grade("met")),
                    Tool.Question(key: "alone", text: "Alone?", kind: .yesNo(good: true)),
                ])
        ], overall: "seen")

    private func faults(_ change: (inout Tool) -> Void) -> [String] {
        var tool = Self.sound
        change(&tool)
        return tool.faults.map(\.sentence)
    }

    @Test func `a sound tool has no fault, and is told which grades nobody has described`() {
        #expect(Self.sound.faults == [])
        #expect(
            Self.sound.notes.map(\.sentence) == [
                "Nothing says what “Met”, “Partly met”, “Not met” looks like for “Was the child seen?”: two auditors may grade it differently"
            ])
    }

    @Test func `a scale is sound where its best grades, and not all of them, count as good`() {
        func fault(_ change: (inout Scale) -> Void) -> String? {
            var scale = Scale.met
            scale.key = "ours"
            change(&scale)
            return scale.fault
        }
        #expect(fault { _ in } == nil)
        let name = "the scale “Met, partly met, not met”"
        let good = "Say which grades of \(name) count as good: the best ones, and not all of them"
        #expect(fault { $0.grades[2].isGood = true } == good)
        #expect(fault { $0.grades[0].isGood = false } == good)
        #expect(
            fault { $0.grades[2].code = "na" }
                == "Name the grades of \(name) otherwise: “na” stands for not applicable")
        #expect(fault { $0.grades[2].words = "Met" } == "Give each grade of \(name) once")
        #expect(
            fault {
                $0.key = "met"
                $0.allowsNotApplicable = false
            } == "Give \(name) another key: “met” stands for “Met, partly met, not met” everywhere")
    }

    @Test func `each thing that is wrong has its sentence`() {
        #expect(faults { $0.title = " " } == ["Give the tool a title"])
        #expect(
            faults { $0.unit = .venue }
                == ["A tool for venues cannot ask whether the child is safe: leave that question out"])
        #expect(
            faults {
                $0.standards = []
                $0.overall = nil
            } == ["Ask something: the tool has no question yet"])
        #expect(
            faults { $0.standards[0].questions[1].key = "seen" }
                == ["Two questions have the key “seen”: give one another"])
        #expect(
            faults { $0.standards[0].questions[1].kind = .grade("gone") } == ["Choose a scale for “Alone?”"])
        #expect(
            faults { $0.standards[0].questions[1].kind = .count(of: " ") }
                == ["Say what is counted for “Alone?”, such as “actions”"])
        #expect(
            faults { $0.standards[0].questions[1].kind = .choice(["Home"]) }
                == ["Give at least two words to choose from for “Alone?”"])
        #expect(
            faults { $0.overall = "alone" } == ["Choose a question that takes a grade as the overall one"])
        #expect(
            faults { $0.overall = "gone" }
                == ["Choose the overall question again: it is not in the tool any more"])
        #expect(
            faults { $0.standards.append(Tool.Standard(number: "2", title: "", guidance: "", questions: [])) }
                == ["Give standard 2 a title"])
    }

    @Test(
        arguments: [
            ("Was the child seen?", [], "was-the-child-seen"),
            ("Was the child seen?", ["was-the-child-seen"], "was-the-child-seen-2"),
            ("Señor’s café", [], "senor-s-cafe"), ("???", [], "question"), ("N/A", [], "n-a"),
            (
                "How many of the actions of the session before last were looked at since?", [],
                "how-many-of-the-actions-of-the-session"
            ),
        ] as [(String, Set<String>, String)])
    func `a question's key is made of its words, and is never given twice`(
        words: String, taken: Set<String>, key: String
    ) {
        #expect(ToolKey.make(words, taken: taken) == key)
        #expect(ToolKey.isKey(key))
    }

    @Test func `what changed between two versions is said in words, and nothing where nothing did`() {
        #expect(ToolChanges.words(from: Self.sound, to: Self.sound) == [])
        var new = Self.sound
        new.asksSafety = false
        new.standards[0].questions[0].text = "Was the child seen alone?"
        new.standards[0].questions[0].guidance["met"] = "Each month"
        new.standards[0].questions[1] = Tool.Question(
            key: "visits", text: "Visits in time?", kind: .count(of: "visits"), isRequired: false)
        #expect(
            ToolChanges.words(from: Self.sound, to: new) == [
                "It no longer asks whether the child is safe.",
                "“Was the child seen alone?” is asked, before “Was the child seen?”.",
                "What each answer to “Was the child seen alone?” looks like is worded anew.",
                "New: “Visits in time?”, how many of the visits.", "“Alone?” is no longer asked.",
            ])
    }
}
