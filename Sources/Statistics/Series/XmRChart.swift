/// An XmR chart: points in order of time, limits for each stretch between rebasings, and the points that a rule
/// marks.
///
/// A period without a value is no point: the caller leaves it out, never puts 0, and runs go on across it.
package struct XmRChart: Sendable {
    /// Which points of a stretch set its limits.
    package enum Baseline: Hashable, Sendable {
        case all
        /// Its first so many, or all while there are fewer.
        case first(Int)

        /// Twelve, and then they stay: a change is judged against what was, not against itself.
        package static let locked = Baseline.first(12)
    }

    /// How far the limits of a stretch can be relied on.
    package enum Footing: String, Sendable {
        /// Fewer than 6 points: a line, without limits.
        case line
        /// 6 to 11 points: limits for a trial, and labelled so.
        case trial
        /// 12 or more.
        case firm

        package init(points: Int) { self = points < 6 ? .line : points < 12 ? .trial : .firm }
    }

    /// Points between two rebasings.
    package struct Stretch: Hashable, Sendable {
        package let points: Range<Int>
        /// The points that set the limits.
        package let baseline: Range<Int>
        package let footing: Footing
        /// Nil where the footing is a line.
        package let limits: XmRLimits?
    }

    package let values: [Double]
    package let stretches: [Stretch]
    /// For each point, the rule that marks it; nil for most. Rules never reach across a rebasing.
    package let signals: [Signal?]

    /// Nil where there is no point, or one is not finite, or a rebasing is not at a point. `rebasedAt` holds the
    /// first point of each new stretch, ascending: a person's choice with a reason, never the program's.
    package init?(
        _ values: [Double], rebasedAt: [Int] = [], baseline: Baseline = .locked,
        screening: XmRLimits.Screening = .none
    ) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        var stretches: [Stretch] = []
        var signals: [Signal?] = []
        signals.reserveCapacity(values.count)
        var start = 0
        for end in rebasedAt + [values.count] {
            guard start < end, end <= values.count else { return nil }
            let setting: Range<Int> =
                switch baseline {
                case .all: start..<end
                case .first(let count): start..<start + min(end - start, max(2, count))
                }
            let footing = Footing(points: setting.count)
            let limits =
                footing == .line ? nil : XmRLimits(baseline: values[setting], screening: screening)
            guard footing == .line || limits != nil else { return nil }
            stretches.append(
                Stretch(points: start..<end, baseline: setting, footing: footing, limits: limits))
            signals += XmRChart.signals(values[start..<end], limits)
            start = end
        }
        self.values = values
        self.stretches = stretches
        self.signals = signals
    }

    /// The stretch that holds now.
    package var current: Stretch { stretches[stretches.count - 1] }

    private static func signals(_ values: ArraySlice<Double>, _ limits: XmRLimits?) -> [Signal?] {
        guard let limits else { return Array(repeating: nil, count: values.count) }
        return RuleBook.signals(
            values,
            values.map { Placement($0, mean: limits.mean, limits: limits.limits, near: limits.near) })
    }
}
