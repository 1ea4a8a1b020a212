package import Kernel
import Site
package import Storage

/// Recording what was done to make a child safe: by the manager above the case's team, at once.
package enum RecordDone {
    static func decide(
        _ words: String, _ item: SafetyItem, _ ladders: SafetyLadders, by person: ID<Person>?
    ) throws(StepRefused) -> String {
        if let no = SafetyRules.whyNotRecord(person, item, ladders) { throw StepRefused(no) }
        return try StepRefused.words(
            words, "done", orSay: "Say what was done to make the child safe, in a sentence or two")
    }

    /// Keeps it. A second record before the assurance follows the first; both stay. `revision` is of the item that
    /// was read.
    package static func act(
        _ words: String, _ item: ID<SafetyRecord>, revision: Int, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        guard let (held, ladders) = try SafetySQL.found(connection, officer, item, on: today, at: now) else {
            throw NotFound()
        }
        let done = try decide(words, held, ladders, by: officer.person)
        guard held.revision == revision else { throw StepRefused.changedMeanwhile }
        try SafetySQL.change(
            held, officer.authority, set: "done = $4, done_at = $5, done_by = $6",
            [.text(done), .instant(now), .id(officer.person)], connection)
        try SafetySQL.add(
            "done", done, by: officer.person, to: item, officer.authority, at: now, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "safety.done",
                subject: "safety item", subjectID: item,
                to: ["says": "What was done is recorded on a safety item"]))
    }
}

extension AuditsFeature {
    func recordDone(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<SafetyRecord> = try visit.id("item")
        do {
            try await database.write(for: officer.authority) { connection in
                try WarnOfNames.check(visit.form, ["done"])
                try RecordDone.act(
                    visit.form["done"], id, revision: Int(visit.form["revision"]) ?? -1, by: officer,
                    at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: SafetyRoute.item.link(id),
                notice: "What was done is recorded. Somebody above you is asked for the assurance.")
        } catch let refused as StepRefused {
            return try await safetyItem(id, refused, visit)
        }
    }
}
