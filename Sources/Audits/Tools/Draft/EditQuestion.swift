import Kernel
import Markup
import Site
import Storage

/// A question of a draft: its words, what it is answered with, and what each answer looks like.
enum EditQuestion {
    enum Refused: Refusal {
        case textMissing, textTooLong, kindMissing, scaleMissing, countMissing, standardGone
        case choices(String)
        case guidanceTooLong(field: String)

        var sentence: String {
            switch self {
            case .textMissing: "Give the question its words"
            case .textTooLong: "Shorten the question to \(Tool.longestText) characters"
            case .kindMissing: "Say what it is answered with"
            case .scaleMissing: "Choose the scale of the grade"
            case .countMissing: "Say what is counted, such as “actions”"
            case .standardGone: "Choose the standard again: somebody changed or removed it meanwhile"
            case .choices(let sentence): "\(sentence), one a line"
            case .guidanceTooLong: "Shorten this to \(Tool.longestGuidance) characters"
            }
        }

        var field: String? {
            switch self {
            case .textMissing, .textTooLong: "text"
            case .kindMissing: "kind"
            case .scaleMissing: "scale"
            case .countMissing: "of"
            case .standardGone: "standard"
            case .choices: "words"
            case .guidanceTooLong(let field): field
            }
        }
    }

    /// The question as the form has it; its key is given by the caller.
    static func decide(_ form: Fields, key: String, scales: [Scale]) throws(Refused) -> Tool.Question {
        guard !form["text"].isEmpty else { throw .textMissing }
        guard form["text"].count <= Tool.longestText else { throw .textTooLong }
        let kind = try kind(form, scales)
        var guidance: [String: String] = [:]
        for code in codes(kind, scales) {
            let words = form["looks-\(code)"]
            guard words.count <= Tool.longestGuidance else { throw .guidanceTooLong(field: "looks-\(code)") }
            if !words.isEmpty { guidance[code] = words }
        }
        return Tool.Question(
            key: key, text: form["text"], kind: kind, isRequired: form["optional"] != "yes",
            guidance: guidance)
    }

    private static func kind(_ form: Fields, _ scales: [Scale]) throws(Refused) -> Tool.Kind {
        switch form["kind"] {
        case "grade":
            guard scales.contains(where: { $0.key == form["scale"] }) else { throw .scaleMissing }
            return .grade(form["scale"])
        case "yesNo": return .yesNo(good: form["good"] != "no")
        case "count":
            guard !form["of"].isEmpty else { throw .countMissing }
            return .count(of: String(form["of"].prefix(100)))
        case "date": return .date
        case "choice":
            let words = form["words"].split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
            if let fault = Tool.fault(ofChoices: words) { throw .choices(fault) }
            return .choice(words)
        case "text": return .text
        default: throw .kindMissing
        }
    }

    /// What guidance can be given for: the grades of the scale, or yes and no.
    static func codes(_ kind: Tool.Kind, _ scales: [Scale]) -> [String] {
        switch kind {
        case .grade(let key): scales.first { $0.key == key }?.grades.map(\.code) ?? []
        case .yesNo: ["yes", "no"]
        case .count, .date, .choice, .text: []
        }
    }

    /// The scales that a question of this tool may be answered by.
    static func scales(_ tool: Tool) -> [Scale] {
        let shipped = Set(Scale.shipped.map(\.key))
        return Scale.shipped + tool.scales.filter { !shipped.contains($0.key) }
    }
}

extension AuditsFeature {
    /// The form of a question; with a place that of a new one under the standard there.
    func draftQuestion(_ visit: Visit) async throws -> Reply {
        let whole = try await draftToKeep(visit)
        guard let tool = whole.draft?.tool else { throw NotFound() }
        if let words = visit.parameters["place"] {
            guard let place = Int(words), tool.standards.indices.contains(place - 1) else { throw NotFound() }
            let entry = Entry(filled: ["standard": tool.standards[place - 1].print, "kind": "grade"])
            return .page(EditQuestion.page(whole, tool, place: place, nil, entry, visit))
        }
        guard let question = tool.question(visit.parameters["question"] ?? "") else { throw NotFound() }
        let entry = EditQuestion.entry(question, in: tool)
        return .page(EditQuestion.page(whole, tool, place: nil, question, entry, visit))
    }

    func changeDraftQuestion(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let key = visit.parameters["question"]
        let (form, now) = (visit.form, visit.now)
        return try await savingDraft(visit, id) { database in
            try await database.write(for: officer.authority) { connection in
                let kept = try EditQuestion.act(id, key, form, by: officer, connection, at: now)
                // A new grade is not whole before somebody has said what it looks like.
                let isToDescribe =
                    key == nil && !EditQuestion.codes(kept.question.kind, kept.scales).isEmpty
                return isToDescribe
                    ? DraftRoute.question.link(id, kept.question.key)
                    : DraftRoute.draft.link(id) + "#question-\(kept.question.key)"
            }
        } page: { whole, tool, errors in
            let place = visit.parameters["place"].flatMap { Int($0) }
            let question = key.flatMap(tool.question)
            if key != nil && question == nil || tool.standards.isEmpty {
                return DraftPage.page(whole, [FieldError(nil, ToolDraft.Refused.gone.sentence)], visit)
            }
            return EditQuestion.page(
                whole, tool, place: key == nil ? place ?? 1 : nil, question, visit.entry(errors), visit)
        }
    }
}

extension EditQuestion {
    /// Adds the question, or changes the one of that key where it is still as it was seen.
    static func act(
        _ id: ID<AuditTool>, _ key: String?, _ form: Fields, by officer: Officer, _ connection: Connection,
        at now: Instant
    ) throws -> (question: Tool.Question, scales: [Scale]) {
        var kept: (question: Tool.Question, scales: [Scale])?
        try ToolDraft.change(
            id, key == nil ? "Added a question" : "Changed a question", by: officer, connection, at: now
        ) { tool, whole in
            let scales = EditQuestion.scales(tool)
            let name = key ?? ToolKey.make(form["text"], taken: whole.keys)
            let question = try decide(form, key: name, scales: scales)
            try put(question, isNew: key == nil, form, into: &tool)
            kept = (question, scales)
        }
        guard let kept else { throw ToolDraft.Refused.none }
        return kept
    }

    static func put(
        _ question: Tool.Question, isNew: Bool, _ form: Fields, into tool: inout Tool
    ) throws {
        guard let standard = tool.standards.firstIndex(where: { $0.print == form["standard"] }) else {
            throw Refused.standardGone
        }
        if isNew { return tool.standards[standard].questions.append(question) }
        guard let place = tool.place(of: question.key) else { throw ToolDraft.Refused.gone }
        guard tool.standards[place.standard].questions[place.question].print == form["seen"] else {
            throw ToolDraft.Refused.changedMeanwhile
        }
        if standard == place.standard {
            tool.standards[standard].questions[place.question] = question
        } else {
            tool.standards[place.standard].questions.remove(at: place.question)
            tool.standards[standard].questions.append(question)
        }
    }

    static func entry(_ question: Tool.Question, in tool: Tool) -> Entry {
        var values: [String: [String]] = [
            "text": [question.text], "optional": question.isRequired ? [] : ["yes"],
        ]
        values["standard"] = tool.place(of: question.key).map { [tool.standards[$0.standard].print] }
        switch question.kind {
        case .grade(let key): (values["kind"], values["scale"]) = (["grade"], [key])
        case .yesNo(let good): (values["kind"], values["good"]) = (["yesNo"], [good ? "yes" : "no"])
        case .count(let of): (values["kind"], values["of"]) = (["count"], [of])
        case .date: values["kind"] = ["date"]
        case .choice(let words):
            (values["kind"], values["words"]) = (["choice"], [words.joined(separator: "\n")])
        case .text: values["kind"] = ["text"]
        }
        for (code, words) in question.guidance { values["looks-\(code)"] = [words] }
        return Entry(values)
    }
}
