package import Kernel
import Markup
import Site
package import Storage

/// Who answers for each action of a plan: proposals from the printed leads, confirmed all at once.
package enum ConfirmAnswers {
    enum Refused: String, Refusal {
        case nothingChosen = "Choose at least one action"
    }

    /// One action and whom it was proposed to.
    package struct Answer: Hashable, Sendable {
        package var action: ID<ActionRecord>
        package var who: Accountable

        package init(_ action: ID<ActionRecord>, _ who: Accountable) {
            self.action = action
            self.who = who
        }

        /// As a checkbox sends it: `0123456789abc=person:…`.
        init?(_ text: String) {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let action = ID<ActionRecord>(parts[0]),
                let who = Accountable(choice: String(parts[1]))
            else { return nil }
            self.init(action, who)
        }

        var value: String { "\(action)=\(who.choice)" }
    }

    /// What is still as it was proposed; an action that somebody settled meanwhile is left alone.
    static func decide(_ answers: [Answer], _ rows: [AnsweringSQL.Row]) -> [Answer] {
        let open = Set(rows.lazy.filter { $0.accountable == nil && !$0.isClosed }.map(\.action))
        return answers.filter { open.contains($0.action) }
    }

    /// Makes everybody proposed answer, in one transaction; says for how many actions.
    @discardableResult
    package static func act(
        _ answers: [Answer], of plan: ID<PlanRecord>, by officer: Officer, at now: Instant, on today: Day,
        _ connection: Connection
    ) throws -> Int {
        let line = try LineSQL.line(connection, officer.authority, on: today)
        let onlyReads = try AnsweringSQL.onlyReads(connection, officer.authority, on: today)
        let settled = decide(answers, try AnsweringSQL.rows(connection, officer.authority, plan))
        for answer in settled {
            try NameAccountable.decide(answer.who, in: line, onlyReads: onlyReads)
            try NameAccountable.act(
                answer.who, reason: nil, after: nil, on: answer.action, of: plan, in: line, by: officer,
                at: now, on: today, connection)
        }
        return settled.count
    }

    /// Everybody that the printed leads propose, for whoever confirms them all.
    package static func proposed(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, on today: Day, _ connection: Connection
    ) throws -> [Answer] {
        let line = try LineSQL.line(connection, authority, on: today)
        let onlyReads = try AnsweringSQL.onlyReads(connection, authority, on: today)
        return try AnsweringSQL.rows(connection, authority, plan).compactMap { row in
            guard row.accountable == nil, !row.isClosed else { return nil }
            return Proposed(row.leads, in: line, onlyReads: onlyReads).who.map { Answer(row.action, $0) }
        }
    }
}

extension PlansFeature {
    func whoAnswers(_ visit: Visit) async throws -> Reply {
        .page(ConfirmAnswers.page(try await answersView(visit), visit, errors: []))
    }

    func confirmAnswers(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let answers = visit.form.all("confirm").compactMap(ConfirmAnswers.Answer.init)
        do {
            guard !answers.isEmpty else { throw ConfirmAnswers.Refused.nothingChosen }
            let settled = try await database.write(for: officer.authority) {
                try ConfirmAnswers.act(
                    answers, of: plan, by: officer, at: visit.now, on: visit.today, $0)
            }
            let left = answers.count - settled
            return .redirect(
                to: UpdatesRoute.whoAnswers.link(plan),
                notice: "Somebody answers for \(counted(settled, "more action"))."
                    + (left > 0 ? " Somebody else had settled \(left) meanwhile." : ""))
        } catch let refusal as any Refusal {
            return .refused(
                ConfirmAnswers.page(
                    try await answersView(visit), visit, errors: [FieldError(nil, refusal.sentence)]))
        }
    }

    private func answersView(_ visit: Visit) async throws -> ConfirmAnswers.View {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        return try await database.read { connection in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            return ConfirmAnswers.View(
                plan: plan, rows: try AnsweringSQL.rows(connection, officer.authority, id),
                line: try LineSQL.line(connection, officer.authority, on: visit.today),
                onlyReads: try AnsweringSQL.onlyReads(connection, officer.authority, on: visit.today))
        }
    }
}

// MARK: Page

extension ConfirmAnswers {
    struct View {
        var plan: KeptPlan.Header
        var rows: [AnsweringSQL.Row]
        var line: Line
        var onlyReads: Set<ID<Person>>
    }

    static func page(_ view: View, _ visit: Visit, errors: [FieldError]) -> Page {
        let answered = view.rows.filter { $0.accountable != nil }
        let open = view.rows.filter { $0.accountable == nil && !$0.isClosed }
        return Page(
            "Who answers", section: .plan, breadcrumbs: PlanCrumbs.plan(view.plan),
            facts: [Markup(counted(view.rows.count, "action")), "Somebody answers for \(answered.count)"],
            tabs: PlanCrumbs.tabs(view.plan, at: UpdatesRoute.whoAnswers), errors: errors
        ) { m in
            m.honestSentence(sentence(open.count, answered.count))
            m.note(
                "One post or one person answers for an action: they give its updates. Others contribute, and stay as printed."
            )
            if !open.isEmpty { proposals(view, open, visit, &m) }
            if !answered.isEmpty { settled(view, answered, &m) }
        }
    }

    private static func sentence(_ open: Int, _ answered: Int) -> Markup {
        if open == 0 {
            return answered == 0 ? "There is no action yet." : "Somebody answers for every action."
        }
        return "Nobody answers for \(strong: counted(open, "action")) yet."
    }

    private static func proposals(
        _ view: View, _ rows: [AnsweringSQL.Row], _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Proposed from the printed leads") { m in
            m.form(to: UpdatesRoute.confirmAnswers.link(view.plan.id), key: visit.formKey) { m in
                m.table(
                    "Actions that nobody answers for, with whom the plan’s leads propose",
                    [
                        Column("Ref", .reference), Column("Action", .name),
                        Column("Leads as printed", label: "Printed"),
                        Column("Proposed"), Column("Otherwise", .short),
                    ]
                ) { table in
                    for row in rows {
                        let proposed = Proposed(row.leads, in: view.line, onlyReads: view.onlyReads)
                        table.row { cells in
                            cells.cell(row.reference ?? "")
                            cells.cell {
                                $0.a(row.text, .href(PlansRoute.action.link(view.plan.id, row.action)))
                            }
                            printed(row, &cells)
                            cells.cell { proposal(row, proposed, view, &$0) }
                            cells.cell { m in
                                m.a(
                                    "Choose\(hidden: " who answers for \(row.reference ?? row.text)")",
                                    .href(UpdatesRoute.accountable.link(view.plan.id, row.action)))
                            }
                        }
                    }
                }
                m.buttons { m in m.button("Confirm those that are ticked") }
            }
        }
    }

    private static func proposal(
        _ row: AnsweringSQL.Row, _ proposed: Proposed, _ view: View, _ m: inout Markup
    ) {
        if let who = proposed.who {
            let answer = Answer(row.action, who)
            m.div(.class("choice")) { m in
                m.input(
                    .id("confirm-\(row.action)"), .name("confirm"), .type("checkbox"), .value(answer.value),
                    .checked)
                m.label(view.line.words(who), .for("confirm-\(row.action)"))
                if let note = proposed.note { m.p(note, .class("hint")) }
            }
        } else {
            m.p("Nobody", .class("missing"))
            if let note = proposed.note { m.note(Markup(note)) }
        }
    }

    private static func settled(_ view: View, _ rows: [AnsweringSQL.Row], _ m: inout Markup) {
        m.part("Answered for") { m in
            m.table(
                "Actions that somebody answers for",
                [
                    Column("Ref", .reference), Column("Action", .name),
                    Column("Who answers", label: "Answers"),
                    Column("Leads as printed", label: "Printed"), Column("Otherwise", .short),
                ]
            ) { table in
                for row in rows {
                    table.row { cells in
                        cells.cell(row.reference ?? "")
                        cells.cell {
                            $0.a(row.text, .href(PlansRoute.action.link(view.plan.id, row.action)))
                        }
                        cells.cell(row.accountable.map(view.line.words) ?? "")
                        printed(row, &cells)
                        cells.cell { m in
                            m.a(
                                "Change\(hidden: " who answers for \(row.reference ?? row.text)")",
                                .href(UpdatesRoute.accountable.link(view.plan.id, row.action)))
                        }
                    }
                }
            }
        }
    }

    private static func printed(_ row: AnsweringSQL.Row, _ cells: inout RowCells) {
        if row.leads.isEmpty {
            cells.empty("none printed")
        } else {
            cells.cell(row.leads.map(\.printed).joined(separator: "; "))
        }
    }
}
