import Kernel
import SiteTesting
import Statistics
import Storage
import StorageTesting
import Testing

@testable import Audits

/// Somebody outside the inner circle sets everything that they may see of a round side by side, and tries to work out a
/// count of 1 to 5. The attack knows nothing of how counts are withheld: it is linear algebra over the cells.
struct ResultAttack {
    /// A count as a sum of cells: each cell of both readers' table, and what one reader alone answered.
    private struct Cells {
        let grades: Int
        var count: Int { grades * grades + 2 * grades }
        func pair(_ row: Int, _ column: Int) -> Int { row * grades + column }
        func alone(_ leg: Leg, _ place: Int) -> Int {
            grades * grades + (leg == .first ? 0 : grades) + place
        }

        /// Nil for a count that is not shown anywhere.
        func form(_ count: ResultCount, _ answered: RoundResult.Answered) -> Set<Int>? {
            let all = Array(0..<grades)
            let judged = all.filter { answered.answers[$0].isGood != nil }
            let good = all.filter { answered.answers[$0].isGood == true }
            let bad = judged.filter { !good.contains($0) }
            func table(_ rows: [Int], _ columns: [Int]) -> Set<Int> {
                Set(rows.flatMap { row in columns.map { pair(row, $0) } })
            }
            func of(_ leg: Leg, _ places: [Int]) -> Set<Int> {
                let both = leg == .first ? table(places, all) : table(all, places)
                return both.union(places.map { alone(leg, $0) })
            }
            func band(_ belongs: (Int) -> Bool) -> Set<Int> {
                Set(
                    judged.enumerated().flatMap { row, first in
                        judged.enumerated().filter { belongs($0.offset - row) }.map {
                            pair(first, $0.element)
                        }
                    })
            }
            switch count {
            case .answer(let leg, let place): return of(leg, [place])
            case .all(let leg): return of(leg, all)
            case .good(let leg): return of(leg, good)
            case .notGood(let leg): return of(leg, bad)
            case .judged(let leg): return of(leg, judged)
            case .notJudged(let leg): return of(leg, all.filter { !judged.contains($0) })
            case .pair(let row, let column): return [pair(row, column)]
            case .ofBoth(let leg, let place): return leg == .first ? table([place], all) : table(all, [place])
            case .both: return table(all, all)
            case .judgedByBoth: return table(judged, judged)
            case .goodOfBoth(let leg): return leg == .first ? table(good, judged) : table(judged, good)
            case .notGoodOfBoth(let leg): return leg == .first ? table(bad, judged) : table(judged, bad)
            case .kinder: return band { $0 > 0 }
            case .same: return band { $0 == 0 }
            case .harder: return band { $0 < 0 }
            case .withinOne: return band { abs($0) <= 1 }
            case .further: return band { abs($0) > 1 }
            case .together(let value):
                guard let worst = answered.answers.firstIndex(where: { $0.value == value }) else {
                    return nil
                }
                var cells: Set<Int> = [alone(.first, worst), alone(.second, worst)]
                for row in 0...worst {
                    for column in 0...worst where max(row, column) == worst {
                        cells.insert(pair(row, column))
                    }
                }
                return cells
            // Nobody is shown these; whether they can be worked out is what the attack asks.
            case .alone, .aloneAll, .aloneGood, .aloneNotGood: return nil
            }
        }
    }

    /// Whether the form is a sum of multiples of the known ones, so that its count follows from theirs.
    private static func follows(_ target: Set<Int>, from known: [Set<Int>], _ width: Int) -> Bool {
        let prime = 1_000_003
        func vector(_ cells: Set<Int>) -> [Int] { (0..<width).map { cells.contains($0) ? 1 : 0 } }
        func power(_ base: Int, _ exponent: Int) -> Int {
            var (result, base, exponent) = (1, base, exponent)
            while exponent > 0 {
                if exponent & 1 == 1 { result = result * base % prime }
                base = base * base % prime
                exponent >>= 1
            }
            return result
        }
        var basis: [(pivot: Int, row: [Int])] = []
        func reduced(_ row: [Int]) -> [Int] {
            var row = row
            for (pivot, other) in basis where row[pivot] != 0 {
                let factor = prime - row[pivot]
                for place in row.indices { row[place] = (row[place] + factor * other[place]) % prime }
            }
            return row
        }
        for cells in known {
            let row = reduced(vector(cells))
            guard let pivot = row.firstIndex(where: { $0 != 0 }) else { continue }
            let scale = power(row[pivot], prime - 2)
            basis.append((pivot, row.map { $0 * scale % prime }))
        }
        return reduced(vector(target)).allSatisfy { $0 == 0 }
    }

    /// A round of random cases: `twice` of them read by a second as well.
    private static func result(
        _ random: inout SystemRandomNumberGenerator, _ tool: Tool, cases: Int, twice: Int
    ) -> [RoundTally.Line] {
        let units = ["1", "2"]
        return (0..<cases).flatMap { place -> [RoundTally.Line] in
            tool.questions.compactMap { question in
                guard let answers = question.answers(in: tool), question.kind != .count(of: "actions") else {
                    return nil
                }
                func pick() -> String {
                    // Most have one answer: that is where small counts come from.
                    answers[
                        min(
                            Int.random(in: 0..<answers.count, using: &random),
                            Int.random(in: 0..<answers.count, using: &random))
                    ].value
                }
                return RoundTally.Line(
                    question: question.key, first: pick(), second: place < twice ? pick() : nil, cases: 1,
                    unit: units[Int.random(in: 0...1, using: &random)])
            }
        }
    }

    @Test(arguments: 0..<60)
    func `no count of 1 to 5 follows from what the outer circle is shown`(_ run: Int) async throws {
        try await House.with(engines: [.sqlite]) { house in
            var random = SystemRandomNumberGenerator()
            let id = try await house.givenResult([])
            let found = try await house.database.read { try RoundSQL.round($0, house.authority, id) }
            let round = try #require(found)
            let cases = [8, 25, 60, 150, 400][run % 5]
            let twice = [0, cases / 3, cases][run % 3]
            let lines = Self.result(&random, .trial, cases: cases, twice: twice)
            let whole = RoundResult(round: round, tool: .trial, lines: lines)
            let own = RoundResult(round: round, tool: .trial, lines: lines.filter { $0.unit == "1" })
            for viewer in [ResultViewer.outer, .own([])] {
                let isOwn = if case .own = viewer { true } else { false }
                let shown = ShownResult(whole, to: viewer, own: isOwn ? own : nil)
                for answered in whole.questions where answered.answers.count > 1 {
                    let cells = Cells(grades: answered.answers.count)
                    let isWhole = answered.question.key == whole.tool.overall
                    let values = ResultFigures(answered, whole: isWhole).values
                    let seen = values.keys.filter { shown[answered, $0] != nil }
                        .compactMap { cells.form($0, answered) }
                    for (count, value) in values where (1...5).contains(value) {
                        guard let form = cells.form(count, answered) else { continue }
                        #expect(
                            !Self.follows(form, from: seen, cells.count),
                            "\(count) of \(answered.question.key) in run \(run)")
                    }
                    guard isOwn, let mine = own.answered(answered.question.key) else { continue }
                    // Who knows their own unit's counts sees the rest by taking them away.
                    let left = try #require(answered.without(mine))
                    let others = ResultFigures(left, whole: isWhole).values
                    for (count, value) in others where (1...5).contains(value) {
                        guard let form = cells.form(count, answered) else { continue }
                        #expect(
                            !Self.follows(form, from: seen, cells.count),
                            "\(count) of \(answered.question.key), own units known, in run \(run)")
                    }
                }
            }
        }
    }
}
