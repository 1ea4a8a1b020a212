import Accounts
import Audits
import Indicators
import Kernel
import Returns
import Storage

/// Two rounds of the invented authority: one that is over and shows what teams' own grades are worth, one under way.
/// Through the same functions that the pages call, each step on its own day.
enum ExampleAudits {
    static let series = "Child protection plans"

    static func load(_ app: App, _ authority: ID<Authority>) async throws {
        let people = try await ExampleReaders.read(app, authority)
        guard let grace = people["Grace O'Malley"] else { return }
        try await app.database.write(for: authority) { connection in
            let tools = try tools(grace, connection)
            guard let casework = tools["casework"] else { return }
            try ExampleRound.over(casework, people, connection)
            try ExampleRound.underWay(casework, people, connection)
            try ExampleFollowing.comeAgain(people, connection)
        }
    }

    /// Every tool that comes with Plumbline, taken into use in summer.
    private static func tools(
        _ officer: Officer, _ connection: Connection
    ) throws -> [String: ID<AuditTool>] {
        var tools: [String: ID<AuditTool>] = [:]
        for entry in ShippedTools.all where entry.key != "thematic" {
            tools[entry.key] = try ToolSQL.insertNew(
                entry.tool, shipped: entry.key, by: officer.account, issued: true, officer.authority,
                connection, at: moment("2026-07-06T10:20:00.000Z"))
        }
        return tools
    }

    static func moment(_ text: String) -> Instant { Instant(text) ?? Example.began }
}

/// Who acts in the audits, as they are on the example's own day.
enum ExampleReaders {
    static func read(_ app: App, _ authority: ID<Authority>) async throws -> [String: Officer] {
        let accounts = try await app.database.read { connection in
            try connection.rows("SELECT id FROM account WHERE authority = $1", [.id(authority)]) {
                try $0.id(0) as ID<Account>
            }
        }
        var found: [String: Officer] = [:]
        for account in accounts {
            guard let (officer, _) = try await app.accounts.officer(account, of: authority, at: Example.noon)
            else { continue }
            found[officer.name] = officer
        }
        return found
    }
}
