import Kernel
import Plans
import Site
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// What falls due, by month and in one's own calendar.
struct CalendarStories {
    @Test func `a month shows what falls due in it, and what is mine alone where that is asked`() async throws
    {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/calendar?month=2026-09")
            #expect(ruth.status == 200)
            #expect(ruth.text.contains("September 2026"))
            #expect(ruth.text.contains("1.3 Hold every strategy discussion"))
            await ruth.get("/calendar?month=2026-08")
            #expect(!ruth.text.contains("1.3 Hold every strategy discussion"))
            // 31 August 2026 is the summer bank holiday.
            #expect(ruth.text.contains("bank holiday"))
            await ruth.get("/calendar?month=2026-09&mine=yes")
            #expect(!ruth.text.contains("1.3 Hold every strategy discussion"))
            await ruth.get("/calendar?month=2026-13")
            #expect(ruth.text.contains("November 2026"), "a month that is none is this month")
            await ruth.get("/calendar?plan=\(ID<PlanRecord>(1))")
            #expect(ruth.status == 404)
        }
    }

    @Test func `a target stands in the calendar once a body has agreed it`() async throws {
        try await Ashmere.with { house in
            let authority = try await house.authority
            let criterion = try await house.app.database.read { connection in
                try connection.first(
                    "SELECT id FROM plan_criterion WHERE plan = $1 ORDER BY position LIMIT 1",
                    [.id(house.plan)]
                ) { try $0.id(0) as ID<CriterionRecord> }
            }
            let key: [SQLValue] = [.id(authority), .id(house.plan), .id(try #require(criterion))]
            for (id, number) in [(720, 901), (721, 902)] {
                try await house.run(
                    """
                    INSERT INTO criterion_target (authority, id, plan, criterion, number, at, account, by_day, aim)
                    VALUES ($1, $4, $2, $3, $5, '2026-08-20T10:00:00.000Z', 1, '2027-05-17', '95')
                    """, key + [.int(id), .int(number)])
            }
            var ruth = await house.visitor("Ruth")
            await ruth.get("/calendar?month=2027-05")
            #expect(ruth.status == 200 && !ruth.text.contains(">Target"))
            for (id, number) in [(720, 901), (721, 902)] {
                try await house.run(
                    """
                    INSERT INTO criterion_agreement (authority, id, plan, criterion, number, at, account, target,
                        decision, body, day)
                    VALUES ($1, $6, $2, $3, $5, '2026-08-21T10:00:00.000Z', 1, $4, 'agreed',
                        'Improvement Board', '2026-08-21')
                    """, key + [.int(id), .int(number), .int(id + 10)])
            }
            await ruth.get("/calendar?month=2027-05")
            // Agreed twice for the same day, it stands once.
            #expect(ruth.text.split(separator: ">Target").count == 2)
            await ruth.get("/calendar?month=2027-05&mine=yes")
            #expect(!ruth.text.contains(">Target"))
        }
    }

    @Test func `a private address gives the calendar without a session, until it is ended`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/calendar/feed")
            await ruth.post("/calendar/feed")
            let address = try CalendarStories.address(on: ruth)
            var program = await house.visitor()
            await program.get(address)
            #expect(program.header("content-type") == "text/calendar; charset=utf-8")
            #expect(program.text.hasPrefix("BEGIN:VCALENDAR\r\n"))
            #expect(program.text.contains("SUMMARY:Finish: 1.3 Hold every strategy discussion"))
            await ruth.get("/calendar/feed")
            #expect(!ruth.text.contains("/calendar/private/"), "it is shown once")
            await ruth.post("/calendar/feed")
            let second = try CalendarStories.address(on: ruth)
            await program.get(address)
            #expect(program.status == 404, "the one before ends")
            await program.get(second)
            #expect(program.status == 200)
            await ruth.post("/calendar/feed/end")
            await program.get(second)
            #expect(program.status == 404)
        }
    }

    @Test func `a feed holds what its owner may see on the day, and ends with their account`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/calendar/feed")
            await ruth.post("/calendar/feed")
            let address = try CalendarStories.address(on: ruth)
            let authority = try await house.authority
            var program = await house.visitor()
            func change(_ sql: String) async throws {
                try await house.app.database.write(for: authority) { try $0.run(sql, [.id(authority)]) }
            }
            try await change(
                "UPDATE access_grant SET from_day = '2026-01-01', until_day = '2026-11-19' WHERE authority = $1"
            )
            await program.get(address)
            #expect(program.status == 200)
            #expect(!program.text.contains("BEGIN:VEVENT"))
            try await change("UPDATE account SET disabled = '2026-11-20T00:00:00.000Z' WHERE authority = $1")
            await program.get(address)
            #expect(program.status == 404)
        }
    }

    @Test func `whoever tries addresses is soon looked up no more`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/calendar/feed")
            await ruth.post("/calendar/feed")
            let address = try CalendarStories.address(on: ruth)
            var program = await house.visitor()
            for _ in 0..<20 { await program.get("/calendar/private/nothing.ics") }
            await program.get(address)
            #expect(program.status == 404)
        }
    }

    private static func address(on visitor: Visitor) throws -> String {
        let start = try #require(visitor.text.firstRange(of: "/calendar/private/"))
        return String(visitor.text[start.lowerBound...].prefix { $0 != "<" })
    }
}
