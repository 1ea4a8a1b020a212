import Kernel
import Markup
import Site

extension EditQuestion {
    /// `place` is that of the standard where a new one is added; `question` is what stands in the draft now.
    static func page(
        _ whole: ToolSQL.Whole, _ tool: Tool, place: Int?, _ question: Tool.Question?, _ entry: Entry,
        _ visit: Visit
    ) -> Page {
        let seen = visit.form["seen"]
        return Page(
            question == nil ? "Add a question" : "Change a question", section: .audits,
            breadcrumbs: DraftPage.crumbs(whole), errors: entry.errors
        ) { m in
            if let question, !seen.isEmpty, question.print != seen { standing(question, tool, &m) }
            let address =
                question.map { DraftRoute.changeQuestion.link(whole.id, $0.key) }
                ?? DraftRoute.addQuestion.link(whole.id, place ?? 1)
            m.form(to: address, key: visit.formKey) { m in
                m.hiddenField("seen", question?.print ?? "")
                m.textArea("text", "The question", in: entry, rows: 2)
                m.select("standard", "Standard", standards(tool, entry), in: entry)
                kinds(tool, entry, &m)
                m.checkboxes(
                    "optional", "Must it be answered?", [Choice("yes", "It need not be answered")], in: entry)
                if let question { looks(question, tool, entry, &m) }
                m.buttons { m in
                    m.button("Save this question")
                    m.a("Cancel", .href(DraftRoute.draft.link(whole.id)))
                }
            }
        }
    }

    private static func standards(_ tool: Tool, _ entry: Entry) -> [Choice] {
        let all = tool.standards.map { Choice($0.print, ToolView.heading($0)) }
        // The one that was chosen is not there any more as it was.
        return all.contains { $0.value == entry.value("standard") }
            ? all : [Choice("", "Choose")] + all
    }

    private static func standing(_ question: Tool.Question, _ tool: Tool, _ m: inout Markup) {
        m.part("What stands now") { m in
            m.summaryList(
                [
                    SummaryRow("The question", Markup(question.text)),
                    SummaryRow("Answered with", Markup(question.kind.inWords(tool))),
                ]
                    + ToolView.guidance(question, of: tool).map {
                        SummaryRow($0.words, $0.looks.map { Markup($0) })
                    })
        }
    }

    private static func kinds(_ tool: Tool, _ entry: Entry, _ m: inout Markup) {
        let kinds: [(String, Tool.Kind)] = [
            ("grade", .grade("")), ("yesNo", .yesNo(good: true)), ("count", .count(of: "")), ("date", .date),
            ("choice", .choice([])), ("text", .text),
        ]
        m.radios(
            "kind", "What is it answered with?", kinds.map { Choice($0.0, $0.1.words) }, in: entry
        ) { choice, m in
            switch choice.value {
            case "grade":
                m.select(
                    "scale", "Scale",
                    [Choice("", "Choose")] + scales(tool).map { Choice($0.key, $0.title) }, in: entry)
            case "yesNo":
                m.select(
                    "good", "Which answer meets the standard?", [Choice("yes", "Yes"), Choice("no", "No")],
                    in: entry)
            case "count":
                m.textField("of", "What is counted?", in: entry, hint: "Such as “actions”.", width: .half)
            case "choice": m.textArea("words", "The words to choose from, one a line", in: entry, rows: 4)
            default: break
            }
        }
    }

    /// What each grade looks like, for the kind that the question has in the draft.
    private static func looks(
        _ question: Tool.Question, _ tool: Tool, _ entry: Entry, _ m: inout Markup
    ) {
        let words: [(code: String, words: String)] =
            switch question.kind {
            case .grade: tool.scale(of: question)?.grades.map { ($0.code, $0.words) } ?? []
            case .yesNo: [("yes", "Yes"), ("no", "No")]
            case .count, .date, .choice, .text: []
            }
        guard !words.isEmpty else { return }
        m.h2("What each answer looks like")
        m.note("In words of what one sees on a file: two people who read them should grade alike.")
        for answer in words { m.textArea("looks-\(answer.code)", answer.words, in: entry) }
    }
}
