import Kernel
import Markup
import Sheets
import Site
import Storage

/// Returns: what is due from whom now, return by return.
enum ReturnsHome {
    struct Line: Sendable {
        let sender: LocalSender
        let unit: String
        let who: String
        let state: SenderState
        let sent: LocalSent?
        let vintages: Int
        let mayFill: Bool
    }

    struct Group: Sendable {
        let local: LocalDefinition
        let period: Period
        let due: Day
        let next: Period
        let lines: [Line]

        var isIn: Int { lines.count { $0.state.isIn } }
        /// "all 4 in", "so far, 3 of 4".
        var words: String {
            isIn == lines.count ? "all \(lines.count) in" : "so far, \(isIn) of \(lines.count)"
        }
    }

    /// The period that is looked at now: the last that has ended, or the first where none has.
    static func period(_ local: LocalDefinition, on today: Day) -> Period {
        let ended = local.lastEnded(by: local.endedOn.map { min($0, today) } ?? today)
        return ended.last < local.began ? local.period(holding: local.began) : ended
    }

    static func group(_ local: LocalDefinition, _ book: SentBook, _ doer: ReturnsDoer) -> Group {
        let period = period(local, on: doer.today)
        let lines = local.senders(for: period).map { sender in
            let all = book.vintages(sender.node, period.last)
            return Line(
                sender: sender, unit: doer.tree.name(sender.node, on: period.last),
                who: doer.people.words(sender),
                state: book.state(sender.node, period, in: local, on: doer.today), sent: all.last,
                vintages: all.count, mayFill: doer.mayFill(sender) && period.last <= doer.today)
        }
        return Group(
            local: local, period: period, due: local.due(period), next: local.next(period),
            lines: lines.sorted { $0.unit < $1.unit })
    }

    struct Filter {
        let state: String
        let local: String
        let unit: String
        let mine: Bool

        init(_ query: Fields) {
            state = query["state"]
            local = query["return"]
            unit = query["unit"]
            mine = query["mine"] == "yes"
        }

        var isActive: Bool { !state.isEmpty || !local.isEmpty || !unit.isEmpty || mine }

        func lets(_ line: Line, of group: Group) -> Bool {
            (state.isEmpty || line.state.key == state)
                && (local.isEmpty || group.local.id.description == local)
                && (unit.isEmpty || line.sender.node.description == unit) && (!mine || line.mayFill)
        }
    }
}

extension ReturnsFeature {
    func returnsHome(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (groups, others, isKeeper) = try await database.read { connection in
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            let all = try LocalReturnsSQL.definitions(connection, officer.authority)
            let running = all.filter { $0.kind == .units && !$0.isOver(on: visit.today) }
            let books = try LocalReturnsSQL.heads(
                connection, officer.authority,
                Dictionary(
                    uniqueKeysWithValues: running.map {
                        ($0.id, [ReturnsHome.period($0, on: visit.today).last])
                    }))
            let groups = running.map { ReturnsHome.group($0, books[$0.id] ?? SentBook([]), doer) }
            return (groups, all.filter { $0.kind != .units || $0.isOver(on: visit.today) }, doer.isKeeper)
        }
        return .page(ReturnsHome.page(groups, others, isKeeper, visit))
    }
}

extension ReturnsHome {
    static func page(
        _ groups: [Group], _ others: [LocalDefinition], _ isKeeper: Bool, _ visit: Visit
    ) -> Page {
        let filter = Filter(visit.query)
        let shown = groups.map { group in
            Group(
                local: group.local, period: group.period, due: group.due, next: group.next,
                lines: group.lines.filter { filter.lets($0, of: group) })
        }.filter { !$0.lines.isEmpty }
        let all = groups.flatMap(\.lines)
        let lines = shown.reduce(0) { $0 + $1.lines.count }
        return Page(
            "Returns", section: .returns,
            deed: isKeeper ? Link("Ask for a return", LocalRoute.templates.link()) : nil,
            tabs: visit.officer.map { FilesCrumbs.tabs(.units, $0) } ?? [],
            sheet: all.isEmpty ? nil : sheet(shown, lines, of: all.count)
        ) { m in
            m.honestSentence(sentence(groups))
            if groups.isEmpty {
                m.emptyState(
                    "No return is asked for yet",
                    "A return is a short list of figures that units send in. Choose one of twenty that ship, and change it as you need.",
                    begin: isKeeper ? Link("Choose a return", LocalRoute.templates.link()) : nil)
            } else {
                filterBar(groups, filter, visit, &m)
                m.listCount(
                    shown: lines, of: all.count, "answers due", clear: LocalRoute.home.link())
                table(shown, &m)
            }
            links("What families and staff say", others.filter { !$0.isOver(on: visit.today) }, &m)
            links("No longer asked for", others.filter { $0.isOver(on: visit.today) }, &m)
        }
    }

    private static func links(_ heading: Markup, _ returns: [LocalDefinition], _ m: inout Markup) {
        guard !returns.isEmpty else { return }
        m.part(heading) { m in
            m.ul { m in
                for local in returns {
                    m.li { m in m.a(local.name, .href(LocalRoute.local.link(local.id))) }
                }
            }
        }
    }

    /// "9 of 12 answers are in. 2 are missing; …"
    static func sentence(_ groups: [Group]) -> Markup {
        let lines = groups.flatMap(\.lines)
        guard !lines.isEmpty else { return "Nobody is asked for figures yet." }
        let missing = lines.count { $0.state == .missing }
        let waiting = lines.count { $0.state == .notYetDue }
        let next = groups.filter { group in group.lines.contains { $0.state == .notYetDue } }.map(\.due).min()
        let first: Markup =
            "\(strong: "\(lines.count { $0.state.isIn }) of \(lines.count)") answers for the last periods are in."
        let second: Markup =
            missing == 0
            ? " None is missing." : " \(strong: "\(missing)") \(missing == 1 ? "is" : "are") missing."
        let third: Markup =
            next.map { " \(waiting) \(waiting == 1 ? "is" : "are") not yet due, the next on \($0.long)." }
            ?? ""
        return "\(first)\(second)\(third)"
    }

    private static func filterBar(
        _ groups: [Group], _ filter: Filter, _ visit: Visit, _ m: inout Markup
    ) {
        let units = Dictionary(
            groups.flatMap(\.lines).map { ($0.sender.node, $0.unit) }, uniquingKeysWith: { first, _ in first }
        )
        m.filterBar(to: LocalRoute.home.link(), "Filter", isActive: filter.isActive) { m in
            let entry = visit.query.entry()
            m.select(
                "state", "How it stands",
                [Choice("", "Any")] + SenderState.all.map { Choice($0.key, $0.words) }, in: entry)
            m.select(
                "return", "Return",
                [Choice("", "All")] + groups.map { Choice($0.local.id.description, $0.local.name) }, in: entry
            )
            m.select(
                "unit", "Unit",
                [Choice("", "All")]
                    + units.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
                    .map { Choice($0.key.description, $0.value) }, in: entry)
            m.select(
                "mine", "Whose", [Choice("", "Everybody's"), Choice("yes", "Those that I may send")],
                in: entry)
        }
    }

    private static func table(_ groups: [Group], _ m: inout Markup) {
        m.table(
            "What is due from whom",
            [
                Column("Unit", .name), Column("How it stands", label: "Stands"),
                Column("Who sends", label: "Sender"), Column("In on", .short),
                Column(""),
            ]
        ) { rows in
            for group in groups {
                rows.group(
                    "", "\(link: group.local.name, to: LocalRoute.local.link(group.local.id))",
                    note:
                        "\(group.local.words(group.period).capitalisedFirst), due \(group.due.weekdayName) \(group.due.short): \(group.words). Next due \(group.local.due(group.next).short)."
                )
                for line in group.lines { row(line, group, &rows) }
            }
        }
    }

    private static func row(_ line: Line, _ group: Group, _ rows: inout TableRows) {
        rows.row { r in
            r.cell(line.unit)
            r.cell { m in
                m.tag(line.state.symbol, line.state.words)
                if line.vintages > 1 {
                    m.note("corrected \(line.vintages == 2 ? "once" : "\(line.vintages - 1) times")")
                }
            }
            r.cell(line.who)
            if let sent = line.sent { r.cell(sent.on.short) } else { r.empty() }
            if line.mayFill {
                r.cell { m in
                    let words = line.sent == nil ? "Fill in" : "Correct"
                    m.a(
                        "\(words)\(hidden: " \(group.local.name), \(line.unit)")",
                        .href(LocalRoute.fill.link(group.local.id, line.sender.node, group.period.last)))
                }
            } else if line.state == .notYetDue {
                r.cell("")
            } else {
                r.cell { m in
                    m.a(
                        "Look\(hidden: " at \(group.local.name), \(line.unit)")",
                        .href(LocalRoute.period.link(group.local.id, group.period.last)))
                }
            }
        }
    }

    private static func sheet(_ groups: [Group], _ shown: Int, of all: Int) -> Sheet {
        Sheet(
            "Returns due", note: shown == all ? nil : "\(shown) of \(all) answers due",
            columns: [
                Sheet.Column("Return"), Sheet.Column("Period to", .day), Sheet.Column("Due", .day),
                Sheet.Column("Unit"), Sheet.Column("Who sends"),
                Sheet.Column("How it stands"),
                Sheet.Column("In on", .day), Sheet.Column("Corrections", .number),
            ]
        ) {
            groups.flatMap { group in
                group.lines.map { line in
                    [
                        Sheet.Cell(group.local.name), .day(group.period.last), .day(group.due),
                        Sheet.Cell(line.unit), Sheet.Cell(line.who), Sheet.Cell(line.state.words),
                        Sheet.Cell(line.sent?.on), .number(Double(max(0, line.vintages - 1))),
                    ]
                }
            }
        }
    }
}

extension String {
    /// `Week to 22 November`, at the beginning of a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension LocalDefinition {
    /// Whether it is no longer asked for.
    func isOver(on day: Day) -> Bool { endedOn.map { $0 < day } ?? false }
}
