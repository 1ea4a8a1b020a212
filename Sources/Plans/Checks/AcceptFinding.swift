import Kernel
import Markup
import PlanChecks
import Site
import Storage

/// Standing by a finding: an error may stay in the plan when somebody says why, under their name.
enum AcceptFinding {
    enum Refused: String, Refusal {
        case reasonMissing = "Say why it may stay as it is"

        var field: String? { "reason" }
    }

    static func decide(_ form: Fields) throws(Refused) -> String {
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        return form["reason"]
    }
}

extension PlansFeature {
    func acceptFinding(_ visit: Visit) async throws -> Reply {
        let (plan, finding) = try await findingToAccept(visit)
        return .page(AcceptFinding.page(plan, finding, Entry(), visit))
    }

    func addAcceptance(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, finding) = try await findingToAccept(visit)
        do {
            let reason = try AcceptFinding.decide(visit.form)
            try await database.write(for: officer.authority) { connection in
                try AcceptanceSQL.insert(
                    finding.id, of: finding.finding.check, reason: reason, by: officer, at: visit.now,
                    plan: plan.header.id, connection)
                try connection.record(
                    change(
                        "finding.accepted", "finding", finding.id, plan,
                        to: [
                            "check": .string(finding.finding.check),
                            "about": .string(finding.finding.subject),
                        ], reason: reason, officer, visit))
            }
            return .redirect(
                to: PlansRoute.checks.link(plan.header.id),
                notice: "The finding is accepted. Your reason is printed with the plan.")
        } catch let refusal as AcceptFinding.Refused {
            return .refused(AcceptFinding.page(plan, finding, visit.entry(refusal), visit))
        }
    }

    func endAcceptance(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, finding) = try await findingToAccept(visit)
        try await database.write(for: officer.authority) { connection in
            guard
                try AcceptanceSQL.delete(
                    finding.id, officer.authority, plan.header.id, at: visit.now, connection)
            else { return }
            try connection.record(
                change(
                    "finding.reopened", "finding", finding.id, plan,
                    from: ["check": .string(finding.finding.check)], officer, visit))
        }
        return .redirect(to: PlansRoute.checks.link(plan.header.id), notice: "The finding is open again.")
    }

    private func findingToAccept(_ visit: Visit) async throws -> (KeptPlan, CheckedPlan.Finding) {
        let plan = try await planToRead(visit)
        let id: FindingPrint = try visit.id("finding")
        guard let finding = try await checked(plan, visit).findings.first(where: { $0.id == id }) else {
            throw NotFound()
        }
        return (plan, finding)
    }
}

extension AcceptFinding {
    static func page(
        _ plan: KeptPlan, _ finding: CheckedPlan.Finding, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Accept a finding", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan.header)
                + [Link("Checks", PlansRoute.checks.link(plan.header.id))], errors: entry.errors
        ) { m in
            m.finding(ChecksPage.shown(plan, finding)) { _ in }
            m.form(
                to: PlansRoute.addAcceptance.link(plan.header.id, finding.id), key: visit.formKey
            ) { m in
                m.textArea(
                    "reason", "Why may it stay as it is?", in: entry,
                    hint: "The board will read this beside the plan, with your name. Do not name a child.")
                m.buttons { m in
                    m.button("Accept this finding")
                    m.a("Cancel", .href(PlansRoute.checks.link(plan.header.id)))
                }
            }
        }
    }
}
