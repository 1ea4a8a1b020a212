package import Kernel

/// How one criterion stands, with everything that its sentence says.
package struct CriterionProof: Hashable, Sendable {
    package var standing: Standing
    package var flags: Set<ProofFlag>
    /// The figures that it rests on, oldest first: the measure's, then the rounds'.
    package var measure: [Reading]
    package var rounds: [Reading]
    /// For how many periods running the last target is met.
    package var run: Int
    /// The reading that decides: what contradicts, proves, or is the latest.
    package var decisive: Reading?
    package var baseline: ProofFacts.Baseline?
    /// The last step that any figure is held against.
    package var lastStep: ProofFacts.Step?

    /// The figures that are hidden wherever small ones are.
    package let withheld: Set<Figure>
    let asked: ProofFacts.Asked
    let done: Day?
    let claim: ProofFacts.Claim?
    let accepted: Day?
    let today: Day
}

extension CriterionProof {
    /// The standing of the authority's figure, or of one unit's, on a day.
    package static func of(_ facts: ProofFacts, unit: ID<Node>? = nil, on today: Day) -> CriterionProof {
        let series = Series(facts, unit: unit)
        let last = series.steps.last
        var proof = CriterionProof(
            standing: .notClaimed, flags: [], measure: series.measure, rounds: series.rounds, run: 0,
            decisive: [series.measure.last, series.rounds.last].compactMap { $0 }.max { $0.end < $1.end },
            baseline: series.baseline, lastStep: last, withheld: facts.withheld, asked: facts.asked,
            done: facts.done,
            claim: facts.claim, accepted: facts.accepted.max(), today: today)
        let since = facts.done ?? facts.claim?.day
        proof.flags = flags(facts, series, since: since, on: today)
        guard let since else { return proof }

        let latest = [series.measure.last, series.rounds.last].compactMap { $0 }
        if let against = latest.filter(\.verdict.contradicts).max(by: { $0.end < $1.end }) {
            proof.standing = .contradicted
            proof.decisive = against
            return proof
        }
        let runs = [series.measure, series.rounds].map { series.run($0, after: since) }
        proof.run = runs.max() ?? 0
        if proof.run >= facts.asked.periods {
            proof.standing = .proven
            proof.decisive = runs[0] >= runs[1] ? series.measure.last : series.rounds.last { $0.canProve }
        } else {
            proof.standing = facts.accepted.isEmpty ? .claimed : .supported
        }
        return proof
    }

    private static func flags(
        _ facts: ProofFacts, _ series: Series, since: Day?, on today: Day
    ) -> Set<ProofFlag> {
        let readings = series.measure + series.rounds
        var flags: Set<ProofFlag> = []
        if readings.suffix(facts.asked.periods).contains(where: { !$0.isReconciled }) {
            flags.insert(.notReconciled)
        }
        let inForce = series.steps.last { $0.by <= today }
        guard facts.asked.isTied || !readings.isEmpty, let last = series.steps.last, last.aim != nil,
            inForce == nil || inForce?.aim != nil
        else { return flags.union([.cannotBeTested]) }
        if last.by > today { flags.insert(.notYetDue) }
        if !readings.contains(where: { reading in since.map { reading.end > $0 } ?? true }) {
            flags.insert(.noFigureYet)
        }
        return flags
    }

    /// The units that have a figure or a target of their own.
    package static func units(of facts: ProofFacts) -> Set<ID<Node>> {
        Set(
            facts.values.compactMap(\.unit) + facts.steps.compactMap(\.unit) + facts.rounds.compactMap(\.unit)
        )
    }
}

// MARK: Turning

extension CriterionProof {
    /// Why an action that was closed on that day has to be open again; nil while its proof holds.
    ///
    /// One bad figure shows as contradicted at once. Two running, both dated after the closing, reopen the action.
    package static func turned(_ facts: ProofFacts, closed: Day, on today: Day) -> CriterionProof? {
        let proof = of(facts, on: today)
        guard proof.standing == .contradicted else { return nil }
        let hasTurned = [proof.measure, proof.rounds].contains { readings in
            let last = readings.suffix(2)
            return last.count == 2 && last.allSatisfy { $0.verdict.contradicts && $0.end > closed }
        }
        return hasTurned ? proof : nil
    }
}
