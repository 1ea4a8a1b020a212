import Markup
import Site

extension AuditsFeature {
    func cohorts(_ visit: Visit) async throws -> Reply {
        .page(
            Page("Cohort reviews", section: .audits, tabs: AuditTabs.tabs(.cohorts, visit.officer)) { m in
                m.lead("No cohort is under review.")
            })
    }
}
