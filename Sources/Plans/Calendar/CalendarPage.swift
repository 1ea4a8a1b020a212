import Kernel
import Markup
import Sheets
import Site
import Storage
import Timescales

/// A month of what falls due, for the plans that one may see.
extension PlansFeature {
    func calendar(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let month = CalendarPage.Month(visit.query["month"]) ?? CalendarPage.Month(visit.today)
        let isMine = visit.query["mine"] == "yes"
        let plans = try await visiblePlans(visit)
        let chosen = visit.query.id("plan").flatMap { id in plans.first { $0.id == id } }
        if !visit.query["plan"].isEmpty, chosen == nil { throw NotFound() }
        let today = visit.today
        let entries = try await database.read { connection in
            try PlanCalendar.entries(
                connection,
                CalendarScope(
                    officer.authority, plans: chosen.map { [$0.id] } ?? plans.map(\.id), from: month.first,
                    to: month.last,
                    mine: isMine ? try Doer.of(officer, connection, on: today) : nil,
                    hasAuthority: chosen == nil))
        }
        return .page(
            CalendarPage.page(
                CalendarPage.Values(
                    month: month, entries: entries, plans: plans, chosen: chosen, isMine: isMine), visit))
    }
}

enum CalendarPage {
    struct Values {
        let month: Month
        let entries: [CalendarEntry]
        let plans: [KeptPlan.Header]
        let chosen: KeptPlan.Header?
        let isMine: Bool

        var isFiltered: Bool { chosen != nil || isMine }
    }

    /// A month of a year, `2026-11` in the address.
    struct Month: Hashable {
        let first: Day

        init(_ day: Day) { first = Day(year: day.civil.year, month: day.civil.month, day: 1) ?? day }

        init?(_ text: String) {
            guard let date = PartialDate(text), date.month != nil, date.day == nil,
                (1990...2100).contains(date.year)
            else { return nil }
            first = date.first
        }

        var last: Day { first.adding(months: 1).adding(days: -1) }
        var words: String { "\(Day.monthNames[first.civil.month - 1]) \(first.civil.year)" }
        var address: String { String(first.description.prefix(7)) }
        func adding(_ months: Int) -> Month { Month(first.adding(months: months)) }

        /// Every day that its weeks hold, Monday first, a week a row.
        var weeks: [[Day]] {
            let start = first.adding(days: 1 - first.weekday)
            let count = (last - start) / 7 + 1
            return (0..<count).map { week in (0..<7).map { start.adding(days: week * 7 + $0) } }
        }
    }

    static func page(_ values: Values, _ visit: Visit) -> Page {
        let month = values.month
        let open = values.entries.filter { !$0.isDone }
        return Page(
            "Calendar: \(month.words)", heading: Markup(month.words), section: .timeline,
            breadcrumbs: values.chosen.map { PlanCrumbs.plan($0) } ?? [],
            facts: [
                Markup(counted(open.count, "thing falls", "things fall") + " due"),
                Markup("\(open.count { $0.day < visit.today }) of them behind today"),
            ],
            deed: Link("Follow it in your own calendar", CalendarRoute.feed.link()),
            tabs: values.chosen.map { PlanCrumbs.tabs($0, at: CalendarRoute.calendar) } ?? [],
            sheet: sheet(values)
        ) { m in
            filterBar(values, &m)
            between(values, &m)
            table(values, visit.today, &m)
            if values.entries.isEmpty {
                m.note(
                    values.isFiltered
                        ? "Nothing falls due in \(month.words) that the filter lets through."
                        : "Nothing falls due in \(month.words).")
            }
        }
    }

    private static func query(_ values: Values, _ month: Month) -> Query {
        Query().with("month", month.address).with("plan", values.chosen?.id.description ?? "")
            .with("mine", values.isMine ? "yes" : "")
    }

    private static func filterBar(_ values: Values, _ m: inout Markup) {
        let entry = Entry(filled: [
            "plan": values.chosen?.id.description ?? "", "mine": values.isMine ? "yes" : "",
        ])
        m.filterBar(to: CalendarRoute.calendar.link(), "Show them", isActive: values.isFiltered) { m in
            m.hiddenField("month", values.month.address)
            m.select(
                "plan", "Plan",
                [Choice("", "Every plan")] + values.plans.map { Choice($0.id.description, $0.title) },
                in: entry)
            m.select(
                "mine", "Whose", [Choice("", "Everybody’s"), Choice("yes", "What I answer for")], in: entry)
        }
    }

    private static func between(_ values: Values, _ m: inout Markup) {
        m.nav(.class("months"), .label("Months")) { m in
            for (step, words) in [(-1, "Before: "), (1, "After: ")] {
                let month = values.month.adding(step)
                m.a(
                    words + month.words,
                    .href(CalendarRoute.calendar.link(query: query(values, month))))
            }
        }
    }

    // MARK: The month as a table, a list of its days where it is narrow

    private static func table(_ values: Values, _ today: Day, _ m: inout Markup) {
        let days = Dictionary(grouping: values.entries, by: \.day)
        m.element("table", [.class("month"), .role("table")]) { m in
            m.element("caption", [.class("hidden")], "What falls due in \(values.month.words), a row a week")
            m.thead(.role("rowgroup")) { m in
                m.tr(.role("row")) { m in
                    for name in Day.weekdayNames {
                        m.th(name, .scope("col"), .role("columnheader"))
                    }
                }
            }
            m.element("tbody", [.role("rowgroup")]) { m in
                for week in values.month.weeks {
                    m.tr(.role("row")) { m in
                        for day in week {
                            if day < values.month.first || day > values.month.last {
                                m.td("", .class("other"), .role("cell"))
                            } else {
                                cell(day, days[day] ?? [], today, &m)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func cell(_ day: Day, _ entries: [CalendarEntry], _ today: Day, _ m: inout Markup) {
        let isHoliday = day.weekday <= 5 && !WorkingDays.isWorkingDay(day)
        let names = [
            entries.isEmpty && !isHoliday ? "empty" : nil, day.weekday > 5 || isHoliday ? "rest" : nil,
            day == today ? "today" : nil,
        ].compactMap { $0 }.joined(separator: " ")
        m.td(.role("cell"), .class(names), .when(day == today, Attribute("aria-current", "date"))) { m in
            m.p(.class("day")) { m in
                m.span("\(day.weekdayName) ", .class("long"))
                m.add("\(day.civil.day)")
                m.span(" \(Day.monthNames[day.civil.month - 1])", .class("long"))
                if day == today { m.span(" today", .class("quiet")) }
                if isHoliday { m.span(" bank holiday", .class("quiet")) }
            }
            guard !entries.isEmpty else { return }
            m.ul { m in
                for entry in entries {
                    m.li { m in
                        m.span("\(entry.kind.words)\(entry.isDone ? ", closed" : "")", .class("quiet"))
                        m.add(" ")
                        m.a(entry.title, .href(entry.address))
                        if let detail = entry.detail { m.span(detail, .class("quiet")) }
                    }
                }
            }
        }
    }

    private static func sheet(_ values: Values) -> Sheet? {
        guard !values.entries.isEmpty else { return nil }
        let titles = Dictionary(
            values.plans.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let note = [
            values.chosen.map { "plan \($0.title)" }, values.isMine ? "what I answer for" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
        return Sheet(
            "What falls due in \(values.month.words)", note: note.isEmpty ? nil : "Only \(note)",
            columns: [
                Sheet.Column("Day", .day), Sheet.Column("What", width: 14), Sheet.Column("Title", width: 44),
                Sheet.Column("Which", width: 28),
                Sheet.Column("Plan", width: 30), Sheet.Column("Closed", width: 8),
            ]
        ) {
            values.entries.map { entry in
                [
                    .day(entry.day), .text(entry.kind.words), .text(entry.title), .init(entry.detail),
                    .init(entry.plan.flatMap { titles[$0] }), .init(entry.isDone ? "Closed" : nil),
                ]
            }
        }
    }
}
