package import Kernel
import Markup
import Site
package import Storage

/// Taking in a round that was done before Plumbline: its counts, from a file. All of it or nothing.
package enum TakePastRound {
    package enum Refused: Refusal {
        case titleMissing
        case seriesMissing
        case toolMissing
        case kindMissing
        case firstMissing
        case dayMissing
        case dayAhead
        case nodeOutOfReach
        case fileMissing
        case unusable(String)
        case reasonMissing

        package var sentence: String {
            switch self {
            case .titleMissing: "Give the round a title of 3 to 120 characters"
            case .seriesMissing: "Name the series of rounds that it belongs to, in 3 to 120 characters"
            case .toolMissing: "Choose the tool whose scale its grades are on"
            case .kindMissing: "Say how its cases were found"
            case .firstMissing: "Say who graded first"
            case .dayMissing: "Give the day on which it was finished"
            case .dayAhead: "That day has not come yet"
            case .nodeOutOfReach: "You keep rounds in no part of the organisation"
            case .fileMissing: "Choose the file"
            case .unusable(let why): why
            case .reasonMissing: "Say why it is taken back"
            }
        }

        package var field: String? {
            switch self {
            case .titleMissing: "title"
            case .seriesMissing: "series"
            case .toolMissing: "tool"
            case .kindMissing: "kind"
            case .firstMissing: "first"
            case .dayMissing, .dayAhead: "day"
            case .nodeOutOfReach: nil
            case .fileMissing, .unusable: "file"
            case .reasonMissing: "reason"
            }
        }
    }

    package struct Form: Sendable {
        package var title: String
        package var series: String
        package var question: String
        package var tool: ID<AuditTool>?
        package var kind: Round.Kind?
        package var first: Relation?
        package var day: Day?
        package var bytes: [UInt8]?

        package init(
            title: String, series: String, question: String = "", tool: ID<AuditTool>?, kind: Round.Kind?,
            first: Relation?, day: Day?, bytes: [UInt8]?
        ) {
            (self.title, self.series, self.question, self.tool) = (title, series, question, tool)
            (self.kind, self.first, self.day, self.bytes) = (kind, first, day, bytes)
        }
    }

    /// How the cases of a past round may have been found.
    static let kinds: [Round.Kind] = [.census, .simple, .purposive]

    static func decide(_ form: Form, on today: Day) throws(Refused) -> (Round.Kind, Relation, Day, [UInt8]) {
        guard (3...120).contains(form.title.count) else { throw .titleMissing }
        guard (3...120).contains(form.series.count) else { throw .seriesMissing }
        guard let kind = form.kind, kinds.contains(kind) else { throw .kindMissing }
        guard let first = form.first else { throw .firstMissing }
        guard let day = form.day else { throw .dayMissing }
        guard day <= today else { throw .dayAhead }
        guard let bytes = form.bytes else { throw .fileMissing }
        return (kind, first, day, bytes)
    }

    /// Keeps the counts; the names of cases are not among them.
    @discardableResult
    package static func take(
        _ form: Form, _ sources: AuditSources, by officer: Officer, on today: Day, at now: Instant,
        _ connection: Connection
    ) throws -> ID<AuditRound> {
        let (kind, first, day, bytes) = try decide(form, on: today)
        guard let node = try node(officer, on: today, connection) else { throw Refused.nodeOutOfReach }
        guard let tool = form.tool,
            let line = try ToolSQL.issued(connection, officer.authority).first(where: { $0.id == tool }),
            let content = try ToolSQL.tool(connection, officer.authority, tool, version: line.version)
        else { throw Refused.toolMissing }
        let file: PastRoundFile
        do throws(PastRoundFile.Unusable) {
            file = try PastRoundFile.read(bytes, content)
        } catch {
            throw Refused.unusable(error.sentence)
        }
        let id = ID<AuditRound>.make(at: now)
        // Noon, so that it is that day in London whatever the clocks say.
        let closedAt = day.startInLondon.adding(seconds: 12 * 3600)
        try connection.insert(
            into: "audit_round",
            [
                "authority", "id", "series", "title", "question", "node", "tool", "tool_version", "kind",
                "size_kind", "size", "first", "due_on", "first_closed_at", "closed_at", "closed_by",
                "is_past", "made_at", "made_by",
            ],
            rows: [
                [
                    .id(officer.authority), .id(id), .text(form.series), .text(form.title),
                    .text(form.question), .id(node), .id(tool), .int(line.version), .text(kind.rawValue),
                    .text(kind == .census ? "all" : "number"), .int(file.count), .text(first.rawValue),
                    .day(day), .instant(closedAt), .instant(closedAt), .id(officer.account), .int(1),
                    .instant(now), .id(officer.account),
                ]
            ])
        try connection.insert(
            into: "audit_tally",
            [
                "authority", "round", "closed_at", "level", "number", "question", "first", "second", "team",
                "area", "grouping", "cases",
            ],
            rows: zip(file.lines, file.places).enumerated().map { number, line in
                [
                    .id(officer.authority), .id(id), .instant(closedAt), "unit", .int(number + 1),
                    .text(line.0.question), .optional(line.0.first), .optional(line.0.second),
                    .text(line.1.team), .text(line.1.area), .text(line.1.group), .int(line.0.cases),
                ]
            })
        try RoundTally.keepWhole(
            connection, [.id(officer.authority), .id(id), .instant(closedAt)])
        let what =
            file.layout == .cases ? counted(file.count, "case") : counted(file.count, "standard")
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "round.past.taken",
                subject: "audit round", subjectID: id,
                to: ["says": .string("Took in the past round “\(form.title)”: \(what)")]))
        try changed(tool, content, sources, officer.authority, connection, at: now)
        return id
    }

    /// The highest part in which the officer keeps rounds.
    private static func node(
        _ officer: Officer, on today: Day, _ connection: Connection
    ) throws -> ID<Node>? {
        let tree = try UnitTree.read(connection, officer.authority)
        let scopes = officer.scopes(for: RoundsRoute.keepers)
        return tree.units(on: today).first { tree.isWithin(scopes, $0.id, on: today) }?.id
    }

    private static func changed(
        _ tool: ID<AuditTool>, _ content: Tool, _ sources: AuditSources, _ authority: ID<Authority>,
        _ connection: Connection, at now: Instant
    ) throws {
        let keys = Set(content.questions.map { AuditKey.question($0.key, of: tool) })
        try sources.changed(connection, authority, keys, now)
    }

    /// Takes a past round back; it stays on record with its reason.
    package static func undo(
        _ id: ID<AuditRound>, reason: String, _ sources: AuditSources, by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws {
        guard let round = try RoundSQL.round(connection, officer.authority, id), round.isPast,
            round.withdrawn == nil,
            try UnitTree.read(connection, officer.authority).isWithin(
                officer.scopes(for: RoundsRoute.keepers), round.node, on: today)
        else { throw NotFound() }
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        try connection.run(
            """
            UPDATE audit_round SET withdrawn_at = $3, withdrawn_reason = $4, revision = revision + 1
            WHERE authority = $1 AND id = $2
            """, [.id(officer.authority), .id(id), .instant(now), .text(reason)])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "round.past.undone",
                subject: "audit round", subjectID: id,
                to: ["says": .string("Took the past round “\(round.title)” back")], reason: reason))
        if let tool = try ToolSQL.tool(
            connection, officer.authority, round.tool, version: round.toolVersion)
        {
            try changed(round.tool, tool, sources, officer.authority, connection, at: now)
        }
    }
}

extension AuditsFeature {
    func pastRound(_ visit: Visit) async throws -> Reply {
        .page(TakePastRound.page(try await issuedTools(visit), Entry(), visit))
    }

    private func issuedTools(_ visit: Visit) async throws -> [ToolSQL.Line] {
        let officer = try visit.signedInOfficer
        return try await database.read { try ToolSQL.issued($0, officer.authority) }
    }

    func takePastRound(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (form, now, today, sources) = (visit.form, visit.now, visit.today, sources)
        do {
            var day: Day?
            if case .day(let given) = form.date("day", called: "the day") { day = given }
            let given = TakePastRound.Form(
                title: form["title"], series: form["series"], question: form["question"],
                tool: form.id("tool"), kind: Round.Kind(rawValue: form["kind"]),
                first: Relation(rawValue: form["first"]), day: day, bytes: form.file("file")?.bytes)
            let id = try await database.write(for: officer.authority) {
                try TakePastRound.take(given, sources, by: officer, on: today, at: now, $0)
            }
            return .redirect(to: ResultsRoute.result.link(id), notice: "The past round is taken in.")
        } catch let refusal as TakePastRound.Refused {
            return .refused(
                TakePastRound.page(
                    try await issuedTools(visit),
                    visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }

    func pastTemplate(_ visit: Visit) async throws -> Reply {
        guard let layout = PastRoundFile.Layout(rawValue: visit.parameters["layout"] ?? "") else {
            throw NotFound()
        }
        return .file(
            Array("\u{FEFF}\(PastRoundFile.template(layout, nil))".utf8),
            name: "Past round, \(layout.rawValue).csv", type: "text/csv; charset=utf-8")
    }

    func undoPastRound(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let (form, now, today, sources) = (visit.form, visit.now, visit.today, sources)
        do {
            try await database.write(for: officer.authority) {
                try TakePastRound.undo(
                    id, reason: form["reason"], sources, by: officer, on: today, at: now, $0)
            }
            return .redirect(to: RoundsRoute.home.link(), notice: "The past round is taken back.")
        } catch let refusal as TakePastRound.Refused {
            return .refused(
                TakePastRound.undoPage(
                    id, visit.entry([FieldError(refusal.field, refusal.sentence)]), visit))
        }
    }

    func askUndoPastRound(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let today = visit.today
        let read = try await database.read { try AuditsFeature.result(id, officer, on: today, $0) }
        guard read.mayKeep, read.shown.result.round.isPast else { throw NotFound() }
        return .page(TakePastRound.undoPage(id, Entry(), visit))
    }
}

extension TakePastRound {
    static func page(_ tools: [ToolSQL.Line], _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Take in a past round", section: .audits,
            breadcrumbs: [Link("Audits", RoundsRoute.home.link())], errors: entry.errors
        ) { m in
            m.p(
                "A round that was done before Plumbline stands beside later ones of its series. Its counts are kept; what the cases are called is not. The file is taken whole or not at all."
            )
            m.p(
                "Files to fill in: \(link: "a case a line", to: ResultsRoute.pastTemplate.link("cases")), with columns case, self and, where known, verifier, team, area, group, safe; or \(link: "a standard a line", to: ResultsRoute.pastTemplate.link("standards")), with columns standard, n, good."
            )
            m.form(to: ResultsRoute.takePast.link(), key: visit.formKey, uploads: true) { m in
                m.textField("title", "Title", in: entry, hint: "Such as: Self-evaluation, spring 2025")
                m.textField(
                    "series", "Series", in: entry,
                    hint: "What rounds that ask the same again have in common; they stand side by side.")
                m.textField("question", "What it was to find out", in: entry)
                m.select(
                    "tool", "Tool whose scale its grades are on",
                    [Choice("", "Choose one")] + tools.map { Choice($0.id.description, $0.title) }, in: entry)
                m.radios(
                    "kind", "How its cases were found",
                    kinds.map { Choice($0.rawValue, $0.words.capitalisedFirst) }, in: entry)
                m.radios(
                    "first", "Who graded first",
                    Relation.allCases.map { Choice($0.rawValue, $0.reader.capitalisedFirst) }, in: entry)
                m.dateField("day", "When it was finished", in: entry)
                m.fileField("file", "The CSV file", in: entry, accepts: ".csv,text/csv")
                m.buttons { m in
                    m.button("Take it in")
                    m.a("Cancel", .href(RoundsRoute.home.link()))
                }
            }
        }
    }

    static func undoPage(_ id: ID<AuditRound>, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Take the past round back", section: .audits,
            breadcrumbs: [
                Link("Audits", RoundsRoute.home.link()), Link("Result", ResultsRoute.result.link(id)),
            ], errors: entry.errors
        ) { m in
            m.p(
                "Its counts no longer stand anywhere, and criteria tied to it look again. It stays on record."
            )
            m.form(to: ResultsRoute.undoPast.link(id), key: visit.formKey) { m in
                m.textField("reason", "Why", in: entry)
                m.buttons { m in
                    m.button("Take it back")
                    m.a("Cancel", .href(ResultsRoute.result.link(id)))
                }
            }
        }
    }
}
