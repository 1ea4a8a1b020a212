import Kernel
import ReturnFormats
import Testing

struct RuleSetTests {
    /// cin-census.md §5, counted by hand: 105 rules of 2022-23, and four that came with 2024-25.
    private static let since2023 = """
        100 1103 1104 1105 1510 1520 1530 1540 1550 1560Q 2883 2884 2885 2886Q 2887Q 2888Q 2889 2990 2991Q 4000 4001
        4003 4004 4008 4009Q 4010 4011 4012Q 4013 4014 4015 4016 4017 4180 4220 8500 8510 8520 8525Q 8530Q 8535Q 8540
        8545Q 8555Q 8565 8568 8569Q 8585Q 8590 8600 8606 8608 8610 8614 8615 8620 8630 8640 8650 8670Q 8675Q 8696 8715
        8720 8730 8736 8740 8750 8770Q 8772 8775Q 8790 8794 8805 8810 8815 8816 8820 8825Q 8831 8832 8839 8840 8841
        8842Q 8863Q 8866 8867 8868 8869 8870Q 8873Q 8875 8890 8896 8897Q 8898 8905 8910 8915 8920 8925 8930 8935 8940
        """.split { $0.isWhitespace }.map(String.init)
    private static let since2025 = ["1570", "1580", "8945Q", "8950Q"]
    private static let draft = [
        "8995Q", "9000Q", "9005", "9006", "9007", "9008", "9009", "9010Q", "9011", "9012", "9013", "9015Q",
    ]

    private func rules(_ year: Int) throws -> [String] {
        try check(census(year: year, [episode()])).results.map(\.rule)
    }

    @Test func `each year has its rules`() throws {
        #expect(Self.since2023.count == 105)
        for year in [2022, 2023, 2024] { #expect(Set(try rules(year)) == Set(Self.since2023)) }
        for year in [2025, 2026] { #expect(Set(try rules(year)) == Set(Self.since2023 + Self.since2025)) }
        #expect(try rules(2026).count == 109)
        #expect(Set(try rules(2027)) == Set(Self.since2023 + Self.since2025 + Self.draft))
        let withoutPlans = Self.since2023.filter { !$0.hasPrefix("40") }
        for year in [2017, 2021] { #expect(Set(try rules(year)) == Set(withoutPlans)) }
        #expect(withoutPlans.count == 91)
    }

    @Test func `a rule is listed once, in the order of the numbers, and a Q is a query`() throws {
        let results = try check(census(year: 2027, [episode()])).results
        let numbers = results.map { Int($0.rule.filter(\.isNumber)) ?? 0 }
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        #expect(results.allSatisfy { ($0.severity == .query) == $0.rule.hasSuffix("Q") })
        let found = try check(census(year: 2027, [episode()])).found
        #expect(found.allSatisfy { $0.advice.hasSuffix(".") && !$0.title.hasSuffix(".") })
        #expect(found.filter(\.isDraft).map(\.id) == Self.draft)
    }

    @Test(arguments: [2017, 2020, 2022, 2024, 2026])
    func `a census that is in order breaks no rule but two queries about its size`(year: Int) throws {
        let start = year - 1
        let whole = child(
            upn: "H801200001001", unknown: nil, born: "\(year - 10)-03-27",
            gender: "1", sex: "F", disabilities: ["MOB", "LD"],
            episode(
                "\(start)-06-02",
                assessment("\(start)-06-03", "\(start)-07-01", factors: "1A", "16A"),
                enquiry(
                    "\(start)-06-04", target: "\(start)-06-25", conference: weekday("\(start)-06-20"),
                    notRequired: "false"),
                protectionPlan(
                    weekday("\(start)-06-20"), "\(start)-12-01", reviews("\(start)-09-15"),
                    reviews("\(start)-12-01")),
                year >= 2022 ? needPlan("\(start)-12-01") : ""))
        let broken = try check(census(year: year, [whole])).results.filter { $0.count > 0 }.map(\.rule)
        #expect(Set(broken).subtracting(["8870Q"]) == ["2887Q"])
    }

    /// The day, or the Monday after it.
    private func weekday(_ text: String) -> String {
        guard var day = Day(text) else { return text }
        while day.weekday > 5 { day = day.adding(days: 1) }
        return day.description
    }

    @Test func `children are counted once, and places are numbered as they stand in the file`() throws {
        let text = census([
            child("A1", episode("2025-06-02")),
            child(
                "A2", episode("2025-06-02", assessment("2025-06-02"), assessment("2025-06-01")),
                episode(
                    "2025-09-01", assessment("2025-08-31"),
                    protectionPlan("2025-09-20", reviews("2025-12-01"))),
                episode(
                    "2025-10-01", protectionPlan("2025-10-20"),
                    protectionPlan("2025-11-20", reviews(), reviews()))),
        ])
        let check = try check(text)
        let assessments = try #require(check.found.first { $0.id == "1103" })
        #expect(assessments.result.count == 2 && assessments.result.children == 1)
        let places = assessments.hits.map(check.place)
        #expect(places.map(\.child) == [2, 2] && places.map(\.part) == [.assessment, .assessment])
        #expect(places.map(\.episode) == [1, 2] && places.map(\.number) == [2, 1])
        let reviews = try #require(check.found.first { $0.id == "8842Q" })
        #expect(reviews.hits.map(check.place).map(\.number) == [1, 2])
        #expect(reviews.hits.map(check.place).map(\.episode) == [3, 3])
        let queries = try #require(check.found.first { $0.id == "2887Q" })
        #expect(queries.result.count == 1 && queries.result.children == 0)
        #expect(check.place(of: queries.hits[0]).child == nil)
    }

    @Test func `the year is the header's, else the reference date's, else the newest`() throws {
        func rulesOf(_ header: String) throws -> (Int?, Int, String?) {
            let text = "<Message><Header><CollectionDetails>\(header)</CollectionDetails></Header><Children>"
            let check = try check(text + child(episode("2025-05-01")) + "</Children></Message>")
            return (check.year, check.rulesOf, check.period.map { "\($0.first) \($0.last)" })
        }
        #expect(try rulesOf("<Year>2023</Year>") == (2023, 2023, "2022-04-01 2023-03-31"))
        #expect(
            try rulesOf("<Year>2023</Year><ReferenceDate>2024-03-31</ReferenceDate>")
                == (2023, 2023, "2023-04-01 2024-03-31"))
        // An extract made within the year.
        #expect(
            try rulesOf("<ReferenceDate>2025-12-31</ReferenceDate>") == (2026, 2026, "2025-04-01 2025-12-31"))
        #expect(try rulesOf("") == (nil, 2026, nil))
        // Before and after the years that are known, the nearest.
        #expect(try rulesOf("<Year>2012</Year>") == (2012, 2017, "2011-04-01 2012-03-31"))
        #expect(try rulesOf("<Year>2031</Year>") == (2031, 2027, "2030-04-01 2031-03-31"))
    }

    @Test func `where the file names no year, no date is held against it`() throws {
        let text = "<Message><Children>" + child(episode("2016-01-04", closed: "2016-02-01", reason: "RC7"))
        let broken = try check(text + "</Children></Message>").results.filter { $0.count > 0 }.map(\.rule)
        #expect(Set(broken) == ["100", "2887Q", "2888Q"])
    }

    /// A child with a thousand episodes and parts is no child, but a file can say so.
    @Test func `a file with everything under one child is answered in a moment`() throws {
        let part =
            assessment("2025-06-03") + enquiry("2025-06-04", conference: "2025-06-20")
            + needPlan("2025-06-20")
            + protectionPlan("2025-06-20", reviews("2025-09-18"))
        let wide = episode("2025-06-02", conference: "2025-06-20", String(repeating: part, count: 1_000))
        let many = String(repeating: episode("2025-06-02", part), count: 1_000)
        let clock = ContinuousClock()
        let spent = try clock.measure { _ = try check(census([child(wide + many)])) }
        #expect(spent < .seconds(20))
    }
}
