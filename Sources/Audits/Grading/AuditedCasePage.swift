import Kernel
import Markup
import Site
import Storage

extension AuditsFeature {
    func auditedCase(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (round, id): (ID<AuditRound>, ID<AuditCase>) = (try visit.id("round"), try visit.id("case"))
        let shown = try await database.write(for: officer.authority) { connection in
            let shown = try AuditedCase.open(connection, officer, round, id, on: visit.today)
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account,
                    kind: "audit.case.shown", subject: "audit case", subjectID: id,
                    to: ["says": "Looked at an audited case with its reference and its grades"]))
            try RoundSeen.note(connection, officer, round, at: visit.now)
            return shown
        }
        return .page(AuditedCasePage.page(shown, Entry(), visit))
    }
}

/// Both readings of a case side by side, what was agreed, and the form to propose a grade.
enum AuditedCasePage {
    static func page(_ shown: AuditedCase, _ entry: Entry, _ visit: Visit) -> Page {
        let mayCompare = visit.officer?.holds(GradingRoute.comparers) == true
        var crumbs = RoundCrumbs.round(shown.round)
        if mayCompare, shown.round.closedAt != nil, shown.round.verification != nil {
            crumbs.append(Link("Cases that differ", GradingRoute.differences.link(shown.round.id)))
        }
        return Page(
            "Case \(shown.number)", section: .audits, breadcrumbs: crumbs,
            facts: [
                Markup(shown.round.title),
                Markup(shown.holderName.isEmpty ? "No holder named" : "Held by \(shown.holderName)"),
                Markup(shown.team),
            ].filter { !$0.isEmpty }, errors: entry.errors
        ) { m in
            m.lead(standing(shown))
            m.note(
                "The file is called \(strong: shown.reference.reveal(for: .caseAccess)) in the case system. Each look at this page is recorded."
            )
            readings(shown, &m)
            if !shown.moderations.isEmpty { moderations(shown, entry, visit, &m) }
            propose(shown, entry, visit, &m)
            follows(shown, visit, &m)
        }
    }

    private static func follows(_ shown: AuditedCase, _ visit: Visit, _ m: inout Markup) {
        let mayMake = visit.officer?.holds(SafetyRoute.readers) == true
        guard mayMake || !shown.findings.isEmpty else { return }
        m.part("What follows") { m in
            if shown.findings.isEmpty { m.p("No action has been made for this case.") }
            m.ul { m in
                for finding in shown.findings {
                    m.li { m in
                        m.a(finding.text, .href(LoopRoute.item.link(ID<AuditedCase.Finding>(finding.id))))
                        let state =
                            finding.isSeen
                            ? "done, and seen on the file" : finding.isDone ? "done" : "not done yet"
                        let what = finding.kind == "anomaly" ? "an anomaly, due" : "due"
                        m.add(": \(what) \(finding.dueOn.long), \(state)")
                    }
                }
            }
            m.p { m in
                if mayMake {
                    let query = Query().with("case", shown.number)
                    m.a(
                        "Make an action for this case",
                        .href(LoopRoute.new.link(shown.round.id, query: query)))
                    m.add(" · ")
                    m.a(
                        "Who reads it, and what was changed",
                        .href(RoundsRoute.case.link(shown.round.id, shown.id)))
                }
            }
        }
    }

    private static func standing(_ shown: AuditedCase) -> Markup {
        guard shown.first != nil || shown.second != nil else {
            return "Nobody has sent an audit of this case."
        }
        guard shown.first != nil, shown.second != nil else { return "One person has read this case." }
        let all = Moderate.questions(shown).map(shown.comparison)
        let same = all.filter { $0 == .same }.count
        let kinder = all.filter { if case .kinder = $0 { true } else { false } }.count
        let harder = all.filter { if case .harder = $0 { true } else { false } }.count
        return
            "Two people read this case. They say the same on \(strong: "\(same) of \(all.count)") graded questions; the first is kinder on \(kinder) and harder on \(harder)."
    }

    private static func readings(_ shown: AuditedCase, _ m: inout Markup) {
        func head(_ given: AuditedCase.Given?, _ none: String) -> String {
            guard let given else { return none }
            return "\(given.name), \(given.sentAt.inLondon.day.short)"
        }
        m.part(
            "What was said",
            note: "First: \(head(shown.first, "not sent")). Second: \(head(shown.second, "none"))."
        ) { m in
            let columns = [Column("Question", .name), Column("First"), Column("Second"), Column("Compared")]
            m.table("Both readings", columns) { rows in
                if shown.tool.asksSafety { row(SafetyQuestion.question, shown, &rows) }
                for standard in shown.tool.standards {
                    rows.group(standard.number, Markup(standard.title))
                    for question in standard.questions { row(question, shown, &rows) }
                }
            }
        }
    }

    private static func row(_ question: Tool.Question, _ shown: AuditedCase, _ rows: inout TableRows) {
        rows.row { row in
            row.cell(question.text)
            for given in [shown.first, shown.second] {
                row.cell { m in
                    guard let given else { return m.nothing("not read") }
                    let answer = given.answers[question.key]
                    guard !answer.value.isEmpty else { return m.nothing("not answered") }
                    m.add(shown.tool.words(answer.value, for: question))
                    if !answer.note.isEmpty { m.p(answer.note, .class("note")) }
                }
            }
            row.cell { m in
                let words = shown.comparison(question).words
                if words.isEmpty { m.nothing("not compared") } else { m.add(words) }
                let agreed = shown.moderations.first { $0.question == question.key && $0.agreedAt != nil }
                if let agreed {
                    m.p("Agreed: \(shown.tool.words(agreed.value, for: question))", .class("note"))
                }
            }
        }
    }

    private static func moderations(
        _ shown: AuditedCase, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        m.part("Moderation", note: "Both given grades stay on the record, and figures use those only.") { m in
            for moderation in shown.moderations {
                let question = shown.tool.question(moderation.question)
                let grade = question.map { shown.tool.words(moderation.value, for: $0) } ?? moderation.value
                m.summaryList([
                    SummaryRow(question?.text ?? moderation.question, Markup(grade)),
                    SummaryRow(
                        "Proposed",
                        "\(moderation.proposedByName), \(moderation.proposedAt.inLondon.day.long): \(moderation.reason)"
                    ),
                    SummaryRow("Settled", settled(moderation)),
                ])
                if moderation.isOpen { settle(moderation, shown, entry, visit, &m) }
            }
        }
    }

    private static func settled(_ moderation: Moderation) -> Markup {
        let name = moderation.agreedByName ?? "Somebody"
        if let at = moderation.agreedAt { return "Agreed by \(name), \(at.inLondon.day.long)" }
        if let at = moderation.refusedAt {
            return "Refused by \(name), \(at.inLondon.day.long): \(moderation.refusedReason ?? "")"
        }
        return "Not yet: a second person agrees or refuses"
    }

    private static func settle(
        _ moderation: Moderation, _ shown: AuditedCase, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        let person = visit.officer?.person
        guard Moderate.mayNot(person, shown) == nil, person != moderation.proposedBy else { return }
        m.form(
            to: GradingRoute.settle.link(shown.round.id, shown.id, moderation.id), key: visit.formKey
        ) { m in
            m.textField("why", "Where you refuse: why?", in: entry)
            m.buttons { m in
                m.button("Agree to this grade", name: "deed", value: "agree")
                m.button("Refuse this grade", .other, name: "deed", value: "refuse")
            }
        }
    }

    private static func propose(
        _ shown: AuditedCase, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        guard Moderate.mayNot(visit.officer?.person, shown) == nil else { return }
        let open = Moderate.questions(shown).filter { question in
            shown.comparison(question) != .same
                && !shown.moderations.contains { $0.question == question.key && $0.refusedAt == nil }
        }
        guard !open.isEmpty else { return }
        m.disclosure("Propose a third grade", isOpen: !entry.errors.isEmpty) { m in
            m.note(
                "A second person agrees or refuses: nobody who read the case, and one of you from outside its service."
            )
            m.form(
                to: GradingRoute.propose.link(shown.round.id, shown.id), key: visit.formKey
            ) { m in
                m.radios(
                    "question", "Of which question?",
                    open.map { question in
                        let words = shown.comparison(question).words.lowercased()
                        return Choice(question.key, question.text, hint: Markup(words))
                    }, in: entry
                ) { choice, m in
                    guard let question = open.first(where: { $0.key == choice.value }) else { return }
                    m.select(
                        "value.\(question.key)", "The grade that you propose", grades(question, shown.tool),
                        in: entry)
                }
                m.textArea(
                    "reason", "Why is it the right one?", in: entry, hint: "From the file. Name nobody.")
                m.button("Propose this grade")
            }
        }
    }

    private static func grades(_ question: Tool.Question, _ tool: Tool) -> [Choice] {
        let codes = tool.scale(of: question)?.grades.map(\.code) ?? ["yes", "no"]
        return [Choice("", "Choose")] + codes.map { Choice($0, tool.words($0, for: question)) }
    }
}
