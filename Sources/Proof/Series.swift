package import Kernel

/// What one period, or one round of audit, says of a criterion.
package struct Reading: Hashable, Sendable {
    package enum Verdict: String, Sendable {
        /// The last target is met, and so is the step in force.
        case met
        /// The step in force is met; a later one is not.
        case onCourse
        /// No step is due yet, and the next is not reached.
        case notYetDue
        /// The step in force is missed.
        case missed
        /// It moved the wrong way from the baseline.
        case worse
        /// Sources differ, and not all of them contradict.
        case notReconciled
        /// There is no target to hold it against.
        case untestable

        package var contradicts: Bool { self == .missed || self == .worse }
    }

    package var end: Day
    package var figure: Figure
    package var source: String
    /// What other sources say of the same period.
    package var others: [Other]
    package var isReconciled: Bool
    /// Nil for a measure; whether somebody independent graded it for a round.
    package var roundIsIndependent: Bool?
    package var verdict: Verdict
    /// The step that it was held against: the one in force, else the next.
    package var step: ProofFacts.Step?
    /// True where a step's day had come by the end of the period.
    package var stepWasDue: Bool

    package struct Other: Hashable, Sendable {
        package var figure: Figure
        package var source: String
    }

    package var isRound: Bool { roundIsIndependent != nil }
    var canProve: Bool { roundIsIndependent ?? true }
}

/// The figures of one criterion for one unit, in order, each with its verdict.
struct Series {
    let asked: ProofFacts.Asked
    let steps: [ProofFacts.Step]
    let baseline: ProofFacts.Baseline?
    private(set) var measure: [Reading] = []
    private(set) var rounds: [Reading] = []

    init(_ facts: ProofFacts, unit: ID<Node>?) {
        asked = facts.asked
        let own = facts.steps.filter { $0.unit == unit }
        // A unit without a target of its own is held against the authority's.
        steps = (own.isEmpty ? facts.steps.filter { $0.unit == nil } : own).sorted { $0.by < $1.by }
        baseline = facts.baselines.last { $0.unit == unit }
        measure = measured(facts.values.filter { $0.unit == unit })
        rounds = audited(facts.rounds.filter { $0.unit == unit })
    }

    /// One reading for each period: the last figure of each source in it, side by side.
    private func measured(_ values: [ProofFacts.Value]) -> [Reading] {
        var periods: [Int: [String: ProofFacts.Value]] = [:]
        for value in values {
            let period = asked.rhythm?.period(of: value.end) ?? Int(value.end.number)
            if let other = periods[period]?[value.source],
                (other.end, other.vintage) > (value.end, value.vintage)
            {
                continue
            }
            periods[period, default: [:]][value.source] = value
        }
        return periods.sorted { $0.key < $1.key }.compactMap { _, bySource in
            // A figure with its counts is the one shown, then the newest; the others are held against it.
            func weight(_ value: ProofFacts.Value) -> (Int, Instant, String) {
                (value.figure.hasCounts ? 1 : 0, value.vintage, value.source)
            }
            let found = bySource.values.sorted { weight($0) > weight($1) }
            guard let first = found.first, let end = found.map(\.end).max() else { return nil }
            return judged(
                Reading(
                    end: end, figure: first.figure, source: first.source,
                    others: found.dropFirst().map { Reading.Other(figure: $0.figure, source: $0.source) },
                    isReconciled: true, roundIsIndependent: nil, verdict: .untestable, step: nil,
                    stepWasDue: false))
        }
    }

    private func audited(_ rounds: [ProofFacts.Round]) -> [Reading] {
        var latest: [String: ProofFacts.Round] = [:]
        for round in rounds {
            let key = "\(round.day) \(round.name)"
            if let other = latest[key], other.vintage > round.vintage { continue }
            latest[key] = round
        }
        return latest.values.sorted { ($0.day, $0.vintage) < ($1.day, $1.vintage) }.map { round in
            judged(
                Reading(
                    end: round.day, figure: .share(round.met, of: round.sampled), source: round.name,
                    others: [], isReconciled: true, roundIsIndependent: round.isIndependent,
                    verdict: .untestable, step: nil, stepWasDue: false))
        }
    }

    private func judged(_ unjudged: Reading) -> Reading {
        var reading = unjudged
        let figures = [reading.figure] + reading.others.map(\.figure)
        reading.isReconciled = figures.dropFirst().allSatisfy { reading.figure.agrees(with: $0) }
        let inForce = steps.last { $0.by <= reading.end }
        reading.step = inForce ?? steps.first
        reading.stepWasDue = inForce != nil
        func misses(_ figure: Figure) -> Bool {
            inForce?.aim.map { !figure.meets($0, asked.better) } ?? false
        }
        func isWorse(_ figure: Figure) -> Bool {
            guard let baseline, baseline.day < reading.end else { return false }
            return figure.isWorse(than: baseline.figure, asked.better)
        }
        if figures.allSatisfy({ misses($0) || isWorse($0) }) {
            reading.verdict = figures.contains(where: misses) ? .missed : .worse
        } else if !reading.isReconciled || figures.contains(where: { misses($0) || isWorse($0) }) {
            reading.isReconciled = false
            reading.verdict = .notReconciled
        } else if let step = reading.step, step.aim != nil {
            let meetsLast =
                steps.last?.aim.map { aim in figures.allSatisfy { $0.meets(aim, asked.better) } } ?? false
            reading.verdict = meetsLast ? .met : inForce != nil ? .onCourse : .notYetDue
        }
        return reading
    }

    /// How many consecutive readings up to the last are met, dated after the action, and able to prove.
    func run(_ readings: [Reading], after since: Day) -> Int {
        var count = 0
        var next: Int?
        for reading in readings.reversed() where reading.canProve {
            guard reading.verdict == .met, reading.end > since else { break }
            if let rhythm = asked.rhythm, !reading.isRound {
                let period = rhythm.period(of: reading.end)
                if let next, period != next - 1 { break }
                next = period
            }
            count += 1
        }
        return count
    }
}
