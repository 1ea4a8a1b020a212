package import Kernel

/// A return that ships with Plumbline: adopted for units from a day, and then changed as the authority wishes.
package struct ReturnTemplate: Sendable {
    /// Small letters, digits and hyphens; the key of the return that is made of it.
    package let key: String
    package let name: String
    /// What it is for, in a sentence.
    package let purpose: String
    /// What in plans and reports of the field asks for it.
    package let askedBy: String
    /// The day as at which its wording and its clocks were written.
    package let dated: Day
    package let group: Group
    package let kind: ReturnTerms.Kind
    package let rhythm: ReturnRhythm
    package let due: DueRule
    package let grace: Int
    package let questions: [LocalQuestion]

    package enum Group: String, CaseIterable, Sendable {
        case frontDoor = "Front door and allocation"
        case conferences = "Conferences and plans"
        case children = "Children placed or at risk elsewhere"
        case staff = "Staff and supervision"
        case voices = "What families and staff say"
    }

    init(
        _ key: String, _ name: String, _ group: Group, kind: ReturnTerms.Kind = .units,
        _ rhythm: ReturnRhythm,
        _ due: DueRule, grace: Int = 0, purpose: String, askedBy: String, questions: [LocalQuestion]
    ) {
        self.key = key
        self.name = name
        self.group = group
        self.kind = kind
        self.rhythm = rhythm
        self.due = due
        self.grace = grace
        self.purpose = purpose
        self.askedBy = askedBy
        self.questions = questions
        dated = Day(year: 2026, month: 11, day: 1) ?? Day(number: 20_758)
    }

    package static let all =
        frontDoorTemplates + conferenceTemplates + childrenTemplates + staffTemplates + voiceTemplates

    package static func of(_ key: String) -> ReturnTemplate? { all.first { $0.key == key } }

    /// What it becomes from a day on.
    package func terms(from day: Day, name: String? = nil) -> ReturnTerms {
        ReturnTerms(
            from: day, name: name ?? self.name, purpose: purpose, rhythm: rhythm, due: due, grace: grace)
    }
}

extension LocalQuestion.Option {
    /// Options from their words; the code is made of them.
    static func list(_ words: [String], good: Set<Int> = []) -> [LocalQuestion.Option] {
        words.enumerated().map { index, words in
            LocalQuestion.Option(DefineReturn.slug(words), words, isGood: good.contains(index))
        }
    }
}
