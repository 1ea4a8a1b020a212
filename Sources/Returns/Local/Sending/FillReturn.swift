import Kernel
import Markup
import Site
import Storage

/// The page on which a unit's figures are given or corrected: one page, last period's figures beside each question.
enum FillReturn {
    struct Asked: Sendable {
        let local: LocalDefinition
        let sender: LocalSender
        let period: Period
        let unit: String
        let book: SentBook

        var questions: [LocalQuestion] { local.questions(on: period.last).filter(\.isAsked) }
        var vintages: [LocalSent] { book.vintages(sender.node, period.last) }
        var link: String { LocalRoute.fill.link(local.id, sender.node, period.last) }
    }

    /// What the form holds, by question.
    static func typed(_ form: Fields, _ questions: [LocalQuestion]) -> [String: TypedAnswer] {
        var typed: [String: TypedAnswer] = [:]
        for question in questions {
            var reasons: [String: String] = [:]
            for option in question.options { reasons[option.code] = form[reasonField(question, option)] }
            typed[question.key] = TypedAnswer(
                count: form[question.key], base: form[baseField(question)], reasons: reasons,
                text: question.kind == .text ? form[question.key] : "", note: form[noteField(question)])
        }
        return typed
    }

    static func baseField(_ question: LocalQuestion) -> String { "\(question.key).base" }
    static func noteField(_ question: LocalQuestion) -> String { "\(question.key).note" }
    static func reasonField(_ question: LocalQuestion, _ option: LocalQuestion.Option) -> String {
        "\(question.key).reason.\(option.code)"
    }

    /// The form filled with what stands, to be corrected.
    static func entry(_ asked: Asked) -> Entry {
        guard let sent = asked.vintages.last else { return Entry() }
        var values: [String: [String]] = [:]
        if sent.isNil { values["nothing"] = ["yes"] }
        for question in asked.questions where !sent.isNil {
            guard let answer = sent.answers[question.key] else { continue }
            values[question.key] = [answer.count.map(String.init) ?? answer.text ?? ""]
            values[baseField(question)] = [answer.base.map(String.init) ?? ""]
            values[noteField(question)] = [answer.note ?? ""]
            for option in question.options {
                values[reasonField(question, option)] = [answer.reasons[option.code].map(String.init) ?? ""]
            }
        }
        return Entry(values)
    }
}

extension ReturnsFeature {
    func fill(_ visit: Visit) async throws -> Reply {
        let asked = try await asked(visit)
        return .page(FillReturn.page(asked, FillReturn.entry(asked), visit))
    }

    func send(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let asked = try await asked(visit)
        let form = visit.form
        do {
            let sent = try await database.write(for: officer.authority) { connection in
                try SendReturn.send(
                    SendReturn.Form(
                        FillReturn.typed(form, asked.questions), isNil: form["nothing"] == "yes",
                        reason: form["reason"], seen: Int(form["seen"]) ?? 0),
                    asked.local.id, node: asked.sender.node, periodEnd: asked.period.last,
                    by: ReturnActor(officer), connection, at: visit.now, on: visit.today, changed: changed)
            }
            let what = sent.number == 1 ? "is sent" : "is corrected; what stood before stays on record"
            return .redirect(
                to: LocalRoute.period.link(asked.local.id, asked.period.last),
                notice:
                    "\(asked.local.name) of \(asked.unit) for the \(asked.local.words(asked.period)) \(what)."
            )
        } catch let refusal as SendReturn.Refused {
            let again = try await self.asked(visit)
            let entry = form.entry(refusal.errors.map { FieldError($0.field, $0.sentence) })
            return .refused(FillReturn.page(again, entry, askedBack: refusal.askedBack, visit))
        }
    }

    /// The unit's return for a period, if this officer may fill it in.
    private func asked(_ visit: Visit) async throws -> FillReturn.Asked {
        let officer = try visit.signedInOfficer
        let id: ID<LocalReturn> = try visit.id("return")
        let node: ID<Node> = try visit.id("unit")
        guard let end = Day(visit.parameters["period"] ?? "") else { throw NotFound() }
        return try await database.read { connection in
            guard let local = try LocalReturnsSQL.definition(connection, officer.authority, id),
                local.kind == .units, let period = local.period(endingOn: end), period.last <= visit.today,
                let sender = local.senders(for: period).first(where: { $0.node == node })
            else { throw NotFound() }
            let doer = try ReturnsDoer.of(officer, doers, connection, on: visit.today)
            guard doer.mayFill(sender) else { throw NotFound() }
            let book = SentBook(
                try LocalReturnsSQL.sent(
                    connection, officer.authority, id, from: local.previous(period).last, through: end,
                    node: node))
            return FillReturn.Asked(
                local: local, sender: sender, period: period, unit: doer.tree.name(node, on: end), book: book)
        }
    }
}

extension FillReturn {
    static func page(
        _ asked: Asked, _ entry: Entry, askedBack: Set<String> = [], _ visit: Visit
    ) -> Page {
        let local = asked.local
        let before = local.previous(asked.period)
        let last = local.lastAnswers(asked.sender.node, asked.period, asked.book)
        let standing = asked.vintages.last
        return Page(
            "\(local.name): \(asked.unit)", section: .returns, breadcrumbs: ReturnCrumbs.local(local),
            facts: [
                Markup(local.words(asked.period).capitalisedFirst),
                "Due \(local.due(asked.period).weekdayName) \(local.due(asked.period).long)",
            ], errors: entry.errors
        ) { m in
            if let standing {
                m.lead(
                    "This was sent on \(standing.on.long) by \(standing.by). What you give here corrects it; both stay on record."
                )
            } else {
                m.lead("\(local.latest.purpose) It takes about two minutes.")
            }
            m.form(to: asked.link, key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("seen", "\(asked.vintages.count)")
                for question in asked.questions {
                    self.question(question, last[question.key], local.words(before), entry, &m)
                    word(question, entry, isAsked: askedBack.contains(question.key), &m)
                }
                m.checkboxes(
                    "nothing", "Nothing happened that counts?",
                    [
                        Choice(
                            "yes", "Nothing to report",
                            hint: "Leave the figures empty. Each count is 0 then, because you say so.")
                    ], in: entry)
                if standing != nil {
                    m.textArea(
                        "reason", "Why you correct it", in: entry, hint: "Do not name a child.", rows: 2)
                }
                m.buttons { m in
                    m.button(standing == nil ? "Send this return" : "Send the correction")
                    m.a("Cancel", .href(LocalRoute.home.link()))
                }
            }
        }
    }

    private static func question(
        _ question: LocalQuestion, _ last: LocalAnswer?, _ before: String, _ entry: Entry, _ m: inout Markup
    ) {
        let was = LocalWords.figure(question, last).map { "\(before.capitalisedFirst): \($0)." }
        let hint = [question.definition, was ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let hinted: Markup? = hint.isEmpty ? nil : Markup(hint)
        switch question.kind {
        case .text: m.textArea(question.key, question.words, in: entry, hint: hinted)
        case .count: count(question.key, question.words, hinted, entry, &m)
        case .share, .ratio:
            count(question.key, question.words, hinted, entry, &m)
            count(baseField(question), question.ofWords, nil, entry, &m)
        case .reasons:
            count(question.key, question.words, hinted, entry, &m)
            for option in question.options {
                let was = last.flatMap { $0.isKnown ? $0.reasons[option.code] ?? 0 : nil }
                count(
                    reasonField(question, option), "of them: \(option.words)", was.map { "Last: \($0)" },
                    entry, &m)
            }
        case .clearance, .choice, .themes: break
        }
    }

    /// Where something is asked back, the sender's word lets it pass.
    private static func word(
        _ question: LocalQuestion, _ entry: Entry, isAsked: Bool, _ m: inout Markup
    ) {
        let note = noteField(question)
        guard isAsked || !entry.value(note).isEmpty else { return }
        m.textField(
            note, "A word about it", in: entry,
            hint: "Why it is so, or why it is not known. Do not name a child.")
    }

    private static func count(
        _ name: String, _ label: String, _ hint: Markup?, _ entry: Entry, _ m: inout Markup
    ) {
        m.textField(name, label, in: entry, hint: hint, width: .short, numeric: true)
    }
}
