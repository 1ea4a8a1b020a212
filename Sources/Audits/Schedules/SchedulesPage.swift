import Markup
import Site

extension AuditsFeature {
    func schedules(_ visit: Visit) async throws -> Reply {
        .page(
            Page("Schedules", section: .audits, tabs: AuditTabs.tabs(.schedules, visit.officer)) { m in
                m.lead("Nothing is done in a rhythm yet.")
            })
    }
}
