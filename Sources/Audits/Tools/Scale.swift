/// An ordered set of grades. Numbers of two scales are never compared: a grade is its place, best first.
package struct Scale: Hashable, Sendable {
    package struct Grade: Hashable, Sendable {
        /// As it is stored, and as a file writes it: "2", "met".
        package var code: String
        package var words: String
        /// True where it counts as good or better, or as met.
        package var isGood: Bool

        package init(_ code: String, _ words: String, isGood: Bool) {
            self.code = code
            self.words = words
            self.isGood = isGood
        }
    }

    /// Whether a larger number is better, as the source of the scale has it.
    package enum Direction: String, CaseIterable, Sendable {
        case highIsGood, lowIsGood, words
    }

    package var key: String
    package var title: String
    package var direction: Direction
    /// Best first: a grade's place here is its rank.
    package var grades: [Grade]
    /// True where "not applicable", with a reason, leaves the denominator.
    package var allowsNotApplicable: Bool

    package init(
        key: String, title: String, direction: Direction, grades: [Grade], allowsNotApplicable: Bool = false
    ) {
        self.key = key
        self.title = title
        self.direction = direction
        self.grades = grades
        self.allowsNotApplicable = allowsNotApplicable
    }

    /// 0 for the best grade; nil for a code that is none of the scale's.
    package func rank(_ code: String) -> Int? { grades.firstIndex { $0.code == code } }
}

extension Scale {
    /// Met, partly met, not met; not applicable leaves the denominator.
    package static let met = Scale(
        key: "met", title: "Met, partly met, not met", direction: .words,
        grades: [
            Grade("met", "Met", isGood: true), Grade("partly", "Partly met", isGood: false),
            Grade("not", "Not met", isGood: false),
        ], allowsNotApplicable: true)

    /// 1 is poor and 5 is excellent, as the self-evaluation of 2004 had it.
    package static let five = Scale(
        key: "five", title: "1 to 5, where 5 is excellent", direction: .highIsGood,
        grades: [
            Grade("5", "5, excellent", isGood: true), Grade("4", "4, good", isGood: true),
            Grade("3", "3, adequate", isGood: false), Grade("2", "2, weak", isGood: false),
            Grade("1", "1, poor", isGood: false),
        ])

    /// The four points of Ofsted's judgements.
    package static let ofsted = Scale(
        key: "ofsted", title: "Outstanding to inadequate", direction: .lowIsGood,
        grades: [
            Grade("1", "Outstanding", isGood: true), Grade("2", "Good", isGood: true),
            Grade("3", "Requires improvement", isGood: false), Grade("4", "Inadequate", isGood: false),
        ])

    package static let shipped = [met, five, ofsted]
}
