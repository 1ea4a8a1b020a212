import Kernel
import Markup
import Site
import Storage

/// The documents that carry an action out, on the action's page, and how far each is.
struct GuidancePart: ActionPart {
    struct Entry: Sendable {
        var guidance: Guidance
        var body: String?
        var roll: ReadingRoll?
    }

    var entries: [Entry]

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> GuidancePart {
        let authority = action.doer.officer.authority
        let linked = try connection.rows(
            "SELECT guidance FROM guidance_action WHERE authority = $1 AND action = $2",
            [.id(authority), .id(action.action.id)]
        ) { try $0.id(0) as ID<GuidanceRecord> }
        guard !linked.isEmpty else { return GuidancePart(entries: []) }
        let eyes = try GuidanceEyes.of(
            action.doer.officer, action.planID, connection, on: action.doer.today)
        let rows = try GuidanceListSQL.rows(
            connection, authority, action.planID, GuidanceListPage.Filter(), eyes, on: action.doer.today)
        return GuidancePart(
            entries: rows.filter { linked.contains($0.guidance.id) }.map {
                Entry(guidance: $0.guidance, body: $0.body, roll: $0.roll)
            })
    }

    func main(_ action: ActionInQuestion, _ m: inout Markup) {
        guard !entries.isEmpty else { return }
        m.part("Documents that carry it out") { m in
            m.taskList(
                entries.map { entry in
                    TaskItem(
                        Link(
                            Markup(entry.guidance.title),
                            GuidanceRoute.document.link(action.planID, entry.guidance.id)),
                        why: Markup(entry.guidance.kind.words),
                        state: Markup(
                            GuidanceWords.state(entry.guidance, entry.roll, body: entry.body)))
                })
        }
    }

    func deeds(_ action: ActionInQuestion) -> [Link] {
        guard action.mayEdit else { return [] }
        return [
            Link(
                "Begin a document that carries it out",
                GuidanceRoute.newDocument.link(
                    action.planID, query: ["action": action.action.id.description]))
        ]
    }
}
