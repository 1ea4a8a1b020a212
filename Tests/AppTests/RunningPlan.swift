import Kernel
import Plans
import Site
import Storage

@testable import Accounts
@testable import App

// What the stories of a running plan need of the invented authority.

extension Ashmere {
    /// The action that the plan prints that number for.
    func action(_ reference: String) async throws -> ID<ActionRecord> {
        try await app.database.read { connection in
            try connection.first(
                "SELECT id FROM plan_action WHERE plan = $1 AND reference = $2",
                [.id(plan), .text(reference)]
            ) { try $0.id(0) }
        } ?? ID(0)
    }

    func who(_ name: String) async throws -> ID<Person> {
        try await app.database.read { connection in
            try connection.first("SELECT id FROM person WHERE name LIKE $1", [.text("\(name)%")]) {
                try $0.id(0)
            }
        } ?? ID(0)
    }

    func post(_ title: String) async throws -> ID<Post> {
        try await app.database.read { connection in
            try connection.first("SELECT id FROM post WHERE title = $1", [.text(title)]) { try $0.id(0) }
        } ?? ID(0)
    }

    var authority: ID<Authority> {
        get async throws { try await app.database.read { try $0.authorities()[0].id } }
    }

    func run(_ sql: String, _ values: [SQLValue] = []) async throws {
        try await app.database.write { _ = try $0.run(sql, values) }
    }

    /// Says who answers for the action, as the plan's keeper does.
    func answers(_ accountable: Accountable, for action: ID<ActionRecord>) async throws {
        try await run(
            "UPDATE action_run SET accountable_post = $2, accountable_person = $3 WHERE action = $1",
            [.id(action), .id(accountable.post), .id(accountable.person)])
    }

    func acts(_ delegate: ID<Person>, for accountable: Accountable) async throws {
        let authority = try await authority
        try await run(
            """
            INSERT INTO delegation (authority, id, post, person, delegate, from_day, reason)
            VALUES ($1, $2, $3, $4, $5, '2026-01-01', 'Leave')
            """,
            [
                .id(authority), .id(ID<Account>.make(at: Ashmere.now)), .id(accountable.post),
                .id(accountable.person), .id(delegate),
            ])
    }

    func holds(_ person: ID<Person>, _ post: ID<Post>) async throws {
        let authority = try await authority
        try await run(
            "INSERT INTO post_holding (authority, post, person, from_day) VALUES ($1, $2, $3, '2026-01-01')",
            [.id(authority), .id(post), .id(person)])
    }

    /// Gives somebody another role for the whole authority.
    func grant(_ role: Role, to name: String) async throws {
        try await app.database.write { connection in
            let found = try connection.first(
                "SELECT authority, id FROM account WHERE name LIKE $1", [.text("\(name)%")]
            ) { (try $0.id(0) as ID<Authority>, try $0.id(1) as ID<Account>) }
            guard let (authority, account) = found else { return }
            try connection.give(
                Grant(role: role, scope: .authority, from: Example.today.adding(days: -30), until: nil),
                to: account, in: authority, by: nil, reason: "Story", at: Ashmere.now)
        }
    }

    /// Makes Denise Aldous chair of the board.
    func chair() async throws {
        let authority = try await authority
        let denise = try await who("Denise")
        try await app.database.write { connection in
            _ = try BoardDutySQL.insert(
                .chair, of: "Improvement Board", denise, from: Example.today.adding(days: -100), in: plan,
                authority, at: Ashmere.now, connection)
        }
    }

    func run(_ action: ID<ActionRecord>) async throws -> ActionRun {
        let authority = try await authority
        return try await app.database.read { try RunSQL.run($0, authority, action) } ?? ActionRun()
    }
}

extension Array where Element == (String, String) {
    /// With the three fields of a date.
    func on(_ name: String, _ day: Int, _ month: Int, _ year: Int) -> [(String, String)] {
        self + [("\(name)-day", "\(day)"), ("\(name)-month", "\(month)"), ("\(name)-year", "\(year)")]
    }
}

extension Ashmere {
    /// Somebody as the program sees them, for acting past the pages; without any role.
    func officer(_ name: String) async throws -> Officer {
        let found = try await app.database.read { connection in
            try connection.first(
                "SELECT authority, id, person, name FROM account WHERE name LIKE $1", [.text("\(name)%")]
            ) {
                Officer(
                    authority: try $0.id(0), account: try $0.id(1), person: try $0.idOrNil(2),
                    name: try $0.text(3), post: "", grants: [])
            }
        }
        guard let found else { throw NotFound() }
        return found
    }
}
