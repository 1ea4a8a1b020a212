import Kernel
import Markup
import PlanFormat

/// How an action's work stands, computed from its dates alone: nobody types it.
///
/// No finish: no state. Start ahead: grey. Finish past by more than 28 days: red; past: amber; else green.
/// Blue, verified and closed, needs somebody else's word and is never given by dates.
enum Progress {
    static func of(_ timescale: Plan.Timescale?, on today: Day) -> Symbol? {
        of(start: timescale?.start, finish: timescale?.finish, on: today)
    }

    static func of(start: PartialDate?, finish: PartialDate?, on today: Day) -> Symbol? {
        guard let finish = finish?.last else { return nil }
        if let start = start?.first, start > today { return .grey }
        if finish < today { return today - finish > 28 ? .red : .amber }
        return .green
    }

    /// What the shapes mean here, for the key under a table that uses them.
    static let meanings: [Symbol: String] = [
        .green: "not late by the plan’s own date", .amber: "past its date by up to 4 weeks",
        .red: "past its date by more than 4 weeks", .grey: "not due to start",
    ]
    static let key: [Symbol] = [.green, .amber, .red, .grey]
}
