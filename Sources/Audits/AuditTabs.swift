import Kernel
import Markup
import Site

/// The row of links under the heading of the section's pages: those that the officer's roles open.
enum AuditTabs {
    enum Place { case rounds, mine, team, safety, actions, cohorts, schedules, tools }

    static func tabs(_ place: Place, _ officer: Officer?) -> [Tab] {
        guard let officer else { return [] }
        var tabs: [Tab] = []
        func add(_ words: String, _ link: String, _ here: Place, _ access: Access) {
            if case .roles(let roles, _) = access, !officer.holds(roles) { return }
            tabs.append(Tab(words, link, isCurrent: place == here))
        }
        add("Rounds", RoundsRoute.home.link(), .rounds, RoundsRoute.home.access)
        add("My audits", GradingRoute.mine.link(), .mine, GradingRoute.mine.access)
        add("My team", GradingRoute.team.link(), .team, .roles(GradingRoute.managers, in: .anywhere))
        add("Safety", SafetyRoute.list.link(), .safety, SafetyRoute.list.access)
        add("Case actions", LoopRoute.list.link(), .actions, LoopRoute.list.access)
        add("Cohort reviews", CohortsRoute.list.link(), .cohorts, CohortsRoute.list.access)
        add("Schedules", SchedulesRoute.home.link(), .schedules, SchedulesRoute.home.access)
        add("Tools", ToolsRoute.list.link(), .tools, ToolsRoute.list.access)
        return tabs
    }
}
