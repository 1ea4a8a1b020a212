import Kernel
import Site

/// The question that comes first where the tool asks it. Its key is none that a tool may use.
enum SafetyQuestion {
    static let key = "_safe"
    static let question = Tool.Question(
        key: key, text: "Is this child safe?", kind: .choice(["yes", "no", "unsure"]))

    static func words(_ answer: String) -> String {
        switch answer {
        case "yes": "Yes, the child is safe"
        case "no": "No, the child is not safe"
        case "unsure": "Not sure"
        default: ""
        }
    }
}

extension Tool {
    /// Everything that the form asks, in order.
    var asked: [Question] { (asksSafety ? [SafetyQuestion.question] : []) + questions }

    /// An answer as people read it: "Partly met", "3 of 5 actions", "20 November 2026".
    func words(_ value: String, for question: Question) -> String {
        if value.isEmpty { return "Not answered" }
        if question.key == SafetyQuestion.key { return SafetyQuestion.words(value) }
        if value == Mark.notApplicable, question.kind != .text { return "Not applicable" }
        switch question.kind {
        case .grade: return scale(of: question)?.grades.first { $0.code == value }?.words ?? value
        case .yesNo: return value == "yes" ? "Yes" : "No"
        case .count(let of): return "\(value.replacing("/", with: " of ")) \(of)"
        case .date: return Day(value)?.long ?? value
        case .choice, .text: return value
        }
    }
}

/// The names of a question's fields in the form, and what stands in them.
enum AnswerFields {
    static func value(_ question: Tool.Question) -> String {
        question.kind == .date ? "d.\(question.key)" : "a.\(question.key)"
    }
    static func note(_ key: String) -> String { "n.\(key)" }
    /// How many facts of the question there were when the page was made.
    static func seen(_ key: String) -> String { "s.\(key)" }
    static func notApplicable(_ key: String) -> String { "x.\(key)" }
    /// Ticked to keep a text that looks as if it named somebody.
    static func anyway(_ key: String) -> String { "k.\(key)" }

    /// What the form says of one question.
    struct Typed: Hashable, Sendable {
        var question: Tool.Question
        var value: String
        var note: String
        var seen: Int
        var keepsAnyway = false
        /// Why the parts of a date make no date.
        var wrong: String?
    }

    /// The questions that the form carries; a script sends one, the page sends all.
    static func typed(_ form: Fields, _ tool: Tool) -> [Typed] {
        tool.asked.compactMap { question in
            let key = question.key
            guard form.has(seen(key)) else { return nil }
            var typed = Typed(
                question: question, value: form[value(question)], note: form[note(key)],
                seen: Int(form[seen(key)]) ?? 0, keepsAnyway: form[anyway(key)] == "yes")
            switch question.kind {
            case .date:
                switch form.date(value(question), called: "this date") {
                case .empty: typed.value = ""
                case .day(let day): typed.value = day.description
                case .wrong(let sentence): typed.wrong = sentence
                }
            case .count:
                if form[notApplicable(key)] == Mark.notApplicable { typed.value = Mark.notApplicable }
            default: break
            }
            return typed
        }
    }

    /// The fields as they show a saved answer.
    static func filled(_ question: Tool.Question, _ fact: Answers.Fact) -> [String: [String]] {
        var values = [note(question.key): [fact.note], seen(question.key): ["\(fact.sequence)"]]
        switch question.kind {
        case .date:
            let civil = Day(fact.value)?.civil
            let name = value(question)
            values["\(name)-day"] = [civil.map { "\($0.day)" } ?? ""]
            values["\(name)-month"] = [civil.map { "\($0.month)" } ?? ""]
            values["\(name)-year"] = [civil.map { "\($0.year)" } ?? ""]
        case .count where fact.value == Mark.notApplicable:
            values[notApplicable(question.key)] = [Mark.notApplicable]
        case .count: values[value(question)] = [fact.value.replacing("/", with: " of ")]
        default: values[value(question)] = [fact.value]
        }
        return values
    }
}
