import Kernel

/// How often a measure has a figure.
enum MeasureRhythm: String, CaseIterable, Sendable {
    case week, month, quarter, year, other

    /// By the length of a period; for a snapshot of one day nil.
    init?(_ period: Period) {
        let days = period.last - period.first + 1
        let first = period.first.civil
        let last = period.last.civil
        switch days {
        case 1: return nil
        case 7: self = .week
        case 88...93: self = .quarter
        case 360...367: self = .year
        // A month that is not over yet counts as one.
        case ...31 where first.day == 1 && first.month == last.month: self = .month
        default: self = .other
        }
    }

    /// Of several periods, the rhythm that most of them have; of snapshots, by the days between them.
    static func of(_ periods: [Period]) -> MeasureRhythm {
        var counts: [MeasureRhythm: Int] = [:]
        for period in periods { if let own = MeasureRhythm(period) { counts[own, default: 0] += 1 } }
        if let most = counts.max(by: { ($0.value, $1.key.order) < ($1.value, $0.key.order) }) {
            return most.key
        }
        let days = periods.map(\.last).sorted()
        let gaps = zip(days, days.dropFirst()).map { $1 - $0 }.sorted()
        guard !gaps.isEmpty else { return .month }
        switch gaps[gaps.count / 2] {
        case ...10: return .week
        case ...45: return .month
        case ...135: return .quarter
        default: return .year
        }
    }

    private var order: Int { MeasureRhythm.allCases.firstIndex(of: self) ?? 0 }

    /// The number of the period on which a chart's line runs: the next period has the next number.
    func place(of day: Day) -> Double {
        let (year, month, _) = day.civil
        switch self {
        case .week: return Double((Int(day.number) + 3) / 7)
        case .month: return Double(year * 12 + month)
        case .quarter: return Double(year * 4 + (month - 1) / 3)
        case .year: return Double(month <= 3 ? year - 1 : year)
        case .other: return Double(day.number) / 30.4375
        }
    }

    /// `months`
    var plural: String {
        switch self {
        case .week: "weeks"
        case .month: "months"
        case .quarter: "quarters"
        case .year: "years"
        case .other: "periods"
        }
    }

    var singular: String { String(plural.dropLast()) }

    /// `October 2026`, `week to 30 Oct 2026`, `31 Oct 2026`.
    static func words(_ period: Period) -> String {
        let (year, month, _) = period.last.civil
        switch MeasureRhythm(period) {
        case nil: return period.last.short
        case .week: return "week to \(period.last.short)"
        case .month: return "\(Day.monthNames[month - 1]) \(year)"
        case .quarter: return "quarter to \(period.last.short)"
        case .year: return "year to \(period.last.short)"
        case .other: return "\(period.first.short) to \(period.last.short)"
        }
    }

    /// `in October 2026`, `in the week to 30 Oct 2026`, `on 31 Oct 2026`.
    static func within(_ period: Period) -> String {
        switch MeasureRhythm(period) {
        case nil: return "on \(period.last.short)"
        case .month: return "in \(words(period))"
        case .week, .quarter, .year: return "in the \(words(period))"
        case .other:
            let days = Int(period.last - period.first) + 1
            return days % 7 == 0
                ? "in the \(days / 7) weeks to \(period.last.short)" : "from \(words(period))"
        }
    }
}
