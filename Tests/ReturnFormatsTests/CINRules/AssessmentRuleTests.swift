import Kernel
import ReturnFormats
import Testing

struct AssessmentRuleTests {
    @Test func `1103: an assessment does not start before the referral`() throws {
        #expect(try count("1103", episode("2025-06-02", assessment("2025-06-01"))) == 1)
        #expect(try count("1103", episode("2025-06-02", assessment("2025-06-02"), assessment(""))) == 0)
        // That of another episode is not asked.
        #expect(
            try count(
                "1103", episode("2025-06-02", assessment("2025-06-03")),
                episode("2025-09-01", assessment("2025-09-01"))) == 0)
    }

    @Test func `8608: an assessment does not end before it starts`() throws {
        #expect(try count("8608", assessment("2025-06-03", "2025-06-02")) == 1)
        #expect(try count("8608", assessment("2025-06-03", "2025-06-03")) == 0)
    }

    /// 44 working days before Tuesday 31 March 2026 is Wednesday 28 January, 45 is Tuesday the 27th: nine weeks less a
    /// day, and no holiday between. 31 March 2024 was Easter Sunday: day 1 is Tuesday 2 April, one before it is
    /// Thursday 28 March, and eight weeks and three days before that is Monday 29 January.
    @Test func `8670Q: an open assessment began no more than 45 working days before the reference date`()
        throws
    {
        func count(_ start: String, year: Int = 2026, _ counting: WorkingDaysBack) throws -> Int? {
            try ReturnFormatsTests.count("8670Q", year: year, counting: counting, assessment(start))
        }
        #expect(try count("2026-01-28", .lastDayIsOne) == 0 && count("2026-01-27", .lastDayIsOne) == 1)
        #expect(try count("2026-01-27", .lastDayIsNought) == 0 && count("2026-01-26", .lastDayIsNought) == 1)
        #expect(try count("2024-01-29", year: 2024, .lastDayIsOne) == 0)
        #expect(try count("2024-01-26", year: 2024, .lastDayIsOne) == 1)
        #expect(try ReturnFormatsTests.count("8670Q", assessment("2025-06-03", "2026-03-31")) == 0)
    }

    @Test(arguments: [("2025-03-31", 1), ("2025-04-01", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func `8696: an assessment ends within the year, both ends included`(end: String, broken: Int) throws {
        #expect(try count("8696", episode("2025-03-03", assessment("2025-03-04", end))) == broken)
    }

    @Test func `8736: an open assessment started within the year`() throws {
        #expect(
            try count("8736", assessment("2025-03-31")) == 1 && count("8736", assessment("2026-04-01")) == 1)
        #expect(
            try count("8736", assessment("2025-04-01")) == 0 && count("8736", assessment("2026-03-31")) == 0)
        #expect(try count("8736", assessment("2025-03-31", "2025-05-01")) == 0)
    }

    @Test func `8863Q: no assessment starts while another of the episode goes on`() throws {
        let first = assessment("2025-06-03", "2025-07-01")
        #expect(try count("8863Q", first, assessment("2025-06-20", "2025-08-01")) == 1)
        // The day on which the other ends still counts.
        #expect(try count("8863Q", first, assessment("2025-07-01", "2025-08-01")) == 1)
        #expect(try count("8863Q", first, assessment("2025-07-02", "2025-08-01")) == 0)
        #expect(try count("8863Q", first, first) == 2)
        // An open one goes on to the reference date.
        #expect(try count("8863Q", assessment("2025-06-03"), assessment("2026-03-31")) == 1)
        #expect(try count("8863Q", assessment("2025-06-03"), assessment("2026-04-01")) == 0)
        #expect(
            try count("8863Q", episode("2025-06-02", first), episode("2025-06-10", assessment("2025-06-20")))
                == 0)
    }

    @Test func `8896: an episode has one open assessment at most`() throws {
        #expect(try count("8896", assessment("2025-06-03"), assessment("2025-09-01", "")) == 1)
        #expect(try count("8896", assessment("2025-06-03", "2025-07-01"), assessment("2025-09-01")) == 0)
        #expect(try count("8896", episode(assessment("2025-06-03")), episode(assessment("2025-09-01"))) == 0)
    }
}

/// Factors repeat. A validator that keeps the first alone, or all as one value, never reports 8869, 8898, 8945Q and 8950Q.
struct FactorRuleTests {
    private func finished(_ factors: [String], year: Int = 2026, reason: String? = nil) -> String {
        let closed = reason == nil ? nil : "\(year - 1)-07-01"
        return episode(
            "\(year - 1)-06-02", closed: closed, reason: reason,
            assessment("\(year - 1)-06-03", "\(year - 1)-06-30")
                .replacing(
                    "</Assessments>",
                    with: "<FactorsIdentifiedAtAssessment>"
                        + factors.map { "<AssessmentFactors>\($0)</AssessmentFactors>" }.joined()
                        + "</FactorsIdentifiedAtAssessment></Assessments>"))
    }

    @Test func `8614: an assessment that is not finished has no factors`() throws {
        #expect(try count("8614", assessment("2025-06-03", factors: "1A")) == 1)
        #expect(try count("8614", assessment("2025-06-03", "2025-06-30", factors: "1A")) == 0)
        #expect(try count("8614", assessment("2025-06-03", factors: "")) == 0)
    }

    @Test func `8869: no factors found stands alone`() throws {
        #expect(try count("8869", finished(["21", "1A"])) == 1)
        #expect(try count("8869", finished(["1A", "3B", "21"])) == 1)
        #expect(try count("8869", finished(["21"])) == 0 && count("8869", finished(["21", "21"])) == 0)
        #expect(try count("8869", finished(["1A", "3B"])) == 0)
        // Of two assessments of one episode each is asked for itself.
        #expect(
            try count(
                "8869", assessment("2025-06-03", "2025-06-30", factors: "21"),
                assessment("2025-09-01", "2025-09-30", factors: "1A")) == 0)
    }

    @Test func `8873Q: an episode whose only assessment found nothing is closed after it`() throws {
        #expect(try count("8873Q", finished(["21"], reason: "RC7")) == 1)
        #expect(try count("8873Q", finished(["21"])) == 1)
        #expect(try count("8873Q", finished(["21"], reason: "RC8")) == 0)
        #expect(try count("8873Q", finished(["21"], reason: "RC9")) == 0)
        #expect(try count("8873Q", finished(["1A"], reason: "RC7")) == 0)
        #expect(
            try count(
                "8873Q", assessment("2025-06-03", "2025-06-30", factors: "21"),
                assessment("2025-09-01", "2025-09-30", factors: "1A")) == 0)
    }

    @Test func `8897Q: an assessment finished in the year has factors, and known ones`() throws {
        #expect(try count("8897Q", finished(["1A"])) == 0 && count("8897Q", finished(["21"])) == 0)
        #expect(try count("8897Q", finished([])) == 1 && count("8897Q", finished([""])) == 1)
        #expect(try count("8897Q", finished(["99"])) == 1 && count("8897Q", finished(["1A", "99"])) == 1)
        #expect(try count("8897Q", assessment("2025-06-03")) == 0)
        #expect(try count("8897Q", assessment("2025-02-03", "2025-03-31")) == 0)
        #expect(try count("8897Q", assessment("2025-02-03", "2025-04-01")) == 1)
        // Which codes are known grew with the years.
        #expect(try count("8897Q", year: 2021, finished(["24A"], year: 2021)) == 1)
        #expect(try count("8897Q", year: 2022, finished(["24A"], year: 2022)) == 0)
        #expect(try count("8897Q", year: 2020, finished(["18B"], year: 2020)) == 1)
        #expect(try count("8897Q", year: 2021, finished(["18B", "19C"], year: 2021)) == 0)
    }

    @Test func `8898: an assessment has each factor once`() throws {
        #expect(try count("8898", finished(["1A", "3B", "1A"])) == 1)
        #expect(try count("8898", finished(["1A", "3B"])) == 0)
        #expect(
            try count(
                "8898", assessment("2025-06-03", "2025-06-30", factors: "1A"),
                assessment("2025-09-01", "2025-09-30", factors: "1A")) == 0)
    }

    @Test(arguments: [("8945Q", "18A", "18B"), ("8950Q", "19A", "19C")])
    func `8945Q and 8950Q: the old factors of abuse are not used, from 2024-25`(
        rule: String, old: String, new: String
    ) throws {
        #expect(try count(rule, finished(["1A", old])) == 1)
        #expect(try count(rule, finished([old])) == 1)
        #expect(try count(rule, finished(["1A", new])) == 0)
        #expect(try count(rule, year: 2025, finished([old], year: 2025)) == 1)
        #expect(try count(rule, year: 2024, finished([old], year: 2024)) == nil)
    }
}
