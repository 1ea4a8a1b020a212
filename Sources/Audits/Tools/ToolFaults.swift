/// What is wrong with a tool, so that it cannot be issued or taken in; and what would be better otherwise.
package struct ToolFault: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        case title, purpose, safety, questions, scales, overall
        case standard(Int)
        case question(String)
        case scale(String)
    }

    package let place: Place
    /// Without a full stop: what is wrong and what to do.
    package let sentence: String

    init(_ place: Place, _ sentence: String) {
        self.place = place
        self.sentence = sentence
    }
}

extension Tool {
    /// The most that a tool holds: more than anybody grades a file by.
    static let mostQuestions = 200
    static let longestTitle = 200
    static let longestText = 1000
    static let longestGuidance = 2000

    /// Why it cannot be issued, in the order of the tool; none for a sound one.
    package var faults: [ToolFault] {
        titleFaults + scales.flatMap(faults(of:)) + standardFaults + questionFaults + overallFaults
    }

    /// What two auditors would read differently: grades of which nobody has said what they look like.
    package var notes: [ToolFault] {
        questions.compactMap { question in
            guard let scale = scale(of: question) else { return nil }
            let missing = scale.grades.filter { (question.guidance[$0.code] ?? "").isEmpty }
            guard !missing.isEmpty else { return nil }
            let words = missing.map { "“\($0.words)”" }.joined(separator: ", ")
            return ToolFault(
                .question(question.key),
                "Nothing says what \(words) looks like for “\(question.text)”: two auditors may grade it differently"
            )
        }
    }

    private var titleFaults: [ToolFault] {
        var faults: [ToolFault] = []
        func add(_ place: ToolFault.Place, _ sentence: String) { faults.append(ToolFault(place, sentence)) }
        if title.trimmed.isEmpty { add(.title, "Give the tool a title") }
        if title.count > Tool.longestTitle {
            add(.title, "Shorten the title to \(Tool.longestTitle) characters")
        }
        if purpose.count > Tool.longestText {
            add(.purpose, "Shorten the purpose to \(Tool.longestText) characters")
        }
        if asksSafety, !unit.isAboutAChild {
            add(
                .safety,
                "A tool for \(unit.plural) cannot ask whether the child is safe: leave that question out")
        }
        if questions.isEmpty { add(.questions, "Ask something: the tool has no question yet") }
        if questions.count > Tool.mostQuestions {
            add(.questions, "Take questions out: a tool has \(Tool.mostQuestions) at most")
        }
        var keys: Set<String> = []
        for scale in scales where !keys.insert(scale.key).inserted {
            add(.scales, "Two scales are called “\(scale.key)”: leave one out")
        }
        return faults
    }

    private func faults(of scale: Scale) -> [ToolFault] {
        scale.fault.map { [ToolFault(.scale(scale.key), $0)] } ?? []
    }

    private var standardFaults: [ToolFault] {
        standards.enumerated().compactMap { place, standard in
            let name = standard.title.isEmpty ? "standard \(place + 1)" : "“\(standard.title)”"
            let sentence: String? =
                if standard.title.trimmed.isEmpty {
                    "Give \(name) a title"
                } else if standard.title.count > Tool.longestTitle || standard.number.count > 10 {
                    "Shorten the number or the title of \(name)"
                } else if standard.guidance.count > Tool.longestGuidance {
                    "Shorten the guidance of \(name) to \(Tool.longestGuidance) characters"
                } else if standard.questions.isEmpty {
                    "Ask something under \(name), or remove it"
                } else {
                    nil
                }
            return sentence.map { ToolFault(.standard(place), $0) }
        }
    }

    private var questionFaults: [ToolFault] {
        var keys: Set<String> = []
        return questions.compactMap { question in
            let sentence =
                keys.insert(question.key).inserted
                ? fault(of: question) : "Two questions have the key “\(question.key)”: give one another"
            return sentence.map { ToolFault(.question(question.key), $0) }
        }
    }

    private func fault(of question: Question) -> String? {
        let name = "“\(question.text)”"
        if question.text.trimmed.isEmpty { return "Give the question “\(question.key)” its words" }
        guard ToolKey.isKey(question.key) else {
            return "The key of \(name) may have small letters, digits and hyphens, 60 at most"
        }
        if question.text.count > Tool.longestText {
            return
                "Shorten the question that begins “\(question.text.prefix(40))” to \(Tool.longestText) characters"
        }
        if question.guidance.values.contains(where: { $0.count > Tool.longestGuidance }) {
            return "Shorten the guidance of \(name) to \(Tool.longestGuidance) characters a grade"
        }
        switch question.kind {
        case .grade(let key):
            if !scales.contains(where: { $0.key == key }) { return "Choose a scale for \(name)" }
        case .count(let of):
            if of.trimmed.isEmpty { return "Say what is counted for \(name), such as “actions”" }
        case .choice(let words): return Tool.fault(ofChoices: words).map { "\($0) for \(name)" }
        case .yesNo, .date, .text: break
        }
        return nil
    }

    /// What is wrong with the words of a choice; nil where nothing is.
    static func fault(ofChoices words: [String]) -> String? {
        if words.count < 2 { return "Give at least two words to choose from" }
        if words.count > 20 { return "Give 20 words to choose from at most" }
        if Set(words.map(\.trimmed)).count < words.count { return "Give each word to choose from once" }
        if words.contains(where: { $0.trimmed.isEmpty || $0.count > 100 }) {
            return "Keep each word to choose from under 100 characters"
        }
        return nil
    }

    private var overallFaults: [ToolFault] {
        guard let overall else { return [] }
        guard let question = question(overall) else {
            return [ToolFault(.overall, "Choose the overall question again: it is not in the tool any more")]
        }
        guard case .grade = question.kind else {
            return [ToolFault(.overall, "Choose a question that takes a grade as the overall one")]
        }
        return question.isRequired
            ? [] : [ToolFault(.overall, "The overall question must be answered: do not make it optional")]
    }
}

extension Scale {
    /// What is wrong with it; nil for a sound one.
    var fault: String? {
        let name = "the scale “\(title.isEmpty ? key : title)”"
        if title.trimmed.isEmpty || !ToolKey.isKey(key) { return "Give \(name) a title" }
        if title.count > Tool.longestTitle { return "Shorten the title of \(name)" }
        if let shipped = Scale.shipped.first(where: { $0.key == key }), shipped != self {
            return "Give \(name) another key: “\(key)” stands for “\(shipped.title)” everywhere"
        }
        guard (2...10).contains(grades.count) else { return "Give \(name) from 2 to 10 grades, one a line" }
        if grades.contains(where: { $0.words.trimmed.isEmpty || $0.words.count > 60 }) {
            return "Keep each grade of \(name) under 60 characters"
        }
        if Set(grades.map(\.words)).count < grades.count || Set(grades.map(\.code)).count < grades.count {
            return "Give each grade of \(name) once"
        }
        if grades.contains(where: { !ToolKey.isKey($0.code) || $0.code == Mark.notApplicable }) {
            return "Name the grades of \(name) otherwise: “na” stands for not applicable"
        }
        let good = grades.prefix { $0.isGood }.count
        guard good > 0, good < grades.count, !grades.dropFirst(good).contains(where: \.isGood) else {
            return "Say which grades of \(name) count as good: the best ones, and not all of them"
        }
        return nil
    }
}

extension Tool.Unit {
    /// Whether an audit of it is about a child, of whom one can ask whether they are safe.
    package var isAboutAChild: Bool {
        switch self {
        case .child, .conference, .strategyDiscussion: true
        case .supervisionFile, .venue, .member, .entry: false
        }
    }
}
