import Kernel
import Storage

/// One child who is not safe, or of whom an audit was not sure: how far the item has come.
struct SafetyItem: Hashable, Sendable {
    /// Words on record, with who and when.
    struct Said: Hashable, Sendable {
        var words: String
        var at: Instant
        var by: ID<Person>?
    }

    var id: ID<SafetyRecord>
    var round: ID<AuditRound>
    var roundTitle: String
    var roundNode: ID<Node>
    var isRoundClosed: Bool
    var roundSays: Day?
    /// The case's number in its round.
    var number: Int
    var leg: Leg
    var relation: Relation
    var answer: SafetyItems.Answer
    var raisedAt: Instant
    var dueAt: Instant
    var nextDueAt: Instant
    var node: ID<Node>?
    /// The team and area as the frame wrote them.
    var team: String
    var area: String
    var holder: ID<Person>?
    /// Whoever reads this case, first or second, or read it when the item was raised.
    var readers: Set<ID<Person>>
    var done: Said?
    var assurance: Said?
    var revision: Int

    /// Not assured, and its time is over.
    func isLate(at now: Instant) -> Bool { assurance == nil && dueAt <= now }

    /// Assured, but after its time.
    var wasLate: Bool { assurance.map { $0.at > dueAt } ?? false }

    /// How many levels of the line are asked at that moment: one, and one more at each time that passes.
    func levelsAsked(at now: Instant) -> Int { 1 + (dueAt <= now ? 1 : 0) + (nextDueAt <= now ? 1 : 0) }

    var title: String { "Case \(number)" }
}

/// What part of the items a list shows.
struct SafetyFilter: Hashable, Sendable {
    enum State: String, CaseIterable, Sendable {
        case open, late, done, assured

        var words: String {
            switch self {
            case .open: "Not yet assured"
            case .late: "Late"
            case .done: "Done, waiting for the assurance"
            case .assured: "Assured"
            }
        }
    }

    var round: ID<AuditRound>?
    var node: ID<Node>?
    var state: State?
}

/// Whose items an officer sees, as a part of a statement: the director and the quality lead as far as they reach, and
/// everybody above a case those of their own line.
///
/// An item raised by a first reading is not there for whoever is barred from it; one raised by either reading is not
/// there for whoever gives the other reading, until the round is closed.
struct SafetyScope {
    let officer: Officer
    let ladders: SafetyLadders
    let today: Day
    private let reach: Reach
    private let barred: Set<ID<AuditRound>>

    static let wideRoles: Set<Role> = [.director, .qualityLead]

    static func read(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> SafetyScope {
        SafetyScope(
            officer: officer, ladders: try SafetyLadders.read(connection, officer.authority, on: today),
            today: today, reach: Reach(officer.scopes(for: wideRoles)),
            barred: try Blind.rounds(connection, barring: officer))
    }

    /// `$1` to `$3`.
    var key: [SQLValue] { [.id(officer.authority), .bool(reach.isEverything), .day(today)] }

    /// Stands before the SELECT.
    var with: String { reach.subtree }

    /// For items `i` with their round `r`, case `c` and line of the frame `f`.
    var condition: String {
        let me = officer.person?.rawValue ?? -1
        let line = officer.person.map { ladders.below($0) } ?? SafetyLadders.Below()
        return """
            ($2 = 1 OR COALESCE(i.node, r.node) IN (SELECT id FROM reached)
                OR f.holder_person IN (\(list(line.people)))
                OR (i.node IN (\(list(line.nodes))) AND (f.holder_person IS NULL
                    OR f.holder_person NOT IN (\(list(line.peopleInLines))))))
            AND NOT (i.leg = 'first' AND r.closed_at IS NULL AND i.round IN (\(list(barred))))
            AND (r.closed_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM case_audit b
                WHERE b.authority = i.authority AND b.subject = i.subject AND b.person = \(me)
                    AND b.leg <> i.leg))
            """
    }

    private func list<Owner>(_ ids: Set<ID<Owner>>) -> String {
        ids.isEmpty ? "-1" : ids.map(\.rawValue).sorted().map(String.init).joined(separator: ", ")
    }
}

extension SafetySQL {
    private static let from = """
        FROM safety_item i
        JOIN audit_round r ON r.authority = i.authority AND r.id = i.round
        JOIN audit_case c ON c.authority = i.authority AND c.id = i.subject
        JOIN audit_frame f ON f.authority = i.authority AND f.round = c.round AND f.position = c.position
        JOIN case_audit a ON a.authority = i.authority AND a.id = i.audit
        """

    private static func reader(_ leg: String) -> String {
        """
        (SELECT b.person FROM case_audit b WHERE b.authority = i.authority AND b.subject = i.subject
            AND b.leg = '\(leg)' AND b.ended_at IS NULL)
        """
    }

    /// What an officer may see of what the filter lets through, the longest due and not assured first.
    static func items(
        _ connection: Connection, _ scope: SafetyScope, _ filter: SafetyFilter = SafetyFilter(),
        only item: ID<SafetyRecord>? = nil, at now: Instant, limit: Int = 100_000, offset: Int = 0
    ) throws -> [SafetyItem] {
        let (chosen, values) = condition(filter, scope, at: now)
        let one = item.map { " AND i.id = \($0.rawValue)" } ?? ""
        return try connection.rows(
            """
            \(scope.with)
            SELECT i.id, i.round, r.title, r.node, r.closed_at, r.safety_due_on, c.number, i.leg, a.relation,
                i.answer, i.raised_at, i.due_at, i.next_due_at, i.node, f.team, f.area, f.holder_person,
                a.person, \(reader("first")), \(reader("second")), i.done, i.done_at, i.done_by, i.assurance,
                i.assured_at, i.assured_by, i.revision
            \(from)
            WHERE i.authority = $1 AND \(scope.condition)\(chosen)\(one)
            ORDER BY CASE WHEN i.assured_at IS NULL THEN 0 ELSE 1 END, i.due_at, i.raised_at, i.id
            LIMIT \(limit) OFFSET \(offset)
            """, scope.key + values, read)
    }

    private static func read(_ row: Row) throws -> SafetyItem {
        func said(_ column: Int) throws -> SafetyItem.Said? {
            guard let at = try row.instantOrNil(column + 1) else { return nil }
            return SafetyItem.Said(
                words: try row.textOrNil(column) ?? "", at: at, by: try row.idOrNil(column + 2))
        }
        let readers: [ID<Person>?] = [try row.idOrNil(17), try row.idOrNil(18), try row.idOrNil(19)]
        return SafetyItem(
            id: try row.id(0), round: try row.id(1), roundTitle: try row.text(2), roundNode: try row.id(3),
            isRoundClosed: try row.textOrNil(4) != nil, roundSays: try row.dayOrNil(5),
            number: try row.int(6), leg: Leg(rawValue: try row.text(7)) ?? .first,
            relation: Relation(rawValue: try row.text(8)) ?? .independent,
            answer: SafetyItems.Answer(rawValue: try row.text(9)) ?? .unsure, raisedAt: try row.instant(10),
            dueAt: try row.instant(11), nextDueAt: try row.instant(12), node: try row.idOrNil(13),
            team: try row.text(14), area: try row.text(15), holder: try row.idOrNil(16),
            readers: Set(readers.compactMap(\.self)), done: try said(20), assurance: try said(23),
            revision: try row.int(26))
    }

    /// How many of the items that an officer may see, within the filter's round and team.
    struct Tally: Hashable, Sendable {
        var raised = 0
        var done = 0
        var assured = 0
        /// Not assured, and the time is over.
        var late = 0
        /// Assured after the time.
        var assuredLate = 0
        /// How many the whole filter lets through.
        var shown = 0
    }

    static func tally(
        _ connection: Connection, _ scope: SafetyScope, _ filter: SafetyFilter, at now: Instant
    ) throws -> Tally {
        var wide = filter
        wide.state = nil
        let (chosen, values) = condition(wide, scope, at: now)
        let (state, _) = condition(SafetyFilter(state: filter.state), scope, at: now)
        return try connection.first(
            """
            \(scope.with)
            SELECT COUNT(*), COUNT(i.done_at), COUNT(i.assured_at),
                SUM(CASE WHEN i.assured_at IS NULL AND i.due_at <= $4 THEN 1 ELSE 0 END),
                SUM(CASE WHEN i.assured_at > i.due_at THEN 1 ELSE 0 END),
                SUM(CASE WHEN 1 = 1\(state) THEN 1 ELSE 0 END)
            \(from)
            WHERE i.authority = $1 AND \(scope.condition)\(chosen)
            """, scope.key + values
        ) {
            Tally(
                raised: try $0.int(0), done: try $0.int(1), assured: try $0.int(2),
                late: try $0.intOrNil(3) ?? 0, assuredLate: try $0.intOrNil(4) ?? 0,
                shown: try $0.intOrNil(5) ?? 0)
        } ?? Tally()
    }

    /// The rounds and teams that the officer sees items of.
    static func choices(
        _ connection: Connection, _ scope: SafetyScope
    ) throws -> [(round: ID<AuditRound>, title: String, node: ID<Node>?)] {
        try connection.rows(
            """
            \(scope.with)
            SELECT DISTINCT i.round, r.title, i.node \(from)
            WHERE i.authority = $1 AND \(scope.condition)
            """, scope.key
        ) { (try $0.id(0), try $0.text(1), try $0.idOrNil(2)) }
    }

    /// Every fact of an item, the newest first.
    struct Fact: Hashable, Sendable {
        var kind: String
        var text: String
        var person: ID<Person>?
        var at: Instant
    }

    static func facts(
        _ connection: Connection, _ authority: ID<Authority>, _ item: ID<SafetyRecord>
    ) throws -> [Fact] {
        try connection.rows(
            """
            SELECT kind, text, person, at FROM safety_fact WHERE authority = $1 AND item = $2
            ORDER BY sequence DESC
            """, [.id(authority), .id(item)]
        ) {
            Fact(kind: try $0.text(0), text: try $0.text(1), person: try $0.idOrNil(2), at: try $0.instant(3))
        }
    }

    /// What the case system calls the case; only for a page that records the look.
    static func reference(
        _ connection: Connection, _ authority: ID<Authority>, _ item: SafetyItem
    ) throws -> Sensitive<String>? {
        try connection.first(
            """
            SELECT f.reference FROM audit_case c
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            WHERE c.authority = $1 AND c.round = $2 AND c.number = $3
            """, [.id(authority), .id(item.round), .int(item.number)]
        ) { try $0.sensitive(0) }
    }

    /// `$4` is the moment; the filter's own parts are our identities and words.
    private static func condition(
        _ filter: SafetyFilter, _ scope: SafetyScope, at now: Instant
    ) -> (String, [SQLValue]) {
        // A statement that does not ask for the moment must name it all the same.
        var words = " AND i.raised_at <= $4"
        if let round = filter.round { words += " AND i.round = \(round.rawValue)" }
        if let node = filter.node {
            let nodes = scope.ladders.nodesBelow(node).map(\.rawValue).sorted().map(String.init)
            words += " AND i.node IN (\(nodes.joined(separator: ", ")))"
        }
        switch filter.state {
        case nil: break
        case .open: words += " AND i.assured_at IS NULL"
        case .late: words += " AND i.assured_at IS NULL AND i.due_at <= $4"
        case .done: words += " AND i.done_at IS NOT NULL AND i.assured_at IS NULL"
        case .assured: words += " AND i.assured_at IS NOT NULL"
        }
        return (words, [.instant(now)])
    }
}
