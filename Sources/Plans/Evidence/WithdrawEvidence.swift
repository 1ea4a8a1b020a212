package import Kernel
import Markup
import Site
package import Storage

/// Taking a piece of evidence back, with a reason. It stays listed.
package enum WithdrawEvidence {
    package enum Refused: String, Refusal {
        case reasonMissing = "Say why it is withdrawn"
        case alreadyWithdrawn = "This evidence is withdrawn already"
        case notTheirs = "Whoever added the evidence withdraws it, or who keeps the plan"

        package var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    static func decide(
        _ item: EvidenceItem, by officer: Officer, isKeeper: Bool
    ) throws(Refused) {
        guard item.withdrawal == nil else { throw .alreadyWithdrawn }
        guard isKeeper || officer.person != nil && item.addedBy == officer.person else { throw .notTheirs }
    }

    package static func withdraw(
        _ id: ID<EvidenceRecord>, of plan: ID<PlanRecord>, because reason: String, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        let doer = Doer(officer, line: Line(), on: today)
        guard
            let item = try EvidenceSQL.item(connection, officer.authority, plan, id, mayOpenPersonal: true)
        else { throw NotFound() }
        try decide(item, by: officer, isKeeper: try doer.holds(PlansRoute.keepers, in: plan, connection))
        let action = try JudgedAction.read(connection, officer.authority, plan, item.action)
        try connection.run(
            """
            INSERT INTO evidence_withdrawal (authority, evidence, at, withdrawn_on, account, person, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(officer.authority), .id(id), .instant(now), .day(today), .id(officer.account),
                .id(officer.person), .text(reason),
            ])
        let what = item.isPersonal ? "that holds personal data" : "“\(item.title)”"
        try connection.record(
            action.event(
                "evidence.withdrawn", says: "Evidence \(what) withdrawn: “\(reason)”", reason: reason,
                by: officer, officer.authority, at: now))
    }
}

extension PlansFeature {
    func evidenceToWithdraw(_ visit: Visit) async throws -> Reply {
        let shown = try await evidenceShown(visit)
        return .page(WithdrawEvidence.page(shown, Entry(), visit))
    }

    func withdrawEvidence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<EvidenceRecord> = try visit.id("evidence")
        do {
            try await database.write(for: officer.authority) {
                try WithdrawEvidence.withdraw(
                    id, of: plan, because: visit.form["reason"], by: officer, at: visit.now, on: visit.today,
                    $0)
            }
            return .redirect(
                to: EvidenceRoute.item.link(plan, id),
                notice: "The evidence is withdrawn. It stays listed, with your reason.")
        } catch let refusal as WithdrawEvidence.Refused {
            let shown = try await evidenceShown(visit)
            return .refused(WithdrawEvidence.page(shown, visit.entry(refusal), visit))
        }
    }
}

extension WithdrawEvidence {
    static func page(_ shown: EvidenceShown, _ entry: Entry, _ visit: Visit) -> Page {
        let item = shown.item
        return Page(
            "Withdraw evidence", section: .plan, breadcrumbs: shown.action.crumbs,
            facts: [Markup(item.title), "Added by \(strong: item.addedByName), \(item.addedOn.long)"],
            errors: entry.errors
        ) { m in
            m.p("It stays listed as withdrawn, and no longer counts as evidence.")
            m.form(
                to: EvidenceRoute.withdraw.link(item.plan, item.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.textArea("reason", "Why is it withdrawn?", in: entry, hint: "Do not name a child.")
                m.buttons { m in
                    m.button("Withdraw this evidence")
                    m.a("Cancel", .href(EvidenceRoute.item.link(item.plan, item.id)))
                }
            }
        }
    }
}
