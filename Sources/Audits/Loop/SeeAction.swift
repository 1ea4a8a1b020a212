package import Kernel
import Site
package import Storage

/// Looking on the file whether an action is done: by somebody who neither owns it nor did it nor answers to its owner.
package enum SeeAction {
    static func decide(
        _ words: String, _ finding: Finding, _ scope: FindingScope
    ) throws(StepRefused) -> String {
        if let no = LoopRules.whyNotSee(finding, scope) { throw StepRefused(no) }
        return try StepRefused.words(
            words, "seen", orSay: "Say what you saw on the file, or what is missing there")
    }

    /// `isThere` false sends it back to its owner, with what is missing.
    package static func act(
        _ words: String, isThere: Bool, _ id: ID<FindingRecord>, revision: Int, by officer: Officer,
        at now: Instant, today: Day, _ connection: Connection
    ) throws {
        let (finding, scope) = try FindingSQL.found(connection, officer, id, on: today)
        let seen = try decide(words, finding, scope)
        guard finding.revision == revision else { throw StepRefused.changedMeanwhile }
        let fact = FindingSQL.Fact(
            kind: isThere ? "seen" : "notSeen", text: seen, person: officer.person, at: now)
        if isThere {
            try FindingSQL.step(
                finding, set: "seen = $4, seen_at = $5, seen_by = $6",
                [.text(seen), .instant(now), .id(officer.person)], fact,
                says: "An action from an audit was seen on the file", by: officer, connection)
        } else {
            try FindingSQL.step(
                finding, set: "done = NULL, done_on = NULL, done_at = NULL, done_by = NULL", [], fact,
                says: "An action from an audit was not found on the file", by: officer, connection)
        }
    }
}

extension AuditsFeature {
    func seeAction(_ visit: Visit) async throws -> Reply {
        try await step(visit, notice: "What you saw on the file is kept.", "seen") {
            officer, id, revision, connection in
            guard let isThere = ["yes": true, "no": false][visit.form["there"]] else {
                throw StepRefused("Say whether it stands on the file", "there")
            }
            try SeeAction.act(
                visit.form["seen"], isThere: isThere, id, revision: revision, by: officer, at: visit.now,
                today: visit.today, connection)
        }
    }
}
