import Kernel
import Statistics

/// One figure of a measure as a page may show it.
struct SeriesPoint: Hashable, Sendable {
    var period: Period
    var version: Int
    var numerator: Int
    var denominator: Int
    var overdue: Int
    var excluded: Int
    var halves: Int?
    var isPartial: Bool
    /// True where the reader may not see it: then nothing that is drawn or worked out uses it.
    var isHidden = false
    /// The return that it comes from, as a place in a list of them.
    var source = ""

    /// A percentage, the count, or what its shape makes of both; nil for none of none.
    func value(_ shape: MeasureDefinition.Shape) -> Double? {
        shape.value(numerator, denominator, halves: halves)
    }
}

extension MeasureDefinition.Shape {
    /// Nil for none of none.
    func value(_ numerator: Int, _ denominator: Int, halves: Int?) -> Double? {
        switch self {
        case .count: Double(numerator)
        case .share: Share(numerator, of: denominator)?.value.map { $0 * 100 }
        case .rate: denominator > 0 ? Double(numerator) * 10_000 / Double(denominator) : nil
        case .mean: denominator > 0 ? Double(numerator) / Double(denominator) : nil
        case .median: halves.map { Double($0) / 2 }
        }
    }
}

/// A measure over time, with limits for each stretch and the points that more than chance may have moved. Pure.
///
/// Hidden points, points of a period that is not over, and periods of none of none are no points of the chart.
struct MeasureSeries: Sendable {
    enum Kind: String, Sendable {
        case line, xmr, shares
    }

    /// Points between two breaks of the line.
    struct Stretch: Hashable, Sendable {
        /// Places in `points`, of those that count.
        let members: [Int]
        let mean: Double?
        /// For each member; uncapped.
        let limits: [Interval?]
        let footing: XmRChart.Footing
        /// How many members set the limits.
        let baseline: Int
        /// Why it begins: a rebasing's reason, or a new version of the definition; nil for the first.
        let reason: String?
    }

    let shape: MeasureDefinition.Shape
    let direction: Direction
    let rhythm: MeasureRhythm
    let points: [SeriesPoint]
    let kind: Kind
    let stretches: [Stretch]
    /// For each point, the rule that marks it; nil for most.
    let signals: [Signal?]

    init(
        _ points: [SeriesPoint], _ shape: MeasureDefinition.Shape, _ direction: Direction,
        rebases: [MeasureSettings.Rebase] = [], baselineUntil: Day? = nil
    ) {
        self.shape = shape
        self.direction = direction
        self.points = points
        rhythm = MeasureRhythm.of(points.map(\.period))
        let counted = points.indices.filter {
            !points[$0].isHidden && !points[$0].isPartial && points[$0].value(shape) != nil
        }
        kind = MeasureSeries.kind(counted.map { points[$0] }, shape)
        var stretches: [Stretch] = []
        var signals: [Signal?] = Array(repeating: nil, count: points.count)
        for (members, reason) in MeasureSeries.broken(counted, points, rebases) {
            let isFirst = stretches.isEmpty
            let until = isFirst ? baselineUntil : nil
            let wanted = until.map { day in members.count { points[$0].period.last <= day } }
            let baseline = min(members.count, max(wanted ?? 12, 6))
            let (stretch, marks) = MeasureSeries.stretch(
                members, points, shape, kind, baseline: baseline, reason: reason)
            stretches.append(stretch)
            for (place, mark) in zip(members, marks) { signals[place] = mark }
        }
        self.stretches = stretches
        self.signals = signals
    }

    /// Shares of groups under 10, or of which one is more than twice another, are judged each by the limits of its
    /// own size (statistics.md §1: "differ a lot or are < ~10").
    private static func kind(_ points: [SeriesPoint], _ shape: MeasureDefinition.Shape) -> Kind {
        guard points.count >= 6 else { return .line }
        guard shape == .share, let least = points.map(\.denominator).min(),
            let most = points.map(\.denominator).max()
        else { return .xmr }
        return least < 10 || most > 2 * least ? .shares : .xmr
    }

    private static func broken(
        _ counted: [Int], _ points: [SeriesPoint], _ rebases: [MeasureSettings.Rebase]
    ) -> [(members: [Int], reason: String?)] {
        var parts: [(members: [Int], reason: String?)] = []
        for (order, place) in counted.enumerated() {
            guard order > 0 else {
                parts.append(([place], nil))
                continue
            }
            let (before, now) = (points[counted[order - 1]], points[place])
            if now.version != before.version {
                parts.append(([place], "Definition version \(now.version)"))
            } else if let rebase = rebases.last(where: {
                before.period.last < $0.from && $0.from <= now.period.last
            }) {
                parts.append(([place], rebase.reason))
            } else {
                parts[parts.count - 1].members.append(place)
            }
        }
        return parts
    }

    private static func stretch(
        _ members: [Int], _ points: [SeriesPoint], _ shape: MeasureDefinition.Shape, _ kind: Kind,
        baseline: Int, reason: String?
    ) -> (Stretch, [Signal?]) {
        let values = members.compactMap { points[$0].value(shape) }
        let footing = XmRChart.Footing(points: baseline)
        let line = Stretch(
            members: members, mean: nil, limits: members.map { _ in nil }, footing: .line, baseline: baseline,
            reason: reason)
        let none: [Signal?] = Array(repeating: nil, count: members.count)
        guard kind != .line, footing != .line else { return (line, none) }
        if kind == .shares {
            let shares = members.compactMap { Share(points[$0].numerator, of: points[$0].denominator) }
            guard shares.count == members.count, let chart = ShareChart(shares, baseline: .first(baseline))
            else { return (line, none) }
            return (
                Stretch(
                    members: members, mean: chart.mean * 100,
                    limits: chart.limits.map { Interval($0.lower * 100, $0.upper * 100) }, footing: footing,
                    baseline: baseline, reason: reason), chart.signals
            )
        }
        guard let chart = XmRChart(values, baseline: .first(baseline)), let limits = chart.current.limits
        else {
            return (line, none)
        }
        return (
            Stretch(
                members: members, mean: limits.mean, limits: members.map { _ in limits.limits },
                footing: footing, baseline: baseline, reason: reason), chart.signals
        )
    }
}

extension MeasureSeries {
    /// The last point that counts, with its place.
    var latest: (place: Int, point: SeriesPoint)? {
        stretches.last?.members.last.map { ($0, points[$0]) }
    }

    func value(_ place: Int) -> Double? { points[place].isHidden ? nil : points[place].value(shape) }

    var countedPoints: Int { stretches.reduce(0) { $0 + $1.members.count } }

    /// What the last point says.
    enum State: Hashable, Sendable {
        case nothing
        /// Fewer than 6 points since the line last broke.
        case tooFew(Int)
        case expected
        case signal(SpecialCause, Signal.Meaning)
    }

    var state: State {
        guard let last = stretches.last, let place = last.members.last else { return .nothing }
        guard last.footing != .line else { return .tooFew(last.members.count) }
        return signals[place].map { .signal($0.cause, $0.meaning(direction)) } ?? .expected
    }

    /// Whether the process as it is will meet the target.
    func assurance(_ target: Double) -> Assurance? {
        guard let last = stretches.last, last.footing != .line, let limits = last.limits.last ?? nil else {
            return nil
        }
        return Assurance(target: target, limits: limits, direction: direction)
    }

    /// Where the current trend leads by the day of a step; from the points since the line last broke.
    func forecast(_ target: Double, by day: Day) throws(Forecast.Refusal) -> Forecast {
        let members = stretches.last?.members ?? []
        let values = members.compactMap { points[$0].value(shape) }
        let isNearAnEnd =
            shape == .share && ((values.max() ?? 50) > 90 || (values.min() ?? 50) < 10)
        return try Forecast(
            periods: members.map { rhythm.place(of: points[$0].period.last) }, values: values, target: target,
            by: rhythm.place(of: day), direction: direction, scale: isNearAnEnd ? .logit : .values)
    }
}
