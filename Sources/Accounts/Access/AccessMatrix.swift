import Kernel
package import Site

/// Who may go where and see which field, as `docs/access.md` prints it: made from the routes themselves.
package enum AccessMatrix {
    /// The whole page.
    package static func markdown(_ routes: [DeclaredRoute]) -> String {
        ([opening] + sections(routes) + [fields]).joined(separator: "\n")
    }

    /// One section for each table of routes, in order of its name.
    package static func sections(_ routes: [DeclaredRoute]) -> [String] {
        let tables = Dictionary(grouping: routes, by: \.table)
        return tables.keys.sorted().map { name in
            let rows = (tables[name] ?? []).sorted { ($0.path, $0.method) < ($1.path, $1.method) }
            let head = "| route | " + Role.allCases.map(\.words).joined(separator: " | ") + " |"
            let rule = "|---|" + Role.allCases.map { _ in "---|" }.joined()
            return "## \(name)\n\n\(head)\n\(rule)\n" + rows.map(row).joined()
        }
    }

    private static func row(_ route: DeclaredRoute) -> String {
        let cells = Role.allCases.map { cell(route.access, $0) }
        let first = "| `\(route)`\(note(route.access)) | "
        return first + cells.joined(separator: " | ") + " |\n"
    }

    private static func cell(_ access: Access, _ role: Role) -> String {
        guard case .roles(let roles, let reach) = access else { return "·" }
        guard roles.contains(role) else { return "–" }
        switch reach {
        case .anywhere: return "any"
        case .authority: return "all"
        case .plan: return "plan"
        case .node: return "part"
        }
    }

    private static func note(_ access: Access) -> String {
        switch access {
        case .open: " *(anybody)*"
        case .signedOutOnly: " *(signed out)*"
        case .signedIn: " *(signed in)*"
        case .roles: ""
        }
    }

    private static let opening = """
        # Who may go where

        Made from the tables of routes by `AccessMatrix`; a test compares this page with them. What one may not see is
        not found (404). A role counts while it holds: from its first day until its last, in London.

        - **all**: the role must hold for the whole authority.
        - **plan**, **part**: it must reach the plan, or the part of the organisation, that the address names.
        - **any**: it may hold for any part; the page shows only what that part covers.
        - **–**: not found. **·**: roles do not matter; who is meant stands beside the route.

        """

    private static let fields = """
        ## Fields

        | field | who sees it |
        |---|---|
        | email address of an account | administrators; the owner |
        | roles of an account, with reach, days, who gave them and why | administrators; the owner without who and why |
        | when an account last signed in; whether it is disabled | administrators |
        | programs and times of sessions | the owner; administrators see how many there are |
        | day on which a second step was set up | administrators; the owner |
        | secret of an authenticator, recovery codes | the owner, once, when they are made |
        | one-time link | the administrator who made it, once |
        | password, tokens of sessions and links | nobody: only their hashes are kept |
        | events about accounts and access | administrators; programme managers and directors, email addresses withheld |
        | all other events | programme managers and directors |

        """
}
