import Kernel
import Testing

@testable import Audits

/// On which days a rhythm falls due, counted with a calendar on the wall.
struct OccurrenceRules {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func terms(
        _ every: Rhythm.Every, from start: String, monthEnd: Bool = false, kind: Rhythm.Kind = .duty
    ) throws -> Rhythm.Terms {
        Rhythm.Terms(
            kind: kind, title: "Trial", every: every, startsOn: try day(start), isMonthEnd: monthEnd,
            doer: .each("Team Manager"))
    }

    private func rhythm(
        _ every: Rhythm.Every, from start: String, monthEnd: Bool = false, kind: Rhythm.Kind = .duty,
        endedOn: String? = nil
    ) throws -> Rhythm {
        Rhythm(
            id: ID(1), terms: try terms(every, from: start, monthEnd: monthEnd, kind: kind), source: nil,
            follows: nil, endedOn: try endedOn.map { try day($0) }, endedReason: nil, revision: 1)
    }

    private func days(_ terms: Rhythm.Terms, through last: String, endedOn: String? = nil) throws -> [String]
    {
        RhythmDays.natural(terms, endedOn: try endedOn.map { try day($0) }, through: try day(last))
            .map(\.description)
    }

    @Test func `a month without its day gives its last, and the next month has the day again`() throws {
        let monthly = try terms(.time(1, .month), from: "2027-01-31")
        #expect(
            try days(monthly, through: "2027-05-31") == [
                "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31",
            ])
        let leap = try terms(.time(1, .month), from: "2027-12-31")
        #expect(
            try days(leap, through: "2028-03-31") == ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"])
    }

    @Test func `29 February comes every year, and on the 29th again when there is one`() throws {
        let yearly = try terms(.time(1, .year), from: "2028-02-29")
        #expect(
            try days(yearly, through: "2032-12-31") == [
                "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29",
            ])
    }

    @Test func `the last day of the month is the last day, however long the month is`() throws {
        let ends = try terms(.time(1, .month), from: "2026-11-30", monthEnd: true)
        #expect(
            try days(ends, through: "2027-03-31") == [
                "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31",
            ])
        let quarters = try terms(.time(1, .quarter), from: "2026-09-30", monthEnd: true)
        #expect(
            try days(quarters, through: "2027-09-30") == [
                "2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30",
            ])
        let plain = try terms(.time(1, .quarter), from: "2026-09-30")
        #expect(try days(plain, through: "2027-03-31") == ["2026-09-30", "2026-12-30", "2027-03-30"])
    }

    @Test func `weeks, half-years and longer gaps are counted from the first day`() throws {
        let fortnights = try terms(.time(2, .week), from: "2026-12-18")
        #expect(
            try days(fortnights, through: "2027-01-31") == [
                "2026-12-18", "2027-01-01", "2027-01-15", "2027-01-29",
            ])
        let halves = try terms(.time(1, .halfYear), from: "2026-08-31")
        #expect(try days(halves, through: "2027-12-31") == ["2026-08-31", "2027-02-28", "2027-08-31"])
        let long = try terms(.time(18, .month), from: "2026-11-20")
        #expect(try days(long, through: "2030-01-01") == ["2026-11-20", "2028-05-20", "2029-11-20"])
    }

    @Test func `nothing falls after the last day, and an event is in no calendar`() throws {
        let weekly = try terms(.time(1, .week), from: "2026-11-20")
        #expect(
            try days(weekly, through: "2027-01-01", endedOn: "2026-12-04") == [
                "2026-11-20", "2026-11-27", "2026-12-04",
            ])
        #expect(
            try days(try terms(.event("supervision session"), from: "2026-11-20"), through: "2027-11-20")
                .isEmpty)
    }

    // 2026: Christmas is a Friday, its Monday stands in for Boxing Day. 2027: Good Friday is 26 March, the May holiday the 31st.
    @Test(arguments: [
        ("2026-12-25", "2026-12-29"), ("2026-12-26", "2026-12-29"), ("2026-12-28", "2026-12-29"),
        ("2027-01-01", "2027-01-04"), ("2027-01-31", "2027-02-01"), ("2027-03-26", "2027-03-30"),
        ("2027-05-31", "2027-06-01"), ("2026-11-20", "2026-11-20"), ("2026-11-21", "2026-11-23"),
    ])
    func `a weekend or bank holiday moves to the next working day`(natural: String, due: String) throws {
        #expect(RhythmDays.due(try day(natural)) == (try day(due)))
    }

    @Test func `the next day is found from any day, also where the months before were short`() throws {
        let monthly = try rhythm(.time(1, .month), from: "2027-01-31", endedOn: "2027-04-30")
        #expect(RhythmDays.next(after: try day("2027-01-31"), monthly) == (try day("2027-02-28")))
        #expect(RhythmDays.next(after: try day("2027-02-28"), monthly) == (try day("2027-03-31")))
        #expect(RhythmDays.next(after: try day("2027-03-30"), monthly) == (try day("2027-03-31")))
        #expect(RhythmDays.next(after: try day("2027-04-30"), monthly) == nil)
        let weekly = try rhythm(.time(1, .week), from: "2026-11-20")
        #expect(RhythmDays.next(after: try day("2027-11-19"), weekly) == (try day("2027-11-26")))
        #expect(RhythmDays.next(after: try day("2020-01-01"), weekly) == (try day("2026-11-20")))
    }

    private func occurrence(_ natural: String, due: String? = nil, done: String? = nil) throws -> Occurrence {
        Occurrence(
            id: ID(2), rhythm: ID(1), naturalOn: try day(natural), person: nil,
            dueOn: try day(due ?? natural),
            movedReason: nil, assigned: nil, round: nil, roundClosedOn: nil, doneCount: nil,
            doneOn: try done.map { try day($0) }, doneBy: nil, doneByName: nil, note: nil, revision: 1)
    }

    @Test func `a weekly one is missed on the day that the next falls due`() throws {
        let weekly = try rhythm(.time(1, .week), from: "2026-11-06")
        let one = try occurrence("2026-11-06")
        #expect(one.state(weekly, on: try day("2026-11-06")) == .assigned)
        #expect(one.state(weekly, on: try day("2026-11-07")) == .late)
        #expect(one.state(weekly, on: try day("2026-11-12")) == .late)
        #expect(one.state(weekly, on: try day("2026-11-13")) == .missed)
    }

    // 30 September 2026 is a Wednesday; twenty working days after it is Wednesday 28 October.
    @Test func `a quarterly one is missed after twenty working days`() throws {
        let quarterly = try rhythm(.time(1, .quarter), from: "2026-09-30")
        let one = try occurrence("2026-09-30")
        #expect(one.state(quarterly, on: try day("2026-10-28")) == .late)
        #expect(one.state(quarterly, on: try day("2026-10-29")) == .missed)
    }

    @Test func `what is done says whether in time, late, or after it was missed`() throws {
        let weekly = try rhythm(.time(1, .week), from: "2026-11-06")
        let today = try day("2026-12-31")
        #expect(try occurrence("2026-11-06", done: "2026-11-06").state(weekly, on: today) == .done)
        #expect(try occurrence("2026-11-06", done: "2026-11-09").state(weekly, on: today) == .doneLate)
        #expect(try occurrence("2026-11-06", done: "2026-11-13").state(weekly, on: today) == .doneMissed)
        #expect(Occurrence.State.doneMissed.isMissed)
    }

    @Test func `one that was moved beyond the next is late by its own new day`() throws {
        let weekly = try rhythm(.time(1, .week), from: "2026-11-06")
        let moved = try occurrence("2026-11-06", due: "2026-11-18")
        #expect(moved.state(weekly, on: try day("2026-11-17")) == .assigned)
        #expect(moved.state(weekly, on: try day("2026-11-19")) == .late)
    }

    @Test func `a sample by the calendar waits for its frame, one at an event does not`() throws {
        let sample = try rhythm(.time(1, .month), from: "2026-11-30", kind: .sample)
        #expect(try occurrence("2026-11-30").state(sample, on: try day("2026-11-20")) == .waiting)
        let event = try rhythm(.event("supervision session"), from: "2026-11-01", kind: .sample)
        #expect(try occurrence("2026-11-20").state(event, on: try day("2026-11-20")) == .assigned)
    }

    @Test(arguments: [
        ("4", Rhythm.Amount.number(4)), ("20%", .percent(20)), ("20 %", .percent(20)),
        ("20 per cent", .percent(20)),
        ("100%", .percent(100)), ("9999", .number(9999)),
    ])
    func `an amount is a number or a share`(text: String, amount: Rhythm.Amount) throws {
        #expect(try KeepRhythm.amount(text) == amount)
    }

    @Test(arguments: ["0", "0%", "101%", "10000", "2.5%", "-4", "a few", "٤", "4 of"])
    func `anything else is refused`(text: String) {
        #expect(throws: KeepRhythm.Refused.self) { try KeepRhythm.amount(text) }
    }

    @Test(arguments: [
        ("Team Manager", "Team Manager, Harbour", true), ("team manager", "Team Manager", true),
        ("Team Manager", "Team Managers’ Assistant", false), ("Manager", "Team Manager", false),
        ("", "Director", false),
    ])
    func `posts are called by the whole words that their titles begin with`(
        title: String, post: String, isSo: Bool
    ) {
        #expect(RhythmPeople.isTitle(title, of: post) == isSo)
    }
}
