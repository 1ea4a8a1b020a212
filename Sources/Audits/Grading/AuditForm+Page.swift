import Kernel
import Markup
import Site

// MARK: The page

extension AuditForm {
    static func page(
        _ shown: Shown, _ entry: Entry, _ visit: Visit, _ refused: SaveAnswers.Refused = SaveAnswers.Refused()
    ) -> Page {
        let reading = shown.reading
        return Page(
            "Case \(reading.number)", section: .audits,
            breadcrumbs: [Link("My audits", GradingRoute.mine.link())], facts: facts(reading),
            errors: entry.errors
        ) { m in
            m.lead(standing(shown, on: visit.today))
            m.note(
                "The file is called \(strong: reading.reference.reveal(for: .caseAccess)) in the case system. Each look at this page is recorded. Write no name, NHS number, postcode or date of birth: say where on the file it stands."
            )
            m.form(
                to: GradingRoute.save.link(reading.id), key: visit.formKey, Attribute("data-saves"),
                .class("audit")
            ) { m in
                if shown.tool.asksSafety { safety(shown, entry, refused, &m) }
                for (index, standard) in shown.tool.standards.enumerated() {
                    part(index + 1, standard, shown, entry, refused, &m)
                }
            }
        }
    }

    static func facts(_ reading: Reading) -> [Markup] {
        [
            Markup(reading.roundTitle), "Due \(reading.dueOn.long)",
            Markup(reading.leg == .first ? reading.relation.readingWords : "Second grade, given blind"),
        ]
    }

    private static func standing(_ shown: Shown, on today: Day) -> Markup {
        let asked = shown.tool.asked
        let done = asked.filter { shown.answers.has($0.key) }.count
        let reading = shown.reading
        let late =
            reading.isLate(on: today)
            ? " It was due on \(reading.dueOn.long) and is late: it can still be sent, and counts as late."
            : ""
        return "\(strong: "\(done) of \(asked.count)") questions are answered.\(late)"
    }

    private static func safety(
        _ shown: Shown, _ entry: Entry, _ refused: SaveAnswers.Refused, _ m: inout Markup
    ) {
        m.part("First: is this child safe?", id: "part-0") { m in
            m.p(
                "Where the answer is no or not sure, it goes to the managers above the case at once, before this audit is finished."
            )
            question(SafetyQuestion.question, shown, entry, refused, &m)
            buttons(next: "1", shown, [SafetyQuestion.question], &m)
        }
    }

    private static func part(
        _ number: Int, _ standard: Tool.Standard, _ shown: Shown, _ entry: Entry,
        _ refused: SaveAnswers.Refused, _ m: inout Markup
    ) {
        m.part("\(standard.number) \(standard.title)", id: "part-\(number)") { m in
            if !standard.guidance.isEmpty { m.p(standard.guidance) }
            for each in standard.questions { question(each, shown, entry, refused, &m) }
            let isLast = number == shown.tool.standards.count
            buttons(next: isLast ? "check" : "\(number + 1)", shown, standard.questions, &m)
        }
    }

    private static func buttons(
        next: String, _ shown: Shown, _ questions: [Tool.Question], _ m: inout Markup
    ) {
        let last = questions.compactMap { shown.answers[$0.key].at }.max()
        m.buttons { m in
            if next == "check" {
                m.button("Save and check your answers", name: "go", value: next)
            } else {
                m.button("Save and go on", .other, name: "go", value: next)
            }
            m.p(
                last.map { "Saved \($0.clock)" } ?? "", .class("note"), .role("status"),
                Attribute("data-saved"))
        }
    }

    // MARK: One question

    private static func question(
        _ question: Tool.Question, _ shown: Shown, _ entry: Entry, _ refused: SaveAnswers.Refused,
        _ m: inout Markup
    ) {
        let key = question.key
        m.div(.class("asked"), Attribute("data-question", key)) { m in
            if refused.conflicts.contains(key) { meanwhile(question, shown, &m) }
            value(question, shown.tool, entry, &m)
            if question.kind != .text {
                let label =
                    question.allowsNotApplicable(in: shown.tool)
                    ? "Where on the file, or why it does not apply" : "Where on the file"
                m.textField(
                    AnswerFields.note(key), label, in: entry, hint: "A document and its date.")
            }
            if refused.warned.contains(key) {
                m.checkboxes(
                    AnswerFields.anyway(key), "Is it no name or number of a person?",
                    [Choice("yes", "Save it all the same")], in: entry)
            }
            m.hiddenField(AnswerFields.seen(key), entry.value(AnswerFields.seen(key)))
        }
    }

    /// What somebody saved since the page was read, beside what was typed on it.
    private static func meanwhile(_ question: Tool.Question, _ shown: Shown, _ m: inout Markup) {
        let fact = shown.answers[question.key]
        m.div(.class("question")) { m in
            let at = fact.at.map { " at \($0.clock)" } ?? ""
            m.p("Saved on another page\(at): \(strong: shown.tool.words(fact.value, for: question)).")
            if !fact.note.isEmpty { m.p("With the note: \(fact.note)") }
            m.p("What you typed stands below. Save again to put it in its place, or change it back.")
        }
    }

    private static func value(
        _ question: Tool.Question, _ tool: Tool, _ entry: Entry, _ m: inout Markup
    ) {
        let name = AnswerFields.value(question)
        let text = question.isRequired ? question.text : "\(question.text) (may be left out)"
        switch question.kind {
        case .grade:
            let grades = tool.scale(of: question)?.grades ?? []
            let choices = grades.map { grade in
                Choice(grade.code, grade.words, hint: question.guidance[grade.code].map { Markup($0) })
            }
            m.radios(name, text, choices + notApplicable(question, tool), in: entry)
        case .yesNo:
            let choices = [("yes", "Yes"), ("no", "No")].map { code, words in
                Choice(code, words, hint: question.guidance[code].map { Markup($0) })
            }
            m.radios(name, text, choices + notApplicable(question, tool), in: entry)
        case .count(let of):
            m.textField(
                name, text, in: entry, hint: "How many of how many \(of), such as 3 of 5.", width: .short)
            m.checkboxes(
                AnswerFields.notApplicable(question.key), "Were there any?",
                [Choice(Mark.notApplicable, "Not applicable: there were no \(of)")], in: entry)
        case .date: m.dateField(name, text, in: entry, hint: "For example 5 9 2026.")
        case .choice(let words):
            let isSafety = question.key == SafetyQuestion.key
            m.radios(
                name, text, words.map { Choice($0, isSafety ? SafetyQuestion.words($0) : $0) }, in: entry)
        case .text: m.textArea(name, text, in: entry)
        }
    }

    private static func notApplicable(_ question: Tool.Question, _ tool: Tool) -> [Choice] {
        question.allowsNotApplicable(in: tool) ? [Choice(Mark.notApplicable, "Not applicable")] : []
    }
}

extension Relation {
    /// What the first reading is called for whoever gives it.
    var readingWords: String {
        switch self {
        case .own: "Self-evaluation"
        case .line: "Audit by the line"
        case .independent: "Independent audit"
        }
    }
}

extension Leg {
    var words: String { self == .first ? "The first grading" : "The verification" }
}

extension Instant {
    /// The time in London: "09:14".
    var clock: String {
        let minutes = inLondon.minutes
        return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
