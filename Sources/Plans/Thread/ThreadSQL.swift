package import Kernel
package import Storage

/// The golden thread: each finding of the inspection, and the areas of the plan that answer it.
package enum ThreadSQL {
    package struct Knot: Sendable {
        package var finding: Inspection.Finding
        package var areas: [ID<AreaRecord>]
    }

    /// The findings and recommendations that the plan must answer, in the inspection's order; none where the plan is
    /// tied to no inspection.
    package static func knots(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [Knot] {
        let key: [SQLValue] = [.id(authority), .id(plan)]
        var knots = try connection.rows(
            """
            SELECT f.id, f.kind, f.standard, f.reference, f.text FROM inspection_finding f
            JOIN plan p ON p.authority = f.authority AND p.inspection = f.inspection
            WHERE f.authority = $1 AND p.id = $2 AND f.kind <> 'strength' ORDER BY f.position
            """, key
        ) { row in
            Knot(
                finding: Inspection.Finding(
                    id: try row.integer(0),
                    kind: Inspection.Finding.Kind(rawValue: try row.text(1)) ?? .finding,
                    standard: try row.textOrNil(2), reference: try row.textOrNil(3), text: try row.text(4)),
                areas: [])
        }
        let answers = try connection.rows(
            """
            SELECT w.finding, w.area FROM finding_answer w
            JOIN plan_area a ON a.authority = w.authority AND a.id = w.area
            WHERE w.authority = $1 AND w.plan = $2 ORDER BY a.position
            """, key
        ) { (try $0.integer(0), try $0.id(1) as ID<AreaRecord>) }
        for (finding, area) in answers {
            if let index = knots.firstIndex(where: { $0.finding.id == finding }) {
                knots[index].areas.append(area)
            }
        }
        return knots
    }

    /// Sets which areas answer the finding; gives those that did before.
    package static func tie(
        _ finding: Int64, to areas: [ID<AreaRecord>], of plan: ID<PlanRecord>, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws -> [ID<AreaRecord>] {
        let before = try connection.rows(
            "SELECT area FROM finding_answer WHERE authority = $1 AND plan = $2 AND finding = $3",
            [.id(authority), .id(plan), .integer(finding)]
        ) { try $0.id(0) as ID<AreaRecord> }
        try connection.run(
            "DELETE FROM finding_answer WHERE authority = $1 AND plan = $2 AND finding = $3",
            [.id(authority), .id(plan), .integer(finding)])
        for area in areas {
            try connection.run(
                "INSERT INTO finding_answer (authority, plan, finding, area) VALUES ($1, $2, $3, $4)",
                [.id(authority), .id(plan), .integer(finding), .id(area)])
        }
        return before
    }

    /// Forgets what answered a finding that is removed from the record.
    static func forget(_ finding: Int64, _ authority: ID<Authority>, _ connection: Connection) throws {
        try connection.run(
            "DELETE FROM finding_answer WHERE authority = $1 AND finding = $2",
            [.id(authority), .integer(finding)])
    }
}
