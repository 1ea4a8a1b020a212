import Kernel
import Markup
import Site

/// What one sees of one's own account.
enum OwnAccountPage {
    struct View: Sendable {
        let account: AccountRecord
        let officer: Officer
        let factor: Instant?
        let codesLeft: Int
        let sessions: [SessionRecord]
        let ownSession: String?
        let grants: [GrantRecord]
        var scopes: ScopeNames
        let key: FormKey
        let today: Day
    }

    static func page(_ view: View) -> Page {
        Page(
            "Your account", heading: Markup(view.account.name),
            facts: [Markup(view.officer.post), Markup(view.account.email)].filter { !$0.isEmpty }
        ) { m in
            m.part("Signing in") { m in m.summaryList(signingIn(view)) }
            m.part("What you may do") { m in grants(view, &m) }
            m.part("Where you are signed in") { m in sessions(view, &m) }
        }
    }

    private static func signingIn(_ view: View) -> [SummaryRow] {
        let second = OwnAccountRoute.secondFactor.link()
        var rows = [
            SummaryRow("Password", "Known to you alone", .change(OwnAccountRoute.password.link())),
            SummaryRow(
                "Second step",
                Markup(view.factor.map { "Authenticator set up on \($0.inLondon.day.long)" } ?? "Not set up"),
                .link(
                    Link("\(view.factor == nil ? "Set up" : "Renew")\(hidden: " your second step")", second))),
        ]
        if view.factor != nil {
            rows.append(
                SummaryRow(
                    "Recovery codes", "\(view.codesLeft) of \(RecoveryCodes.count) left",
                    .link(Link("Make new\(hidden: " recovery codes")", second))))
        }
        return rows
    }

    private static func grants(_ view: View, _ m: inout Markup) {
        let current = view.grants.filter { $0.grant.until.map { $0 >= view.today } ?? true }
        if current.isEmpty {
            m.p("Nothing yet: an administrator has to give you a role.")
            return
        }
        m.ul { m in
            for record in current {
                m.li(
                    "\(record.grant.role.words.capitalisedFirst), \(view.scopes.words(record.grant.scope)), "
                        + record.grant.days)
            }
        }
        m.note("An administrator changes this, and nobody their own.")
    }

    private static func sessions(_ view: View, _ m: inout Markup) {
        m.table(
            "Where you are signed in",
            [Column("Program", .name), Column("Since"), Column("Last click"), Column("Sign out")]
        ) { table in
            for session in view.sessions {
                table.row { row in
                    row.cell(session.agent)
                    row.cell(session.made.moment)
                    row.cell(session.lastSeen.moment)
                    guard session.tokenHash != view.ownSession else { return row.cell("This one") }
                    row.cell { m in
                        m.form(to: OwnAccountRoute.endSession.link(session.id), key: view.key) { m in
                            m.button("Sign out there\(hidden: ": \(session.agent)")", .other)
                        }
                    }
                }
            }
        }
        if view.sessions.count > 1 {
            m.form(to: OwnAccountRoute.endOtherSessions.link(), key: view.key) { m in
                m.button("Sign out everywhere else", .other)
            }
        }
    }
}

/// The form for a new password of one's own.
enum ChangePasswordPage {
    static func page(_ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Change your password", breadcrumbs: [Link("Your account", OwnAccountRoute.page.link())],
            errors: entry.errors
        ) { m in
            m.form(to: OwnAccountRoute.changePassword.link(), key: visit.formKey, .class("narrow")) { m in
                m.passwordField("current", "Your password now", in: entry)
                m.newPasswordFields(entry)
                m.p("You stay signed in here, and are signed out everywhere else.")
                m.button("Save the new password")
            }
        }
    }
}

/// Asks for the password before the second step is changed.
enum RenewSecondStepPage {
    static func page(_ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Your second step", breadcrumbs: [Link("Your account", OwnAccountRoute.page.link())],
            errors: entry.errors
        ) { m in
            m.form(to: OwnAccountRoute.renewSecondFactor.link(), key: visit.formKey, .class("narrow")) { m in
                m.p("A new authenticator or new codes take the place of the old ones.")
                m.passwordField("current", "Your password", in: entry)
                m.buttons { m in
                    m.button("Set up an authenticator", name: "deed", value: "authenticator")
                    m.button("Make new recovery codes", .other, name: "deed", value: "codes")
                }
            }
        }
    }
}

extension Instant {
    /// `20 Nov 2026, 09:14` in London.
    var moment: String {
        let (day, minutes) = inLondon
        return
            "\(day.short), \(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}

extension Grant {
    /// `from 1 Nov 2026 until 31 Mar 2027`.
    var days: String { "from \(from.short)" + (until.map { " until \($0.short)" } ?? ", no end date") }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
