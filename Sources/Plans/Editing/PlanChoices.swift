import Kernel
import Markup
import Site
import Storage

/// What a plan may hang on: the parts of the organisation, other plans, and inspections that the officer reaches.
struct PlanChoices {
    var nodes: [OrganisationSource.NodeChoice]
    /// Whether the officer may keep a plan for the whole authority.
    var wholeAuthority: Bool
    var plans: [KeptPlan.Header]
    var inspections: [(id: ID<InspectionRecord>, title: String)]

    func fields(_ entry: Entry, _ m: inout Markup) {
        m.select(
            "node", "Whose plan it is",
            (wholeAuthority ? [Choice("", "The whole authority")] : [])
                + nodes.map {
                    Choice($0.id.description, String(repeating: "– ", count: $0.depth) + $0.name)
                }, in: entry)
        if !inspections.isEmpty {
            m.select(
                "inspection", "The inspection that it answers",
                [Choice("", "None recorded")]
                    + inspections.map { Choice($0.id.description, $0.title) }, in: entry)
        }
        guard !plans.isEmpty else { return }
        let others = [Choice("", "No other plan")] + plans.map { Choice($0.id.description, $0.title) }
        m.select("partOf", "It is part of", others, in: entry, hint: "Such as a partner’s plan within yours")
        m.select("follows", "It follows", others, in: entry, hint: "Such as the second phase of a first plan")
    }

    /// What the form chose; throws when it names something that the officer does not reach.
    func setting(_ form: Fields) throws(ConfirmImport.Refused) -> PlanSQL.Setting {
        var setting = PlanSQL.Setting()
        setting.node = form.id("node")
        guard form["node"].isEmpty ? wholeAuthority : nodes.contains(where: { $0.id == setting.node })
        else { throw .nodeElsewhere }
        setting.partOf = plans.first { $0.id.description == form["partOf"] }?.id
        setting.follows = plans.first { $0.id.description == form["follows"] }?.id
        setting.inspection = inspections.first { $0.id.description == form["inspection"] }?.id
        return setting
    }
}

extension PlansFeature {
    func planChoices(_ visit: Visit, besides plan: ID<PlanRecord>? = nil) async throws -> PlanChoices {
        let officer = try visit.signedInOfficer
        let scopes = officer.scopes(for: PlansRoute.keepers)
        let today = visit.today
        let nodes = try await organisation.nodes(officer.authority, scopes, today)
        return try await database.read { connection in
            PlanChoices(
                nodes: nodes, wholeAuthority: scopes.contains(.authority),
                plans: try PlanSQL.plans(connection, officer.authority, within: scopes, on: today)
                    .filter { $0.id != plan },
                inspections: try connection.rows(
                    "SELECT id, title FROM inspection WHERE authority = $1 ORDER BY began_on DESC, id DESC",
                    [.id(officer.authority)]
                ) { (try $0.id(0), try $0.text(1)) })
        }
    }
}
