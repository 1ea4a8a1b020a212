import Audits
import Kernel
import Markup
import Measures
import Organisation
import Plans
import Returns
import Site

/// The guides of the roles, one's own first.
enum GuideRoute: String, RouteTable {
    case own = "GET /guide"
    case guide = "GET /guide/{role}"

    var access: Access {
        switch self {
        case .own, .guide: .signedIn
        }
    }

    static func register(on site: inout SiteBuilder) {
        site.on(GuideRoute.own) { visit in .page(GuidePage.own(try visit.signedInOfficer)) }
        site.on(GuideRoute.guide) { visit in
            let name = visit.parameters["role"] ?? ""
            guard let role = Role.allCases.first(where: { $0.guideName == name }) else { throw NotFound() }
            return .page(GuidePage.page(role, try visit.signedInOfficer))
        }
    }
}

enum GuidePage {
    /// The guides of the officer's own roles, and the way to the others.
    static func own(_ officer: Officer) -> Page {
        let roles = Role.allCases.filter { officer.holds([$0]) }
        return Page("How to use Plumbline") { m in
            m.lead(
                "What you do here in a week, what you will never see, and what nobody of your role can do.")
            if roles.isEmpty {
                m.emptyState("You have no role today", "An administrator can give you one.")
            }
            for role in roles {
                m.part(Markup(role.words.capitalisedFirst)) { m in write(role, officer, &m) }
            }
            m.part("Other roles") { m in
                m.ul { m in
                    for role in Role.allCases where !roles.contains(role) {
                        m.li {
                            $0.a(role.words.capitalisedFirst, .href(GuideRoute.guide.link(role.guideName)))
                        }
                    }
                }
            }
        }
    }

    static func page(_ role: Role, _ officer: Officer) -> Page {
        Page(
            "Guide for the \(role.words)",
            breadcrumbs: [Link("How to use Plumbline", GuideRoute.own.link())]
        ) { m in write(role, officer, &m) }
    }

    private static func write(_ role: Role, _ officer: Officer, _ m: inout Markup) {
        let guide = RoleGuide.of(role)
        m.p(guide.gist)
        m.h3("What you do each week")
        m.ol { m in
            for step in guide.week {
                m.li { m in
                    m.add(step.words)
                    // Somebody who reads the guide of another role may not open its pages.
                    guard let page = step.page, officer.holds([role]) else { return }
                    m.add(" ")
                    m.a(page.words, .href(page.address))
                }
            }
        }
        m.h3("What you will never see")
        m.ul { m in for words in guide.neverSees { m.li(words) } }
        m.h3("What you can never do")
        m.ul { m in for words in guide.neverDoes { m.li(words) } }
    }
}

extension RoleGuide.Page {
    var words: String {
        switch self {
        case .overview: "Overview"
        case .work: "My work"
        case .readings: "My readings"
        case .plans: "Plans"
        case .timeline: "Timeline"
        case .inspections: "Inspections"
        case .importing: "Import a plan"
        case .names: "Names"
        case .organisation: "Organisation"
        case .people: "People"
        case .measures: "Measures"
        case .today: "Overdue today"
        case .caseloads: "Caseloads"
        case .returns: "Returns"
        case .files: "Files"
        case .quality: "Data quality"
        case .audits: "Audits"
        case .myAudits: "My audits"
        case .safety: "Safety"
        case .auditActions: "Case actions"
        case .schedules: "Schedules"
        case .access: "Accounts"
        case .journal: "Journal"
        case .account: "Your account"
        case .words: "What the words mean"
        }
    }

    var address: String {
        switch self {
        case .overview: PlansRoute.home.link()
        case .work: WorkRoute.myWork.link()
        case .readings: GuidanceRoute.readings.link()
        case .plans: PlansRoute.plans.link()
        case .timeline: PlansRoute.timelineHome.link()
        case .inspections: PlansRoute.inspections.link()
        case .importing: PlansRoute.imports.link()
        case .names: OrganisationRoute.names.link()
        case .organisation: OrganisationRoute.tree.link()
        case .people: OrganisationRoute.people.link()
        case .measures: MeasuresRoute.list.link()
        case .today: CasesRoute.today.link()
        case .caseloads: CasesRoute.caseloads.link()
        case .returns: LocalRoute.home.link()
        case .files: FilesRoute.files.link()
        case .quality: QualityRoute.quality.link()
        case .audits: RoundsRoute.home.link()
        case .myAudits: GradingRoute.mine.link()
        case .safety: SafetyRoute.list.link()
        case .auditActions: LoopRoute.list.link()
        case .schedules: SchedulesRoute.home.link()
        case .access: "/access"
        case .journal: "/journal"
        case .account: "/account"
        case .words: AboutRoute.words.link()
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
