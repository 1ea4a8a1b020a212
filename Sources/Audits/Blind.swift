package import Kernel
package import Storage

/// Who must not see what the first readers of a round said: whoever grades second, until verification closes.
///
/// Asked by every page, export, in-tray item, search and tally that is made from first grades, safety items or notes.
/// There is no role that lifts it.
package enum Blind {
    /// How the kinds of event begin that tell when something was saved, raised or made of a reading. The journal shows
    /// none of them to who is barred from any round: moments beside one another would tell whose reading it was.
    package static let eventKinds = [
        "audit.", "audits.", "auditAction.", "case.", "moderation.", "practiceNote.", "round.", "safety.",
    ]

    /// Every round from whose first readings the person is barred now.
    package static func rounds(
        _ connection: Connection, _ authority: ID<Authority>, barring person: ID<Person>?,
        _ scopes: Set<Scope> = []
    ) throws -> Set<ID<AuditRound>> {
        var found: Set<ID<AuditRound>> = []
        if let person {
            found.formUnion(
                try connection.rows(
                    """
                    SELECT DISTINCT a.round FROM case_audit a
                    JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
                    WHERE a.authority = $1 AND a.person = $2 AND a.leg = 'second' AND r.closed_at IS NULL
                    """, [.id(authority), .id(person)]
                ) { try $0.id(0) })
        }
        for case .sample(let sample) in scopes {
            found.formUnion(
                try connection.rows(
                    """
                    SELECT d.round FROM audit_draw d
                    JOIN audit_round r ON r.authority = d.authority AND r.id = d.round
                    WHERE d.authority = $1 AND d.id = $2 AND r.closed_at IS NULL
                    """, [.id(authority), .id(sample)]
                ) { try $0.id(0) })
        }
        return found
    }

    package static func rounds(_ connection: Connection, barring officer: Officer) throws -> Set<
        ID<AuditRound>
    > {
        try rounds(
            connection, officer.authority, barring: officer.person, Set(officer.grants.map(\.scope)))
    }
}
