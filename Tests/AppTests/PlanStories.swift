import Kernel
import Plans
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// A plan that is kept: pages, editing, checks.
struct PlanStories {
    @Test(arguments: [false, true])
    func `every page that anybody is led to is there`(story: Bool) async throws {
        try await Ashmere.with(engines: [.sqlite], story: story) { house in
            for person in ExampleOrganisation.people {
                var visitor = await house.visitor(person.name)
                var waiting = ["/"]
                var seen: Set<String> = ["/"]
                while let next = waiting.popLast(), seen.count < 700 {
                    await visitor.get(next)
                    #expect(visitor.status == 200, "\(person.name) at \(next)")
                    // A page under another filter is the same page; files are the exports' own stories.
                    for link in visitor.links where !link.contains("/export/") && !link.hasSuffix("/csv") {
                        if seen.insert(String(link.prefix { $0 != "?" })).inserted { waiting.append(link) }
                    }
                }
            }
        }
    }

    @Test func `two people who change one action at once are both heard`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            var other = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)")
            let action = try #require(ruth.link("Hold every strategy discussion"))
            await ruth.get("\(action)/edit")
            await other.get("\(action)/edit")
            let form = [
                ("revision", "1"), ("reference", "1.3"), ("leads", "Maya Okonkwo"),
                ("when", "25 September 2026"),
            ]
            await ruth.post("\(action)/edit", form + [("text", "Hold it with police and health in the room")])
            #expect(ruth.text.contains("The action is changed."))
            await other.post("\(action)/edit", form + [("text", "Hold it on the telephone")])
            #expect(other.status == 422)
            #expect(other.text.contains("Hold it on the telephone"), "what was typed is kept")
            #expect(other.text.contains("Hold it with police and health in the room"), "theirs is shown")
        }
    }

    @Test func `a finding is accepted with a reason, under a name, and may be opened again`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)/checks?severity=error")
            let accept = try #require(ruth.link("Accept with a reason"))
            await ruth.get(accept)
            await ruth.post(accept, [("reason", "")])
            #expect(ruth.status == 422)
            await ruth.post(accept, [("reason", "The board has agreed the date in its minutes")])
            await ruth.get("/plans/\(house.plan)/checks?accepted=yes")
            #expect(ruth.text.contains("Accepted by Ruth Ashworth-Bello on 20 November 2026"))
            await ruth.post("\(accept)/end")
            await ruth.get("/plans/\(house.plan)/checks?accepted=yes")
            #expect(!ruth.text.contains("The board has agreed the date in its minutes"))
        }
    }

    @Test func `a list is filtered by its address and says how many it hides`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            // Counted by hand in the example's table: one action without a lead, two that are "Ongoing".
            await ruth.get("/plans/\(house.plan)?lead=-")
            #expect(ruth.text.contains("<strong>1 of 24</strong> actions shown"))
            await ruth.get("/plans/\(house.plan)?due=none")
            #expect(ruth.text.contains("<strong>2 of 24</strong> actions shown"))
            await ruth.get("/plans/\(house.plan)?words=CHRONOLOGY")
            #expect(ruth.text.contains("<strong>1 of 24</strong> actions shown"))
        }
    }

    @Test func `every change stands in a journal that verifies`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)/areas/new")
            await ruth.post(
                "/plans/\(house.plan)/areas/new",
                [("title", "Grace O'Malley's \"own\" <area>"), ("reference", "7")])
            #expect(ruth.text.contains("Grace O&#39;Malley&#39;s &quot;own&quot; &lt;area&gt;"))
            let kinds = try await house.app.database.read { connection in
                try connection.rows("SELECT kind FROM event ORDER BY sequence DESC LIMIT 1", []) {
                    try $0.text(0)
                }
            }
            #expect(kinds == ["area.added"])
            await ruth.get("/journal")
            #expect(ruth.status == 200)
        }
    }
}
