package import Kernel
package import Storage

/// Evidence out of its tables and in. Every statement runs on both engines.
package enum EvidenceSQL {}

/// Which of a plan's evidence to show: from the address, so that a list can be sent to somebody.
package struct EvidenceFilter: Hashable, Sendable {
    package enum Show: String, CaseIterable, Sendable {
        case waiting, accepted, rejected, withdrawn, personal

        package var words: String {
            switch self {
            case .waiting: "Waiting to be judged"
            case .accepted: "Accepted"
            case .rejected: "Rejected"
            case .withdrawn: "Withdrawn"
            case .personal: "Holds personal data"
            }
        }
    }

    package var show: Show?
    package var action: ID<ActionRecord>?

    package init(show: Show? = nil, action: ID<ActionRecord>? = nil) {
        self.show = show
        self.action = action
    }

    package var isEmpty: Bool { self == EvidenceFilter() }
}

// MARK: Reading

extension EvidenceSQL {
    /// `$3` says whether what holds personal data may be named: what one may not open never leaves the database.
    private static let columns = """
        e.id, e.plan, e.action, a.reference, a.text, e.criterion, c.text, e.added_at, e.added_on, e.person,
        COALESCE(p.name, account.name),
        CASE WHEN e.is_personal = 0 OR $3 = 1 THEN e.name END,
        CASE WHEN e.is_personal = 0 OR $3 = 1 THEN e.file END,
        CASE WHEN e.is_personal = 0 OR $3 = 1 THEN e.kind END, f.size, f.sha256,
        CASE WHEN e.is_personal = 0 OR $3 = 1 THEN e.address END,
        e.shows, e.dated_on, e.is_personal, v.verdict, v.judged_on, vp.name, v.reason,
        w.withdrawn_on, COALESCE(wp.name, wa.name), w.reason
        """
    private static let tables = """
        evidence e
        JOIN plan_action a ON a.authority = e.authority AND a.id = e.action
        LEFT JOIN plan_criterion c ON c.authority = e.authority AND c.id = e.criterion
        LEFT JOIN person p ON p.authority = e.authority AND p.id = e.person
        LEFT JOIN account ON account.authority = e.authority AND account.id = e.account
        LEFT JOIN stored_file f ON f.authority = e.authority AND f.id = e.file
        LEFT JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
        LEFT JOIN person vp ON vp.authority = v.authority AND vp.id = v.person
        LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
        LEFT JOIN person wp ON wp.authority = w.authority AND wp.id = w.person
        LEFT JOIN account wa ON wa.authority = w.authority AND wa.id = w.account
        """

    /// The plan's evidence that passes the filter, newest first.
    package static func items(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        _ filter: EvidenceFilter = EvidenceFilter(), mayOpenPersonal: Bool, limit: Int = 1000, offset: Int = 0
    ) throws -> [EvidenceItem] {
        try connection.rows(
            """
            SELECT \(columns) FROM \(tables)
            WHERE e.authority = $1 AND e.plan = $2 AND ($4 = 0 OR e.action = $5)\(condition(filter.show))
            ORDER BY e.added_at DESC, e.id DESC LIMIT $6 OFFSET $7
            """,
            [
                .id(authority), .id(plan), .bool(mayOpenPersonal), .bool(filter.action != nil),
                .id(filter.action ?? ID(0)), .int(limit), .int(offset),
            ], item)
    }

    package static func item(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        _ id: ID<EvidenceRecord>, mayOpenPersonal: Bool
    ) throws -> EvidenceItem? {
        try connection.first(
            "SELECT \(columns) FROM \(tables) WHERE e.authority = $1 AND e.plan = $2 AND e.id = $4",
            [.id(authority), .id(plan), .bool(mayOpenPersonal), .id(id)], item)
    }

    /// How many there are of each, for the links above the list.
    struct Counts: Sendable {
        var all = 0
        var shown: [EvidenceFilter.Show: Int] = [:]
    }

    static func counts(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> Counts {
        let sums = EvidenceFilter.Show.allCases.map {
            "SUM(CASE WHEN 1 = 1\(condition($0)) THEN 1 ELSE 0 END)"
        }
        return try connection.first(
            """
            SELECT COUNT(*), \(sums.joined(separator: ", ")) FROM evidence e
            LEFT JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
            LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
            WHERE e.authority = $1 AND e.plan = $2
            """, [.id(authority), .id(plan)]
        ) { row in
            var counts = Counts(all: try row.int(0))
            for (index, show) in EvidenceFilter.Show.allCases.enumerated() {
                counts.shown[show] = try row.intOrNil(index + 1) ?? 0
            }
            return counts
        } ?? Counts()
    }

    private static func condition(_ show: EvidenceFilter.Show?) -> String {
        switch show {
        case nil: ""
        case .waiting: " AND v.verdict IS NULL AND w.at IS NULL"
        case .accepted: " AND v.verdict = 'accepted' AND w.at IS NULL"
        case .rejected: " AND v.verdict = 'rejected' AND w.at IS NULL"
        case .withdrawn: " AND w.at IS NOT NULL"
        case .personal: " AND e.is_personal = 1"
        }
    }

    private static func item(_ row: Row) throws -> EvidenceItem {
        let isAccepted = try row.textOrNil(20).map { $0 == "accepted" }
        let verdict: EvidenceItem.Verdict? = try isAccepted.map {
            EvidenceItem.Verdict(
                isAccepted: $0, on: try row.day(21), by: try row.textOrNil(22) ?? "somebody who has left",
                reason: try row.text(23))
        }
        let withdrawal: EvidenceItem.Withdrawal? = try row.dayOrNil(24).map {
            EvidenceItem.Withdrawal(
                on: $0, by: try row.textOrNil(25) ?? "somebody", reason: try row.text(26))
        }
        let file: ID<StoredFile>? = try row.idOrNil(12)
        return EvidenceItem(
            id: try row.id(0), plan: try row.id(1), action: try row.id(2),
            actionReference: try row.textOrNil(3),
            actionText: try row.text(4), criterion: try row.idOrNil(5), criterionText: try row.textOrNil(6),
            added: try row.instant(7), addedOn: try row.day(8), addedBy: try row.idOrNil(9),
            addedByName: try row.textOrNil(10) ?? "somebody", name: try row.textOrNil(11), file: file,
            kind: try row.textOrNil(13), size: file == nil ? nil : try row.intOrNil(14),
            sha256: file == nil ? nil : try row.textOrNil(15), address: try row.textOrNil(16),
            shows: try row.text(17), dated: try row.day(18), isPersonal: try row.bool(19), verdict: verdict,
            withdrawal: withdrawal)
    }
}

extension EvidenceSQL {
    /// The actions of the plan with at least one piece of evidence that was accepted and stands.
    package static func acceptedActions(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> Set<ID<ActionRecord>> {
        Set(
            try connection.rows(
                """
                SELECT DISTINCT e.action FROM evidence e
                JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
                LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
                WHERE e.authority = $1 AND e.plan = $2 AND v.verdict = 'accepted' AND w.at IS NULL
                """, [.id(authority), .id(plan)]
            ) { try $0.id(0) })
    }
}

// MARK: What has none

extension EvidenceSQL {
    /// An action without any accepted evidence.
    package struct Bare: Sendable {
        package let action: ID<ActionRecord>
        package let reference: String?
        package let text: String
        package let area: String
        package let accountable: String?
        package let closing: ClosingState
        package let closed: Day?
        /// Whether the document or the lead says that it is done, or it is proposed to be closed or closed.
        package let isClaimed: Bool
        /// How many wait to be judged.
        package let waiting: Int
    }

    private static let claimed = "(r.closing <> 'open' OR r.claim = 'blue' OR a.claimed_status = 'complete')"

    /// The actions of the plan without accepted evidence, in its order; only those that are claimed done or closed
    /// where `claimedOnly`.
    package static func bare(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, claimedOnly: Bool
    ) throws -> [Bare] {
        try connection.rows(
            """
            SELECT a.id, a.reference, a.text, area.reference, area.title,
                COALESCE(accountable_person.name, accountable_post.title), r.closing, r.closed_on,
                CASE WHEN \(claimed) THEN 1 ELSE 0 END,
                (SELECT COUNT(*) FROM evidence e
                    LEFT JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
                    LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
                    WHERE e.authority = a.authority AND e.action = a.id AND v.verdict IS NULL
                        AND w.at IS NULL)
            FROM plan_action a
            JOIN plan_area area ON area.authority = a.authority AND area.id = a.area
            JOIN action_run r ON r.authority = a.authority AND r.action = a.id
            \(RunSQL.joins)
            WHERE a.authority = $1 AND a.plan = $2 AND ($3 = 0 OR \(claimed))
                AND NOT EXISTS (SELECT 1 FROM evidence e
                    JOIN evidence_verdict v ON v.authority = e.authority AND v.evidence = e.id
                    LEFT JOIN evidence_withdrawal w ON w.authority = e.authority AND w.evidence = e.id
                    WHERE e.authority = a.authority AND e.action = a.id AND v.verdict = 'accepted'
                        AND w.at IS NULL)
            ORDER BY area.position, a.position
            """, [.id(authority), .id(plan), .bool(claimedOnly)]
        ) { row in
            Bare(
                action: try row.id(0), reference: try row.textOrNil(1), text: try row.text(2),
                area: [try row.textOrNil(3), try row.text(4)].compactMap { $0 }.joined(separator: " "),
                accountable: try row.textOrNil(5), closing: ClosingState(rawValue: try row.text(6)) ?? .open,
                closed: try row.dayOrNil(7), isClaimed: try row.bool(8), waiting: try row.int(9))
        }
    }
}
