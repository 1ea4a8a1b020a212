/// What changed from one version of a tool to the next, in sentences: the same question is known by its key.
enum ToolChanges {
    /// In the order of the new version; "Nothing changed" is an empty list.
    static func words(from old: Tool, to new: Tool) -> [String] {
        about(old, new) + standards(old, new) + scales(old, new) + questions(old, new) + overall(old, new)
    }

    private static func about(_ old: Tool, _ new: Tool) -> [String] {
        var words: [String] = []
        if old.title != new.title { words.append("It is now called “\(new.title)”, before “\(old.title)”.") }
        if old.purpose != new.purpose { words.append("What it is for is worded anew.") }
        if old.unit != new.unit {
            words.append("It now looks at \(new.unit.plural), before at \(old.unit.plural).")
        }
        if old.asksSafety != new.asksSafety {
            words.append(
                new.asksSafety
                    ? "It now asks first whether the child is safe."
                    : "It no longer asks whether the child is safe.")
        }
        return words
    }

    private static func standards(_ old: Tool, _ new: Tool) -> [String] {
        let before = old.standards.map(\.title)
        let after = new.standards.map(\.title)
        var words = new.standards.filter { !before.contains($0.title) }.map {
            "Standard “\($0.title)” is new."
        }
        words += before.filter { !after.contains($0) }.map { "Standard “\($0)” is gone." }
        for standard in new.standards {
            guard let was = old.standards.first(where: { $0.title == standard.title }) else { continue }
            if was.number != standard.number {
                words.append("Standard “\(standard.title)” has the number \(numbered(standard.number)).")
            }
            if was.guidance != standard.guidance {
                words.append("The guidance of standard “\(standard.title)” is worded anew.")
            }
        }
        let kept = after.filter(before.contains)
        if kept != before.filter(after.contains) { words.append("The standards stand in another order.") }
        return words
    }

    private static func numbered(_ number: String) -> String { number.isEmpty ? "taken away" : number }

    private static func scales(_ old: Tool, _ new: Tool) -> [String] {
        new.scales.compactMap { scale in
            guard let was = old.scales.first(where: { $0.key == scale.key }), was != scale else { return nil }
            return "The scale “\(scale.title)” is changed: \(scale.inWords), before \(was.inWords)."
        }
    }

    private static func questions(_ old: Tool, _ new: Tool) -> [String] {
        var words: [String] = []
        for standard in new.standards {
            for question in standard.questions {
                guard let was = old.question(question.key) else {
                    words.append("New: “\(question.text)”, \(question.kind.inWords(new)).")
                    continue
                }
                words += changes(was, question, old, new)
                let place = old.standards.first { $0.questions.contains { $0.key == question.key } }
                if let place, place.title != standard.title,
                    new.standards.contains(where: { $0.title == place.title })
                {
                    words.append("“\(question.text)” now stands under “\(standard.title)”.")
                }
            }
        }
        words += old.questions.filter { new.question($0.key) == nil }.map {
            "“\($0.text)” is no longer asked."
        }
        let kept = new.questions.map(\.key).filter { old.question($0) != nil }
        if kept != old.questions.map(\.key).filter({ new.question($0) != nil }) {
            words.append("The questions stand in another order.")
        }
        return words
    }

    private static func changes(
        _ was: Tool.Question, _ question: Tool.Question, _ old: Tool, _ new: Tool
    ) -> [String] {
        var words: [String] = []
        if was.text != question.text { words.append("“\(question.text)” is asked, before “\(was.text)”.") }
        if was.kind != question.kind {
            words.append(
                "“\(question.text)” is answered with \(question.kind.inWords(new)), before with \(was.kind.inWords(old))."
            )
        }
        if was.isRequired != question.isRequired {
            words.append(
                "“\(question.text)” \(question.isRequired ? "must now be" : "need not be") answered.")
        }
        if was.guidance != question.guidance {
            words.append("What each answer to “\(question.text)” looks like is worded anew.")
        }
        return words
    }

    private static func overall(_ old: Tool, _ new: Tool) -> [String] {
        guard old.overall != new.overall else { return [] }
        guard let question = new.overall.flatMap(new.question) else {
            return ["It has no overall grade any more."]
        }
        return ["The overall grade is now “\(question.text)”."]
    }
}

extension Tool.Kind {
    /// "a grade (Met, partly met, not met)", "yes or no (yes is good)".
    func inWords(_ tool: Tool) -> String {
        switch self {
        case .grade(let key):
            "a grade (\(tool.scales.first { $0.key == key }?.title ?? "no scale"))"
        case .yesNo(let good): "yes or no (\(good ? "yes" : "no") is good)"
        case .count(let of): "how many of the \(of)"
        case .date: "a date"
        case .choice(let words): "one of: \(words.joined(separator: "; "))"
        case .text: "words"
        }
    }
}

extension Scale {
    /// "Met; Partly met; Not met (the first counts as good)".
    var inWords: String {
        let good = grades.count(where: \.isGood)
        let first = good == 1 ? "the first counts" : "the first \(good) count"
        return grades.map(\.words).joined(separator: "; ") + " (\(first) as good"
            + (allowsNotApplicable ? ", not applicable is allowed)" : ")")
    }
}
