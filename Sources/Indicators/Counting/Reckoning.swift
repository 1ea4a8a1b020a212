import Kernel
import Timescales

/// The day of a file, the periods that it can tell of, and working days by number: what every count needs.
struct Reckoning: Sendable {
    struct Span: Sendable {
        let kind: IndicatorCells.Span
        let period: Period
        let isPartial: Bool
    }

    let asAt: Day
    let settings: IndicatorSettings
    let spans: [Span]
    private let first: Int32
    /// The place in `spans` of each day from `first` on; -1 for none.
    private let places: [Int8]
    private let working: WorkingDayTable

    init(asAt: Day, _ spans: [Span], _ settings: IndicatorSettings, _ table: WorkingDayTable) {
        self.asAt = asAt
        self.spans = spans
        self.settings = settings
        let first = spans.map(\.period.first.number).min() ?? asAt.number
        var places = [Int8](repeating: -1, count: Int(asAt.number - first) + 1)
        for (place, span) in spans.enumerated() {
            for day in span.period.first.number...span.period.last.number {
                places[Int(day - first)] = Int8(place)
            }
        }
        self.first = first
        self.places = places
        working = table
    }

    /// The place of the span that the day stands in; -1 where it stands in none.
    @inline(__always) func place(_ day: Int32) -> Int {
        let index = Int(day) - Int(first)
        return index >= 0 && index < places.count ? Int(places[index]) : -1
    }

    /// Where what can be placed in no span is counted.
    var last: Int { spans.count - 1 }

    /// Working days from an event through a day, as the convention counts them; negative where it stands before.
    @inline(__always) func workingDays(_ start: Int32, _ end: Int32) -> Int32 { working.between(start, end) }

    /// The last day in time of so many working days.
    func due(_ start: Int32, workingDays: Int) -> Int32 {
        ClockLimit(workingDays, .workingDays).due(Day(number: start), settings.convention).number
    }

    /// The same day of the month so many months after a day, or the month's last.
    func due(_ start: Int32, months: Int) -> Int32 { Day(number: start).adding(months: months).number }

    /// The day so many months before the day of the file.
    func monthsAgo(_ months: Int) -> Int32 { asAt.adding(months: -months).number }

    static func day(_ asAt: Day, _ settings: IndicatorSettings, _ table: WorkingDayTable) -> Reckoning {
        Reckoning(asAt: asAt, spans(.day, from: asAt, through: asAt, endsWhole: true), settings, table)
    }

    /// The six months to the day of an Annex A.
    static func halfYear(_ asAt: Day, _ settings: IndicatorSettings, _ table: WorkingDayTable) -> Reckoning {
        Reckoning(
            asAt: asAt, spans(.halfYear, from: asAt.adding(months: -6), through: asAt, endsWhole: true),
            settings, table)
    }

    /// The calendar months from the first that begins on or after `start` through that of the day.
    static func months(
        from start: Day, through asAt: Day, _ settings: IndicatorSettings, _ table: WorkingDayTable
    ) -> Reckoning {
        let (year, month, day) = start.civil
        var first = day == 1 ? start : (Day(year: year, month: month, day: 1) ?? start).adding(months: 1)
        var result: [Span] = []
        while first <= asAt {
            let end = first.adding(months: 1).adding(days: -1)
            result += spans(.month, from: first, through: min(end, asAt), endsWhole: end <= asAt)
            first = first.adding(months: 1)
        }
        return Reckoning(asAt: asAt, result, settings, table)
    }

    /// The year from 1 April that a census tells of.
    static func year(_ asAt: Day, _ settings: IndicatorSettings, _ table: WorkingDayTable) -> Reckoning {
        let start = yearStart(asAt)
        let end = start.adding(months: 12).adding(days: -1)
        return Reckoning(
            asAt: asAt, spans(.year, from: start, through: asAt, endsWhole: end <= asAt), settings, table)
    }

    static func yearStart(_ asAt: Day) -> Day {
        let (year, month, _) = asAt.civil
        return Day(year: month >= 4 ? year : year - 1, month: 4, day: 1) ?? asAt
    }

    private static func spans(
        _ kind: IndicatorCells.Span, from first: Day, through last: Day, endsWhole: Bool
    ) -> [Span] {
        Period(first, through: last).map { [Span(kind: kind, period: $0, isPartial: !endsWhole)] } ?? []
    }
}

/// Working days from 1970 to a year after a day, counted once: a difference of two numbers of a table. Before 1970
/// only weekends are known.
struct WorkingDayTable: Sendable {
    private let counts: [Int32]
    /// 1 where the day of the event is day 1.
    private let back: Int32

    init(_ convention: ClockConvention, around day: Day) {
        back = convention.countFrom == .sameDay ? 1 : 0
        let calendar = convention.calendar
        let first = Day(number: 0)
        counts = (0...max(0, day.adding(months: 12).number)).map {
            Int32(calendar.between(first, Day(number: $0)))
        }
    }

    /// Working days from an event through a day no later than a year after the table's; -1 where it stands before.
    @inline(__always) func between(_ start: Int32, _ end: Int32) -> Int32 {
        guard end >= start else { return -1 }
        return through(end) - through(start - back)
    }

    /// Working days after 1 January 1970 through a day; negative before it.
    @inline(__always) private func through(_ day: Int32) -> Int32 {
        let index = Int(day)
        if index >= 0 { return counts[min(index, counts.count - 1)] }
        return Self.weekdays(day) - Self.weekdays(0)
    }

    /// Mondays to Fridays through a day, from a Monday long ago: 29 December 1969 was one.
    private static func weekdays(_ day: Int32) -> Int32 {
        let shifted = Int(day) + 3
        let week = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
        return Int32(week * 5 + min(shifted - week * 7 + 1, 5))
    }
}
