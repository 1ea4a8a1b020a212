import Audits
import Kernel
import Plans
import Proof
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// A criterion is made testable, claimed, held against its figures and contradicted, all through its pages.
struct CriteriaStories {
    private static func date(_ name: String, _ day: String) -> [(String, String)] {
        let parts = day.split(separator: "-").map(String.init)
        return [("\(name)-year", parts[0]), ("\(name)-month", parts[1]), ("\(name)-day", parts[2])]
    }

    private static func figure(
        _ count: Int, _ base: Int, at end: String, source: String = "Case system", reason: String = ""
    ) -> [(String, String)] {
        [
            ("kind", "measure"), ("numerator", "\(count)"), ("denominator", "\(base)"), ("source", source),
            ("reason", reason),
        ] + date("end", end)
    }

    /// Says that Maya Okonkwo answers for action 5.2, and closes it where a day is given.
    private static func accountable(_ house: Ashmere, closed: String? = nil) async throws {
        let action = try await house.action("5.2")
        let (authority, maya) = (try await house.authority, try await house.who("Maya"))
        try await house.answers(.person(maya), for: action)
        guard let closed else { return }
        try await house.run(
            "UPDATE action_run SET closing = 'closed', closed_on = $2 WHERE action = $1",
            [.id(action), .text(closed)])
        try await house.run(
            """
            INSERT INTO closing (authority, id, number, plan, action, proposed_at, proposed_on, proposed_account,
                proposed_by, done_on, different, verified_at, verified_on, verified_account, verified_by, verdict,
                verdict_because, decided_at, decided_on, decided_account, decided_by, body, duty, met_on, decision,
                decision_words, present)
            VALUES ($1, $2, 1, $3, $4, $5, $6, 1, $7, '2026-08-14', 'Calendars', $5, $6, 2, $8, 'accepted', 'Seen',
                $5, $6, 3, $9, 'Improvement Board', 'chair', $6, 'closed', 'Closed', 'All')
            """,
            [
                .id(authority), .id(ID<Account>.make(at: Ashmere.now)), .id(house.plan), .id(action),
                .text("\(closed)T10:00:00.000Z"), .text(closed), .id(maya), .id(try await house.who("Tom")),
                .id(try await house.who("Denise")),
            ])
    }

    /// Evidence for the whole action, that Tom Hallam accepted on 2 September.
    private static func accepted(_ house: Ashmere) async throws {
        let authority = try await house.authority
        let id = ID<Account>.make(at: Ashmere.now)
        try await house.run(
            """
            INSERT INTO evidence (authority, id, plan, action, added_at, added_on, account, name, address, shows,
                dated_on, is_personal)
            VALUES ($1, $2, $3, $4, '2026-08-20T10:00:00.000Z', '2026-08-20', 1, 'Calendars',
                'https://ashmere.example/calendars', 'Meetings are booked', '2026-08-20', 0)
            """, [.id(authority), .id(id), .id(house.plan), .id(try await house.action("5.2"))])
        try await house.run(
            """
            INSERT INTO evidence_verdict (authority, evidence, at, judged_on, account, person, verdict, reason)
            VALUES ($1, $2, '2026-09-02T10:00:00.000Z', '2026-09-02', 2, $3, 'accepted', 'Seen')
            """, [.id(authority), .id(id), .id(try await house.who("Tom"))])
    }

    /// The address of the criterion of action 5.2, opened by following links.
    private static func criterion(_ visitor: inout Visitor, _ house: Ashmere) async throws -> String {
        await visitor.get("/plans/\(house.plan)")
        await visitor.get(try #require(visitor.link("Supervise every child protection case")))
        return try #require(visitor.link("95% of child protection cases have recorded supervision"))
    }

    private static let terms = [
        ("text", "95% of child protection cases have recorded supervision in the last four weeks"),
        ("kind", "success"), ("population", "Every child with a plan"),
        ("measure", "Supervision in four weeks"),
        ("unit", "percent"), ("better", "higher"), ("periods", "3"), ("rhythm", "month"),
    ]

    /// Ties the criterion to its measure, and has Denise record what the board agreed of Daniel's baseline and
    /// Ruth's target.
    private static func makeTestable(_ house: Ashmere, _ page: String) async throws {
        var ruth = await house.visitor("Ruth")
        await ruth.get("\(page)/edit")
        let action = try #require(ruth.chosen("action"))
        await ruth.post("\(page)/edit", terms + [("revision", "1"), ("action", action)])
        #expect(ruth.text.contains("The criterion is changed."))
        await ruth.get("\(page)/target")
        await ruth.post("\(page)/target", [("aim", "95")] + date("by", "2026-09-30"))
        #expect(ruth.text.contains("Waits to be agreed"))

        var daniel = await house.visitor("Daniel")
        await daniel.get("\(page)/baseline")
        await daniel.post(
            "\(page)/baseline",
            [("numerator", "264"), ("denominator", "400"), ("source", "Case system"), ("latest", "")]
                + date("day", "2026-03-31"))
        #expect(daniel.text.contains("66% (264 of 400)"))

        await ruth.get("/work")
        #expect(ruth.text.contains("A baseline waits to be agreed, put forward by Daniel Prewett"))
        var denise = await house.visitor("Denise")
        for _ in 0..<2 {
            await denise.get("/work")
            #expect(denise.text.contains("Targets to agree"))
            let item = try #require(denise.links.first { $0.contains("/agreements/") })
            await denise.get(item)
            await denise.post(
                item,
                [("decision", "agreed"), ("body", "Improvement Board")] + date("day", "2026-05-18"))
            #expect(denise.text.contains("Agreed by Improvement Board on 18 May 2026"))
        }
    }

    @Test func `from nothing tied to contradicted, through the pages`() async throws {
        try await Ashmere.with { house in
            try await Self.accountable(house)
            var maya = await house.visitor("Maya")
            let page = try await Self.criterion(&maya, house)
            await maya.get(page)
            #expect(maya.text.contains("Nobody says yet that this is met."))
            #expect(maya.text.contains("It cannot be tested yet: no measure and no audit is tied to it."))
            try await Self.makeTestable(house, page)

            await maya.get("\(page)/claim")
            await maya.post(
                "\(page)/claim",
                [("says", "met"), ("words", "New calendars in all teams"), ("latest", "")]
                    + Self.date("day", "2026-08-14"))
            #expect(maya.text.contains("Claimed on 14 August 2026 by Maya Okonkwo."))
            try await Self.accepted(house)
            await maya.get(page)
            #expect(maya.text.contains("Supported"))

            var daniel = await house.visitor("Daniel")
            await daniel.get("\(page)/value")
            await daniel.post("\(page)/value", Self.figure(243, 412, at: "2026-10-31"))
            #expect(
                daniel.text.contains(
                    "Claimed on 14 August 2026 by Maya Okonkwo, evidence accepted on 2 September 2026. Since then 59% (243 of 412) at 31 October 2026, down from 66% at 31 March 2026; the target was 95% by 30 September 2026."
                ))
            #expect(daniel.text.contains("Contradicted"))

            await daniel.get("/plans/\(house.plan)/proof")
            #expect(daniel.text.contains("1 is</strong> contradicted by their own figures"))
            await daniel.get("/plans/\(house.plan)/proof?standing=contradicted")
            #expect(daniel.text.contains("1 of "))
            #expect(daniel.link("95% of child protection cases have recorded supervision") == page)
            await daniel.get("/plans/\(house.plan)")
            await daniel.get(try #require(daniel.link("Supervise every child protection case")))
            #expect(daniel.text.contains("The measure contradicts the claim"))
        }
    }

    @Test func `nobody marks their own work: claims, figures and agreements are other people's`() async throws
    {
        try await Ashmere.with(engines: [.sqlite]) { house in
            try await Self.accountable(house)
            var ruth = await house.visitor("Ruth")
            let page = try await Self.criterion(&ruth, house)
            await ruth.get("\(page)/claim")
            await ruth.post(
                "\(page)/claim",
                [("says", "met"), ("words", "All done"), ("latest", "")] + Self.date("day", "2026-08-14"))
            #expect(ruth.status == 422)
            #expect(
                ruth.text.contains("Only whoever answers for the action may say that its criterion is met"))
            #expect(ruth.text.contains("All done"), "what was typed is kept")

            await ruth.get("\(page)/target")
            await ruth.post("\(page)/target", [("aim", "95")] + Self.date("by", "2026-09-30"))
            #expect(ruth.text.contains("somebody else records it"))
            let target = try await house.app.database.read { connection in
                try connection.first("SELECT id FROM criterion_target", []) { row -> ID<PlanRecord> in
                    try row.id(0)
                }
            }
            await ruth.post(
                "\(page)/agreements/\(try #require(target))",
                [("decision", "agreed"), ("body", "Improvement Board")] + Self.date("day", "2026-05-18"))
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("You put this forward, so somebody else must record"))

            var maya = await house.visitor("Maya")
            await maya.get("\(page)/value")
            #expect(maya.status == 404, "a lead enters no figures")
            try await house.app.database.write { connection in
                try connection.run(
                    """
                    UPDATE action_run SET accountable_person = (SELECT id FROM person WHERE name LIKE 'Ruth%')
                    WHERE action = (SELECT id FROM plan_action WHERE reference = '5.2')
                    """, [])
            }
            await ruth.get("\(page)/value")
            await ruth.post("\(page)/value", Self.figure(400, 400, at: "2026-10-31"))
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("You answer for this action, so somebody else must enter its figures"))
        }
    }

    @Test func `an agreed baseline is locked, and a correction stands beside it with its reason`()
        async throws
    {
        try await Ashmere.with(engines: [.sqlite]) { house in
            try await Self.accountable(house)
            var daniel = await house.visitor("Daniel")
            let page = try await Self.criterion(&daniel, house)
            try await Self.makeTestable(house, page)
            await daniel.get("\(page)/baseline")
            let latest = try #require(daniel.value(after: "name=\"latest\" value=\""))
            let correction =
                [("numerator", "240"), ("denominator", "400"), ("source", "Case system"), ("latest", latest)]
                + Self.date("day", "2026-03-31")
            await daniel.post("\(page)/baseline", correction)
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("The baseline is agreed and locked"))
            await daniel.post("\(page)/baseline", correction + [("reason", "24 cases were counted twice")])
            #expect(daniel.text.contains("66% (264 of 400)"), "the old one stands on record")
            #expect(daniel.text.contains("60% (240 of 400)"))
            #expect(daniel.text.contains("Correction: 24 cases were counted twice"))
            #expect(daniel.text.contains("locked"))
        }
    }

    @Test func `figures that cannot be are refused, and a correction needs its reason`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            try await Self.accountable(house)
            var daniel = await house.visitor("Daniel")
            let page = try await Self.criterion(&daniel, house)
            await daniel.get("\(page)/value")
            for (count, base, end, sentence) in [
                (41, 40, "2026-10-31", "The count cannot be more than what it is out of"),
                (0, 0, "2026-10-31", "A share of none says nothing"),
                (-1, 40, "2026-10-31", "Give whole numbers from 0 to 999,999"),
                (30, 40, "2026-11-30", "That period has not ended yet"),
            ] {
                await daniel.post("\(page)/value", Self.figure(count, base, at: end))
                #expect(daniel.status == 422)
                #expect(daniel.text.contains(sentence))
            }
            await daniel.post("\(page)/value", Self.figure(243, 412, at: "2026-10-31"))
            #expect(daniel.status == 200)
            await daniel.get("\(page)/value")
            await daniel.post("\(page)/value", Self.figure(250, 412, at: "2026-10-31", source: "case SYSTEM"))
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("59% (243 of 412): say why yours corrects it"))
            await daniel.post(
                "\(page)/value",
                Self.figure(250, 412, at: "2026-10-31", source: "case SYSTEM", reason: "Late records came in")
            )
            #expect(daniel.text.contains("60.7% (250 of 412)"))
            #expect(daniel.text.contains("59% (243 of 412) until it was corrected"))
        }
    }

    @Test func `small numbers are for the inner circle alone`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            try await Self.accountable(house)
            var daniel = await house.visitor("Daniel")
            let page = try await Self.criterion(&daniel, house)
            await daniel.get("\(page)/value")
            await daniel.post("\(page)/value", Self.figure(37, 40, at: "2026-09-30"))
            await daniel.get("\(page)/value")
            await daniel.post("\(page)/value", Self.figure(30, 40, at: "2026-10-31"))
            await daniel.get(page)
            #expect(daniel.text.contains("(37 of 40)"))
            for name in ["Arthur", "Helen", "Denise", "Maya"] {
                var reader = await house.visitor(name)
                await reader.get(page)
                #expect(reader.status == 200, "\(name)")
                #expect(!reader.text.contains("37 of 40"), "\(name)")
                #expect(!reader.text.contains("93%") && !reader.text.contains("92.5"), "\(name)")
                #expect(reader.text.contains("(30 of 40)"), "\(name)")
                #expect(reader.text.contains("too small to show"), "\(name)")
            }
        }
    }

    @Test func `a closed action reopens when its proof turns, in one transaction with the figure`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.accountable(house)
            var daniel = await house.visitor("Daniel")
            let page = try await Self.criterion(&daniel, house)
            try await Self.makeTestable(house, page)
            var maya = await house.visitor("Maya")
            await maya.get("\(page)/claim")
            await maya.post(
                "\(page)/claim",
                [("says", "met"), ("words", "New calendars in all teams"), ("latest", "")]
                    + Self.date("day", "2026-08-14"))
            try await Self.accountable(house, closed: "2026-09-02")
            func closing() async throws -> String? {
                try await house.app.database.read { connection in
                    try connection.first(
                        """
                        SELECT r.closing FROM action_run r JOIN plan_action a ON a.id = r.action
                        WHERE a.reference = '5.2'
                        """, []
                    ) { try $0.text(0) }
                }
            }
            await daniel.get("\(page)/value")
            await daniel.post("\(page)/value", Self.figure(300, 412, at: "2026-09-30"))
            #expect(try await closing() == "closed", "one figure only shows it")
            await daniel.get("\(page)/value")
            await daniel.post("\(page)/value", Self.figure(243, 412, at: "2026-10-31"))
            #expect(try await closing() == "open")
            await daniel.get("/plans/\(house.plan)")
            await daniel.get(try #require(daniel.link("Supervise every child protection case")))
            #expect(daniel.text.contains("Reopened: “The proof of"))
            #expect(daniel.text.contains("The measure contradicts the claim"), "the reopening unsays nothing")
        }
    }

    @Test func `the standings as at a moment are those of that moment`() async throws {
        try await Ashmere.with { house in
            try await Self.accountable(house)
            var daniel = await house.visitor("Daniel")
            let page = try await Self.criterion(&daniel, house)
            try await Self.makeTestable(house, page)
            let id = try #require(ID<CriterionRecord>(page.split(separator: "/").last ?? ""))
            let (before, now) = try await house.app.database.read { connection in
                let authority = try connection.authorities()[0].id
                let today = Ashmere.now.inLondon.day
                return (
                    try ProofSQL.standings(
                        connection, authority, house.plan, at: Ashmere.now.adding(seconds: -1), today: today),
                    try ProofSQL.standings(connection, authority, house.plan, today: today)
                )
            }
            #expect(before.count == now.count)
            #expect(before[id]?.flags == [.cannotBeTested])
            #expect(now[id]?.flags == [.noFigureYet])
        }
    }

    /// A closed round of 100 cases of that tool, of which so many were found good by independent second readers.
    private static func round(
        _ good: Int, closed: String, _ tool: ID<AuditTool>, _ house: Ashmere
    ) async throws {
        let authority = try await house.authority
        let now = Instant("\(closed)T10:00:00.000Z") ?? Ashmere.now
        try await house.app.database.write(for: authority) { connection in
            let id = ID<AuditRound>.make(at: now)
            let node = try connection.first(
                "SELECT node FROM node_version WHERE authority = $1 AND kind = 'authority'", [.id(authority)]
            ) { try $0.id(0) as ID<Node> }
            try connection.insert(
                into: "audit_round",
                [
                    "authority", "id", "series", "title", "question", "node", "tool", "tool_version", "kind",
                    "size_kind", "size", "first", "due_on", "first_closed_at", "closed_at", "made_at",
                ],
                rows: [
                    [
                        .id(authority), .id(id), "Plans", .text("Round of \(closed)"), "How good?", .id(node),
                        .id(tool), .int(1), "census", "all", .int(0), "self", .text(closed), .instant(now),
                        .instant(now), .instant(now),
                    ]
                ])
            try connection.insert(
                into: "audit_tally",
                [
                    "authority", "round", "closed_at", "number", "question", "first", "second", "node",
                    "cases",
                ],
                rows: [("2", good), ("3", 100 - good)].enumerated().map { number, line in
                    [
                        .id(authority), .id(id), .instant(now), .int(number + 1), "overall", "2",
                        .text(line.0), .id(nil as ID<Node>?), .int(line.1),
                    ]
                })
            try AuditSources.joined.changed(connection, authority, ["audit.\(tool).seen"], now)
        }
    }

    @Test func `three independent rounds prove a criterion, and the next that misses contradicts it`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.accountable(house)
            var ruth = await house.visitor("Ruth")
            let page = try await Self.criterion(&ruth, house)
            try await Self.makeTestable(house, page)
            var maya = await house.visitor("Maya")
            await maya.get("\(page)/claim")
            await maya.post(
                "\(page)/claim",
                [("says", "met"), ("words", "New calendars in all teams"), ("latest", "")]
                    + Self.date("day", "2026-08-14"))
            let authority = try await house.authority
            let tool = try await house.app.database.write(for: authority) { connection in
                try ToolSQL.insertNew(
                    ShippedTools.all[0].tool, by: nil, issued: true, authority, connection, at: Ashmere.now)
            }
            await ruth.get("\(page)/audit")
            #expect(ruth.text.contains("good or better as a whole"))
            await ruth.post("\(page)/audit", [("question", "audit.\(tool).overall"), ("latest", "")])
            #expect(ruth.text.contains("Closed rounds prove it now."))
            await ruth.get("\(page)/audit")
            await ruth.post(
                "\(page)/audit",
                [("question", "audit.\(tool).safe"), ("latest", ""), ("reason", "Another question")])
            #expect(ruth.status == 422, "somebody who looked before the tie was made")

            for (good, day) in [(96, "2026-09-15"), (95, "2026-10-15")] {
                try await Self.round(good, closed: day, tool, house)
            }
            await ruth.get(page)
            #expect(ruth.text.contains("for 2 of the 3 periods asked"))
            try await Self.round(97, closed: "2026-11-05", tool, house)
            await ruth.get(page)
            #expect(
                ruth.text.contains(
                    "The target of 95% has been met for 3 independent rounds running, the last 97% (97 of 100) in the audit round of 5 November 2026."
                ))
            #expect(ruth.text.contains("Proven"))
            var denise = await house.visitor("Denise")
            await denise.get(page)
            #expect(!denise.text.contains("97 of 100"), "the other three are too few to show")

            try await Self.round(80, closed: "2026-11-19", tool, house)
            await ruth.get(page)
            #expect(ruth.text.contains("Contradicted"))
            #expect(
                ruth.text.contains("80% (80 of 100) in the audit round of 19 November 2026"))
            await ruth.get("\(page)/value")
            await ruth.post(
                "\(page)/value",
                [
                    ("kind", "independentRound"), ("numerator", "99"), ("denominator", "100"),
                    ("source", "By hand"), ("reason", ""),
                ] + Self.date("end", "2026-11-18"))
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("close a round that asks it"))
        }
    }

}
extension Visitor {
    /// The value of the option that is chosen in the select of that name.
    func chosen(_ name: String) -> String? {
        guard let start = text.firstRange(of: "<select id=\"\(name)\"") else { return nil }
        let select = text[start.upperBound...].prefix { $0 != "\0" }
        let inside = select.firstRange(of: "</select>").map { select[..<$0.lowerBound] } ?? select
        for option in inside.split(separator: "<option ").dropFirst() where option.contains(" selected") {
            return option.firstRange(of: "value=\"").map {
                String(option[$0.upperBound...].prefix { $0 != "\"" })
            }
        }
        return nil
    }
}
