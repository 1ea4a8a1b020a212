import Kernel
import Markup
import Sheets
import Site
import Storage

/// The cases of a closed round by their numbers, with what each reader said: never their references.
enum ResultCases {
    struct Line: Hashable, Sendable {
        let number: Int
        let team: String
        let area: String
        let group: String
        let first: String?
        let second: String?
        let moderated: String?
        let firstSafe: String?
        let secondSafe: String?
    }

    /// Cases of one page of the list.
    static let pageSize = 50

    /// The cases in the order of their numbers, of those nodes alone where some are given, with how many there are.
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ result: RoundResult,
        within nodes: Set<ID<Node>>?, page: Int?
    ) throws -> (lines: [Line], total: Int) {
        let list = nodes.map { $0.isEmpty ? "-1" : $0.map { "\($0.rawValue)" }.joined(separator: ", ") }
        let bound = list.map { "AND f.node IN (\($0))" } ?? ""
        let key: [SQLValue] = [.id(authority), .id(result.round.id)]
        let total =
            try connection.first(
                """
                SELECT COUNT(*) FROM audit_case c
                JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round
                    AND f.position = c.position
                WHERE c.authority = $1 AND c.round = $2 AND c.replaced_at IS NULL \(bound)
                """, key
            ) { try $0.int(0) } ?? 0
        let lines = try connection.rows(
            """
            SELECT c.number, f.team, f.area, f.grouping, m.value, n.value, d.value, a.safe, b.safe
            FROM audit_case c
            JOIN audit_frame f ON f.authority = c.authority AND f.round = c.round AND f.position = c.position
            LEFT JOIN audit_mark m ON m.authority = c.authority AND m.round = c.round AND m.question = $3
                AND m.leg = 'first' AND m.subject = c.id
            LEFT JOIN audit_mark n ON n.authority = c.authority AND n.round = c.round AND n.question = $3
                AND n.leg = 'second' AND n.subject = c.id
            LEFT JOIN audit_moderation d ON d.authority = c.authority AND d.subject = c.id
                AND d.question = $3 AND d.agreed_at IS NOT NULL AND d.refused_at IS NULL
            LEFT JOIN case_audit a ON a.authority = c.authority AND a.subject = c.id AND a.leg = 'first'
                AND a.ended_at IS NULL AND a.sent_at IS NOT NULL
            LEFT JOIN case_audit b ON b.authority = c.authority AND b.subject = c.id AND b.leg = 'second'
                AND b.ended_at IS NULL AND b.sent_at IS NOT NULL
            WHERE c.authority = $1 AND c.round = $2 AND c.replaced_at IS NULL \(bound)
            ORDER BY c.number
            \(page.map { "LIMIT \(pageSize) OFFSET \(($0 - 1) * pageSize)" } ?? "")
            """, key + [.text(result.tool.overall ?? "")]
        ) { row in
            Line(
                number: try row.int(0), team: try row.text(1), area: try row.text(2), group: try row.text(3),
                first: try row.textOrNil(4), second: try row.textOrNil(5), moderated: try row.textOrNil(6),
                firstSafe: try row.textOrNil(7), secondSafe: try row.textOrNil(8))
        }
        return (lines, total)
    }

    /// What of a list stands in a file.
    static func columns(_ result: RoundResult) -> [Sheet.Column] {
        [
            .init("Case", .number), .init("Team"), .init("Area"), .init("Group"),
            .init("\(result.round.first.leg) grade"), .init("Second grade"), .init("Moderated grade"),
            .init("Safe, first reader"), .init("Safe, second reader"),
        ]
    }

    static func rows(_ lines: [Line], _ result: RoundResult) -> [[Sheet.Cell]] {
        lines.map { line in
            [
                .number(Double(line.number)), .init(line.team), .init(line.area), .init(line.group),
                .init(grade(line.first, result)), .init(grade(line.second, result)),
                .init(grade(line.moderated, result)), .init(safe(line.firstSafe)),
                .init(safe(line.secondSafe)),
            ]
        }
    }

    /// The words of a grade.
    static func grade(_ value: String?, _ result: RoundResult) -> String? {
        value.map { value in
            result.overall?.answers.first { $0.value == value }?.words ?? value
        }
    }

    static func safe(_ value: String?) -> String? {
        value.map { $0 == "yes" ? "Yes" : $0 == "no" ? "No" : "Not sure" }
    }
}

extension AuditsFeature {
    /// Every case that the reader may see as it is: all for the inner circle, their own teams' for managers.
    func resultCases(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let (today, page, database) = (visit.today, visit.query.page, database)
        let (read, found) = try await database.read { connection in
            let read = try AuditsFeature.result(id, officer, on: today, connection)
            let nodes = try AuditsFeature.nodesOfCases(read)
            return (
                read,
                try ResultCases.read(
                    connection, officer.authority, read.shown.result, within: nodes, page: page)
            )
        }
        let (result, nodes) = (read.shown.result, try AuditsFeature.nodesOfCases(read))
        try await noteSeen([id], officer, at: visit.now)
        var shown = Page(
            "Cases of \(result.round.title)", section: .audits,
            breadcrumbs: [
                Link("Audits", RoundsRoute.home.link()),
                Link(Markup(result.round.title), ResultsRoute.result.link(id)),
            ]
        ) { m in
            guard found.total > 0 else {
                return m.emptyState("No case", "No case of this round is one of yours.")
            }
            m.lead(
                "\(strong: "\(counted(found.total, "case"))") by number; their references stand with whoever has them."
            )
            m.table(
                "Cases", dense: true,
                ResultCases.columns(result).enumerated().map {
                    Column($1.words, $0 == 0 ? .name : .text)
                }
            ) { table in
                for cells in ResultCases.rows(found.lines, result) {
                    table.row { row in
                        for (place, cell) in cells.enumerated() {
                            switch cell {
                            case .text(let text): row.cell(text)
                            case .number(let number):
                                row.cell(place == 0 ? "Case \(Int(number))" : "\(number)")
                            default: row.empty("none")
                            }
                        }
                    }
                }
            }
            m.pagination(page: page, size: ResultCases.pageSize, total: found.total) {
                ResultsRoute.cases.link(id, query: ["page": "\($0)"])
            }
        }
        shown.sheet = Sheet(
            "Cases of \(result.round.title)", columns: ResultCases.columns(result)
        ) {
            try await database.read { connection in
                ResultCases.rows(
                    try ResultCases.read(
                        connection, officer.authority, result, within: nodes, page: nil
                    ).lines, result)
            }
        }
        return .page(shown)
    }

    /// Whose cases the reader sees as they are; nil for all. Not found for who sees none.
    private static func nodesOfCases(_ read: ResultAsRead) throws(NotFound) -> Set<ID<Node>>? {
        guard !read.shown.result.round.isPast else { throw NotFound() }
        switch read.shown.viewer {
        case .inner: return nil
        case .own(let nodes): return nodes
        case .outer: throw NotFound()
        }
    }

    /// The report of a round as a Word document.
    func resultReport(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let (today, now) = (visit.today, visit.now)
        let (read, units) = try await database.read { connection in
            let read = try AuditsFeature.result(id, officer, on: today, connection)
            return (read, try ResultUnits.read(read, officer, connection))
        }
        let bytes = ResultReport(read, units).document(standing: AuditsFeature.standing(today))
        try await noteSeen([id], officer, at: now)
        try await take(id, "docx", officer, at: now)
        return .file(
            bytes, name: "\(AuditsFeature.name(read)), \(today).docx", type: SheetFormat.docx.mediaType)
    }

    /// Everything of a round in one workbook; the cases are in it for who may see all of them.
    func resultWorkbook(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let (today, now) = (visit.today, visit.now)
        let (read, units, cases) = try await database.read { connection in
            let read = try AuditsFeature.result(id, officer, on: today, connection)
            let result = read.shown.result
            let cases =
                read.shown.seesAll && !result.round.isPast
                ? ResultCases.rows(
                    try ResultCases.read(connection, officer.authority, result, within: nil, page: nil).lines,
                    result) : nil
            return (read, try ResultUnits.read(read, officer, connection), cases)
        }
        let bytes = try ResultReport.workbook(
            read, units, standing: AuditsFeature.standing(today), cases: cases)
        try await noteSeen([id], officer, at: now)
        try await take(id, "xlsx", officer, at: now)
        return .file(
            bytes, name: "\(AuditsFeature.name(read)), \(today).xlsx", type: SheetFormat.xlsx.mediaType)
    }

    private static func standing(_ today: Day) -> String {
        "As it stood on \(today.weekdayName) \(today.long)"
    }

    private static func name(_ read: ResultAsRead) -> String {
        let safe = read.shown.result.round.title.filter { !"/\\:*?\"<>|%;\n\r\t".contains($0) }
        return safe.isEmpty ? "Round" : String(safe.prefix(100))
    }

    private func take(_ id: ID<AuditRound>, _ format: String, _ officer: Officer, at now: Instant)
        async throws
    {
        try await database.write(for: officer.authority) { connection in
            try connection.record(
                Event(
                    authority: officer.authority, at: now, actor: officer.account,
                    kind: "audit.result.exported", subject: "audit round", subjectID: id,
                    to: ["format": .string(format), "says": .string("Took the result of a round away")]))
        }
    }
}
