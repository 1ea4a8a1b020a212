import Kernel

/// What the whole document settles about years: the one taken for dates that name none, and whether a month with
/// a number after it ("Sept 13") names a year or a day here.
struct YearSense: Sendable {
    let baseYear: Int?
    /// Every year written in full, with the base year and the one after it.
    let years: Set<Int>
    private let yearly: Int
    private let unknown: Int

    enum Meaning: Hashable { case year(Int), day, unsettled }

    /// `numbers` are all that stand after a month anywhere in the document.
    init(baseYear: Int?, writtenYears: Set<Int>, numbersAfterMonths numbers: [Int]) {
        self.baseYear = baseYear
        years = writtenYears.union(baseYear.map { [$0, $0 + 1] } ?? [])
        yearly = numbers.count { [years] in years.contains(2000 + $0) }
        unknown = numbers.count - yearly
    }

    func meaning(of number: Int) -> Meaning {
        if number > 31 || years.contains(2000 + number) || yearly > unknown { return .year(2000 + number) }
        return .unsettled
    }
}
