package import Kernel
package import Storage

/// The marks of a round, counted: kept when it closes, so that its pages need not count a hundred thousand rows again.
package enum RoundTally {
    /// So many cases with one answer of the first reader beside one of the second.
    package struct Line: Hashable, Sendable {
        /// A question's key, or `.safe`.
        package var question: String
        /// As `Mark.value` has it; nil where that reader gave none. `count` for a question "how many of how many".
        package var first: String?
        package var second: String?
        package var stratum = ""
        package var cases: Int
        package var firstSum = Sum()
        package var secondSum = Sum()
        /// The unit that the line is of, where lines are asked for by unit.
        package var unit = ""
    }

    /// So many of so many, added up over cases.
    package struct Sum: Hashable, Sendable {
        package var count = 0
        package var of = 0

        package static func + (left: Sum, right: Sum) -> Sum {
            Sum(count: left.count + right.count, of: left.of + right.of)
        }
    }

    /// The answer to "is this child safe?", as though it were a question.
    package static let safe = ".safe"
    /// Readings by leg, the day they were due and the hour in which they were sent, as words parted by spaces.
    static let returned = ".returned"
    /// What stands for every answer to a question "how many of how many".
    package static let count = "count"

    /// One line for each case and question, as marks have it. Cases that were replaced do not count, nor does a second
    /// reading that was not alone: it verifies nothing. `$3` are the keys that are words or dates, which no one counts.
    private static let cases = """
        SELECT m.question AS question, m.subject AS subject,
            MAX(CASE WHEN m.leg = 'first' THEN m.shown END) AS first,
            MAX(CASE WHEN m.leg = 'second' THEN m.shown END) AS second,
            MAX(CASE WHEN m.leg = 'first' THEN m.numerator END) AS first_numerator,
            MAX(CASE WHEN m.leg = 'first' THEN m.denominator END) AS first_denominator,
            MAX(CASE WHEN m.leg = 'second' THEN m.numerator END) AS second_numerator,
            MAX(CASE WHEN m.leg = 'second' THEN m.denominator END) AS second_denominator
        FROM (
            SELECT k.question, k.subject, k.leg, k.numerator, k.denominator,
                CASE WHEN k.numerator IS NULL THEN k.value ELSE 'count' END AS shown
            FROM audit_mark k WHERE k.authority = $1 AND k.round = $2
            UNION ALL
            SELECT '.safe', a.subject, a.leg, NULL, NULL, a.safe FROM case_audit a
            WHERE a.authority = $1 AND a.round = $2 AND a.safe IS NOT NULL AND a.sent_at IS NOT NULL
                AND a.ended_at IS NULL
        ) m
        WHERE m.question NOT IN (SKIPPED)
        GROUP BY m.question, m.subject
        """

    /// The cases with where they stand, counted by what is told apart. A second reading counts where it was given alone,
    /// and its case was not taken out of the verification.
    private static func counted(_ skipped: Set<String>) -> String {
        let list = skipped.isEmpty ? "''" : skipped.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return """
            SELECT x.question, x.first, x.second, x.stratum, x.team, x.area, x.grouping, x.node,
                COUNT(*) AS cases, COALESCE(SUM(x.first_numerator), 0) AS first_numerator,
                COALESCE(SUM(x.first_denominator), 0) AS first_denominator,
                COALESCE(SUM(x.second_numerator), 0) AS second_numerator,
                COALESCE(SUM(x.second_denominator), 0) AS second_denominator
            FROM (
                SELECT t.question, t.first, t.first_numerator, t.first_denominator,
                    CASE WHEN v.subject IS NULL THEN t.second END AS second,
                    CASE WHEN v.subject IS NULL THEN t.second_numerator END AS second_numerator,
                    CASE WHEN v.subject IS NULL THEN t.second_denominator END AS second_denominator,
                    c.stratum, f.team, f.area, f.grouping, f.node
                FROM (\(cases.replacing("SKIPPED", with: list))) t
                JOIN audit_case c ON c.authority = $1 AND c.id = t.subject AND c.replaced_at IS NULL
                JOIN audit_frame f ON f.authority = $1 AND f.round = $2 AND f.position = c.position
                LEFT JOIN (
                    SELECT DISTINCT a.subject FROM case_audit a
                    JOIN audit_case w ON w.authority = a.authority AND w.id = a.subject
                    WHERE a.authority = $1 AND a.round = $2 AND a.leg = 'second'
                        AND ((a.ended_at IS NULL AND a.mode = 'together') OR w.verify_replaced_reason IS NOT NULL)
                ) v ON v.subject = t.subject
            ) x
            WHERE x.first IS NOT NULL OR x.second IS NOT NULL
            GROUP BY x.question, x.first, x.second, x.stratum, x.team, x.area, x.grouping, x.node
            """
    }

    /// Questions answered in words or by a date. A key is letters, digits and hyphens, so that it can stand in SQL.
    private static func skipped(_ tool: Tool) -> Set<String> {
        Set(
            tool.questions.filter { $0.kind == .text || $0.kind == .date }.map(\.key).filter { key in
                key.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
                }
            })
    }

    /// Counts the marks of a round that closes, in the transaction that closes it.
    package static func keep(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>, _ tool: Tool,
        closedAt: Instant
    ) throws {
        let key: [SQLValue] = [.id(authority), .id(round), .instant(closedAt)]
        try connection.run(
            """
            INSERT INTO audit_tally (authority, round, closed_at, level, number, question, first, second, stratum,
                team, area, grouping, node, cases, first_numerator, first_denominator, second_numerator,
                second_denominator)
            SELECT $1, $2, $3, 'unit',
                ROW_NUMBER() OVER (ORDER BY y.question, y.first, y.second, y.team, y.grouping), y.*
            FROM (\(counted(skipped(tool)))) y
            """, key)
        try keepWhole(connection, key)
        try connection.run(
            """
            INSERT INTO audit_tally (authority, round, closed_at, level, number, question, first, cases)
            SELECT $1, $2, $3, 'whole', -1 * ROW_NUMBER() OVER (ORDER BY y.words), '\(returned)', y.words, y.cases
            FROM (\(returnedSQL)) y
            """, key)
    }

    /// Adds the units of a round up; `key` is the authority, the round and when it closed.
    static func keepWhole(_ connection: Connection, _ key: [SQLValue]) throws {
        try connection.run(
            """
            INSERT INTO audit_tally (authority, round, closed_at, level, number, question, first, second, stratum,
                cases, first_numerator, first_denominator, second_numerator, second_denominator)
            SELECT $1, $2, $3, 'whole', ROW_NUMBER() OVER (ORDER BY t.question, t.first, t.second, t.stratum),
                t.question, t.first, t.second, t.stratum, SUM(t.cases), SUM(t.first_numerator),
                SUM(t.first_denominator), SUM(t.second_numerator), SUM(t.second_denominator)
            FROM audit_tally t
            WHERE t.authority = $1 AND t.round = $2 AND t.closed_at = $3 AND t.level = 'unit'
            GROUP BY t.question, t.first, t.second, t.stratum
            """, key)
    }

    private static let returnedSQL = """
        SELECT w.words, COUNT(*) AS cases FROM (
            SELECT a.leg || ' ' || a.due_on || ' ' || COALESCE(SUBSTR(a.sent_at, 1, 13), '-') AS words
            FROM case_audit a JOIN audit_case c ON c.authority = a.authority AND c.id = a.subject
            WHERE a.authority = $1 AND a.round = $2 AND a.ended_at IS NULL AND c.replaced_at IS NULL
        ) w GROUP BY w.words
        """

    /// How many readings of each leg were due when and sent when.
    static func returned(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round
    ) throws -> [(words: String, count: Int)] {
        guard let closedAt = round.closedAt else { return [] }
        let key: [SQLValue] = [.id(authority), .id(round.id)]
        let kept = try connection.rows(
            """
            SELECT first, cases FROM audit_tally WHERE authority = $1 AND round = $2 AND closed_at = $3
                AND level = 'whole' AND question = '\(returned)'
            """, key + [.instant(closedAt)]
        ) { (words: try $0.text(0), count: try $0.int(1)) }
        guard kept.isEmpty else { return kept }
        return try connection.rows(returnedSQL, key) { (words: try $0.text(0), count: try $0.int(1)) }
    }

    /// Where the lines of a closed round are: kept, or still to be counted where it closed without keeping them.
    private static func source(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, _ tool: Tool, _ level: String
    ) throws -> (sql: String, values: [SQLValue])? {
        guard let closedAt = round.closedAt else { return nil }
        let key: [SQLValue] = [.id(authority), .id(round.id), .instant(closedAt)]
        let isKept = try connection.first(
            "SELECT 1 FROM audit_tally WHERE authority = $1 AND round = $2 AND closed_at = $3", key
        ) { try $0.int(0) }
        let kept = """
            (SELECT * FROM audit_tally WHERE authority = $1 AND round = $2 AND closed_at = $3
                AND level = '\(level)' AND question <> '\(returned)') t
            """
        // The third value is bound in both, so that both take the same.
        return isKept == nil && !round.isPast
            ? ("(\(counted(skipped(tool)))) t, (SELECT $3 AS closed_at) z", key) : (kept, key)
    }

    /// The lines of a closed round by question and stratum; of those nodes alone where some are given. Empty for a round
    /// that is not closed.
    package static func lines(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, _ tool: Tool,
        within nodes: Set<ID<Node>>? = nil
    ) throws -> [Line] {
        let level = nodes == nil ? "whole" : "unit"
        guard let source = try source(connection, authority, round, tool, level) else { return [] }
        let list = nodes.map { $0.isEmpty ? "-1" : $0.map { "\($0.rawValue)" }.joined(separator: ", ") }
        return try connection.rows(
            """
            SELECT t.question, t.first, t.second, t.stratum, '', SUM(t.cases), SUM(t.first_numerator),
                SUM(t.first_denominator), SUM(t.second_numerator), SUM(t.second_denominator)
            FROM \(source.sql) \(list.map { "WHERE t.node IN (\($0))" } ?? "")
            GROUP BY t.question, t.first, t.second, t.stratum ORDER BY t.question, t.first, t.second
            """, source.values, line)
    }

    /// The lines of one question by unit.
    package static func lines(
        _ connection: Connection, _ authority: ID<Authority>, _ round: Round, _ tool: Tool,
        of question: String,
        by part: Part
    ) throws -> [Line] {
        guard let source = try source(connection, authority, round, tool, "unit") else { return [] }
        return try connection.rows(
            """
            SELECT t.question, t.first, t.second, '', \(part.column), SUM(t.cases), SUM(t.first_numerator),
                SUM(t.first_denominator), SUM(t.second_numerator), SUM(t.second_denominator)
            FROM \(source.sql) WHERE t.question = $4
            GROUP BY t.question, t.first, t.second, \(part.column) ORDER BY \(part.column)
            """, source.values + [.text(question)], line)
    }

    /// What cases are told apart by.
    package enum Part: String, CaseIterable, Sendable {
        case area, team, group, node

        var column: String {
            switch self {
            case .area: "t.area"
            case .team: "t.team"
            case .group: "t.grouping"
            case .node: "COALESCE(CAST(t.node AS TEXT), '')"
            }
        }
    }

    private static func line(_ row: Row) throws -> Line {
        Line(
            question: try row.text(0), first: try row.textOrNil(1), second: try row.textOrNil(2),
            stratum: try row.text(3), cases: try row.int(5),
            firstSum: Sum(count: try row.int(6), of: try row.int(7)),
            secondSum: Sum(count: try row.int(8), of: try row.int(9)), unit: try row.text(4))
    }
}
