import Kernel
import Markup
import Sheets
import Site
import Storage

/// The dates of a plan: each action's first and present date, how far and how often it slipped, why, and who agreed.
extension PlansFeature {
    func dates(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let filter = DatesFilter(rawValue: visit.query["show"])
        let number = visit.query.page
        let view = try await database.read { connection -> DatesPage.View in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            let page = try DatesPageSQL.page(
                connection, officer.authority, id, filter, limit: DatesPage.size,
                offset: (number - 1) * DatesPage.size)
            return DatesPage.View(
                plan: plan, filter: filter, number: number,
                totals: try DatesPageSQL.totals(connection, officer.authority, id), entries: page.entries,
                shown: page.shown)
        }
        let page = DatesPage.page(view, visit)
        return .page(page.offering(DatesPage.sheet(view, officer.authority, database)))
    }
}

enum DatesPage {
    static let size = 50

    struct View: Sendable {
        var plan: KeptPlan.Header
        var filter: DatesFilter?
        var number: Int
        var totals: DateTotals
        var entries: [DatesPageSQL.Entry]
        var shown: Int
    }

    static func page(_ view: View, _ visit: Visit) -> Page {
        let address = DatesRoute.dates.link(view.plan.id)
        return Page(
            "Dates", section: .plan, breadcrumbs: PlanCrumbs.plan(view.plan),
            facts: [
                Markup(counted(view.totals.actions, "action")),
                Markup("\(view.totals.asked) waiting for a decision"), "As it stands on \(visit.today.long)",
            ], tabs: PlanCrumbs.tabs(view.plan, at: DatesRoute.dates)
        ) { m in
            m.honestSentence(sentence(view.totals))
            m.note(rest(view.totals))
            m.filterBar(to: address, "Show", isActive: view.filter != nil) { m in
                m.select(
                    "show", "Which dates",
                    [Choice("", "All of them")]
                        + DatesFilter.allCases.map { Choice($0.rawValue, $0.label) },
                    in: Entry(filled: ["show": view.filter?.rawValue ?? ""]))
            }
            m.listCount(shown: view.shown, of: view.totals.actions, "actions", clear: address)
            guard !view.entries.isEmpty else {
                m.emptyState("None of these", "No action of this plan stands so.")
                return
            }
            table(view, &m)
            m.pagination(page: view.number, size: size, total: view.shown) { number in
                DatesRoute.dates.link(
                    view.plan.id,
                    query: ["show": view.filter?.rawValue ?? "", "page": "\(number)"])
            }
        }
    }

    /// `14 of 50 actions have slipped, by 31 days in the middle.`
    static func sentence(_ totals: DateTotals) -> Markup {
        let (slipped, all) = (totals.slips.count, totals.actions)
        guard totals.open < totals.actions - totals.undated || all == 0 else {
            return "The plan is not published yet: its first dates are locked when it is."
        }
        guard let middle = DateStory.middle(totals.slips) else {
            return "\(strong: "None of \(counted(all, "action"))") stands later than its first date."
        }
        return
            "\(strong: "\(slipped) of \(all)") \(all == 1 ? "action" : "actions") \(slipped == 1 ? "has" : "have") slipped, by \(strong: counted(middle, "day")) in the middle."
    }

    /// The others, so that all add up.
    static func rest(_ totals: DateTotals) -> Markup {
        var parts: [String] = []
        if totals.asFirstSet > 0 { parts.append("\(totals.asFirstSet) as first set") }
        if totals.movedOtherwise > 0 {
            parts.append("\(totals.movedOtherwise) moved, and not later than first set")
        }
        if totals.open > 0 { parts.append("\(totals.open) not locked yet") }
        if totals.undated > 0 { parts.append("\(totals.undated) without a finish date") }
        var words = parts.isEmpty ? "" : "The others: \(parts.joined(separator: ", ")). "
        if totals.datedLate > 0 {
            words +=
                "\(counted(totals.datedLate, "action")) \(totals.datedLate == 1 ? "was" : "were") dated late: "
                + "the first date was given after the plan was published."
        }
        return Markup(words)
    }

    /// The whole filtered list, read again when somebody takes it away.
    static func sheet(_ view: View, _ authority: ID<Authority>, _ database: Database) -> Sheet {
        let (plan, filter) = (view.plan.id, view.filter)
        return Sheet(
            "Dates of \(view.plan.title)",
            note: filter.map { "\(view.shown) of \(view.totals.actions) actions: \($0.label.lowercased())" },
            columns: [
                Sheet.Column("Ref", width: 8), Sheet.Column("Area", width: 30),
                Sheet.Column("Action", width: 50), Sheet.Column("First date", .day),
                Sheet.Column("Dated late", width: 10), Sheet.Column("Date now", .day),
                Sheet.Column("Days later", .number), Sheet.Column("Put later", .number),
                Sheet.Column("Moved otherwise", .number), Sheet.Column("Why, and who agreed", width: 60),
                Sheet.Column("Asked for", .day),
            ]
        ) {
            let entries = try await database.read {
                try DatesPageSQL.page($0, authority, plan, filter, limit: 100_000, offset: 0).entries
            }
            return entries.map(cells)
        }
    }

    private static func cells(_ entry: DatesPageSQL.Entry) -> [Sheet.Cell] {
        let later = entry.first.flatMap { first in entry.now.map { $0.last - first.last } }
        return [
            .init(entry.reference), .text(entry.areaTitle), .text(entry.text), .init(entry.first),
            entry.isDatedLate ? .text("yes") : .empty, .init(entry.now), .init(later), .init(entry.slips),
            .init(max(0, entry.dates.count - 1 - entry.slips)),
            .init(lines: entry.dates.dropFirst().map(words)), .init(entry.open?.finish),
        ]
    }

    /// `To 14 Aug 2026: two posts are vacant. Approved by the Improvement Board, 23 Jul 2026.`
    private static func words(_ move: ActionDate) -> String {
        let approved = move.approved.map { ", \($0.short)" } ?? ""
        return "To \(move.finish.short): \((move.reason ?? "").inSentence). "
            + "Approved by \(move.approver ?? "")\(approved)."
    }

    private static func table(_ view: View, _ m: inout Markup) {
        m.table(
            "The dates of this plan", dense: true,
            [
                Column("Ref", .reference), Column("Action", .name), Column("First date", .short),
                Column("Date now"), Column("Slip", .number), Column("Moves"),
                Column("Why, and who agreed"),
            ]
        ) { rows in
            var area: ID<AreaRecord>?
            for entry in view.entries {
                if entry.area != area {
                    area = entry.area
                    rows.group(entry.areaReference ?? "", Markup(entry.areaTitle))
                }
                rows.row { row(entry, view.plan, &$0) }
            }
        }
    }

    private static func row(
        _ entry: DatesPageSQL.Entry, _ plan: KeptPlan.Header, _ cells: inout RowCells
    ) {
        cells.cell(entry.reference ?? "")
        cells.cell { $0.a(entry.text, .href(PlansRoute.action.link(plan.id, entry.id))) }
        if let first = entry.first {
            cells.cell { m in
                m.add(first.short)
                if entry.isDatedLate { m.note("dated late") }
            }
        } else {
            cells.empty(entry.now == nil ? "none" : "not locked yet")
        }
        cells.cell { m in
            if let now = entry.now { m.add(now.short) } else { m.add("No finish date") }
            if entry.now == nil, let words = entry.whenText { m.note("plan says “\(words)”") }
        }
        if let first = entry.first, let now = entry.now, first.last != now.last {
            let days = now.last - first.last
            cells.cell(days > 0 ? counted(days, "day") : "\(counted(-days, "day")) earlier")
        } else {
            cells.empty("none")
        }
        let others = max(0, entry.dates.count - 1 - entry.slips)
        if entry.slips + others > 0 {
            cells.cell(
                [
                    entry.slips > 0 ? "put later \(DateStory.times(entry.slips))" : nil,
                    others > 0 ? "moved otherwise \(DateStory.times(others))" : nil,
                ].compactMap { $0 }.joined(separator: ", "))
        } else {
            cells.empty("none")
        }
        cells.cell { why(entry, plan, &$0) }
    }

    private static func why(_ entry: DatesPageSQL.Entry, _ plan: KeptPlan.Header, _ m: inout Markup) {
        let moves = entry.dates.dropFirst().reversed()
        for move in moves {
            m.p(words(move))
        }
        if let open = entry.open {
            m.p { m in
                m.a(
                    "\(open.finish?.short ?? "A new date") asked for",
                    .href(DatesRoute.request.link(plan.id, open.id)))
                m.add(", not decided yet")
            }
        } else if moves.isEmpty {
            m.nothing("not moved")
        }
    }
}
