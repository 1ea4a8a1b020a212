import Kernel
import ReturnFormats
import Testing

struct NeedPlanRuleTests {
    @Test func `4001: an episode has no CIN plan and child protection plan open at once`() throws {
        #expect(try count("4001", needPlan("2025-06-20"), protectionPlan("2025-06-20")) == 1)
        #expect(try count("4001", needPlan("2025-06-20", "2025-07-01"), protectionPlan("2025-07-01")) == 0)
        #expect(try count("4001", needPlan("2025-07-01"), protectionPlan("2025-06-20", "2025-07-01")) == 0)
        #expect(
            try count("4001", episode(needPlan("2025-06-20")), episode(protectionPlan("2025-06-20"))) == 0)
    }

    @Test func `4003: no review falls within a CIN plan, but for the one that ended child protection`() throws
    {
        func count(_ review: String, _ plan: String) throws -> Int? {
            try ReturnFormatsTests.count(
                "4003", episode(plan, protectionPlan("2025-06-20", "2025-12-01", reviews(review))))
        }
        #expect(try count("2025-10-01", needPlan("2025-09-01", "2025-10-31")) == 1)
        #expect(try count("2025-09-01", needPlan("2025-09-01", "2025-10-31")) == 1)
        #expect(try count("2025-08-29", needPlan("2025-09-01", "2025-10-31")) == 0)
        #expect(try count("2025-10-31", needPlan("2025-09-01", "2025-10-31")) == 0)
        // The day on which child protection ended and the CIN plan began.
        #expect(try count("2025-12-01", needPlan("2025-12-01", "2026-02-02")) == 0)
        // An open plan runs to the reference date.
        #expect(try count("2025-12-02", needPlan("2025-12-01")) == 1)
        // Several wrappers, several dates in one, and an empty one.
        #expect(
            try ReturnFormatsTests.count(
                "4003",
                episode(
                    needPlan("2025-09-01", "2025-10-31"),
                    protectionPlan(
                        "2025-06-20", reviews("2025-09-15"), reviews("2025-09-18", "2025-11-03"), reviews())))
                == 2)
    }

    @Test func `4004: a child has one open CIN plan at most, over all episodes`() throws {
        #expect(try count("4004", needPlan("2025-06-20"), needPlan("2025-09-01", "")) == 1)
        #expect(try count("4004", episode(needPlan("2025-06-20")), episode(needPlan("2025-09-01"))) == 1)
        #expect(try count("4004", needPlan("2025-06-20", "2025-08-01"), needPlan("2025-09-01")) == 0)
    }

    @Test func `4008 and 4009Q: a CIN plan neither starts nor ends after the child's death`() throws {
        func count(_ rule: String, _ plan: String) throws -> Int? {
            try ReturnFormatsTests.count(rule, child(died: "2025-07-01", episode(plan)))
        }
        #expect(try count("4008", needPlan("2025-07-02")) == 1 && count("4008", needPlan("2025-07-01")) == 0)
        #expect(try count("4009Q", needPlan("2025-06-20", "2025-07-02")) == 1)
        #expect(try count("4009Q", needPlan("2025-06-20", "2025-07-01")) == 0)
        #expect(try ReturnFormatsTests.count("4008", needPlan("2025-07-02")) == 0)
        #expect(try ReturnFormatsTests.count("4009Q", needPlan("2025-06-20", "2025-07-02")) == 0)
    }

    @Test func `4010: a CIN plan has its start, no later than the reference date`() throws {
        #expect(try count("4010", needPlan(nil), needPlan("", ""), needPlan("2026-04-01")) == 3)
        #expect(try count("4010", needPlan("2026-03-31")) == 0)
        #expect(
            try count("4010", year: 2022, needPlan(nil)) == 1
                && count("4010", year: 2021, needPlan(nil)) == nil)
    }

    @Test func `4011 and 4012Q: a CIN plan ends after it starts`() throws {
        for (end, before, same) in [("2025-06-19", 1, 0), ("2025-06-20", 0, 1), ("2025-06-21", 0, 0)] {
            #expect(try count("4011", needPlan("2025-06-20", end)) == before)
            #expect(try count("4012Q", needPlan("2025-06-20", end)) == same)
        }
        #expect(try count("4012Q", needPlan("", "")) == 0)
    }

    @Test(arguments: [("2025-03-31", 1), ("2025-04-01", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func `4013: a CIN plan ends within the year, both ends included`(end: String, broken: Int) throws {
        #expect(try count("4013", episode("2025-01-06", needPlan("2025-01-20", end))) == broken)
    }

    @Test func `4014: the CIN plans of a child do not overlap`() throws {
        let first = needPlan("2025-06-20", "2025-08-01")
        #expect(try count("4014", first, needPlan("2025-07-01", "2025-09-01")) == 1)
        #expect(try count("4014", first, needPlan("2025-08-01", "2025-09-01")) == 1)
        #expect(try count("4014", first, needPlan("2025-08-02", "2025-09-01")) == 0)
        #expect(try count("4014", first, needPlan("2025-06-20", "2025-06-27")) == 2)
        #expect(try count("4014", episode(needPlan("2025-06-20")), episode(needPlan("2026-03-31"))) == 1)
        #expect(try count("4014", child("A1", first), child("A2", first)) == 0)
    }

    @Test func `4015: a CIN plan does not start before the referral`() throws {
        #expect(try count("4015", episode("2025-06-02", needPlan("2025-06-01"))) == 1)
        #expect(try count("4015", episode("2025-06-02", needPlan("2025-06-02"))) == 0)
    }

    @Test
    func `4016 and 4017: neither kind of plan starts during the other, but may on the day that it ends`()
        throws
    {
        func counts(_ plan: String, _ protection: String) throws -> [Int?] {
            [try count("4016", plan, protection), try count("4017", plan, protection)]
        }
        // A CIN plan within child protection, on its last day, and after.
        #expect(try counts(needPlan("2025-08-01"), protectionPlan("2025-06-20", "2025-08-02")) == [1, 0])
        #expect(try counts(needPlan("2025-08-01"), protectionPlan("2025-06-20", "2025-08-01")) == [0, 0])
        #expect(try counts(needPlan("2026-03-31"), protectionPlan("2025-06-20")) == [1, 0])
        // Child protection within a CIN plan, on its last day, and after.
        #expect(try counts(needPlan("2025-06-20", "2025-08-02"), protectionPlan("2025-08-01")) == [0, 1])
        #expect(try counts(needPlan("2025-06-20", "2025-08-01"), protectionPlan("2025-08-01")) == [0, 0])
        #expect(try counts(needPlan("2025-06-20"), protectionPlan("2026-03-31")) == [0, 1])
        #expect(try counts(needPlan("2025-06-20"), protectionPlan("2025-06-20")) == [1, 1])
        // In another episode of the same child too.
        #expect(
            try count(
                "4016", episode(protectionPlan("2025-06-20")), episode("2025-07-01", needPlan("2025-08-01")))
                == 1)
    }
}

struct ProtectionPlanRuleTests {
    @Test func `1105: a child protection plan does not start before the referral`() throws {
        #expect(try count("1105", episode("2025-06-02", protectionPlan("2025-06-01"))) == 1)
        #expect(try count("1105", episode("2025-06-02", protectionPlan("2025-06-02"))) == 0)
    }

    @Test func `2885: a plan of the year starts on the day of its conference`() throws {
        let held = enquiry("2025-06-05", conference: "2025-06-20")
        #expect(try count("2885", episode(held, protectionPlan("2025-06-20"))) == 0)
        #expect(try count("2885", episode(held, protectionPlan("2025-06-21"))) == 1)
        // The episode's own conference is for where there is no section 47.
        #expect(try count("2885", episode(conference: "2025-06-20", protectionPlan("2025-06-20"))) == 0)
        #expect(try count("2885", episode(conference: "2025-06-23", held, protectionPlan("2025-06-23"))) == 1)
        #expect(
            try count(
                "2885",
                episode(
                    conference: "2025-06-23", enquiry("2025-06-05", notRequired: "1"),
                    protectionPlan("2025-06-23")))
                == 0)
        #expect(try count("2885", episode(protectionPlan("2025-06-20"))) == 1)
        // Plans of other years are not asked.
        #expect(try count("2885", episode("2025-03-03", protectionPlan("2025-03-31"))) == 0)
        #expect(try count("2885", episode("2025-03-03", protectionPlan("2025-04-01"))) == 1)
    }

    @Test func `8720: a plan has its start, no later than the reference date`() throws {
        #expect(try count("8720", protectionPlan(nil), protectionPlan(""), protectionPlan("2026-04-01")) == 3)
        #expect(try count("8720", protectionPlan("2026-03-31")) == 0)
    }

    @Test func `8730: the number of earlier plans is nought or more`() throws {
        for number in ["0", "3"] {
            #expect(try count("8730", protectionPlan("2025-06-20", previous: number)) == 0)
        }
        for number in [nil, "", "-1", "none"] {
            #expect(try count("8730", protectionPlan("2025-06-20", previous: number)) == 1)
        }
    }

    @Test func `8840 and 8925: a plan ends after it starts`() throws {
        for (end, before, same) in [("2025-06-19", 1, 0), ("2025-06-20", 0, 1), ("2025-06-21", 0, 0)] {
            #expect(try count("8925", protectionPlan("2025-06-20", end)) == before)
            #expect(try count("8840", protectionPlan("2025-06-20", end)) == same)
        }
        #expect(try count("8840", protectionPlan("", "")) == 0)
    }

    @Test func `8841: every review is held after the day that its plan started`() throws {
        let plan = protectionPlan("2025-06-20", reviews("2025-06-20"), reviews("2025-06-19", "2025-06-21"))
        #expect(try count("8841", plan) == 2)
        #expect(try count("8841", protectionPlan("2025-06-20", reviews("2025-09-18"), reviews())) == 0)
        // The reviews of one plan are not held against another.
        #expect(
            try count(
                "8841", protectionPlan("2025-06-20", "2025-08-01", reviews("2025-07-01")),
                protectionPlan("2025-09-01", reviews("2025-10-01"))) == 0)
    }

    @Test func `8842Q: every review has a date`() throws {
        #expect(try count("8842Q", protectionPlan("2025-06-20", reviews())) == 1)
        #expect(try count("8842Q", protectionPlan("2025-06-20", reviews(""), reviews("18/09/2025"))) == 2)
        #expect(try count("8842Q", protectionPlan("2025-06-20", reviews("2025-09-18"))) == 0)
        #expect(try count("8842Q", protectionPlan("2025-06-20")) == 0)
    }

    @Test func `8905 and 8910: both categories of abuse are there and codes of it`() throws {
        for code in ["NEG", "PHY", "SAB", "EMO", "MUL"] {
            #expect(try count("8905", protectionPlan("2025-06-20", first: code, latest: nil)) == 0)
            #expect(try count("8910", protectionPlan("2025-06-20", first: nil, latest: code)) == 0)
        }
        for code in [nil, "", "neg", "ABC"] {
            #expect(try count("8905", protectionPlan("2025-06-20", first: code)) == 1)
            #expect(try count("8910", protectionPlan("2025-06-20", latest: code)) == 1)
        }
    }

    @Test func `8915 and 8920: a plan neither starts nor ends after the child's death`() throws {
        func count(_ rule: String, _ plan: String) throws -> Int? {
            try ReturnFormatsTests.count(rule, child(died: "2025-07-01", episode(plan)))
        }
        #expect(try count("8915", protectionPlan("2025-07-02")) == 1)
        #expect(try count("8915", protectionPlan("2025-07-01")) == 0)
        #expect(try count("8920", protectionPlan("2025-06-20", "2025-07-02")) == 1)
        #expect(try count("8920", protectionPlan("2025-06-20", "2025-07-01")) == 0)
    }

    @Test(arguments: [("2025-03-31", 1), ("2025-04-01", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func `8930: a plan ends within the year, both ends included`(end: String, broken: Int) throws {
        #expect(try count("8930", episode("2025-01-06", protectionPlan("2025-01-20", end))) == broken)
    }

    @Test func `8935: a child has one open plan at most, over all episodes`() throws {
        #expect(try count("8935", protectionPlan("2025-06-20"), protectionPlan("2025-09-01", "")) == 1)
        #expect(
            try count("8935", episode(protectionPlan("2025-06-20")), episode(protectionPlan("2025-09-01")))
                == 1)
        #expect(
            try count("8935", protectionPlan("2025-06-20", "2025-08-01"), protectionPlan("2025-09-01")) == 0)
    }

    @Test func `8940: the plans of a child do not overlap`() throws {
        let first = protectionPlan("2025-06-20", "2025-08-01")
        #expect(try count("8940", first, protectionPlan("2025-07-01", "2025-09-01")) == 1)
        #expect(try count("8940", first, protectionPlan("2025-08-01", "2025-09-01")) == 1)
        #expect(try count("8940", first, protectionPlan("2025-08-02", "2025-09-01")) == 0)
        #expect(
            try count("8940", episode(protectionPlan("2025-06-20")), episode(protectionPlan("2026-03-31")))
                == 1)
    }
}

/// The draft for the return of 2026-27.
struct PreProceedingsRuleTests {
    private func count(_ rule: String, year: Int = 2027, _ record: String) throws -> Int? {
        try ReturnFormatsTests.count(rule, year: year, episode("2026-06-01", record))
    }

    @Test func `8995Q: somebody has something about pre-proceedings`() throws {
        #expect(try count("8995Q", "") == 1 && count("8995Q", preProceedings()) == 0)
        #expect(try count("8995Q", year: 2026, "") == nil)
    }

    @Test func `9000Q and 9005: pre-proceedings began on a day of the year`() throws {
        #expect(try count("9000Q", preProceedings("")) == 1 && count("9000Q", preProceedings()) == 0)
        for (day, broken) in [("2026-03-31", 1), ("2026-04-01", 0), ("2027-03-31", 0), ("2027-04-01", 1)] {
            #expect(try count("9005", preProceedings(day)) == broken)
        }
    }

    @Test func `9006: the letter is of the year, and not before the start`() throws {
        for (day, broken) in [("2026-08-31", 1), ("2026-09-01", 0), ("2027-03-31", 0), ("2027-04-01", 1)] {
            #expect(try count("9006", preProceedings("2026-09-01", letter: day)) == broken)
        }
        #expect(try count("9006", preProceedings(nil, letter: "2026-03-31")) == 1)
    }

    @Test func `9007: a letter says whether it offered a meeting`() throws {
        #expect(try count("9007", preProceedings(letter: "2026-09-08")) == 1)
        #expect(try count("9007", preProceedings(letter: "2026-09-08", offered: "0")) == 0)
        #expect(try count("9007", preProceedings(offered: "1")) == 0)
    }

    @Test func `9008: the first meeting is of the year`() throws {
        #expect(try count("9008", preProceedings(firstMeeting: "2026-03-31")) == 1)
        #expect(try count("9008", preProceedings(firstMeeting: "2027-03-31")) == 0)
    }

    @Test func `9009: the decision is of the year, and not before the start`() throws {
        for (day, broken) in [("2026-08-31", 1), ("2026-09-01", 0), ("2027-04-01", 1)] {
            #expect(try count("9009", preProceedings("2026-09-01", decision: day)) == broken)
        }
    }

    @Test func `9010Q: what was offered was held or not`() throws {
        for flag in ["1", "true"] { #expect(try count("9010Q", preProceedings(offered: flag)) == 1) }
        #expect(try count("9010Q", preProceedings(offered: "1", held: "0")) == 0)
        #expect(try count("9010Q", preProceedings(offered: "0")) == 0)
    }

    @Test func `9011: an outcome is A, B or C`() throws {
        for code in [nil, "", "A", "B", "C"] {
            #expect(try count("9011", preProceedings(outcome: code)) == 0)
        }
        #expect(try count("9011", preProceedings(outcome: "D")) == 1)
    }

    @Test func `9012 and 9013: the application follows the decision, and the letter the application`() throws
    {
        for (day, broken) in [("2026-11-30", 1), ("2026-12-01", 0), ("2027-03-31", 0), ("2027-04-01", 1)] {
            #expect(try count("9012", preProceedings(decision: "2026-12-01", application: day)) == broken)
            #expect(try count("9013", preProceedings(application: "2026-12-01", initiation: day)) == broken)
        }
    }

    @Test func `9015Q: after a first meeting the reviews are counted`() throws {
        #expect(try count("9015Q", preProceedings(firstMeeting: "2026-10-01")) == 1)
        #expect(try count("9015Q", preProceedings(firstMeeting: "2026-10-01", reviewMeetings: "0")) == 0)
        #expect(try count("9015Q", preProceedings()) == 0)
    }
}
