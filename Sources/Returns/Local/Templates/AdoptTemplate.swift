import Kernel
import Markup
import Site
import Storage

/// Choosing a return that ships, or making one's own: what, of whom, from when.
extension ReturnsFeature {
    func templates(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let adopted = try await database.read { connection in
            try LocalReturnsSQL.definitions(connection, officer.authority).filter { $0.endedOn == nil }
        }
        return .page(AdoptTemplate.list(adopted, visit))
    }

    func template(_ visit: Visit) async throws -> Reply {
        let template = try template(of: visit)
        let tree = try await unitTree(visit)
        let from = template.rhythm.period(holding: visit.today, anchor: visit.today).first
        return .page(
            AdoptTemplate.page(template, tree, Entry(["name": template.name], day: from, "from"), visit))
    }

    func adopt(_ visit: Visit) async throws -> Reply {
        let template = try template(of: visit)
        let form = visit.form
        do {
            let from = try form.neededDay("from", called: "the first day")
            let id = try await define(
                visit,
                DefineReturn.Form(
                    kind: template.kind, template: template.key, key: template.key,
                    terms: template.terms(from: from, name: form["name"]), questions: template.questions,
                    senders: []))
            return .redirect(
                to: LocalRoute.local.link(id),
                notice: "\(form["name"]) is asked for from \(from.long). Change anything here.")
        } catch let refusal as any Refusal {
            return .refused(
                AdoptTemplate.page(template, try await unitTree(visit), visit.entry(refused: refusal), visit))
        }
    }

    func newReturn(_ visit: Visit) async throws -> Reply {
        let monday = visit.today.adding(days: 1 - visit.today.weekday)
        let entry = Entry(
            [
                "rhythm": "month", "due": "working_day:5", "grace": "0", "kind": "count", "better": "neither",
                "least": "5",
            ], day: monday, "from")
        return .page(AdoptTemplate.own(try await unitTree(visit), entry, visit))
    }

    func addReturn(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        do {
            let from = try form.neededDay("from", called: "the first day")
            let terms = try AskingForms.terms(form, kind: .units, from: from)
            let question = try AskingForms.question(form, key: nil, taken: [], standing: nil)
            let id = try await define(
                visit, DefineReturn.Form(terms: terms, questions: [question], senders: []))
            return .redirect(
                to: LocalRoute.local.link(id),
                notice: "\(terms.name) is asked for from \(from.long). Add its other questions here.")
        } catch let refusal as any Refusal {
            return .refused(
                AdoptTemplate.own(try await unitTree(visit), visit.entry(refused: refusal), visit))
        }
    }

    private func define(
        _ visit: Visit, _ asked: DefineReturn.Form
    ) async throws -> ID<LocalReturn> {
        let officer = try visit.signedInOfficer
        return try await database.write(for: officer.authority) { connection in
            let tree = try UnitTree.read(connection, officer.authority)
            let people = try ReturnPeople.read(connection, officer.authority, on: visit.today)
            var form = asked
            form.senders = AskingForms.units(visit.form, tree, visit.today).map {
                AskingForms.sender($0, people)
            }
            return try DefineReturn.define(
                form, by: ReturnActor(officer), connection, at: visit.now, on: visit.today, changed: changed)
        }
    }

    private func template(of visit: Visit) throws -> ReturnTemplate {
        guard let template = ReturnTemplate.of(visit.parameters["template"] ?? "") else { throw NotFound() }
        return template
    }

    private func unitTree(_ visit: Visit) async throws -> UnitTree {
        let officer = try visit.signedInOfficer
        return try await database.read { try UnitTree.read($0, officer.authority) }
    }
}

enum AdoptTemplate {
    static func list(_ adopted: [LocalDefinition], _ visit: Visit) -> Page {
        Page(
            "Ask for a return", section: .returns, breadcrumbs: ReturnCrumbs.home,
            deed: Link("Make your own", LocalRoute.newReturn.link())
        ) { m in
            m.lead(
                "\(counted(ReturnTemplate.all.count, "return")) that plans and reports of children’s services ask for. Choose one, tick its units, and change what you like."
            )
            for group in ReturnTemplate.Group.allCases {
                m.part(Markup(group.rawValue)) { m in
                    m.table(
                        group.rawValue,
                        [
                            Column("Return", .name), Column("What it shows"), Column("How often", .short),
                            Column("Questions", .number),
                        ]
                    ) { rows in
                        for template in ReturnTemplate.all where template.group == group {
                            let standing = adopted.first { $0.template == template.key }
                            rows.row { r in
                                r.cell { m in
                                    m.a(template.name, .href(LocalRoute.template.link(template.key)))
                                    if standing != nil { m.note("asked for already") }
                                }
                                r.cell(template.purpose)
                                r.cell(template.rhythm.words)
                                r.cell(template.questions.count)
                            }
                        }
                    }
                }
            }
        }
    }

    static func page(_ template: ReturnTemplate, _ tree: UnitTree, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            template.name, section: .returns,
            breadcrumbs: ReturnCrumbs.home + [Link("Ask for a return", LocalRoute.templates.link())],
            facts: [
                Markup(template.rhythm.words), Markup(template.due.words(template.rhythm).capitalisedFirst),
                "As of \(template.dated.long)",
            ], errors: entry.errors
        ) { m in
            m.lead(Markup(template.purpose))
            m.note("Asked for by: \(template.askedBy.loweredFirst).")
            m.columns {
                $0.form(to: LocalRoute.adopt.link(template.key), key: visit.formKey) { m in
                    AskingForms.unitField(tree, visit.today, entry, &m)
                    m.dateField(
                        "from", "From", in: entry,
                        hint: "The first period is the one that ends on or after this day.")
                    m.textField("name", "What you call it", in: entry)
                    m.buttons { m in
                        m.button("Ask for this return")
                        m.a("Cancel", .href(LocalRoute.templates.link()))
                    }
                }
            } beside: { m in
                m.h2("What it asks")
                m.summaryList(
                    template.questions.map { question in
                        SummaryRow(
                            question.words,
                            Markup { m in
                                m.p(
                                    question.kind.words
                                        + (question.ofWords.isEmpty
                                            ? "" : ": of \(question.ofWords.loweredFirst)"))
                                if !question.definition.isEmpty { m.note(Markup(question.definition)) }
                                if !question.options.isEmpty {
                                    m.note(Markup(question.options.map(\.words).joined(separator: ", ")))
                                }
                            })
                    })
            }
        }
    }

    static func own(_ tree: UnitTree, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "A return of your own", section: .returns,
            breadcrumbs: ReturnCrumbs.home + [Link("Ask for a return", LocalRoute.templates.link())],
            errors: entry.errors
        ) { m in
            m.form(to: LocalRoute.addReturn.link(), key: visit.formKey, .class("narrow")) { m in
                AskingForms.termsFields(.units, nil, entry, &m)
                AskingForms.unitField(tree, visit.today, entry, &m)
                m.dateField(
                    "from", "From", in: entry,
                    hint: "The first period is the one that ends on or after this day.")
                m.h2("Its first question")
                AskingForms.questionFields(.units, others: [], isNew: true, entry, &m)
                m.buttons { m in
                    m.button("Ask for this return")
                    m.a("Cancel", .href(LocalRoute.templates.link()))
                }
            }
        }
    }
}
