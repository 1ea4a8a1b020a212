import Markup
import Site

extension AuditsFeature {
    func audits(_ visit: Visit) async throws -> Reply {
        .page(
            Page("Audits", section: .audits, tabs: AuditTabs.tabs(.rounds, visit.officer)) { m in
                m.lead("No round of audits yet.")
            })
    }
}
