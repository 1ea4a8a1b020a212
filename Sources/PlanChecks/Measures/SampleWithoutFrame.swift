import Kernel
import PlanFormat

/// M12: a sample that nobody could draw again: no size, nothing said of what it is drawn from, or how often.
enum SampleWithoutFrame: PlanCheck {
    static let id = "M12"
    static let severity = CheckFinding.Severity.warning
    static let title = "The sample cannot be drawn again"
    static let advice = "Say how many, out of which list, drawn how, and how often."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for area in index.areas {
            for monitoring in area.area.monitoring {
                let words = Words(monitoring.text)
                guard
                    let (range, lacks) = incomplete(
                        words, hasSize: monitoring.samplePercent != nil || monitoring.quota != nil,
                        hasPeriod: monitoring.frequency != nil)
                else { continue }
                findings.append(
                    finding(
                        area, in: index, message(lacks), text: monitoring.text, marked: [words.string(range)],
                        place: monitoring.place))
            }
            for item in area.area.evidence {
                let words = Words(item.text)
                guard let (range, lacks) = incomplete(words) else { continue }
                findings.append(
                    finding(
                        area, in: index, message(lacks), text: item.text, marked: [words.string(range)],
                        place: item.place))
            }
        }
        for row in index.rows {
            guard let (range, lacks) = incomplete(row.words) else { continue }
            findings.append(
                finding(row, message(lacks), text: row.action.text, marked: [row.words.string(range)]))
        }
        for criterion in index.criteria {
            guard let (range, lacks) = incomplete(criterion.words) else { continue }
            findings.append(
                finding(criterion, in: index, message(lacks), marked: [criterion.words.string(range)]))
        }
        for running in index.running where !running.isHeading {
            guard let (range, lacks) = incomplete(running.words) else { continue }
            findings.append(
                finding(running, message(lacks), around: range, marked: [running.words.string(range)]))
        }
        return findings
    }

    private static func message(_ lacks: [String]) -> String {
        "Nobody could draw this sample again: it does not say \(Wording.list(lacks, "or"))."
    }

    /// The words of the sample and what is missing; nil when there is no sample, or nothing is.
    private static func incomplete(
        _ words: Words, hasSize: Bool = false, hasPeriod: Bool = false
    ) -> (Range<Int>, [String])? {
        // "The sample" is one that was told of before.
        guard let range = samples.matches(in: words).first(where: { words.word($0.lowerBound - 1) != "the" })
        else { return nil }
        let sentence = words.sentence(around: range.lowerBound)
        if !notSamples.matches(in: words, within: sentence).isEmpty { return nil }
        let amounts = Amounts.find(in: words, within: sentence)
        var lacks: [String] = []
        if !hasSize, amounts.isEmpty { lacks.append("how many") }
        let frames = ["of", "from", "across", "each", "every", "all"]
        let after = words.tokens[range.upperBound..<sentence.upperBound]
        if !after.contains(where: { frames.contains($0.word) || $0.shape == .number }), after.count < 2 {
            lacks.append("out of what")
        }
        let isRepeated = hasPeriod || !periods.matches(in: words, within: sentence).isEmpty
        if lacks.isEmpty, !isRepeated, !past.matches(in: words, within: sentence).isEmpty { return nil }
        if !isRepeated, past.matches(in: words, within: sentence).isEmpty { lacks.append("how often") }
        guard !lacks.isEmpty else { return nil }
        if methods.matches(in: words, within: sentence).isEmpty { lacks.append("how it is drawn") }
        return (range, lacks)
    }

    private static let samples = Lexicon([
        "random sample", "sample", "samples", "sampled", "sampling", "dip sample", "dip sampling",
        "dip sampled",
        "dip samples", "dip", "spot check", "spot checks",
    ])
    private static let notSamples = Lexicon([
        "sample letter", "sample letters", "blood sample", "sample document", "sample form", "sample plan",
    ])
    private static let periods = Lexicon([
        "month", "monthly", "week", "weekly", "quarter", "quarterly", "year", "annual", "annually",
        "fortnight",
        "fortnightly", "daily", "four weekly", "six monthly", "term", "termly", "cycle", "round",
    ])
    private static let methods = Lexicon([
        "random", "randomly", "stratified", "every #", "systematic", "at random", "seed", "drawn by",
    ])
    private static let past = Lexicon([
        "was", "were", "has been", "have been", "will be made", "by examining", "showed",
    ])
}
