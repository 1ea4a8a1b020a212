import Kernel
import Site
import Storage

/// Which events of the journal are asked for.
struct JournalFilter: Sendable {
    /// The beginning of a kind: `grant` finds `grant.given`.
    var kind = ""
    var actor: ID<Account>?
    var from: Day?
    var until: Day?
    var subject = ""
    var subjectID = ""
    /// Only what is about accounts and access, for who may see no more.
    var onlyAccounts = false
    /// How the kinds begin that the officer must not see: set by whoever reads, never from the address.
    var withheld: [String] = []

    /// The subjects that an administrator without another role may see.
    static let isAboutAccounts = "subject IN ('account', 'authority', 'journal', 'sign-in')"

    init(_ query: Fields, for officer: Officer) {
        kind = query["kind"]
        actor = query.id("who")
        if case .day(let day) = query.date("from", called: "the first day") { from = day }
        if case .day(let day) = query.date("until", called: "the last day") { until = day }
        subject = query["subject"]
        subjectID = query["id"]
        onlyAccounts = !officer.holds([.programmeManager, .director])
    }

    var isEmpty: Bool {
        kind.isEmpty && actor == nil && from == nil && until == nil && subject.isEmpty && subjectID.isEmpty
    }

    /// The WHERE clause and its values; `$1` is the authority.
    func condition(of authority: ID<Authority>) -> (sql: String, values: [SQLValue]) {
        var sql = "authority = $1"
        var values: [SQLValue] = [.id(authority)]
        func and(_ text: (String) -> String, _ value: SQLValue) {
            values.append(value)
            sql += " AND " + text("$\(values.count)")
        }
        if !kind.isEmpty { and({ "substr(kind, 1, \(kind.unicodeScalars.count)) = \($0)" }, .text(kind)) }
        if let actor { and({ "actor = \($0)" }, .id(actor)) }
        if let from { and({ "at >= \($0)" }, .instant(from.startInLondon)) }
        if let until { and({ "at < \($0)" }, .instant(until.adding(days: 1).startInLondon)) }
        if !subject.isEmpty { and({ "subject = \($0)" }, .text(subject)) }
        if !subjectID.isEmpty { and({ "subject_id = \($0)" }, .text(subjectID)) }
        for kind in withheld {
            and({ "substr(kind, 1, \(kind.unicodeScalars.count)) <> \($0)" }, .text(kind))
        }
        if onlyAccounts { sql += " AND " + Self.isAboutAccounts }
        return (sql, values)
    }
}

extension Connection {
    /// Events that fit, newest first, before that number.
    func journal(
        _ filter: JournalFilter, of authority: ID<Authority>, before: Int64, limit: Int
    ) throws -> [JournalLine] {
        let (sql, values) = filter.condition(of: authority)
        return try rows(
            """
            SELECT sequence, at, actor, kind, subject, subject_id, from_json, to_json, reason FROM event
            WHERE \(sql) AND sequence < $\(values.count + 1) ORDER BY sequence DESC LIMIT $\(values.count + 2)
            """, values + [.integer(before), .int(limit)]
        ) {
            JournalLine(
                sequence: try $0.integer(0), at: try $0.instant(1), actor: try $0.idOrNil(2),
                kind: try $0.text(3),
                subject: try $0.text(4), subjectID: try $0.text(5), from: try $0.jsonOrNil(6),
                to: try $0.jsonOrNil(7),
                reason: try $0.textOrNil(8))
        }
    }

    func journalCount(_ filter: JournalFilter, of authority: ID<Authority>) throws -> Int {
        let (sql, values) = filter.condition(of: authority)
        return try first("SELECT COUNT(*) FROM event WHERE \(sql)", values) { try $0.int(0) } ?? 0
    }

    /// The kinds of event that there are.
    func journalKinds(of authority: ID<Authority>, _ filter: JournalFilter) throws -> [String] {
        let subjects = filter.onlyAccounts ? " AND " + JournalFilter.isAboutAccounts : ""
        return try rows(
            "SELECT DISTINCT kind FROM event WHERE authority = $1\(subjects) ORDER BY kind", [.id(authority)]
        ) { try $0.text(0) }.filter { kind in !filter.withheld.contains { kind.hasPrefix($0) } }
    }
}
