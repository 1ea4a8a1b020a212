package import Kernel
import Markup
import Site
package import Storage

/// Giving one person's answers: a family's, as somebody enters them, or one's own in a survey.
package enum GiveChoices {
    package enum Refused: Refusal {
        case closed
        case notAsked
        case unitMissing
        case nothingChosen
        case answeredAlready
        case unknownAnswer

        package var sentence: String {
            switch self {
            case .closed: "Answers for that period are no longer taken"
            case .notAsked: "You are not asked for answers here"
            case .unitMissing: "Choose the unit that it is about"
            case .nothingChosen: "Answer at least one question"
            case .answeredAlready: "You have answered this survey already: each of us answers once"
            case .unknownAnswer: "Choose among the answers that are given"
            }
        }
        package var field: String? { self == .unitMissing ? "unit" : nil }
    }

    /// How a family's answers came.
    package enum How: String, CaseIterable, Sendable {
        case paper, spoken, online

        var words: String {
            switch self {
            case .paper: "On a paper form"
            case .spoken: "In a talk or a call"
            case .online: "By an online form"
            }
        }
    }

    package struct Form: Sendable {
        package var node: ID<Node>?
        /// By question: the code that was chosen, or several for themes.
        package var choices: [String: Set<String>]
        /// What a family said, in their words, without names; never in a survey.
        package var words: String
        package var how: How

        package init(
            _ node: ID<Node>?, _ choices: [String: Set<String>], words: String = "", how: How = .paper
        ) {
            self.node = node
            self.choices = choices
            self.words = words
            self.how = how
        }
    }

    /// Judges the answers; gives them without what is empty.
    static func decide(
        _ form: Form, _ local: LocalDefinition, _ period: Period, units: Set<ID<Node>>, on today: Day
    ) throws(Refused) -> [String: Set<String>] {
        guard local.isOpen(period, on: today) else { throw .closed }
        guard let node = form.node, units.contains(node) else { throw .unitMissing }
        var answers: [String: Set<String>] = [:]
        for question in local.questions(on: period.last) {
            guard let chosen = form.choices[question.key], !chosen.isEmpty else { continue }
            guard chosen.isSubset(of: Set(question.options.map(\.code))),
                question.kind == .themes || chosen.count == 1
            else { throw .unknownAnswer }
            answers[question.key] = chosen
        }
        guard !answers.isEmpty || !form.words.isEmpty else { throw .nothingChosen }
        return answers
    }

    /// Keeps what a family said, in one transaction with its event.
    package static func enterFeedback(
        _ form: Form, _ local: LocalDefinition, _ period: Period, units: Set<ID<Node>>, by actor: ReturnActor,
        account: ID<Account>, _ connection: Connection, at now: Instant, on today: Day,
        changed: ReturnsChanged
    ) throws {
        guard local.kind == .feedback else { throw Refused.notAsked }
        let answers = try decide(form, local, period, units: units, on: today)
        let id = ID<GiveChoices>.make(at: now)
        try connection.run(
            """
            INSERT INTO local_feedback (authority, id, local_return, node, period_end, at, account, how, words)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .id(actor.authority), .id(id), .id(local.id), .id(form.node), .day(period.last),
                .instant(now),
                .id(account), .text(form.how.rawValue), .optional(form.words.isEmpty ? nil : form.words),
            ])
        for (question, codes) in answers.sorted(by: { $0.key < $1.key }) {
            for code in codes.sorted() {
                try connection.run(
                    "INSERT INTO local_feedback_choice (authority, feedback, question, code) VALUES ($1, $2, $3, $4)",
                    [.id(actor.authority), .id(id), .text(question), .text(code)])
            }
        }
        try connection.record(
            LocalWriting.event(
                "feedback.entered", local.id,
                says: "\(local.name), \(local.words(period)): one answer entered",
                by: actor, at: now))
        try changed(connection, actor.authority, .local(local.id), now)
    }

    /// Counts one person's answers to a survey, and keeps apart from them that the account has answered.
    ///
    /// Every tally of the survey is touched, also by nothing, so that no row shows that it was the last to grow; the
    /// event names nobody.
    package static func answerSurvey(
        _ form: Form, _ local: LocalDefinition, _ period: Period, units: Set<ID<Node>>,
        authority: ID<Authority>,
        account: ID<Account>, _ connection: Connection, at now: Instant, on today: Day,
        changed: ReturnsChanged
    ) throws {
        guard local.kind == .survey else { throw Refused.notAsked }
        let answers = try decide(form, local, period, units: units, on: today)
        let key: [SQLValue] = [.id(authority), .id(local.id), .day(period.last)]
        let isFirst = try connection.run(
            """
            INSERT INTO local_survey_answered (authority, local_return, period_end, account)
            VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """, key + [.id(account)])
        guard isFirst == 1 else { throw Refused.answeredAlready }
        for node in units.sorted() {
            for question in local.questions(on: period.last) {
                for option in question.options {
                    try tally(0, question.key, option.code, node, key, connection)
                }
            }
            try tally(0, SurveyCode.answered, SurveyCode.answered, node, key, connection)
        }
        let chosen = answers.flatMap { question, codes in codes.map { (question, $0) } }
        var values = key + [.id(form.node), .text(SurveyCode.answered)]
        var ones = ["question = $5"]
        for (question, code) in chosen {
            ones.append("(question = $\(values.count + 1) AND code = $\(values.count + 2))")
            values += [.text(question), .text(code)]
        }
        try connection.run(
            """
            UPDATE local_survey_tally SET count = count
                + CASE WHEN node = $4 AND (\(ones.joined(separator: " OR "))) THEN 1 ELSE 0 END
            WHERE authority = $1 AND local_return = $2 AND period_end = $3
            """, values)
        try connection.record(
            Event(
                authority: authority, at: now, actor: nil, kind: "survey.answered", subject: "local return",
                subjectID: local.id,
                to: ["says": .string("\(local.name), \(local.words(period)): one answer more")]))
        try changed(connection, authority, .local(local.id), now)
    }

    private static func tally(
        _ count: Int, _ question: String, _ code: String, _ node: ID<Node>, _ key: [SQLValue],
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO local_survey_tally (authority, local_return, period_end, node, question, code, count)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
            """, key + [.id(node), .text(question), .text(code), .int(count)])
    }
}

extension LocalDefinition {
    /// Whether answers are taken for the period: from its first day to its last day of grace.
    func isOpen(_ period: Period, on today: Day) -> Bool {
        period.last >= began && (endedOn.map { period.first <= $0 } ?? true) && period.first <= today
            && today <= lastDay(period)
    }

    /// The periods for which answers are taken now, the earlier first.
    func open(on today: Day) -> [Period] {
        let current = period(holding: today)
        return [previous(current), current].filter { isOpen($0, on: today) }
    }
}

extension ReturnsFeature {
    func choiceForm(_ visit: Visit) async throws -> Reply {
        let asked = try await choicesAsked(visit)
        return .page(ChoiceForm.page(asked, Entry(["how": ["paper"]]), visit))
    }

    func giveChoices(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let asked = try await choicesAsked(visit)
        let form = visit.form
        var choices: [String: Set<String>] = [:]
        for question in asked.questions {
            choices[question.key] = Set(form.all(question.key).filter { !$0.isEmpty })
        }
        let given = GiveChoices.Form(
            form.id("unit"), choices, words: asked.local.kind == .feedback ? form["said"] : "",
            how: GiveChoices.How(rawValue: form["how"]) ?? .paper)
        let units = Set(asked.units.map(\.id))
        do {
            try await database.write(for: officer.authority) { connection in
                if asked.local.kind == .survey {
                    try GiveChoices.answerSurvey(
                        given, asked.local, asked.period, units: units, authority: officer.authority,
                        account: officer.account, connection, at: visit.now, on: visit.today, changed: changed
                    )
                } else {
                    try GiveChoices.enterFeedback(
                        given, asked.local, asked.period, units: units, by: ReturnActor(officer),
                        account: officer.account, connection, at: visit.now, on: visit.today, changed: changed
                    )
                }
            }
            return asked.local.kind == .survey
                ? .redirect(
                    to: LocalRoute.local.link(asked.local.id),
                    notice: "Thank you. Your answers are counted, without your name.")
                : .redirect(
                    to: ChoiceRoute.form.link(asked.local.id, asked.period.last),
                    notice: "The answer is kept. Enter the next one, or stop here.")
        } catch let refusal as GiveChoices.Refused {
            return .refused(ChoiceForm.page(asked, visit.entry(refused: refusal), visit))
        }
    }

    private func choicesAsked(_ visit: Visit) async throws -> ChoiceForm.Asked {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        guard let end = Day(visit.parameters["period"] ?? "") else { throw NotFound() }
        return try await database.read { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id),
                local.kind != .units,
                let period = local.period(endingOn: end), period.first <= visit.today
            else { throw NotFound() }
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            let senders = local.senders(for: period).filter { local.kind == .survey || doer.mayFill($0) }
            guard !senders.isEmpty else { throw NotFound() }
            return ChoiceForm.Asked(
                local: local, period: period,
                units: senders.map { ($0.node, doer.tree.name($0.node, on: period.last)) }.sorted {
                    $0.1 < $1.1
                },
                isOpen: local.isOpen(period, on: visit.today))
        }
    }
}

/// The page on which one person's answers are given.
enum ChoiceForm {
    struct Asked: Sendable {
        let local: LocalDefinition
        let period: Period
        let units: [(id: ID<Node>, name: String)]
        let isOpen: Bool

        var questions: [LocalQuestion] {
            local.questions(on: period.last).filter { $0.kind == .choice || $0.kind == .themes }
        }
    }

    static func page(_ asked: Asked, _ entry: Entry, _ visit: Visit) -> Page {
        let local = asked.local
        let isSurvey = local.kind == .survey
        return Page(
            isSurvey ? local.name : "\(local.name): enter an answer", section: .returns,
            breadcrumbs: ReturnCrumbs.local(local),
            facts: [Markup(local.words(asked.period).capitalisedFirst)],
            errors: entry.errors
        ) { m in
            guard asked.isOpen else {
                m.lead("Answers for that period are no longer taken.")
                return
            }
            if isSurvey {
                m.lead(
                    "Your name is not kept with your answers: we keep that you have answered, and counts of what everybody said. A result is shown when at least \(local.terms(on: asked.period.last).leastAnswers) people stand behind it, after the survey has closed."
                )
            } else {
                m.lead("One form or talk at a time. Give no name and no case number.")
            }
            m.form(
                to: ChoiceRoute.give.link(local.id, asked.period.last), key: visit.formKey, .class("narrow")
            ) { m in
                m.select(
                    "unit", isSurvey ? "Where you work" : "Which unit it is about",
                    [Choice("", "Choose a unit")] + asked.units.map { Choice($0.id.description, $0.name) },
                    in: entry)
                for question in asked.questions {
                    let choices = question.options.map { Choice($0.code, $0.words) }
                    if question.kind == .themes {
                        m.checkboxes(question.key, question.words, choices, in: entry)
                    } else {
                        m.radios(question.key, question.words, choices, in: entry)
                    }
                }
                if !isSurvey {
                    m.textArea(
                        "said", "In their words", in: entry,
                        hint: "Leave out names, and whatever would tell who it is.")
                    m.radios(
                        "how", "How it came", GiveChoices.How.allCases.map { Choice($0.rawValue, $0.words) },
                        in: entry)
                }
                m.buttons { m in
                    m.button(isSurvey ? "Give these answers" : "Keep this answer")
                    m.a(isSurvey ? "Cancel" : "Stop here", .href(LocalRoute.local.link(local.id)))
                }
            }
        }
    }
}
