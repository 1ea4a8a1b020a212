import Kernel
import Plans
import Proof
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// The invented plan as it was run: what the pages count is what its tables say.
struct ExampleStories {
    @Test func `the overview counts what the tables tell`() async throws {
        try await Ashmere.with(story: true) { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/")
            // By hand: nine closings that the board decided, of which 5.2 is open again; one verified; two waiting.
            #expect(ruth.text.contains("<strong>11 of 24</strong> actions are done"))
            // The eight that are closed, and 3.3.
            #expect(ruth.text.contains("accepted the evidence for <strong>9</strong>"))
            // 1.1 for three months, 3.2 for two.
            #expect(ruth.text.contains("<strong>2</strong> can show that something has moved"))
            // 4.1 and 5.2.
            #expect(ruth.text.contains("2 criteria are contradicted"))
            // 1.3, 2.5 and 5.2 are past their dates by more than four weeks.
            #expect(ruth.text.contains("3 actions are red"))
            #expect(ruth.text.contains("2 done actions wait for a verifier"))
            // 5.4 since 21 October, 1.5 since 18 November.
            #expect(ruth.text.contains("2 updates are missing"))
            #expect(!ruth.text.contains("errors stand in the plan"))
            #expect(!ruth.text.contains("error stands in the plan"))
        }
    }

    @Test func `supervision is contradicted and the action open again by itself`() async throws {
        try await Ashmere.with(story: true) { house in
            let authority = try await house.authority
            let action = try await house.action("5.2")
            try await house.app.database.read { connection in
                let closing = try #require(try ClosingSQL.last(connection, authority, action))
                #expect(closing.state == .reopened)
                #expect(closing.reopening?.name == nil, "nobody did it")
                #expect(closing.reopening?.on == Day("2026-11-17"))
                #expect(closing.doneOn == Day("2026-08-14"))
                #expect(closing.verdict?.on == Day("2026-09-02"))
                #expect(try RunSQL.run(connection, authority, action)?.closing == .open)
                let standings = try ProofSQL.standings(
                    connection, authority, house.plan, today: Example.today)
                let count = { standing in standings.values.count { $0.standing == standing } }
                #expect(count(.contradicted) == 2)
                #expect(count(.proven) == 2)
                // 1.2, 2.1, 3.1, 3.3, 5.1 and 6.1: done, accepted, and no figure that decides.
                #expect(count(.supported) == 6)
                // 1.4 waits, and 2.3 was not accepted.
                #expect(count(.claimed) == 2)
            }
            var maya = await house.visitor("Maya")
            await maya.get("/plans/\(house.plan)/actions/\(action)")
            #expect(maya.text.contains("from 66% at 31 March 2026 to 59% (243 of 412) at 31 October 2026"))
        }
    }

    @Test func `dates, evidence and closings are as many as the tables say`() async throws {
        try await Ashmere.with(engines: [.sqlite], story: true) { house in
            for (rows, expected) in [
                ("action_date WHERE sequence > 1", 6),
                ("date_decision WHERE approved = 0", 1),
                ("date_request", 8),
                ("action_run WHERE dated_late = 1", 1),
                ("evidence", 18),
                ("evidence_verdict WHERE verdict = 'accepted'", 11),
                ("evidence_verdict WHERE verdict = 'rejected'", 3),
                ("action_run WHERE closing = 'closed'", 8),
                ("closing WHERE verdict = 'rejected'", 1),
                ("plan_version", 7),
                ("finding_answer", 3),
            ] {
                let count = try await house.app.database.read { connection in
                    try connection.first("SELECT COUNT(*) FROM \(rows)", []) { try $0.int(0) }
                }
                #expect(count == expected, "\(rows)")
            }
        }
    }

    @Test func `the journal verifies, in the order of time, and what was done can be found`() async throws {
        try await Ashmere.with(story: true) { house in
            let authority = try await house.authority
            try await house.app.database.read { connection in
                let verdict = try connection.verifyJournal(of: authority)
                #expect(verdict.fault == nil)
                #expect(verdict.events > 300)
                let moments = try connection.rows(
                    "SELECT at FROM event WHERE authority = $1 ORDER BY sequence", [.id(authority)]
                ) { try $0.text(0) }
                #expect(moments == moments.sorted())
                #expect(moments.last.map { $0 < Ashmere.now.description } ?? false)
            }
            var ruth = await house.visitor("Ruth")
            await ruth.get("/search?q=blind+grade")
            #expect(ruth.text.contains("6.1"))
        }
    }

    @Test func `each has work of their own`() async throws {
        try await Ashmere.with(engines: [.sqlite], story: true) { house in
            for (name, says) in [
                ("Simon", "5.4"), ("Tom", "1.4"), ("Denise", "3.3"), ("Siân", "1.5"),
                ("Lucy", "Supervision policy"), ("Ruth", "5.2"),
            ] {
                var visitor = await house.visitor(name)
                await visitor.get("/work")
                #expect(visitor.status == 200)
                #expect(visitor.text.contains(says), "\(name) has \(says) to do")
            }
        }
    }

    @Test func `the tables say only what can be read`() throws {
        #expect(throws: ExampleRunning.Unusable.self) { try ExampleRunning.rows("a | b", cells: 3) }
        #expect(throws: ExampleRunning.Unusable.self) { try ExampleRunning.moment("2026-05-12") }
        // Half past ten in Ashmere is half past nine in Greenwich until the end of October.
        #expect(try ExampleRunning.moment("2026-05-12 10:30").description == "2026-05-12T09:30:00.000Z")
        #expect(try ExampleRunning.moment("2026-11-12 10:30").description == "2026-11-12T10:30:00.000Z")
    }
}
