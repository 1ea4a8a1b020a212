import Kernel
import Plans
import SiteTesting
import Storage
import Testing

@testable import App

/// Guidance documents, through the pages: written, approved in order, issued, read, reviewed, withdrawn.
struct GuidanceStories {
    static func date(_ name: String, _ day: Int, _ month: Int, _ year: Int) -> [(String, String)] {
        [("\(name)-day", "\(day)"), ("\(name)-month", "\(month)"), ("\(name)-year", "\(year)")]
    }

    @Test func `a document goes from draft to read and withdrawn, each step by whose turn it is`()
        async throws
    {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            var lucy = await house.visitor("Lucy")
            let page = await desk.begin(&ruth)

            await lucy.get(page)
            #expect(lucy.status == 404, "a draft is not found by a reader")
            await lucy.get("/plans/\(house.plan)/documents")
            #expect(!lucy.text.contains("Thresholds"))
            await ruth.get("/plans/\(house.plan)")
            let action = try #require(ruth.link("Hold every strategy discussion"))
            await lucy.get(action)
            #expect(lucy.text.contains("Version 1 of a protocol was written"))
            #expect(!lucy.text.contains("Thresholds"), "nor is it named in the action that it carries out")

            await desk.ask(&ruth, page)
            #expect(ruth.text.contains("waits for Improvement Board, the first of 2 bodies"))
            var simon = await house.visitor("Simon")
            await simon.get("\(page)/approvals/next")
            #expect(simon.status == 404, "the second body waits for the first")

            var denise = await house.visitor("Denise")
            await denise.get("/work")
            #expect(denise.text.contains("Improvement Board decides on version 1"))
            await desk.decide(&denise, page, "approved", on: (18, 11, 2026))
            #expect(denise.text.contains("Improvement Board approved version 1"))

            await simon.get("/work")
            #expect(simon.text.contains("Documents to approve"))
            await desk.decide(&simon, page, "approved", on: (17, 11, 2026))
            #expect(simon.status == 422)
            #expect(simon.text.contains("Improvement Board approved on 18 November 2026"))
            await desk.decide(&simon, page, "approved", on: (19, 11, 2026))
            #expect(simon.text.contains("approved and waits to be issued"))

            await desk.issue(&ruth, page)
            #expect(ruth.text.contains("0 of 3 have read version 1."), "Maya, Imran and Lucy")

            await lucy.get("/work")
            let reading = try #require(lucy.link("Thresholds"))
            await lucy.get(reading)
            await lucy.post(reading, [("version", "1")])
            #expect(lucy.text.contains("You have read everything that is issued to you."))
            await lucy.get(page)
            #expect(lucy.text.contains("1 of 3 have read version 1."))
            await lucy.get(action)
            #expect(lucy.text.contains("Documents that carry it out"))
            #expect(lucy.link("See who has and who has not") == nil, "a worker sees how many, and no names")

            await ruth.get("\(page)/readers?show=unread")
            #expect(ruth.text.contains("Imran Shah") && !ruth.text.contains("Lucy Penhaligon"))
            #expect(ruth.text.contains("A message to those who have not"))
            await ruth.get("\(page)/readers/paper?person=\(desk.people["Imran Shah"] ?? "")")
            await ruth.post(
                "\(page)/readers/paper",
                [("version", "1"), ("person", desk.people["Imran Shah"] ?? "")]
                    + Self.date("on", 20, 11, 2026))
            #expect(ruth.text.contains("2 of 3 have read version 1."))

            await ruth.get("\(page)/withdrawal")
            let revision = ruth.value(after: "name=\"revision\" value=\"") ?? ""
            await ruth.post("\(page)/withdrawal", [("revision", revision), ("reason", "")])
            #expect(ruth.status == 422)
            await ruth.post(
                "\(page)/withdrawal",
                [("revision", revision), ("reason", "The partners' own protocol stands in its place")])
            await lucy.get(page)
            #expect(lucy.text.contains("Withdrawn on 20 November 2026"))
            #expect(lucy.text.contains("The partners&#39; own protocol stands in its place"))
            await lucy.get(reading)
            #expect(lucy.status == 404)
        }
    }

    @Test func `nobody records the approval of their own document, by any way`() async throws {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = await desk.begin(&ruth)
            await desk.ask(&ruth, page, recorder: "Maya Okonkwo")
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("wrote or looks after the document"))
            await desk.ask(&ruth, page)

            // Ruth keeps the plan, and wrote the version.
            await desk.decide(&ruth, page, "approved", on: (18, 11, 2026))
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("You made this version, so somebody else must record"))

            // Denise is named to record, and acts for Maya, who looks after the document.
            try await desk.run(
                """
                INSERT INTO delegation (authority, id, person, delegate, from_day, reason)
                VALUES ($1, 77, \(desk.number("Maya Okonkwo")), \(desk.number("Denise Aldous")), '2026-01-01', 'Leave')
                """)
            var denise = await house.visitor("Denise")
            await desk.decide(&denise, page, "approved", on: (18, 11, 2026))
            #expect(denise.status == 422)
            #expect(denise.text.contains("You look after this document, so somebody else must record"))
        }
    }

    @Test func `a version sent back needs another, on which all bodies decide anew`() async throws {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = await desk.begin(&ruth)
            await desk.ask(&ruth, page)
            var denise = await house.visitor("Denise")
            await desk.decide(&denise, page, "approved", on: (18, 11, 2026))
            var simon = await house.visitor("Simon")
            await desk.decide(&simon, page, "back", on: (19, 11, 2026))
            #expect(simon.status == 422, "words are needed")
            await desk.decide(&simon, page, "back", on: (19, 11, 2026), "Say who answers out of hours")
            #expect(simon.text.contains("sent version 1 back on 19 November 2026"))
            var maya = await house.visitor("Maya")
            await maya.get("/work")
            #expect(maya.text.contains("was sent back: it needs a new version"))
            await desk.version(&maya, page, "Ring the duty line out of hours.", "Out of hours is said")
            await desk.ask(&ruth, page)
            #expect(ruth.text.contains("Version 2 waits for Improvement Board, the first of 2 bodies"))
            #expect(ruth.text.contains("Say who answers out of hours"), "the old decision stays listed")
        }
    }

    @Test func `who joins is to read it, who leaves is not, and reading twice does no harm`() async throws {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = try await desk.issued(&ruth, house)
            var lucy = await house.visitor("Lucy")
            let reading = "/readings/\(page.split(separator: "/").last ?? "")"
            await lucy.get(reading)
            await lucy.post(reading, [("version", "1")])
            await lucy.get(reading)
            await lucy.post(reading, [("version", "1")])
            #expect(lucy.status == 200)

            // Arthur takes a second post, in the Harbour team; Imran leaves his.
            try await desk.run(
                """
                INSERT INTO post_holding (authority, post, person, from_day)
                SELECT authority, id, \(desk.number("Arthur Quill")), '2026-11-20' FROM post
                WHERE authority = $1 AND title = 'Social Worker'
                """)
            try await desk.run(
                """
                UPDATE post_holding SET until_day = '2026-11-19'
                WHERE authority = $1 AND person = \(desk.number("Imran Shah"))
                """)
            await ruth.get(page)
            #expect(ruth.text.contains("1 of 3 have read version 1; one joined since."))
            await ruth.get("\(page)/readers?show=joined")
            #expect(ruth.text.contains("Arthur Quill") && ruth.text.contains("joined since"))
            await ruth.get("\(page)/readers")
            #expect(!ruth.text.contains("Imran Shah"))
            var imran = await house.visitor("Imran")
            await imran.get(reading)
            #expect(imran.status == 404)
            let kept = try await house.app.database.read { connection in
                try connection.first("SELECT COUNT(*) FROM guidance_reading", []) { try $0.int(0) }
            }
            #expect(kept == 1)
        }
    }

    @Test func `two people who act on one document at once lose nothing and are told`() async throws {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = await desk.begin(&ruth)
            var maya = await house.visitor("Maya")
            await ruth.get("\(page)/edit")
            let old = ruth.value(after: "name=\"revision\" value=\"") ?? ""
            await desk.version(&maya, page, "Other words.", "Said more plainly")
            await ruth.post(
                "\(page)/edit",
                [
                    ("revision", old), ("kind", "letter"), ("title", "Thresholds for all partners"),
                    ("purpose", "One line for everybody"),
                    ("accountable", "person:\(desk.people["Maya Okonkwo"] ?? "")"),
                ])
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("Somebody changed this document while you had it open"))
            #expect(ruth.text.contains("Version 2 is a draft"), "how it stands now is shown")
            #expect(ruth.text.contains("Thresholds for all partners"), "what was typed is kept")

            await desk.ask(&ruth, page)
            var denise = await house.visitor("Denise")
            var simon = await house.visitor("Simon")
            await denise.get("\(page)/approvals/next")
            let turn = denise.value(after: "name=\"turn\" value=\"") ?? ""
            await desk.decide(&denise, page, "approved", on: (18, 11, 2026))
            await simon.get("\(page)/approvals/next")
            await simon.post(
                "\(page)/approvals/next",
                [("turn", turn), ("decision", "back"), ("words", "Not yet")]
                    + Self.date("on", 19, 11, 2026))
            #expect(simon.status == 422)
            #expect(simon.text.contains("is recorded already"))
        }
    }

    @Test func `a review falls due with who looks after it, and says until when the document stands`()
        async throws
    {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = try await desk.issued(&ruth, house, review: (10, 12, 2026))
            var maya = await house.visitor("Maya")
            await maya.get("/work")
            let review = try #require(maya.text.contains("Documents to review") ? "\(page)/review" : nil)
            await maya.get(review)
            let revision = maya.value(after: "name=\"revision\" value=\"") ?? ""
            await maya.post(
                review,
                [("revision", revision), ("words", "Read with both teams; nothing has changed")]
                    + Self.date("until", 1, 11, 2027))
            #expect(maya.text.contains("stands as it is until 1 November 2027"))
            await maya.get("/work")
            #expect(!maya.text.contains("Documents to review"))
        }
    }
}

/// What the stories of documents do again and again.
struct GuidanceDesk: Sendable {
    let house: Ashmere
    /// The identities of people, by name.
    let people: [String: String]

    init(_ house: Ashmere) async throws {
        self.house = house
        people = Dictionary(
            try await house.app.database.read { connection in
                try connection.rows("SELECT name, id FROM person", []) { row in
                    (try row.text(0), (try row.id(1) as ID<Person>).description)
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    func number(_ name: String) -> Int64 { ID<Person>(people[name] ?? "")?.rawValue ?? 0 }

    func run(_ sql: String) async throws {
        try await house.app.database.write { connection in
            let authority = try connection.authorities()[0].id
            try connection.run(sql, [.id(authority)])
        }
    }

    /// A document with its first version, looked after by Maya and written by Ruth; gives its address.
    func begin(_ ruth: inout Visitor) async -> String {
        await ruth.get("/plans/\(house.plan)/documents/new")
        await ruth.post(
            "/plans/\(house.plan)/documents/new",
            [
                ("kind", "protocol"), ("title", "Thresholds with partners"),
                ("purpose", "Schools and health know whom to ring"),
                ("accountable", "person:\(people["Maya Okonkwo"] ?? "")"),
                (
                    "action",
                    ruth.choice("1.3 Hold every strategy discussion with police and health present") ?? ""
                ),
            ])
        let page = String(ruth.address.dropLast("/versions/new".count))
        await version(&ruth, page, "Ring the front door first.", "")
        return page
    }

    func version(_ visitor: inout Visitor, _ page: String, _ words: String, _ changed: String) async {
        await visitor.get("\(page)/versions/new")
        let revision = visitor.value(after: "name=\"revision\" value=\"") ?? ""
        await visitor.post(
            "\(page)/versions/new", [("revision", revision), ("words", words), ("changed", changed)])
    }

    func ask(_ visitor: inout Visitor, _ page: String, recorder: String = "Denise Aldous") async {
        await visitor.get("\(page)/approvals")
        let revision = visitor.value(after: "name=\"revision\" value=\"") ?? ""
        await visitor.post(
            "\(page)/approvals",
            [
                ("revision", revision), ("body-1", "Improvement Board"),
                ("recorder-1", "person:\(people[recorder] ?? "")"), ("body-2", "Directorate team"),
                ("recorder-2", "person:\(people["Simon Okafor"] ?? "")"),
            ] + GuidanceStories.date("due-1", 30, 11, 2026) + GuidanceStories.date("due-2", 4, 12, 2026))
    }

    func decide(
        _ visitor: inout Visitor, _ page: String, _ decision: String, on day: (Int, Int, Int),
        _ words: String = ""
    ) async {
        await visitor.get("\(page)/approvals/next")
        let turn = visitor.value(after: "name=\"turn\" value=\"") ?? ""
        await visitor.post(
            "\(page)/approvals/next",
            [("turn", turn), ("decision", decision), ("words", words)]
                + GuidanceStories.date("on", day.0, day.1, day.2))
    }

    func issue(
        _ visitor: inout Visitor, _ page: String, review: (Int, Int, Int) = (20, 11, 2027)
    ) async {
        await visitor.get("\(page)/issue")
        let revision = visitor.value(after: "name=\"revision\" value=\"") ?? ""
        let service = visitor.choice("– Children in Need") ?? ""
        await visitor.post(
            "\(page)/issue",
            [("revision", revision), ("node", service), ("anew", "yes")]
                + GuidanceStories.date("on", 19, 11, 2026)
                + GuidanceStories.date("review", review.0, review.1, review.2))
    }

    /// A document that is approved and issued to Children in Need.
    func issued(
        _ ruth: inout Visitor, _ house: Ashmere, review: (Int, Int, Int) = (20, 11, 2027)
    ) async throws -> String {
        let page = await begin(&ruth)
        await ask(&ruth, page)
        var denise = await house.visitor("Denise")
        await decide(&denise, page, "approved", on: (18, 11, 2026))
        var simon = await house.visitor("Simon")
        await decide(&simon, page, "approved", on: (19, 11, 2026))
        await issue(&ruth, page, review: review)
        return page
    }
}

extension Visitor {
    /// The value of the checkbox with that label.
    func choice(_ label: String) -> String? {
        guard let range = text.firstRange(of: ">\(label)</label>") else { return nil }
        let before = text[..<range.lowerBound]
        return before.split(separator: "value=\"").last.map { String($0.prefix { $0 != "\"" }) }
    }
}
