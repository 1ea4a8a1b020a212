import Kernel
import Markup
import Statistics

/// How figures and signals are said.
enum MeasureWords {
    /// `83%` alone, rounded once from the counts.
    static func short(_ point: SeriesPoint, _ shape: MeasureDefinition.Shape) -> String {
        guard !point.isHidden else { return "–" }
        return short(point.numerator, point.denominator, point.halves, shape)
    }

    static func short(_ figure: MeasureFigure, _ shape: MeasureDefinition.Shape) -> String {
        short(figure.numerator, figure.denominator, figure.halves, shape)
    }

    private static func short(
        _ numerator: Int, _ denominator: Int, _ halves: Int?, _ shape: MeasureDefinition.Shape
    ) -> String {
        switch shape {
        case .count: whole(numerator)
        case .share: Share(numerator, of: denominator)?.percentage().map { "\($0)%" } ?? "none of none"
        case .rate, .mean, .median:
            shape.value(numerator, denominator, halves: halves).map { value($0, shape) } ?? "none"
        }
    }

    /// `35 of 42`; empty for a count.
    static func counts(_ figure: MeasureFigure, _ shape: MeasureDefinition.Shape) -> String {
        counts(figure.numerator, figure.denominator, shape)
    }

    static func counts(_ point: SeriesPoint, _ shape: MeasureDefinition.Shape) -> String {
        counts(point.numerator, point.denominator, shape)
    }

    private static func counts(
        _ numerator: Int, _ denominator: Int, _ shape: MeasureDefinition.Shape
    ) -> String {
        switch shape {
        case .count: ""
        case .share, .rate: "\(whole(numerator)) of \(whole(denominator))"
        case .mean: "\(whole(numerator)) for \(whole(denominator))"
        case .median: "the middle of \(whole(denominator))"
        }
    }

    /// What the column of values is called.
    static func heading(_ shape: MeasureDefinition.Shape) -> String {
        switch shape {
        case .count: "Number"
        case .share: "Per cent"
        case .rate: "Per 10,000"
        case .mean: "For each"
        case .median: "Middle"
        }
    }

    static func value(_ value: Double, _ shape: MeasureDefinition.Shape) -> String {
        let tenths = (value * 10).rounded() / 10
        let text =
            tenths == tenths.rounded() || shape == .share && abs(value) >= 10
            ? whole(Int(value.rounded())) : Markup.number(value)
        return shape == .share ? "\(text)%" : text
    }

    static func whole(_ number: Int) -> String {
        var digits = String(abs(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
    }

    static func symbol(_ state: MeasureSeries.State) -> Symbol {
        switch state {
        case .nothing, .tooFew, .expected: .expected
        case .signal(_, .improvement): .improvement
        case .signal(_, .concern): .concern
        case .signal(_, .neutral): .change
        }
    }

    static func symbol(_ signal: Signal?, _ direction: Direction) -> Symbol {
        guard let signal else { return .expected }
        switch signal.meaning(direction) {
        case .improvement: return .improvement
        case .concern: return .concern
        case .neutral: return .change
        }
    }

    /// `Improving`, `3 months: too few`.
    static func words(_ series: MeasureSeries) -> String {
        switch series.state {
        case .nothing: "No figure yet"
        case .tooFew(let count):
            "\(count) \(count == 1 ? series.rhythm.singular : series.rhythm.plural): too few"
        case .expected, .signal: symbol(series.state).word
        }
    }

    static func direction(_ direction: Direction) -> String {
        switch direction {
        case .up: "higher is better"
        case .down: "lower is better"
        case .neutral: "no direction is good"
        }
    }

    /// What says most to whoever reads it: a run of months before two that lie near a limit.
    private static let telling: [SpecialCause] = [.outside, .trend, .shift, .twoOfThree]

    private static func because(_ series: MeasureSeries) -> String {
        let shape = series.shape
        guard let last = series.stretches.last, let place = last.members.last, let mean = last.mean,
            let signal = series.signals[place]
        else { return "" }
        let isHigh = signal.side == .high
        guard let cause = telling.first(where: signal.causes.contains) else { return "" }
        let average = value(mean, shape)
        switch cause {
        case .outside:
            let limit = last.limits.last.flatMap { $0 }.map { isHigh ? $0.upper : $0.lower } ?? mean
            return
                "The last \(series.rhythm.singular) lies \(isHigh ? "above the upper" : "below the lower") limit of \(value(limit, shape))."
        case .trend:
            return
                "Seven \(series.rhythm.plural) in a row, each \(isHigh ? "higher" : "lower") than the one before."
        case .twoOfThree:
            return
                "Two of the last three \(series.rhythm.plural) lie near the \(isHigh ? "upper" : "lower") limit."
        case .shift:
            let run = last.members.reversed().prefix {
                guard let value = series.value($0) else { return false }
                return isHigh ? value > mean : value < mean
            }.count
            return
                "\(number(run)) \(series.rhythm.plural) in a row \(isHigh ? "above" : "below") the average of \(average)."
        }
    }

    private static func number(_ number: Int) -> String {
        let words = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
        return words.indices.contains(number) ? words[number] : "\(number)"
    }

    /// What the chart says, in one sentence, and what it means for the next step.
    static func sentence(_ series: MeasureSeries) -> (strong: String, rest: String) {
        switch series.state {
        case .nothing: return ("No figure yet.", "")
        case .tooFew(let count):
            return (
                "Too few to judge.",
                "There \(count == 1 ? "is" : "are") \(counted(count, series.rhythm.singular)); limits take at least 6, firm ones 12."
            )
        case .expected:
            guard let last = series.stretches.last, let limits = last.limits.last ?? nil else {
                return ("No real change.", "")
            }
            let capped = series.shape == .share ? limits.capped(to: 0...100) : limits
            let trial =
                last.footing == .trial ? " These limits are a trial: they rest on fewer than 12 points." : ""
            return (
                "No real change.",
                "The last \(series.rhythm.singular) lies where chance alone would put it, between \(value(max(0, capped.lower), series.shape)) and \(value(capped.upper, series.shape)).\(trial)"
            )
        case .signal: return ("\(symbol(series.state).word).", because(series))
        }
    }
}
