package import Kernel
import Markup
import Site
package import Storage

/// The second of three: somebody independent accepts or rejects the proposal, with a reason.
package enum VerifyClosing {
    package struct Form: Hashable, Sendable {
        package var isAccepted: Bool
        package var reason: String

        package init(isAccepted: Bool, reason: String) {
            self.isAccepted = isAccepted
            self.reason = reason
        }
    }

    static func decide(_ form: Fields) throws(ClosingRefused) -> Form {
        guard ["accepted", "rejected"].contains(form["verdict"]) else { throw .verdictMissing }
        guard form["reason"].count >= 3 else { throw .reasonMissing }
        return Form(isAccepted: form["verdict"] == "accepted", reason: form["reason"])
    }

    static func check(_ hand: ClosingAtHand) throws(ClosingRefused) -> Closing {
        guard let closing = hand.last, closing.state == .proposed else { throw .notProposed }
        if let no = hand.forVerifying.whyNot(hand.doer.officer.person) { throw .notIndependent(no) }
        return closing
    }
}

// MARK: Acting

extension VerifyClosing {
    /// `closing` is the proposal that was looked at: one taken further meanwhile is refused.
    package static func verify(
        _ form: Form, closing: ID<ClosingRecord>? = nil, _ action: ID<ActionRecord>,
        of plan: ID<PlanRecord>, by officer: Officer, at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        let hand = try ClosingAtHand.read(connection, officer, plan, action, on: today)
        if let closing, hand.last?.id != closing || hand.last?.state != .proposed {
            throw ClosingRefused.changedMeanwhile
        }
        let proposed = try check(hand)
        try connection.run(
            """
            UPDATE closing SET verified_at = $3, verified_on = $4, verified_account = $5, verified_by = $6,
                verdict = $7, verdict_because = $8
            WHERE authority = $1 AND id = $2 AND verified_at IS NULL AND withdrawn_at IS NULL
            """,
            [
                .id(officer.authority), .id(proposed.id), .instant(now), .day(today), .id(officer.account),
                .id(officer.person), .text(form.isAccepted ? "accepted" : "rejected"), .text(form.reason),
            ])
        try ClosingSQL.set(form.isAccepted ? .verified : .open, action, officer.authority, connection)
        try connection.record(
            hand.action.event(
                form.isAccepted ? "closing.verified" : "closing.rejected",
                says: "Closing \(form.isAccepted ? "verified" : "not accepted"): “\(form.reason)”",
                reason: form.reason, by: officer, officer.authority, at: now))
    }
}

extension PlansFeature {
    func closingToVerify(_ visit: Visit) async throws -> Reply {
        .page(VerifyClosing.page(try await closingAtHand(visit), Entry(), visit))
    }

    func verifyClosing(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let action: ID<ActionRecord> = try visit.id("action")
        do {
            let form = try VerifyClosing.decide(visit.form)
            guard let looked: ID<ClosingRecord> = visit.form.id("closing") else { throw BadRequest() }
            try await database.write(for: officer.authority) {
                try VerifyClosing.verify(
                    form, closing: looked, action, of: plan, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(
                to: PlansRoute.action.link(plan, action),
                notice: form.isAccepted
                    ? "The closing is verified. It waits for the board."
                    : "The closing is not accepted. The action is open again."
            )
        } catch let refusal as ClosingRefused {
            return .refused(
                VerifyClosing.page(try await closingAtHand(visit), visit.entry(refusal), visit))
        }
    }
}

// MARK: Page

extension VerifyClosing {
    static func page(_ hand: ClosingAtHand, _ entry: Entry, _ visit: Visit) -> Page {
        let action = hand.action
        return Page(
            "Verify a closing", section: .plan, breadcrumbs: action.crumbs, facts: [Markup(action.words)],
            errors: entry.errors
        ) { m in
            if let last = hand.last { ClosingPage.summary(last, &m) }
            m.part("Evidence") { m in
                if hand.evidence.isEmpty {
                    m.p("\(strong: "There is none.") Nothing but the lead’s word says that this was done.")
                } else {
                    EvidencePage.table(hand.evidence, withAction: false, &m)
                }
            }
            do throws(ClosingRefused) {
                _ = try check(hand)
            } catch {
                m.p("\(error.sentence).")
                if entry.errors.isEmpty { return }
            }
            m.form(
                to: ClosingRoute.verify.link(action.plan.id, action.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.hiddenField(
                    "closing", entry.value("closing").nilIfEmpty ?? hand.last?.id.description ?? "")
                m.radios(
                    "verdict", "Is it done, and is what is said to be different so?",
                    [
                        Choice("accepted", "Accept", hint: "It goes to the board"),
                        Choice("rejected", "Reject", hint: "The action is open again, with your reason"),
                    ], in: entry)
                m.textArea(
                    "reason", "Why?", in: entry,
                    hint: "What you checked, how many, and what you found. Do not name a child.")
                m.buttons { m in
                    m.button("Save the verdict")
                    m.a("Cancel", .href(action.address))
                }
            }
        }
    }
}
