import Kernel
import Markup
import Sheets
import Site

/// The list of accounts, by name, fifty to a page.
enum AccountList {
    struct Row: Sendable {
        let account: AccountRecord
        /// What holds today.
        let grants: [Grant]
        let hasSecondFactor: Bool

        var state: State {
            if account.isDisabled { return .disabled }
            return account.password == nil && account.lastSignedIn == nil ? .invited : .active
        }
    }

    enum State: String, CaseIterable {
        case active = "Active"
        case invited = "Invited, has not come in yet"
        case disabled = "Disabled"
    }

    /// What the address asks for.
    struct Filter {
        let words: String
        let role: Role?
        let state: State?

        init(_ query: Fields) {
            words = query["q"]
            role = Role(rawValue: query["role"])
            state = State.allCases.first { "\($0)" == query["state"] }
        }

        func lets(_ row: Row) -> Bool {
            let text = "\(row.account.name) \(row.account.email)".lowercased()
            return (words.isEmpty || text.contains(words.lowercased()))
                && (role == nil || row.grants.contains { $0.role == role })
                && (state == nil || row.state == state)
        }

        var isEmpty: Bool { words.isEmpty && role == nil && state == nil }
    }

    static let pageLength = 50

    static func page(_ rows: [Row], filter: Filter, page number: Int, query: Query) -> Page {
        let shown = rows.filter(filter.lets)
        let pages = max(1, (shown.count + pageLength - 1) / pageLength)
        let number = min(max(1, number), pages)
        let first = (number - 1) * pageLength
        let part = shown.dropFirst(first).prefix(pageLength)
        return Page(
            "People and access",
            facts: [
                Markup("\(rows.count) account\(rows.count == 1 ? "" : "s")"),
                Markup("\(rows.count { $0.state == .disabled }) disabled"),
            ], deed: Link("Add an account", AccessRoute.add.link()),
            sheet: shown.isEmpty ? nil : sheet(shown, of: rows.count)
        ) { m in
            m.p(
                "An account signs in. Its roles say what it may do, where, and until when; they end by themselves."
            )
            filterBar(filter, &m)
            m.listCount(shown: shown.count, of: rows.count, "accounts", clear: AccessRoute.list.link())
            guard !part.isEmpty else { return }
            table(Array(part), &m)
            m.pagination(page: number, size: pageLength, total: shown.count) {
                AccessRoute.list.link(query: query.with("page", $0))
            }
        }
    }

    private static func sheet(_ shown: [Row], of all: Int) -> Sheet {
        Sheet(
            "Accounts", note: shown.count == all ? nil : "\(shown.count) of \(all) accounts shown",
            columns: [
                Sheet.Column("Name", width: 26), Sheet.Column("Email", width: 34),
                Sheet.Column("Roles today", width: 34), Sheet.Column("Last signed in", width: 16),
                Sheet.Column("State", width: 22),
            ]
        ) {
            shown.map { row in
                [
                    .text(row.account.name), .text(row.account.email), .text(roles(row.grants)),
                    .init(row.account.lastSignedIn), .text(state(row)),
                ]
            }
        }
    }

    private static func filterBar(_ filter: Filter, _ m: inout Markup) {
        let entry = Entry(filled: [
            "q": filter.words, "role": filter.role?.rawValue ?? "",
            "state": filter.state.map { "\($0)" } ?? "",
        ])
        m.filterBar(to: AccessRoute.list.link(), "Show accounts", isActive: !filter.isEmpty) { m in
            m.textField("q", "Name or email", in: entry, kind: "search")
            m.select(
                "role", "Role",
                [Choice("", "Any role")]
                    + Role.allCases.map { Choice($0.rawValue, $0.words.capitalisedFirst) },
                in: entry)
            m.select(
                "state", "State", [Choice("", "Any")] + State.allCases.map { Choice("\($0)", $0.rawValue) },
                in: entry)
        }
    }

    private static func table(_ rows: [Row], _ m: inout Markup) {
        m.table(
            "Accounts",
            [
                Column("Name", .name), Column("Email"), Column("Roles today"), Column("Last signed in"),
                Column("State"),
            ]
        ) { table in
            for row in rows {
                table.row { cells in
                    cells.cell { $0.a(row.account.name, .href(AccessRoute.account.link(row.account.id))) }
                    cells.cell(row.account.email)
                    cells.cell(roles(row.grants))
                    if let moment = row.account.lastSignedIn {
                        cells.cell(moment.moment)
                    } else {
                        cells.empty()
                    }
                    cells.cell(state(row))
                }
            }
        }
    }

    private static func roles(_ grants: [Grant]) -> String {
        var words: [String] = []
        for grant in grants where !words.contains(grant.role.words) { words.append(grant.role.words) }
        return words.isEmpty ? "None" : words.joined(separator: ", ").capitalisedFirst
    }

    private static func state(_ row: Row) -> String {
        row.state == .active && !row.hasSecondFactor && row.account.password != nil
            ? "Active, no second step yet" : row.state.rawValue
    }
}
