import Kernel
import Markup
import Site
import Storage

/// One safety item: what was answered and when, what was done, who assured it. The look is in the journal, since the
/// page says which case it is.
extension AuditsFeature {
    func safetyItem(_ visit: Visit) async throws -> Reply {
        .page(try await shown(try visit.id("item"), nil, visit))
    }

    /// The same page with what is wrong and what was typed.
    func safetyItem(
        _ id: ID<SafetyRecord>, _ refused: StepRefused, _ visit: Visit
    ) async throws -> Reply {
        .refused(try await shown(id, refused, visit))
    }

    private func shown(
        _ id: ID<SafetyRecord>, _ refused: StepRefused?, _ visit: Visit
    ) async throws -> Page {
        let officer = try visit.signedInOfficer
        let shown = try await database.write(for: officer.authority) { connection in
            let found = try SafetySQL.found(connection, officer, id, on: visit.today, at: visit.now)
            guard let (item, ladders) = found else { throw NotFound() }
            let reference = try SafetySQL.reference(connection, officer.authority, item)
            let facts = try SafetySQL.facts(connection, officer.authority, id)
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account, kind: "case.seen",
                    subject: "safety item", subjectID: id,
                    to: ["says": "Looked at a safety item with its case reference"]))
            return SafetyItemPage.Shown(
                item: item, ladders: ladders, reference: reference, facts: facts)
        }
        try await noteSeen([shown.item.round], officer, at: visit.now)
        return SafetyItemPage.page(shown, refused, officer, visit)
    }
}

enum SafetyItemPage {
    struct Shown {
        var item: SafetyItem
        var ladders: SafetyLadders
        var reference: Sensitive<String>?
        var facts: [SafetySQL.Fact]
    }

    static func page(
        _ shown: Shown, _ refused: StepRefused?, _ officer: Officer, _ visit: Visit
    ) -> Page {
        let item = shown.item
        let errors = refused.map { [FieldError($0.field, $0.sentence)] } ?? []
        let (symbol, state) = item.tag(at: visit.now)
        return Page(
            "Safety: \(item.title)", section: .audits, breadcrumbs: SafetyCrumbs.list,
            facts: [
                Markup(item.roundTitle), Markup(item.teamName(shown.ladders)),
                "Raised \(item.raisedAt.londonWords)",
            ], errors: errors
        ) { m in
            m.honestSentence(item.sentence(shown.ladders, at: visit.now))
            m.p { $0.boxedTag(symbol, state) }
            m.columns { m in
                m.summaryList(rows(shown, officer))
                forms(shown, refused == nil ? Entry() : visit.entry(errors), officer, visit, &m)
            } beside: { m in
                m.part("What happened") { m in
                    m.historyList(shown.facts.map { history($0, shown.ladders) })
                }
            }
        }
    }

    private static func rows(_ shown: Shown, _ officer: Officer) -> [SummaryRow] {
        let item = shown.item
        func said(_ said: SafetyItem.Said?) -> Markup? {
            said.map { "\($0.words) \(quiet: "\(shown.ladders.name($0.by)), \($0.at.londonWords)")" }
        }
        return [
            SummaryRow(
                "Case in the case system", shown.reference.map { Markup($0.reveal(for: .caseAccess)) }),
            SummaryRow("Is this child safe?", Markup(item.answer.words)),
            SummaryRow("Found by", Markup(reading(item, officer))),
            SummaryRow("To be assured by", Markup("\(item.dueAt.londonWords), then one level up")),
            SummaryRow("What was done", said(item.done)),
            SummaryRow("Assurance to the director", said(item.assurance)),
        ]
    }

    /// Until the round is closed the line is not told whose reading it was, nor which of the two.
    static func reading(_ item: SafetyItem, _ officer: Officer) -> String {
        guard item.isRoundClosed else { return "An audit" }
        switch item.relation {
        case .own: return "The holder’s own audit"
        case .line: return "An audit by a manager in the line"
        case .independent: return "An independent audit"
        }
    }

    private static func history(_ fact: SafetySQL.Fact, _ ladders: SafetyLadders) -> HistoryItem {
        let words: Markup
        let answer = SafetyItems.Answer(rawValue: fact.text)?.words ?? ""
        switch fact.kind {
        case "raised": words = "An audit answered: \(answer)"
        case "answered": words = "The audit’s answer was changed: \(answer)"
        case "done": words = "\(strong: ladders.name(fact.person)) recorded what was done: \(fact.text)"
        case "assured": words = "\(strong: ladders.name(fact.person)) assured the director: \(fact.text)"
        default:
            let who = fact.person == nil ? "The item" : "\(ladders.name(fact.person))"
            words =
                "\(strong: who) \(fact.person == nil ? "is open again" : "opened the item again"): \(fact.text)"
        }
        return HistoryItem(fact.at.inLondon.day, "\(words) \(quiet: fact.at.londonShort)")
    }

    private static func forms(
        _ shown: Shown, _ entry: Entry, _ officer: Officer, _ visit: Visit, _ m: inout Markup
    ) {
        let item = shown.item
        let noRecord = SafetyRules.whyNotRecord(officer.person, item, shown.ladders)
        let noAssurance = SafetyRules.whyNotAssure(officer.person, item, shown.ladders, at: visit.now)
        if noRecord == nil {
            m.part(item.done == nil ? "Record what was done" : "Record what else was done") { m in
                form(.record, item, visit, &m) { m in
                    m.textArea(
                        "done", "What was done to make the child safe?", in: entry,
                        hint: "Who saw the child and when, what was decided. Do not name the child.")
                    WarnOfNames.tick(entry, ["done"], &m)
                    m.button("Record what was done", item.done == nil ? .main : .other)
                }
            }
        }
        if item.done != nil, noAssurance == nil {
            m.part("Assure the director") { m in
                form(.assure, item, visit, &m) { m in
                    m.textArea(
                        "assurance", "Your assurance to the director", in: entry,
                        hint:
                            "What you looked at and how you know that the child is safe. Do not name the child."
                    )
                    WarnOfNames.tick(entry, ["assurance"], &m)
                    m.button("Check your assurance")
                }
            }
        }
        if noRecord != nil, let noAssurance, item.assurance == nil {
            m.note(Markup((item.done == nil ? noRecord ?? noAssurance : noAssurance) + "."))
        }
        if SafetyRules.whyNotReopen(officer.person, item, shown.ladders) == nil {
            m.disclosure("Open this item again", isOpen: entry.error("reason") != nil) { m in
                form(.reopen, item, visit, &m) { m in
                    m.textArea("reason", "Why must it be open again?", in: entry, rows: 2)
                    WarnOfNames.tick(entry, ["reason"], &m)
                    m.button("Open this item again", .other)
                }
            }
        }
    }

    private static func form(
        _ route: SafetyRoute, _ item: SafetyItem, _ visit: Visit, _ m: inout Markup,
        _ content: (inout Markup) -> Void
    ) {
        m.form(to: route.link(item.id), key: visit.formKey) { m in
            m.hiddenField("revision", "\(item.revision)")
            content(&m)
        }
    }
}
