import Kernel
import PlanFormat

/// Rows, and dated milestones inside criteria, that speak of the same step.
enum SameSteps {
    struct Mention {
        /// The action, or the first action that the milestone's criterion speaks for.
        let row: Int
        let area: Int
        let isAction: Bool
        let step: Step
        let label: String
        let text: String
        let start: PartialDate?
        let finish: PartialDate?
        let dateText: String
    }

    /// Groups of two mentions or more, in order of the plan.
    static func groups(_ index: PlanIndex, milestones: Bool = true) -> [[Mention]] {
        var mentions = index.rows.filter { !$0.step.whole.isEmpty }.map(mention)
        if milestones { mentions += index.milestones }
        var group = Array(mentions.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while group[index] != index { index = group[index] }
            return index
        }
        // Only mentions that share a word can be the same: each word leads to those that hold it.
        var byWord: [Int32: [Int]] = [:]
        for (number, mention) in mentions.enumerated() {
            var candidates: Set<Int> = []
            for word in mention.step.whole.sorted {
                for other in byWord[word] ?? [] where candidates.insert(other).inserted {
                    let (left, right) = (root(number), root(other))
                    if left != right, mention.step.isSame(as: mentions[other].step) {
                        group[max(left, right)] = min(left, right)
                    }
                }
                byWord[word, default: []].append(number)
            }
        }
        var groups: [Int: [Mention]] = [:]
        for (number, mention) in mentions.enumerated() { groups[root(number), default: []].append(mention) }
        return groups.values.filter { $0.count > 1 }.map { $0.sorted { $0.row < $1.row } }
            .sorted { $0[0].row < $1[0].row }
    }

    private static func mention(_ row: PlanIndex.Row) -> Mention {
        let timescale = row.action.timescale
        return Mention(
            row: row.index, area: row.area, isAction: true, step: row.step,
            label: row.reference ?? row.subject, text: row.action.text,
            start: timescale?.kind == .range ? timescale?.start : nil, finish: timescale?.finish,
            dateText: timescale?.text ?? "")
    }
}
