import Statistics

/// One count of a result, as pages and files show it.
enum ResultCount: Hashable, Sendable {
    /// Cases that a reader gave that answer, by its place; and all that the reader answered for.
    case answer(Leg, Int)
    case all(Leg)
    /// Good or better of all that a reader judged; the others; both together.
    case good(Leg)
    case notGood(Leg)
    case judged(Leg)
    /// Of the cases that both read: with that answer of the first beside that of the second.
    case pair(Int, Int)
    /// Of the cases that both read: with that answer of that reader.
    case ofBoth(Leg, Int)
    case both
    /// The same three of the cases that both judged.
    case goodOfBoth(Leg)
    case notGoodOfBoth(Leg)
    case judgedByBoth
    /// Whether the first grade was the better, the same, or the worse.
    case kinder, same, harder
    /// No more than one grade apart, and further.
    case withinOne, further
    /// Of "is this child safe": yes, not sure, no by whoever read.
    case together(String)
    /// What only one reader answered; never shown, but to be worked out from what is.
    case alone(Leg, Int)
    case aloneAll(Leg)
    case aloneGood(Leg)
    case aloneNotGood(Leg)
    /// What is judged and what is not makes all.
    case notJudged(Leg)
}

/// The counts of one question that stand side by side, and which of them add up to which.
struct ResultFigures {
    private(set) var values: [ResultCount: Int] = [:]
    private var order: [ResultCount] = []
    private var sums: [(ResultCount, [ResultCount])] = []

    /// `whole` has every cell of the table of both readers; without it what is good of each reader and of both.
    init(_ answered: RoundResult.Answered, whole: Bool) {
        let judged = answered.answers.indices.filter { answered.answers[$0].isGood != nil }
        let good = judged.filter { answered.answers[$0].isGood == true }
        let bad = judged.filter { answered.answers[$0].isGood == false }
        let others = answered.answers.indices.filter { answered.answers[$0].isGood == nil }
        if whole { table(answered) }
        for leg in Leg.allCases {
            let counts = answered.counts(leg)
            func sum(_ places: [Int]) -> Int { places.reduce(0) { $0 + counts[$1] } }
            put(.all(leg), counts.reduce(0, +))
            put(.good(leg), sum(good))
            put(.notGood(leg), sum(bad))
            put(.judged(leg), sum(judged))
            put(.notJudged(leg), sum(others))
            adds(.judged(leg), [.good(leg), .notGood(leg)])
            adds(.all(leg), [.judged(leg), .notJudged(leg)])
            guard whole || !answered.isJudged else { continue }
            for place in answered.answers.indices { put(.answer(leg, place), counts[place]) }
            adds(.all(leg), answered.answers.indices.map { .answer(leg, $0) })
            adds(.good(leg), good.map { .answer(leg, $0) })
            adds(.notGood(leg), bad.map { .answer(leg, $0) })
            adds(.notJudged(leg), others.map { .answer(leg, $0) })
        }
        side(answered, good: good, bad: bad, hasTable: whole)
    }

    private mutating func put(_ count: ResultCount, _ value: Int) {
        if values.updateValue(value, forKey: count) == nil { order.append(count) }
    }

    private mutating func adds(_ total: ResultCount, _ parts: [ResultCount]) {
        guard !parts.isEmpty else { return }
        sums.append((total, parts))
    }

    /// What both judged, and what one reader judged beyond that.
    private mutating func side(
        _ answered: RoundResult.Answered, good: [Int], bad: [Int], hasTable: Bool
    ) {
        func cells(_ rows: [Int], _ columns: [Int]) -> Int {
            rows.reduce(0) { total, row in columns.reduce(total) { $0 + answered.both[row][$1] } }
        }
        let judged = good + bad
        put(.judgedByBoth, cells(judged, judged))
        for leg in Leg.allCases {
            let isFirst = leg == .first
            put(.goodOfBoth(leg), isFirst ? cells(good, judged) : cells(judged, good))
            put(.notGoodOfBoth(leg), isFirst ? cells(bad, judged) : cells(judged, bad))
            adds(.judgedByBoth, [.goodOfBoth(leg), .notGoodOfBoth(leg)])
            if hasTable {
                for (count, rows) in [(ResultCount.goodOfBoth(leg), good), (.notGoodOfBoth(leg), bad)] {
                    adds(
                        count,
                        rows.flatMap { row in
                            judged.map { isFirst ? .pair(row, $0) : .pair($0, row) }
                        })
                }
            }
            put(.aloneGood(leg), (values[.good(leg)] ?? 0) - (values[.goodOfBoth(leg)] ?? 0))
            put(.aloneNotGood(leg), (values[.notGood(leg)] ?? 0) - (values[.notGoodOfBoth(leg)] ?? 0))
            adds(.good(leg), [.goodOfBoth(leg), .aloneGood(leg)])
            adds(.notGood(leg), [.notGoodOfBoth(leg), .aloneNotGood(leg)])
        }
    }

    /// Every cell of the table of both readers, its totals, and what is read from it.
    private mutating func table(_ answered: RoundResult.Answered) {
        let places = Array(answered.answers.indices)
        let grades = places.filter { answered.answers[$0].isGood != nil }
        for row in places { for column in places { put(.pair(row, column), answered.both[row][column]) } }
        put(.both, answered.both.joined().reduce(0, +))
        for leg in Leg.allCases {
            let counts = answered.counts(leg)
            for place in places {
                let parts: [ResultCount] =
                    leg == .first
                    ? places.map { .pair(place, $0) } : places.map { .pair($0, place) }
                let sum = parts.reduce(0) { $0 + (values[$1] ?? 0) }
                put(.ofBoth(leg, place), sum)
                adds(.ofBoth(leg, place), parts)
                put(.answer(leg, place), counts[place])
                put(.alone(leg, place), counts[place] - sum)
                adds(.answer(leg, place), [.ofBoth(leg, place), .alone(leg, place)])
            }
            adds(.both, places.map { .ofBoth(leg, $0) })
            put(.aloneAll(leg), counts.reduce(0, +) - (values[.both] ?? 0))
            adds(.aloneAll(leg), places.map { .alone(leg, $0) })
            put(.all(leg), counts.reduce(0, +))
            adds(.all(leg), [.both, .aloneAll(leg)])
        }
        func band(_ count: ResultCount, _ belongs: (Int) -> Bool) {
            var parts: [ResultCount] = []
            for (row, first) in grades.enumerated() {
                for (column, second) in grades.enumerated() where belongs(column - row) {
                    parts.append(.pair(first, second))
                }
            }
            put(count, parts.reduce(0) { $0 + (values[$1] ?? 0) })
            adds(count, parts)
        }
        band(.kinder) { $0 > 0 }
        band(.same) { $0 == 0 }
        band(.harder) { $0 < 0 }
        band(.withinOne) { abs($0) <= 1 }
        band(.further) { abs($0) > 1 }
        let judged = grades.flatMap { row in grades.map { ResultCount.pair(row, $0) } }
        put(.judgedByBoth, judged.reduce(0) { $0 + (values[$1] ?? 0) })
        adds(.judgedByBoth, judged)
        adds(.judgedByBoth, [.kinder, .same, .harder])
        adds(.judgedByBoth, [.withinOne, .further])
        if answered.question.key == RoundTally.safe { together(answered) }
    }

    /// Safe by whoever read it: no weighs more than not sure, and not sure more than yes.
    private mutating func together(_ answered: RoundResult.Answered) {
        for (worst, answer) in answered.answers.enumerated() {
            var parts: [ResultCount] = [.alone(.first, worst), .alone(.second, worst)]
            for row in 0...worst {
                for column in 0...worst where max(row, column) == worst { parts.append(.pair(row, column)) }
            }
            put(.together(answer.value), parts.reduce(0) { $0 + (values[$1] ?? 0) })
            adds(.together(answer.value), parts)
        }
    }

    /// The counts that must not leave the inner circle: small ones, and those that would give one away. All where the
    /// counts do not add up.
    var hidden: Set<ResultCount> {
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let found = Suppression(
            order.map { values[$0] ?? -1 },
            sums: sums.map { total, parts in
                Suppression.Sum(total: place[total] ?? -1, parts: parts.map { place[$0] ?? -1 })
            })?.hidden
        guard let found else { return Set(order) }
        return Set(order.indices.lazy.filter { found[$0] }.map { order[$0] })
    }
}

/// A result as one reader may see it.
struct ShownResult: Sendable {
    let result: RoundResult
    let viewer: ResultViewer
    private let hidden: [String: Set<ResultCount>]
    private let values: [String: [ResultCount: Int]]

    /// `own` is what the reader knows already, where they manage some of the units: what is left of the whole beside it
    /// must be as safe as the whole.
    init(_ result: RoundResult, to viewer: ResultViewer, own: RoundResult? = nil) {
        self.result = result
        self.viewer = viewer
        var hidden: [String: Set<ResultCount>] = [:]
        var values: [String: [ResultCount: Int]] = [:]
        for answered in result.questions + [result.safe].compactMap({ $0 }) {
            let key = answered.question.key
            let isWhole = key == result.tool.overall || key == RoundTally.safe
            let figures = ResultFigures(answered, whole: isWhole)
            values[key] = figures.values
            if case .inner = viewer { continue }
            hidden[key] = figures.hidden
            guard let known = own?.answered(key), let rest = answered.without(known) else { continue }
            hidden[key, default: []].formUnion(ResultFigures(rest, whole: isWhole).hidden)
        }
        self.hidden = hidden
        self.values = values
    }

    var seesAll: Bool { if case .inner = viewer { true } else { false } }

    /// Nil where it is withheld.
    subscript(_ answered: RoundResult.Answered, _ count: ResultCount) -> Int? {
        let key = answered.question.key
        return hidden[key]?.contains(count) == true ? nil : values[key]?[count]
    }

    /// A share, where both of its counts may be shown.
    func share(_ answered: RoundResult.Answered, _ count: ResultCount, of total: ResultCount) -> Share? {
        guard let count = self[answered, count], let total = self[answered, total], total > 0 else {
            return nil
        }
        return Share(count, of: total)
    }

    /// The table of both readers' judgements, where all of it may be shown; `withholds` tells the two apart.
    func agreement(_ answered: RoundResult.Answered) -> Agreement? {
        withholdsTable(answered) ? nil : answered.agreement
    }

    func withholdsTable(_ answered: RoundResult.Answered) -> Bool {
        guard let hidden = hidden[answered.question.key] else { return false }
        // Of a question whose table is not shown nobody outside may compute from it.
        guard values[answered.question.key]?[.both] != nil else { return true }
        return hidden.contains { if case .pair = $0 { true } else { false } }
    }

    /// Whether anything at all is withheld, to say so once.
    var withholdsAnything: Bool { hidden.values.contains { !$0.isEmpty } }
}

extension RoundResult {
    func answered(_ key: String) -> Answered? {
        key == RoundTally.safe ? safe : questions.first { $0.question.key == key }
    }

    /// The question that grades the whole audit.
    package var overall: Answered? { tool.overall.flatMap { answered($0) } }
}
