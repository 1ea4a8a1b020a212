/// The owner of a tool's identity.
package enum AuditTool {}

/// One version of a set of standards and questions, by which files are graded. Once used it never changes.
package struct Tool: Hashable, Sendable {
    package var title: String
    /// What it is for, in a line or two.
    package var purpose: String
    package var unit: Unit
    /// Whether the question that comes first is asked: is this child safe?
    package var asksSafety: Bool
    package var scales: [Scale]
    package var standards: [Standard]
    /// The key of the question whose grade is the audit's own grade; nil where the tool has none.
    package var overall: String?

    package init(
        title: String, purpose: String, unit: Unit, asksSafety: Bool, scales: [Scale], standards: [Standard],
        overall: String?
    ) {
        self.title = title
        self.purpose = purpose
        self.unit = unit
        self.asksSafety = asksSafety
        self.scales = scales
        self.standards = standards
        self.overall = overall
    }

    package var questions: [Question] { standards.flatMap(\.questions) }

    /// How many standards it has: those with a number, where any has one; what has none is a group of questions.
    package var standardCount: Int {
        let numbered = standards.count { !$0.number.isEmpty }
        return numbered == 0 ? standards.count : numbered
    }

    package func question(_ key: String) -> Question? { questions.first { $0.key == key } }

    package func scale(of question: Question) -> Scale? {
        guard case .grade(let key) = question.kind else { return nil }
        return scales.first { $0.key == key }
    }
}

extension Tool {
    /// What one audit looks at.
    package enum Unit: String, CaseIterable, Sendable {
        case child, conference, supervisionFile, strategyDiscussion, venue, member, entry
    }

    /// A group of questions with a number and a name: "3 Safeguarding on an assessment of need".
    package struct Standard: Hashable, Sendable {
        package var number: String
        package var title: String
        /// What good looks like, in a paragraph.
        package var guidance: String
        package var questions: [Question]

        package init(number: String, title: String, guidance: String, questions: [Question]) {
            self.number = number
            self.title = title
            self.guidance = guidance
            self.questions = questions
        }
    }

    package struct Question: Hashable, Sendable {
        /// Its name for ever within the tool: letters, digits, hyphens. The same question keeps it over versions.
        package var key: String
        package var text: String
        package var kind: Kind
        package var isRequired: Bool
        /// What each grade looks like, by the grade's code.
        package var guidance: [String: String]

        package init(
            key: String, text: String, kind: Kind, isRequired: Bool = true, guidance: [String: String] = [:]
        ) {
            self.key = key
            self.text = text
            self.kind = kind
            self.isRequired = isRequired
            self.guidance = guidance
        }
    }

    package enum Kind: Hashable, Sendable {
        /// A grade of the scale of that key.
        case grade(String)
        /// Yes, no, or not applicable with a reason; `good` is the answer that meets the standard.
        case yesNo(good: Bool)
        /// How many of how many: actions done of actions agreed. Pooled to a rate.
        case count(of: String)
        case date
        /// One of these words; none is better than another.
        case choice([String])
        case text
    }
}
