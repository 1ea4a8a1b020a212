import Kernel
import Markup
import Site
import Storage

/// Closing a round's readings, opening them again, withdrawing it.
extension AuditsFeature {
    func roundClosing(_ visit: Visit) async throws -> Reply { try await closingPage(visit, Entry()) }

    func closeRound(_ visit: Visit) async throws -> Reply {
        let (officer, today, now, sources) = (
            try visit.signedInOfficer, visit.today, visit.now, sources
        )
        let id: ID<AuditRound> = try visit.id("round")
        let deed = visit.form["deed"]
        let reason = visit.form["reason-\(deed)"]
        do {
            let notice = try await database.write(for: officer.authority) { connection in
                switch deed {
                case "first":
                    try RoundsClosing.closeFirst(
                        id, sources, by: officer, on: today, at: now, connection)
                    return "The first reading is closed."
                case "second":
                    try RoundsClosing.close(
                        id, reason: reason, sources, by: officer, on: today, at: now, connection)
                    return "The round is closed. Its result is open."
                case "open":
                    try RoundsClosing.reopen(
                        id, reason: reason, sources, by: officer, on: today, at: now, connection)
                    return "It is open again, with your reason."
                case "withdraw":
                    try RoundsClosing.withdraw(
                        id, reason: reason, sources, by: officer, on: today, at: now, connection)
                    return "The round is withdrawn. It stays listed."
                default: throw BadRequest()
                }
            }
            return .redirect(to: RoundsRoute.round.link(id), notice: notice)
        } catch let refused as RoundsClosing.Refused {
            return try await closingPage(
                visit, visit.entry([FieldError(refused.field.map { "\($0)-\(deed)" }, refused.sentence)]))
        }
    }

    private func closingPage(_ visit: Visit, _ entry: Entry) async throws -> Reply {
        let (officer, today) = (try visit.signedInOfficer, visit.today)
        let id: ID<AuditRound> = try visit.id("round")
        let shown = try await database.read { connection in
            let round = try RoundAccess.kept(connection, officer, id, on: today)
            let draws = try DrawSQL.draws(connection, officer.authority, id)
            return ClosingPage.Shown(
                round: round, isDrawn: draws[.first] != nil, isVerificationDrawn: draws[.second] != nil,
                unsent: try RoundsClosing.unsent(connection, officer.authority, id, .first),
                ungiven: try RoundCase.waiting(connection, officer.authority, id, .first).count,
                missing: try RoundsClosing.unsent(connection, officer.authority, id, .second)
                    + RoundCase.waiting(connection, officer.authority, id, .second).count)
        }
        let page = ClosingPage.page(shown, entry, visit)
        return entry.errors.isEmpty ? .page(page) : .refused(page)
    }
}

enum ClosingPage {
    struct Shown: Sendable {
        var round: Round
        var isDrawn: Bool
        var isVerificationDrawn: Bool
        var unsent: Int
        var ungiven: Int
        var missing: Int
    }

    static func page(_ shown: Shown, _ entry: Entry, _ visit: Visit) -> Page {
        let round = shown.round
        return Page(
            "Close \(round.title)", section: .audits, breadcrumbs: RoundCrumbs.round(round),
            errors: entry.errors
        ) { m in
            if round.withdrawn != nil {
                m.lead("This round is withdrawn: \(round.withdrawn ?? "")")
                return
            }
            if shown.isDrawn, round.firstClosedAt == nil { first(shown, visit, &m) }
            if round.firstClosedAt != nil, round.closedAt == nil { second(shown, entry, visit, &m) }
            if round.firstClosedAt != nil { reopening(round, entry, visit, &m) }
            m.part("Withdraw the round") { m in
                m.p("It no longer counts and stays listed with your reason. What was sent is kept.")
                deed("withdraw", "Withdraw the round", round, entry, visit, &m)
            }
        }
    }

    private static func first(_ shown: Shown, _ visit: Visit, _ m: inout Markup) {
        let missing = shown.unsent + shown.ungiven
        m.part("Close the first reading") { m in
            m.p(
                missing == 0
                    ? "Every audit has been sent."
                    : "\(strong: counted(missing, "audit")) \(missing == 1 ? "is" : "are") not sent, and will count as not returned."
            )
            m.p(
                shown.round.verification == nil
                    ? "Nothing is sent after that, and the result opens." : "Nothing is sent after that.")
            m.form(to: RoundsRoute.close.link(shown.round.id), key: visit.formKey) { m in
                m.button("Close the first reading", name: "deed", value: "first")
            }
        }
    }

    private static func second(
        _ shown: Shown, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Close verification") { m in
            if !shown.isVerificationDrawn {
                m.p("No case has been drawn to verify. To close without verification takes a reason.")
            } else if shown.missing > 0 {
                m.p(
                    "\(strong: counted(shown.missing, "second audit")) \(shown.missing == 1 ? "is" : "are") missing. To close without \(shown.missing == 1 ? "it" : "them") takes a reason."
                )
            } else {
                m.p("Every second audit has been sent.")
            }
            m.p("The result opens, and verifiers may see what the first readers said.")
            m.form(to: RoundsRoute.close.link(shown.round.id), key: visit.formKey, .class("narrow")) { m in
                if !shown.isVerificationDrawn || shown.missing > 0 {
                    m.textField("reason-second", "Why it is closed without", in: entry)
                }
                m.button("Close verification", name: "deed", value: "second")
            }
        }
    }

    private static func reopening(
        _ round: Round, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Open it again") { m in
            m.p(
                round.closedAt != nil && round.verification != nil
                    ? "Verification opens again. Second audits whose reader has seen the result end, since they would no longer be blind."
                    : "The first reading opens again.")
            deed("open", "Open it again", round, entry, visit, &m)
        }
    }

    private static func deed(
        _ value: String, _ words: Markup, _ round: Round, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        m.form(to: RoundsRoute.close.link(round.id), key: visit.formKey, .class("narrow")) { m in
            m.textField("reason-\(value)", "Why", in: entry)
            m.button(words, .other, name: "deed", value: value)
        }
    }
}
