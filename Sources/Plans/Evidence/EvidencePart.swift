import Kernel
import Markup
import Site
import Storage

/// The action's evidence on its page: document, what it shows, added, verdict.
struct EvidencePart: ActionPart {
    private let items: [EvidenceItem]
    private let mayAdd: Bool

    static func read(_ connection: Connection, _ action: ActionInQuestion) throws -> EvidencePart {
        let mayOpen = try action.doer.holds(EvidenceRoute.caseAccess, in: action.planID, connection)
        return EvidencePart(
            items: try EvidenceSQL.items(
                connection, action.doer.officer.authority, action.planID,
                EvidenceFilter(action: action.action.id), mayOpenPersonal: mayOpen),
            mayAdd: try action.run.closing != .closed
                && action.doer.holds(EvidenceRoute.workers, in: action.planID, connection))
    }

    func main(_ action: ActionInQuestion, _ m: inout Markup) {
        m.part("Evidence") { m in
            if items.isEmpty {
                m.p("None yet. Evidence shows somebody who was not there that the work was done.")
            } else {
                EvidencePage.table(items, withAction: false, &m)
            }
        }
    }

    func deeds(_ action: ActionInQuestion) -> [Link] {
        guard mayAdd else { return [] }
        return [Link("Add evidence", EvidenceRoute.newEvidence.link(action.planID, action.action.id))]
    }
}
