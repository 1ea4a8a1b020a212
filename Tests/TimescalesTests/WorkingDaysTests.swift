import Kernel
import Testing
import Timescales

struct WorkingDaysTests {
    /// Worked by hand from GOV.UK's and older calendars, event day = 0.
    @Test(arguments: [
        ("2026-04-01", 15, "2026-04-24"), ("2026-04-01", 10, "2026-04-17"), ("2025-12-01", 45, "2026-02-05"),
        ("2026-05-12", 20, "2026-06-10"), ("2026-05-12", 70, "2026-08-19"), ("2026-11-20", 15, "2026-12-11"),
        ("2004-04-05", 7, "2004-04-16"), ("2004-04-05", 15, "2004-04-28"), ("2004-04-05", 35, "2004-05-27"),
        ("2004-12-20", 7, "2004-12-31"), ("2011-04-28", 1, "2011-05-03"), ("2022-09-16", 1, "2022-09-20"),
    ])
    func `a limit in working days ends on the day that a calendar gives`(
        start: String, count: Int, due: String
    ) throws {
        let start = try #require(Day(start))
        let due = try #require(Day(due))
        #expect(WorkingDays.adding(count, to: start) == due)
        #expect(WorkingDays.between(start, due) == count)
        #expect(WorkingDays.between(due, start) == -count)
    }

    @Test func `a plan is due 70 working days after the report came`() throws {
        #expect(WorkingDays.planDue(reportReceived: try #require(Day("2026-05-12"))) == Day("2026-08-19"))
    }

    @Test(arguments: ["2002-06-03", "2002-06-04", "2011-04-29", "2012-06-05", "2020-05-08", "2022-09-19"])
    func `special days were no working days`(text: String) throws {
        #expect(!WorkingDays.isWorkingDay(try #require(Day(text))))
    }

    @Test func `the usual days that those replaced were worked`() throws {
        #expect(WorkingDays.isWorkingDay(try #require(Day("2002-05-27"))))
        #expect(WorkingDays.isWorkingDay(try #require(Day("2020-05-04"))))
    }

    @Test func `counting back from a Sunday, the Friday before is the last working day`() throws {
        #expect(WorkingDays.onOrBefore(try #require(Day("2027-01-31"))) == Day("2027-01-29"))
        #expect(WorkingDays.adding(-2, to: try #require(Day("2026-04-07"))) == Day("2026-04-01"))
    }

    @Test func `the table says where it ends`() {
        #expect(WorkingDays.tableStarts == Day("2000-01-01"))
        #expect(WorkingDays.tableEnds == Day("2028-12-31"))
    }
}
