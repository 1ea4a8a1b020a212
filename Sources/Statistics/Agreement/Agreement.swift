/// How far two graders of the same cases agree: the self grade of each case beside the second grade.
///
/// Rows of the table are the first grader's grades and columns the second's, both best first, over the whole scale: a
/// grade that nobody gave counts as well. Exact and within-one shares first, then what is left of them once chance is
/// taken off. Two coefficients of one table may lie far apart where nearly every case has the same grade: show kappa
/// and AC1 side by side.
package struct Agreement: Hashable, Sendable {
    /// `table[i][j]` cases have grade i from the first grader and grade j from the second.
    package let table: [[Int]]
    /// Cases with a grade from both.
    package let count: Int
    /// Cases by the first grader's grade.
    package let firstTotals: [Int]
    /// Cases by the second grader's grade.
    package let secondTotals: [Int]

    /// A scale longer than this is no scale of grades.
    package static let longestScale = 50
    private static let mostCases = 1 << 40

    /// Nil unless the table is square, of 2 to 50 grades, with counts from 0 that add up to no more than 2⁴⁰.
    package init?(table: [[Int]]) {
        let length = table.count
        guard (2...Self.longestScale).contains(length), table.allSatisfy({ $0.count == length }) else {
            return nil
        }
        var count = 0
        for cell in table.joined() {
            guard 0 <= cell, cell <= Self.mostCases - count else { return nil }
            count += cell
        }
        self.table = table
        self.count = count
        firstTotals = table.map { $0.reduce(0, +) }
        secondTotals = (0..<length).map { grade in table.reduce(0) { $0 + $1[grade] } }
    }

    /// Each pair is one case: the first grader's grade and the second's, as places on the scale with 0 the best. Nil
    /// where one lies outside the scale, or the scale is none.
    package init?(pairs: some Sequence<(Int, Int)>, scaleLength: Int) {
        guard (2...Self.longestScale).contains(scaleLength) else { return nil }
        var table = Array(repeating: Array(repeating: 0, count: scaleLength), count: scaleLength)
        for (first, second) in pairs {
            guard table.indices.contains(first), table.indices.contains(second) else { return nil }
            table[first][second] += 1
        }
        self.init(table: table)
    }

    /// q, the grades of the whole scale.
    package var scaleLength: Int { table.count }

    /// Cases that both graded alike: Σm_ii of n.
    package var exact: Share { within(0) }

    /// Cases whose two grades are alike or next to each other.
    package var withinOne: Share { within(1) }

    private func within(_ distance: Int) -> Share {
        var count = 0
        for (first, row) in table.enumerated() {
            for (second, cases) in row.enumerated() where abs(first - second) <= distance { count += cases }
        }
        return Share(part: count, of: self.count)
    }

    /// Which way the two differ.
    package var direction: Direction { Direction(table: table) }

    /// Grades that neither of the two gave to any case, as places on the scale.
    package var unusedGrades: [Int] {
        table.indices.filter { firstTotals[$0] == 0 && secondTotals[$0] == 0 }
    }

    /// Whether both gave every case the same one grade: then nothing can be said of chance.
    package var isOneGrade: Bool { count > 0 && firstTotals.indices.contains { table[$0][$0] == count } }

    /// Each cell that holds cases, with its share of them.
    var filled: [(first: Int, second: Int, share: Double)] {
        table.indices.flatMap { first in
            table.indices.compactMap { second in
                let cases = table[first][second]
                return cases == 0 ? nil : (first, second, Double(cases) / Double(count))
            }
        }
    }
}

/// How much two grades that are not alike still count as agreement, from 0 to 1.
package enum AgreementWeights: String, CaseIterable, Sendable {
    /// 1 for alike and 0 for all else.
    case none
    /// 1 − |i − j| ÷ (q − 1): the choice for grades in order.
    case linear
    /// 1 − ((i − j) ÷ (q − 1))²: forgives a slip of one grade almost wholly.
    case quadratic

    /// The weight of grades `first` and `second` on a scale of `length` grades, at least 2: always the whole scale,
    /// not only the grades that were given.
    package func weight(_ first: Int, _ second: Int, of length: Int) -> Double {
        let distance = Double(abs(first - second)) / Double(max(1, length - 1))
        return switch self {
        case .none: first == second ? 1 : 0
        case .linear: 1 - distance
        case .quadratic: 1 - distance * distance
        }
    }
}
