package import Kernel
import PlanFormat
package import Proof
package import Storage

/// A plan with how its actions stand, as they are or as they were on record at a moment.
package struct RunningPlan: Sendable {
    package var plan: KeptPlan
    /// The day that its dates are judged by.
    package var day: Day
    /// What was on record by then; nil for what is.
    package var moment: Instant?
    package var actions: [ID<ActionRecord>: ActionStanding]
    package var proofs: [ID<CriterionRecord>: CriterionProof] = [:]

    package struct ActionStanding: Sendable {
        package var run: ActionRun
        /// Who answers, by the names of that day.
        package var answers: String?
        /// By its dates, on that day; nil without a finish.
        package var progress: BRAG?

        package init(run: ActionRun, answers: String?, progress: BRAG?) {
            (self.run, self.answers, self.progress) = (run, answers, progress)
        }
    }
}

extension RunningPlan {
    /// The plan as on record at that moment, its dates judged by that day; nil where there was no such plan.
    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, at moment: Instant?,
        on day: Day
    ) throws -> RunningPlan? {
        guard let kept = try PlanSQL.plan(connection, authority, plan, at: moment) else { return nil }
        let runs =
            if let moment {
                try StandingSQL.runs(connection, authority, plan, at: moment)
            } else {
                try RunSQL.runs(connection, authority, plan)
            }
        let line = try LineSQL.line(connection, authority, on: day)
        var actions: [ID<ActionRecord>: ActionStanding] = [:]
        for action in kept.actions {
            let run = runs[action.id] ?? ActionRun()
            let when = action.value.timescale
            let dates = Progress.Dates(
                closed: run.closed, hasBegun: run.hasBegun, start: when?.start, finish: when?.finish,
                forecast: run.forecast)
            actions[action.id] = ActionStanding(
                run: run, answers: run.accountable.map(line.words), progress: Progress.of(dates, on: day))
        }
        return RunningPlan(
            plan: kept, day: day, moment: moment, actions: actions,
            proofs: try ProofSQL.standings(connection, authority, plan, at: moment, today: day))
    }

    /// The plan at the end of a day in London, or as it is where that day is today or ahead.
    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, endOf day: Day,
        today: Day
    ) throws -> RunningPlan? {
        try read(
            connection, authority, plan, at: day < today ? day.endInLondon : nil, on: min(day, today))
    }
}

extension Day {
    /// The last millisecond of the day in London.
    package var endInLondon: Instant { Instant(milliseconds: adding(days: 1).startInLondon.milliseconds - 1) }
}
