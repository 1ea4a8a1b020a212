package import Markup

extension Markup {
    /// A measure in a row: its line over time with its average, and its last point by its meaning.
    ///
    /// The line is hidden from those who hear the page; the word is the content. Nil values are gaps. Under three
    /// points there is no line to draw, only the words.
    package mutating func sparkline(_ values: [Double?], reading: Symbol, _ words: String? = nil) {
        let known = values.enumerated().compactMap { index, value in value.map { (index, $0) } }
        div(.class("spark")) { m in
            if known.count >= 3, let low = known.map(\.1).min(), let high = known.map(\.1).max() {
                m.spark(known, count: values.count, low: low, high: high, reading)
            }
            m.p { m in
                if known.count >= 3 { m.symbol(reading) }
                m.add(words ?? reading.word)
            }
        }
    }

    private mutating func spark(
        _ points: [(index: Int, value: Double)], count: Int, low: Double, high: Double, _ reading: Symbol
    ) {
        func x(_ index: Int) -> Double { 4 + 92 * Double(index) / Double(max(1, count - 1)) }
        func y(_ value: Double) -> Double { high > low ? 25 - 20 * (value - low) / (high - low) : 15 }
        let average = points.map(\.value).reduce(0, +) / Double(points.count)
        svg(width: 104, height: 30, Attribute("width", 104), Attribute("height", 30)) { m in
            m.line(from: (4, y(average)), to: (100, y(average)), .class("average-line"))
            m.path(Markup.polyline(points.map { (x($0.index), y($0.value), $0.index) }), .class("series"))
            if let last = points.last { m.chartMark(reading, x: x(last.index), y: y(last.value)) }
        }
    }

    /// A line through points; where indices are missed the line is broken.
    static func polyline(_ points: [(x: Double, y: Double, index: Int)]) -> String {
        var steps = ""
        var before: Int?
        for point in points {
            let joins = before.map { $0 + 1 == point.index } ?? false
            steps += "\(joins ? "L" : "M")\(number(point.x)) \(number(point.y))"
            before = point.index
        }
        return steps
    }

    /// A point by its meaning: large disc, diamond, small disc or square.
    mutating func chartMark(_ reading: Symbol, x: Double, y: Double, scale: Double = 1) {
        let mark = Attribute.class("point \(reading.rawValue)")
        switch reading {
        case .improvement: circle(x: x, y: y, radius: 3.8 * scale, mark)
        case .concern:
            let d = 4.6 * scale
            let (n, r) = (Markup.number(x - d), Markup.number(d))
            path("M\(n) \(Markup.number(y))l\(r)-\(r) \(r) \(r)-\(r) \(r)z", mark)
        case .change:
            rectangle(x: x - 3.4 * scale, y: y - 3.4 * scale, width: 6.8 * scale, height: 6.8 * scale, mark)
        default: circle(x: x, y: y, radius: 2.6 * scale, mark)
        }
    }
}
