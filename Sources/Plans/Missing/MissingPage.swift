import Kernel
import Markup
import Sheets
import Site
import Storage

/// Updates that are missing, over every plan that the person keeps or directs.
extension PlansFeature {
    func missing(_ visit: Visit) async throws -> Reply {
        .page(MissingPage.page(try await missingView(visit), visit))
    }

    func missingView(_ visit: Visit) async throws -> MissingPage.View {
        let officer = try visit.signedInOfficer
        let filter = MissingPage.filter(visit.query)
        let today = visit.today
        return try await database.read { connection in
            let scopes = officer.scopes(for: MissingRoute.readers)
            let plans = try PlanSQL.plans(connection, officer.authority, within: scopes, on: today)
            let ids = plans.map(\.id)
            let kept = try PlanSQL.plans(
                connection, officer.authority, within: officer.scopes(for: PlansRoute.keepers), on: today)
            return MissingPage.View(
                filter: filter, plans: plans, kept: Set(kept.map(\.id)),
                line: try LineSQL.line(connection, officer.authority, on: today),
                entries: try MissingSQL.entries(connection, officer.authority, ids, filter, on: today),
                all: try MissingSQL.count(connection, officer.authority, ids, filter.when, on: today),
                unanswered: try MissingSQL.unanswered(connection, officer.authority, ids, filter),
                people: try MissingSQL.accountable(connection, officer.authority, ids))
        }
    }
}

enum MissingPage {
    static let pageSize = 50

    struct View {
        var filter: MissingFilter
        var plans: [KeptPlan.Header]
        /// The plans that the person may also change.
        var kept: Set<ID<PlanRecord>>
        var line: Line
        var entries: [MissingSQL.Entry]
        /// How many there are before the plan and the person are chosen.
        var all: Int
        var unanswered: [MissingSQL.Unanswered]
        var people: [Accountable]
    }

    static func filter(_ query: Fields) -> MissingFilter {
        var filter = MissingFilter()
        filter.plan = query.id("plan")
        filter.who = Accountable(choice: query["who"])
        filter.when = MissingFilter.When(rawValue: query["when"]) ?? .late
        return filter
    }

    static func query(_ filter: MissingFilter) -> Query {
        Query().with("plan", filter.plan?.description ?? "").with("who", filter.who?.choice ?? "")
            .with("when", filter.when == .late ? "" : filter.when.rawValue)
    }

    static func page(_ view: View, _ visit: Visit) -> Page {
        let one = view.filter.plan.flatMap { chosen in view.plans.first { $0.id == chosen } }
        return Page(
            "Missing updates", section: .work, breadcrumbs: one.map { PlanCrumbs.plan($0) } ?? [],
            facts: facts(view, visit.today),
            deed: view.entries.isEmpty
                ? nil
                : Link("Write the messages", MissingRoute.messages.link(query: query(view.filter))),
            tabs: one.map { PlanCrumbs.tabs($0, at: MissingRoute.missing) } ?? [],
            sheet: view.entries.isEmpty ? nil : MissingSheet.sheet(view, visit.today)
        ) { m in
            m.honestSentence(sentence(view, visit.today))
            filterBar(view, &m)
            if view.all > 0 {
                m.listCount(
                    shown: view.entries.count, of: view.all, view.all == 1 ? "update" : "updates",
                    clear: MissingRoute.missing.link(
                        query: query(MissingFilter(plan: nil, who: nil, when: view.filter.when))))
            }
            if view.entries.isEmpty {
                m.emptyState(
                    "No update is missing", "An update that has not come by its due day stands here.")
            } else {
                table(view, visit, &m)
            }
            unanswered(view, &m)
            links(view, &m)
        }
    }

    private static func facts(_ view: View, _ today: Day) -> [Markup] {
        let late = view.entries.filter { $0.due < today }
        let escalated = late.count { UpdatesWork.escalated($0.due) <= today }
        return [
            "\(strong: "\(late.count)") late", "\(escalated) with the line manager",
            "As of \(today.long)",
        ]
    }

    private static func sentence(_ view: View, _ today: Day) -> Markup {
        let late = view.entries.filter { $0.due < today }
        var sentence: Markup =
            late.isEmpty
            ? "No update is late."
            : "\(strong: counted(late.count, "update")) \(late.count == 1 ? "is" : "are") late, from \(counted(Set(late.compactMap(\.who)).count, "person or post", "people and posts"))."
        if !view.unanswered.isEmpty {
            sentence.add(" Nobody answers for \(counted(view.unanswered.count, "action")).")
        }
        return sentence
    }

    private static func filterBar(_ view: View, _ m: inout Markup) {
        let entry = Entry(filled: [
            "plan": view.filter.plan?.description ?? "", "who": view.filter.who?.choice ?? "",
            "when": view.filter.when.rawValue,
        ])
        m.filterBar(
            to: MissingRoute.missing.link(), "Show what is missing", isActive: view.filter != MissingFilter()
        ) { m in
            if view.plans.count > 1 {
                m.select(
                    "plan", "Plan",
                    [Choice("", "All \(counted(view.plans.count, "plan"))")]
                        + view.plans.map { Choice($0.id.description, $0.title.short) }, in: entry)
            }
            m.select(
                "who", "Who answers",
                [Choice("", "Anyone")]
                    + view.people.map { Choice($0.choice, view.line.words($0)) }
                    .sorted { $0.words < $1.words }, in: entry)
            m.select(
                "when", "Due", MissingFilter.When.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
        }
    }

    private static func table(_ view: View, _ visit: Visit, _ m: inout Markup) {
        let page = visit.query.page
        let many = view.plans.count > 1
        m.table(
            "Updates that are due and were not given, the longest due first",
            [
                Column("Ref", .reference), Column("Action", .name), Column("Who answers", label: "Answers"),
                Column("Due since", label: "Since"), Column("Last update", label: "Last"),
                Column("Due days missed", label: "Missed"), Column("Line manager", label: "Manager"),
            ]
        ) { table in
            for entry in view.entries.dropFirst((page - 1) * pageSize).prefix(pageSize) {
                table.row { row in
                    row.cell(entry.reference ?? "")
                    row.cell { m in
                        m.a(entry.text, .href(PlansRoute.action.link(entry.plan, entry.action)))
                        if many { m.note(Markup(entry.planTitle)) }
                    }
                    row.cell { m in
                        if let who = entry.who {
                            m.add(view.line.words(who))
                        } else {
                            m.span("Nobody", .class("missing"))
                        }
                    }
                    row.cell(entry.due.short)
                    if let updated = entry.updated { row.cell(updated.short) } else { row.empty("none yet") }
                    row.cell { missed(entry, visit.today, &$0) }
                    row.cell { manager(entry, view.line, visit.today, &$0) }
                }
            }
        }
        m.pagination(page: page, size: pageSize, total: view.entries.count) {
            MissingRoute.missing.link(query: query(view.filter).with("page", $0))
        }
    }

    private static func missed(_ entry: MissingSQL.Entry, _ today: Day, _ m: inout Markup) {
        let now = entry.rhythm.missed(due: entry.due, by: today)
        m.add(now)
        if entry.missedBefore > 0 { m.note("\(now + entry.missedBefore) in all") }
    }

    private static func manager(_ entry: MissingSQL.Entry, _ line: Line, _ today: Day, _ m: inout Markup) {
        m.add(escalation(entry, line, today))
    }

    /// Who above has heard of it, or will, and when.
    static func escalation(_ entry: MissingSQL.Entry, _ line: Line, _ today: Day) -> String {
        guard let who = entry.who else { return "nobody to ask" }
        let managers = line.lineManagers(of: who).compactMap { line.names[$0] }.sorted()
        guard !managers.isEmpty else { return "nobody above on record" }
        let names = managers.joined(separator: ", ")
        let day = UpdatesWork.escalated(entry.due)
        return day <= today ? "\(names), since \(day.short)" : "\(names), from \(day.short)"
    }

    private static func unanswered(_ view: View, _ m: inout Markup) {
        guard !view.unanswered.isEmpty else { return }
        m.part("Actions that nobody answers for") { m in
            m.table(
                "Actions that nobody answers for",
                [Column("Ref", .reference), Column("Action", .name), Column("Who answers", label: "Answers")]
            ) { table in
                for action in view.unanswered.prefix(pageSize) {
                    table.row { row in
                        row.cell(action.reference ?? "")
                        row.cell { m in
                            m.a(action.text, .href(PlansRoute.action.link(action.plan, action.action)))
                            if view.plans.count > 1 { m.note(Markup(action.planTitle)) }
                        }
                        if view.kept.contains(action.plan) {
                            row.cell { m in
                                m.a(
                                    "Say who answers\(hidden: " for \(action.reference ?? action.text)")",
                                    .href(UpdatesRoute.accountable.link(action.plan, action.action)))
                            }
                        } else {
                            row.empty("for whoever keeps the plan")
                        }
                    }
                }
            }
            if view.unanswered.count > pageSize {
                m.note("\(view.unanswered.count - pageSize) more stand on the page of each plan.")
            }
        }
    }

    private static func links(_ view: View, _ m: inout Markup) {
        let kept = view.plans.filter {
            view.kept.contains($0.id) && (view.filter.plan == nil || view.filter.plan == $0.id)
        }
        guard !kept.isEmpty else { return }
        m.part("How updates are asked for") { m in
            m.ul { m in
                for plan in kept {
                    m.li {
                        $0.add(
                            "\(plan.title): \(link: "who answers", to: UpdatesRoute.whoAnswers.link(plan.id)), \(link: "how it is run", to: UpdatesRoute.running.link(plan.id))"
                        )
                    }
                }
            }
        }
    }
}
