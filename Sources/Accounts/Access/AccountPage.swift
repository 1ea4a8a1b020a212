import Kernel
import Markup
import Site

/// One account as an administrator sees it.
enum AccountPage {
    struct View: Sendable {
        let account: AccountRecord
        let isOwn: Bool
        let grants: [GrantRecord]
        let names: [ID<Account>: String]
        let secondFactor: Instant?
        let sessions: Int
        let entry: Entry
        let key: FormKey
        let today: Day
        var scopes = ScopeNames.empty
    }

    static func page(_ view: View) -> Page {
        let account = view.account
        return Page(
            account.name, breadcrumbs: [Link("People and access", AccessRoute.list.link())],
            facts: [
                Markup(account.email),
                Markup(account.lastSignedIn.map { "Last signed in \($0.moment)" } ?? "Has not signed in yet"),
                Markup(account.isDisabled ? "Disabled" : "Enabled"),
            ],
            deed: view.isOwn || account.isDisabled
                ? nil : Link("Give a role", AccessRoute.addGrant.link(account.id)), errors: view.entry.errors
        ) { m in
            if view.isOwn {
                m.p("This is your own account. Nobody changes their own access: ask another administrator.")
            }
            let standing = view.grants.filter {
                $0.ended == nil && $0.grant.until.map { $0 >= view.today } ?? true
            }
            m.part("What \(account.name) may do") { m in
                grants(standing, "Roles that hold or will", view, canEnd: !view.isOwn, &m)
            }
            let past = view.grants.filter { !standing.contains($0) }
            if !past.isEmpty {
                m.part("What has ended") { m in grants(past, "Roles that ended", view, canEnd: false, &m) }
            }
            m.part("Signing in") { m in signingIn(view, &m) }
        }
    }

    private static func grants(
        _ records: [GrantRecord], _ caption: String, _ view: View, canEnd: Bool, _ m: inout Markup
    ) {
        guard !records.isEmpty else {
            m.p("Nothing: this account opens its own page and no other.")
            return
        }
        m.table(
            caption,
            [
                Column("Role", .name), Column("Reaches"), Column("From"), Column("Until"), Column("Given by"),
                Column("Why"),
            ] + (canEnd ? [Column("End")] : [])
        ) { table in
            for record in records {
                table.row { cells in row(record, view, canEnd: canEnd, &cells) }
            }
        }
    }

    private static func row(_ record: GrantRecord, _ view: View, canEnd: Bool, _ cells: inout RowCells) {
        let grant = record.grant
        cells.cell(grant.role.words.capitalisedFirst)
        cells.cell(view.scopes.words(grant.scope).capitalisedFirst)
        cells.cell(grant.from.short)
        cells.cell(
            record.ended.map { "Ended \($0.inLondon.day.short)" } ?? grant.until?.short ?? "No end date")
        cells.cell(record.givenBy.flatMap { view.names[$0] } ?? "Plumbline")
        cells.cell(record.reason + (record.endReason.map { ". Ended: \($0)" } ?? ""))
        guard canEnd else { return }
        cells.cell { m in
            m.a(
                "End\(hidden: " the role \(grant.role.words)")",
                .href(AccessRoute.endingGrant.link(view.account.id, record.id)))
        }
    }

    private static func signingIn(_ view: View, _ m: inout Markup) {
        let account = view.account
        m.summaryList([
            SummaryRow("Name", "\(account.name)", .change(AccessRoute.edit.link(account.id))),
            SummaryRow(
                "Password", Markup(account.password == nil ? "Not chosen yet" : "Chosen by \(account.name)")),
            SummaryRow(
                "Second step",
                Markup(view.secondFactor.map { "Set up on \($0.inLondon.day.long)" } ?? "Not set up yet")),
            SummaryRow(
                "Signed in now",
                Markup(
                    view.sessions == 0
                        ? "Nowhere" : "In \(view.sessions) place\(view.sessions == 1 ? "" : "s")")),
        ])
        guard !view.isOwn else { return }
        m.form(to: AccessRoute.change.link(view.account.id), key: view.key) { m in
            if view.account.isDisabled {
                m.p("Disabled on \(view.account.disabled?.moment ?? "").")
                m.textField("reason", "Why the account is enabled again", in: view.entry, width: .half)
                m.button("Enable the account", name: "deed", value: "enable")
            } else {
                m.buttons { m in
                    m.button("Make a link for a new password", .other, name: "deed", value: "reset")
                    m.button(
                        "Make a link: the second step is lost too", .other, name: "deed", value: "resetBoth")
                    m.button("Sign out everywhere", .other, name: "deed", value: "endSessions")
                }
                m.textField("reason", "Why the account is disabled", in: view.entry, width: .half)
                m.button("Disable the account", .other, name: "deed", value: "disable")
            }
        }
    }
}
