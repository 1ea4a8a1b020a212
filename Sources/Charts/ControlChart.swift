package import Kernel
package import Markup

/// A measure over time with the limits of each stretch, target steps, an expected band, breaks with their reasons, and
/// where the trend leads. Its numbers stand in a table beside it, which the page writes.
package struct ControlChart: Sendable {
    package enum Unit: Sendable {
        case percent, number
    }

    package struct Point: Sendable {
        /// The last day of its period.
        package let day: Day
        /// Nil where nothing was counted, or it must not be shown: the line has a gap.
        package let value: Double?
        package let reading: Symbol
        /// Drawn hollow: its period is not over, or a sender is missing.
        package let isProvisional: Bool

        package init(_ day: Day, _ value: Double?, _ reading: Symbol = .expected, isProvisional: Bool = false)
        {
            self.day = day
            self.value = value
            self.reading = reading
            self.isProvisional = isProvisional
        }
    }

    /// Points between two breaks: their places, the mean, and the limits at each; one pair for all where they do not
    /// differ.
    package struct Stretch: Sendable {
        package let places: [Int]
        package let mean: Double?
        package let limits: [ClosedRange<Double>?]
        package let isTrial: Bool

        package init(_ places: [Int], mean: Double?, limits: [ClosedRange<Double>?], isTrial: Bool) {
            self.places = places
            self.mean = mean
            self.limits = limits
            self.isTrial = isTrial
        }
    }

    /// A value to reach by a day.
    package struct Step: Sendable {
        package let by: Day
        package let value: Double

        package init(by day: Day, _ value: Double) {
            by = day
            self.value = value
        }
    }

    package struct Break: Sendable {
        package let day: Day
        package let words: String

        package init(_ day: Day, _ words: String) {
            self.day = day
            self.words = words
        }
    }

    /// Where the current trend leads: the value expected on a day and the range of 8 chances in 10.
    package struct Fan: Sendable {
        package let day: Day
        package let expected: Double
        package let range: ClosedRange<Double>

        package init(_ day: Day, expected: Double, range: ClosedRange<Double>) {
            self.day = day
            self.expected = expected
            self.range = range
        }
    }

    package var unit: Unit
    package var points: [Point]
    package var stretches: [Stretch] = []
    package var steps: [Step] = []
    package var expected: ClosedRange<Double>?
    package var breaks: [Break] = []
    package var fan: Fan?
    /// What the picture shows, in one sentence: for those who hear the page it is the picture's name.
    package var sentence: String

    package init(_ unit: Unit, _ points: [Point], sentence: String) {
        self.unit = unit
        self.points = points
        self.sentence = sentence
    }

    /// `83%`, `12.5` or `1,204`.
    package static func words(_ value: Double, _ unit: Unit) -> String {
        let isFine = unit == .number && abs(value) < 10 && value != value.rounded()
        let text = isFine ? Markup.number(value) : grouped(Int(value.rounded()))
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
