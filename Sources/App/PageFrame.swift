import Accounts
import Audits
import Kernel
import Markup
import Measures
import Organisation
import Plans
import Returns
import Site
import Storage

/// What stands around every page for one visitor.
enum PageFrame {
    static func frame(for visit: Visit, _ authorities: Authorities) async -> Frame {
        let authority = try? await authorities.authority(of: visit.officer)
        var frame = Frame(authority: authority?.name ?? "")
        frame.sections = visit.officer.map(sections) ?? []
        frame.search = visit.officer == nil ? nil : SearchRoute.search.link()
        frame.foot = [
            Link("Accessibility statement", AboutRoute.accessibility.link()),
            Link("What the words mean", AboutRoute.words.link()),
        ]
        if visit.officer != nil {
            frame.foot.insert(Link("How to use Plumbline", GuideRoute.own.link()), at: 0)
        }
        if let officer = visit.officer, officer.holds(OrganisationRoute.readers) {
            frame.foot.append(Link("Organisation", OrganisationRoute.tree.link()))
        }
        if let officer = visit.officer, officer.holds([.administrator, .programmeManager, .director]) {
            frame.foot.append(Link("Journal", "/journal"))
        }
        if let officer = visit.officer, officer.holds(FilesRoute.keepers) {
            frame.foot.append(Link("People and access", "/access"))
            frame.foot.append(Link("Files about children", FilesRoute.originals.link()))
        }
        if let today = authority?.exampleToday {
            frame.example =
                "\(strong: "This authority is invented.") Here it is always \(today.weekdayName) \(today.long)."
        }
        return frame
    }

    /// The sections that exist and that the officer's roles open.
    private static func sections(_ officer: Officer) -> [SectionLink] {
        guard officer.holds(PlansRoute.readers) else { return [] }
        var sections = [
            SectionLink(.overview, PlansRoute.home.link()),
            SectionLink(.work, WorkRoute.myWork.link()),
            SectionLink(.plan, PlansRoute.plans.link()),
            SectionLink(.timeline, PlansRoute.timelineHome.link()),
        ]
        if officer.holds(MeasuresRoute.readers) {
            sections.append(SectionLink(.measures, MeasuresRoute.list.link()))
        }
        if officer.holds(RoundsRoute.readers) {
            sections.append(SectionLink(.audits, RoundsRoute.home.link()))
        }
        if officer.holds(CasesRoute.caseAccess) {
            sections.append(SectionLink(.today, CasesRoute.today.link()))
        } else if officer.holds(CasesRoute.workloadReaders) {
            sections.append(SectionLink(.today, CasesRoute.caseloads.link()))
        }
        sections.append(SectionLink(.returns, LocalRoute.home.link()))
        return sections
    }
}
