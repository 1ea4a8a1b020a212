package import Kernel

/// A file with what several rules ask of it, worked out once.
package struct AnnexAIndex: Sendable {
    package let file: AnnexA
    /// The day that the data stood for.
    package let asAt: Day
    package let settings: AnnexACheckSettings
    let today: Int32
    /// The first day of the window that the file looks back on.
    let windowStart: Int32
    /// For each child its first row in a list; -1 where it has none.
    private var firstRows: [AnnexAList: [Int32]] = [:]

    init(_ file: AnnexA, asAt: Day, settings: AnnexACheckSettings) {
        self.file = file
        self.asAt = asAt
        self.settings = settings
        today = asAt.number
        windowStart = AnnexAIndex.day(asAt, monthsBefore: settings.windowMonths).number
        for (list, table) in file.tables {
            var rows = [Int32](repeating: -1, count: file.children.count)
            for (row, child) in table.child.enumerated().reversed() where child >= 0 {
                rows[Int(child)] = Int32(row)
            }
            firstRows[list] = rows
        }
    }

    /// The child's first row in the list.
    func row(of child: Int32, in list: AnnexAList) -> Int? {
        guard child >= 0, let rows = firstRows[list], rows[Int(child)] >= 0 else { return nil }
        return Int(rows[Int(child)])
    }

    /// A column of dates as days since 1970; empty where the file has none.
    func days(_ list: AnnexAList, _ field: AnnexAField) -> DayColumn {
        DayColumn(file[list]?.dates(field) ?? [])
    }

    /// For each row whether the code is one of these by name; empty where the file has no such column.
    func codes(_ list: AnnexAList, _ field: AnnexAField, are names: String...) -> FlagColumn {
        guard let column = file[list]?.codes(field) else { return FlagColumn(nil, []) }
        let places = names.compactMap { column.place(of: $0) }
        return FlagColumn(column.text.rows, column.codes.map { places.contains($0) })
    }

    /// For each row whether its text says something.
    func says(_ list: AnnexAList, _ field: AnnexAField) -> FlagColumn {
        switch file[list]?.columns[field] {
        case .texts(let text)?: FlagColumn(text.rows, text.distinct.map { !$0.isEmpty })
        case .codes(let codes)?: FlagColumn(codes.text.rows, codes.codes.map { $0 != CodeColumn.missing })
        default: FlagColumn(nil, [])
        }
    }

    /// The case of a row goes on: its closing date is empty. Nil where the list has no such date in the file.
    func open(_ list: AnnexAList) -> (@Sendable (Int) -> Bool)? {
        let field: AnnexAField
        switch list {
        case .need: field = .needClosure
        case .protection: field = .planEnd
        case .care: field = .careEnd
        default: return nil
        }
        guard let cells = file[list]?.dates(field) else { return nil }
        return { cells[$0] == .missing }
    }

    /// For each row the number; nil where a cell is empty, unreadable, or the column is not there.
    func counts(_ list: AnnexAList, _ field: AnnexAField) -> CountColumn {
        CountColumn(file[list]?.counts(field) ?? [])
    }

    func hits() -> AnnexAHits { AnnexAHits(in: file) }

    /// The rows of a list that break a rule; none where the file has no such list.
    func rows(
        of list: AnnexAList, _ field: AnnexAField? = nil, where breaks: (AnnexATable, Int) -> Bool
    ) -> AnnexAHits {
        var hits = hits()
        guard let table = file[list] else { return hits }
        for row in 0..<table.rows where breaks(table, row) { hits.add(row, of: table, field) }
        return hits
    }

    /// The lists of the file, in their order.
    var tables: [AnnexATable] { AnnexAList.allCases.compactMap { file[$0] } }

    /// Whole years from a day to another; negative before it.
    static func years(from birth: Int32, to day: Int32) -> Int {
        let (from, to) = (Day(number: birth).civil, Day(number: day).civil)
        let hasHadBirthday = (to.month, to.day) >= (from.month, from.day)
        return to.year - from.year - (hasHadBirthday ? 0 : 1)
    }

    /// The same day of the month so many months before, or that month's last.
    private static func day(_ day: Day, monthsBefore months: Int) -> Day {
        let (year, month, dayOfMonth) = day.civil
        let number = year * 12 + month - 1 - months
        for last in stride(from: dayOfMonth, through: 28, by: -1) {
            if let day = Day(year: number / 12, month: number % 12 + 1, day: last) { return day }
        }
        return Day(year: number / 12, month: number % 12 + 1, day: min(dayOfMonth, 28)) ?? day
    }
}

/// Days since 1970 by row; nil where a cell is empty, unreadable, or the column is not there.
struct DayColumn: Sendable {
    private let cells: [DateCell]

    init(_ cells: [DateCell]) { self.cells = cells }

    var isThere: Bool { !cells.isEmpty }

    subscript(row: Int) -> Int32? {
        guard row < cells.count else { return nil }
        let number = cells[row].number
        return number > Int32.min + 1 ? number : nil
    }

    /// The cell holds nothing at all.
    func isEmpty(_ row: Int) -> Bool { row >= cells.count || cells[row] == .missing }
}

/// Numbers by row; nil where a cell is empty, unreadable, or the column is not there.
struct CountColumn: Sendable {
    private let cells: [CountCell]

    init(_ cells: [CountCell]) { self.cells = cells }

    subscript(row: Int) -> Int? { row < cells.count ? cells[row].value : nil }
}

/// Yes or no by row, told once for each different text.
struct FlagColumn: Sendable {
    private let rows: [Int32]?
    private let flags: [Bool]

    init(_ rows: [Int32]?, _ flags: [Bool]) {
        self.rows = rows
        self.flags = flags
    }

    var isThere: Bool { rows != nil }

    subscript(row: Int) -> Bool {
        guard let rows, row < rows.count else { return false }
        return flags[Int(rows[row])]
    }
}
