package import Kernel
package import Storage

/// Reading inspections. Writing stands with the forms that write.
package enum InspectionSQL {
    private static let columns = """
        id, revision, title, inspectorate, framework, began_on, ended_on, report_received_on, plan_due_on,
        inspectors_return_on, note
        """

    /// Every inspection of the authority, newest first, without its parts.
    package static func inspections(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [Inspection] {
        try connection.rows(
            "SELECT \(columns) FROM inspection WHERE authority = $1 ORDER BY began_on DESC, id DESC",
            [.id(authority)], inspection)
    }

    /// One inspection with its judgements, findings and key dates; nil when there is none.
    package static func inspection(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<InspectionRecord>
    ) throws -> Inspection? {
        let key: [SQLValue] = [.id(authority), .id(id)]
        guard
            var found = try connection.first(
                "SELECT \(columns) FROM inspection WHERE authority = $1 AND id = $2", key, inspection)
        else { return nil }
        found.judgements = try connection.rows(
            """
            SELECT id, area, scale, grade FROM judgement WHERE authority = $1 AND inspection = $2
            ORDER BY position
            """, key
        ) { row in
            Inspection.Judgement(
                id: try row.integer(0), area: try row.text(1),
                scale: try row.text(2).split(separator: "\n").map(String.init), grade: try row.textOrNil(3))
        }
        found.findings = try connection.rows(
            """
            SELECT id, kind, standard, reference, text FROM inspection_finding
            WHERE authority = $1 AND inspection = $2 ORDER BY position
            """, key
        ) { row in
            Inspection.Finding(
                id: try row.integer(0), kind: Inspection.Finding.Kind(rawValue: try row.text(1)) ?? .finding,
                standard: try row.textOrNil(2), reference: try row.textOrNil(3), text: try row.text(4))
        }
        found.dates = try connection.rows(
            "SELECT id, what, day FROM inspection_date WHERE authority = $1 AND inspection = $2 ORDER BY day, id",
            key
        ) { row in
            Inspection.KeyDate(id: try row.integer(0), what: try row.text(1), day: try row.day(2))
        }
        return found
    }

    private static func inspection(_ row: Row) throws -> Inspection {
        Inspection(
            id: try row.id(0), revision: try row.int(1),
            fields: Inspection.Fields(
                title: try row.text(2), inspectorate: try row.text(3), framework: try row.textOrNil(4),
                began: try row.dayOrNil(5), ended: try row.dayOrNil(6), reportReceived: try row.dayOrNil(7),
                planDue: try row.dayOrNil(8), inspectorsReturn: try row.dayOrNil(9),
                note: try row.textOrNil(10)), judgements: [], findings: [], dates: [])
    }
}
