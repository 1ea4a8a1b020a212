package import Kernel
import Site
package import Storage

/// Saying that an action from an audit is done: by its owner, on a day, with a note.
package enum FinishAction {
    static func decide(
        _ words: String, on day: Day, _ finding: Finding, _ scope: FindingScope
    ) throws(StepRefused) -> String {
        if let no = LoopRules.whyNotDone(finding, scope) { throw StepRefused(no) }
        guard day <= scope.today else {
            throw StepRefused("That day has not come yet: give the day on which it was done", "done-on")
        }
        return try StepRefused.words(
            words, "done", orSay: "Say what was done, and where it stands on the file")
    }

    package static func act(
        _ words: String, on day: Day, _ id: ID<FindingRecord>, revision: Int, by officer: Officer,
        at now: Instant, today: Day, _ connection: Connection
    ) throws {
        let (finding, scope) = try FindingSQL.found(connection, officer, id, on: today)
        let done = try decide(words, on: day, finding, scope)
        guard finding.revision == revision else { throw StepRefused.changedMeanwhile }
        try FindingSQL.step(
            finding, set: "done = $4, done_on = $5, done_at = $6, done_by = $7",
            [.text(done), .day(day), .instant(now), .id(officer.person)],
            FindingSQL.Fact(kind: "done", text: done, day: day, person: officer.person, at: now),
            says: "An action from an audit is done", by: officer, connection)
    }
}

extension AuditsFeature {
    func finishAction(_ visit: Visit) async throws -> Reply {
        try await step(
            visit, notice: "The action is done. Somebody else is asked to see it on the file.", "done"
        ) { officer, id, revision, connection in
            let day: Day
            switch visit.form.date("done-on", called: "when it was done") {
            case .day(let given): day = given
            case .empty: throw StepRefused("Give the day on which it was done", "done-on")
            case .wrong(let sentence): throw StepRefused(sentence, "done-on")
            }
            try FinishAction.act(
                visit.form["done"], on: day, id, revision: revision, by: officer, at: visit.now,
                today: visit.today, connection)
        }
    }

    /// One step on an action: kept, or the page again with what is wrong and what was typed.
    func step(
        _ visit: Visit, notice: String, _ words: String,
        _ act:
            @escaping @Sendable (Officer, ID<FindingRecord>, _ revision: Int, Connection) throws -> Void
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<FindingRecord> = try visit.id("finding")
        do {
            try await database.write(for: officer.authority) { connection in
                try WarnOfNames.check(visit.form, [words])
                try act(officer, id, Int(visit.form["revision"]) ?? -1, connection)
            }
            return .redirect(to: LoopRoute.item.link(id), notice: notice)
        } catch let refused as StepRefused {
            return .refused(try await action(id, refused, visit))
        }
    }
}
