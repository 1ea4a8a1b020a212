import Indicators
import Kernel
import ReturnFormats
import Testing

/// As at Friday 20 November 2026.
struct CareIndicatorsTests {
    private func onTheDay(
        _ id: String, _ lists: [AnnexAList: [Sample.Row]], _ settings: IndicatorSettings = .init(),
        asAt: String = "2026-11-20"
    ) -> String {
        Sample.figures(id, lists, asAt: asAt, settings).total(asAt)
    }

    private let need: [Sample.Row] = [
        [
            .child: "1", .caseStatus: "Child in need plan", .lastSeen: "2026-10-09", .worker: "Ann",
            .team: "North",
        ],
        [
            .child: "2", .caseStatus: "Child in need plan", .lastSeen: "2026-10-08", .worker: "#N/A",
            .team: "North",
        ],
        [.child: "3", .caseStatus: "Open assessment", .worker: "Ann", .team: "South"],
        [
            .child: "4", .caseStatus: "Looked after child", .lastSeen: "2026-12-01", .worker: "Ann",
            .team: "North",
        ],
        [.child: "5", .caseStatus: "Closed episode", .worker: "Bo", .team: "South"],
        [.child: "6", .caseStatus: "??", .worker: "Bo", .team: "South"],
        [
            .child: "7", .caseStatus: "Child Protection plan", .lastSeen: "2026-11-02", .worker: "south",
            .team: "South",
        ],
    ]

    @Test func `open cases, their status, those not seen for 42 days, those that nobody holds`() {
        #expect(onTheDay("need.open", [.need: need]) == "5 of 0, 1 left out")
        #expect(onTheDay("need.status.plan", [.need: need]) == "2 of 5, 1 left out")
        // 9 October is 42 days ago, 8 October one too many; child 3 was never seen; child 4's day is still to come.
        #expect(onTheDay("need.notSeen", [.need: need]) == "2 of 4, 2 left out")
        #expect(onTheDay("need.unallocated", [.need: need]) == "2 of 5, 1 left out")
    }

    @Test func `a worker's children count once, in the team of most of them; who has no worker is left out`()
    {
        let lists: [AnnexAList: [Sample.Row]] = [
            .need: need,
            // Child 1 is counted already, from List 6; child 8 is not.
            .careLeavers: [
                [.child: "1", .inTouch: "Yes", .worker: "Cy", .team: "Leaving care"],
                [.child: "8", .inTouch: "Yes", .worker: "Cy", .team: "Leaving care"],
            ],
        ]
        let mean = Sample.figures("workers.caseload", lists, asAt: "2026-11-20")
        // Ann holds 1, 3 and 4; Bo child 6, of no known status and not closed; Cy child 8.
        #expect(mean.total("2026-11-20") == "5 of 3, 2 left out")
        #expect(mean.team("2026-11-20", "North") == "3 of 1, 1 left out")
        #expect(
            Sample.figures("workers.caseloadMedian", lists, asAt: "2026-11-20")["2026-11-20"]?.total.values
                == [1, 1, 3])
        var settings = IndicatorSettings()
        settings.caseloadLimit = 2
        #expect(onTheDay("workers.overLimit", lists, settings) == "1 of 3, 2 left out")
    }

    private let care: [Sample.Row] = [
        [
            .child: "1", .birth: "2021-11-20", .careStart: "2025-11-20", .legalStatus: "C2", .placements: "3",
            .placementLocation: "Out", .placementType: "K3", .missingEpisodes: "2",
            .returnInterviewOffered: "Yes", .returnInterviewAccepted: "Unknown",
            .lastHealthAssessment: "2025-11-20", .lastDentalCheck: "2025-11-19",
        ],
        [
            .child: "2", .birth: "2021-11-21", .careStart: "2025-11-20", .legalStatus: "V2", .placements: "2",
            .placementLocation: "In", .placementType: "H5", .missingEpisodes: "0",
            .lastHealthAssessment: "2026-05-19",
        ],
        [
            .child: "3", .careStart: "2025-11-21", .legalStatus: "C1", .placements: "",
            .placementLocation: "??",
            .placementType: "U6", .missingEpisodes: "1",
        ],
        [.child: "4", .careStart: "2025-01-06", .legalStatus: "V3", .placements: "9"],
        [.child: "5", .careStart: "2025-01-06", .careEnd: "2026-11-20", .placements: "9"],
    ]

    @Test func `short breaks are left out of care, and who left on the day is out of it`() {
        #expect(onTheDay("care.open", [.care: care]) == "3 of 0, 1 left out")
        #expect(onTheDay("care.threePlacements", [.care: care]) == "1 of 2, 2 left out")
        #expect(onTheDay("care.outOfArea", [.care: care]) == "1 of 2, 2 left out")
    }

    @Test func `of those who went missing, who was offered an interview and accepted it`() {
        #expect(onTheDay("care.missing", [.care: care]) == "2 of 3, 1 left out")
        #expect(onTheDay("care.interviewOffered", [.care: care]) == "1 of 2, 1 left out")
        #expect(onTheDay("care.interviewAccepted", [.care: care]) == "0 of 2, 1 left out")
    }

    @Test func `health and teeth are asked of children in care for a year`() {
        // Child 1 is five today, assessed twelve months ago to the day; child 2 four, and six months and a day ago.
        #expect(onTheDay("care.healthInDate", [.care: care]) == "1 of 2, 1 left out")
        #expect(onTheDay("care.dentalInDate", [.care: care]) == "0 of 2, 1 left out")
    }

    @Test func `the definition of supported accommodation changed with April 2024`() {
        #expect(onTheDay("care.supportedAccommodation", [.care: care]) == "2 of 3, 1 left out")
        let then: [Sample.Row] = ["K3", "H5", "U1"].map {
            [.child: $0, .careStart: "2023-01-05", .placementType: $0]
        }
        #expect(onTheDay("care.supportedAccommodation", [.care: then], asAt: "2024-03-31") == "1 of 3")
        #expect(onTheDay("care.supportedAccommodation", [.care: then], asAt: "2024-04-01") == "2 of 3")
    }

    // Nine young people: one died, one went home, one is not recognised.
    private let leavers: [Sample.Row] = [
        [
            .child: "1", .inTouch: "Yes", .suitability: "Suitable", .activity: "F1", .accommodation: "U",
            .eligibility: "Former relevant child", .pathwayReview: "2026-05-20", .lastContact: "2026-09-25",
            .personalAdviser: "Dee", .birth: "2007-11-20",
        ],
        [
            .child: "2", .inTouch: "Yes", .suitability: "Unsuitable", .activity: "G5", .accommodation: "W",
            .eligibility: "Relevant child", .pathwayReview: "2026-05-19", .lastContact: "2026-09-24",
            .personalAdviser: "Unallocated", .birth: "2007-11-21",
        ],
        [
            .child: "3", .inTouch: "No", .eligibility: "Qualifying care leaver", .pathwayReview: "2026-11-01",
            .age: "20",
        ],
        [.child: "4", .inTouch: "Refu", .activity: "P5", .accommodation: "X", .suitability: "??"],
        [.child: "5", .inTouch: "Died", .suitability: "Suitable"],
        [.child: "6", .inTouch: "Rhom", .suitability: "Suitable"],
        [.child: "7", .inTouch: "??", .suitability: "Suitable"],
    ]

    @Test
    func
        `care leavers are counted without those who died or went home, and with those of whom nothing is known`()
    {
        let lists = [AnnexAList.careLeavers: leavers]
        #expect(onTheDay("leavers.inTouch", lists) == "2 of 4, 1 left out")
        #expect(onTheDay("leavers.suitable", lists) == "1 of 3, 2 left out")
        #expect(onTheDay("leavers.eet", lists) == "2 of 4, 1 left out")
        #expect(onTheDay("leavers.neet", lists) == "1 of 4, 1 left out")
        #expect(onTheDay("leavers.bedAndBreakfast", lists) == "1 of 4, 1 left out")
        #expect(onTheDay("leavers.custody", lists) == "1 of 4, 1 left out")
        #expect(onTheDay("leavers.homeless", lists) == "0 of 4, 1 left out")
    }

    @Test func `by age on the day, from the date of birth or else the age given`() {
        let lists = [AnnexAList.careLeavers: leavers]
        // Child 1 is 19 today, child 3 is given as 20; child 2 is 18 until tomorrow; child 4's age nobody knows.
        #expect(onTheDay("leavers.inTouch.19to21", lists) == "1 of 2, 2 left out")
        #expect(onTheDay("leavers.inTouch.18", lists) == "1 of 1, 2 left out")
    }

    @Test func `pathway plans of six months, advisers with a name, contact within eight weeks`() {
        let lists = [AnnexAList.careLeavers: leavers]
        // Child 3 has no right to one; child 4's category is empty.
        #expect(onTheDay("leavers.pathwayReviewed", lists) == "1 of 2, 2 left out")
        #expect(onTheDay("leavers.adviser", lists) == "1 of 4, 1 left out")
        // 25 September is eight weeks ago.
        #expect(onTheDay("leavers.contact", lists) == "1 of 4, 1 left out")
    }

    @Test func `of the layout of 2019, what it has no column for makes no figure`() {
        var file = Sample.annexA([.careLeavers: leavers])
        for field in [AnnexAField.pathwayReview, .personalAdviser, .lastContact] {
            file.tables[.careLeavers]?.columns[field] = nil
        }
        let made = Set(
            Indicators.compute(file, asAt: Sample.day("2026-11-20"), IndicatorSettings()).map(
                \.definition.id.key))
        #expect(made.isDisjoint(with: ["leavers.pathwayReviewed", "leavers.adviser", "leavers.contact"]))
        #expect(made.contains("leavers.inTouch"))
    }
}
