package import Kernel
import Site
package import Storage

/// A case of a round as allocation and draws need it.
package struct RoundCase: Hashable, Sendable {
    package let id: ID<AuditCase>
    package let number: Int
    package let position: Int
    package let part: String
    package let reference: Sensitive<String>
    package let holder: String
    package let holderPerson: ID<Person>?
    package let chairPerson: ID<Person>?
    package let team: String
    package let node: ID<Node>?
    /// Its place in the order of verification; nil where it is not verified.
    package let verified: Int?
    package let isReplaced: Bool

    /// By number; the one case alone where `only` names it.
    package static func all(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>,
        only: ID<AuditCase>? = nil
    ) throws -> [RoundCase] {
        try connection.rows(
            """
            SELECT c.id, c.number, c.position, c.stratum, f.reference, f.holder, f.holder_person,
                f.chair_person, f.team, f.node, c.verified, c.replaced_at
            FROM audit_case c JOIN audit_frame f
                ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            WHERE c.authority = $1 AND c.round = $2\(only == nil ? "" : " AND c.id = $3") ORDER BY c.number
            """, [.id(authority), .id(round)] + (only.map { [.id($0)] } ?? [])
        ) {
            RoundCase(
                id: try $0.id(0), number: try $0.int(1), position: try $0.int(2), part: try $0.text(3),
                reference: try $0.sensitive(4), holder: try $0.text(5), holderPerson: try $0.idOrNil(6),
                chairPerson: try $0.idOrNil(7), team: try $0.text(8), node: try $0.idOrNil(9),
                verified: try $0.intOrNil(10), isReplaced: try $0.textOrNil(11) != nil)
        }
    }

    /// The case with its round, for whoever keeps it.
    static func kept(
        _ id: ID<AuditCase>, _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> (Round, RoundCase) {
        guard
            let of = try connection.first(
                "SELECT round FROM audit_case WHERE authority = $1 AND id = $2",
                [.id(officer.authority), .id(id)], { try $0.id(0) as ID<AuditRound> })
        else { throw NotFound() }
        let round = try RoundAccess.kept(connection, officer, of, on: today)
        guard let item = try all(connection, officer.authority, of, only: id).first else {
            throw NotFound()
        }
        return (round, item)
    }

    /// The cases that have nobody reading them on that leg.
    static func waiting(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>, _ leg: Leg
    ) throws -> [RoundCase] {
        let taken = Set(
            try connection.rows(
                """
                SELECT subject FROM case_audit
                WHERE authority = $1 AND round = $2 AND leg = $3 AND ended_at IS NULL
                """, [.id(authority), .id(round), .text(leg.rawValue)]
            ) { try $0.id(0) as ID<AuditCase> })
        return try all(connection, authority, round).filter {
            !$0.isReplaced && !taken.contains($0.id) && (leg == .first || $0.verified != nil)
        }
    }
}

extension CaseRelations {
    /// Who of `people` may read which case independently, as places in `people`. Cases of one holder, team and chair
    /// are judged once.
    func eligible(_ cases: [RoundCase], _ people: [ID<Person>]) -> [[Int]] {
        struct Key: Hashable {
            let holder: ID<Person>?
            let node: ID<Node>?
            let chair: ID<Person>?
        }
        var known: [Key: [Int]] = [:]
        return cases.map { item in
            let key = Key(holder: item.holderPerson, node: item.node, chair: item.chairPerson)
            if let found = known[key] { return found }
            let found = people.indices.filter {
                whyNot(
                    verifier: people[$0], holder: item.holderPerson, node: item.node,
                    chair: item.chairPerson) == nil
            }
            known[key] = found
            return found
        }
    }
}
