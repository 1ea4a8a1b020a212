package import Kernel
import Markup
import Site
package import Storage

/// Looking at an ended one again, some months on: was it right to end?
package enum LookAgain {
    package enum Refused: String, Refusal {
        case answerMissing = "Say whether it was right to end"
        case whyMissing = "Say what shows it"
        case tooLong = "Say it in at most 1000 characters"
        case notEnded = "Only what has ended, and was not looked at yet, is looked at again"
        case tooEarly = "It is not looked at again before its day"
        case changedMeanwhile =
            "Somebody else changed this child’s record meanwhile. What stands now is shown above: look at it, then save again"

        package var field: String? {
            switch self {
            case .answerMissing: "looked"
            case .whyMissing, .tooLong: "shows"
            case .notEnded, .tooEarly, .changedMeanwhile: nil
            }
        }
    }

    static func decide(
        _ answer: CohortChild.Looked?, _ why: String, for child: CohortChild, on today: Day
    ) throws(Refused) -> CohortChild.Looked {
        guard let lookOn = child.lookOn, child.looked == nil else { throw .notEnded }
        guard lookOn <= today else { throw .tooEarly }
        guard let answer else { throw .answerMissing }
        guard why.count >= 3 else { throw .whyMissing }
        guard why.count <= 1000 else { throw .tooLong }
        return answer
    }

    /// `isAgain` says that the child needs it again.
    package static func act(
        isAgain: Bool?, why: String, child number: Int, of id: ID<Cohort>, revision: Int, by officer: Officer,
        today: Day, _ connection: Connection, at now: Instant
    ) throws {
        guard let cohort = try CohortSQL.cohort(connection, officer.authority, id),
            let child = try CohortSQL.one(connection, officer.authority, id, number)
        else { throw NotFound() }
        let answer = try decide(isAgain.map { $0 ? .again : .right }, why, for: child, on: today)
        let isKept = try CohortSQL.record(
            "looked", "\(answer.rawValue); \(why)", day: today, of: child, revision: revision,
            set: "looked = $5, looked_at = $6, looked_by = $7",
            [.text(answer.rawValue), .instant(now), .id(officer.account)], by: officer, at: now, connection)
        guard isKept else { throw Refused.changedMeanwhile }
        try connection.record(
            CohortEvent.event(
                "cohort.looked", id, "Looked again at a child of “\(cohort.title)”", officer, at: now))
    }
}

extension AuditsFeature {
    func lookAgain(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (fields, now, today) = (visit.form, visit.now, visit.today)
        return try await savingChild(visit, ["shows"], "The second look is recorded.") {
            connection, cohort, child in
            let answer = CohortChild.Looked(rawValue: fields["looked"])
            try LookAgain.act(
                isAgain: answer.map { $0 == .again }, why: fields["shows"], child: child.number,
                of: cohort.id,
                revision: Int(fields["revision"]) ?? 0, by: officer, today: today, connection, at: now)
        }
    }
}

extension LookAgain {
    static func form(
        _ found: CohortChildPage.Found, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let child = found.child
        guard child.isToBeLookedAt(on: visit.today) else { return }
        m.part("Look at it again") { m in
            m.form(to: CohortsRoute.look.link(child.cohort, child.number), key: visit.formKey) { m in
                m.hiddenField("revision", "\(child.revision)")
                m.radios(
                    "looked", "Was it right to end?",
                    CohortChild.Looked.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                m.textArea("shows", "What shows it?", in: entry, hint: "Do not name the child.")
                WarnOfNames.tick(entry, ["shows"], &m)
                m.button("Record the second look")
            }
        }
    }
}
