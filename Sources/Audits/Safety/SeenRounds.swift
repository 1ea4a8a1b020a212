import Kernel
import Site
import Storage

extension AuditsFeature {
    /// Notes that the officer has been told what audits of these rounds found: while a round is open, they are no blind
    /// reader of it. Whoever gives second readings of it was told nothing of it, and is not noted.
    func noteSeen(_ rounds: some Sequence<ID<AuditRound>>, _ officer: Officer, at now: Instant) async throws {
        let list = Set(rounds).map(\.rawValue).sorted().map(String.init).joined(separator: ", ")
        guard let person = officer.person, !list.isEmpty else { return }
        let new = try await database.read { connection in
            try connection.rows(
                """
                SELECT r.id FROM audit_round r
                WHERE r.authority = $1 AND r.id IN (\(list)) AND r.closed_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM audit_seen s WHERE s.authority = r.authority
                        AND s.round = r.id AND s.person = $2)
                    AND NOT EXISTS (SELECT 1 FROM case_audit a WHERE a.authority = r.authority
                        AND a.round = r.id AND a.leg = 'second' AND a.person = $2)
                """, [.id(officer.authority), .id(person)]
            ) { try $0.id(0) as ID<AuditRound> }
        }
        guard !new.isEmpty else { return }
        try await database.write(for: officer.authority) { connection in
            for round in new { try RoundSeen.note(connection, officer, round, at: now) }
        }
    }
}
