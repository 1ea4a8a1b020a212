import Audits
import Kernel
import PlanFormat
import Plans
import Site
import Storage

extension AuditSources {
    /// Monitoring, actions, criteria and notes of the plans that the officer may read, in the order of each plan.
    static func planWords(
        _ connection: Connection, _ officer: Officer, _ today: Day
    ) throws -> [PlanWords] {
        let scopes = officer.scopes(for: PlansRoute.readers)
        guard !scopes.isEmpty else { return [] }
        let plans = try PlanSQL.plans(connection, officer.authority, within: scopes, on: today)
        guard !plans.isEmpty else { return [] }
        let list = plans.map { String($0.id.rawValue) }.joined(separator: ", ")
        let titles = Dictionary(plans.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let order = Dictionary(
            plans.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let found = try connection.rows(
            """
            SELECT 1, i.kind, i.id, i.plan, a.position, a.reference, a.title, i.text, i.by_whom, i.area, NULL, i.position
            FROM plan_area_item i JOIN plan_area a ON a.authority = i.authority AND a.id = i.area
            WHERE i.authority = $1 AND i.plan IN (\(list))
            UNION ALL
            SELECT 2, 'action', x.id, x.plan, a.position, COALESCE(x.reference, a.reference), a.title, x.text,
                (SELECT l.printed FROM plan_action_lead l WHERE l.authority = x.authority AND l.action = x.id
                    ORDER BY l.position LIMIT 1), x.area, x.id, x.position
            FROM plan_action x JOIN plan_area a ON a.authority = x.authority AND a.id = x.area
            WHERE x.authority = $1 AND x.plan IN (\(list))
            UNION ALL
            SELECT 3, 'criterion', c.id, c.plan, a.position, a.reference, a.title, c.text, NULL, c.area, c.action,
                c.position
            FROM plan_criterion c JOIN plan_area a ON a.authority = c.authority AND a.id = c.area
            WHERE c.authority = $1 AND c.plan IN (\(list))
            ORDER BY 5, 1, 12
            """, [.id(officer.authority)]
        ) { row -> PlanWords in
            let plan: ID<PlanRecord> = try row.id(3)
            let area: ID<AreaRecord> = try row.id(9)
            let kind = try row.text(1)
            let action: ID<ActionRecord>? = try row.idOrNil(10)
            let name = try row.textOrNil(5) ?? row.text(6)
            return PlanWords(
                plan: plan, planTitle: titles[plan] ?? "",
                source: "\(kind).\(ID<PlanWords>(try row.integer(2)))",
                area: area.description, place: place(kind, name), words: try row.text(7),
                by: (try row.textOrNil(8) ?? "").replacing("\n", with: ", "),
                address: action.map { PlansRoute.action.link(plan, $0) } ?? PlansRoute.area.link(plan, area))
        }
        let notes = try connection.rows(
            "SELECT id, rest_json FROM plan WHERE authority = $1 AND id IN (\(list))",
            [.id(officer.authority)]
        ) { row in try Self.notes(of: try row.id(0), try row.text(1), titles) }
        return (found + notes.flatMap { $0 }).enumerated().sorted {
            (order[$0.element.plan] ?? 0, $0.offset) < (order[$1.element.plan] ?? 0, $1.offset)
        }.map(\.element)
    }

    private static func place(_ kind: String, _ name: String) -> String {
        switch kind {
        case "monitoring": "Area \(name), monitoring"
        case "action": "Action \(name)"
        case "criterion": "Area \(name), criterion"
        case "evidence": "Area \(name), evidence"
        default: "Area \(name), what needs to change"
        }
    }

    /// What stands outside the areas: what groups are for and do, and what answers a risk.
    private static func notes(
        of plan: ID<PlanRecord>, _ json: String, _ titles: [ID<PlanRecord>: String]
    ) throws -> [PlanWords] {
        guard let json = JSON(parsing: Array(json.utf8)) else { return [] }
        let rest = try Plan(json: json)
        var found: [PlanWords] = []
        func add(_ source: String, _ place: String, _ words: String?, by: [String] = []) {
            guard let words, !words.isEmpty else { return }
            found.append(
                PlanWords(
                    plan: plan, planTitle: titles[plan] ?? "", source: source, area: source, place: place,
                    words: words, by: by.joined(separator: ", "), address: PlansRoute.more.link(plan)))
        }
        for (index, group) in rest.groups.enumerated() {
            add("group.\(index)", group.name, group.purpose)
            for (task, value) in group.tasks.enumerated() {
                add("task.\(index)-\(task)", group.name, value.text, by: value.leads)
            }
        }
        for (index, risk) in rest.risks.enumerated() {
            add("risk.\(index)", "Risk \(index + 1)", risk.contingency)
        }
        return found
    }
}
