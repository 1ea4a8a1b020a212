package import Kernel
import Site
package import Storage

/// Opening an item again: what was done, or the assurance, no longer holds. Its time begins anew.
package enum ReopenSafety {
    static func decide(
        _ reason: String, _ item: SafetyItem, _ ladders: SafetyLadders, by person: ID<Person>?
    ) throws(StepRefused) -> String {
        if let no = SafetyRules.whyNotReopen(person, item, ladders) { throw StepRefused(no) }
        return try StepRefused.words(reason, "reason", orSay: "Say why the item is to be open again")
    }

    package static func act(
        _ reason: String, _ item: ID<SafetyRecord>, revision: Int, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        guard let (held, ladders) = try SafetySQL.found(connection, officer, item, on: today, at: now) else {
            throw NotFound()
        }
        let reason = try decide(reason, held, ladders, by: officer.person)
        guard held.revision == revision else { throw StepRefused.changedMeanwhile }
        let due = SafetyItems.due(raised: now, roundSays: held.roundSays)
        try SafetySQL.openAgain(item, officer.authority, due, connection)
        try SafetySQL.add(
            "reopened", reason, by: officer.person, to: item, officer.authority, at: now, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "safety.reopened",
                subject: "safety item", subjectID: item, to: ["says": "A safety item was opened again"]))
    }
}

extension AuditsFeature {
    func reopenSafetyItem(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<SafetyRecord> = try visit.id("item")
        do {
            try await database.write(for: officer.authority) { connection in
                try WarnOfNames.check(visit.form, ["reason"])
                try ReopenSafety.act(
                    visit.form["reason"], id, revision: Int(visit.form["revision"]) ?? -1, by: officer,
                    at: visit.now, on: visit.today, connection)
            }
            return .redirect(to: SafetyRoute.item.link(id), notice: "The item is open again.")
        } catch let refused as StepRefused {
            return try await safetyItem(id, refused, visit)
        }
    }
}
