import Kernel
import Markup
import PlanFormat
import Sheets
import Site
import Storage

/// Two states of a plan side by side: versions, days, or the plan as it is.
enum ComparePage {
    /// One side: `v2`, `now`, or a day such as `2026-03-31`.
    enum Side: Hashable, Sendable {
        case version(Int)
        case day(Day)
        case now

        init?(_ text: String) {
            if text == "now" {
                self = .now
            } else if text.hasPrefix("v"), let number = Int(text.dropFirst()) {
                self = .version(number)
            } else if let day = Day(text) {
                self = .day(day)
            } else {
                return nil
            }
        }

        func words(_ versions: [PlanVersion]) -> String {
            switch self {
            case .now: "the plan as it is"
            case .day(let day): "the plan on \(day.long)"
            case .version(let number):
                "version \(number)\(versions.first { $0.number == number }.map { ", \($0.name)" } ?? "")"
            }
        }
    }

    /// What the filter lets through.
    enum Only: String, CaseIterable, Sendable {
        case added, removed, changed, moved

        var words: String {
            switch self {
            case .added: "Added"
            case .removed: "Removed"
            case .changed: "Changed"
            case .moved: "Finish moved"
            }
        }

        func passes(_ change: PlanDifference.Change) -> Bool {
            switch self {
            case .added: change.what == .added
            case .removed: change.what == .removed
            case .changed: if case .changed = change.what { true } else { false }
            case .moved: change.moved != nil
            }
        }
    }

    /// The side of the form: a choice of the list, or the day beneath it.
    static func side(_ query: Fields, _ name: String) -> (side: Side?, error: String?) {
        if query[name] != "day" { return (Side(query[name]), nil) }
        switch query.date("\(name)-on", called: "the day") {
        case .empty: return (nil, "Give the day")
        case .wrong(let sentence): return (nil, sentence)
        case .day(let day): return (.day(day), nil)
        }
    }
}

extension PlansFeature {
    func compare(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToRead(visit).header
        let sides = ["from", "to"].map { ComparePage.side(visit.query, $0) }
        let (versions, read) = try await database.read { connection in
            let versions = try VersionSQL.versions(connection, officer.authority, plan.id)
            return (
                versions,
                try sides.map { entry in
                    try entry.side.flatMap {
                        try ComparePage.read(
                            connection, officer.authority, plan.id, $0, versions, on: visit.today)
                    }
                }
            )
        }
        let errors = zip(["from", "to"], sides).compactMap { name, entry in
            entry.error.map { FieldError("\(name)-on", $0) }
        }
        guard errors.isEmpty, let from = sides[0].side, let to = sides[1].side, let old = read[0],
            let new = read[1]
        else {
            let missing = FieldError("from", "Choose two states that the plan has had")
            let wrong = visit.query.pairs.isEmpty ? [] : errors.isEmpty ? [missing] : errors
            let page = ComparePage.page(plan, versions, visit.query.entry(wrong), nil, visit)
            return wrong.isEmpty ? .page(page) : .refused(page)
        }
        let difference = PlanDifference.between(PlanDifference.rows(old), PlanDifference.rows(new))
        return .page(
            ComparePage.page(plan, versions, visit.query.entry(), (from, to, difference), visit))
    }
}

extension ComparePage {
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ side: Side,
        _ versions: [PlanVersion], on today: Day
    ) throws -> RunningPlan? {
        switch side {
        case .now: try RunningPlan.read(connection, authority, plan, at: nil, on: today)
        case .day(let day):
            day > today ? nil : try RunningPlan.read(connection, authority, plan, endOf: day, today: today)
        case .version(let number):
            try versions.first { $0.number == number }.flatMap {
                try RunningPlan.read(connection, authority, plan, at: $0.published, on: $0.day)
            }
        }
    }

    static func page(
        _ plan: KeptPlan.Header, _ versions: [PlanVersion], _ entry: Entry,
        _ found: (from: Side, to: Side, difference: PlanDifference)?, _ visit: Visit
    ) -> Page {
        let only = Only(rawValue: visit.query["only"])
        let shown = found.map { found in
            found.difference.changes.filter { only?.passes($0) ?? true }
        }
        return Page(
            "Side by side", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan) + [Link("Versions", PublishingRoute.versions.link(plan.id))],
            tabs: PlanCrumbs.tabs(plan, at: PublishingRoute.compare),
            errors: entry.errors, sheet: shown.map { sheet(plan, $0) }
        ) { m in
            if let found, let shown {
                m.honestSentence(sentence(found, versions))
                filter(plan, found, only, visit, &m)
                list(plan, shown, &m)
            }
            m.part("Choose what stands side by side") { m in form(plan, versions, entry, visit, &m) }
        }
    }

    private static func sentence(
        _ found: (from: Side, to: Side, difference: PlanDifference), _ versions: [PlanVersion]
    ) -> Markup {
        let difference = found.difference
        let between = "Between \(found.from.words(versions)) and \(found.to.words(versions))"
        guard !difference.changes.isEmpty else { return "\(between) nothing differs." }
        let changed = difference.changes.count - difference.added - difference.removed
        return
            "\(between), \(strong: counted(difference.changes.count, "row")) \(difference.changes.count == 1 ? "differs" : "differ"): \(difference.added) added, \(difference.removed) removed, \(changed) changed, \(difference.moved) with another finish. \(difference.same) are the same."
    }

    private static func filter(
        _ plan: KeptPlan.Header, _ found: (from: Side, to: Side, difference: PlanDifference), _ only: Only?,
        _ visit: Visit, _ m: inout Markup
    ) {
        guard !found.difference.changes.isEmpty else { return }
        m.p { m in
            m.add("Show: ")
            let all = Query(visit.query).with("only", "")
            if only == nil {
                m.strong("all that differs")
            } else {
                m.a("all that differs", .href(PublishingRoute.compare.link(plan.id, query: all)))
            }
            for choice in Only.allCases {
                let count = found.difference.changes.count(where: choice.passes)
                guard count > 0 else { continue }
                m.add(" · ")
                if only == choice {
                    m.strong("\(choice.words) (\(count))")
                } else {
                    m.a(
                        "\(choice.words) (\(count))",
                        .href(PublishingRoute.compare.link(plan.id, query: all.with("only", choice.rawValue)))
                    )
                }
            }
        }
    }

    /// A block for each row that differs, under its area.
    private static func list(
        _ plan: KeptPlan.Header, _ changes: [PlanDifference.Change], _ m: inout Markup
    ) {
        guard !changes.isEmpty else { return }
        m.table(
            "What differs", [Column("Ref", .reference), Column("Row", .name), Column("Was"), Column("Now")]
        ) { rows in
            var area: String?
            var room = WordDifference.page
            for change in changes {
                if change.row.area != area {
                    area = change.row.area
                    rows.group("", Markup(change.row.area.isEmpty ? "The plan" : change.row.area))
                }
                switch change.what {
                case .added, .removed: whole(change, &rows)
                case .changed(let fields): for field in fields { row(change, field, &room, &rows) }
                }
            }
        }
    }

    private static func whole(_ change: PlanDifference.Change, _ rows: inout TableRows) {
        let isAdded = change.what == .added
        let words = change.row.fields.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)" }
        rows.row { row in
            row.cell(change.row.reference)
            row.cell("\(strong: isAdded ? "Added" : "Removed"): \(noun(change.row.kind))")
            if isAdded { row.empty("not there") } else { row.cell { for line in words { $0.p(line) } } }
            if isAdded { row.cell { for line in words { $0.p(line) } } } else { row.empty("not there") }
        }
    }

    private static func row(
        _ change: PlanDifference.Change, _ field: PlanDifference.FieldChange, _ room: inout Int,
        _ rows: inout TableRows
    ) {
        let runs = WordDifference.between(field.was, field.now, &room)
        rows.row { row in
            row.cell(change.row.reference)
            row.cell { m in
                m.p(field.name)
                m.note(Markup(change.row.title.short))
            }
            if field.was.isEmpty { row.empty("nothing") } else { row.cell { $0.words(runs.old) } }
            if field.now.isEmpty { row.empty("nothing") } else { row.cell { $0.words(runs.new) } }
        }
    }

    static func noun(_ kind: PlanDifference.Kind) -> String {
        switch kind {
        case .plan: "the plan"
        case .area: "area"
        case .action: "action"
        case .criterion: "success criterion"
        }
    }

    private static func sheet(_ plan: KeptPlan.Header, _ changes: [PlanDifference.Change]) -> Sheet {
        Sheet(
            "What differs in \(plan.title)",
            columns: [
                Sheet.Column("Area"), Sheet.Column("Ref", width: 8), Sheet.Column("Row", width: 36),
                Sheet.Column("What", width: 12), Sheet.Column("Field", width: 16),
                Sheet.Column("Was", width: 36), Sheet.Column("Now", width: 36),
            ]
        ) {
            changes.flatMap { change -> [[Sheet.Cell]] in
                let head: [Sheet.Cell] = [
                    Sheet.Cell(change.row.area), Sheet.Cell(change.row.reference),
                    Sheet.Cell(change.row.title),
                ]
                switch change.what {
                case .added: return [head + ["Added", .empty, .empty, Sheet.Cell(change.row.title)]]
                case .removed: return [head + ["Removed", .empty, Sheet.Cell(change.row.title), .empty]]
                case .changed(let fields):
                    return fields.map {
                        head + ["Changed", Sheet.Cell($0.name), Sheet.Cell($0.was), Sheet.Cell($0.now)]
                    }
                }
            }
        }
    }

    /// The form that chooses the two sides.
    static func form(
        _ plan: KeptPlan.Header, _ versions: [PlanVersion], _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let published = versions.map { Choice("v\($0.number)", "Version \($0.number), \($0.name)") }
        let (now, day) = (Choice("now", "The plan as it is"), Choice("day", "The day given beneath"))
        let entry = filled(entry)
        m.element(
            "form",
            [Attribute("method", "get"), .action(PublishingRoute.compare.link(plan.id)), .class("narrow")]
        ) { m in
            m.select("from", "Was", published + [day, now], in: entry)
            m.dateField(
                "from-on", "On the day", in: entry, hint: "Only for a day: as it stood when that day ended")
            m.select("to", "Now", [now] + published + [day], in: entry)
            m.dateField("to-on", "On the day", in: entry, hint: "Only for a day")
            m.button("Show them side by side", .other)
        }
    }

    /// A day of the address, as the form's fields hold it.
    private static func filled(_ entry: Entry) -> Entry {
        var values: [String: [String]] = [:]
        for name in ["from", "to"] {
            values[name] = [entry.value(name)]
            for part in ["day", "month", "year"] {
                values["\(name)-on-\(part)"] = [entry.value("\(name)-on-\(part)")]
            }
            guard let (year, month, day) = Day(entry.value(name))?.civil else { continue }
            values[name] = ["day"]
            values["\(name)-on-day"] = ["\(day)"]
            values["\(name)-on-month"] = ["\(month)"]
            values["\(name)-on-year"] = ["\(year)"]
        }
        return Entry(values, errors: entry.errors)
    }
}
