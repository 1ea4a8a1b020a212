import Kernel

/// Days to places on a line: whole months from the first to the last day that a chart must show.
struct TimeScale: Sendable {
    let first: Day
    /// The day after the last month.
    let end: Day
    let width: Double

    /// A chart never reaches further than this from today: one date in 2040 must not squeeze all the others.
    private static let monthsBack = 30
    private static let monthsAhead = 24

    init(_ days: [Day], today: Day, width: Double) {
        let earliest = max(days.min() ?? today, today.adding(months: -TimeScale.monthsBack))
        let latest = min(days.max() ?? today, today.adding(months: TimeScale.monthsAhead))
        first = min(earliest, today).firstOfMonth
        // A month beyond the last date leaves room for its mark.
        end = max(latest, today).firstOfMonth.adding(months: 2)
        self.width = width
    }

    init(first: Day, end: Day, width: Double) {
        self.first = first
        self.end = end
        self.width = width
    }

    func with(width: Double) -> TimeScale { TimeScale(first: first, end: end, width: width) }

    /// The place of a day, kept within the chart.
    func x(_ day: Day) -> Double {
        let share = Double(day.number - first.number) / Double(max(1, end.number - first.number))
        return min(max(share, 0), 1) * width
    }

    /// The first days of its months.
    var months: [Day] {
        var days: [Day] = []
        var day = first
        while day < end {
            days.append(day)
            day = day.adding(months: 1)
        }
        return days
    }

    /// Every how many months a label stands, so that none touches the next.
    var labelStep: Int {
        switch months.count {
        case ...16: 1
        case ...32: 3
        default: 6
        }
    }
}

extension Day {
    var firstOfMonth: Day { adding(days: 1 - civil.day) }
}
