package import Kernel
package import Storage

/// That a person is the chair, the secretary or a member of a body in a plan, from a day until a day.
package struct BoardDuty: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case chair, secretary, member
    }

    package let id: ID<BoardDutyRecord>
    package let body: String
    package let person: ID<Person>
    package let name: String
    package let kind: Kind
    package let from: Day
    /// The last day; nil while nobody has said.
    package let until: Day?
    package let revision: Int

    /// Whether they record what the body decides.
    package var speaks: Bool { kind != .member }

    package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

package enum BoardDutySQL {
    /// Every duty of the plan, those of today and before, by body.
    package static func duties(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [BoardDuty] {
        try connection.rows(
            """
            SELECT d.id, d.body, d.person, p.name, d.duty, d.from_day, d.until_day, d.revision
            FROM board_duty d JOIN person p ON p.authority = d.authority AND p.id = d.person
            WHERE d.authority = $1 AND d.plan = $2
            ORDER BY d.body, CASE d.duty WHEN 'chair' THEN 1 WHEN 'secretary' THEN 2 ELSE 3 END, p.name,
                d.from_day
            """, [.id(authority), .id(plan)]
        ) { row in
            BoardDuty(
                id: try row.id(0), body: try row.text(1), person: try row.id(2), name: try row.text(3),
                kind: BoardDuty.Kind(rawValue: try row.text(4)) ?? .member, from: try row.day(5),
                until: try row.dayOrNil(6), revision: try row.int(7))
        }
    }

    @discardableResult
    package static func insert(
        _ kind: BoardDuty.Kind, of body: String, _ person: ID<Person>, from: Day, until: Day? = nil,
        in plan: ID<PlanRecord>, _ authority: ID<Authority>, at now: Instant, _ connection: Connection
    ) throws -> ID<BoardDutyRecord> {
        let id = ID<BoardDutyRecord>.make(at: now)
        try connection.run(
            """
            INSERT INTO board_duty (authority, id, plan, body, person, duty, from_day, until_day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(authority), .id(id), .id(plan), .text(body), .id(person), .text(kind.rawValue),
                .day(from), .day(until),
            ])
        return id
    }

    /// False when somebody changed it meanwhile.
    static func end(_ duty: BoardDuty, on last: Day?, _ authority: ID<Authority>, _ connection: Connection)
        throws
        -> Bool
    {
        try connection.run(
            """
            UPDATE board_duty SET until_day = $4, revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """, [.id(authority), .id(duty.id), .int(duty.revision), .day(last)]) == 1
    }
}
