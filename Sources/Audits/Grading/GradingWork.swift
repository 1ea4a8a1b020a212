import Kernel
import Site
import Storage

extension AuditsWork {
    /// Audits and second grades to give, first audits late of those who answer to the officer, and grades to settle.
    static func grading(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard let person = officer.person else { return [] }
        let asked = own(
            try ReadingSQL.mine(connection, officer.authority, person, sent: false), on: today)
        return try asked + chased(connection, officer, on: today) + settling(connection, officer, on: today)
    }

    /// One item for each round and reading, so that forty cases of one round are one line.
    static func own(_ readings: [Reading], on today: Day) -> [WorkItem] {
        struct Key: Hashable {
            var round: ID<AuditRound>
            var leg: Leg
        }
        var order: [Key] = []
        var groups: [Key: [Reading]] = [:]
        for reading in readings {
            let key = Key(round: reading.round, leg: reading.leg)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(reading)
        }
        return order.compactMap { key in
            guard let group = groups[key], let first = group.first else { return nil }
            let isOne = group.count == 1
            let late = group.filter { $0.isLate(on: today) }.count
            let what = key.leg == .first ? "audit" : "second grade"
            let days = isOne ? "It is due on" : "The first is due on"
            let why = late > 0 ? "\(late) of \(group.count) overdue" : "\(days) \(first.dueOn.long)"
            return WorkItem(
                key.leg == .first ? .audit : .verification,
                isOne
                    ? "Case \(first.number): \(first.roundTitle)"
                    : "\(counted(group.count, what)): \(first.roundTitle)",
                isOne ? GradingRoute.form.link(first.id) : GradingRoute.mine.link(), why: why,
                due: first.dueOn)
        }
    }

    /// Nothing of verification, and nothing of a round from whose first readers the officer is barred.
    private static func chased(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        let doer = try Doer.of(officer, connection, on: today)
        let people = doer.reports.compactMap(\.person)
        guard !people.isEmpty else { return [] }
        let barred = try Blind.rounds(connection, barring: officer)
        return try connection.rows(
            """
            SELECT a.person, r.id, r.title, COUNT(*), MIN(a.due_on) FROM case_audit a
            JOIN audit_round r ON r.authority = a.authority AND r.id = a.round
            WHERE a.authority = $1 AND a.leg = 'first' AND a.sent_at IS NULL AND a.ended_at IS NULL
                AND a.due_on < $2 AND r.first_closed_at IS NULL AND r.closed_at IS NULL
                AND r.withdrawn_at IS NULL
                AND a.person IN (\(people.map { "\($0.rawValue)" }.joined(separator: ", ")))
            GROUP BY a.person, r.id, r.title ORDER BY MIN(a.due_on), r.title, a.person
            """, [.id(officer.authority), .day(today)]
        ) { row -> WorkItem? in
            guard try !barred.contains(row.id(1)) else { return nil }
            let name = doer.line.names[try row.id(0)] ?? "Somebody who has left"
            return WorkItem(
                .audit, "\(name): \(counted(try row.int(3), "audit")) late, \(try row.text(2))",
                GradingRoute.team.link(), why: "\(name) answers to you, and has not sent what was asked",
                due: try row.day(4))
        }.compactMap { $0 }
    }

    /// Proposed grades, for whoever reaches the round and did not propose or give one of them.
    private static func settling(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        let scopes = officer.scopes(for: GradingRoute.comparers)
        guard !scopes.isEmpty, let person = officer.person else { return [] }
        let reach = Reach(scopes)
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT r.id, r.title, COUNT(*) FROM audit_moderation m
            JOIN audit_round r ON r.authority = m.authority AND r.id = m.round
            WHERE m.authority = $1 AND ($2 = 1 OR r.node IN (SELECT id FROM reached))
                AND m.agreed_at IS NULL AND m.refused_at IS NULL AND m.proposed_by <> $4
                AND CAST($3 AS TEXT) IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM case_audit a WHERE a.authority = m.authority
                    AND a.subject = m.subject AND a.person = $4 AND a.ended_at IS NULL)
            GROUP BY r.id, r.title ORDER BY r.id DESC
            """, [.id(officer.authority), .bool(reach.isEverything), .day(today), .id(person)]
        ) { row in
            WorkItem(
                .moderation, "\(counted(try row.int(2), "proposed grade")): \(try row.text(1))",
                GradingRoute.differences.link(try row.id(0) as ID<AuditRound>),
                why: "Somebody other than the proposer agrees or refuses", due: nil)
        }
    }
}
