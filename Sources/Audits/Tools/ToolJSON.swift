package import Kernel

/// A tool's version as JSON, for the records and for taking away.
extension Tool {
    package var json: JSON {
        [
            "title": .string(title), "purpose": .string(purpose), "unit": .string(unit.rawValue),
            "asksSafety": .bool(asksSafety), "overall": .optional(overall),
            "scales": .array(scales.map(\.json)),
            "standards": .array(
                standards.map { standard in
                    [
                        "number": .string(standard.number), "title": .string(standard.title),
                        "guidance": .string(standard.guidance),
                        "questions": .array(standard.questions.map(\.json)),
                    ]
                }),
        ]
    }

    /// Nil where it is no tool as `json` writes one.
    package init?(_ json: JSON) {
        guard let title = json["title"]?.string, let unit = Unit(rawValue: json["unit"]?.string ?? ""),
            let scales = json["scales"]?.array?.map(Scale.init), !scales.contains(nil),
            let standards = json["standards"]?.array?.map(Standard.init), !standards.contains(nil)
        else { return nil }
        self.init(
            title: title, purpose: json["purpose"]?.string ?? "", unit: unit,
            asksSafety: json["asksSafety"] == .bool(true), scales: scales.compactMap { $0 },
            standards: standards.compactMap { $0 }, overall: json["overall"]?.string)
    }
}

extension Tool.Standard {
    init?(_ json: JSON) {
        guard let number = json["number"]?.string, let title = json["title"]?.string,
            let questions = json["questions"]?.array?.map(Tool.Question.init), !questions.contains(nil)
        else { return nil }
        self.init(
            number: number, title: title, guidance: json["guidance"]?.string ?? "",
            questions: questions.compactMap { $0 })
    }
}

extension Tool.Question {
    var json: JSON {
        var members: [JSON.Member] = [
            JSON.Member("key", .string(key)), JSON.Member("text", .string(text)),
            JSON.Member("isRequired", .bool(isRequired)),
            JSON.Member(
                "guidance",
                .object(guidance.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })),
        ]
        switch kind {
        case .grade(let scale):
            members += [JSON.Member("kind", "grade"), JSON.Member("scale", .string(scale))]
        case .yesNo(let good): members += [JSON.Member("kind", "yesNo"), JSON.Member("good", .bool(good))]
        case .count(let of): members += [JSON.Member("kind", "count"), JSON.Member("of", .string(of))]
        case .date: members.append(JSON.Member("kind", "date"))
        case .choice(let words):
            members += [JSON.Member("kind", "choice"), JSON.Member("words", .strings(words))]
        case .text: members.append(JSON.Member("kind", "text"))
        }
        return .object(members)
    }

    init?(_ json: JSON) {
        guard let key = json["key"]?.string, let text = json["text"]?.string,
            let kind = Tool.Kind(json)
        else { return nil }
        var guidance: [String: String] = [:]
        if case .object(let members)? = json["guidance"] {
            for member in members {
                guard let words = member.value.string else { return nil }
                guidance[member.key] = words
            }
        }
        self.init(
            key: key, text: text, kind: kind, isRequired: json["isRequired"] == .bool(true),
            guidance: guidance)
    }
}

extension Tool.Kind {
    init?(_ json: JSON) {
        switch json["kind"]?.string {
        case "grade":
            guard let scale = json["scale"]?.string else { return nil }
            self = .grade(scale)
        case "yesNo": self = .yesNo(good: json["good"] == .bool(true))
        case "count": self = .count(of: json["of"]?.string ?? "")
        case "date": self = .date
        case "choice":
            guard let words = json["words"]?.array?.map(\.string), !words.contains(nil) else { return nil }
            self = .choice(words.compactMap { $0 })
        case "text": self = .text
        default: return nil
        }
    }
}

extension Scale {
    var json: JSON {
        [
            "key": .string(key), "title": .string(title), "direction": .string(direction.rawValue),
            "allowsNotApplicable": .bool(allowsNotApplicable),
            "grades": .array(
                grades.map {
                    ["code": .string($0.code), "words": .string($0.words), "isGood": .bool($0.isGood)]
                }),
        ]
    }

    init?(_ json: JSON) {
        guard let key = json["key"]?.string, let title = json["title"]?.string,
            let direction = Direction(rawValue: json["direction"]?.string ?? ""),
            let grades = json["grades"]?.array?.map(Grade.init), !grades.contains(nil)
        else { return nil }
        self.init(
            key: key, title: title, direction: direction, grades: grades.compactMap { $0 },
            allowsNotApplicable: json["allowsNotApplicable"] == .bool(true))
    }
}

extension Scale.Grade {
    init?(_ json: JSON) {
        guard let code = json["code"]?.string, let words = json["words"]?.string else { return nil }
        self.init(code, words, isGood: json["isGood"] == .bool(true))
    }
}
