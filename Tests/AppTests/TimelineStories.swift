import Kernel
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// The timeline as pages draw it.
struct TimelineStories {
    @Test func `a moved date leaves its ghost, steps are marked, and waits are named`() async throws {
        try await Ashmere.with { ashmere in
            let house = try await DatesHouse(ashmere)
            try await house.give("4.2", to: "Head of Children in Need")
            var ruth = await ashmere.visitor("Ruth")
            await ruth.get("/plans/\(ashmere.plan)/timeline")
            let ghosts = ruth.text.split(separator: "class=\"ghost\"").count
            let request = try await house.ask("4.2", as: "Maya Okonkwo", ("29", "1", "2027"))
            await ruth.get(request)
            await ruth.post(request, DatesHouse.verdict("approve"))
            try await house.database.write(for: house.authority) { connection in
                let officer = try house.ruth(connection)
                let (now, today) = (Ashmere.now, Day(number: 20_777))
                try EditStep.add(
                    .init(text: "Agree the form", due: Day(number: 20_760)), to: try house.id("4.2"),
                    of: ashmere.plan, by: officer, at: now, on: today, connection)
                try WaitFor.add(
                    try house.id("4.2"), of: ashmere.plan, waitsFor: try house.id("4.1"), why: "It needs it",
                    by: officer, at: now, on: today, connection)
            }
            await ruth.get("/plans/\(ashmere.plan)/timeline")
            // One wide, one narrow.
            #expect(ruth.text.split(separator: "class=\"ghost\"").count == ghosts + 2)
            #expect(ruth.text.contains("first 11 Dec 2026, 7 weeks later; waits for 4.1; 0 of 1 step done"))
            #expect(ruth.text.contains("data-label=\"Waits for\">4.1<"))
            await ruth.get("/plans/\(ashmere.plan)/timeline?state=slipped")
            #expect(ruth.text.contains("<strong>1 of 24</strong> actions shown"))
            await ruth.get("/plans/\(ashmere.plan)/timeline?who=-&state=undated")
            #expect(ruth.text.contains("<strong>2 of 24</strong> actions shown"))
        }
    }

    @Test func `500 actions with their moves are drawn from few queries`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { ashmere in
            let house = try await DatesHouse(ashmere)
            let fill = try await house.fill(to: 500)
            var ruth = await ashmere.visitor("Ruth")
            let clock = ContinuousClock()
            var best = Duration.seconds(60)
            for path in ["timeline", "timeline", "timeline", "dates"] {
                let took = await clock.measure { await ruth.get("/plans/\(ashmere.plan)/\(path)") }
                if path == "timeline" { best = min(best, took) }
                #expect(ruth.status == 200)
            }
            #expect(fill == 500)
            #if !DEBUG
                #expect(best < .milliseconds(50))
            #endif
        }
    }
}
