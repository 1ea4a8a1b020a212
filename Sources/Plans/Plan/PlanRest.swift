import Kernel
import PlanFormat

/// The keys of a plan that have no table of their own, kept as one JSON text with the places where they stood.
enum PlanRest {
    private static let kept = "places"

    static func text(_ plan: Plan) -> String {
        var rest = plan
        rest.areas = []
        guard case .object(let members) = rest.json else { return "{}" }
        func places(_ places: [Place?]) -> JSON { .array(places.map { .optional($0?.description) }) }
        let json = JSON.object(
            members + [
                JSON.Member(
                    kept,
                    [
                        "groups": places(plan.groups.map(\.place)),
                        "tasks": .array(plan.groups.map { places($0.tasks.map(\.place)) }),
                        "risks": places(plan.risks.map(\.place)), "budget": places([plan.budget?.place]),
                        "training": places(plan.training.map(\.place)),
                        "standards": places(plan.standards.map(\.place)),
                        "keyDates": places(plan.keyDates.map(\.place)),
                    ])
            ])
        return json.text()
    }

    /// Throws `PlanFormatError` when the text is not what `text(_:)` wrote.
    static func plan(_ text: String) throws -> Plan {
        guard let json = JSON(parsing: Array(text.utf8)) else { return Plan() }
        var plan = try Plan(json: json)
        let places = json[kept]
        func place(_ key: String, _ index: Int) -> Place? {
            place(places?[key]?.array, index)
        }
        func place(_ list: [JSON]?, _ index: Int) -> Place? {
            guard let list, list.indices.contains(index) else { return nil }
            return list[index].string.flatMap(Place.init(description:))
        }
        for index in plan.groups.indices {
            plan.groups[index].place = place("groups", index)
            guard let tasks = places?["tasks"]?.array, tasks.indices.contains(index) else { continue }
            for task in plan.groups[index].tasks.indices {
                plan.groups[index].tasks[task].place = place(tasks[index].array, task)
            }
        }
        for index in plan.risks.indices { plan.risks[index].place = place("risks", index) }
        for index in plan.training.indices { plan.training[index].place = place("training", index) }
        for index in plan.standards.indices { plan.standards[index].place = place("standards", index) }
        for index in plan.keyDates.indices { plan.keyDates[index].place = place("keyDates", index) }
        plan.budget?.place = place("budget", 0)
        return plan
    }
}
