import Kernel

/// The numbers of days from 1900 to 2099 by year, month and day of the month: looked up, not worked out.
enum CalendarTable {
    /// Nil where there is no such day.
    @inline(__always)
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
        guard 1900...2099 ~= year, 1...12 ~= month, 1...31 ~= day else {
            return Day(year: year, month: month, day: day)?.number
        }
        let number = numbers[((year - 1900) * 12 + month - 1) * 32 + day]
        return number == none ? nil : number
    }

    private static let none = Int32.min
    private static let numbers: [Int32] = {
        var numbers = [Int32](repeating: none, count: 200 * 12 * 32)
        for year in 1900...2099 {
            for month in 1...12 {
                for day in 1...31 {
                    if let found = Day(year: year, month: month, day: day) {
                        numbers[((year - 1900) * 12 + month - 1) * 32 + day] = found.number
                    }
                }
            }
        }
        return numbers
    }()
}
