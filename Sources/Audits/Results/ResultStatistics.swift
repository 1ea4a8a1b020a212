import Kernel
import Statistics

/// How far the two readers of the same cases agree, with what must be known beside each number.
struct ResultStatistics {
    /// Under so many cases counts are shown in place of a coefficient.
    static let fewest = 30

    struct Line {
        let name: String
        let value: String
        let reach: String
        let words: String
    }

    let agreement: Agreement?
    private let shown: ShownResult
    private let answered: RoundResult.Answered

    init(_ shown: ShownResult, _ answered: RoundResult.Answered) {
        self.shown = shown
        self.answered = answered
        agreement = shown.agreement(answered)
    }

    private var isChosen: Bool { ResultBasis(shown.result) == .chosen }

    /// Beneath the bar of which way they differ.
    var direction: [String] {
        var words: [String] = []
        if let kinder = shown[answered, .kinder], let harder = shown[answered, .harder],
            let test = SignTest(kinder, harder)
        {
            words.append(
                "\(ResultWords.chance(test.probability)) (sign test, \(ResultWords.probability(test.probability)))."
            )
        }
        if let near = shown.share(answered, .withinOne, of: .judgedByBoth) {
            words.append("\(near.count) of \(near.total) are within one grade.")
        }
        return words
    }

    /// For the line of how far to trust it.
    var short: String? {
        guard let agreement, agreement.count > 0 else { return nil }
        guard agreement.count >= Self.fewest else {
            return
                "\(agreement.exact.count) of \(agreement.count) the same. Too few for a coefficient: from \(Self.fewest) on."
        }
        let weighted = agreement.kappa(.linear).map { "Weighted kappa \(ResultWords.coefficient($0.value))" }
        let plain = agreement.gwet().map { "AC1 \(ResultWords.coefficient($0.value))" }
        return [weighted ?? "Kappa not computable: all have one grade", plain].compactMap { $0 }
            .joined(separator: ", ")
    }

    /// What is on the page: exact, within one, kappa, linear kappa, AC1.
    var lines: [Line] {
        guard let agreement, agreement.count > 0 else { return [] }
        var lines = [
            Line(
                name: "The same", value: "\(agreement.exact.count) of \(agreement.count)", reach: "",
                words: "Looks better than it is where nearly all have one grade.")
        ]
        if answered.isOrdered {
            lines.append(
                Line(
                    name: "Within one grade",
                    value: "\(agreement.withinOne.count) of \(agreement.count)", reach: "",
                    words: "The same or next to it."))
        }
        guard agreement.count >= Self.fewest else { return lines }
        lines.append(
            line("Cohen’s kappa", agreement.kappa(), "What is left once chance is taken off."))
        if answered.isOrdered {
            lines.append(
                line(
                    "Kappa, linear weights", agreement.kappa(.linear),
                    "A slip of one grade counts less than one of three: the one to quote."))
        }
        lines.append(
            line(
                "Gwet’s AC1", agreement.gwet(),
                "Stands where nearly every case has one grade and kappa does not."))
        return lines
    }

    private func line(_ name: String, _ coefficient: Coefficient?, _ words: String) -> Line {
        Line(
            name: name,
            value: coefficient.map { ResultWords.coefficient($0.value) } ?? "Not computable",
            reach: isChosen
                ? ""
                : coefficient?.interval.map {
                    "\(ResultWords.coefficient($0.lower)) to \(ResultWords.coefficient($0.upper))"
                } ?? "",
            words: coefficient == nil ? "Both gave every case one and the same grade." : words)
    }

    /// What must be said beside the numbers.
    var warnings: [String] {
        guard let agreement, agreement.count > 0 else { return [] }
        var words: [String] = []
        if agreement.count < Self.fewest {
            words.append(
                "Under \(Self.fewest) cases a coefficient says more about chance than about the readers, so only counts are shown."
            )
        } else {
            words.append(
                "From 0.61 to 0.80 is often called substantial. That is a custom and no test: read the number with its range."
            )
            if let kappa = agreement.kappa()?.value, let gwet = agreement.gwet()?.value, gwet - kappa > 0.3 {
                words.append(
                    "Kappa is low because nearly every case has one grade, not because the readers differ: read AC1."
                )
            }
        }
        let unused = agreement.unusedGrades.map { answered.grades[$0].words }
        if !unused.isEmpty {
            words.append(
                "Nobody gave “\(unused.joined(separator: "”, “"))”; the whole scale counts all the same.")
        }
        return words
    }

    /// All that can be computed, to five decimals: for the export.
    var all: [(name: String, value: Double?, lower: Double?, upper: Double?)] {
        guard let agreement, agreement.count > 0 else { return [] }
        typealias Entry = (name: String, value: Double?, lower: Double?, upper: Double?)
        func entry(_ name: String, _ coefficient: Coefficient?) -> Entry {
            (
                name, coefficient?.value, isChosen ? nil : coefficient?.interval?.lower,
                isChosen ? nil : coefficient?.interval?.upper
            )
        }
        let lean = agreement.direction
        var all: [Entry] = [
            ("Cases read by both", Double(agreement.count), nil, nil),
            ("The same", Double(agreement.exact.count), nil, nil),
            ("Within one grade", Double(agreement.withinOne.count), nil, nil),
        ]
        if !isChosen {
            all += [
                ("Share the same", agreement.exact.value, nil, nil),
                ("Share within one grade", agreement.withinOne.value, nil, nil),
            ]
        }
        all += [
            ("Chance agreement, kappa", agreement.kappa()?.expected, nil, nil),
            entry("Cohen’s kappa", agreement.kappa()),
            ("Standard error of kappa", agreement.kappa()?.standardError, nil, nil),
            entry("Kappa, linear weights", agreement.kappa(.linear)),
            entry("Kappa, quadratic weights", agreement.kappa(.quadratic)),
            ("Chance agreement, AC1", agreement.gwet()?.expected, nil, nil),
            entry("Gwet’s AC1", agreement.gwet()),
            entry("Gwet’s AC2, linear weights", agreement.gwet(.linear)),
            entry("Gwet’s AC2, quadratic weights", agreement.gwet(.quadratic)),
            ("Krippendorff’s alpha, nominal", agreement.alpha.nominal, nil, nil),
            ("Krippendorff’s alpha, ordinal", agreement.alpha.ordinal, nil, nil),
            ("Krippendorff’s alpha, interval", agreement.alpha.interval, nil, nil),
            ("First grade kinder", Double(lean.kinder), nil, nil),
            ("First grade harder", Double(lean.harder), nil, nil),
            ("Net kinder share", isChosen ? nil : lean.net, nil, nil),
            ("Kinder, of those that differ", isChosen ? nil : lean.kinderOfDifferent.value, nil, nil),
            ("Sign test, two-sided p", lean.signTest?.probability, nil, nil),
            ("Mean grades that the second lies below the first", lean.meanShift, nil, nil),
        ]
        return all
    }
}
