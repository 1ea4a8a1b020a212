package import Kernel
import Proof
package import Storage

/// Reading and writing the facts of criteria. Every statement runs on both engines.
package enum CriteriaSQL {
    /// Which criteria of a plan.
    package enum Which: Sendable {
        case all
        case one(ID<CriterionRecord>)
        case action(ID<ActionRecord>)

        /// A further condition on the column that names the criterion.
        func condition(_ column: String) -> String {
            switch self {
            case .all: ""
            case .one: "AND \(column) = $4"
            case .action:
                "AND \(column) IN (SELECT id FROM plan_criterion WHERE authority = $1 AND action = $4)"
            }
        }

        var values: [SQLValue] {
            switch self {
            case .all: []
            case .one(let id): [.id(id)]
            case .action(let id): [.id(id)]
            }
        }
    }

    /// The facts of each criterion as at a moment, in seven queries however many there are.
    package static func facts(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ which: Which = .all,
        at: Instant? = nil
    ) throws -> [ID<CriterionRecord>: CriterionFacts] {
        // Every moment that is kept begins with a smaller digit.
        let key: [SQLValue] =
            [.id(authority), .id(plan), .text(at?.description ?? "9999")] + which.values
        var all: [ID<CriterionRecord>: CriterionFacts] = [:]
        for (id, facts) in try heads(connection, which, key) { all[id] = facts }
        for (id, baseline) in try baselines(connection, which, key) { all[id]?.baselines.append(baseline) }
        for (id, target) in try targets(connection, which, key) { all[id]?.targets.append(target) }
        for (id, value) in try values(connection, which, key) { all[id]?.values.append(value) }
        for (id, value) in try measured(connection, which, key) { all[id]?.measured.append(value) }
        for (id, round) in try audited(connection, which, key) { all[id]?.auditedRounds.append(round) }
        let grounds = try ProofGrounds.read(connection, authority, plan, at: at)
        for (id, facts) in all {
            guard let ground = facts.action.flatMap({ grounds[$0] }) else { continue }
            all[id]?.done = ground.done
            all[id]?.accepted = ground.accepted(for: id)
        }
        return all
    }

    private typealias Found<Fact> = (ID<CriterionRecord>, Fact)

    /// The latest row of a table for each criterion, by that moment.
    static func latest(_ table: String, _ which: Which) -> String {
        """
        (SELECT f.*, ROW_NUMBER() OVER (PARTITION BY f.criterion ORDER BY f.number DESC) AS place
            FROM \(table) f WHERE f.authority = $1 AND f.plan = $2 AND f.at <= $3
            \(which.condition("f.criterion")))
        """
    }

    /// Who wrote the row that `fact` stands for.
    private static func signature(_ fact: String) -> (columns: String, joins: String) {
        (
            "\(fact).at, \(fact).account, \(fact).person, COALESCE(p.name, a.name, 'Plumbline')",
            """
            LEFT JOIN account a ON a.authority = \(fact).authority AND a.id = \(fact).account
            LEFT JOIN person p ON p.authority = \(fact).authority AND p.id = \(fact).person
            """
        )
    }

    private static func signed(_ row: Row, _ column: Int) throws -> CriterionFacts.Signed {
        CriterionFacts.Signed(
            at: try row.instant(column), account: try row.id(column + 1), person: try row.idOrNil(column + 2),
            name: try row.text(column + 3))
    }

    static func figure(_ row: Row, _ column: Int) throws -> Figure {
        if let count = try row.intOrNil(column), let base = try row.intOrNil(column + 1) {
            return .share(count, of: base)
        }
        guard let amount = try row.textOrNil(column + 2).flatMap({ Amount($0) }) else {
            throw StorageError.fault("A figure of a criterion holds no number.")
        }
        return .plain(amount)
    }

    private static func heads(
        _ connection: Connection, _ which: Which, _ key: [SQLValue]
    ) throws -> [Found<CriterionFacts>] {
        let by = signature("c")
        return try connection.rows(
            """
            SELECT k.id, k.action, t.population, t.measure, t.unit, t.better, t.periods, t.rhythm,
                c.id, c.says, c.day, c.words, \(by.columns), q.id, q.measure, q.name, u.id, u.question, u.name
            FROM plan_criterion k
            LEFT JOIN \(latest("criterion_terms", which)) t ON t.criterion = k.id AND t.place = 1
            LEFT JOIN \(latest("criterion_claim", which)) c ON c.criterion = k.id AND c.place = 1
            LEFT JOIN \(latest("criterion_measure", which)) q ON q.criterion = k.id AND q.place = 1
            LEFT JOIN \(latest("criterion_audit", which)) u ON u.criterion = k.id AND u.place = 1
            \(by.joins)
            WHERE k.authority = $1 AND k.plan = $2 \(which.condition("k.id")) ORDER BY k.position
            """, key
        ) { row in
            var facts = CriterionFacts()
            facts.action = try row.idOrNil(1)
            if let unit = try row.textOrNil(4) {
                facts.terms.population = try row.textOrNil(2)
                facts.terms.measure = try row.textOrNil(3)
                facts.terms.unit = MeasureUnit(rawValue: unit) ?? .percent
                facts.terms.better = Better(rawValue: try row.text(5)) ?? .higher
                facts.terms.periods = try row.int(6)
                facts.terms.rhythm = try row.textOrNil(7).flatMap(FigureRhythm.init)
            }
            if let claim: ID<CriterionFacts.Claim> = try row.idOrNil(8) {
                facts.claim = CriterionFacts.Claim(
                    id: claim, isMet: try row.text(9) == "met", day: try row.day(10),
                    words: try row.text(11), by: try signed(row, 12))
            }
            if let measure = try row.textOrNil(17) {
                facts.tied = CriterionFacts.Tied(
                    id: try row.id(16), measure: measure, name: try row.text(18))
            }
            if let question = try row.textOrNil(20) {
                facts.audited = CriterionFacts.Audited(
                    id: try row.id(19), question: question, name: try row.text(21))
            }
            return (try row.id(0), facts)
        }
    }

    /// The decision on a row, by that moment, as columns `g` joined on one of its keys.
    private static func agreement(_ column: String, _ fact: String) -> String {
        """
        LEFT JOIN criterion_agreement g
            ON g.authority = \(fact).authority AND g.\(column) = \(fact).id AND g.at <= $3
        """
    }

    private static func agreement(_ row: Row, _ column: Int) throws -> CriterionFacts.Agreement? {
        guard let decision = try row.textOrNil(column) else { return nil }
        return CriterionFacts.Agreement(
            isAgreed: decision == "agreed", body: try row.text(column + 1), day: try row.day(column + 2),
            at: try row.instant(column + 3))
    }

    private static func baselines(
        _ connection: Connection, _ which: Which, _ key: [SQLValue]
    ) throws -> [Found<CriterionFacts.Baseline>] {
        let by = signature("f")
        return try connection.rows(
            """
            SELECT f.criterion, f.id, f.node, f.numerator, f.denominator, f.plain, f.day, f.source, f.reason,
                g.decision, g.body, g.day, g.at, \(by.columns)
            FROM criterion_baseline f \(agreement("baseline", "f")) \(by.joins)
            WHERE f.authority = $1 AND f.plan = $2 AND f.at <= $3 \(which.condition("f.criterion"))
            ORDER BY f.number
            """, key
        ) { row in
            (
                try row.id(0),
                CriterionFacts.Baseline(
                    id: try row.id(1), node: try row.idOrNil(2), figure: try figure(row, 3),
                    day: try row.day(6), source: try row.text(7), reason: try row.textOrNil(8),
                    by: try signed(row, 13), agreement: try agreement(row, 9))
            )
        }
    }

    private static func targets(
        _ connection: Connection, _ which: Which, _ key: [SQLValue]
    ) throws -> [Found<CriterionFacts.Target>] {
        let by = signature("f")
        return try connection.rows(
            """
            SELECT f.criterion, f.id, f.node, f.by_day, COALESCE(f.aim, v.aim), f.rule, v.year, v.source,
                g.decision, g.body, g.day, g.at, \(by.columns)
            FROM criterion_target f \(agreement("target", "f"))
            LEFT JOIN (
                SELECT r.target, r.aim, r.year, r.source,
                    ROW_NUMBER() OVER (PARTITION BY r.target ORDER BY r.number DESC) AS place
                FROM criterion_rule_value r WHERE r.authority = $1 AND r.plan = $2 AND r.at <= $3
            ) v ON v.target = f.id AND v.place = 1
            \(by.joins)
            WHERE f.authority = $1 AND f.plan = $2 AND f.at <= $3 \(which.condition("f.criterion"))
            ORDER BY f.number
            """, key
        ) { row in
            (
                try row.id(0),
                CriterionFacts.Target(
                    id: try row.id(1), node: try row.idOrNil(2), byDay: try row.day(3),
                    aim: try row.textOrNil(4).flatMap { Amount($0) }, rule: try row.textOrNil(5),
                    ruleYear: try row.textOrNil(6), ruleSource: try row.textOrNil(7),
                    by: try signed(row, 12), agreement: try agreement(row, 8))
            )
        }
    }

    private static func values(
        _ connection: Connection, _ which: Which, _ key: [SQLValue]
    ) throws -> [Found<CriterionFacts.Value>] {
        let by = signature("f")
        return try connection.rows(
            """
            SELECT f.criterion, f.id, f.node, f.kind, f.period_end, f.numerator, f.denominator, f.plain,
                f.source, f.source_key, f.note, f.reason, \(by.columns)
            FROM criterion_value f \(by.joins)
            WHERE f.authority = $1 AND f.plan = $2 AND f.at <= $3 \(which.condition("f.criterion"))
            ORDER BY f.number
            """, key
        ) { row in
            (
                try row.id(0),
                CriterionFacts.Value(
                    id: try row.id(1), node: try row.idOrNil(2),
                    kind: CriterionFacts.Value.Kind(rawValue: try row.text(3)) ?? .measure,
                    end: try row.day(4), figure: try figure(row, 5), source: try row.text(8),
                    sourceKey: try row.text(9), note: try row.textOrNil(10), reason: try row.textOrNil(11),
                    by: try signed(row, 12))
            )
        }
    }
}

extension CriteriaSQL {
    /// What the measures that criteria are tied to said, by that moment: the last for each unit and period.
    private static func measured(
        _ connection: Connection, _ which: Which, _ key: [SQLValue]
    ) throws -> [Found<ProofFacts.Value>] {
        try connection.rows(
            """
            SELECT f.criterion, f.node, f.period_end, f.numerator, f.denominator, f.plain, f.source, f.at,
                f.is_withheld
            FROM (
                SELECT v.*, ROW_NUMBER() OVER (
                    PARTITION BY v.criterion, v.node, v.period_end ORDER BY v.number DESC) AS place
                FROM criterion_measure_value v
                WHERE v.authority = $1 AND v.plan = $2 AND v.at <= $3 \(which.condition("v.criterion"))
            ) f
            JOIN \(latest("criterion_measure", which)) q
                ON q.criterion = f.criterion AND q.place = 1 AND q.measure = f.measure
            WHERE f.place = 1 AND f.is_gone = 0 ORDER BY f.criterion, f.period_end, f.number
            """, key
        ) { row in
            (
                try row.id(0),
                ProofFacts.Value(
                    try row.day(2), try figure(row, 3), source: try row.text(6), vintage: try row.instant(7),
                    unit: try row.idOrNil(1), isWithheld: try row.bool(8))
            )
        }
    }
}

// MARK: Writing

extension CriteriaSQL {
    /// Where a fact belongs, and who writes it when.
    struct Signature {
        let authority: ID<Authority>
        let plan: ID<PlanRecord>
        let criterion: ID<CriterionRecord>
        let account: ID<Account>
        let person: ID<Person>?
        let at: Instant
    }

    /// Adds a row to one of the tables of facts; the columns that all share come from the signature.
    @discardableResult
    static func insert<Fact>(
        into table: String, _ columns: [(name: String, value: SQLValue)], _ signature: Signature,
        _ connection: Connection, as: Fact.Type = Fact.self
    ) throws -> ID<Fact> {
        let id = ID<Fact>.make(at: signature.at)
        let places = (0..<columns.count).map { "$\($0 + 8)" }
        try connection.run(
            """
            INSERT INTO \(table) (authority, id, plan, criterion, at, account, person, number,
                \(columns.map(\.name).joined(separator: ", ")))
            SELECT $1, $2, $3, $4, $5, $6, $7, COALESCE(MAX(number), 0) + 1,
                \(places.joined(separator: ", "))
            FROM \(table) WHERE authority = $1 AND criterion = $4
            """,
            [
                .id(signature.authority), .id(id), .id(signature.plan), .id(signature.criterion),
                .instant(signature.at), .id(signature.account), .id(signature.person),
            ] + columns.map(\.value))
        return id
    }

    static func columns(_ figure: Figure) -> [(name: String, value: SQLValue)] {
        switch figure {
        case .share(let count, let base):
            [
                ("numerator", .int(count)), ("denominator", .int(base)),
                ("plain", .optional(nil as String?)),
            ]
        case .plain(let amount):
            [
                ("numerator", .int(nil)), ("denominator", .int(nil)),
                ("plain", .text(amount.text.replacing(",", with: ""))),
            ]
        }
    }
}
