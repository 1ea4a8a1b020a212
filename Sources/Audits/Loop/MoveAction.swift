package import Kernel
import Site
package import Storage

/// A new day for an action, with the reason: by somebody other than its owner. The first day stays on record.
package enum MoveAction {
    static func decide(
        _ day: Day, _ reason: String, _ finding: Finding, _ scope: FindingScope
    ) throws(StepRefused) -> String {
        if let no = LoopRules.whyNotMove(finding, scope) { throw StepRefused(no) }
        guard day >= scope.today else { throw StepRefused("That day is over: give one to come", "due") }
        guard day != finding.dueOn else { throw StepRefused("It is due on that day already", "due") }
        return try StepRefused.words(reason, "reason", orSay: "Say why it gets a new day")
    }

    package static func act(
        to day: Day, _ reason: String, _ id: ID<FindingRecord>, revision: Int, by officer: Officer,
        at now: Instant, today: Day, _ connection: Connection
    ) throws {
        let (finding, scope) = try FindingSQL.found(connection, officer, id, on: today)
        let reason = try decide(day, reason, finding, scope)
        guard finding.revision == revision else { throw StepRefused.changedMeanwhile }
        try FindingSQL.step(
            finding, set: "due_on = $4", [.day(day)],
            FindingSQL.Fact(kind: "moved", text: reason, day: day, person: officer.person, at: now),
            says: "An action from an audit got a new day", by: officer, connection)
    }
}

extension AuditsFeature {
    func moveAction(_ visit: Visit) async throws -> Reply {
        try await step(visit, notice: "The new day is kept, and the first one stays on record.", "reason") {
            officer, id, revision, connection in
            switch visit.form.date("due", called: "the new day") {
            case .empty: throw StepRefused("Give the new day", "due")
            case .wrong(let sentence): throw StepRefused(sentence, "due")
            case .day(let day):
                try MoveAction.act(
                    to: day, visit.form["reason"], id, revision: revision, by: officer, at: visit.now,
                    today: visit.today, connection)
            }
        }
    }
}
