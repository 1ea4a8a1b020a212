/// How far a criterion is shown to be met: computed, never typed.
package enum Standing: String, CaseIterable, Sendable {
    /// Nobody says so yet.
    case notClaimed
    /// The lead says so.
    case claimed
    /// Evidence is accepted by someone else; the measure or audit is absent or not yet due.
    case supported
    /// The target is met on data, or in independent rounds, dated after the action, for the periods asked.
    case proven
    /// Claimed or supported while the measure or a round misses, or moves the wrong way.
    case contradicted
}

/// What must be known beside a standing.
package enum ProofFlag: String, CaseIterable, Sendable {
    /// Nothing is tied to it, or it has no target that a figure could be held against.
    case cannotBeTested
    /// The date of its last target step is still ahead.
    case notYetDue
    /// No figure dated after the action has come.
    case noFigureYet
    /// Two sources for one period differ beyond rounding.
    case notReconciled
}
