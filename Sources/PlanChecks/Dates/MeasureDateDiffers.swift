import Kernel
import PlanFormat

/// D06: a row's measure has another date than the action that it measures.
///
/// An impact measured after the action is right, and is left alone; so is a measure one of whose stages falls on the
/// action's own date.
enum MeasureDateDiffers: PlanCheck {
    static let id = "D06"
    static let severity = CheckFinding.Severity.warning
    static let title = "The measure has another date than the action"
    static let advice = "Bring the two dates together, or say why they differ."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for criterion in index.criteria {
            for sentence in criterion.words.sentences {
                if let found = compare(criterion, sentence, index) { findings.append(found) }
            }
        }
        return findings
    }

    private static func compare(
        _ criterion: PlanIndex.CriterionRow, _ sentence: Range<Int>, _ index: PlanIndex
    ) -> CheckFinding? {
        let words = criterion.words
        let written = criterion.dates.filter { sentence.contains($0.tokens.lowerBound) }
        let dates = written.compactMap { $0.date(index.years) }
        guard let last = dates.max(by: { $0.last < $1.last }), !written.isEmpty,
            let row = row(for: criterion, sentence, index), let timescale = row.action.timescale,
            let finish = timescale.finish, row.action.status != .complete
        else { return nil }
        if dates.contains(where: { overlaps($0, finish) }) { return nil }
        if let start = timescale.start,
            dates.contains(where: { start.first <= $0.last && $0.first <= finish.last })
        {
            return nil
        }
        if hasStageOnItsDate(row, finish, index) { return nil }
        let isLater = last.first > finish.last
        if isLater, !isStageOfAction(criterion, sentence, row, index) { return nil }
        let marked = written.map { words.string($0.tokens) }
        return finding(
            row,
            "The action is due \(Wording.when(finish)), its measure \(Wording.when(last)).",
            text: "\(Wording.trimmed(timescale.text)): \(words.sentenceText(sentence))",
            marked: [Wording.trimmed(timescale.text)] + marked,
            place: criterion.criterion.place)
    }

    /// Another sentence of the same row's measures falls on the action's date: this one is an earlier or later stage.
    private static func hasStageOnItsDate(
        _ row: PlanIndex.Row, _ finish: PartialDate, _ index: PlanIndex
    ) -> Bool {
        for number in row.ownCriteria + row.sharedCriteria {
            let criterion = index.criteria[number]
            for sentence in criterion.words.sentences {
                let dates = criterion.dates.filter { sentence.contains($0.tokens.lowerBound) }
                    .compactMap { $0.date(index.years) }
                guard dates.contains(where: { overlaps($0, finish) }) else { continue }
                let meaning = index.meaning(criterion.words, sentence)
                let shared = row.meaning.shared(with: meaning)
                let others = criterion.rows.filter { $0 != row.index }
                    .map { index.rows[$0].meaning.shared(with: meaning) }
                if shared > 0, others.allSatisfy({ $0 < shared }) { return true }
            }
        }
        return false
    }

    private static func overlaps(_ date: PartialDate, _ other: PartialDate) -> Bool {
        date.first <= other.last && other.first <= date.last
    }

    /// The one action that the sentence measures: the criterion's own, the only one, or the one of the same words.
    private static func row(
        for criterion: PlanIndex.CriterionRow, _ sentence: Range<Int>, _ index: PlanIndex
    ) -> PlanIndex.Row? {
        if criterion.rows.count == 1 { return index.rows[criterion.rows[0]] }
        let meaning = index.meaning(criterion.words, sentence)
        let scored = criterion.rows.map {
            (row: index.rows[$0], shared: index.rows[$0].meaning.shared(with: meaning))
        }
        guard let best = scored.max(by: { $0.shared < $1.shared }), best.shared >= 2,
            scored.filter({ $0.shared == best.shared }).count == 1, best.shared * 3 >= meaning.count
        else { return nil }
        return best.row
    }

    /// True when the sentence tells of the action itself (done, presented, available), not of what came of it.
    private static func isStageOfAction(
        _ criterion: PlanIndex.CriterionRow, _ sentence: Range<Int>, _ row: PlanIndex.Row, _ index: PlanIndex
    ) -> Bool {
        guard criterion.criterion.kind != .impact, criterion.criterion.kind != .outcome else { return false }
        let meaning = index.meaning(criterion.words, sentence)
        return stage.matches(in: criterion.words, within: sentence).isEmpty == false
            && row.meaning.shared(with: meaning) >= 2
    }

    private static let stage = Lexicon([
        "completed", "complete", "implemented", "implementation", "established", "available", "launched",
        "issued", "presented", "agreed", "in place", "published", "delivered", "recruited", "in use",
    ])
}
