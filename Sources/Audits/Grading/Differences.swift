import Kernel
import Markup
import Sheets
import Site
import Storage

/// The cases of a closed round on which its two readers differ, the widest first.
enum Differences {
    static let pageSize = 50

    struct Line: Hashable, Sendable {
        var subject: ID<AuditCase>
        var number: Int
        var team: String
        /// Ranks of the audits' own grades, from 0 for the best.
        var first: Int?
        var second: Int?
        /// By how many grades the two are apart at the widest question.
        var widest: Int
        var differing: Int
        var agreed: Int
        var open: Int
    }

    struct Found: Sendable {
        var round: Round
        var tool: Tool
        /// Cases that two people read, and of those how many differ.
        var both: Int
        var differing: Int
        var lines: [Line]
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>, on today: Day, limit: Int,
        offset: Int
    ) throws -> Found {
        guard let round = try RoundSQL.round(connection, officer.authority, id), round.withdrawn == nil,
            round.closedAt != nil, try !Blind.rounds(connection, barring: officer).contains(id),
            try UnitTree.read(connection, officer.authority).isWithin(
                officer.scopes(for: GradingRoute.comparers), round.node, on: today),
            let tool = try ToolSQL.tool(connection, officer.authority, round.tool, version: round.toolVersion)
        else { throw NotFound() }
        let key: [SQLValue] = [.id(officer.authority), .id(id)]
        let counts = try connection.first(
            "\(pairs) SELECT COUNT(*), COALESCE(SUM(CASE WHEN differing > 0 THEN 1 ELSE 0 END), 0) FROM pair",
            key
        ) { (try $0.int(0), try $0.int(1)) }
        let lines = try connection.rows(
            """
            \(pairs)
            SELECT c.id, c.number, f.team, a.grade, b.grade, p.widest, p.differing,
                (SELECT COUNT(*) FROM audit_moderation m WHERE m.authority = c.authority
                    AND m.subject = c.id AND m.agreed_at IS NOT NULL),
                (SELECT COUNT(*) FROM audit_moderation m WHERE m.authority = c.authority
                    AND m.subject = c.id AND m.agreed_at IS NULL AND m.refused_at IS NULL)
            FROM pair p
            JOIN audit_case c ON c.authority = $1 AND c.id = p.subject
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            JOIN case_audit a ON a.authority = c.authority AND a.subject = c.id AND a.leg = 'first'
                AND a.ended_at IS NULL
            JOIN case_audit b ON b.authority = c.authority AND b.subject = c.id AND b.leg = 'second'
                AND b.ended_at IS NULL
            WHERE p.differing > 0
            ORDER BY ABS(COALESCE(a.grade - b.grade, 0)) DESC, p.widest DESC, p.differing DESC, c.number
            LIMIT \(limit) OFFSET \(offset)
            """, key
        ) {
            Line(
                subject: try $0.id(0), number: try $0.int(1), team: try $0.text(2), first: try $0.intOrNil(3),
                second: try $0.intOrNil(4), widest: try $0.int(5), differing: try $0.int(6),
                agreed: try $0.int(7), open: try $0.int(8))
        }
        return Found(
            round: round, tool: tool, both: counts?.0 ?? 0, differing: counts?.1 ?? 0, lines: lines)
    }

    /// Each case that two people marked: how far apart, and on how many questions. Dates, counts and choices are read
    /// on two days, and are not compared.
    private static let pairs = """
        WITH pair AS (
            SELECT x.subject,
                MAX(COALESCE(ABS(x.rank - y.rank), ABS(x.is_good - y.is_good), 0)) AS widest,
                SUM(CASE WHEN x.value <> y.value
                    AND COALESCE(x.rank, y.rank, x.is_good, y.is_good) IS NOT NULL
                    THEN 1 ELSE 0 END) AS differing
            FROM audit_mark x
            JOIN audit_mark y ON y.authority = x.authority AND y.round = x.round AND y.question = x.question
                AND y.subject = x.subject AND y.leg = 'second'
            WHERE x.authority = $1 AND x.round = $2 AND x.leg = 'first'
            GROUP BY x.subject
        )
        """
}

extension AuditsFeature {
    func differences(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let today = visit.today
        let offset = (visit.query.page - 1) * Differences.pageSize
        let database = database
        let found = try await database.write(for: officer.authority) { connection in
            let found = try Differences.read(
                connection, officer, id, on: today, limit: Differences.pageSize, offset: offset)
            try RoundSeen.note(connection, officer, id, at: visit.now)
            return found
        }
        var page = Differences.page(found, visit)
        page.sheet = Sheet(
            "Cases that differ: \(found.round.title)",
            columns: [
                Sheet.Column("Case", .number), Sheet.Column("Team"), Sheet.Column("First grade"),
                Sheet.Column("Second grade"), Sheet.Column("Questions that differ", .number),
                Sheet.Column("Settled"),
            ]
        ) {
            let all = try await database.read {
                try Differences.read($0, officer, id, on: today, limit: 100_000, offset: 0)
            }
            return all.lines.map { line in
                [
                    Sheet.Cell(line.number), Sheet.Cell(line.team),
                    Sheet.Cell(Differences.grade(line.first, all.tool)),
                    Sheet.Cell(Differences.grade(line.second, all.tool)), Sheet.Cell(line.differing),
                    Sheet.Cell(Differences.state(line)),
                ]
            }
        }
        return .page(page)
    }
}

extension Differences {
    static func page(_ found: Found, _ visit: Visit) -> Page {
        Page(
            "Cases that differ", section: .audits, breadcrumbs: RoundCrumbs.round(found.round)
        ) { m in
            m.lead(standing(found))
            guard !found.lines.isEmpty else { return }
            m.note(
                "The widest apart come first. Both given grades are kept for ever; figures use those only.")
            m.table(
                "Cases that differ",
                [
                    Column("Case", .name), Column("Team"), Column("First grade"), Column("Second grade"),
                    Column("Questions that differ", .number, label: "Differ on"), Column("Settled"),
                ]
            ) { rows in
                for line in found.lines {
                    rows.row { row in
                        row.cell { m in
                            m.a(
                                "Case \(line.number)",
                                .href(GradingRoute.auditedCase.link(found.round.id, line.subject)))
                        }
                        row.cell(line.team)
                        row.cell(grade(line.first, found.tool) ?? "–")
                        row.cell(grade(line.second, found.tool) ?? "–")
                        row.cell(line.differing)
                        row.cell(state(line))
                    }
                }
            }
            m.pagination(page: visit.query.page, size: pageSize, total: found.differing) {
                GradingRoute.differences.link(found.round.id, query: Query().with("page", $0))
            }
        }
    }

    private static func standing(_ found: Found) -> Markup {
        guard found.both > 0 else { return "No case of this round was read by two people." }
        return
            "Two people read \(strong: counted(found.both, "case")) of this round, and grade at least one question otherwise in \(strong: "\(found.differing)")."
    }

    static func grade(_ rank: Int?, _ tool: Tool) -> String? {
        guard let rank, let scale = tool.overall.flatMap(tool.question).flatMap(tool.scale),
            scale.grades.indices.contains(rank)
        else { return nil }
        return scale.grades[rank].words
    }

    static func state(_ line: Line) -> String {
        if line.open > 0 { return "\(counted(line.open, "proposal")) to agree" }
        return line.agreed > 0 ? "\(line.agreed) agreed" : "Not yet"
    }
}
