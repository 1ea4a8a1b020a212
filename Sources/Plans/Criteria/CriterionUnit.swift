import Kernel
import Storage

/// A part of the authority that a figure or a target may be for.
struct CriterionUnit: Sendable {
    let id: ID<Node>
    let name: String
}

enum CriterionUnitSQL {
    /// The parts below the authority itself, by name.
    static func units(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> [CriterionUnit] {
        try connection.rows(
            """
            SELECT v.node, v.name FROM node_version v
            WHERE v.authority = $1 AND v.kind <> 'authority' AND v.from_day <= $2
                AND (v.until_day IS NULL OR v.until_day >= $2)
            ORDER BY v.name, v.node
            """, [.id(authority), .day(day)]
        ) { CriterionUnit(id: try $0.id(0), name: try $0.text(1)) }
    }

    /// The parts that the person manages: where a post of theirs stands, and they have the role for it.
    static func managed(_ connection: Connection, _ doer: Doer) throws -> Set<ID<Node>> {
        guard doer.officer.holds([.teamManager]) else { return [] }
        return Set(
            try connection.rows(
                """
                SELECT p.node FROM post p
                WHERE p.authority = $1 AND p.node IS NOT NULL
                    AND \(doer.answersSQL(post: "p.id", person: "0"))
                """, [.id(doer.officer.authority)]
            ) { try $0.id(0) as ID<Node> })
    }
}
