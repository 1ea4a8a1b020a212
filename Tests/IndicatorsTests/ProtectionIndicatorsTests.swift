import Indicators
import Kernel
import ReturnFormats
import Testing

struct ProtectionIndicatorsTests {
    private func enquiry(
        _ child: String, _ start: String, _ conference: String = "", unnecessary: String = "No",
        plan: String = "", earlier: String = "0"
    ) -> Sample.Row {
        [
            .child: child, .strategyDiscussion: start, .conference: conference,
            .conferenceUnnecessary: unnecessary, .conferenceLedToPlan: plan, .earlierEnquiries: earlier,
            .team: "North",
        ]
    }

    // 15 working days after 1 April 2026 end on 24 April, Good Friday and Easter Monday between them: a vector of
    // the reference.
    private var enquiries: [Sample.Row] {
        [
            enquiry("1", "2026-04-01", "2026-04-24", plan: "Yes"),  // on day 15
            enquiry("2", "2026-04-01", "2026-04-27", plan: "No"),  // on day 16
            enquiry("3", "2026-04-20", "2026-04-20", plan: "Yes"),  // on the same day
            enquiry("4", "2026-04-20", "2026-04-17"),  // before the enquiry
            enquiry("5", "2026-04-01"),  // needed, not held
            enquiry("6", "2026-04-01"),  // on a plan already
            enquiry("7", "2026-04-01", unnecessary: "Yes"),
            enquiry("8", "2026-04-01", unnecessary: ""),  // not decided
        ]
    }
    private let onPlan: [Sample.Row] = [[.child: "6", .planStart: "2025-06-02"]]

    @Test
    func
        `a conference on day 15 is in time; one before the enquiry is left out; who is on a plan is not overdue`()
    {
        let lists = [AnnexAList.enquiries: enquiries, .protection: onPlan]
        let figures = Sample.figures("conferences.within15", lists, asAt: "2026-04-30")
        #expect(figures.total("2026-04-01") == "2 of 3, 1 overdue, 1 left out")
        let overdue = Sample.figures("conferences.overdue", lists, asAt: "2026-04-24")
        #expect(overdue.total("2026-04-24") == "0 of 2, 1 left out")
        #expect(
            Sample.figures("conferences.overdue", lists, asAt: "2026-04-30").total("2026-04-30")
                == "1 of 1, 1 left out")
        #expect(
            Sample.figures("conferences.medianDays", lists, asAt: "2026-04-30")["2026-04-01"]?.total.values
                == [0, 15, 16])
    }

    @Test
    func `enquiries, their children, those again, those that come to a conference, and what comes of it`() {
        let rows = enquiries + [enquiry("1", "2026-04-29", unnecessary: "??", earlier: "1")]
        func total(_ id: String) -> String {
            Sample.figures(id, [.enquiries: rows], asAt: "2026-04-30").total("2026-04-01")
        }
        #expect(total("enquiries.started") == "9 of 0")
        #expect(total("enquiries.children") == "8 of 0")
        #expect(total("enquiries.repeatChildren") == "1 of 8, 1 left out")
        #expect(total("enquiries.toConference") == "4 of 9")
        #expect(total("conferences.toPlan") == "2 of 3, 1 left out")
    }

    // As at 31 August 2026. The category is the latest one.
    private var plans: [Sample.Row] {
        [
            [
                .child: "1", .planStart: "2025-02-28", .latestCategory: "Neglect",
                .initialCategory: "Neglect",
                .lastVisit: "2026-08-17", .seenAlone: "Yes", .latestReviewConference: "2026-02-28",
                .previousPlans: "0", .team: "North",
            ],
            [
                .child: "2", .planStart: "2024-08-31", .latestCategory: "Emotional abuse",
                .seenAlone: "Unknown",
                .lastVisit: "2026-08-14", .latestReviewConference: "2026-03-02", .team: "North",
            ],
            [
                .child: "3", .planStart: "2026-08-10", .initialCategory: "Neglect", .latestCategory: "??",
                .previousPlans: "1", .team: "South",
            ],
            [.child: "4", .planStart: "2024-07-31", .planEnd: "2026-07-31", .previousPlans: "0"],
            [.child: "5", .planStart: "2026-05-01", .planEnd: "2026-08-01", .previousPlans: "??"],
            [.child: "6", .planStart: "2026-08-11", .planEnd: "2026-08-10", .previousPlans: ""],
        ]
    }

    private func onTheDay(_ id: String) -> String {
        Sample.figures(id, [.protection: plans], asAt: "2026-08-31").total("2026-08-31")
    }

    private func month(_ id: String, _ first: String) -> String {
        Sample.figures(id, [.protection: plans], asAt: "2026-08-31").total(first)
    }

    @Test func `open plans by category and by how long they have been open`() {
        #expect(onTheDay("plans.open") == "3 of 0")
        #expect(onTheDay("plans.category.neglect") == "1 of 2, 1 left out")
        // 18 months after 28 February 2025 end on 28 August 2026; two years after 31 August 2024 on the day.
        #expect(onTheDay("plans.open18") == "2 of 3")
        #expect(onTheDay("plans.open24") == "1 of 3")
    }

    @Test func `plans that start and end, and how long those lasted that ended`() {
        #expect(month("plans.started", "2026-08-01") == "2 of 0")
        #expect(month("plans.startedFor.neglect", "2026-08-01") == "1 of 1, 1 left out")
        #expect(month("plans.repeat", "2026-08-01") == "1 of 1, 1 left out")
        #expect(month("plans.ended", "2026-08-01") == "2 of 0")
        #expect(month("plans.endedAfter24", "2026-07-01") == "1 of 1")
        // From 1 May to 1 August is three months; what ended before it started is left out.
        #expect(month("plans.endedWithin3", "2026-08-01") == "1 of 1, 1 left out")
    }

    @Test
    func `a review of 28 February is six months old on 28 August, and of 2 March still in date on the 31st`()
    {
        // Child 3's plan is younger than three months.
        #expect(onTheDay("plans.reviewInDate") == "2 of 3")
    }

    @Test func `visits count from the last, or from the start of a plan without one`() {
        // 10 working days after Friday 14 August end on Friday 28 August (the 31st is a bank holiday, a day too late for
        // it); after the 17th on 1 September; after the start on the 10th on the 24th.
        #expect(onTheDay("plans.visitInDate") == "1 of 3")
        #expect(onTheDay("plans.seenAlone") == "1 of 3")
        #expect(onTheDay("plans.seenAloneUnknown") == "2 of 3")
    }

    @Test func `a child with two rows counts by the later plan, and the other row is left out`() {
        let rows: [Sample.Row] = [
            [.child: "1", .planStart: "2026-02-02", .team: "North"],
            [.child: "1", .planStart: "2026-05-01", .team: "South"],
        ]
        let open = Sample.figures("plans.open", [.protection: rows], asAt: "2026-08-31")
        #expect(open.total("2026-08-31") == "1 of 0, 1 left out")
        #expect(open.team("2026-08-31", "South") == "1 of 0")
    }

    @Test func `a rate is of the population that the authority entered, and none without one`() {
        var settings = IndicatorSettings()
        #expect(
            Sample.figures("plans.openRate", [.protection: plans], asAt: "2026-08-31", settings).isEmpty)
        settings.population = 50_000
        #expect(
            Sample.figures("plans.openRate", [.protection: plans], asAt: "2026-08-31", settings)
                .total("2026-08-31") == "3 of 50000")
    }
}
