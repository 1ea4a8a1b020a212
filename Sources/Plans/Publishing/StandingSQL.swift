import Kernel
import PlanFormat
import Storage

/// How actions stood at a moment, from the facts on record by then: `action_run` keeps only how they stand.
enum StandingSQL {
    static func runs(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, at moment: Instant
    ) throws -> [ID<ActionRecord>: ActionRun] {
        let key: [SQLValue] = [.id(authority), .id(plan), .instant(moment)]
        var runs: [ID<ActionRecord>: ActionRun] = [:]
        let actions = try connection.rows(
            "SELECT action, carried_from FROM action_run WHERE authority = $1 AND plan = $2",
            [.id(authority), .id(plan)]
        ) { (try $0.id(0) as ID<ActionRecord>, try $0.idOrNil(1) as ID<ActionRecord>?) }
        for (action, carried) in actions {
            var run = ActionRun()
            run.carriedFrom = carried
            runs[action] = run
        }
        try dates(&runs, connection, key)
        try answering(&runs, connection, key)
        try updates(&runs, connection, key)
        try closings(&runs, connection, key)
        return runs
    }

    /// The first date, and how often a later one took its place.
    private static func dates(
        _ runs: inout [ID<ActionRecord>: ActionRun], _ connection: Connection, _ key: [SQLValue]
    ) throws {
        let rows = try connection.rows(
            """
            SELECT d.action, d.sequence, d.start, d.finish, d.dated_late, d.at FROM action_date d
            JOIN action_run r ON r.authority = d.authority AND r.action = d.action
            WHERE d.authority = $1 AND r.plan = $2 AND d.at <= $3 ORDER BY d.action, d.sequence
            """, key
        ) { row in
            (
                action: try row.id(0) as ID<ActionRecord>, isFirst: try row.int(1) == 1,
                start: try row.textOrNil(2).flatMap { PartialDate($0) }, finish: PartialDate(try row.text(3)),
                isLate: try row.bool(4), at: try row.instant(5)
            )
        }
        var last: Day?
        for row in rows {
            if row.isFirst {
                runs[row.action]?.firstStart = row.start
                runs[row.action]?.firstFinish = row.finish
                runs[row.action]?.firstLocked = row.at
                runs[row.action]?.isDatedLate = row.isLate
            } else if let last, let finish = row.finish?.last, finish > last {
                runs[row.action]?.slips += 1
            }
            last = row.finish?.last
        }
    }

    /// The rows of a table of facts that held at the moment: for each action the one with the highest number.
    private static func latest(_ table: String) -> String {
        """
        \(table) f WHERE f.authority = $1 AND f.plan = $2 AND f.number =
            (SELECT MAX(g.number) FROM \(table) g
                WHERE g.authority = f.authority AND g.action = f.action AND g.at <= $3)
        """
    }

    private static func answering(
        _ runs: inout [ID<ActionRecord>: ActionRun], _ connection: Connection, _ key: [SQLValue]
    ) throws {
        let rows = try connection.rows(
            """
            SELECT f.action, f.accountable_post, f.accountable_person FROM \(latest("action_accountable"))
            """, key
        ) { row in
            (
                try row.id(0) as ID<ActionRecord>,
                Accountable(post: try row.idOrNil(1), person: try row.idOrNil(2))
            )
        }
        for (action, accountable) in rows { runs[action]?.accountable = accountable }
    }

    private static func updates(
        _ runs: inout [ID<ActionRecord>: ActionRun], _ connection: Connection, _ key: [SQLValue]
    ) throws {
        let rows = try connection.rows(
            "SELECT f.action, f.given_on, f.claim, f.has_begun, f.forecast FROM \(latest("action_update"))",
            key
        ) { row in
            (
                action: try row.id(0) as ID<ActionRecord>, given: try row.day(1),
                claim: BRAG(rawValue: try row.text(2)), hasBegun: try row.bool(3),
                forecast: try row.dayOrNil(4)
            )
        }
        for row in rows {
            runs[row.action]?.updated = row.given
            runs[row.action]?.claim = row.claim
            runs[row.action]?.hasBegun = row.hasBegun
            runs[row.action]?.forecast = row.forecast
        }
    }

    /// Each step of a closing fills its own columns once: what was not filled by then had not happened.
    private static func closings(
        _ runs: inout [ID<ActionRecord>: ActionRun], _ connection: Connection, _ key: [SQLValue]
    ) throws {
        let rows = try connection.rows(
            """
            SELECT k.action,
                CASE WHEN k.withdrawn_at <= $3 OR k.reopened_at <= $3 THEN 'open'
                    WHEN k.decided_at <= $3 AND k.decision = 'closed' THEN 'closed'
                    WHEN k.decided_at <= $3 THEN 'open'
                    WHEN k.verified_at <= $3 AND k.verdict = 'accepted' THEN 'verified'
                    WHEN k.verified_at <= $3 THEN 'open' ELSE 'proposed' END,
                k.met_on
            FROM closing k WHERE k.authority = $1 AND k.plan = $2 AND k.proposed_at <= $3
            ORDER BY k.proposed_at, k.id
            """, key
        ) { row in
            (
                action: try row.id(0) as ID<ActionRecord>, state: ClosingState(rawValue: try row.text(1)),
                met: try row.dayOrNil(2)
            )
        }
        // The last that was proposed says how it stood.
        for row in rows {
            runs[row.action]?.closing = row.state ?? .open
            runs[row.action]?.closed = row.state == .closed ? row.met : nil
        }
    }
}
