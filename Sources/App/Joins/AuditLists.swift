import Audits
import Kernel
import ReturnFormats
import Returns
import Storage

/// The lists that rounds of audits can be made of, from the Annex A that counts now.
enum AuditLists {
    private struct Source {
        let key: String
        let words: String
        let list: AnnexAList
        let start: AnnexAField?
        /// Empty while it goes on; for `completed` it holds the day that it ended.
        let end: AnnexAField?
        var isCompleted = false
        let group: AnnexAField
        let seen: AnnexAField
    }

    private static let sources = [
        Source(
            key: "protection", words: "Children on a protection plan", list: .protection, start: .planStart,
            end: .planEnd, group: .latestCategory, seen: .lastVisit),
        Source(
            key: "need", words: "Open cases of children in need", list: .need, start: .needStart,
            end: .needClosure, group: .primaryNeed, seen: .lastSeen),
        Source(
            key: "care", words: "Children looked after", list: .care, start: .careStart, end: .careEnd,
            group: .careNeed, seen: .lastCareVisit),
        Source(
            key: "leavers", words: "Care leavers", list: .careLeavers, start: nil, end: nil,
            group: .eligibility, seen: .lastContact),
        Source(
            key: "assessments", words: "Assessments completed", list: .assessments,
            start: .assessmentStart, end: .assessmentEnd, isCompleted: true, group: .needsSupport,
            seen: .assessmentEnd),
    ]

    static func lists(_ connection: Connection, _ authority: ID<Authority>) throws -> [AuditSources.List] {
        guard let file = try ReturnFilesSQL.latestAnnexA(connection, authority) else { return [] }
        return sources.map { AuditSources.List(key: $0.key, words: $0.words, asAt: file.asAt) }
    }

    /// A child stands once, by the row that began last. A row whose dates cannot be read, or that began after the day
    /// of the file, is in no list: nobody can tell.
    static func items(
        _ connection: Connection, _ authority: ID<Authority>, _ key: String
    ) throws -> [AuditSources.Item]? {
        guard let source = sources.first(where: { $0.key == key }),
            let file = try ReturnFilesSQL.latestAnnexA(connection, authority),
            let annexA = try ReturnFilesSQL.annexA(connection, authority, file.id)
        else { return nil }
        guard let table = annexA[source.list] else { return [] }
        let units = try ReturnFilesSQL.units(connection, authority)
        let nobody = try ReturnFilesSQL.placeholders(connection, authority)
        var latest: [Int32: (row: Int, start: Day?)] = [:]
        for row in 0..<table.rows where table.child.indices.contains(row) && table.child[row] >= 0 {
            guard isOn(source, table, row, file.asAt) else { continue }
            let start = source.start.flatMap { table.dates($0)?[row].day }
            if let held = latest[table.child[row]], (held.start ?? file.asAt) >= (start ?? file.asAt) {
                continue
            }
            latest[table.child[row]] = (row, start)
        }
        return latest.sorted { $0.value.row < $1.value.row }.map { child, found in
            let row = found.row
            let worker = table.texts(.worker)?[row] ?? ""
            let team = table.texts(.team)?[row] ?? ""
            return AuditSources.Item(
                reference: annexA.children[Int(child)],
                holder: nobody.contains(WorkerCell.fold(worker)) ? "" : worker, team: team,
                node: units[NameKey.fold(team)],
                group: table.codes(source.group).map { words($0, row) } ?? "",
                on: table.dates(source.seen)?[row].day,
                plansBefore: table.counts(.previousPlans)?[row].value)
        }
    }

    private static func isOn(
        _ source: Source, _ table: AnnexATable, _ row: Int, _ asAt: Day
    ) -> Bool {
        if let field = source.start {
            guard let cells = table.dates(field), let day = cells[row].day, day <= asAt else { return false }
        }
        guard let field = source.end else { return true }
        guard let cells = table.dates(field) else { return !source.isCompleted }
        return source.isCompleted
            ? cells[row].day.map { $0 <= asAt } ?? false
            : cells[row] == .missing || cells[row].day.map { $0 > asAt } ?? false
    }

    /// The code's own words; what the file writes where it is no code of the template.
    private static func words(_ column: CodeColumn, _ row: Int) -> String {
        let place = Int(column[row])
        return column.set.codes.indices.contains(place) ? column.set.codes[place].name : column.text[row]
    }
}
