package import Kernel
import Site
package import Storage

/// Which rounds an officer may open, and how far.
package enum RoundAccess {
    /// The round for whoever keeps rounds in its part of the organisation and is not barred from it.
    package static func kept(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>, on today: Day
    ) throws -> Round {
        let round = try unbarred(connection, officer, id)
        guard !round.isPast,
            try keeps(officer, round.node, in: UnitTree.read(connection, officer.authority), on: today)
        else { throw NotFound() }
        return round
    }

    /// The round for anybody who is not barred from it; access of the route has been judged before.
    package static func unbarred(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>
    ) throws -> Round {
        guard let round = try RoundSQL.round(connection, officer.authority, id),
            try !Blind.rounds(connection, barring: officer).contains(id)
        else { throw NotFound() }
        return round
    }

    static func keeps(_ officer: Officer, _ node: ID<Node>, in tree: UnitTree, on today: Day) throws -> Bool {
        tree.isWithin(officer.scopes(for: RoundsRoute.keepers), node, on: today)
    }

    /// How much of a round's progress the officer sees: nil for all of it, else the scopes that bound it.
    static func bounds(_ officer: Officer, _ round: Round, in tree: UnitTree, on today: Day) -> Set<Scope>? {
        let scopes = officer.scopes(for: RoundsRoute.progressReaders)
        return tree.isWithin(scopes, round.node, on: today) ? nil : scopes
    }
}

/// Who has looked at how a round goes or what it found. They are then no blind reader of it.
///
/// Called by every page and export that shows progress, a grade, a safety item or a result of the round.
package enum RoundSeen {
    package static func note(
        _ connection: Connection, _ officer: Officer, _ round: ID<AuditRound>, at now: Instant
    ) throws {
        guard let person = officer.person else { return }
        try connection.run(
            """
            INSERT INTO audit_seen (authority, round, person, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (authority, round, person) DO NOTHING
            """, [.id(officer.authority), .id(round), .id(person), .instant(now)])
    }

    package static func has(
        _ connection: Connection, _ officer: Officer, seen round: ID<AuditRound>
    ) throws -> Bool {
        guard let person = officer.person else { return true }
        return try connection.first(
            "SELECT 1 FROM audit_seen WHERE authority = $1 AND round = $2 AND person = $3",
            [.id(officer.authority), .id(round), .id(person)]
        ) { try $0.int(0) } != nil
    }
}
