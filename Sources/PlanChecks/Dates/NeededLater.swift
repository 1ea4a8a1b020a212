import Kernel
import PlanFormat

/// D12: what another action needs is due after it. Which action needs which is a guess from their words.
enum NeededLater: PlanCheck {
    static let id = "D12"
    static let severity = CheckFinding.Severity.information
    static let title = "Something needed may come too late"
    static let advice = "Look whether one waits for the other, and put the dates in that order."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        index.rows.flatMap { row in named(row, index) + defined(row, index) }
    }

    /// "Once 2.3 is done": the words themselves name what comes first.
    private static func named(_ row: PlanIndex.Row, _ index: PlanIndex) -> [CheckFinding] {
        waiting.matches(in: row.words).compactMap { range in
            guard range.upperBound < row.words.tokens.count else { return nil }
            let number = Numerals.bare(row.words.string(range.upperBound..<range.upperBound + 1))
            guard let first = index.rows.first(where: { $0.reference == number }) else { return nil }
            return late(first, for: row, words: row.words.string(range.lowerBound..<range.upperBound + 1))
        }
    }

    /// A definition, baseline or standard that another row uses.
    private static func defined(_ row: PlanIndex.Row, _ index: PlanIndex) -> [CheckFinding] {
        guard let start = making.matches(in: row.words).first(where: { $0.lowerBound <= 2 }),
            row.finish != nil
        else { return [] }
        let sentence = row.words.sentence(around: start.lowerBound)
        let wanted = index.meaning(row.words, start.upperBound..<max(sentence.upperBound, start.upperBound))
        guard wanted.count >= 2 else { return [] }
        for other in index.rows where other.index != row.index && using.matches(other.words) {
            guard
                other.meaning.shared(with: wanted) == wanted.count || other.meaning.shared(with: wanted) >= 3
            else { continue }
            if let found = late(row, for: other, words: row.words.string(start)) { return [found] }
        }
        return []
    }

    private static func late(
        _ first: PlanIndex.Row, for row: PlanIndex.Row, words: String
    ) -> CheckFinding? {
        guard let needed = first.finish, let finish = row.finish, needed.first > finish.last else {
            return nil
        }
        return finding(
            [first, row],
            "This is a guess from the words: \(Wording.list([row.subject])) is due \(Wording.when(finish)) and may need "
                + "\(first.subject), which is due \(Wording.when(needed)).",
            text: "“\(first.action.text)” \(first.action.timescale?.text ?? "") – “\(row.action.text)” "
                + (row.action.timescale?.text ?? ""),
            marked: [first.action.timescale?.text, row.action.timescale?.text].compactMap { $0 })
    }

    private static let waiting = Lexicon([
        "once", "after", "following", "subject to", "depends on", "dependent on", "completion of",
        "once action", "after action", "following action", "using the results of",
    ])
    private static let making = Lexicon([
        "define", "definition", "definition of", "agree a definition of", "set a baseline",
        "establish a baseline",
        "agree the definition of", "clarify",
    ])
    private static let using = Lexicon([
        "count", "report", "reporting", "audit", "allocate", "measure", "monitor", "return", "statistics",
        "publish", "reduce", "cease",
    ])
}
