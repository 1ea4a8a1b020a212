import Kernel
import Markup

/// A tool as its auditors will meet it: what comes first, then standard by standard what is asked, and what each
/// answer looks like on a file.
enum ToolView {
    static func write(_ tool: Tool, to m: inout Markup) {
        if !tool.purpose.isEmpty { m.lead(Markup(tool.purpose)) }
        if tool.asksSafety {
            m.part("First: is this child safe?") { m in
                m.p(
                    "Yes, no, or not sure. “No” and “not sure” are passed on at once, before the audit is finished."
                )
            }
        }
        for standard in tool.standards {
            m.part(Markup(heading(standard)), note: standard.guidance.nilIfEmpty.map { Markup($0) }) { m in
                for question in standard.questions { write(question, of: tool, &m) }
            }
        }
    }

    static func heading(_ standard: Tool.Standard) -> String {
        standard.number.isEmpty ? standard.title : "\(standard.number) \(standard.title)"
    }

    private static func write(_ question: Tool.Question, of tool: Tool, _ m: inout Markup) {
        m.h3(question.text)
        m.note(Markup(note(question, of: tool)))
        let rows = guidance(question, of: tool)
        if !rows.isEmpty { m.summaryList(rows.map { SummaryRow($0.words, $0.looks.map { Markup($0) }) }) }
    }

    /// "A grade. Not applicable is allowed with a reason. The audit's own grade."
    static func note(_ question: Tool.Question, of tool: Tool) -> String {
        var parts: [String] =
            switch question.kind {
            case .grade(let key): ["A grade: \(tool.scales.first { $0.key == key }?.title ?? "no scale")"]
            case .yesNo(let good): ["Yes or no; \(good ? "yes" : "no") meets the standard"]
            case .count(let of): ["How many of how many \(of)"]
            case .date: ["A date"]
            case .choice(let words): ["One of: \(words.joined(separator: "; "))"]
            case .text: ["Words, without names"]
            }
        if question.allowsNotApplicable(in: tool) { parts.append("Not applicable is allowed, with a reason") }
        if !question.isRequired { parts.append("Need not be answered") }
        if question.key == tool.overall { parts.append("This is the grade of the whole audit") }
        return parts.joined(separator: ". ") + "."
    }

    /// What each grade, or yes and no, looks like; nil where nobody has said.
    static func guidance(_ question: Tool.Question, of tool: Tool) -> [(words: String, looks: String?)] {
        switch question.kind {
        case .grade:
            (tool.scale(of: question)?.grades ?? []).map {
                ($0.words, question.guidance[$0.code]?.nilIfEmpty)
            }
        case .yesNo:
            [("Yes", "yes"), ("No", "no")].compactMap { words, code in
                question.guidance[code]?.nilIfEmpty.map { (words, $0) }
            }
        case .count, .date, .choice, .text: []
        }
    }
}
