import Markup
import Site

extension AuditsFeature {
    func myAudits(_ visit: Visit) async throws -> Reply {
        .page(
            Page("My audits", section: .audits, tabs: AuditTabs.tabs(.mine, visit.officer)) { m in
                m.lead("No audit is asked of you.")
            })
    }
}
