package import Kernel
import Markup
import Site
package import Storage

/// Recording what a child's conference decided: goes on, ended or something else; by whom, why and when.
package enum DecideChild {
    package struct Form: Sendable {
        package var what: CohortDecision?
        package var on: Day
        package var by: String
        package var why: String

        package init(what: CohortDecision?, on: Day, by: String, why: String) {
            self.what = what
            self.on = on
            self.by = by
            self.why = why
        }
    }

    package enum Refused: Refusal {
        case decisionMissing, dayMissing, dayAhead, beforeList, byMissing, whyMissing, tooLong
        case day(String)
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .decisionMissing: "Say what was decided"
            case .dayMissing: "Give the day of the decision"
            case .dayAhead: "A decision cannot lie ahead: give the day on which it was made"
            case .beforeList: "The list is younger than this day: only what was decided since counts"
            case .byMissing: "Say by whom it was decided"
            case .whyMissing: "Say why it was decided"
            case .tooLong: "Say it in at most 1000 characters"
            case .day(let sentence): sentence
            case .changedMeanwhile:
                "Somebody else changed this child’s record meanwhile. What stands now is shown above: look at it, then save again"
            }
        }

        package var field: String? {
            switch self {
            case .decisionMissing: "decision"
            case .dayMissing, .dayAhead, .beforeList, .day: "decided"
            case .byMissing: "by"
            case .whyMissing, .tooLong: "why"
            case .changedMeanwhile: nil
            }
        }
    }

    static func read(_ form: Fields) throws(Refused) -> Form {
        switch form.date("decided", called: "the day of the decision") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .day(sentence)
        case .day(let day):
            return Form(
                what: CohortDecision(rawValue: form["decision"]), on: day, by: form["by"], why: form["why"])
        }
    }

    /// When an ended one is looked at again; nil where it goes on.
    static func decide(
        _ form: Form, _ cohort: CohortRecord, on today: Day
    ) throws(Refused) -> (decided: CohortChild.Decided, lookOn: Day?) {
        guard let what = form.what else { throw .decisionMissing }
        guard form.on <= today else { throw .dayAhead }
        guard form.on >= cohort.listOn else { throw .beforeList }
        guard form.by.count >= 3 else { throw .byMissing }
        guard form.why.count >= 3 else { throw .whyMissing }
        guard form.why.count <= 1000, form.by.count <= 200 else { throw .tooLong }
        return (
            CohortChild.Decided(what: what, on: form.on, by: form.by, why: form.why),
            what == .end ? form.on.adding(months: cohort.lookAfterMonths) : nil
        )
    }

    /// A second decision takes the place of the first, which stays among the facts.
    package static func act(
        _ form: Form, child number: Int, of id: ID<Cohort>, revision: Int, by officer: Officer, today: Day,
        _ connection: Connection, at now: Instant
    ) throws {
        guard let cohort = try CohortSQL.cohort(connection, officer.authority, id),
            let child = try CohortSQL.one(connection, officer.authority, id, number)
        else { throw NotFound() }
        let (decided, lookOn) = try decide(form, cohort, on: today)
        let isKept = try CohortSQL.record(
            "decided", "\(decided.what.rawValue); \(decided.by); \(decided.why)", day: decided.on, of: child,
            revision: revision,
            set: """
                decision = $5, decided_on = $6, decided_by = $7, why = $8, recorded_at = $9,
                recorded_by = $10, look_on = $11, looked_at = NULL, looked_by = NULL, looked = NULL
                """,
            [
                .text(decided.what.rawValue), .day(decided.on), .text(decided.by), .text(decided.why),
                .instant(now), .id(officer.account), .day(lookOn),
            ], by: officer, at: now, connection)
        guard isKept else { throw Refused.changedMeanwhile }
        try connection.record(
            CohortEvent.event(
                "cohort.decided", id, "Recorded a conference’s decision for a child of “\(cohort.title)”",
                officer, at: now))
    }
}

extension AuditsFeature {
    func decideChild(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (fields, now, today) = (visit.form, visit.now, visit.today)
        return try await savingChild(visit, ["by", "why"], "The decision is recorded.") {
            connection, cohort, child in
            try DecideChild.act(
                try DecideChild.read(fields), child: child.number, of: cohort.id,
                revision: Int(fields["revision"]) ?? 0, by: officer, today: today, connection, at: now)
        }
    }
}

extension DecideChild {
    static func form(
        _ found: CohortChildPage.Found, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        guard found.child.decision != nil else {
            return m.part("Record the decision") { fields(found, entry, visit, &$0) }
        }
        let isOpen = entry.errors.contains { $0.field != "looked" && $0.field != "shows" }
        m.disclosure("Correct the decision", isOpen: isOpen) { fields(found, entry, visit, &$0) }
    }

    private static func fields(
        _ found: CohortChildPage.Found, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let child = found.child
        m.form(to: CohortsRoute.decide.link(child.cohort, child.number), key: visit.formKey) { m in
            m.hiddenField("revision", "\(child.revision)")
            m.radios(
                "decision", "What did the conference decide?",
                [
                    Choice(CohortDecision.goesOn.rawValue, "It continues"),
                    Choice(CohortDecision.end.rawValue, "It ends"),
                    Choice(CohortDecision.other.rawValue, "Something else"),
                ], in: entry,
                hint:
                    "An ended one is looked at again after \(counted(found.cohort.lookAfterMonths, "month"))."
            )
            m.dateField("decided", "On which day?", in: entry)
            m.textField("by", "By whom?", in: entry, hint: "Such as “the conference”, with its chair.")
            m.textArea("why", "Why?", in: entry, hint: "Do not name the child.")
            WarnOfNames.tick(entry, ["by", "why"], &m)
            m.button("Record the decision")
        }
    }
}
