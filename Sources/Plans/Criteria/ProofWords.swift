package import Markup
package import Proof

/// How proof is said on a page.
enum ProofWords {
    static func banner(_ proof: CriterionProof, _ small: SmallNumbers) -> Banner? {
        guard proof.standing == .contradicted else { return nil }
        let by = proof.decisive?.isRound == true ? "The audit" : "The measure"
        return Banner(.contradiction, "\(by) contradicts the claim", Markup(proof.sentence(small)))
    }

    /// The standings in the order in which they are listed: what shouts first.
    static let order: [Standing] = [.contradicted, .notClaimed, .claimed, .supported, .proven]
}

extension Standing {
    package var symbol: Symbol {
        switch self {
        case .notClaimed: .notClaimed
        case .claimed: .claimed
        case .supported: .supported
        case .proven: .proven
        case .contradicted: .contradicted
        }
    }
}

extension ProofFlag {
    var words: String {
        switch self {
        case .cannotBeTested: "Cannot be tested yet"
        case .notYetDue: "Not yet due"
        case .noFigureYet: "No figure yet"
        case .notReconciled: "Sources not reconciled"
        }
    }

    var meaning: String {
        switch self {
        case .cannotBeTested: "It needs a measure or an audit, and a target that a body has agreed."
        case .notYetDue: "The day of its last target is still ahead."
        case .noFigureYet: "No figure has come that could show whether it has worked."
        case .notReconciled:
            "Two sources differ for one period. Nothing is proven from that period until they agree."
        }
    }
}

extension Reading.Verdict {
    var words: String {
        switch self {
        case .met: "met"
        case .onCourse: "the step is met, the last target not yet"
        case .notYetDue: "not yet due"
        case .missed: "missed"
        case .worse: "the wrong way from the baseline"
        case .notReconciled: "sources differ"
        case .untestable: "no target to hold it against"
        }
    }
}

extension MeasureUnit {
    var title: String {
        switch self {
        case .percent: "Per cent"
        case .number: "A number"
        case .days: "Days"
        }
    }
}

extension Better {
    var words: String { self == .higher ? "higher is better" : "lower is better" }
}

extension FigureRhythm {
    var words: String {
        switch self {
        case .week: "every week"
        case .fourWeeks: "every four weeks"
        case .month: "every month"
        case .quarter: "every quarter"
        case .halfYear: "every half-year"
        case .year: "every year"
        }
    }
}

extension SmallNumbers {
    /// The figure for a cell of a table.
    func tableWords(_ figure: Figure, _ unit: MeasureUnit) -> String {
        hides(figure, unit) ? "too small to show" : figure.words(unit)
    }
}
