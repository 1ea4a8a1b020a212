package import Kernel
import Markup
import Site
package import Storage
import Timescales

/// Asking somebody by name why a figure is as it is, to be answered by a day.
package enum AskWhy {
    /// The figure in question: of which measure, unit and period, and what about it was noticed.
    package struct Figure: Hashable, Sendable {
        package var measure: String
        package var name: String
        package var periodEnd: Day
        /// Nil for the authority.
        package var node: ID<Node>?
        /// The signal in words: "Seven months running below the mean"; empty where somebody just asks.
        package var signal: String

        package init(measure: String, name: String, periodEnd: Day, node: ID<Node>?, signal: String) {
            self.measure = measure
            self.name = name
            self.periodEnd = periodEnd
            self.node = node
            self.signal = signal
        }
    }

    package enum Refused: Refusal {
        case personMissing
        case personGone
        case wordsMissing
        case dayMissing
        case dayGone

        package var sentence: String {
            switch self {
            case .personMissing: "Choose who is asked"
            case .personGone: "That person is no longer here: choose another"
            case .wordsMissing: "Say what you ask"
            case .dayMissing: "Give the day by which it is to be answered"
            case .dayGone: "That day is over: give today or a later one"
            }
        }
        package var field: String? {
            switch self {
            case .personMissing, .personGone: "person"
            case .wordsMissing: "words"
            case .dayMissing, .dayGone: "by"
            }
        }
    }

    package struct Form: Sendable {
        package var figure: Figure
        package var person: ID<Person>?
        package var words: String
        package var answerBy: Day?

        package init(_ figure: Figure, of person: ID<Person>?, words: String, answerBy: Day?) {
            self.figure = figure
            self.person = person
            self.words = words
            self.answerBy = answerBy
        }
    }

    static func decide(
        _ form: Form, people: [ID<Person>: String], on today: Day
    ) throws(Refused) -> (person: ID<Person>, name: String, by: Day) {
        guard let person = form.person else { throw .personMissing }
        guard let name = people[person] else { throw .personGone }
        guard form.words.count >= 3 else { throw .wordsMissing }
        guard let by = form.answerBy else { throw .dayMissing }
        guard by >= today else { throw .dayGone }
        return (person, name, by)
    }

    /// Keeps the question in one transaction, and gives its identity.
    @discardableResult
    package static func ask(
        _ form: Form, by officer: Officer, _ connection: Connection, at now: Instant, on today: Day
    ) throws -> ID<FigureQuestion> {
        let people = try ReturnPeople.read(connection, officer.authority, on: today)
        let (person, name, by) = try decide(form, people: people.names, on: today)
        let id = ID<FigureQuestion>.make(at: now)
        let figure = form.figure
        try connection.run(
            """
            INSERT INTO figure_question (authority, id, measure, measure_name, period_end, node, signal, words,
                asked_at, asked_on, asked_account, asked_by, asked_of, answer_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .id(officer.authority), .id(id), .text(figure.measure), .text(figure.name),
                .day(figure.periodEnd),
                .id(figure.node), .text(figure.signal), .text(form.words), .instant(now), .day(today),
                .id(officer.account), .text(officer.name), .id(person), .day(by),
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "figure.asked",
                subject: "figure question", subjectID: id,
                to: [
                    "says": .string(
                        "\(name) is asked about \(figure.name) at \(figure.periodEnd.long), by \(by.long)")
                ]))
        return id
    }
}

extension ReturnsFeature {
    func newWhy(_ visit: Visit) async throws -> Reply {
        let doer = try await returnsDoer(visit)
        guard let figure = AskWhy.figure(visit.query) else { throw NotFound() }
        let by = WorkingDays.adding(5, to: visit.today)
        return .page(AskWhy.page(figure, doer, Entry(["words": ""], day: by, "by"), visit))
    }

    func askWhy(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let doer = try await returnsDoer(visit)
        let form = visit.form
        guard let figure = AskWhy.figure(form) else { throw NotFound() }
        do {
            let by = try form.dayOrNil("by", called: "the day by which it is to be answered")
            let asked = AskWhy.Form(figure, of: form.id("person"), words: form["words"], answerBy: by)
            let id = try await database.write(for: officer.authority) { connection in
                try AskWhy.ask(asked, by: officer, connection, at: visit.now, on: visit.today)
            }
            return .redirect(
                to: WhyRoute.question.link(id),
                notice: "The question is asked. It stands in their work until they answer.")
        } catch let refusal as any Refusal {
            return .refused(AskWhy.page(figure, doer, visit.entry(refused: refusal), visit))
        }
    }

    func returnsDoer(_ visit: Visit) async throws -> ReturnsDoer {
        let officer = try visit.signedInOfficer
        return try await database.read { try ReturnsDoer.of(officer, doers, $0, on: visit.today) }
    }
}

extension AskWhy {
    /// The figure that an address or a form carries; nil where it carries none.
    static func figure(_ fields: Fields) -> Figure? {
        guard !fields["measure"].isEmpty, !fields["name"].isEmpty, let end = Day(fields["period"]) else {
            return nil
        }
        return Figure(
            measure: fields["measure"], name: fields["name"], periodEnd: end, node: fields.id("unit"),
            signal: fields["signal"])
    }

    static func page(_ figure: Figure, _ doer: ReturnsDoer, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Ask why", section: .returns,
            breadcrumbs: ReturnCrumbs.home + [Link("Why?", WhyRoute.list.link())],
            facts: facts(figure, doer), errors: entry.errors
        ) { m in
            m.lead("\(figure.name). \(figure.signal)")
            m.form(to: WhyRoute.ask.link(), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("measure", figure.measure)
                m.hiddenField("name", figure.name)
                m.hiddenField("period", figure.periodEnd.description)
                m.hiddenField("unit", figure.node?.description ?? "")
                m.hiddenField("signal", figure.signal)
                m.select(
                    "person", "Who is asked",
                    [Choice("", "Choose a person")]
                        + doer.people.peopleByName.map { Choice($0.id.description, $0.words) },
                    in: entry)
                m.textArea(
                    "words", "What you ask", in: entry,
                    hint: "Such as: what happened in these weeks, and what will be done? Name no child.")
                m.dateField("by", "Answer by", in: entry)
                m.buttons { m in m.button("Ask") }
            }
        }
    }

    static func facts(_ figure: Figure, _ doer: ReturnsDoer) -> [Markup] {
        [
            figure.node.map { Markup(doer.tree.name($0, on: figure.periodEnd)) } ?? "The whole authority",
            "Period to \(figure.periodEnd.long)",
        ]
    }
}
