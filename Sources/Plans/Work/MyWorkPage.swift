import Kernel
import Markup
import Site
import Storage

/// What waits for the person who looks: their in-tray.
extension PlansFeature {
    func registerWork(on site: inout SiteBuilder) {
        site.on(WorkRoute.myWork, myWork)
    }

    func myWork(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let today = visit.today
        let others = otherWork
        let items = try await database.read { try InTray.items($0, officer, others: others, on: today) }
        return .page(MyWorkPage.page(items, officer, visit))
    }
}

enum MyWorkPage {
    static func page(_ items: [WorkItem], _ officer: Officer, _ visit: Visit) -> Page {
        let late = items.count { ($0.due ?? visit.today) < visit.today }
        return Page(
            "My work", section: .work,
            facts: [
                Markup(counted(items.count, "thing") + " to do"), Markup("\(late) past the day"),
                Markup(officer.post.isEmpty ? officer.name : "\(officer.name), \(officer.post)"),
            ],
            deed: officer.holds(MissingRoute.readers)
                ? Link("Missing updates", MissingRoute.missing.link()) : nil
        ) { m in
            if officer.person == nil {
                m.note(
                    "Your account is not tied to a person of the organisation, so nothing can be asked of you by name. An administrator can tie it."
                )
            }
            if items.isEmpty {
                m.emptyState("Nothing waits for you", "What falls to you stands here from the day it is due.")
            }
            for kind in WorkItem.Kind.allCases {
                let found = items.filter { $0.kind == kind }
                guard !found.isEmpty else { continue }
                m.part(Markup(kind.words)) { m in
                    m.taskList(found.map { item($0, visit.today) })
                }
            }
            m.p(
                "\(link: "What is issued to you", to: GuidanceRoute.readings.link()), read or not. \(link: "What falls due, in a calendar", to: CalendarRoute.calendar.link(query: ["mine": "yes"])). \(link: "How to use Plumbline", to: "/guide") in your role."
            )
        }
    }

    private static func item(_ item: WorkItem, _ today: Day) -> TaskItem {
        TaskItem(
            Link(Markup(item.title), item.address), why: Markup(item.why),
            state: item.due.map { Markup(state($0, today)) } ?? "")
    }

    static func state(_ due: Day, _ today: Day) -> String {
        if due == today { return "today" }
        if due > today { return due.long }
        return "\(counted(today - due, "day")) late"
    }
}
