import Kernel
import Markup
import Site
import Storage

/// Changing what a return is from a day on, or ending it; what it was before stays for its periods.
enum ChangeTerms {
    static func decide(_ local: LocalDefinition, from: Day, reason: String) throws(FieldRefused) {
        guard from >= local.began else {
            throw FieldRefused(
                "from",
                "The return was first asked for on \(local.began.long): choose that day or a later one")
        }
        guard reason.count >= 3 else { throw FieldRefused("reason", "Say why it changes") }
    }
}

extension ReturnsFeature {
    func terms(_ visit: Visit) async throws -> Reply {
        let (local, _) = try await kept(visit)
        let from = local.period(holding: visit.today).first
        let entry = Entry(AskingForms.values(local.latest), day: max(from, local.began), "from")
        return .page(ChangeTerms.page(local, entry, visit))
    }

    func changeTerms(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let officer = try visit.signedInOfficer
        do {
            let from = try form.neededDay("from", called: "the day from which it holds")
            try await change(visit) { local, connection in
                let terms = try AskingForms.terms(form, kind: local.kind, from: from)
                try ChangeTerms.decide(local, from: from, reason: form["reason"])
                try LocalWriting.insert(
                    terms, reason: form["reason"], of: local.id, by: ReturnActor(officer), at: visit.now,
                    connection)
                return (
                    "return.changed",
                    "The return “\(terms.name)” is \(terms.rhythm.words.lowercased()), \(terms.due.words(terms.rhythm)), from \(from.long)",
                    form["reason"]
                )
            }
            return .redirect(
                to: LocalRoute.local.link(try visit.id("return", of: LocalReturn.self)),
                notice: "It holds from \(from.long). Earlier periods stay as they were.")
        } catch let refusal as FieldRefused {
            return .refused(
                ChangeTerms.page(try await kept(visit).local, visit.entry(refused: refusal), visit))
        }
    }

    func endReturn(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        do {
            let last = try form.neededDay("last", called: "the last day")
            let officer = try visit.signedInOfficer
            try await change(visit) { local, connection in
                guard last >= local.began else {
                    throw FieldRefused("last", "It began on \(local.began.long)")
                }
                guard form["why"].count >= 3 else { throw FieldRefused("why", "Say why it ends") }
                try connection.run(
                    "UPDATE local_return SET ended_on = $3 WHERE authority = $1 AND id = $2",
                    [.id(officer.authority), .id(local.id), .day(last)])
                return (
                    "return.ended", "The return “\(local.name)” is asked for until \(last.long)", form["why"]
                )
            }
            return .redirect(
                to: LocalRoute.local.link(try visit.id("return", of: LocalReturn.self)),
                notice: "It is asked for until \(last.long). What was sent stays.")
        } catch let refusal as FieldRefused {
            return .refused(
                ChangeTerms.page(try await kept(visit).local, visit.entry(refused: refusal), visit))
        }
    }
}

extension ChangeTerms {
    static func page(_ local: LocalDefinition, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Change what it asks", section: .returns, breadcrumbs: ReturnCrumbs.local(local),
            errors: entry.errors
        ) { m in
            m.lead("A change holds from a day on. Periods that ended before it stay as they were asked.")
            if local.endedOn == nil {
                m.form(to: LocalRoute.changeTerms.link(local.id), key: visit.formKey, .class("narrow")) { m in
                    m.hiddenField("revision", "\(local.revision)")
                    AskingForms.termsFields(local.kind, local.latest.due, entry, &m)
                    m.dateField(
                        "from", "From", in: entry,
                        hint: "It holds for each period that ends on or after this day.")
                    m.textArea("reason", "Why it changes", in: entry, rows: 2)
                    m.buttons { m in
                        m.button("Save the change")
                        m.a("Cancel", .href(LocalRoute.local.link(local.id)))
                    }
                }
            }
            m.part("Its questions", note: "Choose one to change it, or to stop asking it.") { m in
                m.ul { m in
                    for question in local.questions(on: max(visit.today, local.began)) {
                        m.li { m in
                            m.a(question.words, .href(LocalRoute.question.link(local.id, question.key)))
                        }
                    }
                    m.li { m in m.a("Add a question", .href(LocalRoute.newQuestion.link(local.id))) }
                    m.li { m in m.a("Change who sends", .href(LocalRoute.senders.link(local.id))) }
                }
            }
            if local.endedOn == nil {
                m.disclosure(
                    "Stop asking for this return",
                    isOpen: entry.error("last") != nil || entry.error("why") != nil
                ) { m in
                    m.form(to: LocalRoute.end.link(local.id), key: visit.formKey, .class("narrow")) { m in
                        m.hiddenField("revision", "\(local.revision)")
                        m.dateField("last", "The last day on which it is asked for", in: entry)
                        m.textField("why", "Why it ends", in: entry)
                        m.buttons { m in m.button("Stop asking for it", .other) }
                    }
                }
            }
        }
    }
}
