import Documents
import Kernel
import Statistics
import Testing

@testable import Audits

/// The rules of rounds, from values alone. Worked examples are those of audit-methods §4.
struct RoundRules {
    private func items(_ ids: [String], _ part: (Int) -> String = { _ in "" }) -> [DrawRule.Item] {
        ids.enumerated().map {
            DrawRule.Item(position: $0 + 1, reference: Sensitive($1), part: part($0))
        }
    }

    @Test func `the worked example of the reference is drawn, whatever the order of the frame`() throws {
        let ids = (1...20).map { $0 < 10 ? "C00\($0)" : "C0\($0)" }
        let drawn = try #require(
            DrawRule.draw(.simple, items(ids), count: 5, seed: "2026-Q1:audit-7"))
        #expect(drawn.map { ids[$0.position - 1] } == ["C009", "C011", "C018", "C012", "C001"])
        let turned = Array(ids.reversed())
        let again = try #require(
            DrawRule.draw(.simple, items(turned), count: 5, seed: "2026-Q1:audit-7"))
        #expect(again.map { turned[$0.position - 1] } == ["C009", "C011", "C018", "C012", "C001"])
        // The sample grows by the next in the same order: 7 cases are the 5 and 2 more.
        let seven = try #require(DrawRule.draw(.simple, items(ids), count: 7, seed: "2026-Q1:audit-7"))
        let more = DrawRule.more(
            .simple, items(ids), taken: Set(drawn.map(\.position)), more: 2, seed: "2026-Q1:audit-7")
        #expect(drawn.map(\.position) + more.map(\.position) == seven.map(\.position))
    }

    @Test func `539 cases of four areas share 108 as 30, 26, 28 and 24, each in the order of the seed`()
        throws
    {
        let sizes = [("Ash", 151), ("Birch", 128), ("Cedar", 140), ("Elm", 120)]
        let parts = sizes.flatMap { Array(repeating: $0.0, count: $0.1) }
        let frame = items(parts.indices.map { "C\($0)" }) { parts[$0] }
        let drawn = try #require(DrawRule.draw(.stratified, frame, count: 108, seed: "s"))
        let counts = Dictionary(grouping: drawn, by: \.part).mapValues(\.count)
        #expect(counts == ["Ash": 30, "Birch": 26, "Cedar": 28, "Elm": 24])
        #expect(drawn.map(\.rank) == drawn.map(\.rank).sorted())
        let ash = DrawOrder(seed: "s").ordered(
            parts.indices.filter { parts[$0] == "Ash" }.map { "C\($0)" })
        #expect(
            drawn.filter { $0.part == "Ash" }.map { "C\($0.position - 1)" } == Array(ash.prefix(30)))
        // 109 would be 31, 26, 28 and 24: Ash has 30.535 of it, the largest remainder.
        let more = DrawRule.more(
            .stratified, frame, taken: Set(drawn.map(\.position)), more: 1, seed: "s")
        #expect(more.map(\.part) == ["Ash"])
    }

    @Test func `a quota takes so many of each, and all of who has fewer`() throws {
        let parts = ["Ann", "Ann", "Ann", "Ben", "Cy", "Cy"]
        let frame = items(["1", "2", "3", "4", "5", "6"]) { parts[$0] }
        let drawn = try #require(DrawRule.draw(.perPerson, frame, count: 2, seed: "q"))
        #expect(
            Dictionary(grouping: drawn, by: \.part).mapValues(\.count) == ["Ann": 2, "Ben": 1, "Cy": 2])
    }

    @Test func `a size is rounded up, is at least one, and is never more than the frame`() {
        #expect(Round.Size.percent(tenths: 200).count(of: 539) == 108)
        #expect(Round.Size.percent(tenths: 200).count(of: 40) == 8)
        #expect(Round.Size.percent(tenths: 1).count(of: 40) == 1)
        #expect(Round.Size.margin(tenths: 50).count(of: 539) == 225)
        #expect(Round.Size.margin(tenths: 100).count(of: 1000) == 88)
        #expect(Round.Size.number(41).count(of: 40) == nil)
        #expect(Round.Size.all.count(of: 0) == nil)
    }

    @Test func `a seed carries its series and 64 bits that nobody chose`() {
        #expect(
            DrawRule.seed(series: "Self-evaluation 2026", bits: 0) == "self-evaluation-2026:0000000000000")
        #expect(DrawRule.seed(series: "“?”", bits: .max) == "round:fzzzzzzzzzzzz")
    }

    // MARK: Spreading

    @Test func `cases are spread evenly, and nobody has more than the most`() {
        let all = Array(repeating: [0, 1, 2], count: 10)
        let given = Spread.assign(all, people: 3, most: nil)
        #expect((0..<3).map { person in given.count { $0 == person } }.sorted() == [3, 3, 4])
        let capped = Spread.assign(all, people: 3, most: 3)
        #expect(capped.count { $0 == nil } == 1)
    }

    @Test func `a case moves on to another where that makes room for one that nobody else may take`() {
        // Four cases for either, then two that only the first may take: two of the four must move.
        let given = Spread.assign([[0, 1], [0, 1], [0, 1], [0], [0], [0]], people: 2, most: 3)
        #expect(given.allSatisfy { $0 != nil })
        #expect(given.count { $0 == 0 } == 3 && given[3...5].allSatisfy { $0 == 0 })
        // The chain runs over three: A may go only to 0, which is full of what 1 could take, which is full too.
        let chain = Spread.assign([[0, 1], [1, 2], [0, 1], [0, 1]], people: 3, most: 1)
        #expect(chain.count { $0 != nil } == 3)
        let none = Spread.assign([[], [0]], people: 1, most: nil)
        #expect(none == [nil, 0])
    }

    // MARK: Frames

    private func frame(_ text: String) throws -> FrameFileReading {
        try FrameFileReading.read(Array(text.utf8))
    }

    @Test func `columns are found from their heads, and what is not asked for is not taken`() throws {
        let reading = try frame(
            "\u{FEFF}Child Unique ID;Child name;Allocated Worker;Team;Latest category of abuse;Conference date;Restricted\r\n"
                + "C1;Jo;\"O'Hare; Ann\";Harbour;Neglect;9/12/2026;\r\nC2;Al;Ben;Harbour;;;Yes\r\n\r\n")
        #expect(reading.unused == ["Child name"])
        #expect(reading.lines.count == 2)
        #expect(reading.lines[0].holder == "O'Hare; Ann" && reading.lines[0].group == "Neglect")
        #expect(reading.lines[0].on == Day("2026-12-09") && reading.lines[0].excluded == nil)
        #expect(reading.lines[1].excluded == FrameFileReading.restricted)
    }

    @Test(arguments: [
        ("", "empty"), ("Case ID\n", "no case under it"), ("Name,Team\nA1,B\n", "holds case references"),
        ("Case ID\nC1\nC2\nC1\n", "lines 2 and 4"), ("Case ID,Case\n1,2\n", "may each be the case reference"),
        ("Case ID,Team\n,North\n", "no reference"), ("Case ID\nJo Bloggs\n", "looks like a name"),
        ("Case ID,Date\nC1,31/2/2026\n", "is no date"), ("%PDF-1.4 \n", "PDF"),
        ("Case ID,Restricted\nC1,perhaps\n", "neither yes nor no"),
    ])
    func `a file that is no frame is refused in a sentence, without the reference`(
        _ text: String, _ says: String
    ) {
        #expect {
            try frame(text)
        } throws: { error in
            guard let refused = error as? Unreadable else { return false }
            return refused.sentence.contains(says) && !refused.sentence.contains("Bloggs")
        }
    }

    @Test func `a workbook and more than 100,000 cases are refused`() throws {
        #expect(throws: Unreadable.self) { try FrameFileReading.read([0x50, 0x4B, 0x03, 0x04, 0, 0]) }
        let rows = (0...100_000).map { "C\($0)\n" }.joined()
        #expect(throws: Unreadable.self) { try frame("Case ID\n" + rows) }
        #expect(try frame("Case ID\n" + (1...100_000).map { "C\($0)\n" }.joined()).lines.count == 100_000)
    }

    // MARK: Set-up

    @Test func `every wrong set-up has its own sentence`() {
        let today = Day("2026-11-20") ?? Day(number: 0)
        func refused(_ change: (inout RoundTerms) -> Void) -> SetUpRound.Refused? {
            var terms = RoundTerms(
                series: "Self-evaluation", title: "Autumn", question: "Is every child safe?", node: ID(1),
                tool: ID(2), toolVersion: 1, dueOn: today.adding(days: 28))
            change(&terms)
            do {
                try SetUpRound.decide(terms, asksSafety: false, isReaudit: false, on: today)
                return nil
            } catch {
                return error
            }
        }
        #expect(refused { _ in } == nil)
        #expect(refused { $0.title = "" } == .titleMissing)
        #expect(refused { $0.size = .number(10) } == .sizeForCensus)
        #expect(refused { $0.kind = .simple } == .sizeMissing)
        #expect(refused { ($0.kind, $0.size) = (.simple, .percent(tenths: 1001)) } == .sizeWrong)
        #expect(refused { ($0.kind, $0.size) = (.perPerson, .percent(tenths: 200)) } == .quotaIsNumber)
        #expect(refused { ($0.kind, $0.size) = (.purposive, .margin(tenths: 50)) } == .marginOfPurpose)
        #expect(refused { ($0.kind, $0.size) = (.stratified, .number(9)) } == .stratumMissing)
        #expect(refused { $0.stratum = .team } == .stratumNotAsked)
        #expect(refused { $0.dueOn = today.adding(days: -1) } == .duePast)
        #expect(
            refused {
                $0.verification = Round.Verification(size: .percent(tenths: 200), dueOn: today)
            } == .verifyDueEarly)
        #expect(refused { $0.safetyDueOn = today.adding(days: 3) } == .safetyNotAsked)
        #expect(refused { $0.passShare = 0 } == .passWrong)
        #expect(refused { $0.mostEach = 5 } == .mostForHolders)
        #expect(refused { $0.restMonths = 40 } == .restWrong)
    }
}
