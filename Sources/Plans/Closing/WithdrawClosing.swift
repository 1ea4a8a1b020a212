package import Kernel
import Markup
import Site
package import Storage

/// The proposer takes a proposal back before anybody has verified it.
package enum WithdrawClosing {
    static func check(_ hand: ClosingAtHand) throws(ClosingRefused) -> Closing {
        guard let closing = hand.last, closing.state == .proposed else { throw .notProposed }
        guard closing.proposedBy == hand.doer.officer.person else { throw .notTheProposer(closing.proposer) }
        return closing
    }

    package static func withdraw(
        because reason: String, _ action: ID<ActionRecord>, of plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        guard reason.count >= 3 else { throw ClosingRefused.reasonMissing }
        let hand = try ClosingAtHand.read(connection, officer, plan, action, on: today)
        let closing = try check(hand)
        try connection.run(
            """
            UPDATE closing SET withdrawn_at = $3, withdrawn_on = $4, withdrawn_account = $5,
                withdrawn_because = $6
            WHERE authority = $1 AND id = $2 AND verified_at IS NULL AND withdrawn_at IS NULL
            """,
            [
                .id(officer.authority), .id(closing.id), .instant(now), .day(today), .id(officer.account),
                .text(reason),
            ])
        try ClosingSQL.set(.open, action, officer.authority, connection)
        try connection.record(
            hand.action.event(
                "closing.withdrawn", says: "Proposal to close withdrawn: “\(reason)”", reason: reason,
                by: officer, officer.authority, at: now))
    }
}

extension PlansFeature {
    func closingToWithdraw(_ visit: Visit) async throws -> Reply {
        .page(WithdrawClosing.page(try await closingAtHand(visit), Entry(), visit))
    }

    func withdrawClosing(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let action: ID<ActionRecord> = try visit.id("action")
        do {
            try await database.write(for: officer.authority) {
                try WithdrawClosing.withdraw(
                    because: visit.form["reason"], action, of: plan, by: officer, at: visit.now,
                    on: visit.today, $0)
            }
            return .redirect(
                to: PlansRoute.action.link(plan, action),
                notice: "The proposal is withdrawn. The action is open.")
        } catch let refusal as ClosingRefused {
            return .refused(
                WithdrawClosing.page(try await closingAtHand(visit), visit.entry(refusal), visit))
        }
    }
}

extension WithdrawClosing {
    static func page(_ hand: ClosingAtHand, _ entry: Entry, _ visit: Visit) -> Page {
        let action = hand.action
        return Page(
            "Withdraw the proposal to close", section: .plan, breadcrumbs: action.crumbs,
            facts: [Markup(action.words)], errors: entry.errors
        ) { m in
            if let last = hand.last { ClosingPage.summary(last, &m) }
            do throws(ClosingRefused) {
                _ = try check(hand)
            } catch {
                m.p("\(error.sentence).")
                return
            }
            m.form(
                to: ClosingRoute.withdraw.link(action.plan.id, action.id), key: visit.formKey,
                .class("narrow")
            ) { m in
                m.textArea("reason", "Why is it withdrawn?", in: entry)
                m.buttons { m in
                    m.button("Withdraw the proposal")
                    m.a("Cancel", .href(action.address))
                }
            }
        }
    }
}
