import Kernel
import Site
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// Dated steps of actions, and what waits for what.
struct StepsStories {
    private static func step(
        _ text: String, due: (String, String, String), revision: String = "",
        done: (String, String, String)? = nil
    ) -> [(String, String)] {
        var form = [
            ("text", text), ("due-day", due.0), ("due-month", due.1), ("due-year", due.2),
            ("revision", revision),
        ]
        if let done { form += [("done-day", done.0), ("done-month", done.1), ("done-year", done.2)] }
        return form
    }

    @Test func `a step comes due in the in-tray, is ticked, and may be opened again`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            let address = try house.address("4.2")
            var maya = await ashmere.visitor("Maya Okonkwo")
            await maya.get("\(address)/steps/new")
            await maya.post("\(address)/steps/new", Self.step("Agree the form", due: ("30", "2", "2026")))
            #expect(maya.status == 422 && maya.text.contains("There is no such day as 30 2 2026"))
            await maya.post("\(address)/steps/new", Self.step("Agree the form", due: ("6", "11", "2026")))
            await maya.get("\(address)/steps/new")
            await maya.post("\(address)/steps/new", Self.step("Print the form", due: ("4", "12", "2026")))
            #expect(maya.text.contains("0 of 2 steps are done. 1 is late."))
            // 6 to 20 November are two weeks.
            #expect(maya.text.contains("2 weeks late"))
            await maya.get("/work")
            #expect(maya.text.contains("Steps due") && maya.text.contains("Agree the form"))
            #expect(!maya.text.contains("Print the form"), "it is not due yet")
            var tom = await ashmere.visitor("Tom Hallam")
            await tom.get("/work")
            #expect(!tom.text.contains("Agree the form"))

            await maya.get(address)
            let change = try #require(maya.link("Change<span class=\"hidden\"> the step Agree the form"))
            await maya.post("\(change)/done", [("revision", "1"), ("done", "yes")])
            #expect(maya.text.contains("20 Nov 2026, Maya Okonkwo"))
            await maya.post("\(change)/done", [("revision", "1"), ("done", "no")])
            #expect(maya.status == 422 && maya.text.contains("Somebody changed this step"))
            await maya.post("\(change)/done", [("revision", "2"), ("done", "no")])
            #expect(maya.text.contains("0 of 2 steps are done."))
            await maya.get(change)
            await maya.post(
                change,
                Self.step(
                    "Agree the form", due: ("13", "11", "2026"), revision: "3", done: ("21", "11", "2026")))
            #expect(maya.text.contains("That day has not come yet"))
            await maya.post(
                change,
                Self.step(
                    "Agree the form", due: ("13", "11", "2026"), revision: "3", done: ("12", "11", "2026")))
            #expect(maya.text.contains("12 Nov 2026, Maya Okonkwo"))
            #expect(maya.text.contains("Step done on 12 November 2026: Agree the form by Maya Okonkwo"))
            let revisions = try await house.database.read { connection in
                try connection.rows(
                    "SELECT revision FROM action_step WHERE text = $1 ORDER BY revision",
                    [.text("Agree the form")]
                ) { try $0.int(0) }
            }
            #expect(revisions == [1, 2, 3, 4], "nothing was written over")
        }
    }

    @Test func `only who answers or keeps the plan changes steps and waits`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            let address = try house.address("4.2")
            var tom = await ashmere.visitor("Tom Hallam")
            await tom.get(address)
            #expect(tom.link("Add a step") == nil)
            await tom.post("\(address)/steps/new", Self.step("Mine", due: ("6", "11", "2026")))
            #expect(tom.status == 422 && tom.text.contains("Only who answers for this action"))
            await tom.post(
                "\(address)/waits/new", [("waitsFor", "\(try house.id("4.1"))"), ("why", "Because")])
            #expect(tom.status == 422)
            var arthur = await ashmere.visitor("Arthur Quill")
            await arthur.get("\(address)/steps/new")
            #expect(arthur.status == 404)
            // A step of one action is not found under another.
            var ruth = await ashmere.visitor("Ruth")
            await ruth.get("\(address)/steps/new")
            await ruth.post("\(address)/steps/new", Self.step("Agree the form", due: ("6", "11", "2026")))
            let change = try #require(ruth.link("Change<span class=\"hidden\"> the step"))
            await ruth.get(change.replacing("\(try house.id("4.2"))", with: "\(try house.id("4.1"))"))
            #expect(ruth.status == 404)
        }
    }

    @Test func `what waits is said on both actions, through others too, and a ring is refused`() async throws
    {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            var ruth = await ashmere.visitor("Ruth")
            func wait(_ action: String, for other: String, _ why: String) async throws {
                let address = try house.address(action)
                await ruth.get("\(address)/waits/new")
                await ruth.post(
                    "\(address)/waits/new", [("waitsFor", "\(try house.id(other))"), ("why", why)])
            }
            try await wait("4.2", for: "5.4", "")
            #expect(ruth.status == 422 && ruth.text.contains("Say why it waits"))
            // 5.2 was due on 14 August 2026: 98 days before 20 November are 14 weeks.
            try await wait("5.3", for: "5.2", "Supervision must happen before it is observed")
            try await wait("6.2", for: "5.3", "The report takes its themes")
            #expect(ruth.text.contains("5.2 is 14 weeks late and holds up 5.3 and 6.2"))
            await ruth.get(try house.address("5.2"))
            #expect(ruth.text.contains("5.2 is 14 weeks late and holds up 5.3 and 6.2"))
            #expect(ruth.text.contains("Through these it holds up 6.2 too."))
            #expect(ruth.text.contains("5.2 finishes on 14 August 2026, after 5.3 starts (10 August 2026)"))
            try await wait("5.2", for: "6.2", "The themes come first")
            #expect(ruth.status == 422)
            #expect(
                ruth.text.contains(
                    "That would be a ring: 6.2 waits for 5.3, 5.3 waits for 5.2, and 5.2 would wait for 6.2"))
            try await wait("5.3", for: "5.2", "Said twice")
            #expect(ruth.text.contains("It waits for that action already"))
            await ruth.get(try house.address("5.3"))
            let end = try #require(
                ruth.value(after: "method=\"post\" action=\"\(try house.address("5.3"))/waits/"))
            await ruth.post("\(try house.address("5.3"))/waits/\(end)")
            #expect(ruth.text.contains("It waits for that no longer."))
            #expect(!ruth.text.contains("5.2 is 14 weeks late"))
            #expect(ruth.text.contains("Waits no longer for 5.2 by Ruth"))
        }
    }
}

/// The rules alone.
struct WaitRules {
    private func id(_ number: Int64) -> ID<ActionRecord> { ID(number) }

    @Test func `a graph finds rings, what is held up and what is waited for`() {
        // 2 waits for 1, 3 and 4 wait for 2, 5 waits for 3 and 4.
        let graph = WaitGraph([(2, 1), (3, 2), (4, 2), (5, 3), (5, 4)].map { (id($0.0), id($0.1)) })
        #expect(graph.heldUp(by: id(1)) == [id(2), id(3), id(4), id(5)])
        #expect(graph.waited(by: id(5)) == [id(3), id(4), id(2), id(1)])
        #expect(graph.ring(id(1), waitingFor: id(5)) == [id(5), id(3), id(2), id(1)])
        #expect(graph.ring(id(5), waitingFor: id(1)) == nil)
        #expect(graph.ring(id(1), waitingFor: id(1)) == [id(1)])
    }

    private func action(
        _ name: String, start: String? = nil, finish: String?, first: String? = nil, closed: String? = nil
    ) -> WaitingAction {
        WaitingAction(
            id: ID(1), plan: ID(1), planTitle: "Plan", reference: name, text: name,
            start: start.flatMap { PartialDate($0) }, finish: finish.flatMap { PartialDate($0) },
            firstFinish: first.flatMap { PartialDate($0) }, closed: closed.flatMap { Day($0) })
    }

    @Test func `late and slipped ones say what they hold up, closed ones nothing`() {
        let today = Day(number: 20_777)
        let late = action("3.2", finish: "2026-10-16")
        #expect(
            WaitWords.holdsUp(late, ["3.4", "5.1"], on: today)
                == "3.2 is 5 weeks late and holds up 3.4 and 5.1")
        #expect(WaitWords.holdsUp(late, [], on: today) == nil)
        let slipped = action("3.2", finish: "2026-12-18", first: "2026-12-15")
        #expect(
            WaitWords.holdsUp(slipped, ["3.4"], on: today) == "3.2 has slipped by 3 days and holds up 3.4")
        let closed = action("3.2", finish: "2026-10-16", closed: "2026-10-20")
        #expect(WaitWords.holdsUp(closed, ["3.4"], on: today) == nil)
    }

    @Test func `two dates that do not fit are said`() {
        let waited = action("3.2", finish: "2026-06")
        #expect(
            WaitWords.clash(waited, action("3.4", start: "2026-05-01", finish: "2026-09-30"))
                == "3.2 finishes on 30 June 2026, after 3.4 starts (1 May 2026)")
        #expect(
            WaitWords.clash(waited, action("3.4", finish: "2026-06-29"))
                == "3.2 finishes on 30 June 2026, after 3.4 finishes (29 June 2026)")
        #expect(WaitWords.clash(waited, action("3.4", start: "2026-07-01", finish: "2026-09-30")) == nil)
    }
}
