/// Which way an indicator should go. Some have no good direction: the number on plans, the share of a category.
package enum Direction: String, CaseIterable, Sendable {
    case up, down, neutral
}

extension Signal {
    /// What a mark says of the service. Shown in words and by a sign, never by colour alone.
    package enum Meaning: String, Sendable { case improvement, concern, neutral }

    package func meaning(_ direction: Direction) -> Meaning {
        switch direction {
        case .neutral: .neutral
        case .up: side == .high ? .improvement : .concern
        case .down: side == .low ? .improvement : .concern
        }
    }
}

/// What a process that goes on as it is will do against a target.
package enum Assurance: String, Sendable {
    case consistentlyMeets = "consistently meets"
    case consistentlyMisses = "consistently misses"
    case hitAndMiss = "hit and miss"

    /// Judges the target against limits: beyond them it is always missed or always met; between them, or on one
    /// of them, it is hit and miss. Nil for an indicator without a good direction.
    package init?(target: Double, limits: Interval, direction: Direction) {
        guard direction != .neutral else { return nil }
        if target > limits.upper {
            self = direction == .up ? .consistentlyMisses : .consistentlyMeets
        } else if target < limits.lower {
            self = direction == .up ? .consistentlyMeets : .consistentlyMisses
        } else {
            self = .hitAndMiss
        }
    }
}
