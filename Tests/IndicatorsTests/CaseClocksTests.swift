import Indicators
import Kernel
import ReturnFormats
import Testing

struct CaseClocksTests {
    /// `2026-05-12 → 2026-08-12` for each clock of a kind.
    private func clocks(
        _ kind: CaseClock.Kind, _ lists: [AnnexAList: [Sample.Row]], asAt: String = "2026-11-20"
    ) -> [String] {
        Indicators.clocks(Sample.annexA(lists), asAt: Sample.day(asAt), IndicatorSettings())
            .filter { $0.kind == kind }.map { "\($0.trigger) → \($0.due)" }
    }

    @Test
    func
        `an open assessment is due 45 working days after its start, and one that is authorised has no clock`()
    {
        let rows: [Sample.Row] = [
            [.child: "1", .assessmentStart: "2025-12-01"],
            [.child: "2", .assessmentStart: "2025-12-01", .assessmentEnd: "2026-01-05"],
            [.child: "3", .assessmentStart: "??"], [.child: "4", .assessmentStart: "2026-02-02"],
        ]
        #expect(clocks(.assessment, [.assessments: rows], asAt: "2026-01-31") == ["2025-12-01 → 2026-02-05"])
    }

    @Test func `a conference that the file does not call unnecessary is due after 15 working days`() {
        let rows: [Sample.Row] = [
            [.child: "1", .strategyDiscussion: "2026-04-01", .conferenceUnnecessary: "No"],
            [.child: "2", .strategyDiscussion: "2026-04-01", .conferenceUnnecessary: "Yes"],
            [.child: "3", .strategyDiscussion: "2026-04-01"],
            // On a plan already: there will be none.
            [.child: "4", .strategyDiscussion: "2026-04-01", .conferenceUnnecessary: "No"],
            [
                .child: "5", .strategyDiscussion: "2026-04-01", .conferenceUnnecessary: "No",
                .conference: "2026-04-20",
            ],
        ]
        let plans: [Sample.Row] = [[.child: "4", .planStart: "2026-01-05"]]
        #expect(
            clocks(.conference, [.enquiries: rows, .protection: plans], asAt: "2026-05-01")
                == ["2026-04-01 → 2026-04-24"])
    }

    @Test(arguments: [
        ("2026-05-12", "", "2026-05-12 → 2026-08-12"),
        ("2026-01-12", "2026-04-01", "2026-04-01 → 2026-10-01"),
        // Of an earlier plan.
        ("2026-05-12", "2026-04-01", "2026-05-12 → 2026-08-12"),
        // The month's last day, and the day that only a leap year has.
        ("2026-01-12", "2026-08-31", "2026-08-31 → 2027-02-28"),
    ])
    func `a plan is reviewed after 3 months, then every 6`(start: String, review: String, clock: String) {
        let rows: [Sample.Row] = [[.child: "1", .planStart: start, .latestReviewConference: review]]
        #expect(clocks(.protectionReview, [.protection: rows]) == [clock])
    }

    @Test func `three months after 30 November 2027 end on 29 February 2028`() {
        let rows: [Sample.Row] = [[.child: "1", .planStart: "2027-11-30"]]
        #expect(
            clocks(.protectionReview, [.protection: rows], asAt: "2028-02-01") == ["2027-11-30 → 2028-02-29"])
    }

    @Test
    func `a visit to a child on a plan is due 10 working days after the last, or after the plan's start`() {
        let rows: [Sample.Row] = [
            [.child: "1", .planStart: "2026-05-12", .lastVisit: "2026-11-05"],
            [.child: "2", .planStart: "2026-11-09", .lastVisit: "2026-11-02"],
            [.child: "3", .planStart: "2026-05-12", .planEnd: "2026-11-20"],
        ]
        #expect(
            clocks(.protectionVisit, [.protection: rows]) == [
                "2026-11-05 → 2026-11-19", "2026-11-09 → 2026-11-23",
            ])
    }

    @Test(arguments: [
        ("", "2026-08-01", "2026-05-12 → 2026-06-10"),
        ("2026-06-01", "2026-08-01", "2026-06-01 → 2026-09-01"),
        // 10 September is 20 working days and 3 months in: what was reviewed then was not the first.
        ("2026-06-01", "2026-09-10", "2026-06-01 → 2026-12-01"),
    ])
    func `care is reviewed after 20 working days, 3 months and 6 months`(
        review: String, asAt: String, clock: String
    ) {
        let rows: [Sample.Row] = [[.child: "1", .careStart: "2026-05-12", .latestCareReview: review]]
        #expect(clocks(.careReview, [.care: rows], asAt: asAt) == [clock])
    }

    @Test(arguments: [
        // Never visited in this placement; visited; the first year is over and it is not meant to last, or is.
        ("2026-11-10", "2026-11-02", "", "", "", "2026-11-10 → 2026-11-17"),
        ("2026-11-10", "2026-11-12", "", "", "", "2026-11-12 → 2026-12-24"),
        ("2025-01-06", "2026-10-01", "Return to family", "", "", "2026-10-01 → 2026-11-12"),
        ("2025-01-06", "2026-10-01", "Long-term fostering", "", "", "2026-10-01 → 2027-01-01"),
        ("2026-01-06", "2026-10-01", "Long-term fostering", "", "", "2026-10-01 → 2026-11-12"),
        // At home under an interim order, not reviewed; under a full order.
        ("2026-11-02", "2026-11-09", "", "C1", "P1", "2026-11-09 → 2026-11-16"),
        ("2025-01-06", "2026-10-01", "Long-term fostering", "C2", "P1", "2026-10-01 → 2026-11-12"),
    ])
    func `visits in care follow regulation 28`(
        placement: String, visit: String, plan: String, status: String, type: String, clock: String
    ) {
        let rows: [Sample.Row] = [
            [
                .child: "1", .careStart: "2025-01-06", .placementStart: placement, .lastCareVisit: visit,
                .permanencePlan: plan, .legalStatus: status, .placementType: type,
            ]
        ]
        #expect(clocks(.careVisit, [.care: rows]) == [clock])
    }

    @Test func `short breaks are no care, and a date after the day of the file says nothing`() {
        let rows: [Sample.Row] = [
            [.child: "1", .careStart: "2026-01-06", .legalStatus: "V4"],
            [.child: "2", .careStart: "2026-01-06", .latestCareReview: "2026-12-01"],
        ]
        #expect(clocks(.careReview, [.care: rows]) == [])
    }

    @Test func `health is assessed every 6 months under five, every 12 from the fifth birthday`() {
        let rows: [Sample.Row] = [
            [
                .child: "1", .birth: "2021-11-21", .careStart: "2025-01-06",
                .lastHealthAssessment: "2026-03-02",
            ],
            [
                .child: "2", .birth: "2021-11-20", .careStart: "2025-01-06",
                .lastHealthAssessment: "2026-03-02",
            ],
            [.child: "3", .age: "4", .careStart: "2026-05-12"],
        ]
        #expect(
            clocks(.healthAssessment, [.care: rows]) == [
                "2026-05-12 → 2026-06-10", "2026-03-02 → 2026-09-02", "2026-03-02 → 2027-03-02",
            ])
    }

    @Test
    func
        `a pathway plan is reviewed every 6 months, and the first is due 3 months after the sixteenth birthday`()
    {
        let rows: [Sample.Row] = [
            [
                .child: "1", .eligibility: "Former relevant child", .inTouch: "No",
                .pathwayReview: "2026-05-29",
            ],
            [.child: "2", .eligibility: "Eligible child", .inTouch: "Yes", .birth: "2010-09-30"],
            [.child: "3", .eligibility: "Qualifying care leaver", .inTouch: "Yes"],
            [
                .child: "4", .eligibility: "Former relevant child", .inTouch: "Died",
                .pathwayReview: "2026-01-02",
            ],
        ]
        #expect(
            clocks(.pathwayReview, [.careLeavers: rows]) == [
                "2026-05-29 → 2026-11-29", "2026-09-30 → 2026-12-30",
            ])
    }

    @Test func `each child is one open case, with the first status that any list gives`() {
        let cases = Indicators.openCases(
            Sample.annexA([
                .need: [
                    [.child: "1", .caseStatus: "Child in need plan", .team: "North", .worker: "Ann"],
                    [.child: "2", .caseStatus: "Looked after child", .team: "South", .worker: "duty"],
                    [.child: "3", .caseStatus: "Closed episode", .team: "South", .worker: "Bo"],
                    [.child: "4", .caseStatus: "Open assessment", .team: "South", .worker: "SOUTH "],
                ],
                .protection: [
                    [.child: "1", .planStart: "2026-05-12", .team: "East"],
                    [.child: "5", .planStart: "2026-05-12", .team: "East"],
                    [.child: "3", .planStart: "2026-01-12", .planEnd: "2026-06-01"],
                ],
                .care: [[.child: "2", .careStart: "2026-05-12"]],
                .careLeavers: [
                    [.child: "2", .inTouch: "Yes"], [.child: "6", .inTouch: "Yes", .worker: "Cy"],
                    [.child: "7", .inTouch: "Rhom"],
                ],
                .enquiries: [
                    [.child: "4", .strategyDiscussion: "2026-11-16"],
                    [.child: "1", .strategyDiscussion: "2026-11-16", .conferenceUnnecessary: "Yes"],
                ],
            ]), asAt: Sample.day("2026-11-20"), IndicatorSettings())
        let words = cases.map {
            "\($0.list.rawValue) \($0.team) \($0.status) \($0.isAllocated) \($0.openEnquiries)"
        }
        #expect(
            words.sorted() == [
                "6 North protection true 0", "6 South assessment false 1", "6 South lookedAfter false 0",
                "7 East protection false 0", "9  careLeaver true 0",
            ])
    }
}
