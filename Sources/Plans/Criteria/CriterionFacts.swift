package import Kernel
package import Proof

/// Everything that is on record about how one criterion is tested, as at one moment.
package struct CriterionFacts: Sendable {
    package var action: ID<ActionRecord>?
    package var terms = Terms()
    /// The measure that it is tied to; nil where its figures are typed.
    package var tied: Tied?
    /// What that measure says, one for each unit and period.
    package var measured: [ProofFacts.Value] = []
    /// The audit question that it is tied to, besides a measure or alone; nil where its rounds are typed.
    package var audited: Audited?
    /// What the closed rounds that asked it said.
    package var auditedRounds: [ProofFacts.Round] = []
    package var claim: Claim?
    package var baselines: [Baseline] = []
    package var targets: [Target] = []
    package var values: [Value] = []
    /// The day on which the lead said that the action was done.
    package var done: Day?
    /// The days on which somebody else accepted evidence.
    package var accepted: [Day] = []
}

extension CriterionFacts {
    /// Of whom, by what measure, in what, which way is better, and for how many periods.
    package struct Terms: Hashable, Sendable {
        package var population: String?
        package var measure: String?
        package var unit = MeasureUnit.percent
        package var better = Better.higher
        package var periods = 3
        package var rhythm: FigureRhythm?

        package init() {}
    }

    package struct Tied: Hashable, Sendable {
        package var id: ID<Tied>
        /// The measure's name in the records, and as a page says it.
        package var measure: String
        package var name: String
    }

    package struct Audited: Hashable, Sendable {
        package var id: ID<Audited>
        /// The question's name in the records, and as a page says it.
        package var question: String
        package var name: String
    }

    /// Who said it, and when.
    package struct Signed: Hashable, Sendable {
        package var at: Instant
        package var account: ID<Account>
        package var person: ID<Person>?
        package var name: String
    }

    package struct Claim: Sendable {
        package var id: ID<Claim>
        package var isMet: Bool
        package var day: Day
        package var words: String
        package var by: Signed
    }

    /// What a body decided, on its day.
    package struct Agreement: Sendable {
        package var isAgreed: Bool
        package var body: String
        package var day: Day
        package var at: Instant
    }

    package struct Baseline: Sendable {
        package var id: ID<Baseline>
        package var node: ID<Node>?
        package var figure: Figure
        package var day: Day
        package var source: String
        package var reason: String?
        package var by: Signed
        package var agreement: Agreement?
    }

    package struct Target: Sendable {
        package var id: ID<Target>
        package var node: ID<Node>?
        package var byDay: Day
        /// The number; for a rule the value that was given last.
        package var aim: Amount?
        package var rule: String?
        package var ruleYear: String?
        package var ruleSource: String?
        package var by: Signed
        package var agreement: Agreement?
    }

    package struct Value: Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case measure, independentRound, ownRound
        }

        package var id: ID<Value>
        package var node: ID<Node>?
        package var kind: Kind
        package var end: Day
        package var figure: Figure
        package var source: String
        package var sourceKey: String
        package var note: String?
        package var reason: String?
        package var by: Signed
    }
}

// MARK: Proof

extension CriterionFacts {
    /// The baseline that counts for a unit: the last one agreed, else the last given and not declined.
    func baseline(of node: ID<Node>?) -> Baseline? {
        let own = baselines.filter { $0.node == node && $0.agreement?.isAgreed != false }
        return own.last { $0.agreement != nil } ?? own.last
    }

    /// The targets in force, by their days: agreed ones alone, the last agreed of any one day.
    func targetsInForce(of node: ID<Node>?) -> [Target] {
        var byDay: [Day: Target] = [:]
        for target in targets where target.node == node && target.agreement?.isAgreed == true {
            guard let other = byDay[target.byDay]?.agreement, let own = target.agreement, other.at > own.at
            else {
                byDay[target.byDay] = target
                continue
            }
        }
        return byDay.values.sorted { $0.byDay < $1.byDay }
    }

    /// Every figure that no later one corrects.
    var standingValues: [Value] {
        var latest: [String: Value] = [:]
        for value in values { latest[value.slot] = value }
        return latest.values.sorted { ($0.end, $0.by.at, $0.id) < ($1.end, $1.by.at, $1.id) }
    }

    var proofFacts: ProofFacts {
        var facts = ProofFacts()
        facts.asked.isTied = terms.measure != nil || tied != nil || audited != nil
        facts.values = tied == nil ? [] : measured
        facts.rounds = audited == nil ? [] : auditedRounds
        facts.asked.unit = terms.unit
        facts.asked.better = terms.better
        facts.asked.periods = terms.periods
        facts.asked.rhythm = terms.rhythm
        facts.done = done
        facts.claim = claim.flatMap { $0.isMet ? ProofFacts.Claim($0.day, by: $0.by.name) : nil }
        facts.accepted = accepted
        let nodes = [nil] + Set(targets.compactMap(\.node) + baselines.compactMap(\.node)).map(Optional.some)
        for node in nodes {
            if let baseline = baseline(of: node) {
                facts.baselines.append(.init(baseline.day, baseline.figure, unit: node))
            }
            facts.steps += targetsInForce(of: node).map {
                .init(by: $0.byDay, $0.aim, rule: $0.rule, unit: node)
            }
        }
        var sources: [String: String] = [:]
        for value in values {
            // One source is one source however it is spelt: the first spelling stands for all.
            let source = sources[value.sourceKey] ?? value.source
            sources[value.sourceKey] = source
            switch (value.kind, value.figure) {
            // The measure that it is tied to has taken the place of what was typed.
            case (.measure, _) where tied != nil: break
            case (.measure, _):
                facts.values.append(
                    .init(value.end, value.figure, source: source, vintage: value.by.at, unit: value.node))
            // So have the rounds of the question that it is tied to.
            case (_, .share) where audited != nil: break
            case (_, .share(let met, let sampled)):
                facts.rounds.append(
                    .init(
                        value.end, met: met, of: sampled, independent: value.kind == .independentRound,
                        name: source, vintage: value.by.at, unit: value.node))
            case (_, .plain): break
            }
        }
        return facts
    }

    package func proof(of node: ID<Node>? = nil, on today: Day) -> CriterionProof {
        CriterionProof.of(proofFacts, unit: node, on: today)
    }
}

extension CriterionFacts.Value {
    /// What a correction replaces: one source's figure for one period of one unit.
    var slot: String {
        "\(kind == .measure ? "" : "round ")\(end) \(node?.description ?? "") \(sourceKey)"
    }
}
