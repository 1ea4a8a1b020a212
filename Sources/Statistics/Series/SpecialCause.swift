/// What may show that something other than chance moved a point of a control chart: the four rules of NHS
/// "Making Data Count". More rules would mean more false alarms.
package enum SpecialCause: String, CaseIterable, Sendable {
    // In the order in which one is chosen to label a point that meets several.
    /// Outside a limit. A point on it is inside.
    case outside
    /// One of seven points in a row, each higher than the one before, or each lower; equal points break it.
    case trend
    /// Near a limit (past two thirds of the way to it, and inside it), as are two of three points in a row that
    /// all stand on its side of the mean.
    case twoOfThree = "two of three"
    /// One of seven points in a row on one side of the mean; a point on the mean breaks it.
    case shift

    /// The points that a shift or a trend takes.
    package static let runLength = 7
}

/// A point that a rule marks.
package struct Signal: Hashable, Sendable {
    /// Which way it points: above the mean or rising, or below it or falling.
    package enum Side: String, Sendable { case high, low }

    /// The first in `SpecialCause`'s order of the rules that the point meets.
    package let cause: SpecialCause
    package let side: Side
    /// Every rule that the point meets, in that order.
    package let causes: [SpecialCause]
}

/// Where a point stands against the limits that hold for it.
struct Placement {
    /// −1 below the mean, 0 on it, 1 above.
    var side: Int8
    var isNear: Bool
    var isOutside: Bool

    /// Within a billionth of its size a value counts as equal: sums of decimals leave that much behind.
    init(_ value: Double, mean: Double, limits: Interval, near: Interval) {
        let slack = 1e-9 * max(abs(value), abs(mean))
        side = value > mean + slack ? 1 : value < mean - slack ? -1 : 0
        isOutside = value > limits.upper + slack || value < limits.lower - slack
        isNear = !isOutside && (value > near.upper + slack || value < near.lower - slack)
    }
}

/// The four rules over one stretch of a chart that has one mean.
struct RuleBook {
    private struct Marks {
        var outside = false
        var rising = false
        var falling = false
        var twoOfThree = false
        var shift = false
    }

    private let places: [Placement]
    private var marks: [Marks]

    /// One signal or none for each value. Linear: each rule passes over the points once.
    static func signals(_ values: ArraySlice<Double>, _ places: [Placement]) -> [Signal?] {
        var book = RuleBook(places: places, marks: Array(repeating: Marks(), count: places.count))
        book.markOutside()
        book.markTrends(values)
        book.markTwoOfThree()
        book.markShifts()
        return places.indices.map(book.signal)
    }

    private mutating func markOutside() {
        for index in places.indices { marks[index].outside = places[index].isOutside }
    }

    private mutating func markTrends(_ values: ArraySlice<Double>) {
        var (run, direction) = (1, 0)
        for index in places.indices.dropFirst() {
            let now = values[values.startIndex + index]
            let before = values[values.startIndex + index - 1]
            let step = now > before ? 1 : now < before ? -1 : 0
            run = step == 0 ? 1 : step == direction ? run + 1 : 2
            direction = step
            guard run >= SpecialCause.runLength else { continue }
            // A point where one trend turns into another belongs to the later one.
            for member in run == SpecialCause.runLength ? index - run + 1...index : index...index {
                marks[member].rising = direction > 0
                marks[member].falling = direction < 0
            }
        }
    }

    private mutating func markTwoOfThree() {
        for last in places.indices.dropFirst(2) {
            let window = last - 2...last
            let side = places[last].side
            guard side != 0, window.allSatisfy({ places[$0].side == side }),
                window.count(where: { places[$0].isNear }) >= 2
            else { continue }
            for index in window where places[index].isNear { marks[index].twoOfThree = true }
        }
    }

    private mutating func markShifts() {
        var run = 0
        for index in places.indices {
            let side = places[index].side
            run = side == 0 ? 0 : index > 0 && places[index - 1].side == side ? run + 1 : 1
            guard run >= SpecialCause.runLength else { continue }
            for member in run == SpecialCause.runLength ? index - run + 1...index : index...index {
                marks[member].shift = true
            }
        }
    }

    private func signal(_ index: Int) -> Signal? {
        let mark = marks[index]
        let causes = SpecialCause.allCases.filter { cause in
            switch cause {
            case .outside: mark.outside
            case .trend: mark.rising || mark.falling
            case .twoOfThree: mark.twoOfThree
            case .shift: mark.shift
            }
        }
        guard let first = causes.first else { return nil }
        let isHigh = first == .trend ? mark.rising : places[index].side > 0
        return Signal(cause: first, side: isHigh ? .high : .low, causes: causes)
    }
}
