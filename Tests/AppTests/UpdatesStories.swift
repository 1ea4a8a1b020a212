import Kernel
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// Who answers, the updates they give, and how they are chased.
struct UpdatesStories {
    @Test func `a lead gives an update in the browser, and claim stands beside dates`() async throws {
        try await Ashmere.with { house in
            let action = try await house.begun("Hold every strategy discussion", due: "2026-11-20")
            var maya = await house.visitor("Maya")
            await maya.get("/work")
            #expect(maya.text.contains("Updates to give"))
            await maya.get("\(action)/update")
            #expect(maya.text.contains("on track"), "the printed definition stands beside the choice")
            #expect(maya.text.contains("You answer for it"))
            await maya.post("\(action)/update", [("done", ""), ("claim", "green"), ("after", "0")])
            #expect(maya.status == 422)
            await maya.post(
                "\(action)/update",
                [
                    ("done", "Police and health came to 19 of 21 discussions."),
                    ("way", "Health has no rota."),
                    ("claim", "green"), ("begun", "yes"), ("after", "0"), ("forecast-day", "30"),
                    ("forecast-month", "2"), ("forecast-year", "2027"),
                ])
            #expect(maya.status == 422, "there is no 30 February")
            #expect(maya.text.contains("Health has no rota."), "nothing typed is lost")
            await maya.post(
                "\(action)/update",
                [
                    ("done", "Police and health came to 19 of 21 discussions."),
                    ("way", "Health has no rota."),
                    ("claim", "green"), ("begun", "yes"), ("after", "0"), ("forecast-day", "18"),
                    ("forecast-month", "12"), ("forecast-year", "2026"),
                ])
            #expect(maya.text.contains("The next is due by 18 December 2026."))
            // It was due on 25 September, eight weeks before.
            #expect(maya.text.contains("The lead says green; by its dates it is red."))
            #expect(maya.text.contains("Health has no rota."))
            #expect(maya.text.contains("Update 1: claims green"), "the line of time says it")
            await maya.get("/work")
            #expect(!maya.text.contains("Hold every strategy discussion"))
        }
    }

    @Test func `a delegate gives it for whoever answers, the keeper on their behalf`() async throws {
        try await Ashmere.with { house in
            let action = try await house.begun("Hold every strategy discussion", due: "2026-11-20")
            try await house.delegate("Imran Shah", for: "Maya Okonkwo")
            var imran = await house.visitor("Imran")
            await imran.get("/work")
            #expect(imran.text.contains("You act for"))
            await imran.get("\(action)/update")
            let form = [("done", "A rota is drawn up."), ("claim", "amber"), ("begun", "yes")]
            await imran.post("\(action)/update", form + [("after", "0")])
            #expect(imran.text.contains("Imran Shah for Maya Okonkwo"))
            var ruth = await house.visitor("Ruth")
            await ruth.get("\(action)/update")
            await ruth.post("\(action)/update", form + [("after", "1")])
            #expect(ruth.text.contains("Ruth Ashworth-Bello for Maya Okonkwo"))
        }
    }

    @Test func `somebody else's action is refused with a sentence, and an observer finds nothing`()
        async throws
    {
        try await Ashmere.with { house in
            let action = try await house.begun("Hold every strategy discussion", due: "2026-11-20")
            var paul = await house.visitor("Paul")
            await paul.get("\(action)/update")
            #expect(paul.status == 422)
            #expect(paul.text.contains("Maya Okonkwo answers for this action"))
            await paul.post("\(action)/update", [("done", "Mine."), ("claim", "blue")])
            #expect(paul.status == 422)
            for name in ["Helen", "Arthur"] {
                var reader = await house.visitor(name)
                await reader.get("\(action)")
                #expect(reader.status == 200)
                #expect(reader.link("Give an update") == nil)
                await reader.get("\(action)/update")
                #expect(reader.status == 404)
                await reader.post("\(action)/update", [("done", "Mine."), ("claim", "blue")])
                #expect(reader.status == 404)
            }
            #expect(try await house.count("action_update") == 0)
        }
    }

    @Test func `two updates from the same state are both kept, and the second writer is told`() async throws {
        try await Ashmere.with { house in
            let action = try await house.begun("Hold every strategy discussion", due: "2026-11-20")
            var maya = await house.visitor("Maya")
            var ruth = await house.visitor("Ruth")
            await maya.get("\(action)/update")
            await ruth.get("\(action)/update")
            await maya.post(
                "\(action)/update", [("done", "Health sends a nurse."), ("claim", "green"), ("after", "0")])
            let mine = [("done", "Health still sends nobody."), ("claim", "red")]
            await ruth.post("\(action)/update", mine + [("after", "0")])
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("Health sends a nurse."), "theirs is shown")
            #expect(ruth.text.contains("Health still sends nobody."), "what was typed is kept")
            #expect(ruth.text.contains("Save mine too"))
            await ruth.post(
                "\(action)/update", mine + [("after", ruth.value(after: "name=\"after\" value=\"") ?? "")])
            #expect(ruth.status == 200)
            #expect(try await house.count("action_update") == 2)
        }
    }

    @Test func `the line manager hears of it five working days later, over Christmas`() async throws {
        try await Ashmere.with { house in
            _ = try await house.begun("Hold every strategy discussion", due: "2026-12-21")
            // 25 December is Friday; the 28th stands in for Boxing Day: the fifth working day is the 30th.
            for (day, maya, simon) in [
                ("2026-12-20", 0, 0), ("2026-12-21", 1, 0), ("2026-12-29", 1, 0), ("2026-12-30", 1, 1),
            ] {
                #expect(try await house.items(.update, "Maya Okonkwo", on: day) == maya, "\(day)")
                #expect(try await house.items(.missing, "Simon Okafor", on: day) == simon, "\(day)")
                #expect(try await house.items(.missing, "Ruth Ashworth-Bello", on: day) == 0, "\(day)")
            }
        }
    }

    @Test func `who answers is proposed from the printed leads, confirmed, and changed with a reason`()
        async throws
    {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)/answers")
            #expect(ruth.text.contains("Nobody answers for <strong>24 actions</strong> yet."))
            #expect(ruth.text.contains("The plan names no lead"))
            #expect(ruth.text.contains("Nobody has said whom “Tom Hallam (Principal Social Worker)” means"))
            let ticked = ruth.text.split(separator: "name=\"confirm\"").dropFirst().compactMap { part in
                part.firstRange(of: "value=\"").map {
                    ("confirm", String(part[$0.upperBound...].prefix { $0 != "\"" }))
                }
            }
            // By hand from the example's table: five are Tom Hallam's, of whom nobody has said who he is, or nobody's.
            #expect(ticked.count == 19)
            await ruth.post("/plans/\(house.plan)/answers", ticked)
            #expect(ruth.text.contains("Somebody answers for 19 more actions."))
            await ruth.post("/plans/\(house.plan)/answers", ticked)
            #expect(ruth.text.contains("Somebody else had settled 19 meanwhile."))
            await ruth.get("/plans/\(house.plan)?answers=-")
            #expect(ruth.text.contains("<strong>5 of 24</strong> actions shown"))

            await ruth.get("/plans/\(house.plan)")
            let action = try #require(ruth.link("Hold every strategy discussion"))
            await ruth.get("\(action)/answers")
            #expect(!ruth.text.contains("Helen Marsh"), "an observer is not offered")
            let helen = try await house.person("Helen Marsh")
            let paul = try await house.person("Paul Idris Hale")
            let team = ID<Node>(7)
            for (who, says) in [
                ("person:\(helen)", "can never answer for an action"),
                ("node:\(team)", "Bodies contribute, a person answers"),
            ] {
                await ruth.post("\(action)/answers", [("who", who), ("reason", "Try"), ("after", "1")])
                #expect(ruth.status == 422)
                #expect(ruth.text.contains(says))
            }
            await ruth.post("\(action)/answers", [("who", "person:\(paul)"), ("after", "1")])
            #expect(ruth.text.contains("Say why somebody else answers"))
            await ruth.post(
                "\(action)/answers",
                [("who", "person:\(paul)"), ("reason", "Maya is seconded"), ("after", "0")])
            #expect(ruth.status == 422, "the form is older than the decision")
            await ruth.post(
                "\(action)/answers",
                [("who", "person:\(paul)"), ("reason", "Maya is seconded"), ("after", "1")])
            #expect(ruth.text.contains("Paul Idris Hale answers for this action, in place of Maya Okonkwo"))
        }
    }

    @Test func `missing lists who owes what since when, with messages to copy`() async throws {
        try await Ashmere.with { house in
            _ = try await house.begun("Hold every strategy discussion", due: "2026-09-11", days: 28)
            var ruth = await house.visitor("Ruth")
            await ruth.get("/missing")
            // 11 September, 9 October and 6 November have passed by 20 November.
            #expect(ruth.text.contains("11 Sep 2026"))
            #expect(ruth.text.contains("data-label=\"Missed\">3<"))
            // Five working days after Friday 11 September is Friday the 18th.
            #expect(ruth.text.contains("Simon Okafor, since 18 Sep 2026"))
            #expect(ruth.text.contains("Actions that nobody answers for"))
            await ruth.get(try #require(ruth.link("Write the messages")))
            #expect(ruth.text.contains("Dear Maya Okonkwo,"))
            #expect(ruth.text.contains("/update"))
            var simon = await house.visitor("Simon")
            await simon.get("/missing?plan=\(house.plan)")
            #expect(simon.status == 200)
            #expect(simon.link("Say who answers") == nil)
            var maya = await house.visitor("Maya")
            await maya.get("/missing")
            #expect(maya.status == 404)
        }
    }

    @Test func `the rhythm and the words of the colours are a setting, refused where they make no sense`()
        async throws
    {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            let page = "/plans/\(house.plan)/running"
            await ruth.get(page)
            #expect(ruth.text.contains("leads report every four weeks: 28 is proposed"))
            let words = [
                ("blue", "done, and shown to be done"), ("green", "will be done by its date"),
                ("amber", "may be late"), ("red", "is late"), ("grey", "not begun"),
            ]
            let first = [("first-day", "4"), ("first-month", "12"), ("first-year", "2026")]
            for days in ["0", "367", "four", ""] {
                await ruth.post(page, [("days", days), ("revision", "1")] + first + words)
                #expect(ruth.status == 422, "\(days)")
            }
            await ruth.post(page, [("days", "14"), ("revision", "1")] + first + words)
            #expect(ruth.text.contains("How the plan is run is changed."))
            await ruth.post(page, [("days", "7"), ("revision", "1")] + first + words)
            #expect(ruth.status == 422, "somebody changed it meanwhile")
            await ruth.get("/plans/\(house.plan)")
            let action = try #require(ruth.link("Hold every strategy discussion"))
            await ruth.get("\(action)/update")
            #expect(ruth.text.contains("will be done by its date"))
            #expect(ruth.text.contains("Due by <strong>4 December 2026</strong>"))
            await ruth.post(
                "\(action)/update",
                [
                    ("done", "Nothing: the rota is not agreed."), ("claim", "blue"), ("forecast-day", "1"),
                    ("forecast-month", "Oct"), ("forecast-year", "2026"),
                ])
            #expect(ruth.text.contains("1 October 2026, is past already"))
            #expect(ruth.text.contains("Claiming blue does not close the action"))
            #expect(ruth.text.contains("Next update due by 4 December 2026"))
            // From the first day, 4 December, a week apart: 20 November is a due day of that grid, and was answered.
            await ruth.post(page, [("days", "7"), ("revision", "2")] + first + words)
            await ruth.get(action)
            #expect(ruth.text.contains("Next update due by 4 December 2026"))
            await ruth.get("/plans/\(house.plan)?work=differs")
            #expect(ruth.text.contains("<strong>1 of 24</strong> actions shown"))
            #expect(ruth.text.contains("lead says blue"))
            #expect(ruth.text.contains("done, and shown to be done"), "the key is in the authority's words")
        }
    }
}

extension Ashmere {
    /// Everybody proposed answers, and that action alone has an update due on that day; the way to its page.
    func begun(_ words: String, due: String, days: Int = 28) async throws -> String {
        let officer = try await officer("Ruth Ashworth-Bello", .programmeManager)
        let today = Example.today
        let plan = plan
        let action = try await app.database.write(for: officer.authority) { connection in
            let answers = try ConfirmAnswers.proposed(plan, officer.authority, on: today, connection)
            let wanted = try #require(
                try connection.first(
                    "SELECT id FROM plan_action WHERE authority = $1 AND text LIKE $2",
                    [.id(officer.authority), .text("\(words)%")]
                ) { try $0.id(0) as ID<ActionRecord> })
            try ConfirmAnswers.act(
                answers.filter { $0.action == wanted }, of: plan, by: officer, at: Ashmere.now, on: today,
                connection)
            try connection.run(
                "UPDATE plan_run SET first_update_due = $2, update_every_days = $3 WHERE authority = $1",
                [.id(officer.authority), .text(due), .int(days)])
            try connection.run(
                "UPDATE action_run SET update_due = $2 WHERE authority = $1 AND action = $3",
                [.id(officer.authority), .text(due), .id(wanted)])
            return wanted
        }
        return "/plans/\(plan)/actions/\(action)"
    }

    func person(_ name: String) async throws -> ID<Person> {
        try #require(
            try await app.database.read { connection in
                try connection.first("SELECT id FROM person WHERE name = $1", [.text(name)]) { try $0.id(0) }
            })
    }

    /// Somebody of the example with one role that reaches the plan, for what is asked without a browser.
    func officer(_ name: String, _ role: Role) async throws -> Officer {
        let plan = plan
        return try #require(
            try await app.database.read { connection in
                try connection.first(
                    "SELECT authority, id, person FROM account WHERE name = $1", [.text(name)]
                ) { row in
                    Officer(
                        authority: try row.id(0), account: try row.id(1), person: try row.idOrNil(2),
                        name: name,
                        post: "",
                        grants: [
                            Grant(
                                role: role, scope: .plan(plan), from: Example.today.adding(days: -200),
                                until: nil)
                        ])
                }
            })
    }

    func items(_ kind: WorkItem.Kind, _ name: String, on day: String) async throws -> Int {
        let officer = try await officer(name, .director)
        let day = try #require(Day(day))
        return try await app.database.read { connection in
            try InTray.items(connection, officer, others: [], on: day).count { $0.kind == kind }
        }
    }

    func delegate(_ name: String, for other: String) async throws {
        let (delegate, person) = (try await person(name), try await person(other))
        try await app.database.write { connection in
            let authority = try connection.authorities()[0].id
            try connection.run(
                """
                INSERT INTO delegation (authority, id, person, delegate, from_day, reason)
                VALUES ($1, $2, $3, $4, '2026-11-01', 'Leave')
                """,
                [.id(authority), .id(ID<Authority>.make(at: Ashmere.now)), .id(person), .id(delegate)])
        }
    }

    func count(_ table: String) async throws -> Int {
        try await app.database.read { try $0.first("SELECT COUNT(*) FROM \(table)") { try $0.int(0) } ?? 0 }
    }
}
