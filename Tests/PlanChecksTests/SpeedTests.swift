import Kernel
import PlanChecks
import PlanFormat
import Testing

struct SpeedTests {
    /// The aim is 50 ms for 500 actions in a release build; a debug build on a busy machine is allowed a hundred
    /// times that, which still catches work that grows with the square.
    @Test func `500 actions are checked fast`() {
        let verbs = ["Rewrite", "Agree", "Publish", "Review", "Launch", "Recruit to"]
        let things = [
            "visiting standard", "duty rota", "audit form", "threshold guide", "closure form",
            "step down panel",
        ]
        let areas = (0..<50).map { area in
            Sample.area(
                "\(area + 1)", "Theme \(area)",
                actions: (0..<10).map { number in
                    let text =
                        "\(verbs[number % 6]) the \(things[(area + number) % 6]) for team \(area) and district \(number)"
                    return Sample.action("\(area + 1).\(number + 1)", text, leads: ["Person\(area) Lowe"])
                },
                criteria: (0..<10).map { number in
                    Sample.criterion(
                        "\(80 + number)% of visits are on time by June 2027 (was \(40 + area)% in May 2026)",
                        of: "\(area + 1).\(number + 1)")
                })
        }
        let plan = Sample.plan(areas)
        let clock = ContinuousClock()
        let time = clock.measure { _ = CheckReport.run(on: CheckInput(plan: plan, today: Day("2026-11-21"))) }
        #expect(time < .seconds(5))
    }
}
