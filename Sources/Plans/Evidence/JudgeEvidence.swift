package import Kernel
import Markup
import Site
package import Storage

/// Accepting or rejecting a piece of evidence: once, with a reason, by somebody independent.
package enum JudgeEvidence {
    package enum Refused: Refusal {
        case verdictMissing, reasonMissing
        case alreadyJudged, withdrawn
        case personal
        case notIndependent(NotIndependent)

        package var sentence: String {
            switch self {
            case .verdictMissing: "Say whether you accept it"
            case .reasonMissing: "Say why: what you looked at and what it shows or fails to show"
            case .alreadyJudged:
                "Somebody judged this evidence while you had it open: their verdict stands above"
            case .withdrawn: "This evidence was withdrawn while you had it open"
            case .personal: "This evidence holds personal data, which your role does not open"
            case .notIndependent(let no): no.sentence
            }
        }

        package var field: String? {
            switch self {
            case .verdictMissing: "verdict"
            case .reasonMissing: "reason"
            default: nil
            }
        }
    }

    package struct Form: Hashable, Sendable {
        package var isAccepted: Bool
        package var reason: String

        package init(isAccepted: Bool, reason: String) {
            self.isAccepted = isAccepted
            self.reason = reason
        }
    }

    static func decide(_ form: Fields) throws(Refused) -> Form {
        guard ["accepted", "rejected"].contains(form["verdict"]) else { throw .verdictMissing }
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        return Form(isAccepted: form["verdict"] == "accepted", reason: form["reason"])
    }

    /// Why the officer may not judge this; nil where they may. Their role is the route's matter.
    static func whyNot(
        _ item: EvidenceItem, _ independence: Independence, by person: ID<Person>?, mayOpenPersonal: Bool
    ) -> Refused? {
        if item.withdrawal != nil { return .withdrawn }
        if item.verdict != nil { return .alreadyJudged }
        if let no = independence.whyNot(person) { return .notIndependent(no) }
        return item.isPersonal && !mayOpenPersonal ? .personal : nil
    }

    /// Whose work the evidence is: whoever answers, whoever proposes to close on it, whoever added it.
    static func independence(
        _ item: EvidenceItem, _ action: JudgedAction, _ line: Line, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws -> Independence {
        var question = try Independence.Question.of(action, connection, authority)
        question.verifier = nil
        let adder = item.addedBy.map { Independence.Author.other($0, "added this evidence") }
        return Independence(
            line, of: action.run.accountable, authors: question.authors + [adder].compactMap { $0 })
    }
}

// MARK: Acting

extension JudgeEvidence {
    /// Writes the verdict and its event, in the transaction of `connection`.
    package static func judge(
        _ id: ID<EvidenceRecord>, of plan: ID<PlanRecord>, _ form: Form, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        let doer = try Doer.of(officer, connection, on: today)
        let mayOpen = try doer.holds(EvidenceRoute.caseAccess, in: plan, connection)
        guard
            let item = try EvidenceSQL.item(
                connection, officer.authority, plan, id, mayOpenPersonal: mayOpen)
        else { throw NotFound() }
        let action = try JudgedAction.read(connection, officer.authority, plan, item.action)
        let independence = try independence(item, action, doer.line, connection, officer.authority)
        if let no = whyNot(item, independence, by: officer.person, mayOpenPersonal: mayOpen) { throw no }
        try connection.run(
            """
            INSERT INTO evidence_verdict (authority, evidence, at, judged_on, account, person, verdict, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(officer.authority), .id(id), .instant(now), .day(today), .id(officer.account),
                .id(officer.person), .text(form.isAccepted ? "accepted" : "rejected"), .text(form.reason),
            ])
        let word = form.isAccepted ? "accepted" : "rejected"
        let what = item.isPersonal ? "that holds personal data" : "“\(item.title)”"
        try connection.record(
            action.event(
                "evidence.\(word)", says: "Evidence \(what) \(word): “\(form.reason)”", reason: form.reason,
                by: officer, officer.authority, at: now))
    }
}

extension PlansFeature {
    func judgeEvidence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<EvidenceRecord> = try visit.id("evidence")
        do {
            let form = try JudgeEvidence.decide(visit.form)
            try await database.write(for: officer.authority) {
                try JudgeEvidence.judge(
                    id, of: plan, form, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(
                to: EvidenceRoute.item.link(plan, id),
                notice: form.isAccepted
                    ? "The evidence is accepted, with your reason."
                    : "The evidence is rejected, with your reason."
            )
        } catch let refusal as JudgeEvidence.Refused {
            let shown = try await evidenceShown(visit)
            return .refused(EvidenceItemPage.page(shown, visit.entry(refusal), visit))
        }
    }
}
