import Kernel
import PlanFormat

/// Rows, and dated milestones inside criteria, that speak of the same step.
struct SameSteps: Sendable {
    /// How alike two things' words must be to name one thing: two of three are not enough.
    static let least = 0.7

    /// One thing that a row or a milestone names: a row that names two things is mentioned twice.
    struct Mention: Sendable {
        /// The action; nil for a milestone that speaks for several.
        let row: Int?
        let area: Int
        let isAction: Bool
        let stages: Step.Stage
        let kinds: TokenSet
        let distinguishing: TokenSet
        let thing: TokenSet
        let isName: Bool
        let label: String
        let text: String
        let start: PartialDate?
        let finish: PartialDate?
        let dateText: String

        /// True when both speak of the same thing at the same stage of its life.
        func isSame(as other: Mention) -> Bool {
            guard !stages.isDisjoint(with: other.stages), kinds == other.kinds,
                distinguishing == other.distinguishing
            else { return false }
            if thing == other.thing { return thing.count >= 2 || isName }
            return thing.count >= 2 && other.thing.count >= 2
                && thing.likeness(to: other.thing) >= SameSteps.least
        }
    }

    private let mentions: [Mention]
    private let pairs: [(Int, Int)]

    init(rows: [PlanIndex.Row], milestones: [Mention]) {
        let mentions = rows.flatMap(SameSteps.mentions) + milestones
        pairs = Likeness.pairs(mentions.map(\.thing), least: SameSteps.least)
            .filter { mentions[$0.0].isSame(as: mentions[$0.1]) }
        self.mentions = mentions
    }

    /// Groups of two mentions or more, in order of the plan; with the milestones inside criteria or without.
    func groups(milestones: Bool) -> [[Mention]] {
        let used = pairs.filter { milestones || (mentions[$0.0].isAction && mentions[$0.1].isAction) }
        let found = Likeness.groups(mentions.count, used).map { SameSteps.once($0.map { mentions[$0] }) }
            .filter { $0.count > 1 }
        return SameSteps.joined(found)
    }

    /// Groups that have two rows in common are one: their rows name the same things together.
    private static func joined(_ groups: [[Mention]]) -> [[Mention]] {
        var joined: [[Mention]] = []
        for group in groups {
            let rows = actions(group)
            if let same = joined.firstIndex(where: { rows.intersection(actions($0)).count >= 2 }) {
                joined[same] = once(joined[same] + group)
            } else {
                joined.append(group)
            }
        }
        return joined.count == groups.count ? joined : SameSteps.joined(joined)
    }

    private static func actions(_ group: [Mention]) -> Set<Int> {
        Set(group.compactMap { $0.isAction ? $0.row : nil })
    }

    private static func once(_ mentions: [Mention]) -> [Mention] {
        var seen: Set<String> = []
        return mentions.filter { seen.insert("\($0.label) \($0.isAction) \($0.text)").inserted }
            .sorted { ($0.area, $0.row ?? .max) < ($1.area, $1.row ?? .max) }
    }

    private static func mentions(of row: PlanIndex.Row) -> [Mention] {
        let step = row.step
        var things = step.things.count > 1 ? step.things : []
        if !step.whole.isEmpty { things.append(step.whole) }
        let timescale = row.action.timescale
        let words = row.words
        return things.map { thing in
            Mention(
                row: row.index, area: row.area, isAction: true, stages: step.stages, kinds: step.kinds,
                distinguishing: step.distinguishing, thing: thing,
                isName: thing.sorted.allSatisfy(step.names.contains),
                label: row.reference ?? row.subject, text: Wording.shortened(words),
                start: timescale?.kind == .range ? timescale?.start : nil, finish: timescale?.finish,
                dateText: Wording.trimmed(timescale?.text ?? ""))
        }
    }
}
