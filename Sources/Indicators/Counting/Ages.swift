import Kernel
import ReturnFormats

/// How old people are on the day: by the date of birth, and where there is none by the age that the file gives.
struct Ages {
    private let reckoning: Reckoning
    private let birth: Days
    private let age: [CountCell]?

    init(_ rows: ListRows, _ reckoning: Reckoning) {
        self.reckoning = reckoning
        birth = rows.daysOrMissing(.birth)
        age = rows.counts(.age)
    }

    /// Nil where nobody can tell.
    func isUnder(_ years: Int, _ row: Int) -> Bool? {
        if Days.isDay(birth[row]) {
            return reckoning.due(birth[row], months: 12 * years) > reckoning.asAt.number
        }
        return age?[row].value.map { $0 < years }
    }
}
