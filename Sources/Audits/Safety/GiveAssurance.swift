package import Kernel
import Markup
import Site
package import Storage

/// Giving the director the assurance that a child is safe: by somebody above whoever recorded what was done.
package enum GiveAssurance {
    static func decide(
        _ words: String, _ item: SafetyItem, _ ladders: SafetyLadders, by person: ID<Person>?,
        at now: Instant
    ) throws(StepRefused) -> String {
        if let no = SafetyRules.whyNotAssure(person, item, ladders, at: now) { throw StepRefused(no) }
        return try StepRefused.words(
            words, "assurance", orSay: "Say what assures you that the child is safe, and how you know")
    }

    /// Keeps it for good. `revision` is of the item that was read.
    package static func act(
        _ words: String, _ item: ID<SafetyRecord>, revision: Int, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        guard let (held, ladders) = try SafetySQL.found(connection, officer, item, on: today, at: now) else {
            throw NotFound()
        }
        let assurance = try decide(words, held, ladders, by: officer.person, at: now)
        guard held.revision == revision else { throw StepRefused.changedMeanwhile }
        try SafetySQL.change(
            held, officer.authority, set: "assurance = $4, assured_at = $5, assured_by = $6",
            [.text(assurance), .instant(now), .id(officer.person)], connection)
        try SafetySQL.add(
            "assured", assurance, by: officer.person, to: item, officer.authority, at: now, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "safety.assured",
                subject: "safety item", subjectID: item,
                to: ["says": "An assurance was given to the director"]))
    }
}

extension AuditsFeature {
    /// First shows what is about to become permanent; the second time keeps it.
    func giveAssurance(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<SafetyRecord> = try visit.id("item")
        let revision = Int(visit.form["revision"]) ?? -1
        let words = visit.form["assurance"]
        do {
            guard visit.form["confirmed"] == "yes" else {
                let found = try await database.read { connection in
                    try WarnOfNames.check(visit.form, ["assurance"])
                    return try SafetySQL.found(
                        connection, officer, id, on: visit.today, at: visit.now)
                }
                guard let (item, ladders) = found else { throw NotFound() }
                let assurance = try GiveAssurance.decide(
                    words, item, ladders, by: officer.person, at: visit.now)
                guard item.revision == revision else { throw StepRefused.changedMeanwhile }
                return .page(GiveAssurance.check(assurance, item, ladders, visit))
            }
            try await database.write(for: officer.authority) {
                try GiveAssurance.act(
                    words, id, revision: revision, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(
                to: SafetyRoute.item.link(id), notice: "Your assurance is given to the director.")
        } catch let refused as StepRefused {
            return try await safetyItem(id, refused, visit)
        }
    }
}

extension GiveAssurance {
    static func check(
        _ assurance: String, _ item: SafetyItem, _ ladders: SafetyLadders, _ visit: Visit
    ) -> Page {
        Page(
            "Check your assurance", section: .audits,
            breadcrumbs: SafetyCrumbs.item(item)
        ) { m in
            m.summaryList([
                SummaryRow(
                    "To", Markup(ladders.names(ladders.directors.sorted()).nilIfEmpty ?? "The director")),
                SummaryRow("About", Markup("\(item.title), \(item.roundTitle)")),
                SummaryRow(
                    "What was done",
                    item.done.map { "\($0.words) (\(ladders.name($0.by)), \($0.at.londonWords))" }),
                SummaryRow("Your assurance", Markup(assurance)),
            ])
            m.p(
                "It stands on the record with your name and the time, and cannot be changed. The director reads it as it is."
            )
            m.form(to: SafetyRoute.assure.link(item.id), key: visit.formKey) { m in
                m.hiddenField("revision", "\(item.revision)")
                m.hiddenField("assurance", assurance)
                m.hiddenField("confirmed", "yes")
                m.buttons { m in
                    m.button("Give this assurance")
                    m.a("Go back", .href(SafetyRoute.item.link(item.id)))
                }
            }
        }
    }
}
