import Kernel
import Plans
import Site
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// Search over everything that one may see.
struct SearchStories {
    @Test func `words in any order, or their beginnings, find an action and are marked`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/search?q=discuss+strat")
            #expect(ruth.status == 200)
            #expect(ruth.text.contains("<mark>strategy</mark> <mark>discussion</mark>"))
            #expect(ruth.link("1.3 Hold every <mark>strategy</mark>") != nil)
            await ruth.get("/search?q=")
            #expect(ruth.text.contains("Words in any order"))
        }
    }

    @Test func `a change is found at once, and what it took away no longer`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/search?q=kingfisher")
            #expect(ruth.text.contains("Nothing found"))
            await ruth.get("/plans/\(house.plan)")
            let action = try #require(ruth.link("Hold every strategy discussion"))
            await ruth.get("\(action)/edit")
            await ruth.post(
                "\(action)/edit",
                [
                    ("revision", "1"), ("reference", "1.3"), ("text", "Hold it in the Kingfisher room"),
                    ("leads", "Maya Okonkwo"), ("when", "25 September 2026"),
                ])
            await ruth.get("/search?q=KINGFISHER")
            #expect(ruth.text.contains("<mark>Kingfisher</mark>"))
            await ruth.get("/search?q=strategy+discussion+within+working&kind=action")
            #expect(ruth.link("1.3") == nil)
        }
    }

    @Test func `whoever may not see a plan finds nothing of it, not even how much there is`() async throws {
        try await Ashmere.with { house in
            // The administrator keeps accounts and the organisation, and sees no plan.
            let administrator = try #require(
                ExampleOrganisation.people.first { $0.roles == [.administrator] }?.name)
            var visitor = await house.visitor(administrator)
            await visitor.get("/search?q=strategy")
            #expect(visitor.status == 200)
            #expect(visitor.text.contains("Nothing found"))
            #expect(!visitor.text.contains("<mark>"))
            await visitor.get("/search?q=okonkwo")
            #expect(visitor.text.contains("Maya <mark>Okonkwo</mark>"))
            await visitor.get("/search?q=strategy&plan=\(house.plan)")
            #expect(visitor.status == 404)
        }
    }

    @Test
    func `evidence and closings are found by their words, what holds personal data only as being there`()
        async throws
    {
        try await Ashmere.with { house in
            let authority = try await house.authority
            let action = try await house.action("5.2")
            let offered = [
                ("Osprey calendars", "Booked in the osprey teams", 0), ("Marlow.pdf", "Kestrel Road", 1),
            ]
            for (index, (name, shows, isPersonal)) in offered.enumerated() {
                try await house.run(
                    """
                    INSERT INTO evidence (authority, id, plan, action, added_at, added_on, account, name, address,
                        shows, dated_on, is_personal)
                    VALUES ($1, $2, $3, $4, '2026-08-20T10:00:00.000Z', '2026-08-20', 1, $5,
                        'https://ashmere.example/x', $6, '2026-08-20', $7)
                    """,
                    [
                        .id(authority), .int(700 + index), .id(house.plan), .id(action), .text(name),
                        .text(shows), .int(isPersonal),
                    ])
            }
            try await house.run(
                """
                INSERT INTO closing (authority, id, number, plan, action, proposed_at, proposed_on,
                    proposed_account, proposed_by, done_on, different)
                VALUES ($1, 710, 1, $2, $3, '2026-08-20T10:00:00.000Z', '2026-08-20', 1, $4, '2026-08-14',
                    'Every goshawk is counted')
                """, [.id(authority), .id(house.plan), .id(action), .id(try await house.who("Maya"))])
            var ruth = await house.visitor("Ruth")
            await ruth.get("/search?q=osprey&kind=evidence")
            #expect(ruth.text.contains("<mark>Osprey</mark> calendars"))
            for word in ["marlow", "kestrel"] {
                await ruth.get("/search?q=\(word)")
                #expect(ruth.text.contains("Nothing found"), "\(word)")
            }
            await ruth.get("/search?q=personal+data&kind=evidence")
            #expect(ruth.text.contains("Evidence that holds <mark>personal</mark> <mark>data</mark>: 5.2"))
            await ruth.get("/search?q=goshawk")
            #expect(ruth.link("Closing proposed on 20 August 2026: 5.2") != nil)
        }
    }

    @Test func `people are found only by those who may open their pages`() async throws {
        try await Ashmere.with { house in
            let observer = try #require(ExampleOrganisation.people.first { $0.roles == [.observer] }?.name)
            var visitor = await house.visitor(observer)
            await visitor.get("/search?q=okonkwo&kind=person")
            #expect(visitor.link("Maya <mark>Okonkwo</mark>") == nil)
            #expect(!visitor.text.contains("/organisation/people/"))
        }
    }

    @Test(arguments: [
        "\"", "*", "OR", "'", "👩‍👧", "%", "a AND (b", "NEAR/3", "\\", "-", ";DROP TABLE event", "ſ", "é'",
        String(repeating: "x", count: 9000), String(repeating: "a ", count: 5000), "\u{202E}abc", "0x00",
    ])
    func `odd characters are only words or nothing`(typed: String) async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/search" + Query().with("q", typed).suffix)
            #expect(ruth.status == 200, "\(typed.prefix(20))")
        }
    }

    @Test func `the index equals one made anew`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/search?q=strategy")
            let before = try await SearchStories.index(house)
            let authority = try await house.authority
            try await house.app.database.write(for: authority) { connection in
                for table in ["search_word", "search_entry", "search_progress"] {
                    try connection.run("DELETE FROM \(table) WHERE authority = $1", [.id(authority)])
                }
            }
            await ruth.get("/search?q=strategy")
            #expect(try await SearchStories.index(house) == before)
            #expect(before.count > 1000)
        }
    }

    private static func index(_ house: Ashmere) async throws -> [String] {
        try await house.app.database.read { connection in
            try connection.rows(
                """
                SELECT e.kind, e.subject, w.word, w.weight FROM search_word w
                JOIN search_entry e ON e.authority = w.authority AND e.id = w.entry
                ORDER BY e.kind, e.subject, w.word
                """
            ) { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2)) \(try $0.int(3))" }
        }
    }
}
