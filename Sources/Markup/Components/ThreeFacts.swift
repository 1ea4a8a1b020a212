/// One of the three facts of an action: done, accepted, moved.
package struct ActionFact: Sendable {
    package enum Answer: String, Sendable {
        case yes, no
        case notYet = "not-yet"
    }

    package let label: String
    package let answer: Answer
    /// The date, or the answer in words: "14 August 2026", "Not yet", "No: 59%, getting worse".
    package let title: String
    /// Who says so, and why it counts.
    package let words: Markup

    package init(_ label: String, _ answer: Answer, _ title: String, _ words: Markup) {
        self.label = label
        self.answer = answer
        self.title = title
        self.words = words
    }
}

extension Markup {
    /// A line with three nodes: full is yes, empty is not yet, the contradiction's diamond is no.
    package mutating func threeFacts(_ facts: [ActionFact]) {
        ol(.class("three-facts")) { m in
            for fact in facts {
                m.li { m in
                    m.svg(width: 20, height: 20, .class("node \(fact.answer.rawValue)")) { m in
                        switch fact.answer {
                        case .yes: m.circle(x: 10, y: 10, radius: 9)
                        case .notYet: m.circle(x: 10, y: 10, radius: 8)
                        case .no: m.path("M10 0l10 10-10 10L0 10z")
                        }
                    }
                    m.p(fact.label, .class("note"))
                    m.p(fact.title, .class("title"))
                    m.p(fact.words, .class("note"))
                }
            }
        }
    }
}
