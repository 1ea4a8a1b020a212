import Documents
import Kernel
import Markup
import PlanFormat
import PlanReading
import Site

/// The page of a review: how it stands, the question in hand beside the document, the columns, the whole proposal.
enum ReviewPage {
    static func page(_ view: DraftView, number: Int, _ visit: Visit) -> Page {
        let proposal = view.proposal
        let actions = proposal.areas.reduce(0) { $0 + $1.actions.count }
        let asked = Set(proposal.open.compactMap(\.action)).count
        return Page(
            "Review what was read", section: .plan,
            breadcrumbs: [
                Link("Plan", PlansRoute.plans.link()), Link("Import", PlansRoute.imports.link()),
            ],
            facts: facts(view, visit), deed: Link("Check and accept", PlansRoute.confirm.link(view.draft.id))
        ) { m in
            m.honestSentence(
                "\(strong: counted(actions, "action")) in \(counted(proposal.areas.count, "area")). \(standing(actions: actions, asked: asked, proposal))"
            )
            unappliedEdits(proposal, &m)
            question(view, number: number, visit, &m)
            columns(view, visit, &m)
            proposed(view, visit, &m)
            tasks(view, visit, &m)
            leftOut(view, visit, &m)
            m.form(to: PlansRoute.discard.link(view.draft.id), key: visit.formKey) { m in
                m.button("Stop and throw this reading away", .other)
            }
        }
    }

    private static func facts(_ view: DraftView, _ visit: Visit) -> [Markup] {
        let tables = view.document.blocks.reduce(0) { count, block in
            if case .table = block { count + 1 } else { count }
        }
        let pages = view.document.blocks.compactMap(\.place.page).max()
        let size = [pages.map { counted($0, "page") }, counted(tables, "table")].compactMap { $0 }
        let seconds = view.draft.readInMilliseconds
        return [
            "\(strong: view.draft.fileName), \(size.joined(separator: ", "))",
            "Read in \(seconds < 10 ? "less than 0.01" : decimal(seconds)) seconds",
            "Private to you and kept until \(view.draft.lastDay.short). Nothing is in a plan until you accept",
        ]
    }

    private static func decimal(_ milliseconds: Int) -> String {
        let hundredths = (milliseconds + 5) / 10
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func standing(actions: Int, asked: Int, _ proposal: Proposal) -> String {
        let open = proposal.open.count
        let left = proposal.leftOut.count
        return
            "\(actions - asked) need nothing from you. \(open == 0 ? "No question is open." : "\(counted(open, "question")) \(open == 1 ? "is" : "are") open.")"
            + (left > 0 ? " \(counted(left, "thing")) \(left == 1 ? "was" : "were") left out by you." : "")
    }

    private static func unappliedEdits(_ proposal: Proposal, _ m: inout Markup) {
        guard !proposal.unapplied.isEmpty else { return }
        m.banner(
            Banner(
                .notice,
                "\(counted(proposal.unapplied.count, "change")) of yours no longer \(proposal.unapplied.count == 1 ? "fits" : "fit").",
                "What they changed is read differently now. They are kept with the reading, and come back if you change the columns back."
            ))
    }
}

// MARK: The question in hand

extension ReviewPage {
    private static func question(
        _ view: DraftView, number: Int, _ visit: Visit, _ m: inout Markup
    ) {
        let open = view.proposal.open
        guard !open.isEmpty else { return }
        let number = min(max(number, 1), open.count)
        let question = open[number - 1]
        m.section(.id("question")) { m in
            m.h2("Question \(number) of \(open.count)")
            m.p("The document’s own words where they stood, and what Plumbline proposes.", .class("quiet"))
            m.columns(.half) { m in
                SourceView.aside(view.document, question.finding.place, &m)
            } beside: { m in
                m.h3("What could not be settled")
                m.p(question.finding.message)
                if let key = question.action ?? question.area { summary(key, view, &m) }
                m.form(to: PlansRoute.settle.link(view.draft.id), key: visit.formKey) { m in
                    m.hiddenField("question", question.id)
                    m.hiddenField("number", "\(number)")
                    m.buttons { m in
                        m.button(
                            number < open.count ? "Keep as read, see the next" : "Keep as read")
                        if number < open.count {
                            m.a(
                                "Leave it for later",
                                .href(
                                    PlansRoute.review.link(
                                        view.draft.id, query: ["question": "\(number + 1)"])))
                        }
                    }
                }
            }
        }
    }

    /// The proposed action or area of a question, each field with its way to change it.
    private static func summary(_ key: DraftKey, _ view: DraftView, _ m: inout Markup) {
        let change = PlansRoute.reviewItem.link(view.draft.id, query: ["key": key.description])
        for area in view.proposal.areas {
            if area.key == key {
                m.summaryList([
                    SummaryRow(
                        "Area", Markup(area.area.title), .change(change)),
                    SummaryRow("Actions", Markup("\(area.actions.count)")),
                ])
                return
            }
            guard let action = area.actions.first(where: { $0.key == key })?.action else { continue }
            m.summaryList([
                SummaryRow(
                    "Area",
                    Markup([area.area.reference, area.area.title].compactMap { $0 }.joined(separator: " "))),
                SummaryRow("Action", Markup(action.text), .change(change)),
                SummaryRow(
                    "Lead", Markup(action.leads.joined(separator: "; ")), .change(change)),
                SummaryRow(
                    "When", Markup(WhenWords.asRead(action.timescale)), .change(change)),
            ])
            return
        }
    }
}

// MARK: Columns

extension ReviewPage {
    private static func columns(_ view: DraftView, _ visit: Visit, _ m: inout Markup) {
        guard !view.reading.tables.isEmpty else { return }
        m.section(.id("columns")) { m in
            m.h2("What each column was taken for")
            m.p("Change one and the whole plan is read again. Your other changes are kept.", .class("quiet"))
            m.form(to: PlansRoute.changeReading.link(view.draft.id), key: visit.formKey) { m in
                m.textField(
                    "baseYear", "Year for dates that name none",
                    in: Entry(filled: [
                        "baseYear": (view.draft.options.baseYear ?? view.reading.plan.baseYear)
                            .map(String.init) ?? ""
                    ]), hint: "Empty: worked out from the document", width: .short, numeric: true)
                let groups = groups(view.reading.tables)
                let open = groups.firstIndex { $0.tables.first?.isPlan == true }
                for (index, group) in groups.enumerated() { table(group, isOpen: index == open, &m) }
                m.button("Read again", .other)
            }
        }
    }

    /// Tables with the same headings are settled together: a plan printed over many pages is many tables.
    struct TableGroup {
        var tables: [Reading.TableReading]
    }

    static func groups(_ tables: [Reading.TableReading]) -> [TableGroup] {
        var groups: [TableGroup] = []
        var index: [[String]: Int] = [:]
        for table in tables {
            let signature =
                ["\(table.isPlan)", table.takenFor] + table.columns.map { "\($0.column) \($0.meaning)" }
            if let known = index[signature] {
                groups[known].tables.append(table)
            } else {
                index[signature] = groups.count
                groups.append(TableGroup(tables: [table]))
            }
        }
        return groups
    }

    private static func table(_ group: TableGroup, isOpen: Bool, _ m: inout Markup) {
        guard let first = group.tables.first else { return }
        m.disclosure("\(name(group)): \(first.takenFor)", isOpen: isOpen) { m in
            m.fieldset(.class("table-group")) { m in
                m.element("legend", [.class("hidden")], name(group))
                meaning(of: first, &m)
            }
        }
    }

    /// `Table 3`, `Tables 1, 2 and 13 more`.
    private static func name(_ group: TableGroup) -> String {
        let numbers = group.tables.map { "\($0.number)" }
        if numbers.count == 1 { return "Table \(numbers[0])" }
        return numbers.count <= 4
            ? "Tables \(numbers.joined(separator: ", "))"
            : "Tables \(numbers[0]), \(numbers[1]) and \(numbers.count - 2) more"
    }

    private static func meaning(of first: Reading.TableReading, _ m: inout Markup) {
        m.select(
            "table-\(first.number)", "Is it part of the plan?",
            [Choice("yes", "Yes, a plan table"), Choice("no", "No")],
            in: Entry(filled: [("table-\(first.number)"): first.isPlan ? "yes" : "no"]))
        guard first.isPlan else { return }
        m.table(
            "Columns of table \(first.number)", dense: true,
            [
                Column("Heading in the document", .name), Column("Taken for"),
                Column("First words in the column"),
            ]
        ) { rows in
            for column in first.columns {
                rows.row { row in
                    row.cell(column.heading.isEmpty ? "No heading" : column.heading)
                    row.cell { meanings(column, of: first, &$0) }
                    row.cell(column.sample.short)
                }
            }
        }
    }

    private static func meanings(
        _ column: Reading.Column, of table: Reading.TableReading, _ m: inout Markup
    ) {
        let name = "column-\(table.number)-\(column.column)"
        m.element(
            "select",
            [.id(name), .name(name), .label("“\(column.heading)” of table \(table.number) was taken for")]
        ) { m in
            for meaning in ColumnMeaning.allCases {
                m.option(
                    meaning.words, .value(meaning.rawValue), .when(meaning == column.meaning, .selected))
            }
        }
    }

    /// The options that the form asks for: only what differs from what was read of itself is kept.
    static func options(_ view: DraftView, _ form: Fields) -> PlanReader.Options {
        var options = view.draft.options
        let year = form["baseYear"]
        if year.isEmpty {
            options.baseYear = nil
        } else if let number = Int(year), (1980...2100).contains(number),
            number != view.reading.plan.baseYear || options.baseYear != nil
        {
            options.baseYear = number
        }
        for group in groups(view.reading.tables) {
            guard let first = group.tables.first else { continue }
            let isPlan = form["table-\(first.number)"]
            if !isPlan.isEmpty, (isPlan == "yes") != first.isPlan {
                for table in group.tables { options.tables[table.number] = isPlan == "yes" }
            }
            for column in first.columns {
                let chosen = ColumnMeaning(rawValue: form["column-\(first.number)-\(column.column)"])
                guard let chosen, chosen != column.meaning else { continue }
                for table in group.tables {
                    let key = PlanReader.ColumnKey(table: table.number, column: column.column)
                    options.columns[key] = chosen
                }
            }
        }
        return options
    }
}

extension ColumnMeaning {
    /// As the review's list of choices says it.
    var words: String {
        switch self {
        case .section: "Section heading"
        case .areaReference: "Number of the area"
        case .actionReference: "Number of the action"
        case .area: "Area: what has to get better"
        case .change: "What needs to change"
        case .action: "Action"
        case .lead: "Lead"
        case .timescale: "Date or timescale"
        case .start: "Start"
        case .finish: "Finish"
        case .successCriterion: "Success criterion"
        case .progressMeasure: "Measure of progress"
        case .impactMeasure: "Measure of impact"
        case .outcome: "Outcome"
        case .monitoring: "How it is monitored"
        case .monitoredBy: "Who monitors it"
        case .evidence: "Evidence"
        case .status: "Status"
        case .source: "Where it came from"
        case .ignored: "Not part of the plan"
        }
    }
}

// MARK: The whole proposal

extension ReviewPage {
    private static func proposed(_ view: DraftView, _ visit: Visit, _ m: inout Markup) {
        let asked = Set(view.proposal.open.compactMap(\.action))
        m.section(.id("proposal")) { m in
            m.h2("What would enter the plan")
            for area in view.proposal.areas {
                m.div(.class("proposed-area")) { m in
                    m.h3 { m in
                        m.a(
                            [area.area.reference, area.area.title].compactMap { $0 }.joined(separator: " "),
                            .href(item(area.key, view)))
                    }
                    actions(area, asked: asked, view, &m)
                    criteria(area, view, &m)
                }
            }
        }
    }

    private static func item(_ key: DraftKey, _ view: DraftView) -> String {
        PlansRoute.reviewItem.link(view.draft.id, query: ["key": key.description])
    }

    private static func actions(
        _ area: Proposal.ProposedArea, asked: Set<DraftKey>, _ view: DraftView, _ m: inout Markup
    ) {
        guard !area.actions.isEmpty else {
            m.p("No action was found in this area.", .class("quiet"))
            return
        }
        m.table(
            "Actions of \(area.area.title.short)",
            [
                Column("Ref", .reference), Column("Action", .name), Column("Lead"), Column("When"),
                Column("Reading", .short),
            ]
        ) { rows in
            for proposed in area.actions {
                let action = proposed.action
                rows.row { row in
                    row.cell(action.reference ?? "–")
                    row.cell { $0.a(action.text, .href(item(proposed.key, view))) }
                    if action.leads.isEmpty {
                        row.empty("none named")
                    } else {
                        row.cell(action.leads.joined(separator: "; "))
                    }
                    row.cell(WhenWords.asRead(action.timescale))
                    row.cell(
                        asked.contains(proposed.key)
                            ? "Question open" : proposed.isEdited ? "Changed by you" : "As read")
                }
            }
        }
    }

    private static func criteria(
        _ area: Proposal.ProposedArea, _ view: DraftView, _ m: inout Markup
    ) {
        guard !area.criteria.isEmpty else { return }
        m.details { m in
            m.summary(counted(area.criteria.count, "success criterion", "success criteria"))
            m.ul { m in
                for proposed in area.criteria {
                    m.li { m in
                        m.a(proposed.criterion.text, .href(item(proposed.key, view)))
                        if let action = proposed.criterion.action {
                            m.span(" for \(action)", .class("quiet"))
                        }
                    }
                }
            }
        }
    }

    private static func tasks(_ view: DraftView, _ visit: Visit, _ m: inout Markup) {
        guard !view.proposal.offeredTasks.isEmpty else { return }
        m.section(.id("tasks")) { m in
            m.h2("Tasks that the document gives its groups")
            m.p("Tick those that should be actions of the plan.", .class("quiet"))
            for group in view.reading.plan.groups where !group.tasks.isEmpty {
                let offered = view.proposal.offeredTasks.filter { $0.group == group.name }
                m.form(to: PlansRoute.takeTask.link(view.draft.id), key: visit.formKey) { m in
                    m.hiddenField("group", group.name)
                    m.checkboxes(
                        "task", group.name, offered.map { Choice("\($0.index)", $0.text) },
                        in: Entry(["task": offered.filter(\.isTaken).map { "\($0.index)" }]))
                    m.button("Save which are actions", .other)
                }
            }
        }
    }

    private static func leftOut(_ view: DraftView, _ visit: Visit, _ m: inout Markup) {
        let rows = view.reading.tables.flatMap(\.rowsLeftOut)
        guard !rows.isEmpty || !view.proposal.leftOut.isEmpty || !view.document.notes.isEmpty else { return }
        m.section(.id("left-out")) { m in
            m.h2("What is left out")
            m.ul { m in
                for item in view.proposal.leftOut {
                    m.li { m in
                        m.p("\(item.text) \(quiet: "by you, \(item.place?.description ?? "added by hand")")")
                        m.form(to: PlansRoute.changeItem.link(view.draft.id), key: visit.formKey) { m in
                            m.hiddenField("key", item.key.description)
                            m.button("Put it back", .other, name: "deed", value: "asRead")
                        }
                    }
                }
                for row in rows {
                    m.li("“\(row.text)” \(quiet: "\(row.place.description): \(row.reason)")")
                }
                for note in view.document.notes { m.li("\(note.message)") }
            }
        }
    }
}
