import Kernel
package import Markup

extension Markup {
    /// The chart drawn twice (one is shown) and its key. Give the numbers as a table below it.
    package mutating func controlChart(_ chart: ControlChart) {
        guard chart.points.contains(where: { $0.value != nil }) else { return }
        ControlChartView(chart, .wide).draw(&self)
        ControlChartView(chart, .narrow).draw(&self)
        let readings = Symbol.readings.filter { reading in
            chart.points.contains { $0.reading == reading && $0.value != nil }
        }
        guard !chart.stretches.allSatisfy({ $0.mean == nil }) else { return }
        ul(.class("key")) { m in
            for reading in readings {
                m.li { m in
                    m.symbol(reading)
                    m.add(LineChartView.word(reading))
                }
            }
            if chart.fan != nil {
                m.li { m in
                    m.svg(width: 40, height: 16, .class("symbol fan-key")) { m in
                        m.path("M0 12 L40 2 L40 14z", .class("fan"))
                        m.line(from: (0, 12), to: (40, 8), .class("fan-line"))
                    }
                    m.add("If the current trend simply continues")
                }
            }
        }
    }
}

struct ControlChartView {
    private let chart: ControlChart
    private let size: LineChartView.Size
    private let scale: ValueScale
    private let first: Day
    private let last: Day

    init(_ chart: ControlChart, _ size: LineChartView.Size) {
        self.chart = chart
        self.size = size
        var values = chart.points.compactMap(\.value) + chart.steps.map(\.value)
        let isShare = chart.unit == .percent
        for stretch in chart.stretches {
            values += [stretch.mean].compactMap { $0 }
            for limits in stretch.limits.compactMap({ $0 }) {
                values += [limits.lowerBound, limits.upperBound]
            }
        }
        if let band = chart.expected { values += [band.lowerBound, band.upperBound] }
        if let fan = chart.fan { values += [fan.expected, fan.range.lowerBound, fan.range.upperBound] }
        scale = ValueScale(isShare ? values.map { min(max($0, 0), 100) } : values, isShare: isShare)
        let days = chart.points.map(\.day)
        let start = days.min() ?? Day(number: 0)
        first = start
        // A target years ahead must not squeeze what has happened.
        let reach = (days.max() ?? start).adding(days: max(92, Int((days.max() ?? start) - start)))
        let ahead = chart.steps.map(\.by) + [chart.fan?.day].compactMap { $0 }
        last = max(days.max() ?? start, ahead.filter { $0 <= reach }.max() ?? start)
    }

    func draw(_ m: inout Markup) {
        m.svg(
            width: size.width, height: size.height, name: chart.sentence, .class("chart \(size.name)")
        ) { m in
            band(&m)
            grid(&m)
            months(&m)
            for item in chart.breaks { line(item, &m) }
            for stretch in chart.stretches { limits(stretch, &m) }
            steps(&m)
            fan(&m)
            series(&m)
            endLabels(&m)
        }
    }

    private func x(_ day: Day) -> Double {
        let share = Double(day.number - first.number) / Double(max(1, last.number - first.number))
        return size.left + 8 + (size.right - size.left - 16) * min(max(share, 0), 1)
    }

    private func y(_ value: Double) -> Double {
        let held = min(max(value, scale.low), scale.high)
        return size.bottom - (size.bottom - size.top) * (held - scale.low) / (scale.high - scale.low)
    }

    private func words(_ value: Double) -> String { ControlChart.words(value, chart.unit) }

    private func grid(_ m: inout Markup) {
        for tick in scale.ticks {
            m.line(from: (size.left, y(tick)), to: (size.right, y(tick)), .class("month"))
            m.label(words(tick), x: size.left - 7, y: y(tick) + 4, anchor: "end")
        }
    }

    /// Month and year under the line, as many as stand clear of each other.
    private func months(_ m: inout Markup) {
        // A month stands under its last day, where its point is.
        var months: [Day] = []
        var day = first.adding(days: 1 - first.civil.day)
        while day <= last {
            months.append(min(day.adding(months: 1).adding(days: -1), last))
            day = day.adding(months: 1)
        }
        let room = (size.right - size.left) / Double(max(1, months.count))
        let step = [1, 2, 3, 6, 12].first { Double($0) * room >= (size.labelsOutside ? 44 : 48) } ?? 24
        for (index, month) in months.enumerated() where index % step == 0 {
            let civil = month.civil
            m.label(
                String(Day.monthNames[civil.month - 1].prefix(3)), x: x(month), y: size.bottom + 16,
                anchor: "middle")
            if index == 0 || civil.month <= step {
                m.label("\(civil.year)", x: x(month), y: size.bottom + 32, anchor: "middle", .class("year"))
            }
        }
    }

    private func band(_ m: inout Markup) {
        guard let band = chart.expected else { return }
        m.rectangle(
            x: size.left, y: y(band.upperBound), width: size.right - size.left,
            height: y(band.lowerBound) - y(band.upperBound), .class("expected-band"))
        if size.labelsOutside {
            m.label("Expected band", x: size.left + 6, y: y(band.upperBound) + 14)
        }
    }

    private func line(_ item: ControlChart.Break, _ m: inout Markup) {
        guard item.day > first, item.day <= last else { return }
        let place = x(item.day)
        m.line(from: (place, size.top), to: (place, size.bottom), .class("change-line"))
        guard size.labelsOutside else { return }
        let isLeft = place > (size.left + size.right) / 2
        m.label(
            item.words.count > 60 ? String(item.words.prefix(58)) + "…" : item.words,
            x: isLeft ? place - 6 : place + 6, y: size.bottom - 8, anchor: isLeft ? "end" : "start")
    }

    /// The mean and the limits, from the first to the last point of the stretch.
    private func limits(_ stretch: ControlChart.Stretch, _ m: inout Markup) {
        guard let mean = stretch.mean, let start = stretch.places.first, let end = stretch.places.last else {
            return
        }
        let (left, right) = (x(chart.points[start].day) - 6, x(chart.points[end].day) + 6)
        m.line(from: (left, y(mean)), to: (right, y(mean)), .class("average-level"))
        let all = stretch.limits.compactMap { $0 }
        guard let one = all.first, all.count == stretch.places.count else { return }
        if all.allSatisfy({ $0 == one }) {
            for value in [one.lowerBound, one.upperBound] {
                m.line(from: (left, y(value)), to: (right, y(value)), .class("limit-level"))
            }
            return
        }
        // Limits of each point's own size: a stair.
        let days = stretch.places.map { x(chart.points[$0].day) }
        for isUpper in [true, false] {
            let steps = all.indices.map { index -> String in
                let from = index == 0 ? left : (days[index - 1] + days[index]) / 2
                let to = index == all.count - 1 ? right : (days[index] + days[index + 1]) / 2
                let level = Markup.number(y(isUpper ? all[index].upperBound : all[index].lowerBound))
                return
                    "\(index == 0 ? "M" : "L")\(Markup.number(from)) \(level)L\(Markup.number(to)) \(level)"
            }
            m.path(steps.joined(), .class("limit-level stair"))
        }
    }

    /// Each step from the day after the one before it, or from the beginning, to its own day.
    private func steps(_ m: inout Markup) {
        var from = first
        for step in chart.steps.sorted(by: { $0.by < $1.by }) {
            let end = min(step.by, last)
            guard end > from || chart.steps.count == 1 else { continue }
            m.line(from: (x(from), y(step.value)), to: (x(end), y(step.value)), .class("target-level"))
            from = end
        }
    }

    private func fan(_ m: inout Markup) {
        guard let fan = chart.fan, fan.day <= last,
            let start = chart.points.last(where: { $0.value != nil && !$0.isProvisional }),
            let value = start.value
        else { return }
        let (a, b) = (x(start.day), x(fan.day))
        func point(_ x: Double, _ value: Double) -> String {
            "\(Markup.number(x)) \(Markup.number(y(value)))"
        }
        m.path(
            "M\(point(a, value))L\(point(b, fan.range.upperBound))L\(point(b, fan.range.lowerBound))z",
            .class("fan"))
        m.line(from: (a, y(value)), to: (b, y(fan.expected)), .class("fan-line"))
    }

    private func series(_ m: inout Markup) {
        let broken = Set(chart.stretches.dropFirst().compactMap(\.places.first))
        var run: [(x: Double, y: Double, index: Int)] = []
        for (index, point) in chart.points.enumerated() {
            guard let value = point.value else { continue }
            // A new stretch is not joined to the one before.
            run.append((x(point.day), y(value), index + broken.count { $0 <= index }))
        }
        m.path(Markup.polyline(run), .class("series"))
        let factor = size.labelsOutside ? 1.4 : 1
        for point in chart.points {
            guard let value = point.value else { continue }
            if point.isProvisional {
                m.circle(x: x(point.day), y: y(value), radius: 3.2 * factor, .class("provisional"))
            } else {
                m.chartMark(point.reading, x: x(point.day), y: y(value), scale: factor)
            }
        }
        if let last = chart.points.last(where: { $0.value != nil }), let value = last.value {
            let before = chart.points.dropLast().last { $0.value != nil && $0.day < last.day }?.value ?? value
            lastLabel(words(value), x(last.day), y(value), isRising: before < value, &m)
        }
    }

    /// The last figure where neither the line that leads to it nor a level runs through it: under or above the mark,
    /// or to its right where there is room.
    private func lastLabel(_ words: String, _ x: Double, _ y: Double, isRising: Bool, _ m: inout Markup) {
        let (under, above) = (y + 22, y - 11)
        var places = [isRising ? above : under, y + 4, isRising ? under : above]
        if chart.fan != nil || x + 46 > size.right { places.remove(at: 1) }
        let levels = levels.map(self.y)
        let inside = places.filter { $0 < size.bottom - 3 && $0 > size.top + 9 }
        let clear = inside.first { place in levels.allSatisfy { abs($0 - (place - 4)) > 8 } }
        let place = clear ?? inside.first ?? above
        let isBeside = place == y + 4
        m.label(
            words, x: isBeside ? x + 9 : min(x, size.right - 18), y: place,
            anchor: isBeside ? "start" : "middle", .class("year"))
    }

    /// The levels that are drawn under the last point.
    private var levels: [Double] {
        let last = chart.stretches.last
        let limits = (last?.limits.last ?? nil).map { [$0.lowerBound, $0.upperBound] } ?? []
        return [last?.mean].compactMap { $0 } + limits
            + chart.steps.filter { step in chart.points.last.map { step.by >= $0.day } ?? false }.prefix(1)
            .map(\.value)
    }

    /// Words at the line ends, moved apart where two would touch.
    private func endLabels(_ m: inout Markup) {
        var labels: [(value: Double, words: String, isTarget: Bool)] = []
        if let step = chart.steps.max(by: { $0.by < $1.by }) {
            labels.append((step.value, "Target \(words(step.value))", true))
        }
        if let stretch = chart.stretches.last, let mean = stretch.mean {
            labels.append((mean, "Average \(words(mean))", false))
            if let limits = stretch.limits.last ?? nil {
                let trial = stretch.isTrial ? "Trial upper limit" : "Upper limit"
                labels.append((limits.upperBound, "\(trial) \(words(limits.upperBound))", false))
                let lower = stretch.isTrial ? "Trial lower limit" : "Lower limit"
                labels.append((limits.lowerBound, "\(lower) \(words(limits.lowerBound))", false))
            }
        }
        guard size.labelsOutside else {
            for label in labels where label.isTarget {
                m.label(label.words, x: size.left + 4, y: y(label.value) - 6, .class("year"))
            }
            return
        }
        var below = -100.0
        for label in labels.sorted(by: { $0.value > $1.value }) {
            let place = max(y(label.value) + 4, below + 15)
            below = place
            m.label(label.words, x: size.right + 8, y: place, label.isTarget ? .class("year") : .nothing)
        }
    }
}
