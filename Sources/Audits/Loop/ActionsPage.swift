import Markup
import Site

extension AuditsFeature {
    func auditActions(_ visit: Visit) async throws -> Reply {
        .page(
            Page("Case actions", section: .audits, tabs: AuditTabs.tabs(.actions, visit.officer)) { m in
                m.lead("No action has come out of an audit yet.")
            })
    }
}
