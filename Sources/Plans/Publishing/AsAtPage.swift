import Kernel
import Markup
import PlanFormat
import Site
import Storage

/// The plan as it stood at the end of a day: to read, not to change.
enum AsAtPage {
    /// The day of the address: `day=2026-03-31`, or the three fields of the form; nil where none is given.
    static func day(_ query: Fields, on today: Day) -> (day: Day?, error: String?) {
        if let day = Day(query["day"]) {
            return day > today ? (nil, "Choose a day that is not ahead") : (day, nil)
        }
        switch query.date("day", called: "the day") {
        case .empty: return (nil, nil)
        case .day(let day): return day > today ? (nil, "Choose a day that is not ahead") : (day, nil)
        case .wrong(let sentence): return (nil, sentence)
        }
    }

    /// The last day of the month before.
    static func monthEnd(before today: Day) -> Day { today.adding(days: -today.civil.day) }
}

extension PlansFeature {
    func asAt(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit)
        let (asked, error) = AsAtPage.day(visit.query, on: visit.today)
        let day = asked ?? AsAtPage.monthEnd(before: visit.today)
        let running = try await database.read {
            try RunningPlan.read(
                $0, officer.authority, plan.header.id, endOf: day, today: visit.today)
        }
        let page = AsAtPage.page(plan.header, running, day, error: error, visit)
        return error == nil ? .page(page) : .refused(page)
    }
}

extension AsAtPage {
    static func page(
        _ plan: KeptPlan.Header, _ running: RunningPlan?, _ day: Day, error: String?, _ visit: Visit
    ) -> Page {
        let errors = error.map { [FieldError("day", $0)] } ?? []
        return Page(
            "\(plan.title) on \(day.long)", heading: "The plan as at a day", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan),
            facts: running.map { facts($0) } ?? [], tabs: PlanCrumbs.tabs(plan, at: PublishingRoute.asAt),
            banner: running.map { running in
                Banner(
                    .notice, "As it stood on \(day.long).",
                    "\(running.moment == nil ? "That is today: it may still change." : "At the end of that day, from what was on record by then.") \(link: "See the plan as it is", to: PlansRoute.planList.link(plan.id))"
                )
            }, errors: errors
        ) { m in
            form(plan, day, errors, visit, &m)
            if let running {
                m.listCount(
                    shown: running.plan.actions.count, of: running.plan.actions.count, "actions",
                    clear: PublishingRoute.asAt.link(plan.id), exports: exports(plan, day))
                table(running, &m)
                m.key(Progress.key, meanings: Progress.meanings)
            } else {
                m.emptyState(
                    "There was no such plan",
                    "It was not in Plumbline on \(day.long). It came on \(plan.made.inLondon.day.long).")
            }
        }
    }

    private static func form(
        _ plan: KeptPlan.Header, _ day: Day, _ errors: [FieldError], _ visit: Visit, _ m: inout Markup
    ) {
        let (year, month, number) = day.civil
        let entry =
            errors.isEmpty
            ? Entry(filled: ["day-day": "\(number)", "day-month": "\(month)", "day-year": "\(year)"])
            : visit.query.entry(errors)
        m.element(
            "form",
            [
                Attribute("method", "get"), .action(PublishingRoute.asAt.link(plan.id)), .class("narrow"),
            ]
        ) { m in
            m.dateField(
                "day", "Which day?", in: entry, hint: "The plan is shown as it stood when that day ended")
            m.buttons { $0.button("Show the plan on that day", .other) }
        }
        m.p { m in
            m.add("Ends of months: ")
            var end = monthEnd(before: visit.today)
            for index in 0..<6 where end >= plan.made.inLondon.day {
                if index > 0 { m.add(", ") }
                m.a(end.long, .href(PublishingRoute.asAt.link(plan.id, query: ["day": end.description])))
                end = monthEnd(before: end)
            }
        }
    }

    private static func facts(_ running: RunningPlan) -> [Markup] {
        let actions = running.plan.actions
        let closed = actions.count { running.actions[$0.id]?.run.closed != nil }
        let late = actions.count { action in
            running.actions[action.id].map { $0.progress == .red || $0.progress == .amber } ?? false
        }
        return [
            "\(counted(actions.count, "action")) in \(counted(running.plan.areas.count, "area"))",
            "\(strong: "\(late)") late or forecast to be", "\(strong: "\(closed)") closed",
            running.plan.header.version.map { "Version \($0.droppingVersionMark)" } ?? "No version given",
        ]
    }

    private static func exports(_ plan: KeptPlan.Header, _ day: Day) -> [Link] {
        PlanExport.Format.allCases.map { format in
            Link(
                Markup(format.words),
                PlansRoute.export.link(plan.id, format.rawValue, query: ["as-at": day.description]))
        }
    }

    private static func table(_ running: RunningPlan, _ m: inout Markup) {
        m.table(
            "Actions as they stood on \(running.day.long)",
            [
                Column("Ref", .reference), Column("Action", .name), Column("Who answers"), Column("Due"),
                Column("By its date", .short), Column("Lead claims", .short), Column("Last update"),
            ]
        ) { rows in
            for area in running.plan.areas {
                rows.group(area.value.reference ?? "", Markup(area.value.title))
                for action in area.actions { row(action, running.actions[action.id], &rows) }
            }
        }
    }

    private static func row(
        _ action: KeptPlan.Action, _ standing: RunningPlan.ActionStanding?, _ rows: inout TableRows
    ) {
        rows.row { row in
            row.cell(action.value.reference ?? "")
            row.cell(action.value.text)
            let answers = standing?.answers ?? action.value.leads.joined(separator: ", ")
            if answers.isEmpty { row.empty("nobody named") } else { row.cell(answers) }
            row.cell { m in
                m.dueDate(
                    DueDate(
                        first: standing?.run.firstFinish, now: action.value.timescale?.finish,
                        says: action.value.timescale?.text ?? ""))
            }
            PlanListPage.progress(standing?.progress?.symbol, &row)
            if let claim = standing?.run.claim { row.cell(claim.symbol) } else { row.empty("nothing") }
            if let day = standing?.run.updated { row.cell(day.short) } else { row.empty("none") }
        }
    }
}
