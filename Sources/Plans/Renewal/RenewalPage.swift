import Kernel
import Markup
import PlanFormat
import Site

/// A newer document beside a running plan: only what differs, each row with its choice.
enum RenewalPage {
    static func choose(_ view: DraftView, _ plans: [KeptPlan.Header]) -> Page {
        Page(
            "Which plan is this a newer version of?", section: .plan, breadcrumbs: crumbs(view),
            facts: ["\(strong: view.draft.fileName)"]
        ) { m in
            m.lead(
                "Plumbline shows row by row what differs. You keep ours or take theirs; updates, evidence and history stay."
            )
            if plans.isEmpty {
                m.emptyState("There is no plan yet", "Accept this reading as a new plan.")
            } else {
                m.ul { m in
                    for plan in plans {
                        m.li { m in
                            m.a(
                                plan.title,
                                .href(
                                    PublishingRoute.renewal.link(
                                        view.draft.id, query: ["plan": plan.id.description])))
                            if let version = plan.version {
                                m.span(" version \(version.droppingVersionMark)", .class("quiet"))
                            }
                        }
                    }
                }
            }
        }
    }

    private static func crumbs(_ view: DraftView) -> [Link] {
        [
            Link("Import", PlansRoute.imports.link()),
            Link(Markup(view.draft.fileName), PlansRoute.review.link(view.draft.id)),
        ]
    }

    static func page(
        _ view: DraftView, _ compared: RenewPlan.Compared, _ typed: Entry, _ visit: Visit
    ) -> Page {
        let plan = compared.running.plan.header
        let rows = compared.renewal.rows.filter { !$0.choices.isEmpty || $0.date != nil }
        let same = compared.renewal.rows.count - rows.count
        let questions = rows.count { !$0.choices.isEmpty && $0.proposed == nil }
        let entry = filled(rows, typed)
        return Page(
            "Take \(view.draft.fileName) over \(plan.title)", heading: "A newer document over the plan",
            section: .plan, breadcrumbs: crumbs(view),
            facts: [
                "\(strong: plan.title)", "Compared with the plan of \(compared.since.inLondon.day.long)",
                "Nothing is changed until you accept",
            ], errors: typed.errors
        ) { m in
            m.honestSentence(
                "\(strong: counted(rows.count, "row")) \(rows.count == 1 ? "differs" : "differ"), \(same) are the same. \(questions == 0 ? "Each has a proposal." : "\(counted(questions, "question")) \(questions == 1 ? "needs" : "need") your answer.")"
            )
            m.form(to: PublishingRoute.renew.link(view.draft.id), key: visit.formKey) { m in
                m.hiddenField("plan", plan.id.description)
                m.hiddenField("revision", "\(plan.revision)")
                var room = WordDifference.page
                for row in rows { part(row, entry, &room, &m) }
                m.buttons { m in
                    m.button("Take the document over the plan")
                    m.a("Back to the review", .href(PlansRoute.review.link(view.draft.id)))
                }
            }
        }
    }

    /// What is proposed, unless somebody has chosen already.
    private static func filled(_ rows: [Renewal.Row], _ typed: Entry) -> Entry {
        var values: [String: [String]] = [:]
        for row in rows {
            let (name, date) = ("row-\(row.field)", "date-\(row.field)")
            let chosen = typed.value(name)
            values[name] = [chosen.isEmpty ? row.proposed?.rawValue ?? "" : chosen]
            if let difference = row.date {
                let chosen = typed.value(date)
                values[date] = [chosen.isEmpty ? difference.proposed.rawValue : chosen]
            }
        }
        return Entry(values, errors: typed.errors)
    }

    private static func part(
        _ row: Renewal.Row, _ entry: Entry, _ room: inout Int, _ m: inout Markup
    ) {
        let title = [row.shown.reference, row.shown.title.short].filter { !$0.isEmpty }.joined(separator: " ")
        m.part(Markup(title), note: Markup(note(row))) { m in
            if !row.fields.isEmpty { fields(row, title, &room, &m) }
            if row.status == .added || row.status == .missing {
                m.ul { m in
                    for field in row.shown.fields where !field.value.isEmpty {
                        m.li("\(strong: "\(field.name):") \(field.value)")
                    }
                }
            }
            if !row.choices.isEmpty {
                m.radios(
                    "row-\(row.field)", legend(row),
                    row.choices.map { Choice($0.rawValue, words($0, row)) }, in: entry)
            }
            if let date = row.date { self.date(date, row, entry, &m) }
        }
    }

    private static func legend(_ row: Renewal.Row) -> String {
        switch row.status {
        case .added: "Only in the file"
        case .missing: "No longer in the file"
        default: row.isDoubtful ? "One number, other words: is it one thing?" : "Which holds?"
        }
    }

    private static func fields(
        _ row: Renewal.Row, _ title: String, _ room: inout Int, _ m: inout Markup
    ) {
        m.table(
            "What differs in \(title)",
            [
                Column("Field", .name), Column("Was, at the last import or publication", label: "Was"),
                Column("Here now"), Column("In the file"),
            ]
        ) { rows in
            for field in row.fields {
                let runs = WordDifference.between(field.ours, field.theirs, &room)
                rows.row { cells in
                    cells.cell(field.name)
                    cell(field.was, [WordDifference.Run(text: field.was, differs: false)], &cells)
                    cell(field.ours, runs.old, &cells)
                    cell(field.theirs, runs.new, &cells)
                }
            }
        }
    }

    private static func cell(
        _ text: String, _ runs: [WordDifference.Run], _ cells: inout RowCells
    ) {
        if text.isEmpty { cells.empty("nothing") } else { cells.cell { $0.words(runs) } }
    }

    private static func date(
        _ date: Renewal.DateDifference, _ row: Renewal.Row, _ entry: Entry, _ m: inout Markup
    ) {
        let (here, there) = (date.ours?.long ?? "no date", date.theirs?.long ?? "no date")
        m.p("The date is locked. Due here: \(strong: here). In the file: \(strong: there).")
        if let obstacle = date.obstacle {
            m.note("\(obstacle). Ours is kept.")
        } else {
            m.radios(
                "date-\(row.field)", "The date",
                [
                    Choice("ask", "Ask for \(there): somebody else approves it, and the first date stays"),
                    Choice("ours", "Keep \(here)"),
                ], in: entry)
        }
    }

    private static func words(_ choice: Renewal.Choice, _ row: Renewal.Row) -> String {
        switch (choice, row.status) {
        case (.theirs, .added): "Take it into the plan"
        case (.ours, .added): "Leave it out"
        case (.gone, _): "Keep it here, marked as no longer in the document"
        case (.ours, .missing): "Keep it here as it is"
        case (.theirs, _): "Take theirs"
        case (.ours, _): "Keep ours"
        case (.apart, _):
            "They are two things: take theirs as new, and mark ours as no longer in the document"
        }
    }

    private static func note(_ row: Renewal.Row) -> String {
        let noun = ComparePage.noun(row.kind)
        let kind = noun.prefix(1).uppercased() + noun.dropFirst()
        return switch row.status {
        case .same: "\(kind)."
        case .fileChanged: "\(kind). The file changed; ours stands as it was."
        case .weChanged: "\(kind). Changed here since; the file says what it said."
        case .bothChanged: "\(kind). Changed here and in the file."
        case .added: "\(kind). New in the file, in “\(row.shown.area)”."
        case .missing: "\(kind). Here, in “\(row.shown.area)”, and not in the file."
        }
    }
}
