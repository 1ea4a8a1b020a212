package import Kernel
import Markup
import PlanFormat

/// The five colours of work, claimed by a lead or computed from dates.
package enum BRAG: String, CaseIterable, Sendable {
    case blue, green, amber, red, grey

    var symbol: Symbol {
        switch self {
        case .blue: .blue
        case .green: .green
        case .amber: .amber
        case .red: .red
        case .grey: .grey
        }
    }
}

/// How an action's work stands, computed from dates alone: nobody types it.
///
/// Closed: blue. No finish: nil, said as *no date*. Not begun and its start ahead: grey. Finish past by more than
/// 28 days: red. Finish past, or forecast past the finish: amber. Else green. Always against the current approved
/// date; `ProgressSQL.expression` is the same rule for the database.
package enum Progress {
    package struct Dates: Hashable, Sendable {
        package var closed: Day?
        package var hasBegun: Bool
        package var start: PartialDate?
        package var finish: PartialDate?
        package var forecast: Day?

        package init(
            closed: Day? = nil, hasBegun: Bool = false, start: PartialDate? = nil,
            finish: PartialDate? = nil, forecast: Day? = nil
        ) {
            self.closed = closed
            self.hasBegun = hasBegun
            self.start = start
            self.finish = finish
            self.forecast = forecast
        }
    }

    package static func of(_ dates: Dates, on today: Day) -> BRAG? {
        if dates.closed != nil { return .blue }
        guard let finish = dates.finish?.last else { return nil }
        if !dates.hasBegun, let start = dates.start?.first, start > today { return .grey }
        if today - finish > 28 { return .red }
        if finish < today { return .amber }
        if let forecast = dates.forecast, forecast > finish { return .amber }
        return .green
    }

    static func of(_ timescale: Plan.Timescale?, on today: Day) -> Symbol? {
        of(Dates(start: timescale?.start, finish: timescale?.finish), on: today)?.symbol
    }

    static func of(start: PartialDate?, finish: PartialDate?, on today: Day) -> Symbol? {
        of(Dates(start: start, finish: finish), on: today)?.symbol
    }

    /// What the shapes mean here, for the key under a table that uses them.
    static let meanings: [Symbol: String] = [
        .blue: "verified and closed", .green: "not late by its approved date",
        .amber: "past its date by up to 4 weeks, or forecast to be",
        .red: "past its date by more than 4 weeks", .grey: "not due to start",
    ]
    static let key: [Symbol] = [.blue, .green, .amber, .red, .grey]
}

enum ProgressSQL {
    /// The rule of `Progress.of` over `plan_action a` and `action_run r`; null for *no date*.
    ///
    /// The parameters are the places of today and of today less 28 days, such as `$3` and `$4`.
    static func expression(today: String, fourWeeksAgo: String) -> String {
        """
        CASE WHEN r.closed_on IS NOT NULL THEN 'blue' WHEN a.finish_last IS NULL THEN NULL
            WHEN r.has_begun = 0 AND SUBSTR(a.start || '-01-01', 1, 10) > \(today) THEN 'grey'
            WHEN a.finish_last < \(fourWeeksAgo) THEN 'red'
            WHEN a.finish_last < \(today) OR r.forecast > a.finish_last THEN 'amber' ELSE 'green' END
        """
    }
}
