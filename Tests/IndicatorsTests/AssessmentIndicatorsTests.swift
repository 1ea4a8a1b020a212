import Indicators
import Kernel
import ReturnFormats
import Testing
import Timescales

struct AssessmentIndicatorsTests {
    private func row(_ team: String, _ worker: String, _ start: String, _ end: String) -> Sample.Row {
        [
            .child: "\(start)\(end)", .team: team, .worker: worker, .assessmentStart: start,
            .assessmentEnd: end,
        ]
    }

    // 45 working days after 1 December 2025 is 5 February 2026: a vector of the reference.
    private var rows: [Sample.Row] {
        [
            row("North", "Ann", "2025-12-01", "2026-02-05"),  // on day 45
            row("North", "Ann", "2025-12-01", "2026-02-06"),  // on day 46
            row("South", "Bo", "2026-02-02", "2026-02-02"),  // on the same day
            row("South", "Bo", "2026-02-03", "2026-02-02"),  // before it started
            row("South", "Bo", "2026-02-03", "??"),
            row("North", "Cy", "2025-12-01", ""),  // open since
            row("North", "Cy", "2025-12-01", "2026-03-02"),  // authorised after the day of the file
        ]
    }

    @Test func `day 45 is in time, day 46 is late, the same day is day 0`() {
        let figures = Sample.figures("assessments.within45", [.assessments: rows], asAt: "2026-02-28")
        #expect(figures.total("2026-02-01") == "2 of 3, 2 overdue, 2 left out")
        #expect(figures.team("2026-02-01", "North") == "1 of 2, 2 overdue")
        #expect(figures.team("2026-02-01", "South") == "1 of 1, 2 left out")
    }

    @Test func `what was late when authorised was open past its limit at the end of the month before`() {
        // Started 3 November 2025, 45 working days end on 8 January 2026; authorised on 2 February.
        let rows = [row("North", "Ann", "2025-11-03", "2026-02-02")]
        let figures = Sample.figures("assessments.within45", [.assessments: rows], asAt: "2026-02-28")
        #expect(figures.total("2025-12-01") == "0 of 0")
        #expect(figures.total("2026-01-01") == "0 of 0, 1 overdue")
        #expect(figures.total("2026-02-01") == "0 of 1")
    }

    @Test func `an Annex A tells of the months that begin in its six months, and the running one is partial`()
    {
        let figures = Sample.figures("assessments.within45", [.assessments: rows], asAt: "2026-02-20")
        #expect(
            figures.keys.sorted() == [
                "2025-09-01", "2025-10-01", "2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01",
            ])
        #expect(figures.values.filter(\.isPartial).map(\.period.last.description) == ["2026-02-20"])
    }

    @Test func `a month is whole when it ends on the day of the file`() {
        let figures = Sample.figures("assessments.within45", [.assessments: rows], asAt: "2026-02-28")
        #expect(figures.count == 6 && figures.values.allSatisfy { !$0.isPartial })
    }

    @Test func `counted from the day itself, the same file is a day stricter`() {
        var settings = IndicatorSettings()
        settings.convention = ClockConvention(countFrom: .sameDay)
        let figures = Sample.figures(
            "assessments.within45", [.assessments: rows], asAt: "2026-02-28", settings)
        #expect(figures.team("2026-02-01", "North") == "0 of 2, 2 overdue")
    }

    @Test func `of the open ones those are past 45 days that started more than 45 working days ago`() {
        let rows = [
            row("North", "Ann", "2025-12-01", ""), row("North", "Ann", "2025-12-02", ""),
            row("South", "Bo", "2026-02-02", "2026-02-04"), row("South", "Bo", "", ""),
        ]
        // 5 February is day 45 of 1 December: not yet past it.
        #expect(
            Sample.figures("assessments.openOver45", [.assessments: rows], asAt: "2026-02-05")
                .total("2026-02-05") == "0 of 2, 1 left out")
        #expect(
            Sample.figures("assessments.openOver45", [.assessments: rows], asAt: "2026-02-06")
                .total("2026-02-06") == "1 of 2, 1 left out")
    }

    @Test func `the median of 0, 45 and 46 days is 45, and teams' values make the authority's`() {
        let figures = Sample.figures("assessments.medianDays", [.assessments: rows], asAt: "2026-02-28")
        #expect(figures["2026-02-01"]?.total.median == 45)
        #expect(figures["2026-02-01"]?.total(of: { $0.team == "North" }).median == 45.5)
        #expect(figures["2026-02-01"]?.total.values == [0, 45, 46])
    }

    @Test func `days 41 to 45 are the last before the limit`() {
        // 40 working days after 1 December 2025 end on 29 January 2026.
        let rows = [
            row("North", "Ann", "2025-12-01", "2026-01-29"), row("North", "Ann", "2025-12-01", "2026-01-30"),
            row("North", "Ann", "2025-11-28", "2026-02-05"),
        ]
        let figures = Sample.figures("assessments.lastDays", [.assessments: rows], asAt: "2026-02-28")
        #expect(figures.total("2026-01-01") == "1 of 2")
        #expect(figures.total("2026-02-01") == "0 of 1")
    }

    @Test func `a child not known to be seen was not seen, and no answer is left out`() {
        let rows: [Sample.Row] = ["Yes", "No", "Unknown", "", "??"].map {
            [.child: $0, .assessmentStart: "2026-02-02", .assessmentEnd: "2026-02-03", .seenInAssessment: $0]
        }
        #expect(
            Sample.figures("assessments.childSeen", [.assessments: rows], asAt: "2026-02-28")
                .total("2026-02-01") == "1 of 3, 2 left out")
    }
}
