import Kernel
import ReturnFormats
import Statistics

/// An XmR chart in words and as JSON.
struct ChartOutline {
    let series: PeriodSeries
    let chart: XmRChart
    let limits: XmRLimits
    let isScreened: Bool

    private typealias Mark = (position: Int, point: PeriodSeries.Point, value: Double, signal: Signal)

    private var plotted: [PeriodSeries.Point] { series.points.filter { $0.value != nil } }
    private var missing: [PeriodSeries.Point] { series.points.filter { $0.value == nil } }
    private var marks: [Mark] {
        zip(plotted, chart.signals).enumerated().compactMap { index, pair in
            guard let signal = pair.1, let value = pair.0.value else { return nil }
            return (index + 1, pair.0, value, signal)
        }
    }

    // MARK: For people

    var text: String {
        let points = plotted
        let marks = marks
        var lines = [summary(marks.count, of: points.count), ""]
        lines.append("Mean    \(shown(limits.mean))")
        lines.append("Limits  \(shown(limits.limits.lower)) to \(shown(limits.limits.upper))")
        lines.append("From    \(basis(points))")
        if !marks.isEmpty { lines.append("") }
        let widths = [
            marks.map(\.point.period.count).max() ?? 0, marks.map { shown($0.value).count }.max() ?? 0,
        ]
        for mark in marks {
            let value = shown(mark.value)
            lines.append(
                mark.point.period + String(repeating: " ", count: widths[0] - mark.point.period.count + 2)
                    + String(repeating: " ", count: widths[1] - value.count) + value + "  "
                    + mark.signal.causes.map { words($0, mark) }.joined(separator: "; "))
        }
        if !missing.isEmpty {
            lines += ["", "Without a value: \(missing.map(\.period).joined(separator: ", "))."]
        }
        if series.wasReordered { lines += ["", "The file's rows were put in order of period."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func summary(_ marked: Int, of count: Int) -> String {
        switch marked {
        case 0: "Nothing but chance shows in the \(count) values."
        case 1: "1 of the \(count) values stands out from chance."
        default: "\(marked) of the \(count) values stand out from chance."
        }
    }

    private func basis(_ points: [PeriodSeries.Point]) -> String {
        let baseline = chart.current.baseline
        var words =
            baseline.count == points.count
            ? "all \(points.count) values" : "the first \(baseline.count) values"
        words += ", \(points[0].period) to \(points[baseline.upperBound - 1].period)"
        if isScreened {
            words += ", without \(limits.screened) outlying range\(limits.screened == 1 ? "" : "s")"
        }
        return chart.current.footing == .trial ? words + ": limits for a trial, of fewer than 12" : words
    }

    private func words(_ cause: SpecialCause, _ mark: Mark) -> String {
        let isAbove = mark.value > limits.mean
        return switch cause {
        case .outside: isAbove ? "outside: above the upper limit" : "outside: below the lower limit"
        case .trend: "trend: one of seven or more in a row that rise, or that fall"
        case .twoOfThree: "two of three near the \(isAbove ? "upper" : "lower") limit"
        case .shift: "shift: one of seven or more in a row \(isAbove ? "above" : "below") the mean"
        }
    }

    /// Two decimals at most.
    private func shown(_ value: Double) -> String {
        guard abs(value) < 1e12 else { return String(value) }
        let hundredths = Int64((abs(value) * 100).rounded())
        var text = (value < 0 && hundredths > 0 ? "-" : "") + String(hundredths / 100)
        if hundredths % 100 != 0 {
            text +=
                hundredths % 10 == 0
                ? ".\(hundredths / 10 % 10)" : ".\(hundredths / 10 % 10)\(hundredths % 10)"
        }
        return text
    }

    // MARK: For programs

    /// `{"mean", "limits": {"lower", "upper"}, "flagged": [{"period", "value", "rule"}], …}`, in order of period.
    var json: JSON {
        let points = plotted
        let baseline = chart.current.baseline
        return [
            "points": .integer(Int64(points.count)), "missing": .strings(missing.map(\.period)),
            "baseline": [
                "points": .integer(Int64(baseline.count)), "first": .string(points[0].period),
                "last": .string(points[baseline.upperBound - 1].period),
            ],
            "footing": .string(chart.current.footing.rawValue),
            "screened": isScreened ? .integer(Int64(limits.screened)) : .null,
            "mean": .number(limits.mean), "meanRange": .number(limits.meanRange),
            "limits": ["lower": .number(limits.limits.lower), "upper": .number(limits.limits.upper)],
            "rangeLimit": .number(limits.rangeLimit),
            "flagged": .array(
                marks.map { mark in
                    [
                        "position": .integer(Int64(mark.position)), "period": .string(mark.point.period),
                        "value": .number(mark.value), "rule": .string(mark.signal.cause.rawValue),
                        "side": .string(mark.signal.side.rawValue),
                        "rules": .strings(mark.signal.causes.map(\.rawValue)),
                    ]
                }),
        ]
    }
}
