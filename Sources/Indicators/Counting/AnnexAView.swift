import Kernel
import ReturnFormats

/// An Annex A as its indicators see it: its lists with their units, and what of one list another one asks.
final class AnnexAView: Sendable {
    let file: AnnexA
    let asAt: Day
    let settings: IndicatorSettings
    let months: Reckoning
    let halfYear: Reckoning
    let day: Reckoning
    let placeholders: Placeholders
    private let lists: [AnnexAList: ListRows]

    init(_ file: AnnexA, asAt: Day, _ settings: IndicatorSettings) {
        self.file = file
        self.asAt = asAt
        self.settings = settings
        let table = WorkingDayTable(settings.convention, around: asAt)
        months = .months(from: asAt.adding(months: -6), through: asAt, settings, table)
        halfYear = .halfYear(asAt, settings, table)
        day = .day(asAt, settings, table)
        let placeholders = Placeholders(settings.noWorker)
        self.placeholders = placeholders
        lists = file.tables.mapValues { ListRows($0) }
    }

    subscript(list: AnnexAList) -> ListRows? { lists[list] }

    /// How many numbers children may have.
    var childCount: Int { file.children.count }
}

/// One list: its columns as bare numbers, its units, and for lists of a row a child which of a child's rows counts.
struct ListRows: Sendable {
    let table: AnnexATable
    let units: Units
    /// For each row its number in `units`.
    let unit: [Int32]

    init(_ table: AnnexATable) {
        self.table = table
        (units, unit) = Units.numbered(table.texts(.team), table.texts(.worker), rows: table.rows)
    }

    var count: Int { table.rows }

    /// The place of the row's child; -1 where the cell is empty.
    @inline(__always) func child(_ row: Int) -> Int { row < table.child.count ? Int(table.child[row]) : -1 }

    func days(_ field: AnnexAField) -> Days? { table.dates(field).map(Days.init) }

    /// Where the file has no such column: missing in every row.
    func daysOrMissing(_ field: AnnexAField) -> Days {
        days(field) ?? Days(repeating: .missing, count: count)
    }

    func counts(_ field: AnnexAField) -> [CountCell]? { table.counts(field) }

    /// For each unit whether its worker is nobody.
    func isNobody(_ placeholders: Placeholders) -> [Bool] {
        (0..<units.count).map {
            let (team, worker) = units[Int32($0)]
            return placeholders.isNobody(worker, inTeam: team)
        }
    }

    /// What the codes of a column say: `yes` for those named, else no; left out where named so. Nothing there is
    /// `empty`; what nobody recognises cannot be counted.
    func verdicts(
        _ field: AnnexAField, yes: Set<String>, out: Set<String> = [], excluded: Set<String> = [],
        empty: Verdict = .excluded
    ) -> CodeVerdicts? {
        guard let column = table.codes(field) else { return nil }
        let names = column.set.codes.map(\.name)
        let verdicts = column.codes.map { code -> Verdict in
            if code == CodeColumn.missing { return empty }
            guard code >= 0, Int(code) < names.count else { return .excluded }
            let name = names[Int(code)]
            if out.contains(name) { return .out }
            if excluded.contains(name) { return .excluded }
            return yes.contains(name) ? .yes : .no
        }
        return CodeVerdicts(rows: column.text.rows, verdicts: verdicts)
    }

    /// Of a list with a row for each child, which rows count: of a child that has several, the latest by `field`, and of
    /// those the last in the file. A row without a child counts: nobody can say whose it is.
    func latestOfChild(_ field: AnnexAField?, _ childCount: Int) -> [Bool] {
        var latest = [Int32](repeating: -1, count: childCount)
        let days = field.flatMap { self.days($0) }
        var counts = [Bool](repeating: true, count: count)
        for row in 0..<count {
            let child = child(row)
            guard child >= 0, child < childCount else { continue }
            let other = Int(latest[child])
            if other >= 0 {
                if let days, days[row] < days[other] {
                    counts[row] = false
                    continue
                }
                counts[other] = false
            }
            latest[child] = Int32(row)
        }
        return counts
    }
}

/// Dates as day numbers; what is missing or unreadable is far before every day.
struct Days: Sendable {
    static let missing = Int32.min
    static let unreadable = Int32.min + 1

    private let numbers: [Int32]

    init(_ cells: [DateCell]) {
        numbers = cells.map { $0.day?.number ?? ($0 == .missing ? Self.missing : Self.unreadable) }
    }

    init(repeating cell: DateCell, count: Int) {
        numbers = Array(repeating: cell == .missing ? Self.missing : Self.unreadable, count: count)
    }

    @inline(__always) subscript(row: Int) -> Int32 { numbers[row] }

    @inline(__always) static func isDay(_ number: Int32) -> Bool { number > unreadable }
}

/// For each row what its code says.
struct CodeVerdicts: Sendable {
    let rows: [Int32]
    let verdicts: [Verdict]

    @inline(__always) subscript(row: Int) -> Verdict { verdicts[Int(rows[row])] }
}

/// Who is nobody: what stands where a worker's name should.
struct Placeholders: Sendable {
    private let folded: Set<String>

    init(_ texts: Set<String>) { folded = Set(texts.map(WorkerCell.fold)) }

    /// True where the worker is a placeholder, or the team over again.
    func isNobody(_ worker: String, inTeam team: String) -> Bool {
        let worker = WorkerCell.fold(worker)
        return worker.isEmpty || folded.contains(worker) || worker == WorkerCell.fold(team)
    }
}
