import Kernel
import Markup
import Site
import Storage

/// Every time that closing an action was proposed, whole: who said what, and when.
enum ClosingPage {}

extension PlansFeature {
    func closings(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<ActionRecord> = try visit.id("action")
        let (action, closings) = try await database.read { connection in
            (
                try JudgedAction.read(connection, officer.authority, plan, id),
                try ClosingSQL.closings(connection, officer.authority, id)
            )
        }
        return .page(ClosingPage.page(action, closings))
    }
}

extension ClosingPage {
    static func page(_ action: JudgedAction, _ closings: [Closing]) -> Page {
        Page(
            "Closing", section: .plan, breadcrumbs: action.crumbs,
            facts: [Markup(action.words), Markup("Proposed \(counted(closings.count, "time"))")]
        ) { m in
            if closings.isEmpty {
                m.emptyState(
                    "Not proposed yet",
                    "Whoever answers for the action proposes, somebody independent verifies, and the board decides."
                )
            }
            for closing in closings {
                m.part(Markup("Proposed on \(closing.proposedOn.long)")) { m in summary(closing, &m) }
            }
        }
    }

    /// One proposal with all that came of it.
    static func summary(_ closing: Closing, _ m: inout Markup) {
        var rows = [
            SummaryRow("Proposed by", Markup("\(closing.proposerWords), \(closing.proposedOn.long)")),
            SummaryRow("Done on", Markup(closing.doneOn.long)),
            SummaryRow("What is different now", "“\(closing.different)”"),
        ]
        if let withdrawal = closing.withdrawal {
            rows.append(SummaryRow("Withdrawn", "\(withdrawal.on.long): “\(withdrawal.because)”"))
        }
        if let verdict = closing.verdict {
            rows.append(
                SummaryRow(
                    verdict.isAccepted ? "Verified by" : "Not accepted by",
                    "\(verdict.name), \(verdict.on.long): “\(verdict.because)”"))
        }
        if let decision = closing.decision {
            rows += [
                SummaryRow(
                    decision.isClosed ? "Closed by" : "Not closed by",
                    "\(decision.body), \(decision.met.long): “\(decision.words)”"),
                SummaryRow("Present", Markup(decision.present)),
                SummaryRow(
                    "Recorded by", "\(decision.name), \(decision.duty.rawValue), \(decision.on.long)"),
            ]
        }
        if let reopening = closing.reopening {
            rows.append(
                SummaryRow(
                    "Reopened",
                    "\(reopening.on.long) by \(reopening.name ?? "Plumbline"): “\(reopening.because)”"))
        }
        m.summaryList(rows)
    }
}
