import Kernel
import ReturnFormats
import Testing

struct ReferralRuleTests {
    @Test func `8568: every referral says whether it led to anything, in any of the spellings`() throws {
        for flag in ["true", "TRUE", "False", "1", "0"] {
            #expect(try count("8568", episode(nfa: flag)) == 0)
        }
        for flag in [nil, "", "2", "yes"] { #expect(try count("8568", episode(nfa: flag)) == 1) }
    }

    /// 1 April 2025 was a Tuesday and 31 March a Monday; 1 April 2024 was Easter Monday.
    @Test func `8569Q: a referral of before the year, less a working day, led to something`() throws {
        func count(_ referral: String, year: Int = 2026, _ counting: WorkingDaysBack) throws -> Int? {
            try ReturnFormatsTests.count("8569Q", year: year, counting: counting, episode(referral, nfa: "1"))
        }
        // 1 April is day 1: one working day before it steps back none.
        #expect(try count("2025-04-01", .lastDayIsOne) == 0 && count("2025-03-31", .lastDayIsOne) == 1)
        #expect(try count("2025-03-31", .lastDayIsNought) == 0 && count("2025-03-30", .lastDayIsNought) == 1)
        // Where 1 April is a bank holiday, day 1 is the next working day; day 0 stays.
        #expect(try count("2024-04-01", year: 2025, .lastDayIsOne) == 1)
        #expect(try count("2024-04-02", year: 2025, .lastDayIsOne) == 0)
        #expect(try count("2024-03-28", year: 2025, .lastDayIsNought) == 0)
        #expect(try count("2024-03-27", year: 2025, .lastDayIsNought) == 1)
        #expect(try ReturnFormatsTests.count("8569Q", episode("2019-01-01", nfa: "false")) == 0)
    }

    @Test func `8600: every referral has its date, no later than the reference date`() throws {
        #expect(try count("8600", episode("2026-03-31")) == 0)
        #expect(try count("8600", episode("2026-04-01")) == 1)
        #expect(try count("8600", episode(nil), episode("")) == 2)
    }

    @Test func `8610: a referral that led to something has a primary need`() throws {
        #expect(try count("8610", episode(need: "N4")) == 0)
        #expect(try count("8610", episode(need: nil)) == 1 && count("8610", episode(need: "", nfa: "0")) == 1)
        #expect(try count("8610", episode(need: nil, nfa: "true")) == 0)
    }

    @Test func `8650: a primary need is N0 to N9`() throws {
        for code in [nil, "", "N0", "N9"] { #expect(try count("8650", episode(need: code)) == 0) }
        for code in ["N10", "n1", "1"] { #expect(try count("8650", episode(need: code)) == 1) }
    }

    @Test func `8866: a referral since April 2013 has a source of the list, which grew`() throws {
        for code in ["1A", "5C", "10"] { #expect(try count("8866", episode(source: code)) == 0) }
        for code in [nil, "", "3G", "5E"] { #expect(try count("8866", episode(source: code)) == 1) }
        #expect(try count("8866", episode("2013-03-31", source: nil)) == 0)
        #expect(try count("8866", episode("2013-04-01", source: nil)) == 1)
        // Early help is a source since 2022-23.
        #expect(try count("8866", year: 2023, episode("2022-06-01", source: "5D")) == 0)
        #expect(try count("8866", year: 2022, episode("2021-06-01", source: "5D")) == 1)
    }

    @Test func `8831: a referral without further action has no assessment, section 47 or conference`() throws
    {
        for activity in [
            assessment("2025-06-03"), assessment(nil, "2025-06-03"), enquiry("2025-06-03"),
            enquiry(nil, conference: "2025-06-03"), enquiry("2025-06-03", notRequired: "1"),
        ] {
            #expect(try count("8831", episode(nfa: "true", activity)) == 1)
            #expect(try count("8831", episode(nfa: "false", activity)) == 0)
        }
        #expect(try count("8831", episode(conference: "2025-06-03", nfa: "1")) == 1)
        #expect(try count("8831", episode(nfa: "TRUE")) == 0)
        // Empty elements are no activity.
        #expect(
            try count("8831", episode(conference: "", nfa: "1", assessment(""), enquiry("", notRequired: "")))
                == 0)
    }

    @Test func `8832: a referral without further action has no child protection plan`() throws {
        #expect(try count("8832", episode(nfa: "1", protectionPlan("2025-06-20"))) == 1)
        #expect(try count("8832", episode(nfa: "0", protectionPlan("2025-06-20"))) == 0)
        #expect(try count("8832", episode(nfa: "1")) == 0)
    }

    @Test func `4000: a referral without further action has no CIN plan, from 2021-22`() throws {
        #expect(try count("4000", episode(nfa: "1", needPlan("2025-06-20"))) == 1)
        #expect(try count("4000", episode(nfa: "0", needPlan("2025-06-20"))) == 0)
        #expect(try count("4000", year: 2022, episode("2021-06-02", nfa: "1", needPlan("2021-06-20"))) == 1)
        #expect(try count("4000", year: 2021, episode("2020-06-02", nfa: "1", needPlan("2020-06-20"))) == nil)
    }
}

struct ClosureRuleTests {
    @Test func `8565: nothing is dated after its episode was closed`() throws {
        for late in [
            assessment("2025-07-02"), assessment("2025-06-03", "2025-07-02"), enquiry("2025-07-02"),
            enquiry("2025-06-03", conference: "2025-07-02"), needPlan("2025-07-02"),
            needPlan("2025-06-03", "2025-07-02"), protectionPlan("2025-06-03", "2025-07-02"),
        ] {
            #expect(try count("8565", episode(closed: "2025-07-01", reason: "RC7", late)) == 1)
            #expect(try count("8565", episode(closed: "2025-07-02", reason: "RC7", late)) == 0)
            #expect(try count("8565", episode(late)) == 0)
        }
        #expect(
            try count("8565", episode(closed: "2025-07-01", reason: "RC7", conference: "2025-07-02")) == 1)
        // Several late things are one episode.
        #expect(
            try count(
                "8565",
                episode(closed: "2025-07-01", reason: "RC7", assessment("2025-07-02"), enquiry("2025-07-02")))
                == 1)
    }

    @Test(arguments: [("2025-03-31", 1), ("2025-04-01", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func `8620: an episode is closed within the year, both ends included`(closed: String, broken: Int) throws
    {
        #expect(try count("8620", episode("2024-06-03", closed: closed, reason: "RC7")) == broken)
    }

    @Test func `8630: an episode is not closed before its referral`() throws {
        #expect(try count("8630", episode("2025-06-02", closed: "2025-06-01", reason: "RC7")) == 1)
        #expect(try count("8630", episode("2025-06-02", closed: "2025-06-02", reason: "RC7")) == 0)
    }

    @Test func `8640: a reason for a closure is RC1 to RC9, RC9 since 2022-23`() throws {
        for code in [nil, "", "RC1", "RC9"] {
            #expect(try count("8640", episode(closed: "2025-07-01", reason: code)) == 0)
        }
        for code in ["RC0", "RC10", "rc1", "longer than a code"] {
            #expect(try count("8640", episode(closed: "2025-07-01", reason: code)) == 1)
        }
        #expect(
            try count("8640", year: 2022, episode("2021-06-02", closed: "2021-07-01", reason: "RC9")) == 1)
        #expect(
            try count("8640", year: 2023, episode("2022-06-02", closed: "2022-07-01", reason: "RC9")) == 0)
    }

    @Test func `8805: a date of closure has a reason`() throws {
        #expect(try count("8805", episode(closed: "2025-07-01")) == 1)
        #expect(try count("8805", episode(closed: "2025-07-01", reason: "")) == 1)
        #expect(try count("8805", episode(closed: "2025-07-01", reason: "RC7")) == 0)
        #expect(try count("8805", episode()) == 0)
    }

    @Test func `8810: a reason for a closure has a date`() throws {
        #expect(try count("8810", episode(reason: "RC7")) == 1)
        #expect(try count("8810", episode(closed: "", reason: "RC7")) == 1)
        #expect(try count("8810", episode(closed: "2025-07-01", reason: "RC7")) == 0)
    }

    @Test func `2990: an episode closed after assessment has no section 47, conference or plan`() throws {
        for more in [enquiry("2025-06-03"), protectionPlan("2025-06-20"), needPlan("2025-06-20")] {
            for reason in ["RC8", "RC9"] {
                #expect(try count("2990", episode(closed: "2025-07-01", reason: reason, more)) == 1)
            }
            #expect(try count("2990", episode(closed: "2025-07-01", reason: "RC7", more)) == 0)
        }
        #expect(
            try count("2990", episode(closed: "2025-07-01", reason: "RC8", conference: "2025-06-20")) == 1)
        #expect(
            try count("2990", episode(closed: "2025-07-01", reason: "RC8", assessment("2025-06-03"))) == 0)
    }

    @Test func `8825Q: an episode closed after assessment has one`() throws {
        #expect(try count("8825Q", episode(closed: "2025-07-01", reason: "RC8")) == 1)
        #expect(try count("8825Q", episode(closed: "2025-07-01", reason: "RC9")) == 1)
        #expect(
            try count("8825Q", episode(closed: "2025-07-01", reason: "RC9", assessment("2025-06-03"))) == 0)
        #expect(try count("8825Q", episode(closed: "2025-07-01", reason: "RC7")) == 0)
    }

    @Test func `8867: in a closed episode every assessment is finished`() throws {
        let parts =
            assessment("2025-06-03") + assessment("2025-06-03", "") + assessment("2025-06-03", "2025-06-20")
        #expect(try count("8867", episode(closed: "2025-07-01", reason: "RC7", parts)) == 2)
        #expect(try count("8867", episode(parts)) == 0)
    }

    @Test func `8868: in a closed episode every section 47 has its conference or needed none`() throws {
        let parts =
            enquiry("2025-06-03") + enquiry("2025-06-03", notRequired: nil)
            + enquiry("2025-06-03", notRequired: "TRUE") + enquiry("2025-06-03", conference: "2025-06-20")
        #expect(try count("8868", episode(closed: "2025-07-01", reason: "RC7", parts)) == 2)
        #expect(try count("8868", episode(parts)) == 0)
    }
}

struct EpisodesBesideEachOtherTests {
    @Test func `8815: a child has one open episode that led to something`() throws {
        #expect(try count("8815", episode("2025-06-02"), episode("2025-09-01")) == 1)
        #expect(try count("8815", episode("2025-06-02"), episode("2025-09-01", nfa: "1")) == 0)
        #expect(
            try count(
                "8815", episode("2025-06-02", closed: "2025-07-01", reason: "RC7"), episode("2025-09-01"))
                == 0)
        #expect(
            try count("8815", child("A1", episode("2025-06-02")), child("A2", episode("2025-06-02"))) == 0)
    }

    @Test func `8816: the open episode is the latest referral`() throws {
        let later = episode("2025-09-01", closed: "2025-10-01", reason: "RC7")
        #expect(try count("8816", episode("2025-06-02"), later) == 1)
        #expect(try count("8816", episode("2025-06-02", nfa: "true"), later) == 0)
        #expect(try count("8816", episode("2025-09-01"), later) == 0)
        // The order in the file is of no account.
        #expect(try count("8816", later, episode("2025-09-02")) == 0)
        #expect(try count("8816", later, episode("2025-08-29")) == 1)
    }

    @Test
    func `8820: no referral falls within another episode, but one may begin on the day that one is closed`()
        throws
    {
        let closed = episode("2025-06-02", closed: "2025-07-01", reason: "RC7")
        #expect(try count("8820", closed, episode("2025-06-30")) == 1)
        #expect(try count("8820", closed, episode("2025-07-01")) == 0)
        #expect(try count("8820", closed, episode("2025-06-02", closed: "2025-06-20", reason: "RC7")) == 2)
        #expect(try count("8820", closed, episode("2025-06-01", closed: "2025-06-02", reason: "RC7")) == 0)
        // An open one runs to the reference date, unless nothing followed its referral.
        #expect(try count("8820", episode("2025-06-02"), episode("2026-03-31")) == 1)
        #expect(try count("8820", episode("2025-06-02", nfa: "1"), episode("2026-03-31")) == 0)
        // A short one between the start and the end of a long one hides nothing of it.
        #expect(
            try count(
                "8820", episode("2025-05-01", closed: "2025-12-01", reason: "RC7"),
                episode("2025-06-02", closed: "2025-06-20", reason: "RC7"), episode("2025-11-28")) == 2)
    }
}
