package import Kernel
import Markup
import Site

/// Withdrawing a document with a reason: nobody follows it or is asked to read it any more, and it stays on record.
package enum WithdrawGuidance {
    enum Refused: String, Refusal {
        case reasonMissing = "Say why it is withdrawn, and what stands in its place"
        case withdrawn = "This document is withdrawn already"

        var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    static func decide(_ guidance: Guidance, reason: String, on today: Day) throws(Refused) -> Guidance {
        guard guidance.withdrawn == nil else { throw .withdrawn }
        guard reason.count >= 3 else { throw .reasonMissing }
        var gone = guidance
        gone.withdrawn = today
        if gone.stage == .approving {
            gone.stage = .draft
            gone.waitsFor = nil
        }
        return gone
    }

    package static func act(
        reason: String, revision: Int? = nil, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>,
        _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: revision)
        guard found.eyes.tends(found.guidance) else { throw NotFound() }
        let gone = try decide(found.guidance, reason: reason, on: acting.today)
        try GuidanceSQL.save(gone, acting)
        try GuidanceSQL.withdraw(id, reason: reason, acting)
        try acting.record(
            "guidance.withdrawn", gone, found.actions.map(\.id), says: { "\($0) was withdrawn" },
            reason: reason)
    }
}

extension PlansFeature {
    func withdrawGuidance(_ visit: Visit) async throws -> Reply {
        try await guidanceForm(visit, if: \.tends) { WithdrawGuidance.page($0, Entry(), visit) }
    }

    func addGuidanceWithdrawal(_ visit: Visit) async throws -> Reply {
        try await guidanceDeed(
            visit, notice: "The document is withdrawn.", again: { WithdrawGuidance.page($0, $1, visit) }
        ) { plan, id, acting in
            try WithdrawGuidance.act(
                reason: visit.form["reason"], revision: visit.form.revision, on: id, of: plan, acting)
        }
    }
}

// MARK: Page

extension WithdrawGuidance {
    static func page(_ found: GuidanceCase, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Withdraw the document", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(found.plan, found), facts: [Markup(found.guidance.title)],
            errors: entry.errors
        ) { m in
            GuidanceCrumbs.standing(found, entry, &m)
            m.p(
                "It can no longer be followed, and nobody is asked to read it. It stays here with its reason, for whoever asks later what was in force. This cannot be undone."
            )
            m.form(
                to: GuidanceRoute.addWithdrawal.link(found.plan.id, found.guidance.id), key: visit.formKey
            ) { m in
                m.hiddenField("revision", "\(found.guidance.revision)")
                m.textArea(
                    "reason", "Why, and what stands in its place", in: entry,
                    hint: "Everybody on its list will read this")
                m.buttons { m in
                    m.button("Withdraw it")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }
}
