package import Kernel

/// A local return of the example: who sends it since when, and the file of its figures.
package struct ExampleLocalReturn: Sendable {
    /// The key of the template that it is made of.
    package let key: String
    /// The first day of the first period.
    package let from: Day
    /// The units that send it, by name.
    package let units: [String]
    /// The figures as CSV, in the shape of `docs/returns.md`.
    package let bytes: [UInt8]
    package let lines: Int
}

/// The figures of one return, as they are put down.
struct LocalBook {
    let key: String
    let units: [String]
    let from: Int32
    private let until: Int32
    private var text = "return,question,unit,period,value,numerator,denominator,note,sent\r\n"
    private var lines = 0
    private var last: [String: Int] = [:]

    /// The unit that stops sending, and when: what comes after is missing, not zero.
    static let silent = (unit: "Weirside team", monthsBeforeEnd: 3)

    init(_ key: String, units: [String], from: Int32, until: Int32) {
        self.key = key
        self.units = units
        self.from = from
        self.until = until
    }

    private func isSent(_ unit: String, _ period: Int32) -> Bool {
        unit != Self.silent.unit || period <= Span.months(-Self.silent.monthsBeforeEnd, after: until)
    }

    mutating func count(_ question: String, _ unit: String, _ period: Int32, _ value: Int) {
        add(question, unit, period, value: value, base: nil)
    }

    mutating func share(_ question: String, _ unit: String, _ period: Int32, _ value: Int, of base: Int) {
        add(question, unit, period, value: value, base: base)
    }

    /// A count, and how many of it there were for each reason.
    mutating func reasons(
        _ question: String, _ unit: String, _ period: Int32, _ counts: KeyValuePairs<String, Int>
    ) {
        count(question, unit, period, counts.reduce(0) { $0 + $1.value })
        for (reason, value) in counts { count("\(question)/\(reason)", unit, period, value) }
    }

    private mutating func add(_ question: String, _ unit: String, _ period: Int32, value: Int, base: Int?) {
        guard isSent(unit, period) else { return }
        // Ten times the last figure is asked about: the sender says a word.
        let place = question + unit
        let isUnusual = (last[place] ?? 0) > 0 && value >= (last[place] ?? 0) * 10
        last[place] = value
        let figures = base.map { ",\(value),\($0)" } ?? "\(value),,"
        let sent = min(until, period + (period % 11 == 3 ? 5 : 2))
        text += "\(key),\(question),\(CSV.field(unit)),\(Day(number: period)),\(figures),"
        text += "\(isUnusual ? "Counted again and right" : ""),\(Day(number: sent))\r\n"
        lines += 1
    }

    var made: ExampleLocalReturn {
        ExampleLocalReturn(
            key: key, from: Day(number: from), units: units, bytes: Array(text.utf8), lines: lines)
    }
}

/// The ends of periods: weeks to Sunday, four weeks, months, quarters.
struct LocalPeriods {
    let span: Span

    /// The Monday on which weekly returns begin.
    var monday: Int32 { span.first - Int32(Day(number: span.first).weekday - 1) }

    /// The first day of the first month.
    var monthStart: Int32 { Self.monthStart(span.first) }

    /// The first day of the first quarter that begins in the span.
    var quarterStart: Int32 {
        var day = Day(number: monthStart)
        while (day.civil.month - 1) % 3 != 0 { day = day.adding(months: 1) }
        return day.number
    }

    func each(days: Int32) -> [Int32] {
        Array(stride(from: monday + days - 1, through: span.until, by: Int32.Stride(days)))
    }

    var quarters: [Int32] {
        var ends: [Int32] = []
        var day = Day(number: quarterStart).adding(months: 3)
        while day.number - 1 <= span.until {
            ends.append(day.number - 1)
            day = day.adding(months: 3)
        }
        return ends
    }

    static func monthStart(_ day: Int32) -> Int32 { day - Int32(Day(number: day).civil.day - 1) }
}
