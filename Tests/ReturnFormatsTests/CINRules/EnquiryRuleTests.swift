import Kernel
import ReturnFormats
import Testing

struct EnquiryRuleTests {
    @Test func `2889: a section 47 does not start before the referral`() throws {
        #expect(try count("2889", episode("2025-06-02", enquiry("2025-06-01"))) == 1)
        #expect(try count("2889", episode("2025-06-02", enquiry("2025-06-02"), enquiry(""))) == 0)
    }

    @Test func `2991Q: an episode with a section 47 has an assessment`() throws {
        #expect(try count("2991Q", episode(enquiry("2025-06-03"), enquiry("2025-09-01"))) == 1)
        #expect(try count("2991Q", episode(enquiry("2025-06-03"), assessment("2025-06-03"))) == 0)
        #expect(
            try count(
                "2991Q", episode("2025-06-02", enquiry("2025-06-03")),
                episode("2025-09-01", assessment("2025-09-02")))
                == 1)
        #expect(try count("2991Q", episode()) == 0)
    }

    /// 14 working days before Tuesday 31 March 2026 is Wednesday 11 March, and 15 is Tuesday the 10th.
    @Test func `8675Q: a section 47 waits no more than 15 working days for its conference`() throws {
        func count(_ start: String, _ counting: WorkingDaysBack) throws -> Int? {
            try ReturnFormatsTests.count("8675Q", counting: counting, enquiry(start))
        }
        #expect(try count("2026-03-11", .lastDayIsOne) == 0 && count("2026-03-10", .lastDayIsOne) == 1)
        #expect(try count("2026-03-10", .lastDayIsNought) == 0 && count("2026-03-09", .lastDayIsNought) == 1)
        for flag in ["0", "FALSE"] {
            #expect(try ReturnFormatsTests.count("8675Q", enquiry("2025-06-03", notRequired: flag)) == 1)
        }
        for flag in ["1", "true", "", nil] {
            #expect(try ReturnFormatsTests.count("8675Q", enquiry("2025-06-03", notRequired: flag)) == 0)
        }
        #expect(try ReturnFormatsTests.count("8675Q", enquiry("2025-06-03", conference: "2025-06-20")) == 0)
    }

    @Test func `8740: a section 47 that waits for its conference started within the year`() throws {
        #expect(try count("8740", enquiry("2025-03-31")) == 1 && count("8740", enquiry("2026-04-01")) == 1)
        #expect(try count("8740", enquiry("2025-04-01")) == 0 && count("8740", enquiry("2026-03-31")) == 0)
        #expect(try count("8740", enquiry("2025-03-31", notRequired: "0")) == 1)
        #expect(try count("8740", enquiry("2025-03-31", notRequired: "1")) == 0)
        #expect(try count("8740", enquiry("2025-03-31", conference: "2025-04-11")) == 0)
    }

    @Test func `8839: an episode has one open section 47 at most`() throws {
        #expect(try count("8839", enquiry("2025-06-03"), enquiry("2025-09-01", notRequired: nil)) == 1)
        #expect(try count("8839", enquiry("2025-06-03"), enquiry("2025-09-01", notRequired: "TRUE")) == 0)
        #expect(
            try count("8839", enquiry("2025-06-03"), enquiry("2025-09-01", conference: "2025-09-15")) == 0)
        #expect(try count("8839", episode(enquiry("2025-06-03")), episode(enquiry("2025-09-01"))) == 0)
    }

    @Test func `8890: no section 47 starts while another of the episode goes on`() throws {
        let first = enquiry("2025-06-03", conference: "2025-06-20")
        #expect(try count("8890", first, enquiry("2025-06-10", conference: "2025-06-27")) == 1)
        // The day of the conference still counts.
        #expect(try count("8890", first, enquiry("2025-06-20", conference: "2025-06-27")) == 1)
        #expect(try count("8890", first, enquiry("2025-06-23", conference: "2025-06-27")) == 0)
        // An open one goes on to the reference date; one that needed no conference is in nobody's way.
        #expect(try count("8890", enquiry("2025-06-03"), enquiry("2026-03-31")) == 1)
        #expect(try count("8890", enquiry("2025-06-03", notRequired: "1"), enquiry("2025-06-10")) == 0)
        #expect(try count("8890", enquiry("2025-06-03", notRequired: "true"), enquiry("2025-06-03")) == 1)
        #expect(try count("8890", episode(first), episode(enquiry("2025-06-10"))) == 0)
    }
}

struct ConferenceRuleTests {
    @Test func `1104: a conference is not held before the referral`() throws {
        #expect(
            try count("1104", episode("2025-06-02", enquiry("2025-06-02", conference: "2025-05-30"))) == 1)
        #expect(
            try count("1104", episode("2025-06-02", enquiry("2025-06-02", conference: "2025-06-02"))) == 0)
    }

    @Test func `2884: a conference is given with its section 47 or on an episode, not on both`() throws {
        let both = enquiry("2025-06-05", conference: "2025-06-20")
        #expect(try count("2884", episode(conference: "2025-06-20", both)) == 1)
        #expect(try count("2884", episode(conference: "2025-06-23", both)) == 0)
        #expect(try count("2884", episode(both)) == 0)
        // On another episode of the same child it is the same conference; of another child it is not.
        #expect(try count("2884", episode(both), episode("2025-06-10", conference: "2025-06-20")) == 1)
        #expect(
            try count("2884", child("A1", episode(both)), child("A2", episode(conference: "2025-06-20"))) == 0
        )
    }

    @Test func `8615: a conference has a section 47 that started, and before it`() throws {
        #expect(try count("8615", enquiry("2025-06-20", conference: "2025-06-19")) == 1)
        #expect(try count("8615", enquiry("2025-06-20", conference: "2025-06-20")) == 0)
        #expect(
            try count("8615", enquiry(nil, conference: "2025-06-20"), enquiry("", conference: "2025-06-20"))
                == 2)
        #expect(try count("8615", enquiry(nil)) == 0)
    }

    @Test(arguments: [("2025-03-31", 1), ("2025-04-01", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
    func `8715: a conference is held within the year, both ends included`(day: String, broken: Int) throws {
        #expect(try count("8715", episode("2025-03-03", enquiry("2025-03-20", conference: day))) == broken)
    }

    @Test(arguments: [("2025-06-20", 0), ("2025-06-21", 1), ("2025-06-22", 1), ("2025-06-23", 0)])
    func `8870Q and 8875: no conference is set for a weekend, and none is held at one`(
        day: String, broken: Int
    ) throws {
        #expect(try count("8870Q", enquiry("2025-06-05", target: day)) == broken)
        #expect(try count("8875", enquiry("2025-06-05", conference: day)) == broken)
    }
}
