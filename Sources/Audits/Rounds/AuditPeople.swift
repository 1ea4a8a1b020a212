package import Kernel
package import Storage

/// Who may read cases of a round, and how many they have.
package enum AuditPeople {
    package struct Candidate: Hashable, Sendable {
        package let id: ID<Person>
        package let name: String
    }

    /// Auditors, verifiers and quality leads whose access reaches the round's part or its sample, by name.
    package static func auditors(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, on today: Day
    ) throws -> [Candidate] {
        try people(
            connection, authority, round, roles: "'auditor', 'verifier', 'qualityLead'",
            try DrawSQL.draws(connection, authority, round.id)[.first]?.id, isBlind: false, today)
    }

    /// Verifiers and auditors whose access reaches the round's part, or the drawn sample itself, and who read nothing
    /// of it first and have not looked at how it goes or what it found.
    package static func verifiers(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, _ draw: ID<Sample>,
        on today: Day
    ) throws -> [Candidate] {
        try people(connection, authority, round, roles: "'verifier', 'auditor'", draw, isBlind: true, today)
    }

    private static func people(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, roles: String,
        _ draw: ID<Sample>?, isBlind: Bool, _ today: Day
    ) throws -> [Candidate] {
        let tree = try UnitTree.read(connection, authority)
        let nodes = tree.lineUp(from: round.node, on: today).map { String($0.rawValue) }
        let sample = draw.map { "OR (g.scope_kind = 'sample' AND g.scope_id = \($0.rawValue))" } ?? ""
        let unblind =
            !isBlind
            ? ""
            : """
            AND NOT EXISTS (
                SELECT 1 FROM case_audit c WHERE c.authority = p.authority AND c.round = $3
                    AND c.leg = 'first' AND c.person = p.id)
            AND NOT EXISTS (
                SELECT 1 FROM audit_seen s WHERE s.authority = p.authority AND s.round = $3
                    AND s.person = p.id)
            """
        return try connection.rows(
            """
            SELECT DISTINCT p.name, p.id FROM person p
            JOIN account a ON a.authority = p.authority AND a.person = p.id AND a.disabled IS NULL
            JOIN access_grant g ON g.authority = a.authority AND g.account = a.id AND g.ended IS NULL
                AND g.from_day <= $2 AND (g.until_day IS NULL OR g.until_day >= $2)
            WHERE p.authority = $1 AND (p.left_on IS NULL OR p.left_on >= $2) AND g.role IN (\(roles))
                AND (g.scope_kind = 'authority'
                    OR (g.scope_kind = 'node' AND g.scope_id IN (\(nodes.joined(separator: ", "))))
                    \(sample))
                \(unblind)
            ORDER BY p.name, p.id
            """, [.id(authority), .day(today)] + (isBlind ? [.id(round.id)] : [])
        ) { Candidate(id: try $0.id(1), name: try $0.text(0)) }
    }

    /// How many cases of the round each person has on that leg.
    static func loads(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>, _ leg: Leg
    ) throws -> [ID<Person>: Int] {
        Dictionary(
            uniqueKeysWithValues: try connection.rows(
                """
                SELECT person, COUNT(*) FROM case_audit
                WHERE authority = $1 AND round = $2 AND leg = $3 AND ended_at IS NULL GROUP BY person
                """, [.id(authority), .id(round), .text(leg.rawValue)]
            ) { (try $0.id(0) as ID<Person>, try $0.int(1)) })
    }
}

extension AuditPeople {
    /// Holders of these cases who have no account to audit with, by name.
    static func withoutAccount(
        _ cases: [RoundCase], _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [String] {
        let holders = Set(cases.compactMap(\.holderPerson))
        guard !holders.isEmpty else { return [] }
        return try connection.rows(
            """
            SELECT p.id, p.name FROM person p WHERE p.authority = $1 AND NOT EXISTS (
                SELECT 1 FROM account a WHERE a.authority = p.authority AND a.person = p.id
                    AND a.disabled IS NULL)
            ORDER BY p.name
            """, [.id(authority)]
        ) { (try $0.id(0) as ID<Person>, try $0.text(1)) }.filter { holders.contains($0.0) }.map(\.1)
    }
}
