package import Kernel
import Site
package import Storage

/// Sending a unit's figures for a period, or correcting them: each a vintage that stays.
package enum SendReturn {
    package enum Refused: Refusal {
        case tooEarly(Day)
        case notAsked
        case sentMeanwhile
        case reasonMissing
        case nothingYetFigures
        /// What is wrong, and what is asked back and passes with a word.
        case answers([(field: String, sentence: String, isAsked: Bool)])

        package var sentence: String {
            switch self {
            case .tooEarly(let day): "That period ends on \(day.long): send it then"
            case .notAsked: "Nobody is asked for that period"
            case .sentMeanwhile:
                "Somebody has sent figures for that period meanwhile: look at them, then send yours as a correction"
            case .reasonMissing: "Say why you correct what was sent"
            case .nothingYetFigures:
                "You say that there is nothing to report, and give figures: take out one or the other"
            case .answers(let wrong): wrong.map(\.sentence).joined(separator: "; ")
            }
        }
        package var field: String? {
            switch self {
            case .reasonMissing: "reason"
            case .nothingYetFigures: "nothing"
            default: nil
            }
        }
        /// The questions that are asked back: each passes with a word.
        var askedBack: Set<String> {
            guard case .answers(let wrong) = self else { return [] }
            return Set(wrong.filter(\.isAsked).map(\.field))
        }
        /// What is wrong, each at its field.
        var errors: [(field: String?, sentence: String)] {
            if case .answers(let wrong) = self {
                wrong.map { ($0.field, $0.sentence) }
            } else {
                [(field, sentence)]
            }
        }
    }

    package struct Form: Sendable {
        package var typed: [String: TypedAnswer]
        /// "Nothing to report" is said: then nothing is typed.
        package var isNil: Bool
        /// Why it corrects what was sent; empty for the first.
        package var reason: String
        /// How many vintages the sender has seen; nil where that is not to be held against what there is.
        package var seen: Int?
        package var source: LocalSent.Source
        /// The day on which it came, where a file says so.
        package var on: Day?

        package init(
            _ typed: [String: TypedAnswer], isNil: Bool = false, reason: String = "", seen: Int? = nil,
            source: LocalSent.Source = .page, on: Day? = nil
        ) {
            self.typed = typed
            self.isNil = isNil
            self.reason = reason
            self.seen = seen
            self.source = source
            self.on = on
        }
    }

    /// The vintage as it will be kept.
    static func decide(
        _ form: Form, _ local: LocalDefinition, _ node: ID<Node>, _ period: Period, _ book: SentBook,
        by actor: ReturnActor, at now: Instant, on today: Day
    ) throws(Refused) -> LocalSent {
        guard period.last <= today else { throw .tooEarly(period.last) }
        let before = book.vintages(node, period.last)
        if let seen = form.seen, seen != before.count { throw .sentMeanwhile }
        if !before.isEmpty, form.reason.count < 3 { throw .reasonMissing }
        var answers: [String: LocalAnswer] = [:]
        if form.isNil {
            guard form.typed.values.allSatisfy(\.isEmpty) else { throw .nothingYetFigures }
        } else {
            let questions = local.questions(on: period.last)
            let last = local.lastAnswers(node, period, book)
            let result = AnswerCheck.judge(form.typed, questions, last: last)
            guard result.doubts.isEmpty else {
                throw .answers(
                    result.doubts.map {
                        (
                            fieldName($0.question, $0.doubt),
                            "\($0.question.words): \($0.doubt.sentence($0.question).loweredFirst)",
                            $0.doubt.passesWithAWord
                        )
                    })
            }
            answers = result.answers
        }
        return LocalSent(
            id: .make(at: now), node: node, periodEnd: period.last, number: before.count + 1, at: now,
            on: form.on ?? today, by: actor.name, isNil: form.isNil, source: form.source,
            reason: before.isEmpty ? nil : form.reason, answers: answers)
    }

    /// The field of the page that the sentence belongs to.
    private static func fieldName(_ question: LocalQuestion, _ doubt: AnswerDoubt) -> String {
        switch doubt {
        case .baseMissing: "\(question.key).base"
        default: question.key
        }
    }

    /// Keeps it in one transaction with its event.
    @discardableResult
    package static func send(
        _ form: Form, _ local: ID<LocalReturn>, node: ID<Node>, periodEnd: Day, by actor: ReturnActor,
        _ connection: Connection, at now: Instant, on today: Day, changed: ReturnsChanged
    ) throws -> LocalSent {
        guard let definition = try LocalReturnsSQL.definition(connection, actor.authority, local),
            definition.kind == .units, let period = definition.period(endingOn: periodEnd)
        else { throw Refused.notAsked }
        guard form.source == .file || definition.senders(for: period).contains(where: { $0.node == node })
        else {
            throw Refused.notAsked
        }
        let book = SentBook(
            try LocalReturnsSQL.sent(
                connection, actor.authority, local, from: definition.previous(period).last,
                through: period.last,
                node: node))
        let sent = try decide(form, definition, node, period, book, by: actor, at: now, on: today)
        try LocalWriting.insert(sent, of: local, by: actor, connection)
        let tree = try UnitTree.read(connection, actor.authority)
        let what = sent.isNil ? "nothing to report" : sent.number == 1 ? "sent" : "corrected"
        try connection.record(
            LocalWriting.event(
                sent.number == 1 ? "return.sent" : "return.corrected", local,
                says:
                    "\(definition.name), \(tree.name(node, on: period.last)), \(definition.words(period)): \(what)",
                reason: sent.reason, by: actor, at: now))
        try changed(connection, actor.authority, .local(local), now)
        return sent
    }
}

extension LocalDefinition {
    /// What the unit said for the period before, by question.
    func lastAnswers(_ node: ID<Node>, _ period: Period, _ book: SentBook) -> [String: LocalAnswer] {
        let before = previous(period)
        guard let sent = book.latest(node, before.last) else { return [:] }
        var answers: [String: LocalAnswer] = [:]
        for question in questions(on: before.last) { answers[question.key] = sent.answer(question) }
        return answers
    }
}
