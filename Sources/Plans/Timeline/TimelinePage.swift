import Charts
import Kernel
import Markup
import Sheets
import Site
import Storage

/// The dates of a plan's actions, drawn by area: as first set, as they stand, and today.
extension PlansFeature {
    func timeline(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let filter = TimelinePage.filter(visit.query)
        let view = try await database.read { connection -> TimelinePage.View in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            var entries = try TimelineSQL.entries(
                connection, officer.authority, id, filter, on: visit.today)
            try TimelineSQL.fill(&entries, of: id, connection, officer.authority)
            return TimelinePage.View(
                plan: plan, filter: filter, entries: entries,
                choices: try TimelineSQL.choices(connection, officer.authority, id),
                inspectorsReturn: try plan.inspection.flatMap {
                    try TimelineSQL.inspectorsReturn(connection, officer.authority, $0)
                })
        }
        return .page(TimelinePage.page(view, visit))
    }
}

enum TimelinePage {
    struct View: Sendable {
        var plan: KeptPlan.Header
        var filter: TimelineFilter
        var entries: [TimelineSQL.Entry]
        var choices: TimelineSQL.Choices
        var inspectorsReturn: Day?
    }

    static func filter(_ query: Fields) -> TimelineFilter {
        TimelineFilter(
            area: query.id("area"),
            who: query["who"] == "-" ? .nobody : Accountable(choice: query["who"]).map { .one($0) },
            state: TimelineFilter.State(rawValue: query["state"]))
    }

    static func page(_ view: View, _ visit: Visit) -> Page {
        let (all, undated) = (view.choices.actions, view.choices.undated)
        let shown = view.entries.count
        let address = PlansRoute.timeline.link(view.plan.id)
        return Page(
            "Timeline", section: .timeline, breadcrumbs: PlanCrumbs.plan(view.plan),
            facts: [
                "\(counted(all, "action")), \(shown) shown",
                "\(counted(undated, "action")) \(undated == 1 ? "has" : "have") no finish date",
                "As it stands on \(visit.today.long)",
            ], tabs: PlanCrumbs.tabs(view.plan, at: PlansRoute.timeline),
            sheet: shown == 0 ? nil : sheet(view, visit.today)
        ) { m in
            filterBar(view, address, &m)
            m.listCount(shown: shown, of: all, "actions", clear: address)
            guard shown > 0 else {
                m.emptyState(
                    "Nothing to draw",
                    all == 0 ? "The plan has no action yet." : "No action passes this filter.")
                return
            }
            m.gantt(
                Gantt(
                    areas: areas(view, visit.today), today: visit.today,
                    visits: view.inspectorsReturn.map { [Gantt.Visit($0, "Inspectors return")] } ?? []))
        }
    }

    private static func areas(_ view: View, _ today: Day) -> [Gantt.Area] {
        var areas: [Gantt.Area] = []
        var rest = view.entries[...]
        while let first = rest.first {
            let inArea = rest.prefix { $0.area == first.area }
            areas.append(
                Gantt.Area(
                    first.areaReference ?? "", first.areaTitle, inArea.map { bar($0, view.plan.id, today) }))
            rest = rest.dropFirst(inArea.count)
        }
        return areas
    }

    private static func bar(
        _ entry: TimelineSQL.Entry, _ plan: ID<PlanRecord>, _ today: Day
    ) -> Gantt.Bar {
        Gantt.Bar(
            entry.reference ?? "", Link(Markup(entry.text), PlansRoute.action.link(plan, entry.id)),
            progress: entry.progress(on: today)?.symbol, start: entry.start?.first, due: entry.due,
            isClosed: entry.closed != nil, firstStart: entry.firstStart?.first,
            steps: entry.steps.map { Gantt.Step($0.due, isDone: $0.isDone) },
            waitsFor: WaitWords.list(entry.waitsFor))
    }

    private static func filterBar(_ view: View, _ address: String, _ m: inout Markup) {
        let filter = view.filter
        let entry = Entry(filled: [
            "area": filter.area?.description ?? "", "who": filter.whoChoice,
            "state": filter.state?.rawValue ?? "",
        ])
        m.filterBar(to: address, "Show", isActive: !filter.isEmpty) { m in
            m.select(
                "area", "Area",
                [Choice("", "All \(counted(view.choices.areas.count, "area"))")]
                    + view.choices.areas.map { Choice($0.id.description, $0.name) }, in: entry)
            m.select(
                "who", "Who answers",
                [Choice("", "Anyone"), Choice("-", "Nobody yet")]
                    + view.choices.who.map { Choice($0.accountable.choice, $0.name) }, in: entry)
            m.select(
                "state", "How it stands",
                [Choice("", "Any")]
                    + TimelineFilter.State.allCases.map { Choice($0.rawValue, $0.label) }, in: entry)
        }
    }

    private static func sheet(_ view: View, _ today: Day) -> Sheet {
        Sheet(
            "Timeline of \(view.plan.title)",
            note: view.filter.note(shown: view.entries.count, of: view.choices.actions),
            columns: [
                Sheet.Column("Ref", width: 8), Sheet.Column("Area", width: 30),
                Sheet.Column("Action", width: 50), Sheet.Column("Who answers"), Sheet.Column("Start", .day),
                Sheet.Column("First date", .day), Sheet.Column("Date now", .day),
                Sheet.Column("Days later", .number), Sheet.Column("Moves", .number), Sheet.Column("Steps"),
                Sheet.Column("Waits for"), Sheet.Column("Progress", width: 12),
            ]
        ) {
            view.entries.map { entry in
                let done = entry.steps.count { $0.isDone }
                return [
                    .init(entry.reference), .text(entry.areaTitle), .text(entry.text), .init(entry.answers),
                    .init(entry.start), .init(entry.firstFinish), .init(entry.finish),
                    .init(entry.daysLater), .init(entry.moves),
                    entry.steps.isEmpty ? .empty : .text("\(done) of \(entry.steps.count) done"),
                    .init(WaitWords.list(entry.waitsFor)),
                    .text(entry.progress(on: today)?.symbol.word ?? "No date"),
                ]
            }
        }
    }
}

extension TimelineSQL.Entry {
    func progress(on today: Day) -> BRAG? {
        Progress.of(
            Progress.Dates(
                closed: closed, hasBegun: hasBegun, start: start, finish: finish, forecast: forecast),
            on: today)
    }

    var due: DueDate {
        DueDate(first: firstFinish ?? finish, now: finish, moves: moves, says: whenText ?? "")
    }

    /// Nil where there is no date, or none that is locked.
    var daysLater: Int? {
        guard let firstFinish, let finish else { return nil }
        return finish.last - firstFinish.last
    }
}
