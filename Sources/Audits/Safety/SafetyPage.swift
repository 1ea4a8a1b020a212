import Markup
import Site

extension AuditsFeature {
    func safetyItems(_ visit: Visit) async throws -> Reply {
        .page(
            Page("Safety", section: .audits, tabs: AuditTabs.tabs(.safety, visit.officer)) { m in
                m.lead("No child has been found not safe, or in doubt.")
            })
    }
}
