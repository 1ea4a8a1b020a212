import Kernel
import Markup
import Site
import Storage

/// Opening a closed action again, with a reason. Every date and verdict stays on the record.
enum ReopenAction {}

extension PlansFeature {
    func actionToReopen(_ visit: Visit) async throws -> Reply {
        .page(ReopenAction.page(try await closingAtHand(visit), Entry(), visit))
    }

    func reopenAction(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let action: ID<ActionRecord> = try visit.id("action")
        do {
            let reason = visit.form["reason"]
            guard reason.count >= 3 else { throw ClosingRefused.reasonMissing }
            let reopened = try await database.write(for: officer.authority) {
                try ClosingSQL.reopen(
                    action, of: plan, because: reason, by: officer, officer.authority, at: visit.now,
                    on: visit.today, $0)
            }
            guard reopened else { throw ClosingRefused.notClosed }
            return .redirect(
                to: PlansRoute.action.link(plan, action),
                notice: "The action is open again. Its dates and verdicts are kept.")
        } catch let refusal as ClosingRefused {
            return .refused(ReopenAction.page(try await closingAtHand(visit), visit.entry(refusal), visit))
        }
    }
}

extension ReopenAction {
    static func page(_ hand: ClosingAtHand, _ entry: Entry, _ visit: Visit) -> Page {
        let action = hand.action
        return Page(
            "Reopen this action", section: .plan, breadcrumbs: action.crumbs, facts: [Markup(action.words)],
            errors: entry.errors
        ) { m in
            if let last = hand.last { ClosingPage.summary(last, &m) }
            guard hand.last?.state == .closed else {
                m.p("\(ClosingRefused.notClosed.sentence).")
                return
            }
            m.form(
                to: ClosingRoute.reopen.link(action.plan.id, action.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.textArea("reason", "Why is it reopened?", in: entry, hint: "Do not name a child.")
                m.buttons { m in
                    m.button("Reopen this action")
                    m.a("Cancel", .href(action.address))
                }
                m.note("Reopening keeps every date and verdict on the record.")
            }
        }
    }
}
