import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// What the director is told: raised, assured and late by area and team, and every assurance in its own words.
extension AuditsFeature {
    func assurances(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let filter = SafetyFilter(round: visit.query.id("round"))
        let (now, today) = (visit.now, visit.today)
        let found = try await database.read {
            try SafetyPage.read($0, officer, filter, on: today, at: now, limit: 100_000, offset: 0)
        }
        try await noteSeen(found.rounds.keys, officer, at: now)
        return .page(AssurancesPage.page(found, filter, visit))
    }
}

enum AssurancesPage {
    /// The items of one team, or of several taken together.
    struct Sum: Hashable, Sendable {
        var raised = 0
        var assured = 0
        var assuredLate = 0
        /// Not assured, and the time is over.
        var late = 0
        /// From raised to assured; nil where none is assured.
        var medianHours: Double?

        var open: Int { raised - assured }

        init(_ items: some Collection<SafetyItem>, at now: Instant) {
            raised = items.count
            assured = items.count { $0.assurance != nil }
            assuredLate = items.count(where: \.wasLate)
            late = items.count { $0.isLate(at: now) }
            medianHours = Quantile.median(
                items.compactMap { item in
                    item.assurance.map {
                        Double($0.at.milliseconds - item.raisedAt.milliseconds) / 3_600_000
                    }
                })
        }
    }

    struct Group {
        var area: String
        var teams: [(name: String, items: [SafetyItem])]
    }

    static func groups(_ items: [SafetyItem], _ ladders: SafetyLadders) -> [Group] {
        let (tree, today) = (ladders.relations.tree, ladders.relations.today)
        func area(_ item: SafetyItem) -> String {
            item.node.flatMap { tree.parent(of: $0, on: today) }.map { tree.name($0, on: today) }
                ?? item.area.nilIfEmpty ?? "No area in the list"
        }
        return Dictionary(grouping: items, by: area).sorted { $0.key < $1.key }.map { name, items in
            Group(
                area: name,
                teams: Dictionary(grouping: items) { $0.teamName(ladders) }
                    .sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    static func page(_ found: SafetyPage.Found, _ filter: SafetyFilter, _ visit: Visit) -> Page {
        let total = Sum(found.items, at: visit.now)
        let given = found.items.filter { $0.assurance != nil }
            .sorted {
                ($0.assurance?.at ?? $0.raisedAt, $0.number) < ($1.assurance?.at ?? $1.raisedAt, $1.number)
            }
        return Page(
            "Assurances to the director", section: .audits, breadcrumbs: SafetyCrumbs.list,
            facts: [
                Markup(filter.round.flatMap { found.rounds[$0] } ?? "All rounds"),
                "As at \(visit.now.londonWords)",
            ], sheet: found.items.isEmpty ? nil : sheet(given, found)
        ) { m in
            m.honestSentence(sentence(total, found, filter))
            if found.rounds.count > 1 { roundFilter(found, filter, &m) }
            guard !found.items.isEmpty else { return }
            m.part("By area and team") { m in table(found, total, at: visit.now, &m) }
            m.part("What was assured", note: "Each in its own words, the earliest first.") { m in
                if given.isEmpty { m.p("No assurance has been given yet.") }
                for item in given { assurance(item, found.ladders, &m) }
            }
        }
    }

    /// "38 of 41 children are assured, 36 of them by 31 March 2004. 3 are not: 1 is late."
    static func sentence(
        _ total: Sum, _ found: SafetyPage.Found, _ filter: SafetyFilter
    ) -> Markup {
        guard total.raised > 0 else { return "No child has been found not safe, or in doubt." }
        let says = filter.round == nil ? nil : found.items.first?.roundSays
        let by = says.map { "by \($0.long)" } ?? "in time"
        let inTime = total.assured - total.assuredLate
        let first: Markup =
            "The director is assured of \(strong: "\(total.assured) of \(counted(total.raised, "child", "children"))") whom an audit found not safe or was not sure of\(total.assured == 0 ? "" : ", \(inTime) of them \(by)")."
        guard total.open > 0 else { return "\(first) None waits." }
        let late = total.late == 0 ? "none of them late" : "\(total.late) of them late"
        return "\(first) \(strong: "\(total.open)") \(total.open == 1 ? "waits" : "wait"), \(late)."
    }

    private static func roundFilter(
        _ found: SafetyPage.Found, _ filter: SafetyFilter, _ m: inout Markup
    ) {
        let entry = Entry(filled: ["round": filter.round?.description ?? ""])
        m.filterBar(
            to: SafetyRoute.assurances.link(), "Show this round", isActive: filter.round != nil
        ) { m in
            m.select(
                "round", "Round",
                [Choice("", "All rounds")]
                    + found.rounds.sorted { $0.value < $1.value }.map { Choice($0.key.description, $0.value) },
                in: entry)
        }
    }

    private static func table(
        _ found: SafetyPage.Found, _ total: Sum, at now: Instant, _ m: inout Markup
    ) {
        m.table(
            "Raised, assured and late by area and team",
            [
                Column("Team", .name), Column("Raised", .number), Column("Assured", .number),
                Column("Of them late", .number), Column("Waiting", .number),
                Column("Of them late now", .number, label: "Late now"),
                Column("Median hours to the assurance", .number, label: "Median hours"),
            ]
        ) { table in
            for group in groups(found.items, found.ladders) {
                table.group("Area", Markup(group.area))
                for team in group.teams { row(team.name, Sum(team.items, at: now), &table) }
            }
            row("All", total, &table)
        }
    }

    private static func row(_ name: String, _ sum: Sum, _ table: inout TableRows) {
        table.row { row in
            row.cell(name)
            for number in [sum.raised, sum.assured, sum.assuredLate, sum.open, sum.late] { row.cell(number) }
            if let hours = sum.medianHours {
                row.cell(tenths(hours))
            } else {
                row.empty("none assured")
            }
        }
    }

    /// One decimal, rounded half up.
    static func tenths(_ hours: Double) -> String {
        let tenths = Int((hours * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func assurance(_ item: SafetyItem, _ ladders: SafetyLadders, _ m: inout Markup) {
        guard let assurance = item.assurance else { return }
        m.div(.class("finding")) { m in
            m.h3 { m in
                m.a("\(item.title), \(item.teamName(ladders))", .href(SafetyRoute.item.link(item.id)))
            }
            m.p(assurance.words)
            m.note(
                "\(ladders.name(assurance.by)), \(assurance.at.londonWords)\(item.wasLate ? ", late" : ""). Raised \(item.raisedAt.londonWords). Done: \(item.done?.words ?? "not on record")"
            )
        }
    }

    private static func sheet(_ given: [SafetyItem], _ found: SafetyPage.Found) -> Sheet {
        let rows: [[Sheet.Cell]] = given.map { item in
            [
                .text(item.title), .text(item.roundTitle), .text(item.teamName(found.ladders)),
                .moment(item.raisedAt), .moment(item.dueAt), .init(item.assurance?.at),
                .init(item.assurance.map { found.ladders.name($0.by) }), .init(item.assurance?.words),
                .text(item.wasLate ? "Late" : "In time"),
            ]
        }
        return Sheet(
            "Assurances to the director",
            columns: [
                Sheet.Column("Case", width: 10), Sheet.Column("Round"), Sheet.Column("Team"),
                Sheet.Column("Raised", .day), Sheet.Column("Due", .day), Sheet.Column("Assured", .day),
                Sheet.Column("By"), Sheet.Column("Assurance", width: 60), Sheet.Column("In time", width: 10),
            ]
        ) { rows }
    }
}
