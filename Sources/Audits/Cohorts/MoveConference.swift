package import Kernel
import Markup
import Site
package import Storage

/// Giving a child's next conference its date, or another: the first one is kept.
package enum MoveConference {
    package enum Refused: Refusal {
        case dayMissing, sameDay, reasonMissing, tooLong, decided, changedMeanwhile
        case day(String)

        package var sentence: String {
            switch self {
            case .dayMissing: "Give the day of the conference"
            case .sameDay: "This is the day that is set already"
            case .reasonMissing: "Say why the conference is moved"
            case .tooLong: "Say it in at most 1000 characters"
            case .decided: "The conference has decided: correct the decision instead"
            case .changedMeanwhile: DecideChild.Refused.changedMeanwhile.sentence
            case .day(let sentence): sentence
            }
        }

        package var field: String? {
            switch self {
            case .dayMissing, .sameDay, .day: "due"
            case .reasonMissing, .tooLong: "reason"
            case .decided, .changedMeanwhile: nil
            }
        }
    }

    static func decide(_ day: Day, reason: String, for child: CohortChild) throws(Refused) {
        guard child.decision == nil else { throw .decided }
        guard day != child.dueOn else { throw .sameDay }
        // The first date needs no reason; a move does.
        guard child.dueOn == nil || reason.count >= 3 else { throw .reasonMissing }
        guard reason.count <= 1000 else { throw .tooLong }
    }

    package static func act(
        to day: Day, reason: String, child number: Int, of id: ID<Cohort>, revision: Int, by officer: Officer,
        _ connection: Connection, at now: Instant
    ) throws {
        guard let cohort = try CohortSQL.cohort(connection, officer.authority, id),
            let child = try CohortSQL.one(connection, officer.authority, id, number)
        else { throw NotFound() }
        try decide(day, reason: reason, for: child)
        let isKept = try CohortSQL.record(
            "moved", reason, day: child.dueOn, of: child, revision: revision,
            set: "due_on = $5, first_due_on = COALESCE(first_due_on, $6)", [.day(day), .day(day)],
            by: officer, at: now, connection)
        guard isKept else { throw Refused.changedMeanwhile }
        try connection.record(
            CohortEvent.event(
                "cohort.moved", id,
                "\(child.dueOn == nil ? "Set" : "Moved") the conference of a child of “\(cohort.title)”",
                officer, at: now))
    }
}

extension AuditsFeature {
    func moveConference(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (fields, now) = (visit.form, visit.now)
        return try await savingChild(visit, ["reason"], "The conference has its new date.") {
            connection, cohort, child in
            let day: Day
            switch fields.date("due", called: "the conference") {
            case .empty: throw MoveConference.Refused.dayMissing
            case .wrong(let sentence): throw MoveConference.Refused.day(sentence)
            case .day(let given): day = given
            }
            try MoveConference.act(
                to: day, reason: fields["reason"], child: child.number, of: cohort.id,
                revision: Int(fields["revision"]) ?? 0, by: officer, connection, at: now)
        }
    }
}

extension MoveConference {
    static func form(
        _ found: CohortChildPage.Found, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let child = found.child
        m.part(child.dueOn == nil ? "Give the date of the next conference" : "Move the conference") { m in
            m.form(to: CohortsRoute.move.link(child.cohort, child.number), key: visit.formKey) { m in
                m.hiddenField("revision", "\(child.revision)")
                m.dateField("due", "Day of the conference", in: entry)
                if child.dueOn != nil {
                    m.textField(
                        "reason", "Why is it moved?", in: entry, hint: "The first date stays on record.")
                }
                WarnOfNames.tick(entry, ["reason"], &m)
                m.button("Save the date", .other)
            }
        }
    }
}
