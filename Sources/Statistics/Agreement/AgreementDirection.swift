extension Agreement {
    /// Which way two graders of the same cases differ: whether those who grade their own work are the kinder.
    package struct Direction: Hashable, Sendable {
        /// Cases that the first grader graded better than the second: optimistic.
        package let kinder: Int
        /// Cases that the first grader graded worse: harsh.
        package let harder: Int
        /// Cases that both graded alike.
        package let same: Int
        /// How many grades the first grader lies above the second, added up over all cases; below counts against it.
        private let steps: Int
        private let firstTotals: [Int]
        private let secondTotals: [Int]

        /// Rows are the first grader's grades, columns the second's, both best first.
        init(table: [[Int]]) {
            var (kinder, harder, same, steps) = (0, 0, 0, 0)
            for (first, row) in table.enumerated() {
                for (second, cases) in row.enumerated() {
                    steps += (second - first) * cases
                    if first < second {
                        kinder += cases
                    } else if first > second {
                        harder += cases
                    } else {
                        same += cases
                    }
                }
            }
            (self.kinder, self.harder, self.same, self.steps) = (kinder, harder, same, steps)
            firstTotals = table.map { $0.reduce(0, +) }
            secondTotals = table.indices.map { grade in table.reduce(0) { $0 + $1[grade] } }
        }

        package var count: Int { kinder + harder + same }

        /// (kinder − harder) ÷ n, −1 to 1; over 0 the first grader is the kinder. Nil for no case.
        package var net: Double? { count == 0 ? nil : Double(kinder - harder) / Double(count) }

        /// Of the cases graded differently, those that the first grader graded better. None of none where all agree.
        package var kinderOfDifferent: Share { Share(part: kinder, of: kinder + harder) }

        /// How likely differences as one-sided as these are by chance. Nil where all agree.
        package var signTest: SignTest? { SignTest(kinder, harder) }

        /// Grades that the second grader lies below the first, in the mean; under 0 they lie above. Nil for no case.
        package var meanShift: Double? { count == 0 ? nil : Double(steps) / Double(count) }

        /// Cases that the first grader gave one of the best `grades` of the scale: 2 for good or better of Ofsted's four.
        package func firstWithin(best grades: Int) -> Share {
            Share(part: total(firstTotals, grades), of: count)
        }

        /// The same of the second grader.
        package func secondWithin(best grades: Int) -> Share {
            Share(part: total(secondTotals, grades), of: count)
        }

        private func total(_ totals: [Int], _ grades: Int) -> Int {
            totals.prefix(max(0, grades)).reduce(0, +)
        }
    }
}
