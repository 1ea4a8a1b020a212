import Charts
import Kernel
import Markup
import Statistics

/// Whether the next step will be reached, in words.
struct MeasureOutlook {
    private(set) var rows: [SummaryRow] = []
    private(set) var sentence: Markup = ""
    private(set) var forecast: (step: Day, Forecast)?

    init(_ found: MeasureInQuestion) {
        let series = found.series
        let shape = found.shape
        let steps = found.reading.settings.steps(found.node)
        guard let step = MeasureWords.stepAhead(steps, series), let aim = step.aim,
            let latest = series.latest, let value = series.value(latest.place)
        else { return }
        let target = "\(MeasureWords.value(aim, shape)) by \(step.by.long)"
        rows.append(
            SummaryRow(
                "Target",
                Markup(
                    target + (step.rule.map { ", \($0.words)\(step.resolved.map { ", \($0)" } ?? "")" } ?? "")
                )))
        if let words = MeasureWords.against(aim, value, found.reading.direction) {
            rows.append(SummaryRow("Now", Markup(words)))
        }
        if let assurance = series.assurance(aim) {
            rows.append(
                SummaryRow(
                    "As it is",
                    Markup(
                        "\(assurance.rawValue) the target".replacing(
                            "hit and miss the target",
                            with: "hit and miss: some \(series.rhythm.plural) will meet it, some not"))))
        }
        let points = shape == .share ? "points" : ""
        func rate(_ rate: Double) -> Markup {
            Markup("\(Markup.number(rate)) \(points) a \(series.rhythm.singular)".replacing("  ", with: " "))
        }
        do throws(Forecast.Refusal) {
            let forecast = try series.forecast(aim, by: step.by)
            self.forecast = (step.by, forecast)
            rows.append(SummaryRow("Needed", rate(forecast.requiredRate)))
            rows.append(SummaryRow("Trend now", rate(forecast.currentRate)))
            let range =
                "\(MeasureWords.value(forecast.interval80.lower, shape)) to \(MeasureWords.value(forecast.interval80.upper, shape)), 8 chances in 10"
            rows.append(SummaryRow("Likely by then", Markup(range)))
            if let verdict = forecast.verdict {
                sentence =
                    "If the current trend simply continues, whether it reaches \(strong: target) is \(strong: verdict.rawValue)."
                if verdict == .onCourse {
                    sentence =
                        "If the current trend simply continues, \(strong: target) is \(strong: "on course")."
                } else if verdict == .unlikely {
                    sentence =
                        "If the current trend simply continues, \(strong: target) is \(strong: "unlikely")."
                }
            }
        } catch {
            switch error {
            case .dateNotAhead: break
            case .noTrend, .tooFewPoints, .unusable:
                rows.append(SummaryRow("Forecast", Markup(error.rawValue)))
            }
        }
    }
}

/// A measure's series as a chart.
enum MeasureChart {
    static func chart(_ found: MeasureInQuestion) -> ControlChart {
        let series = found.series
        let settings = found.reading.settings
        var chart = ControlChart(
            found.shape == .share ? .percent : .number,
            series.points.indices.map { place in
                ControlChart.Point(
                    series.points[place].period.last, series.value(place),
                    MeasureWords.symbol(series.signals[place], series.direction),
                    isProvisional: series.points[place].isPartial)
            }, sentence: sentence(found))
        chart.stretches = series.stretches.map { stretch in
            ControlChart.Stretch(
                stretch.members, mean: stretch.mean,
                limits: stretch.limits.map { limits in
                    limits.map { limits in
                        let lower = max(0, limits.lower)
                        let upper = found.shape == .share ? min(100, limits.upper) : limits.upper
                        return min(lower, upper)...max(lower, upper)
                    }
                }, isTrial: stretch.footing == .trial)
        }
        chart.steps = settings.steps(found.node).compactMap { step in
            step.aim.map { ControlChart.Step(by: step.by, $0) }
        }
        if let low = settings.expectedLow, let high = settings.expectedHigh, low <= high {
            chart.expected = low...high
        }
        chart.breaks = series.stretches.dropFirst().compactMap { stretch in
            stretch.members.first.map {
                ControlChart.Break(series.points[$0].period.first, stretch.reason ?? "")
            }
        }
        if let (day, forecast) = MeasureOutlook(found).forecast {
            let range = forecast.interval80
            chart.fan = ControlChart.Fan(
                day, expected: forecast.expected,
                range: min(range.lower, range.upper)...max(range.lower, range.upper))
        }
        return chart
    }

    /// From where to where it went, as far as the reader may see.
    private static func sentence(_ found: MeasureInQuestion) -> String {
        let series = found.series
        let shown = series.stretches.flatMap(\.members)
        guard let first = shown.first, let last = shown.last, first != last else {
            return "\(found.definition.name), \(counted(series.points.count, series.rhythm.singular))."
        }
        let words = MeasureWords.sentence(series)
        return
            "From \(MeasureWords.short(series.points[first], found.shape)) \(MeasureRhythm.within(series.points[first].period)) to \(MeasureWords.short(series.points[last], found.shape)) \(MeasureRhythm.within(series.points[last].period)). \(words.strong) \(words.rest)"
    }

    /// How the limits were made.
    static func foot(_ series: MeasureSeries) -> String {
        guard let last = series.stretches.last, last.footing != .line, let from = last.members.first else {
            return "Fewer than 6 points: the line alone, without limits."
        }
        let to = last.members[min(last.baseline, last.members.count) - 1]
        let points = "\(counted(last.baseline, "point")), not screened"
        let span =
            "\(MeasureRhythm.words(series.points[from].period)) to \(MeasureRhythm.words(series.points[to].period))"
        let kind =
            series.kind == .shares
            ? "Groups differ much in size or are small, so each point has the limits of its own size (p-chart). "
            : ""
        let trial = last.footing == .trial ? " Trial limits: fewer than 12 points." : ""
        let months =
            series.rhythm == .month
            ? " Seven points in a row take seven months." : ""
        return "\(kind)Average and limits are from \(span), \(points).\(trial)\(months)"
    }
}
