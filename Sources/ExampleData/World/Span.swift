import Kernel
import Timescales

/// The days that the example tells of. Days are numbers since 1970 throughout the world: `never` is after all of them.
struct Span: Sendable {
    static let never = Int32.max

    /// The last days of months of which there is a file, the earliest first.
    let months: [Int32]
    /// When the invented authority begins to be told: before the first file, so that a year can be looked back on.
    let begins: Int32
    /// The last day of the story.
    let until: Int32
    private let calendar = WorkingCalendar.englandAndWales

    init(months count: Int, until day: Day) {
        let (year, month, _) = day.civil
        let end = Span.end(year: year, month: month)
        let last = end == day ? year * 12 + month - 1 : year * 12 + month - 2
        months = (0..<count).map { back in
            let index = last - (count - 1 - back)
            return Span.end(year: index / 12, month: index % 12 + 1).number
        }
        let first = last - (count - 1) - 13
        begins = (Day(year: first / 12, month: first % 12 + 1, day: 1) ?? day).number
        until = day.number
    }

    private static func end(year: Int, month: Int) -> Day {
        Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) ?? Day(number: 0)
    }

    var first: Int32 { months.first ?? until }
    var last: Int32 { months.last ?? until }

    /// The 31 March of every year that is wholly told and of which there are files before the next.
    var censuses: [Int32] {
        (2000...2100).compactMap { year in
            guard let start = Day(year: year - 1, month: 4, day: 1),
                let end = Day(year: year, month: 3, day: 31),
                start.number >= begins, end.number <= until
            else { return nil }
            return end.number
        }
    }

    /// How far along the files a day stands: from 0 at the first to 1,000 at the last.
    func progress(_ day: Int32) -> Int {
        guard last > first else { return 1_000 }
        return min(1_000, max(0, (Int(day) - Int(first)) * 1_000 / (Int(last) - Int(first))))
    }

    func adding(_ count: Int, to day: Int32) -> Int32 {
        calendar.adding(count, to: Day(number: day)).number
    }

    func workingDays(_ first: Int32, _ last: Int32) -> Int {
        calendar.between(Day(number: first), Day(number: last))
    }

    func isWorkingDay(_ day: Int32) -> Bool { calendar.isWorkingDay(Day(number: day)) }

    /// The day, or the working day before it.
    func workingDay(_ day: Int32) -> Int32 { isWorkingDay(day) ? day : adding(-1, to: day) }

    /// So many calendar months on.
    static func months(_ count: Int, after day: Int32) -> Int32 {
        Day(number: day).adding(months: count).number
    }

    /// The 31 March on or after the day.
    static func yearEnd(_ day: Int32) -> Int32 {
        let (year, month, _) = Day(number: day).civil
        return (Day(year: month > 3 ? year + 1 : year, month: 3, day: 31) ?? Day(number: day)).number
    }

    /// Whole years at the last birthday; -1 before birth.
    static func age(born: Int32, on day: Int32) -> Int {
        guard born <= day else { return -1 }
        let birth = Day(number: born).civil
        let now = Day(number: day).civil
        return now.year - birth.year - ((now.month, now.day) < (birth.month, birth.day) ? 1 : 0)
    }
}
