package import Markup

/// Shares with where the true share lies, one beneath the other on an axis from 0 to 100%.
package struct IntervalBars: Sendable {
    package struct Bar: Sendable {
        /// "58%", "self", "23 of 40".
        package let figure: String
        package let name: String
        package let counts: String
        /// 0 to 1; nil draws no tick.
        package let value: Double?
        /// Nil where there is no interval: none is drawn.
        package let interval: ClosedRange<Double>?
        /// Drawn in ink; the others in grey.
        package let isStrong: Bool

        package init(
            figure: String, name: String, counts: String, value: Double?, interval: ClosedRange<Double>?,
            isStrong: Bool = false
        ) {
            (self.figure, self.name, self.counts) = (figure, name, counts)
            (self.value, self.interval, self.isStrong) = (value, interval, isStrong)
        }
    }

    package let bars: [Bar]

    package init(_ bars: [Bar]) { self.bars = bars }
}

extension Markup {
    package mutating func intervalBars(_ chart: IntervalBars) {
        dl(.class("interval-bars")) { m in
            for bar in chart.bars {
                m.div { m in
                    m.dt { m in
                        m.strong(bar.figure)
                        m.add(" \(bar.name)")
                        m.span(bar.counts, .class("note"))
                    }
                    m.dd { m in m.bar(bar) }
                }
            }
        }
        if chart.bars.contains(where: { $0.value != nil }) {
            div(.class("interval-axis"), .ariaHidden) { m in
                for tick in ["0", "25%", "50%", "75%", "100%"] { m.span(tick) }
            }
        }
    }

    private mutating func bar(_ bar: IntervalBars.Bar) {
        svg(width: 1000, height: 26, .class("interval"), Attribute("preserveAspectRatio", "none")) { m in
            m.line(from: (0, 13), to: (1000, 13), .class("ground-line"))
            if let interval = bar.interval {
                let (low, high) = (interval.lowerBound * 1000, interval.upperBound * 1000)
                m.rectangle(
                    x: low, y: 5, width: high - low, height: 16,
                    .class(bar.isStrong ? "reach strong" : "reach"))
                for end in [low, high] { m.line(from: (end, 4), to: (end, 22), .class("reach-end")) }
            }
            if let value = bar.value {
                m.line(
                    from: (value * 1000, 1), to: (value * 1000, 25),
                    .class(bar.isStrong ? "tick strong" : "tick"))
            }
        }
    }

    /// The way from one share to another, from 0 to 1 of the width: how much kinder the first is.
    package mutating func gapBar(from second: Double, to first: Double) {
        svg(width: 1000, height: 12, .class("gap"), Attribute("preserveAspectRatio", "none")) { m in
            m.line(from: (0, 6), to: (1000, 6), .class("ground-line"))
            let (low, high) = (min(first, second) * 1000, max(first, second) * 1000)
            m.rectangle(
                x: low, y: 4, width: max(high - low, 14), height: 4,
                .class(first > second ? "kinder" : first < second ? "harder" : "same"))
        }
    }
}
