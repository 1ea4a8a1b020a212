package import Kernel
import Site
package import Storage

/// A line manager's reply to an anomaly: why the two audits of a case differ, and what comes of it.
package enum ReplyToAnomaly {
    static func decide(
        _ words: String, _ finding: Finding, _ scope: FindingScope
    ) throws(StepRefused) -> String {
        if let no = LoopRules.whyNotReply(finding, scope) { throw StepRefused(no) }
        return try StepRefused.words(words, "reply", orSay: "Say what you make of it, and what you have done")
    }

    /// A second reply follows the first; both stay.
    package static func act(
        _ words: String, _ id: ID<FindingRecord>, revision: Int, by officer: Officer, at now: Instant,
        today: Day, _ connection: Connection
    ) throws {
        let (finding, scope) = try FindingSQL.found(connection, officer, id, on: today)
        let reply = try decide(words, finding, scope)
        guard finding.revision == revision else { throw StepRefused.changedMeanwhile }
        try FindingSQL.step(
            finding, set: "reply = $4, replied_at = $5, replied_by = $6",
            [.text(reply), .instant(now), .id(officer.person)],
            FindingSQL.Fact(kind: "replied", text: reply, person: officer.person, at: now),
            says: "A line manager replied to an anomaly", by: officer, connection)
    }
}

extension AuditsFeature {
    func replyToAnomaly(_ visit: Visit) async throws -> Reply {
        try await step(visit, notice: "Your reply is kept.", "reply") { officer, id, revision, connection in
            try ReplyToAnomaly.act(
                visit.form["reply"], id, revision: revision, by: officer, at: visit.now, today: visit.today,
                connection)
        }
    }
}
