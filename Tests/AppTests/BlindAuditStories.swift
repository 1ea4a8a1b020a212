import Accounts
import Audits
import Kernel
import SiteTesting
import Storage
import Testing

@testable import App

/// A second reader beyond the pages of audits: the journal, the search, the in-tray, as programme manager too.
struct BlindAuditStories {
    private static let frame = "Case ID,Allocated worker,Team\r\nAS-1,Lucy Penhaligon,Harbour team\r\n"

    @Test func `the journal tells a second reader nothing of first readings until the round is closed`()
        async throws
    {
        try await Ashmere.with { house in
            let round = try await Self.round(house)
            var tom = await house.visitor("Tom")
            for address in ["/journal", "/journal?kind=safety", "/journal?kind=audit", "/work"] {
                await tom.get(address)
                #expect(tom.status == 200, "\(address)")
                for words in ["safety item", "Heron", "audit.saved", "opened by an audit"] {
                    #expect(!tom.text.contains(words), "\(words) at \(address)")
                }
            }
            await tom.get("/search?q=Heron")
            #expect(tom.status == 200 && !tom.links.contains { $0.hasPrefix("/audits/") })
            let file = String(decoding: await tom.file("/journal?as=csv"), as: UTF8.self)
            #expect(file.contains("Signed in") || file.contains("sign-in"))
            #expect(!file.contains("safety item"))
            // Whoever grades nothing of it second finds the events there: who saved, and that an item was opened.
            var ruth = await house.visitor("Ruth")
            await ruth.get("/journal?kind=safety")
            #expect(ruth.text.contains("safety item") && !ruth.text.contains("Heron"))
            try await Self.close(house, round)
            await tom.get("/journal?kind=safety")
            #expect(tom.text.contains("safety item"))
        }
    }

    private static func officer(_ house: Ashmere, _ name: String) async throws -> Officer {
        let authority = try await house.authority
        let account = try await house.app.database.read {
            try $0.first(
                "SELECT id FROM account WHERE authority = $1 AND name LIKE $2",
                [.id(authority), .text(name + "%")]
            ) { try $0.id(0) as ID<Account> }
        }
        let found = try await house.app.accounts.officer(
            try #require(account), of: authority, at: Ashmere.now)
        return try #require(found).0
    }

    /// One case of Lucy's, graded by her as not safe, and given to Tom, who keeps the plan besides.
    private static func round(_ house: Ashmere) async throws -> ID<AuditRound> {
        let grace = try await officer(house, "Grace")
        let lucy = try await officer(house, "Lucy")
        let tom = try await officer(house, "Tom")
        let (now, today) = (Ashmere.now, Example.today)
        return try await house.app.database.write(for: grace.authority) { connection in
            let authority = grace.authority
            try connection.insert(
                into: "access_grant",
                [
                    "authority", "id", "account", "role", "scope_kind", "from_day", "given", "reason",
                ],
                rows: [
                    [
                        .id(authority), .id(ID<Grant>.make(at: now)), .id(tom.account),
                        .text(Role.programmeManager.rawValue), "authority", .day(today), .instant(now),
                        "A story",
                    ]
                ])
            let tool = try ToolSQL.insertNew(
                try #require(ShippedTools.entry("venue")).tool, by: nil, issued: true, authority, connection,
                at: now)
            let node = try #require(
                try connection.first(
                    "SELECT node FROM node_version WHERE authority = $1 AND kind = 'authority'",
                    [.id(authority)]
                ) { try $0.id(0) as ID<Node> })
            var version = try #require(try ToolSQL.tool(connection, authority, tool, version: 1))
            version.asksSafety = true
            let asking = try ToolSQL.insertNew(version, by: nil, issued: true, authority, connection, at: now)
            let terms = RoundTerms(
                series: "Blind", title: "Blind round", question: "Is the child safe?", node: node,
                tool: asking,
                toolVersion: 1, dueOn: today.adding(days: 28),
                verification: Round.Verification(size: .all, dueOn: today.adding(days: 42)))
            let id = try SetUpRound.make(terms, by: grace, on: today, at: now, connection)
            try LoadFrame.file(Array(frame.utf8), into: id, by: grace, on: today, at: now, connection)
            let revision = try #require(try RoundSQL.round(connection, authority, id)).revision
            try LockFrame.act(id, after: revision, by: grace, on: today, at: now, connection)
            try DrawSample.act(id, by: grace, on: today, at: now, connection)
            try GiveCases.act(id, by: grace, on: today, at: now, connection)
            try DrawVerification.act(id, by: grace, on: today, at: now, connection)
            _ = try GiveVerification.act(
                id, to: [try #require(tom.person)], by: grace, on: today, at: now, connection)
            let audit = try #require(
                try connection.first(
                    "SELECT id FROM case_audit WHERE authority = $1 AND leg = 'first'", [.id(authority)]
                ) { try $0.id(0) as ID<AuditReading> })
            try SaveAnswers.act(
                [(question: "_safe", value: "no", note: "Heron")], audit, by: lucy, at: now, connection)
            return id
        }
    }

    private static func close(_ house: Ashmere, _ round: ID<AuditRound>) async throws {
        let grace = try await officer(house, "Grace")
        try await house.app.database.write(for: grace.authority) {
            try RoundsClosing.closeFirst(
                round, .none, by: grace, on: Example.today, at: Ashmere.now, $0)
            try RoundsClosing.close(
                round, reason: "The verifier is ill", .none, by: grace, on: Example.today, at: Ashmere.now, $0
            )
        }
    }
}
