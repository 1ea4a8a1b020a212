import Indicators
import Kernel
import ReturnFormats
import Testing

/// A census to 31 March 2026 of five children, read from its XML.
struct CensusIndicatorsTests {
    private let found: [IndicatorCells]

    init() throws {
        let children = [
            // Referred on 1 December 2025 and again on 2 February 2026; assessed after 45 working days, started with the
            // referral; a second assessment of the same episode is left out of those from the referral.
            child(
                episode(
                    "2025-12-01", "6",
                    "<Assessments><AssessmentActualStartDate>2025-12-01</AssessmentActualStartDate>"
                        + "<AssessmentAuthorisationDate>2026-02-05</AssessmentAuthorisationDate></Assessments>"
                        + "<Assessments><AssessmentActualStartDate>2026-02-02</AssessmentActualStartDate>"
                        + "<AssessmentAuthorisationDate>2026-02-27</AssessmentAuthorisationDate></Assessments>",
                    closed: "2026-03-02", "RC7")
                    + episode("2026-02-02", "2A", "", closed: "2026-02-20", "RC8")),
            // The assessment began three days after the referral: in time from its start, late from the referral.
            child(
                episode(
                    "2025-12-01", "99",
                    "<Assessments><AssessmentActualStartDate>2025-12-04</AssessmentActualStartDate>"
                        + "<AssessmentAuthorisationDate>2026-02-06</AssessmentAuthorisationDate></Assessments>"
                )),
            // An enquiry of 2 March, needed and not held on 31 March, when 21 working days have passed.
            child(episode("2026-02-23", "6", enquiry("2026-03-02", ""))),
            // Held on the day, and a plan from it; no review yet.
            child(episode("2026-02-23", "6", enquiry("2026-03-02", "2026-03-02") + plan("2026-03-02", []))),
            // A plan from June with a review on time and one a day late; moved in, with a conference of the episode.
            child(
                episode(
                    "2025-06-02", "6",
                    "<DateOfInitialCPC>2026-03-05</DateOfInitialCPC>"
                        + plan("2025-06-02", ["2025-09-02", "2026-03-03"]))),
        ]
        let text = "<Message><Header/><Children>\(children.joined())</Children></Message>"
        found = Indicators.compute(
            try CINReader.read(Array(text.utf8)), asAt: Sample.day("2026-03-31"), IndicatorSettings())
    }

    private func total(_ id: String, _ span: IndicatorCells.Span, _ first: String) -> String {
        found.first {
            $0.definition.id.key == id && $0.span == span && $0.period.first == Sample.day(first)
        }?.total.words ?? "nothing"
    }

    private func year(_ id: String) -> String { total(id, .year, "2025-04-01") }
    private func month(_ id: String, _ first: String) -> String { total(id, .month, first) }
    private func onTheDay(_ id: String) -> String { total(id, .day, "2026-03-31") }

    @Test func `the year and each of its months, referrals and the children referred`() {
        #expect(year("referrals.received") == "6 of 0")
        #expect(year("referrals.children") == "5 of 0")
        #expect(month("referrals.received", "2025-12-01") == "2 of 0")
        #expect(found.filter { $0.definition.id.key == "referrals.received" }.count == 13)
    }

    @Test func `a referral within 12 months of another, by source, and closed as not in need`() {
        #expect(year("referrals.repeat") == "1 of 6")
        #expect(year("referrals.from.police") == "4 of 5, 1 left out")
        #expect(year("referrals.notInNeed") == "1 of 6")
    }

    @Test func `in time from the start of the assessment, and late from the referral`() {
        #expect(month("assessments.within45", "2026-02-01") == "3 of 3")
        #expect(month("assessments.within45FromReferral", "2026-02-01") == "1 of 2, 1 left out")
    }

    @Test func `conferences after enquiries, without those of children who moved in`() {
        #expect(month("conferences.within15", "2026-03-01") == "1 of 1, 1 overdue, 1 left out")
        #expect(onTheDay("conferences.overdue") == "1 of 1")
        #expect(year("conferences.toPlan") == "1 of 1")
    }

    @Test func `one review a day late spoils the plan that the latest review would call in date`() {
        // The second plan is not three months old; the first was due on 2 September and on 2 March.
        #expect(onTheDay("plans.reviewsOnTime") == "0 of 1")
        #expect(onTheDay("plans.reviewInDate") == "2 of 2")
        #expect(month("plans.reviewsHeld", "2025-09-01") == "1 of 1")
        #expect(month("plans.reviewsHeld", "2026-03-01") == "0 of 1")
        #expect(onTheDay("plans.open") == "2 of 0")
        #expect(onTheDay("need.open") == "4 of 0")
    }
}

private func child(_ episodes: String) -> String {
    "<Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers>\(episodes)</Child>"
}

private func episode(
    _ referral: String, _ source: String, _ parts: String, closed: String = "", _ reason: String = ""
) -> String {
    "<CINdetails><CINreferralDate>\(referral)</CINreferralDate><ReferralSource>\(source)</ReferralSource>"
        + "<ReferralNFA>0</ReferralNFA><CINclosureDate>\(closed)</CINclosureDate>"
        + "<ReasonForClosure>\(reason)</ReasonForClosure>\(parts)</CINdetails>"
}

private func enquiry(_ start: String, _ conference: String) -> String {
    "<Section47><S47ActualStartDate>\(start)</S47ActualStartDate><DateOfInitialCPC>\(conference)</DateOfInitialCPC>"
        + "<ICPCnotRequired>false</ICPCnotRequired></Section47>"
}

private func plan(_ start: String, _ reviews: [String]) -> String {
    "<ChildProtectionPlans><CPPstartDate>\(start)</CPPstartDate><Reviews>"
        + reviews.map { "<CPPreviewDate>\($0)</CPPreviewDate>" }.joined()
        + "</Reviews></ChildProtectionPlans>"
}
