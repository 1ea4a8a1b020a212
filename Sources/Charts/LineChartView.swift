import Kernel
package import Markup

extension Markup {
    /// The sentence, the chart drawn twice (one is shown), its key, and its numbers as a table.
    package mutating func lineChart(_ chart: LineChart) {
        p(chart.sentence, .class("chart-sentence"))
        LineChartView(chart, .wide).draw(&self)
        LineChartView(chart, .narrow).draw(&self)
        if chart.judgesPoints { key(chart) }
        disclosure("Show the numbers as a table") { m in LineChartView(chart, .wide).table(&m) }
    }

    private mutating func key(_ chart: LineChart) {
        let readings = Symbol.readings.filter { reading in chart.points.contains { $0.reading == reading } }
        ul(.class("key")) { m in
            for reading in readings {
                m.li { m in
                    m.symbol(reading)
                    m.add(LineChartView.word(reading))
                }
            }
        }
    }
}

struct LineChartView {
    /// A size to draw at: 1120 across with labels at the line ends, or 288 across with labels on the lines.
    struct Size {
        let width: Int
        let height: Int
        let left: Double
        let right: Double
        let name: String
        let labelsOutside: Bool

        static let wide = Size(
            width: 1120, height: 396, left: 40, right: 1000, name: "chart-wide", labelsOutside: true)
        static let narrow = Size(
            width: 288, height: 230, left: 38, right: 282, name: "chart-narrow", labelsOutside: false)

        var top: Double { 12 }
        var bottom: Double { Double(height) - 40 }
    }

    private let chart: LineChart
    private let size: Size
    private let scale: ValueScale

    init(_ chart: LineChart, _ size: Size) {
        self.chart = chart
        self.size = size
        scale = ValueScale(
            chart.points.compactMap(\.value) + chart.levels.map(\.value), isShare: chart.unit == .percent)
    }

    static func word(_ reading: Symbol) -> String {
        switch reading {
        case .improvement: "Improvement"
        case .concern: "Concern"
        case .change: "Change, no good direction"
        default: "Expected range"
        }
    }

    func draw(_ m: inout Markup) {
        m.svg(width: size.width, height: size.height, .class("chart \(size.name)")) { m in
            grid(&m)
            months(&m)
            for change in chart.changes { self.change(change, &m) }
            for level in chart.levels { line(level, &m) }
            labels(&m)
            series(&m)
        }
    }

    private func x(_ index: Int) -> Double {
        let steps = Double(max(1, chart.points.count - 1))
        return size.left + 8 + (size.right - size.left - 16) * Double(index) / steps
    }

    private func y(_ value: Double) -> Double {
        size.bottom - (size.bottom - size.top) * (value - scale.low) / (scale.high - scale.low)
    }

    private func grid(_ m: inout Markup) {
        for tick in scale.ticks {
            m.line(from: (size.left, y(tick)), to: (size.right, y(tick)), .class("month"))
            let isTop = tick == scale.ticks.last
            let words = isTop ? chart.words(tick) : chart.words(tick).replacingPercent
            m.label(words, x: size.left - 7, y: y(tick) + 4, anchor: "end")
        }
    }

    private func months(_ m: inout Markup) {
        if size.labelsOutside { letters(&m) } else { quarters(&m) }
    }

    /// A letter for each month, and the year under its first; only as many as stand clear of each other.
    private func letters(_ m: inout Markup) {
        let room = (size.right - size.left) / Double(max(1, chart.points.count))
        let step = max(1, Int((14 / room).rounded(.up)))
        var year = 0
        var yearEnd = -100.0
        for (index, point) in chart.points.enumerated() {
            if index % step == 0 {
                m.label(
                    String(Day.monthLetters[point.month.civil.month - 1]), x: x(index), y: size.bottom + 17,
                    anchor: "middle")
            }
            if point.month.civil.year != year, x(index) > yearEnd {
                m.label("\(point.month.civil.year)", x: x(index) - 4, y: size.bottom + 34, .class("year"))
                yearEnd = x(index) + 36
            }
            year = point.month.civil.year
        }
    }

    /// Where it is narrow: month over year, counted back from the last.
    private func quarters(_ m: inout Markup) {
        let room = (size.right - size.left) / Double(max(1, chart.points.count - 1))
        let step = max(1, Int((46 / room).rounded(.up)))
        for index in chart.points.indices where (chart.points.count - 1 - index) % step == 0 {
            let month = GanttView.monthAndYear(chart.points[index].month).split(separator: " ")
            let place = min(max(x(index), size.left + 8), size.right - 10)
            m.label(String(month[0]), x: place, y: size.bottom + 16, anchor: "middle")
            m.label(String(month[1]), x: place, y: size.bottom + 31, anchor: "middle")
        }
    }

    private func change(_ change: LineChart.Change, _ m: inout Markup) {
        guard
            let index = chart.points.firstIndex(where: {
                ($0.month.civil.year, $0.month.civil.month) >= (
                    change.month.civil.year, change.month.civil.month
                )
            })
        else { return }
        let place = max(size.left, x(index) - (index > 0 ? (x(index) - x(index - 1)) / 2 : 0))
        m.line(from: (place, size.top), to: (place, size.bottom), .class("change-line"))
        let isLeft = place > (size.left + size.right) / 2
        guard size.labelsOutside else { return }
        m.label(
            change.words, x: isLeft ? place - 6 : place + 6, y: size.top + 12,
            anchor: isLeft ? "end" : "start")
    }

    private func line(_ level: LineChart.Level, _ m: inout Markup) {
        m.line(
            from: (size.left, y(level.value)), to: (size.right, y(level.value)), .class("\(level.kind)-level")
        )
    }

    private func labels(_ m: inout Markup) {
        if size.labelsOutside { labelsOutside(&m) } else { labelsInside(&m) }
    }

    /// Labels at the line ends, moved apart where two would touch.
    private func labelsOutside(_ m: inout Markup) {
        var below = -100.0
        for level in chart.levels.sorted(by: { $0.value > $1.value }) {
            let place = max(y(level.value) + 4, below + 15)
            below = place
            m.label(words(level), x: size.right + 8, y: place, style(level))
        }
    }

    /// Labels on the lines where they begin; the average's is left to the table.
    private func labelsInside(_ m: inout Markup) {
        for level in chart.levels where level.kind != "average" {
            let isLower = level.value == chart.limits?.lowerBound && level.kind == "limit"
            m.label(words(level), x: size.left + 4, y: y(level.value) + (isLower ? 14 : -6), style(level))
        }
    }

    private func words(_ level: LineChart.Level) -> String { "\(level.words) \(chart.words(level.value))" }

    private func style(_ level: LineChart.Level) -> Attribute {
        level.kind == "target" ? .class("year") : .nothing
    }

    private func series(_ m: inout Markup) {
        let known = chart.points.enumerated().compactMap { index, point in
            point.value.map { (x: x(index), y: y($0), index: index) }
        }
        m.path(Markup.polyline(known), .class("series"))
        for place in known {
            m.chartMark(
                chart.points[place.index].reading, x: place.x, y: place.y, scale: size.labelsOutside ? 1.4 : 1
            )
        }
        if let last = known.last, let value = chart.points[last.index].value {
            m.label(
                chart.words(value), x: min(last.x, size.right - 4), y: last.y + 22, anchor: "middle",
                .class("year"))
        }
    }

    func table(_ m: inout Markup) {
        let isShare = chart.points.contains { $0.denominator != nil }
        let counts = isShare ? [Column("Count", .number), Column("Out of", .number)] : []
        let value = Column(chart.unit == .percent ? "Per cent" : "Number", .number)
        m.table(
            "The numbers of this chart, newest first", dense: true,
            [Column("Month", .name)] + counts + [value]
                + (chart.judgesPoints ? [Column("Reading")] : []) + [Column("Note")]
        ) { rows in
            for point in chart.points.reversed() {
                rows.row { cells in
                    cells.cell(String(point.month.long.drop { $0 != " " }.dropFirst()))
                    if isShare {
                        count(point.numerator, &cells)
                        count(point.denominator, &cells)
                    }
                    if let value = point.value { cells.cell(chart.words(value)) } else { cells.empty("none") }
                    if chart.judgesPoints { reading(point, &cells) }
                    if point.note.isEmpty { cells.empty("none") } else { cells.cell(point.note) }
                }
            }
        }
    }

    private func reading(_ point: LineChart.Point, _ cells: inout RowCells) {
        guard point.value != nil else { return cells.empty("none") }
        cells.cell { $0.tag(point.reading, LineChartView.word(point.reading)) }
    }

    private func count(_ count: Int?, _ cells: inout RowCells) {
        if let count { cells.cell(count) } else { cells.empty("none") }
    }
}

extension String {
    fileprivate var replacingPercent: String { hasSuffix("%") ? String(dropLast()) : self }
}

extension Day {
    fileprivate static let monthLetters = Array("JFMAMJJASOND")
}
