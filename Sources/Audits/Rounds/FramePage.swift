import Kernel
import Markup
import Sheets
import Site
import Statistics
import Storage

/// The frame of a round: giving the list, leaving cases out, naming holders, and what a draw from it would say.
extension AuditsFeature {
    func roundFrame(_ visit: Visit) async throws -> Reply {
        try await framePage(visit, Entry())
    }

    func giveFrameFile(_ visit: Visit) async throws -> Reply {
        try await changeFrame(visit) { id, officer, form, connection in
            let given = try LoadFrame.file(
                form.file("file")?.bytes, into: id, by: officer, on: visit.today, at: visit.now, connection)
            var words = "The list is kept: \(counted(given.lines, "case"))."
            if !given.unused.isEmpty {
                let names = given.unused.prefix(6).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
                words += " Nothing was taken from \(names)."
            }
            return words
        }
    }

    func giveFrameList(_ visit: Visit) async throws -> Reply {
        let sources = sources
        return try await changeFrame(visit) { id, officer, form, connection in
            let filter = ListFilter(
                list: form["list"],
                notSeenSince: try RoundForm.day("since", "the day of the last visit", form),
                onPlanBefore: form["before"] == "yes", group: form["group"], team: form["team"])
            let given = try LoadFrame.list(
                filter, into: id, sources, by: officer, on: visit.today, at: visit.now, connection)
            return "The list is kept: \(counted(given.lines, "case"))."
        }
    }

    func leaveOutOfFrame(_ visit: Visit) async throws -> Reply {
        try await changeFrame(visit) { id, officer, form, connection in
            let references = form["references"].split(whereSeparator: { $0 == "\n" || $0 == "," })
                .map { Sensitive($0.trimming) }
            let isBack = form["deed"] == "in"
            let count = try LeaveOut.act(
                references, reason: isBack ? nil : form["reason"], of: id, by: officer, on: visit.today,
                at: visit.now, connection)
            return isBack
                ? "\(counted(count, "case")) may be drawn again." : "\(counted(count, "case")) left out."
        }
    }

    func nameFrameHolder(_ visit: Visit) async throws -> Reply {
        try await changeFrame(visit) { id, officer, form, connection in
            try NameHolder.act(
                form["holder"], is: form.id("person"), in: id, by: officer, on: visit.today, at: visit.now,
                connection)
            return "The holder is named."
        }
    }

    private func changeFrame(
        _ visit: Visit,
        _ change: @escaping @Sendable (ID<AuditRound>, Officer, Fields, Connection) throws -> String
    ) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let form = visit.form
        do {
            let notice = try await database.write(for: officer.authority) {
                try change(id, officer, form, $0)
            }
            return .redirect(to: RoundsRoute.frame.link(id), notice: notice)
        } catch let refused as any Refusal {
            return try await framePage(visit, visit.entry([FieldError(refused.field, refused.sentence)]))
        }
    }

    private func framePage(_ visit: Visit, _ entry: Entry) async throws -> Reply {
        let (officer, today, sources) = (try visit.signedInOfficer, visit.today, sources)
        let id: ID<AuditRound> = try visit.id("round")
        let page = visit.query.page
        let shown = try await database.read { connection in
            let round = try RoundAccess.kept(connection, officer, id, on: today)
            return FramePage.Shown(
                round: round, counts: try FrameSQL.counts(connection, officer.authority, round),
                lists: round.lockedAt == nil ? try sources.lists(connection, officer.authority) : [],
                people: try LineSQL.line(connection, officer.authority, on: today).names,
                lines: try FrameSQL.lines(
                    connection, officer.authority, id, limit: FramePage.size,
                    offset: (page - 1) * FramePage.size))
        }
        if !shown.lines.isEmpty {
            try await database.write(for: officer.authority) {
                try $0.record(
                    SetUpRound.event(
                        "frame.seen", id,
                        says:
                            "Looked at \(counted(shown.lines.count, "line")) of the frame of “\(shown.round.title)”",
                        by: officer, at: visit.now))
            }
        }
        let database = database
        let made = FramePage.page(shown, entry, visit) {
            try await database.read {
                try FrameSQL.lines($0, officer.authority, id, limit: FrameLimits.mostLines, offset: 0)
            }
        }
        return entry.errors.isEmpty ? .page(made) : .refused(made)
    }
}

extension Substring {
    fileprivate var trimming: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

enum FramePage {
    static let size = 50

    struct Shown: Sendable {
        var round: Round
        var counts: FrameSQL.Counts
        var lists: [AuditSources.List]
        var people: [ID<Person>: String]
        var lines: [FrameLine]
    }

    static func page(
        _ shown: Shown, _ entry: Entry, _ visit: Visit,
        taking all: @escaping @Sendable () async throws -> [FrameLine]
    ) -> Page {
        let (round, counts) = (shown.round, shown.counts)
        let isOpen = round.lockedAt == nil && round.withdrawn == nil
        return Page(
            "Frame of \(round.title)", section: .audits, breadcrumbs: RoundCrumbs.round(round),
            facts: facts(round, counts),
            deed: isOpen && counts.count > 0
                ? Link("Lock the frame", RoundsRoute.checkLock.link(round.id)) : nil,
            errors: entry.errors, sheet: counts.all == 0 ? nil : sheet(shown, all)
        ) { m in
            m.lead(sentence(round, counts))
            if counts.all > 0 {
                m.part("What a draw from it would say") { m in says(round, counts, &m) }
                excluded(counts, &m)
            }
            if isOpen, !counts.strangers.isEmpty { strangers(shown, entry, visit, &m) }
            if isOpen { giving(shown, entry, visit, &m) }
            if counts.all > 0 { lines(shown, visit, &m) }
        }
    }

    private static func facts(_ round: Round, _ counts: FrameSQL.Counts) -> [Markup] {
        guard let frame = round.frame else { return [] }
        return [
            Markup(frame.words), "As at \(frame.on.long)",
            round.lockedAt == nil ? "Not locked" : "Locked, SHA-256 \(String(frame.hash.prefix(12)))…",
        ]
    }

    private static func sentence(_ round: Round, _ counts: FrameSQL.Counts) -> Markup {
        guard counts.all > 0 else {
            return
                "Give the list of all cases that may be drawn: “20% of cases” means nothing until it stands."
        }
        let out = counts.all - counts.count
        return
            "\(strong: counted(counts.count, "case")) may be drawn\(out == 0 ? "" : "; \(out) of the \(counts.all) on the list \(out == 1 ? "is" : "are") left out")."
    }

    /// How many would be drawn, the margin, and what no finding at all would still allow.
    static func says(_ round: Round, _ counts: FrameSQL.Counts, _ m: inout Markup) {
        let population = counts.count
        guard let size = LockFrame.size(round, counts) else {
            m.p(
                "The round asks for \(round.size.words), and the frame has \(counted(population, "case")): it cannot be drawn so."
            )
            return
        }
        switch round.kind {
        case .census:
            m.p("All \(size) are read, so there is no margin: what is found is what there is.")
            return
        case .purposive:
            m.p(
                "\(counted(size, "case")), chosen on purpose. They speak for themselves: no share of all cases, and no margin, will be shown from this round."
            )
            return
        case .simple, .stratified, .perPerson, .perEvent: break
        }
        m.p("\(strong: "\(size) of \(population)") would be drawn.")
        if round.kind == .perPerson || round.kind == .perEvent {
            m.p(
                "\(round.size.words) for each of \(counted(counts.parts.count, round.kind == .perPerson ? "person" : "event", round.kind == .perPerson ? "people" : "events")). A quota gives a small caseload more weight than a large one, so the margin below is that of a simple sample of this size and flatters."
            )
        }
        if let margin = SampleSize.margin(of: size, in: population) {
            m.p(
                "A share found in it holds for the frame within \(strong: "±\(points(margin)) points") at most, 19 times in 20."
            )
        }
        if let none = Hypergeometric(found: 0, in: size, of: population)?.atMost {
            let share = Int((Double(none) * 100 / Double(max(1, population))).rounded())
            m.p(
                "If not one case in it is found wanting, up to \(strong: "\(none) of the \(population)") may still be, \(share)%."
            )
        }
        if round.kind == .stratified { strata(round, counts, size, &m) }
    }

    private static func strata(
        _ round: Round, _ counts: FrameSQL.Counts, _ size: Int, _ m: inout Markup
    ) {
        guard let shares = Strata.allocate(size, sizes: counts.parts.map(\.count)) else { return }
        m.table(
            "How many from each \(round.stratum?.words ?? "stratum")", captionHidden: false,
            [
                Column("Stratum", .name), Column("In the frame", .number, label: "Frame"),
                Column("To draw", .number, label: "Draw"),
            ]
        ) { table in
            for (part, share) in zip(counts.parts, shares) {
                table.row { row in
                    row.cell(part.name.isEmpty ? "None given" : part.name)
                    row.cell(part.count)
                    row.cell(share)
                }
            }
        }
    }

    /// `8.4`: tenths of a point.
    static func points(_ margin: Double) -> String {
        Round.Size.tenths(Int((margin * 1000).rounded()))
    }

    private static func excluded(_ counts: FrameSQL.Counts, _ m: inout Markup) {
        guard !counts.excluded.isEmpty else { return }
        m.part("Left out") { m in
            m.table("Cases left out, by reason", [Column("Reason", .name), Column("Cases", .number)]) {
                table in
                for (reason, count) in counts.excluded {
                    table.row { row in
                        row.cell(reason)
                        row.cell(count)
                    }
                }
            }
        }
    }

    private static func strangers(
        _ shown: Shown, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let needs = shown.round.first != .independent
        m.part("Holders who are nobody of the organisation") { m in
            m.note(
                needs
                    ? "Each needs a person before the frame is locked, because holders or their supervisors read first."
                    : "The round may be locked without them. A verifier’s independence is then judged by the team alone."
            )
            m.table("Holders not known", [Column("On the list", .name), Column("Cases", .number)]) { table in
                for (holder, count) in shown.counts.strangers.prefix(50) {
                    table.row { row in
                        row.cell(holder)
                        row.cell(count)
                    }
                }
            }
            m.form(to: RoundsRoute.nameHolder.link(shown.round.id), key: visit.formKey, .class("narrow")) {
                m in
                m.select(
                    "holder", "On the list",
                    shown.counts.strangers.map { Choice($0.holder, $0.holder) }, in: entry)
                m.select(
                    "person", "Is",
                    [Choice("", "Choose a person")]
                        + shown.people.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
                            Choice("\($0.key)", $0.value)
                        }, in: entry)
                m.button("Name this holder", .other)
            }
        }
    }

    private static func giving(_ shown: Shown, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        let id = shown.round.id
        m.part(shown.counts.all == 0 ? "Give the list" : "Give another list in its place") { m in
            m.form(
                to: RoundsRoute.giveFile.link(id), key: visit.formKey, uploads: true, .class("narrow")
            ) { m in
                m.fileField(
                    "file", "A CSV file", in: entry,
                    hint:
                        "One case a line under a row of headings: Case ID, and where known Holder, Team, Area, Category, Chair, Date, Restricted. No names of children.",
                    accepts: ".csv,text/csv")
                m.button("Take this file", shown.counts.all == 0 ? .main : .other)
            }
            if shown.lists.isEmpty {
                m.note("Once an Annex A file is loaded, a list can be made from it here.")
            }
        }
        if !shown.lists.isEmpty {
            m.part("Or make it of the loaded returns") { m in lists(shown, entry, visit, &m) }
        }
        guard shown.counts.all > 0 else { return }
        m.part("Leave cases out") { m in
            m.form(to: RoundsRoute.leaveOut.link(id), key: visit.formKey, .class("narrow")) { m in
                m.textArea("references", "References, one a line", in: entry, rows: 4)
                m.textField(
                    "reason", "Why they are left out", in: entry,
                    hint: "Such as: restricted record; closed in error. It is counted and shown.")
                m.buttons { m in
                    m.button("Leave these cases out", .other, name: "deed", value: "out")
                    m.button("Take them in again", .other, name: "deed", value: "in")
                }
            }
        }
    }

    private static func lists(_ shown: Shown, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        m.form(to: RoundsRoute.giveList.link(shown.round.id), key: visit.formKey, .class("narrow")) { m in
            m.select(
                "list", "List",
                shown.lists.map { Choice($0.key, "\($0.words), \($0.asAt.long)") }, in: entry)
            m.dateField(
                "since", "Only those without a visit since", in: entry, hint: "Empty for all of them.")
            m.checkboxes(
                "before", "Only those on a plan before", [Choice("yes", "With an earlier plan")], in: entry)
            m.textField("group", "Only of this category", in: entry, width: .half)
            m.textField("team", "Only of this team", in: entry, width: .half)
            m.button("Make the list", .other)
        }
    }

    private static func lines(_ shown: Shown, _ visit: Visit, _ m: inout Markup) {
        m.part("The list", note: "Each look at it is recorded.") { m in
            m.table(
                "Cases of the frame", dense: true,
                [
                    Column("Case", .reference), Column("Holder", .name), Column("Team"), Column("Group"),
                    Column("Date", .short), Column("Left out"),
                ]
            ) { table in
                for line in shown.lines {
                    table.row { row in
                        row.cell(line.reference.reveal(for: .caseAccess))
                        row.cell { m in
                            if line.holder.isEmpty { m.nothing("not given") } else { m.add(line.holder) }
                        }
                        if line.team.isEmpty { row.empty("not given") } else { row.cell(line.team) }
                        if line.group.isEmpty { row.empty("not given") } else { row.cell(line.group) }
                        if let on = line.on { row.cell(on.short) } else { row.empty("not given") }
                        if let reason = line.excluded { row.cell(reason) } else { row.empty("no") }
                    }
                }
            }
            m.pagination(page: visit.query.page, size: size, total: shown.counts.all) {
                RoundsRoute.frame.link(shown.round.id, query: ["page": "\($0)"])
            }
        }
    }

    private static func sheet(
        _ shown: Shown, _ all: @escaping @Sendable () async throws -> [FrameLine]
    ) -> Sheet {
        Sheet(
            "Frame of \(shown.round.title)", note: shown.round.frame?.words,
            columns: [
                Sheet.Column("Case ID"), Sheet.Column("Holder"), Sheet.Column("Team"), Sheet.Column("Area"),
                Sheet.Column("Group"), Sheet.Column("Chair"), Sheet.Column("Date", .day),
                Sheet.Column("Left out"),
            ]
        ) {
            // Once locked, the file is what was drawn from and nothing else: anyone can draw again from it.
            try await all().filter { shown.round.lockedAt == nil || $0.excluded == nil }.map { line in
                [
                    Sheet.Cell(line.reference.reveal(for: .caseAccess)), Sheet.Cell(line.holder),
                    Sheet.Cell(line.team), Sheet.Cell(line.area), Sheet.Cell(line.group),
                    Sheet.Cell(line.chair), Sheet.Cell(line.on), Sheet.Cell(line.excluded),
                ]
            }
        }
    }
}
