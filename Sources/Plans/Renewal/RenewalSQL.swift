import Kernel
import PlanFormat
import Storage

enum RenewalRecord {}

/// What a renewal writes besides the plan's own records.
enum RenewalSQL {
    /// When the plan was last imported or published.
    static func since(
        _ plan: KeptPlan.Header, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> Instant {
        let last = try connection.first(
            """
            SELECT MAX(at) FROM (
                SELECT at FROM plan_renewal WHERE authority = $1 AND plan = $2
                UNION ALL SELECT published_at FROM plan_version WHERE authority = $1 AND plan = $2
            ) AS moments
            """, [.id(authority), .id(plan.id)]
        ) { try $0.instantOrNil(0) }
        return (last ?? nil) ?? plan.made
    }

    static func insert(
        _ renewal: ID<RenewalRecord>, of plan: ID<PlanRecord>, version: String?, file: ID<StoredFile>,
        named name: String, by officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO plan_renewal
                (authority, id, plan, at, account, renewed_by, version, source_file, source_name)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .id(officer.authority), .id(renewal), .id(plan), .instant(now), .id(officer.account),
                .text(officer.name), .optional(version), .id(file), .text(name),
            ])
    }

    static func insert(
        outcome: String, of record: Int64, _ kind: PlanDifference.Kind, in renewal: ID<RenewalRecord>,
        _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO plan_renewal_row (authority, renewal, kind, record, outcome)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [.id(authority), .id(renewal), .text(kind.rawValue), .integer(record), .text(outcome)])
    }

    /// Says where the record stands in the newer document; nil for what is not in it any more.
    static func place(
        _ place: Place?, of record: Int64, in table: String, _ authority: ID<Authority>,
        _ connection: Connection
    ) throws {
        try connection.run(
            "UPDATE \(table) SET place = $3 WHERE authority = $1 AND id = $2",
            [.id(authority), .integer(record), .optional(place?.description)])
    }

    static func places(
        of action: Plan.Action?, _ record: Int64, _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE plan_action SET place = $3, lead_place = $4, when_place = $5
            WHERE authority = $1 AND id = $2
            """,
            [
                .id(authority), .integer(record), .optional(action?.place?.description),
                .optional(action?.leadPlace?.description), .optional(action?.timescale?.place?.description),
            ])
    }

    /// The document that the plan is traced to, and what it says besides areas.
    static func source(
        _ file: ID<StoredFile>, named name: String, rest: Plan?, of plan: ID<PlanRecord>,
        _ authority: ID<Authority>, _ connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE plan SET source_file = $3, source_name = $4, rest_json = COALESCE($5, rest_json)
            WHERE authority = $1 AND id = $2
            """,
            [
                .id(authority), .id(plan), .id(file), .text(name), .optional(rest.map(PlanRest.text)),
            ])
    }
}
