import Kernel
import Markup
import Site
import Storage

/// Adding a question, changing one from a day on, or no longer asking it. A changed meaning breaks its line.
enum ChangeQuestion {
    static func decide(
        _ question: LocalQuestion, isAsked: Bool, _ local: LocalDefinition, from: Day, reason: String
    ) throws(FieldRefused) -> QuestionVersion {
        let versions = local.questions[question.key] ?? []
        guard from >= local.began else {
            throw FieldRefused(
                "from",
                "The return was first asked for on \(local.began.long): choose that day or a later one")
        }
        guard let last = versions.last else {
            let position = (local.questions.values.compactMap { $0.last?.position }.max() ?? 0) + 1
            return QuestionVersion(
                from: from, question: question, isAsked: true, position: position, reason: nil)
        }
        guard from >= last.from else {
            throw FieldRefused(
                "from", "It was changed on \(last.from.long) already: choose that day or a later one")
        }
        guard reason.count >= 3 else { throw FieldRefused("reason", "Say why it changes") }
        guard isAsked != last.isAsked || question != last.question else {
            throw FieldRefused(nil, "Nothing is changed")
        }
        return QuestionVersion(
            from: from, question: question, isAsked: isAsked, position: last.position, reason: reason)
    }
}

extension ReturnsFeature {
    func newQuestion(_ visit: Visit) async throws -> Reply {
        let (local, _) = try await kept(visit)
        let from = max(local.began, local.period(holding: visit.today).first)
        let kind: LocalQuestion.Kind = local.kind == .units ? .count : .choice
        return .page(
            ChangeQuestion.page(
                local, nil, Entry(["kind": kind.rawValue, "better": "neither"], day: from, "from"), visit))
    }

    func localQuestion(_ visit: Visit) async throws -> Reply {
        let (local, _) = try await kept(visit)
        let question = try asked(local, visit)
        let from = max(
            local.questions[question.key]?.last?.from ?? local.began, local.period(holding: visit.today).first
        )
        return .page(
            ChangeQuestion.page(
                local, question, Entry(AskingForms.values(question), day: from, "from"), visit))
    }

    func addQuestion(_ visit: Visit) async throws -> Reply { try await keepQuestion(visit, isNew: true) }
    func changeQuestion(_ visit: Visit) async throws -> Reply { try await keepQuestion(visit, isNew: false) }

    private func keepQuestion(_ visit: Visit, isNew: Bool) async throws -> Reply {
        let form = visit.form
        let officer = try visit.signedInOfficer
        let standing = isNew ? nil : try asked(try await kept(visit).local, visit)
        do {
            let from = try form.neededDay("from", called: "the day from which it is asked")
            let stops = form["stops"] == "yes"
            try await change(visit) { local, connection in
                let read = stops ? standing : nil
                let question =
                    try read
                    ?? AskingForms.question(
                        form, key: standing?.key, taken: Set(local.questions.keys), standing: standing)
                let version = try ChangeQuestion.decide(
                    question, isAsked: !stops, local, from: from, reason: form["reason"])
                try LocalWriting.insert(
                    version, of: local.id, by: ReturnActor(officer), at: visit.now, connection)
                let deed = isNew ? "asks" : stops ? "no longer asks" : "asks anew"
                return (
                    "return.question", "\(local.name) \(deed) “\(question.words)” from \(from.long)",
                    version.reason
                )
            }
            return .redirect(
                to: LocalRoute.local.link(try visit.id("return", of: LocalReturn.self)),
                notice: stops
                    ? "It is not asked from \(from.long)." : "It is asked like this from \(from.long).")
        } catch let refusal as FieldRefused {
            return .refused(
                ChangeQuestion.page(
                    try await kept(visit).local, standing, visit.entry(refused: refusal), visit))
        }
    }

    private func asked(_ local: LocalDefinition, _ visit: Visit) throws -> LocalQuestion {
        guard let versions = local.questions[visit.parameters["question"] ?? ""], let last = versions.last
        else {
            throw NotFound()
        }
        return last.question
    }
}

extension ChangeQuestion {
    static func page(_ local: LocalDefinition, _ question: LocalQuestion?, _ entry: Entry, _ visit: Visit)
        -> Page
    {
        let link =
            question.map { LocalRoute.changeQuestion.link(local.id, $0.key) }
            ?? LocalRoute.addQuestion.link(local.id)
        return Page(
            question == nil ? "Add a question" : "Change a question", section: .returns,
            breadcrumbs: ReturnCrumbs.local(local), errors: entry.errors
        ) { m in
            if question != nil {
                m.lead(
                    "Changed words, kind or definition break its line: figures before and after are not joined."
                )
            }
            m.form(to: link, key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("revision", "\(local.revision)")
                AskingForms.questionFields(
                    local.kind, others: local.questions(on: max(visit.today, local.began)),
                    isNew: question == nil,
                    entry, &m)
                m.dateField(
                    "from", "From", in: entry,
                    hint: "It holds for each period that ends on or after this day.")
                if question != nil {
                    m.textArea(
                        "reason", "Why it changes", in: entry,
                        hint: "It stands beside the break in its chart.", rows: 2)
                    m.checkboxes("stops", "Or", [Choice("yes", "Do not ask it any longer")], in: entry)
                }
                m.buttons { m in
                    m.button(question == nil ? "Add the question" : "Save the change")
                    m.a("Cancel", .href(LocalRoute.local.link(local.id)))
                }
            }
            if let versions = question.flatMap({ local.questions[$0.key] }), versions.count > 1 {
                m.part("Its versions") { m in
                    m.historyList(
                        versions.reversed().map {
                            HistoryItem(
                                $0.from,
                                "\($0.isAsked ? $0.question.words : "Not asked")\($0.reason.map { ": \($0)" } ?? "")"
                            )
                        })
                }
            }
        }
    }
}
