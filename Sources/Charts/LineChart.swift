package import Kernel
package import Markup

/// One measure over time, month by month, with its average, limits and target where they are known.
package struct LineChart: Sendable {
    package enum Unit: Sendable {
        case percent, number
    }

    package struct Point: Sendable {
        /// Any day of the month; the table prints the month.
        package let month: Day
        /// Nil where nothing was counted: the line has a gap.
        package let value: Double?
        package let reading: Symbol
        package let numerator: Int?
        package let denominator: Int?
        package let note: String

        package init(
            _ month: Day, _ value: Double?, _ reading: Symbol = .expected, numerator: Int? = nil,
            denominator: Int? = nil, note: String = ""
        ) {
            self.month = month
            self.value = value
            self.reading = reading
            self.numerator = numerator
            self.denominator = denominator
            self.note = note
        }
    }

    /// Something known that happened: a dotted vertical with its words.
    package struct Change: Sendable {
        package let month: Day
        package let words: String

        package init(_ month: Day, _ words: String) {
            self.month = month
            self.words = words
        }
    }

    package let unit: Unit
    package let points: [Point]
    package let average: Double?
    package let limits: ClosedRange<Double>?
    package let target: Double?
    package let changes: [Change]
    /// False where the points are shown and not read for improvement or concern.
    package let judgesPoints: Bool
    /// What the chart shows, in one sentence above it.
    package let sentence: Markup

    package init(
        _ unit: Unit, _ points: [Point], average: Double? = nil, limits: ClosedRange<Double>? = nil,
        target: Double? = nil, changes: [Change] = [], judgesPoints: Bool = true, sentence: Markup
    ) {
        self.unit = unit
        self.points = points
        self.average = average
        self.limits = limits
        self.target = target
        self.changes = changes
        self.judgesPoints = judgesPoints
        self.sentence = sentence
    }

    /// How many points there are to judge by.
    var count: Int { points.lazy.filter { $0.value != nil }.count }

    /// Under 6 points a line alone; from 12 on, limits that are more than a trial.
    var levels: [Level] {
        var levels: [Level] = []
        if let target { levels.append(Level(target, "Target", "target")) }
        guard count >= 6 else { return levels }
        let trial = count < 12
        if let limits {
            levels.append(Level(limits.upperBound, trial ? "Trial upper limit" : "Upper limit", "limit"))
            levels.append(Level(limits.lowerBound, trial ? "Trial lower limit" : "Lower limit", "limit"))
        }
        if let average { levels.append(Level(average, "Average", "average")) }
        return levels
    }

    struct Level {
        let value: Double
        let words: String
        let kind: String

        init(_ value: Double, _ words: String, _ kind: String) {
            self.value = value
            self.words = words
            self.kind = kind
        }
    }

    /// `83%`, or `1,204`; whole numbers unless the value is small.
    func words(_ value: Double) -> String {
        let rounded = value.rounded()
        let text =
            abs(value) < 10 && value != rounded && unit == .number
            ? Markup.number(value) : LineChart.grouped(Int(rounded))
        return unit == .percent ? "\(text)%" : text
    }

    private static func grouped(_ value: Int) -> String {
        var digits = Array(String(abs(value)))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return (value < 0 ? "−" : "") + String(digits)
    }
}
