package import Kernel
import Site
package import Storage

/// When a round is to be audited again: three months after it closed, unless somebody says otherwise.
package enum AuditAgain {
    static let months = 3

    struct Due: Hashable, Sendable {
        var round: ID<AuditRound>
        var title: String
        var dueOn: Day
    }

    /// What holds for one round.
    struct Standing: Hashable, Sendable {
        /// Nil while the round is open, and where it is not to be audited again.
        var dueOn: Day?
        /// Why that day, or why not again; nil where nobody has said anything.
        var reason: String?
        /// The round that did it.
        var made: (id: ID<AuditRound>, title: String)?

        static func == (left: Self, right: Self) -> Bool {
            left.dueOn == right.dueOn && left.reason == right.reason && left.made?.id == right.made?.id
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(dueOn)
            hasher.combine(reason)
            hasher.combine(made?.id)
        }
    }

    static func standing(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round
    ) throws -> Standing {
        let said = try connection.first(
            """
            SELECT due_on, reason FROM audit_again WHERE authority = $1 AND round = $2
            ORDER BY set_at DESC LIMIT 1
            """, [.id(authority), .id(round.id)]
        ) { (day: try $0.dayOrNil(0), reason: try $0.text(1)) }
        let made = try connection.first(
            """
            SELECT id, title FROM audit_round
            WHERE authority = $1 AND again_of = $2 AND again_kind = 'reaudit' AND withdrawn_at IS NULL
            ORDER BY id LIMIT 1
            """, [.id(authority), .id(round.id)]
        ) { (try $0.id(0) as ID<AuditRound>, try $0.text(1)) }
        let natural = round.closedAt?.inLondon.day.adding(months: months)
        return Standing(dueOn: said.map(\.day) ?? natural, reason: said?.reason, made: made)
    }

    /// Closed rounds in the officer's part that nobody has audited again, due by that day.
    static func due(
        _ connection: Connection, _ officer: Officer, through last: Day, on today: Day
    ) throws -> [Due] {
        let reach = Reach(officer.scopes(for: RoundsRoute.keepers))
        return try connection.rows(
            """
            \(reach.subtree)
            SELECT r.id, r.title, r.closed_at, s.due_on, s.reason FROM audit_round r
            LEFT JOIN audit_again s ON s.authority = r.authority AND s.round = r.id AND s.set_at =
                (SELECT MAX(t.set_at) FROM audit_again t WHERE t.authority = r.authority AND t.round = r.id)
            WHERE r.authority = $1 AND ($2 = 1 OR r.node IN (SELECT id FROM reached))
                AND r.closed_at IS NOT NULL AND r.withdrawn_at IS NULL AND r.is_past = 0
                AND NOT EXISTS (SELECT 1 FROM audit_round n WHERE n.authority = r.authority
                    AND n.again_of = r.id AND n.again_kind = 'reaudit' AND n.withdrawn_at IS NULL)
            ORDER BY r.closed_at
            """, [.id(officer.authority), .bool(reach.isEverything), .day(today)]
        ) { row -> Due? in
            let isSaid = try row.textOrNil(4) != nil
            let natural = try row.instant(2).inLondon.day.adding(months: months)
            guard let day = isSaid ? try row.dayOrNil(3) : natural, day <= last else { return nil }
            return Due(round: try row.id(0), title: try row.text(1), dueOn: day)
        }.compactMap(\.self)
    }

    static func decide(
        _ day: Day?, _ reason: String, _ round: Round, on today: Day
    ) throws(StepRefused) -> String {
        guard round.closedAt != nil else {
            throw StepRefused("Close the round first: it is audited again after that", "due")
        }
        if let day, day < today { throw StepRefused("That day is over: give one to come", "due") }
        return try StepRefused.words(
            reason, "reason",
            orSay: day == nil ? "Say why it is not to be audited again" : "Say why on that day")
    }

    /// Sets the day; nil for not again. Every setting stays on record.
    package static func act(
        _ day: Day?, _ reason: String, _ round: ID<AuditRound>, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        let kept = try RoundAccess.kept(connection, officer, round, on: today)
        let reason = try decide(day, reason, kept, on: today)
        try connection.insert(
            into: "audit_again", ["authority", "round", "due_on", "reason", "set_at", "set_by"],
            rows: [
                [
                    .id(officer.authority), .id(round), .day(day), .text(reason), .instant(now),
                    .id(officer.person),
                ]
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "round.again",
                subject: "audit round", subjectID: round,
                to: ["says": .string("Said when “\(kept.title)” is audited again")], reason: reason))
    }
}

extension AuditsFeature {
    func setAgain(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        do {
            let day: Day?
            switch (visit.form["again"], visit.form.date("due", called: "when it is audited again")) {
            case ("no", _): day = nil
            case (_, .day(let given)): day = given
            case (_, .wrong(let sentence)): throw StepRefused(sentence, "due")
            case (_, .empty): throw StepRefused("Give the day, or say that it is not audited again", "due")
            }
            try await database.write(for: officer.authority) {
                try AuditAgain.act(
                    day, visit.form["reason"], id, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(to: LoopRoute.followUp.link(id), notice: "Kept.")
        } catch let refused as StepRefused {
            return .refused(try await followUp(id, refused, visit))
        }
    }
}
