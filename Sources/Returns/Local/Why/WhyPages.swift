import Kernel
import Markup
import Sheets
import Site
import Storage

/// The list of questions about figures, and one of them with its answers.
extension ReturnsFeature {
    func whyList(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (all, doer) = try await database.read { connection in
            (
                try WhySQL.questions(connection, officer.authority),
                try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            )
        }
        return .page(WhyPages.list(all.filter { WhyPages.sees($0, doer) }, doer, visit))
    }

    func why(_ visit: Visit) async throws -> Reply {
        let (question, doer) = try await questionAsked(visit)
        let action = question.answers.last { $0.action != nil }?.action
        let officer = try visit.signedInOfficer
        let places = try await database.read { connection in
            try action.map { try actions.places(connection, officer, visit.today, $0) } ?? []
        }
        return .page(WhyPages.page(question, doer, places, Entry(), visit))
    }

    func answerWhy(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (question, doer) = try await questionAsked(visit)
        let form = visit.form
        do {
            try await database.write(for: officer.authority) { connection in
                try AnswerWhy.answer(
                    question.id, words: form["words"], action: form["action"].isEmpty ? nil : form["action"],
                    isAsked: doer.standing.people.contains(question.askedOf), by: officer, connection,
                    at: visit.now, on: visit.today)
            }
            return .redirect(to: WhyRoute.question.link(question.id), notice: "Your answer is kept.")
        } catch let refusal as AnswerWhy.Refused {
            return .refused(WhyPages.page(question, doer, [], visit.entry(refused: refusal), visit))
        }
    }

    private func questionAsked(_ visit: Visit) async throws -> (AnswerWhy.Question, ReturnsDoer) {
        let officer = try visit.signedInOfficer
        let id: ID<FigureQuestion> = try visit.id("question")
        return try await database.read { connection in
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            guard let question = try WhySQL.questions(connection, officer.authority, only: id).first,
                WhyPages.sees(question, doer)
            else { throw NotFound() }
            return (question, doer)
        }
    }
}

enum WhyPages {
    /// Whoever asked or is asked, and those who run the returns.
    static func sees(_ question: AnswerWhy.Question, _ doer: ReturnsDoer) -> Bool {
        doer.isKeeper || question.askedAccount == doer.officer.account
            || doer.standing.people.contains(question.askedOf)
    }

    static func list(_ questions: [AnswerWhy.Question], _ doer: ReturnsDoer, _ visit: Visit) -> Page {
        let open = questions.filter(\.answers.isEmpty)
        let late = open.count { $0.answerBy < visit.today }
        return Page(
            "Why?", section: .returns, tabs: FilesCrumbs.tabs(.questions, doer.officer),
            sheet: questions.isEmpty ? nil : sheet(questions, doer)
        ) { m in
            if questions.isEmpty {
                m.emptyState(
                    "Nobody has asked about a figure yet",
                    "Where a measure gives a signal, its page leads here: somebody is asked by name, and their answer is kept."
                )
            } else {
                m.honestSentence(
                    "\(strong: "\(open.count) of \(questions.count)") questions about figures wait for an answer\(late > 0 ? "; \(late) past the day" : "")."
                )
                m.table(
                    "Questions about figures",
                    [
                        Column("Figure", .name), Column("Asked of"), Column("Answer by", .short),
                        Column("How it stands"),
                    ]
                ) { rows in
                    for question in questions {
                        rows.row { r in
                            r.cell { m in
                                m.a(question.figure.name, .href(WhyRoute.question.link(question.id)))
                                m.note("\(unit(question, doer)), to \(question.figure.periodEnd.short)")
                            }
                            r.cell(question.askedOfName)
                            r.cell(question.answerBy.short)
                            r.cell { state(question, visit.today, &$0) }
                        }
                    }
                }
            }
        }
    }

    private static func unit(_ question: AnswerWhy.Question, _ doer: ReturnsDoer) -> String {
        question.figure.node.map { doer.tree.name($0, on: question.figure.periodEnd) }
            ?? "The whole authority"
    }

    private static func state(_ question: AnswerWhy.Question, _ today: Day, _ m: inout Markup) {
        if let last = question.answers.last {
            m.tag(.green, "Answered on \(last.on.short)")
        } else if question.answerBy < today {
            m.tag(.red, "No answer yet, past its day")
        } else {
            m.tag(.grey, "No answer yet")
        }
    }

    private static func sheet(_ questions: [AnswerWhy.Question], _ doer: ReturnsDoer) -> Sheet {
        Sheet(
            "Questions about figures",
            columns: [
                Sheet.Column("Figure"), Sheet.Column("Unit"), Sheet.Column("Period to", .day),
                Sheet.Column("Question"),
                Sheet.Column("Asked by"), Sheet.Column("Asked of"), Sheet.Column("Answer by", .day),
                Sheet.Column("Answer"), Sheet.Column("What will be done"),
            ]
        ) {
            questions.map { question in
                [
                    Sheet.Cell(question.figure.name), Sheet.Cell(unit(question, doer)),
                    .day(question.figure.periodEnd),
                    Sheet.Cell(question.words), Sheet.Cell(question.askedBy),
                    Sheet.Cell(question.askedOfName),
                    .day(question.answerBy), Sheet.Cell(lines: question.answers.map(\.words)),
                    Sheet.Cell(lines: question.answers.compactMap(\.action)),
                ]
            }
        }
    }

    static func page(
        _ question: AnswerWhy.Question, _ doer: ReturnsDoer, _ places: [ActionPlaces.Place], _ entry: Entry,
        _ visit: Visit
    )
        -> Page
    {
        Page(
            "Why? \(question.figure.name)", section: .returns,
            breadcrumbs: ReturnCrumbs.home + [Link("Why?", WhyRoute.list.link())],
            facts: AskWhy.facts(question.figure, doer), errors: entry.errors
        ) { m in
            if !question.figure.signal.isEmpty { m.honestSentence(Markup(question.figure.signal)) }
            m.summaryList([
                SummaryRow("Asked", Markup(question.words)),
                SummaryRow("By", "\(question.askedBy), \(question.askedOn.long)"),
                SummaryRow("Of", Markup(question.askedOfName)),
                SummaryRow("Answer by", Markup(question.answerBy.long)),
            ])
            if !question.answers.isEmpty {
                m.part("What was answered") { m in
                    m.historyList(
                        question.answers.reversed().map {
                            HistoryItem(
                                $0.on, "\($0.by): \($0.words)\($0.action.map { " To be done: \($0)" } ?? "")")
                        })
                    if let action = question.answers.last(where: { $0.action != nil })?.action {
                        newAction(action, places, &m)
                    }
                }
            }
            if doer.standing.people.contains(question.askedOf) {
                m.part(question.answers.isEmpty ? "Your answer" : "Add to your answer") { m in
                    m.form(to: WhyRoute.answer.link(question.id), key: visit.formKey, .class("narrow")) { m in
                        m.textArea(
                            "words", "Why is it so?", in: entry,
                            hint: "What happened, and how you know. Name no child and no worker.")
                        m.textArea(
                            "action", "What will be done", in: entry,
                            hint:
                                "Leave it empty where nothing needs to be. Otherwise it can become an action of a plan.",
                            rows: 2)
                        m.buttons { m in m.button("Answer") }
                    }
                }
            } else if question.answers.isEmpty {
                m.note("\(question.askedOfName) has it in their work until it is answered.")
            }
        }
    }

    private static func newAction(
        _ words: String, _ places: [ActionPlaces.Place], _ m: inout Markup
    ) {
        guard !places.isEmpty else {
            m.note("Whoever keeps a plan can make an action of it: “\(words)”.")
            return
        }
        m.disclosure("Make it an action of a plan") { m in
            m.note("Choose the area that it belongs to; the words are filled in.")
            m.ul { m in
                for place in places { m.li { m in m.a(place.words, .href(place.address)) } }
            }
        }
    }
}
