import Markup
import Site

extension AuditsFeature {
    func tools(_ visit: Visit) async throws -> Reply {
        .page(
            Page("Tools", section: .audits, tabs: AuditTabs.tabs(.tools, visit.officer)) { m in
                m.lead(
                    "No tool has been issued yet. A tool is a set of standards and questions by which files are graded."
                )
            })
    }
}
