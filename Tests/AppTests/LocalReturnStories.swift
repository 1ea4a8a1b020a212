import ExampleData
import Kernel
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Returns

/// A return is asked for, sent, missing, corrected and read again, all through its pages.
struct LocalReturnStories {
    private static func date(_ name: String, _ day: String) -> [(String, String)] {
        let parts = day.split(separator: "-").map(String.init)
        return [("\(name)-year", parts[0]), ("\(name)-month", parts[1]), ("\(name)-day", parts[2])]
    }

    private static func unit(_ name: String, _ house: Ashmere) async throws -> ID<Node> {
        try await house.app.database.read { connection in
            try connection.first("SELECT node FROM node_version WHERE name = $1", [.text(name)]) {
                try $0.id(0)
            }
        } ?? ID(0)
    }

    /// Daniel asks for a return that ships, of the units, from a day; its page's address.
    @discardableResult
    private static func adopt(
        _ key: String, of units: [String], from day: String, _ house: Ashmere
    ) async throws -> String {
        var daniel = await house.visitor("Daniel")
        await daniel.get("/returns/templates/\(key)")
        let name = try #require(ReturnTemplate.of(key)?.name)
        var fields = [("name", name)] + date("from", day)
        for unit in units { fields.append(("unit", try await self.unit(unit, house).description)) }
        await daniel.post("/returns/templates/\(key)", fields)
        #expect(daniel.status == 200)
        return daniel.address
    }

    private static let harbour = [
        ("qualified", "41"), ("qualified.base", "44"), ("unallocated", "3"), ("unqualified", "0"),
        ("unallocated.reason.vacancy", "2"), ("unallocated.reason.worker-absent", "1"), ("seen", "0"),
    ]

    @Test
    func `a return is adopted in three steps, waits with its sender, and is missing at the line manager`()
        async throws
    {
        try await Ashmere.with { house in
            var daniel = await house.visitor("Daniel")
            await daniel.get("/returns")
            #expect(daniel.text.contains("No return is asked for yet"))
            await daniel.get(try #require(daniel.link("Ask for a return")))
            let page = try #require(daniel.link("Unallocated and unqualified"))
            await daniel.get(page)
            let harbour = try await Self.unit("Harbour team", house)
            let frontDoor = try await Self.unit("Front door", house)
            await daniel.post(
                page,
                [("name", "Unallocated and unqualified"), ("unit", "\(harbour)"), ("unit", "\(frontDoor)")]
                    + Self.date("from", "2026-11-02"))
            #expect(daniel.text.contains("is asked for from 2 November 2026"))

            var imran = await house.visitor("Imran")
            await imran.get("/work")
            #expect(imran.text.contains("Returns to send"))
            // Two weeks have ended since, on 8 and on 15 November.
            #expect(imran.link("Unallocated and unqualified: Harbour team, week to 8 November 2026") != nil)
            #expect(imran.link("Unallocated and unqualified: Harbour team, week to 15 November 2026") != nil)

            // Due on Tuesday 10 November, at the manager five working days later, on the 17th; today is the 20th.
            var maya = await house.visitor("Maya")
            await maya.get("/work")
            #expect(maya.text.contains("Returns missing from people who answer to you"))
            #expect(maya.link("Unallocated and unqualified: Harbour team, week to 8 November 2026") != nil)
            #expect(maya.link("Unallocated and unqualified: Harbour team, week to 15 November 2026") == nil)

            await daniel.get("/returns")
            #expect(daniel.text.contains("0 of 2"))
            #expect(daniel.text.contains("Missing"))
            await daniel.get("/returns?state=received")
            #expect(daniel.text.contains("0 of 2"))
            let csv = await daniel.file("/returns?as=csv")
            #expect(String(decoding: csv, as: UTF8.self).contains("Harbour team"))
        }
    }

    @Test
    func
        `what is filled in is judged, taken late, counted so far, corrected with both kept, and nil is said`()
        async throws
    {
        try await Ashmere.with { house in
            let local = try await Self.adopt(
                "unallocated", of: ["Harbour team", "Front door"], from: "2026-11-02", house)
            let harbour = try await Self.unit("Harbour team", house)
            let page = "\(local)/units/\(harbour)/2026-11-15"
            var imran = await house.visitor("Imran")
            await imran.get(page)
            #expect(imran.status == 200)

            var wrong = Self.harbour
            wrong[0] = ("qualified", "45")
            await imran.post(page, wrong)
            #expect(imran.status == 422)
            #expect(imran.text.contains("45 of 44 cannot be"))
            #expect(imran.text.contains("value=\"45\""))
            wrong[0] = ("qualified", "-1")
            await imran.post(page, wrong)
            #expect(imran.text.contains("cannot be below 0"))
            wrong = Self.harbour
            wrong[2] = ("unallocated", "4")
            await imran.post(page, wrong)
            #expect(imran.text.contains("The reasons come to 3, and the total is 4".loweredFirst))
            wrong = Self.harbour
            wrong[3] = ("unqualified", "")
            await imran.post(page, wrong)
            #expect(imran.text.contains("say why it is not known"))

            await imran.post(page, Self.harbour)
            #expect(imran.status == 200)
            #expect(imran.text.contains("is sent."))
            #expect(imran.text.contains("41 of 44 (93%)"))
            // It was due on 17 November, and today is the 20th.
            #expect(imran.text.contains("Late"))
            var daniel = await house.visitor("Daniel")
            await daniel.get(local)
            #expect(daniel.text.contains("41 of 44 (93%), so far, 1 of 2"))

            // A second sending without a reason is refused; with one, both stand.
            await imran.get(page)
            #expect(imran.text.contains("value=\"41\""))
            var again = Self.harbour
            again[0] = ("qualified", "42")
            again[6] = ("seen", "1")
            await imran.post(page, again)
            #expect(imran.text.contains("Say why you correct"))
            await imran.post(page, again + [("reason", "One child was counted twice")])
            #expect(imran.text.contains("42 of 44 (95%)"))
            #expect(imran.text.contains("41 of 44 (93%)"))
            #expect(imran.text.contains("One child was counted twice"))

            // Whoever saw the page before the correction is told.
            await imran.get(page)
            await imran.post(page, again + [("reason", "An old page")])
            #expect(imran.status == 422)
            #expect(imran.text.contains("Somebody has sent figures"))

            let frontDoor = try await Self.unit("Front door", house)
            var sian = await house.visitor("Siân")
            await sian.get("\(local)/units/\(frontDoor)/2026-11-15")
            #expect(sian.status == 404)
            await daniel.get("\(local)/units/\(frontDoor)/2026-11-15")
            await daniel.post("\(local)/units/\(frontDoor)/2026-11-15", [("nothing", "yes"), ("seen", "0")])
            #expect(daniel.text.contains("Nothing to report"))
            await daniel.get(local)
            #expect(daniel.text.contains("42 of 44 (95%)"))
            #expect(!daniel.text.contains("42 of 44 (95%), so far"))
        }
    }

    @Test func `a reader sees totals without small figures, and nobody outside a unit sees its figures`()
        async throws
    {
        try await Ashmere.with { house in
            let local = try await Self.adopt("unallocated", of: ["Harbour team"], from: "2026-11-02", house)
            let harbour = try await Self.unit("Harbour team", house)
            var imran = await house.visitor("Imran")
            await imran.get("\(local)/units/\(harbour)/2026-11-15")
            await imran.post("\(local)/units/\(harbour)/2026-11-15", Self.harbour)
            var arthur = await house.visitor("Arthur")
            for page in [local, "\(local)/periods/2026-11-15"] {
                await arthur.get(page)
                #expect(arthur.status == 200)
                #expect(!arthur.text.contains("41 of 44"))
                #expect(!arthur.text.contains("93%"))
            }
            await arthur.get("\(local)/units/\(harbour)/2026-11-15")
            #expect(arthur.status == 404)
            var lucy = await house.visitor("Lucy")
            await lucy.get("\(local)/units/\(harbour)/2026-11-15")
            #expect(lucy.status == 404)
        }
    }

    @Test func `past values come in by a file that is judged whole, and its series has breaks and who is in`()
        async throws
    {
        try await Ashmere.with { house in
            let local = try await Self.adopt(
                "backlog", of: ["Front door", "Harbour team"], from: "2026-11-02", house)
            var daniel = await house.visitor("Daniel")
            await daniel.get("\(local)/file")
            let head = "period,unit,question,value\n"
            await daniel.upload(
                Array(
                    (head
                        + "2026-10-25,Front door,in,12\n2026-10-24,Front door,in,12\n2026-10-25,Nowhere,in,1\n")
                        .utf8),
                named: "past.csv", to: "\(local)/file")
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("24 October 2026 is not the last day of a period"))
            #expect(daniel.text.contains("o unit was called “Nowhere”"))

            let past =
                head
                + "2026-10-25,Front door,in,12\n2026-10-25,Front door,out,10\n2026-10-25,Front door,waiting,50\n"
                + "2026-11-01,Front door,in,9\n2026-11-01,Front door,out,11\n2026-11-01,Front door,waiting,47\n"
            await daniel.upload(Array(past.utf8), named: "past.csv", to: "\(local)/file")
            #expect(daniel.status == 422)
            // 50 and 9 less 11 come to 48, not 47.
            #expect(daniel.text.contains("come to 48"))
            await daniel.upload(
                Array(past.utf8), named: "past.csv", to: "\(local)/file",
                [("word", "One was closed as a duplicate")])
            #expect(daniel.text.contains("6 figures of 1 unit for 2 periods are taken"))
            await daniel.get("\(local)/file")
            await daniel.upload(Array(past.utf8), named: "past.csv", to: "\(local)/file")
            #expect(daniel.text.contains("Every figure of the file is there already"))

            // The question is asked anew from 16 November: its line breaks there.
            await daniel.get("\(local)/questions/waiting")
            let revision = try #require(daniel.value(after: "name=\"revision\" value=\""))
            await daniel.post(
                "\(local)/questions/waiting",
                [
                    ("revision", revision), ("words", "Referrals that wait for more than a day"),
                    ("kind", "count"),
                    ("better", "lower"), ("into", "in"), ("out", "out"), ("reason", "Same-day work left out"),
                ] + Self.date("from", "2026-11-16"))
            #expect(daniel.text.contains("It is asked like this from 16 November 2026"))

            let authority = try await house.authority
            let series = try await house.app.database.read {
                try LocalReturnsSQL.series($0, authority, on: Day("2026-11-20")!)
            }
            let waiting = try #require(series.first { $0.key == "local.backlog.waiting" })
            #expect(
                waiting.breaks == [
                    LocalSeries.Break(day: Day("2026-11-16")!, reason: "Same-day work left out")
                ])
            let frontDoor = try await Self.unit("Front door", house)
            let values = waiting.values.filter { $0.node == frontDoor }
            #expect(values.map(\.count) == [50, 47])
            #expect(values.map(\.period.last.description) == ["2026-10-25", "2026-11-01"])
            // Up to the authority itself: Front door, its service, the authority.
            #expect(waiting.values.count == 6)
            // 50 × 5 working days ÷ 10 that went out: 25 working days to clear.
            let clear = try #require(series.first { $0.key == "local.backlog.to-clear" })
            let first = try #require(clear.values.first { $0.node == frontDoor })
            #expect((first.count, first.base) == (250, 10))
            #expect(Set(waiting.missing?.nodes ?? []).count == 2)

            // What went in and out would give back the stock of the week before: in Measures too.
            let denise = await house.visitor("Denise")
            let cleared = ["in", "out", "to-clear"].map { "/measures/local.backlog.\($0)" }
            for address in cleared {
                var (inner, outer, manager) = (daniel, denise, await house.visitor("Imran"))
                await inner.get(address)
                await outer.get(address)
                await manager.get(address)
                #expect((inner.status, outer.status, manager.status) == (200, 404, 404))
            }
            var (inner, outer) = (daniel, denise)
            await inner.get("/measures")
            await outer.get("/measures")
            #expect(cleared.allSatisfy(inner.text.contains))
            #expect(!cleared.contains(where: outer.text.contains))
            #expect(outer.text.contains("/measures/local.backlog.waiting"))
        }
    }

    @Test func `a question about a figure waits with the person asked, and its answer is kept`() async throws
    {
        try await Ashmere.with { house in
            var daniel = await house.visitor("Daniel")
            let link = WhyRoute.askLink(
                AskWhy.Figure(
                    measure: "local.backlog.waiting", name: "Referrals that wait",
                    periodEnd: Day("2026-10-31")!,
                    node: nil, signal: "Eight periods running above the mean."))
            await daniel.get(link)
            #expect(daniel.text.contains("Eight periods running above the mean."))
            let fields = [
                ("measure", "local.backlog.waiting"), ("name", "Referrals that wait"),
                ("period", "2026-10-31"),
                ("unit", ""), ("signal", "Eight periods running above the mean."),
                ("words", "What happened?"),
            ]
            await daniel.post("/returns/questions/new", fields + Self.date("by", "2026-11-27"))
            #expect(daniel.text.contains("Choose who is asked"))
            let maya = try await house.who("Maya")
            await daniel.post(
                "/returns/questions/new", fields + [("person", "\(maya)")] + Self.date("by", "2026-11-27"))
            #expect(daniel.text.contains("The question is asked"))
            let page = daniel.address

            var asked = await house.visitor("Maya")
            await asked.get("/work")
            #expect(asked.link("Why? Referrals that wait") != nil)
            var lucy = await house.visitor("Lucy")
            await lucy.get(page)
            #expect(lucy.status == 404)
            await asked.get(page)
            await asked.post(page, [("words", "Two posts were empty"), ("action", "Cover them by agency")])
            #expect(asked.text.contains("Two posts were empty"))
            await asked.get("/work")
            #expect(asked.link("Why? Referrals that wait") == nil)
            await daniel.get(page)
            #expect(daniel.text.contains("Cover them by agency"))
        }
    }

    @Test func `a survey counts answers without names, each of us once, and shows nothing while it is open`()
        async throws
    {
        try await Ashmere.with { house in
            // Asked since April: the half-year from October is open, the one to 30 September has closed on 21 October.
            let local = try await Self.adopt(
                "staff-survey", of: ["Harbour team", "Front door"], from: "2026-04-01", house)
            let harbour = try await Self.unit("Harbour team", house)
            var lucy = await house.visitor("Lucy")
            await lucy.get(local)
            await lucy.get(try #require(lucy.link("Answer the survey")))
            let page = lucy.address
            await lucy.post(page, [("workload", "agree")])
            #expect(lucy.text.contains("Choose the unit"))
            await lucy.post(page, [("unit", "\(harbour)"), ("workload", "agree"), ("safe", "disagree")])
            #expect(lucy.text.contains("without your name"))
            await lucy.get(page)
            await lucy.post(page, [("unit", "\(harbour)"), ("workload", "agree")])
            #expect(lucy.text.contains("each of us answers once"))

            let account = try await house.app.database.read { connection in
                try connection.first("SELECT id FROM account WHERE name LIKE 'Lucy%'") { try $0.integer(0) }
            }
            let (tallies, answered, named) = try await house.app.database.read { connection in
                (
                    try connection.rows(
                        "SELECT question, code FROM local_survey_tally WHERE count > 0 ORDER BY question, code"
                    ) { "\(try $0.text(0)) \(try $0.text(1))" },
                    try connection.rows("SELECT account FROM local_survey_answered") { try $0.integer(0) },
                    try connection.first(
                        "SELECT COUNT(*) FROM event WHERE kind = 'survey.answered' AND actor IS NOT NULL"
                    ) { try $0.int(0) }
                )
            }
            #expect(tallies == ["answered answered", "safe disagree", "workload agree"])
            #expect(answered == [try #require(account)])
            #expect(named == 0)

            // Seven more of the half-year that has closed: four of Harbour, three of Front door, and one who is not sure.
            let frontDoor = try await Self.unit("Front door", house)
            let authority = try await house.authority
            let id = try #require(ID<LocalReturn>(local.split(separator: "/").last ?? ""))
            for (node, code, count) in [
                (harbour, "agree", 4), (harbour, "disagree", 2), (frontDoor, "agree", 3),
            ] {
                try await house.run(
                    """
                    INSERT INTO local_survey_tally (authority, local_return, period_end, node, question, code, count)
                    VALUES ($1, $2, '2026-09-30', $3, 'workload', $4, $5)
                    """, [.id(authority), .id(id), .id(node), .text(code), .int(count)])
            }
            var daniel = await house.visitor("Daniel")
            await daniel.get(local)
            // 7 of 9 in all. Front door has three: it is held back, and with it Harbour, which would give it away.
            #expect(daniel.text.contains("78% (7 of 9)"))
            #expect(!daniel.text.contains("67% (4 of 6)"))
            #expect(!daniel.text.contains("100% (3 of 3)"))
            // What was said in the open half-year is not there.
            #expect(!daniel.text.contains("(1 of 1)"))
        }
    }

    @Test func `families' answers are entered one by one, and withdrawn while the period is open`()
        async throws
    {
        try await Ashmere.with { house in
            let local = try await Self.adopt(
                "family-feedback", of: ["Harbour team"], from: "2026-10-01", house)
            let harbour = try await Self.unit("Harbour team", house)
            var imran = await house.visitor("Imran")
            await imran.get(local)
            await imran.get(try #require(imran.link("Enter an answer")))
            let page = imran.address
            for _ in 1...2 {
                await imran.post(
                    page,
                    [
                        ("unit", "\(harbour)"), ("listened", "yes"), ("themes", "kindness-and-respect"),
                        ("themes", "visits-and-time"), ("said", "She came when she said"), ("how", "paper"),
                    ])
                #expect(imran.text.contains("The answer is kept"))
            }
            await imran.get(local)
            #expect(imran.text.contains("2 answers so far"))
            #expect(!imran.text.contains("She came when she said"))
            await imran.get(try #require(imran.link("Answers entered")))
            let entries = imran.address
            let first = try #require(
                imran.text.firstRange(of: "Choose an answer</option><option value=\"")
                    .map { String(imran.text[$0.upperBound...].prefix(13)) })
            await imran.post(entries, [("entry", first), ("because", "Entered twice")])
            #expect(imran.text.contains("Withdrawn: Entered twice"))
            await imran.get(local)
            #expect(imran.text.contains("1 answer so far"))
            var lucy = await house.visitor("Lucy")
            await lucy.get(entries)
            #expect(lucy.status == 404)
        }
    }

    @Test func `the example's local returns fit the templates that they are made of`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            let world = ExampleData(children: 300, months: 6, seed: 7).world()
            let authority = try await house.authority
            let actor = ReturnActor(authority: authority, account: nil, name: "The example")
            let today = try #require(Day("2026-11-20"))
            for local in world.localReturns() {
                let template = try #require(ReturnTemplate.of(local.key), "\(local.key)")
                try await house.app.database.write { connection in
                    let senders = try local.units.map { name -> DefineReturn.Sender in
                        DefineReturn.Sender(try Self.unit(named: name, connection, authority))
                    }
                    let form = DefineReturn.Form(
                        template: template.key, key: template.key, terms: template.terms(from: local.from),
                        questions: template.questions, senders: senders)
                    try DefineReturn.define(
                        form, by: actor, connection, at: Ashmere.now, on: today, changed: { _, _, _, _ in })
                    do {
                        let outcome = try LoadLocalFile.load(
                            local.bytes, by: actor, connection, at: Ashmere.now, on: today,
                            changed: { _, _, _, _ in })
                        #expect(outcome.figures > 0)
                    } catch let refusal as LoadLocalFile.Refused {
                        guard case .faults(let faults) = refusal else { throw refusal }
                        Issue.record(
                            "\(local.key): \(faults.count) of \(local.lines) lines, \(faults.prefix(3))")
                    }
                }
            }
        }
    }

    /// The unit of that name; made below the authority where there is none.
    private static func unit(
        named name: String, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ID<Node> {
        let known = try connection.first(
            "SELECT node FROM node_version WHERE authority = $1 AND name = $2", [.id(authority), .text(name)]
        ) { try $0.id(0) as ID<Node> }
        if let known { return known }
        let id = ID<Node>.make(at: Ashmere.now)
        try connection.run("INSERT INTO node (authority, id) VALUES ($1, $2)", [.id(authority), .id(id)])
        try connection.run(
            """
            INSERT INTO node_version (authority, node, from_day, kind, name, parent)
            SELECT $1, $2, '2020-01-01', 'team', $3, node FROM node_version
            WHERE authority = $1 AND kind = 'authority'
            """, [.id(authority), .id(id), .text(name)])
        return id
    }
}
