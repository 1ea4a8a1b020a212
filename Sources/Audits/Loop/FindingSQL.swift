import Kernel
import Site
import Storage

/// Reading and keeping what follows from audits.
enum FindingSQL {
    private static let from = """
        FROM audit_finding g
        JOIN audit_round r ON r.authority = g.authority AND r.id = g.round
        LEFT JOIN audit_case c ON c.authority = g.authority AND c.id = g.subject
        LEFT JOIN audit_frame f ON f.authority = g.authority AND f.round = c.round AND f.position = c.position
        """

    /// What an officer may see of what the filter lets through: what is open first, the longest due before.
    static func findings(
        _ connection: Connection, _ scope: FindingScope, _ filter: FindingFilter = FindingFilter(),
        only finding: ID<FindingRecord>? = nil, limit: Int = 100_000, offset: Int = 0
    ) throws -> [Finding] {
        let one = finding.map { " AND g.id = \($0.rawValue)" } ?? ""
        return try connection.rows(
            """
            \(scope.with)
            SELECT g.id, g.round, r.title, r.closed_at, r.tool, r.tool_version, c.number, g.question, g.kind,
                g.text, g.owner, g.due_on, g.first_due_on, g.made_at, g.made_by, g.done, g.done_at, g.done_by,
                g.done_on, g.seen, g.seen_at, g.seen_by, g.reply, g.replied_at, g.replied_by, g.revision
            \(from)
            WHERE g.authority = $1 AND \(scope.condition)\(condition(filter, scope))\(one)
            ORDER BY CASE WHEN g.done_at IS NULL AND g.replied_at IS NULL THEN 0
                WHEN g.seen_at IS NULL AND g.kind <> 'anomaly' THEN 1 ELSE 2 END, g.due_on, g.id
            LIMIT \(limit) OFFSET \(offset)
            """, scope.key, read)
    }

    private static func read(_ row: Row) throws -> Finding {
        func said(_ column: Int) throws -> Finding.Said? {
            guard let at = try row.instantOrNil(column + 1) else { return nil }
            return Finding.Said(
                words: try row.textOrNil(column) ?? "", at: at, by: try row.idOrNil(column + 2))
        }
        return Finding(
            id: try row.id(0), round: try row.id(1), roundTitle: try row.text(2),
            isRoundClosed: try row.textOrNil(3) != nil, tool: try row.id(4), toolVersion: try row.int(5),
            number: try row.intOrNil(6), standard: try row.textOrNil(7),
            kind: Finding.Kind(rawValue: try row.text(8)) ?? .service, text: try row.text(9),
            owner: try row.id(10), dueOn: try row.day(11), firstDueOn: try row.day(12),
            madeAt: try row.instant(13), madeBy: try row.idOrNil(14), done: try said(15),
            doneOn: try row.dayOrNil(18), seen: try said(19), reply: try said(22),
            revision: try row.int(25))
    }

    /// How many within the filter's round and persons; anomalies that are answered count as seen.
    struct Tally: Hashable, Sendable {
        var all = 0
        var open = 0
        var late = 0
        /// Done, and not yet seen on the file.
        var done = 0
        var seen = 0
        /// How many the whole filter lets through.
        var shown = 0
    }

    static func tally(
        _ connection: Connection, _ scope: FindingScope, _ filter: FindingFilter
    ) throws -> Tally {
        var wide = filter
        wide.state = nil
        func sum(_ state: FindingFilter.State?) -> String {
            "SUM(CASE WHEN 1 = 1\(condition(FindingFilter(state: state), scope)) THEN 1 ELSE 0 END)"
        }
        return try connection.first(
            """
            \(scope.with)
            SELECT COUNT(*), \(sum(.open)), \(sum(.late)), \(sum(.done)), \(sum(.seen)), \(sum(filter.state))
            \(from)
            WHERE g.authority = $1 AND \(scope.condition)\(condition(wide, scope))
            """, scope.key
        ) {
            Tally(
                all: try $0.int(0), open: try $0.intOrNil(1) ?? 0, late: try $0.intOrNil(2) ?? 0,
                done: try $0.intOrNil(3) ?? 0, seen: try $0.intOrNil(4) ?? 0,
                shown: try $0.intOrNil(5) ?? 0)
        } ?? Tally()
    }

    /// The rounds that the officer sees actions of.
    static func rounds(
        _ connection: Connection, _ scope: FindingScope
    ) throws -> [ID<AuditRound>: String] {
        Dictionary(
            uniqueKeysWithValues: try connection.rows(
                """
                \(scope.with) SELECT DISTINCT g.round, r.title \(from)
                WHERE g.authority = $1 AND \(scope.condition)
                """, scope.key
            ) { (try $0.id(0) as ID<AuditRound>, try $0.text(1)) })
    }

    private static func condition(_ filter: FindingFilter, _ scope: FindingScope) -> String {
        var words = ""
        if let round = filter.round { words += " AND g.round = \(round.rawValue)" }
        switch filter.whose {
        case nil: break
        case .mine: words += " AND g.owner IN (\(scope.mine))"
        case .team: words += " AND g.owner IN (\(scope.team))"
        }
        let open = "g.done_at IS NULL AND g.replied_at IS NULL"
        switch filter.state {
        case nil: break
        case .open: words += " AND \(open)"
        case .late: words += " AND \(open) AND g.due_on < $3"
        case .done: words += " AND g.done_at IS NOT NULL AND g.seen_at IS NULL"
        case .seen: words += " AND (g.seen_at IS NOT NULL OR g.replied_at IS NOT NULL)"
        }
        return words
    }
}

extension FindingSQL {
    struct Fact: Hashable, Sendable {
        var kind: String
        var text: String
        var day: Day?
        var person: ID<Person>?
        var at: Instant
    }

    /// The newest first.
    static func facts(
        _ connection: Connection, _ authority: ID<Authority>, _ finding: ID<FindingRecord>
    ) throws -> [Fact] {
        try connection.rows(
            """
            SELECT kind, text, day, person, at FROM audit_finding_fact
            WHERE authority = $1 AND finding = $2 ORDER BY sequence DESC
            """, [.id(authority), .id(finding)]
        ) {
            Fact(
                kind: try $0.text(0), text: try $0.text(1), day: try $0.dayOrNil(2),
                person: try $0.idOrNil(3), at: try $0.instant(4))
        }
    }

    static func add(
        _ fact: Fact, to finding: ID<FindingRecord>, _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO audit_finding_fact (authority, finding, sequence, kind, text, day, person, at)
            SELECT $1, $2, COALESCE(MAX(sequence), 0) + 1, $3, $4, $5, $6, $7
            FROM audit_finding_fact WHERE authority = $1 AND finding = $2
            """,
            [
                .id(authority), .id(finding), .text(fact.kind), .text(fact.text), .day(fact.day),
                .id(fact.person), .instant(fact.at),
            ])
    }

    /// What the case system calls the case; only for a page that records the look.
    static func reference(
        _ connection: Connection, _ authority: ID<Authority>, _ finding: Finding
    ) throws -> Sensitive<String>? {
        guard let number = finding.number else { return nil }
        return try connection.first(
            """
            SELECT f.reference FROM audit_case c
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            WHERE c.authority = $1 AND c.round = $2 AND c.number = $3
            """, [.id(authority), .id(finding.round), .int(number)]
        ) { try $0.sensitive(0) }
    }

    /// The finding as the officer may see it; a page that is not there otherwise.
    static func found(
        _ connection: Connection, _ officer: Officer, _ id: ID<FindingRecord>, on today: Day
    ) throws -> (finding: Finding, scope: FindingScope) {
        let scope = try FindingScope.read(connection, officer, on: today)
        guard let finding = try findings(connection, scope, only: id, limit: 1).first else {
            throw NotFound()
        }
        return (finding, scope)
    }

    /// One step on a finding that nobody changed since it was read: its columns, its fact and its event.
    static func step(
        _ finding: Finding, set words: String, _ values: [SQLValue], _ fact: Fact, says: String,
        by officer: Officer, _ connection: Connection
    ) throws {
        let changed = try connection.run(
            """
            UPDATE audit_finding SET \(words), revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """, [.id(officer.authority), .id(finding.id), .int(finding.revision)] + values)
        guard changed == 1 else { throw StepRefused.changedMeanwhile }
        try add(fact, to: finding.id, officer.authority, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: fact.at, actor: officer.account,
                kind: "auditAction.\(fact.kind)", subject: "audit action", subjectID: finding.id,
                to: ["says": .string(says)]))
    }
}
