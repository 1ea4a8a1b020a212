import Kernel
import Markup
import PlanFormat
import Site
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// What somebody with an account, and a wish to see or do more than is theirs, meets.
struct SafetyStories {
    // MARK: What is not theirs to see

    @Test func `what is not in force is named to nobody who only reads the plan`() async throws {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = await desk.begin(&ruth)
            await desk.ask(&ruth, page)
            var helen = await house.visitor("Helen")
            for path in ["/plans/\(house.plan)/changes", "/calendar?month=2026-11", "/search?q=thresholds"] {
                await helen.get(path)
                #expect(helen.status == 200)
                #expect(!helen.text.contains("hresholds with partners"), "\(path)")
                #expect(!helen.text.contains("<mark>Thresholds</mark> with"), "\(path)")
            }
            await helen.get("/calendar/feed")
            await helen.post("/calendar/feed")
            let feed = try #require(
                helen.value(after: "<code class=\"secret\">").map { $0.prefix { $0 != "<" } })
            let start = try #require(feed.firstRange(of: "/calendar/private/"))
            await helen.get(String(feed[start.lowerBound...]))
            #expect(helen.text.contains("BEGIN:VEVENT"))
            #expect(!helen.text.contains("Thresholds"))
            // Whose turn it is still sees which document waits.
            var denise = await house.visitor("Denise")
            await denise.get("/calendar?month=2026-11&mine=yes")
            #expect(denise.text.contains("Thresholds with partners"))
        }
    }

    @Test func `who has read a document, opened evidence or taken a list away is no change of the plan`()
        async throws
    {
        try await Ashmere.with { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = try await desk.issued(&ruth, house)
            var lucy = await house.visitor("Lucy")
            await lucy.get("/readings/\(page.split(separator: "/").last ?? "")")
            await lucy.post(lucy.address, [("version", "1")])
            #expect(lucy.text.contains("You have read"))
            let item = try await Self.evidence(house, personal: true)
            var tom = await house.visitor("Tom")
            await tom.get("\(item)/open")
            #expect(tom.text.hasPrefix("%PDF-"))
            await tom.get("/plans/\(house.plan)/evidence?as=csv")
            #expect(!tom.text.contains("Visits of a child"), "no list holds its name, whoever takes it")
            var helen = await house.visitor("Helen")
            for path in ["/plans/\(house.plan)/changes", "/plans/\(house.plan)/overview"] {
                await helen.get(path)
                for words in ["has read", "Opened evidence", "list exported", "Visits of a child"] {
                    #expect(!helen.text.contains(words), "\(words) at \(path)")
                }
            }
            await helen.get("/plans/\(house.plan)/changes")
            #expect(helen.text.contains("was issued to"), "that it is in force is a change")
            await ruth.get("/journal")
            #expect(ruth.text.contains("Lucy Penhaligon has read version 1"))
        }
    }

    @Test func `what somebody answers for in a plan that is no longer theirs is not in their in-tray`()
        async throws
    {
        try await Ashmere.with { house in
            let dates = try await DatesHouse(house)
            try await dates.give("4.2", to: "Head of Children in Need")
            var ruth = await house.visitor("Ruth")
            let steps = "\(try dates.address("4.2"))/steps/new"
            await ruth.get(steps)
            await ruth.post(steps, [("text", "Agree the form")].on("due", 6, 11, 2026))
            let desk = try await GuidanceDesk(house)
            let page = await desk.begin(&ruth)
            await desk.ask(&ruth, page)
            var denise = await house.visitor("Denise")
            await desk.decide(&denise, page, "back", on: (18, 11, 2026), "Say whom to ring at night")
            var maya = await house.visitor("Maya")
            await maya.get("/work")
            #expect(maya.text.contains("Agree the form") && maya.text.contains("was sent back"))

            let other = try await Self.otherPlan(house)
            try await Self.confine("Maya", to: other, house)
            await maya.get("/work")
            #expect(maya.status == 200)
            #expect(!maya.text.contains("Agree the form") && !maya.text.contains("Thresholds"))
            for link in Set(maya.links) {
                await maya.get(link)
                #expect(maya.status == 200, "\(link)")
            }
            for path in [
                "/search?q=strategy", "/calendar?month=2026-09", "/calendar?month=2026-11&mine=yes",
                "/timeline",
            ] {
                await maya.get(path)
                #expect(!maya.text.contains("\(house.plan)"), "\(path)")
            }
            for path in [
                "", "/changes", "/proof", "/evidence", "/versions/compare?from=now&to=now", "/findings",
            ] {
                await maya.get("/plans/\(house.plan)\(path)")
                #expect(maya.status == 404, "\(path)")
            }
        }
    }

    @Test func `a part of one plan is not found under another`() async throws {
        try await Ashmere.with { house in
            let item = try await Self.evidence(house)
            let other = try await Self.otherPlan(house)
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let document = try await desk.issued(&ruth, house)
            let criterion = try await house.app.database.read { connection in
                try connection.first("SELECT id FROM plan_criterion WHERE plan = $1", [.id(house.plan)]) {
                    try $0.id(0) as ID<CriterionRecord>
                }
            }
            let action = "/plans/\(house.plan)/actions/\(try await house.action("5.2"))"
            let here =
                [item, "\(item)/withdrawal", document, "\(document)/readers", action]
                + ["/update", "/answers", "/date", "/evidence/new", "/closing", "/steps/new", "/waits/new"]
                .map {
                    action + $0
                }
                + ["", "/claim", "/value", "/target", "/baseline"].map {
                    "/plans/\(house.plan)/criteria/\(criterion?.description ?? "")\($0)"
                }
            for path in here {
                await ruth.get(path)
                #expect(ruth.status != 404, "\(path)")
                await ruth.get(path.replacing("\(house.plan)", with: "\(other)"))
                #expect(ruth.status == 404, "\(path)")
            }
        }
    }

    @Test func `what an action waits for in another plan is not named to who cannot see that plan`()
        async throws
    {
        try await Ashmere.with { house in
            let other = try await Self.otherPlan(house)
            let action = "/plans/\(house.plan)/actions/\(try await house.action("4.2"))"
            let waited = try await house.app.database.read { connection in
                try connection.first("SELECT id FROM plan_action WHERE plan = $1", [.id(other)]) {
                    try $0.id(0) as ID<ActionRecord>
                }
            }
            var ruth = await house.visitor("Ruth")
            await ruth.get("\(action)/waits/new")
            await ruth.post(
                "\(action)/waits/new",
                [("waitsFor", waited?.description ?? ""), ("why", "The rooms must be there")])
            #expect(ruth.text.contains("Juniper"), "she sees both plans")
            try await Self.confine("Imran", to: house.plan, house)
            var imran = await house.visitor("Imran")
            for path in [action, "/plans/\(house.plan)/changes", "/plans/\(house.plan)/overview"] {
                await imran.get(path)
                #expect(imran.status == 200)
                #expect(!imran.text.contains("Juniper") && !imran.text.contains("Z9"), "\(path)")
            }
        }
    }

    // MARK: What they send

    @Test func `a document's file is what its bytes say, and its name agrees`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            let desk = try await GuidanceDesk(house)
            var ruth = await house.visitor("Ruth")
            let page = await desk.begin(&ruth)
            let path = "\(page)/versions/new"
            await ruth.get(path)
            let revision = ruth.value(after: "name=\"revision\" value=\"") ?? ""
            let form = [("revision", revision), ("changed", "It is a file now")]
            for (name, bytes) in [
                ("thresholds.hta", Array("Words that a machine would run".utf8)),
                ("thresholds.docx", Array("%PDF-1.7 not Word".utf8)),
                ("thresholds.txt", Array("<svg onload=alert(1)>".utf8)), ("thresholds.exe", Array("MZ".utf8)),
            ] {
                await ruth.upload(bytes, named: name, to: path, form)
                #expect(ruth.status == 422, "\(name)")
            }
            await ruth.upload(Array("%PDF-1.7 words".utf8), named: "Thre\u{202E}sholds.pdf", to: path, form)
            #expect(ruth.status == 200)
            await ruth.get("\(page)/versions/2/file")
            #expect(ruth.header("content-type") == "application/pdf")
            #expect(ruth.header("content-disposition")?.contains("\"Thresholds.pdf\"") == true)
        }
    }

    @Test func `two long texts side by side cost no more than so much`() {
        let (old, new) = (
            (0..<600).map { "a\($0)" }.joined(separator: " "),
            (0..<600).map { "b\($0)" }.joined(separator: " ")
        )
        var room = 500_000
        #expect(WordDifference.between("one two three", "one 2 three", &room).new.count == 3)
        _ = WordDifference.between(old, new, &room)
        let late = WordDifference.between("x \(old)", "y \(old)", &room)
        #expect(late.new.count == 2, "what begins or ends alike costs nothing")
        #expect(WordDifference.between("a \(old) c", "b \(new) d", &room).new.count == 1, "marked whole")
    }

    @Test func `a page's number as large as numbers are is a page`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            let plan = "/plans/\(house.plan)"
            for (name, paths) in [
                ("Ruth", [plan, "\(plan)/dates", "\(plan)/changes", "\(plan)/evidence", "/missing"]),
                ("Ruth", ["/search?q=strategy", "/organisation/people", "/organisation/names"]),
                ("Priya", ["/access"]),
            ] {
                var visitor = await house.visitor(name)
                for path in paths {
                    for page in ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "x"] {
                        await visitor.get("\(path)\(path.contains("?") ? "&" : "?")page=\(page)")
                        #expect(visitor.status == 200, "\(path) \(page)")
                    }
                }
            }
        }
    }

    @Test func `whatever stands in an address is a page, a refusal or nothing, and never a fault`()
        async throws
    {
        try await Ashmere.with { house in
            let plan = "/plans/\(house.plan)"
            let names = [
                "page", "plan", "who", "when", "month", "mine", "from", "to", "only", "on-day", "on-month",
                "on-year", "from-on-year", "standing", "flag", "area", "show", "action", "kind", "q", "which",
                "work", "lead", "due", "severity", "before", "team", "person", "status", "sort", "month",
            ]
            let values = [
                "9223372036854775807", "-1", "0001-01-01", "9999-12-31", "2026-02-30", "day", "\u{0}", "'",
                "%", "\u{202E}", String(repeating: "ä", count: 2000), "v9223372036854775807",
            ]
            var ruth = await house.visitor("Ruth")
            for path in [
                plan, "\(plan)/overview", "\(plan)/dates", "\(plan)/changes", "\(plan)/evidence",
                "\(plan)/evidence/none", "\(plan)/proof", "\(plan)/checks", "\(plan)/timeline",
                "\(plan)/versions/compare", "\(plan)/as-at", "\(plan)/documents", "\(plan)/answers",
                "/missing", "/missing/messages", "/search", "/calendar", "/timeline", "/journal", "/work",
                "/organisation/people", "/organisation/names",
            ] {
                for value in values {
                    var query = Fields()
                    for name in names { query.add(name, value) }
                    await ruth.get(path + Query(query).suffix)
                    #expect([200, 400, 404, 422].contains(ruth.status), "\(path) \(value.prefix(20))")
                }
            }
            for (year, other) in [("1900", "2199"), ("2199", "1900")] {
                await ruth.get(
                    "\(plan)/changes?from-day=1&from-month=1&from-year=\(year)&until-day=31&until-month=12&until-year=\(other)"
                )
                #expect(ruth.status == 200)
                await ruth.get("\(plan)/as-at?on-day=1&on-month=1&on-year=\(year)")
                #expect([200, 422].contains(ruth.status))
            }
            await ruth.get("\(plan)/edit")
            await ruth.post("\(plan)/edit", [("title", "A\u{0}plan"), ("revision", "1")])
            #expect([200, 400, 422].contains(ruth.status))
        }
    }

    // MARK: At once

    @Test func `of two who decide at the same moment one is heard, and the journal is whole`() async throws {
        try await Ashmere.with { house in
            let item = try await Self.evidence(house)
            let dates = try await DatesHouse(house)
            try await dates.give("4.2", to: "Head of Children in Need")
            let authority = try await house.authority
            let (maya, keeper) = (try await house.officer("Maya"), try await house.officer("Ruth"))
            let action = try dates.id("4.2")
            let wish = AskDate.Wish(
                finish: PartialDate(Example.today.adding(days: 60)), reason: "The form is late",
                different: "The printer is booked")
            let request = try await house.app.database.write(for: authority) {
                try AskDate.ask(
                    wish, for: action, of: house.plan, by: maya, at: Ashmere.now, on: Example.today, $0)
            }
            var judges: [Visitor] = []
            for name in ["Tom", "Simon", "Grace"] {
                var judge = await house.visitor(name)
                await judge.get(item)
                judges.append(judge)
            }
            var deciders: [Visitor] = []
            for name in ["Ruth", "Simon"] {
                var decider = await house.visitor(name)
                await decider.get("/plans/\(house.plan)/dates/\(request)")
                deciders.append(decider)
            }
            let verdicts = await Self.atOnce(
                judges, "\(item)/verdict", [("verdict", "accepted"), ("reason", "I looked at eleven")])
            #expect(verdicts.sorted() == [200, 422, 422])
            let decisions = await Self.atOnce(
                deciders, "/plans/\(house.plan)/dates/\(request)",
                [("verdict", "approve"), ("who", "me")].on("day", 20, 11, 2026))
            #expect(decisions.sorted() == [200, 422])

            let plan = house.plan
            try await house.app.database.write(for: authority) {
                try VersionsHouse.standByErrors(plan, keeper, Ashmere.now, $0)
            }
            let revision = try await house.app.database.read {
                try PlanSQL.header($0, authority, plan)?.revision
            }
            let published = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        let words = PublishPlan.Words(
                            name: "1.0", approvedBy: "the Improvement Board", approvedOn: Example.today)
                        let number = try? await house.app.database.write(for: authority) {
                            try PublishPlan.publish(
                                plan, words, seen: revision, document: nil, by: keeper, at: Ashmere.now,
                                on: Example.today, $0)
                        }
                        return number != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(published == 1)
            let (counts, verdict) = try await house.app.database.read { connection in
                (
                    try ["evidence_verdict", "date_decision", "plan_version"].map { table in
                        try connection.first("SELECT COUNT(*) FROM \(table)", []) { try $0.int(0) } ?? 0
                    }, try connection.verifyJournal(of: authority)
                )
            }
            #expect(counts == [1, 1, 1])
            #expect(verdict.fault == nil)
        }
    }

    // MARK: What the stories stand on

    /// The statuses of the same form, sent by all of them at once.
    private static func atOnce(
        _ visitors: [Visitor], _ path: String, _ fields: [(String, String)]
    ) async -> [Int] {
        await withTaskGroup(of: Int.self) { group in
            for visitor in visitors {
                group.addTask {
                    var visitor = visitor
                    await visitor.post(path, fields)
                    return visitor.status
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// A piece of evidence that Maya adds for 5.2; gives its address.
    private static func evidence(_ house: Ashmere, personal: Bool = false) async throws -> String {
        let action = try await house.action("5.2")
        try await house.answers(.post(try await house.post("Head of Children in Need")), for: action)
        let page = "/plans/\(house.plan)/actions/\(action)/evidence/new"
        var maya = await house.visitor("Maya")
        await maya.get(page)
        await maya.upload(
            Array("%PDF-1.7 eleven teams".utf8), named: "Visits of a child.pdf", to: page,
            [("shows", "Meetings are booked"), ("personal", personal ? "yes" : "no")].on("dated", 14, 8, 2026)
        )
        let item = try await house.app.database.read { connection in
            try connection.first("SELECT id FROM evidence", []) { try $0.id(0) as ID<EvidenceRecord> }
        }
        return "/plans/\(house.plan)/evidence/\(try #require(item))"
    }

    /// A plan that follows the example's with one action, which has other words there.
    private static func otherPlan(_ house: Ashmere) async throws -> ID<PlanRecord> {
        let (ruth, action) = (try await house.officer("Ruth"), try await house.action("5.3"))
        let other = try await house.app.database.write(for: ruth.authority) {
            try FollowPlan.begin(
                after: house.plan, titled: "The next phase", with: [action], by: ruth, at: Ashmere.now,
                on: Example.today, $0)
        }
        try await house.run(
            "UPDATE plan_action SET reference = 'Z9', text = 'Open rooms at Juniper House' WHERE plan = $1",
            [.id(other)])
        return other
    }

    /// From now on their roles reach that plan alone.
    private static func confine(_ name: String, to plan: ID<PlanRecord>, _ house: Ashmere) async throws {
        try await house.run(
            """
            UPDATE access_grant SET scope_kind = 'plan', scope_id = $1
            WHERE account = (SELECT id FROM account WHERE name LIKE $2)
            """, [.id(plan), .text("\(name)%")])
    }
}
