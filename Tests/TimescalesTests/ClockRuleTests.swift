import Kernel
import Testing
import Timescales

private func day(_ text: String) throws -> Day { try #require(Day(text)) }

struct ClockRuleTests {
    /// The dates of the regimes as the guidance of each time gave them.
    @Test(arguments: [
        (ClockRuleID.initialAssessment, "2004-03-01", "7 working days"),
        (.initialAssessment, "2010-03-16", "7 working days"),
        (.initialAssessment, "2011-02-01", "10 working days"),
        (.coreAssessment, "2004-03-01", "35 working days"),
        (.coreAssessment, "2011-02-01", "35 working days"),
        (.assessment, "2013-04-15", "45 working days"), (.assessment, "2026-03-31", "45 working days"),
        (.initialConference, "2004-03-01", "15 working days"),
        (.initialConference, "2026-03-31", "15 working days"),
        (.seriousCaseReview, "2004-03-01", "4 months"), (.seriousCaseReview, "2011-02-01", "6 months"),
        (.firstCareReview, "2011-03-31", "4 weeks"), (.firstCareReview, "2011-04-01", "20 working days"),
        (.referralDecision, "2004-03-01", "1 working day"), (.returnInterview, "2026-01-01", "72 hours"),
        (.initialReport, "2026-01-01", "2 working days before"),
    ])
    func `each day meets the rule of its time`(id: ClockRuleID, when: String, limit: String) throws {
        let rule = try #require(ClockRule.inForce(id, on: day(when)))
        #expect(rule.limit?.description == limit)
    }

    @Test(arguments: [
        (ClockRuleID.assessment, "2013-04-14"), (.initialAssessment, "2013-04-15"),
        (.coreAssessment, "2026-03-31"), (.seriousCaseReview, "2019-09-30"), (.rapidReview, "2018-06-28"),
        (.initialConferenceStatistic, "2011-02-01"), (.draftPlan, "2014-01-01"),
    ])
    func `before its day and after it a rule is not there`(id: ClockRuleID, when: String) throws {
        #expect(ClockRule.inForce(id, on: try day(when)) == nil)
    }

    @Test(arguments: ClockRuleID.allCases)
    func `every rule is there, and no two versions hold on one day`(id: ClockRuleID) throws {
        let versions = ClockRule.versions(id)
        #expect(!versions.isEmpty)
        for (older, newer) in zip(versions, versions.dropFirst()) {
            let (end, start) = (try #require(older.through), try #require(newer.from))
            #expect(end < start)
        }
        for rule in versions { #expect(!rule.starts.isEmpty && !rule.source.isEmpty) }
    }

    @Test func `where there is no national limit the rule says that it is local`() throws {
        let today = try day("2026-11-20")
        for id in [ClockRuleID.protectionVisit, .needVisit, .nextCoreGroup, .supervision] {
            #expect(ClockRule.inForce(id, on: today)?.basis == .local)
        }
        #expect(ClockRule.inForce(.strategyDiscussion, on: today)?.limit == nil)
    }

    @Test func `a local limit stands beside the rule, from its day`() throws {
        let from = try day("2026-04-01")
        let rule = try #require(ClockRule.inForce(.initialConference, on: from))
        let local = rule.locally(ClockLimit(10, .workingDays), source: "Board, March 2026", from: from)
        #expect(local.id == rule.id && local.basis == .local)
        #expect(local.holds(on: from) && !local.holds(on: from.adding(days: -1)))
        #expect(ClockRule.inForce(.initialConference, on: from) == rule)
    }
}

struct ClockLimitTests {
    @Test(arguments: [
        // Calendar months end on the same day of the month, or on its last, and on a weekend too.
        ("2026-11-30", ClockLimit(3, .months), "2027-02-28"),
        ("2026-01-31", ClockLimit(1, .months), "2026-02-28"),
        ("2026-06-01", ClockLimit(6, .months), "2026-12-01"),
        ("2026-08-15", ClockLimit(3, .months), "2026-11-15"),
        ("2026-11-20", ClockLimit(6, .weeks), "2027-01-01"),
        ("2026-11-20", ClockLimit(1, .weeks), "2026-11-27"),
        ("2026-11-20", ClockLimit(72, .hours), "2026-11-23"),
        ("2026-11-20", ClockLimit(8, .days), "2026-11-28"),
        // An event on a Sunday: day 1 is the Monday.
        ("2026-11-22", ClockLimit(1, .workingDays), "2026-11-23"),
        // Backwards from a meeting on the Tuesday after Easter.
        ("2026-04-07", ClockLimit(2, .workingDays, .before), "2026-04-01"),
        ("2026-04-07", ClockLimit(5, .workingDays, .before), "2026-03-27"),
        ("2026-05-31", ClockLimit(3, .months, .before), "2026-02-28"),
    ])
    func `a limit ends on its day`(start: String, limit: ClockLimit, due: String) throws {
        #expect(limit.due(try day(start)) == Day(due))
    }

    @Test(arguments: [
        ("2026-04-01", ClockLimit(15, .workingDays), "2026-04-23"),
        // The Sunday is no day that counts: the Monday is day 1 either way.
        ("2026-11-22", ClockLimit(1, .workingDays), "2026-11-23"),
        ("2026-11-20", ClockLimit(1, .weeks), "2026-11-26"),
        ("2026-11-20", ClockLimit(3, .months), "2027-02-19"),
        ("2026-04-07", ClockLimit(2, .workingDays, .before), "2026-04-02"),
    ])
    func `counted from the day itself it ends a day sooner`(
        start: String, limit: ClockLimit, due: String
    ) throws {
        let strict = ClockConvention(countFrom: .sameDay)
        #expect(limit.due(try day(start), strict) == Day(due))
    }

    @Test func `some count bank holidays, and days proclaimed later can be added`() throws {
        let start = try day("2026-04-01")
        let limit = ClockLimit(15, .workingDays)
        #expect(limit.due(start, ClockConvention(calendar: .weekdays)) == Day("2026-04-22"))
        let proclaimed = WorkingCalendar(addingHolidays: [try day("2026-04-20")])
        #expect(limit.due(start, ClockConvention(calendar: proclaimed)) == Day("2026-04-27"))
        let withdrawn = WorkingCalendar(removingHolidays: [try day("2026-04-06")])
        #expect(limit.due(start, ClockConvention(calendar: withdrawn)) == Day("2026-04-23"))
    }

    @Test func `hours run through the night that the clocks change`() throws {
        let found = try #require(Instant("2026-10-24T20:30:00.000Z"))
        #expect(ClockLimit(72, .hours).due(found) == Instant("2026-10-27T20:30:00.000Z"))
        #expect(ClockLimit(3, .days).due(found) == nil)
    }
}

struct ClockRunTests {
    private static let limit = ClockLimit(15, .workingDays)

    @Test(arguments: [
        (nil, "2026-04-24", ClockRun.Standing.open(left: 0)), (nil, "2026-04-20", .open(left: 4)),
        (nil, "2026-04-25", .overdue(by: 1)), (nil, "2026-04-27", .overdue(by: 1)),
        ("2026-04-24", "2026-06-01", .inTime(taken: 15)), ("2026-04-01", "2026-06-01", .inTime(taken: 0)),
        ("2026-04-28", "2026-06-01", .late(taken: 17, over: 2)), ("2026-03-31", "2026-06-01", .beforeStart),
        ("2026-04-28", "2026-04-27", .overdue(by: 1)),
    ])
    func `how it stands is worked out from its days`(
        done: String?, today: String, standing: ClockRun.Standing
    ) throws {
        let run = ClockRun(Self.limit, started: try day("2026-04-01"), done: done.flatMap { Day($0) })
        #expect(run.due == Day("2026-04-24"))
        #expect(run.standing(on: try day(today)) == standing)
    }

    @Test func `what need not happen is neither late nor done`() throws {
        let start = try day("2026-04-01")
        let run = ClockRun(Self.limit, started: start, notApplicable: "conference not required")
        let standing = run.standing(on: start.adding(days: 400))
        #expect(standing == .notApplicable("conference not required"))
        #expect(!standing.isDone)
    }

    @Test func `a report is in time when it comes long enough before the meeting`() throws {
        let meeting = try day("2026-04-07")
        let limit = ClockLimit(2, .workingDays, .before)
        func standing(_ done: String) throws -> ClockRun.Standing {
            ClockRun(limit, started: meeting, done: Day(done)).standing(on: meeting)
        }
        #expect(try standing("2026-04-01") == .inTime(taken: 2))
        #expect(try standing("2026-04-02") == .late(taken: 1, over: 1))
        #expect(try standing("2026-04-07") == .late(taken: 0, over: 2))
    }
}

struct WorkingCalendarTests {
    /// One day at a time, which the table must agree with.
    @Test func `looking up gives what counting gives`() throws {
        let calendar = WorkingCalendar.englandAndWales
        let first = try day("1999-12-20")
        for step in 0..<400 {
            let start = first.adding(days: 27 * step)
            var (counted, walked) = (0, start)
            while counted < 1 + step % 70 {
                walked = walked.adding(days: 1)
                if calendar.isWorkingDay(walked) { counted += 1 }
            }
            #expect(calendar.adding(counted, to: start) == walked)
            #expect(calendar.between(start, walked) == counted)
            #expect(calendar.adding(-1, to: calendar.adding(1, to: walked)) == walked)
        }
    }

    @Test(arguments: ["1900-01-05", "1969-12-29", "2069-12-27", "9999-06-01"])
    func `beyond the table weekends still count`(text: String) throws {
        let start = try day(text)
        let later = WorkingDays.adding(10, to: start)
        #expect(later - start == 14)
        #expect(WorkingDays.between(start, later) == 10)
        #expect(WorkingDays.adding(0, to: start) == start)
    }
}
