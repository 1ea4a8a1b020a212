import Kernel
import Markup
import Sheets
import Site
import Storage

/// What is asked of the person who looks: audits of cases, first and second readings, and what they have sent.
enum MyAudits {
    struct Found: Sendable {
        var open: [Reading] = []
        var sent: [Reading] = []
        /// Questions that each tool asks.
        var asked: [String: Int] = [:]

        func asked(_ reading: Reading) -> Int? { asked["\(reading.tool) \(reading.toolVersion)"] }
    }

    static func read(_ connection: Connection, _ officer: Officer) throws -> Found {
        guard let person = officer.person else { return Found() }
        var found = Found(
            open: try ReadingSQL.mine(connection, officer.authority, person, sent: false),
            sent: try ReadingSQL.mine(connection, officer.authority, person, sent: true, limit: 50))
        for reading in found.open where found.asked(reading) == nil {
            found.asked["\(reading.tool) \(reading.toolVersion)"] =
                try ReadingSQL.tool(connection, officer.authority, reading).asked.count
        }
        return found
    }
}

extension AuditsFeature {
    func myAudits(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let found = try await database.write(for: officer.authority) { connection in
            let found = try MyAudits.read(connection, officer)
            try MyAudits.record(found, officer, at: visit.now, connection)
            return found
        }
        return .page(MyAudits.page(found, visit))
    }
}

extension MyAudits {
    /// Who looked at how many files' references; none of them.
    static func record(
        _ found: Found, _ officer: Officer, at now: Instant, _ connection: Connection
    ) throws {
        guard !found.open.isEmpty else { return }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "audits.listed",
                subject: "account", subjectID: officer.account,
                to: ["says": .string("Looked at the files of \(counted(found.open.count, "audit")) to do")]))
    }
}

extension MyAudits {
    static func page(_ found: Found, _ visit: Visit) -> Page {
        let today = visit.today
        var page = Page("My audits", section: .audits, tabs: AuditTabs.tabs(.mine, visit.officer)) { m in
            m.lead(standing(found, today))
            if !found.open.isEmpty { open(found, today, &m) }
            if !found.sent.isEmpty { sent(found, &m) }
        }
        if !found.open.isEmpty {
            page.sheet = Sheet(
                "Audits to do",
                columns: ["Case", "Round", "Reading"].map { Sheet.Column($0) }
                    + [Sheet.Column("Due", .day), Sheet.Column("Answered", .number)]
            ) {
                found.open.map { reading in
                    [
                        Sheet.Cell("Case \(reading.number)"), Sheet.Cell(reading.roundTitle),
                        Sheet.Cell(words(reading)), Sheet.Cell(reading.dueOn), Sheet.Cell(reading.answered),
                    ]
                }
            }
        }
        return page
    }

    private static func words(_ reading: Reading) -> String {
        reading.leg == .second ? "Second, blind" : reading.relation.readingWords
    }

    private static func standing(_ found: Found, _ today: Day) -> Markup {
        guard !found.open.isEmpty else { return "No audit is asked of you." }
        let late = found.open.filter { $0.isLate(on: today) }.count
        let next = found.open.first { !$0.isLate(on: today) }
        let dates: Markup =
            late > 0
            ? " \(strong: "\(late)") \(late == 1 ? "is" : "are") overdue."
            : next.map { " The next is due on \($0.dueOn.long)." } ?? ""
        return
            "\(strong: counted(found.open.count, "audit")) \(found.open.count == 1 ? "is" : "are") asked of you.\(dates)"
    }

    private static func open(_ found: Found, _ today: Day, _ m: inout Markup) {
        m.part("To do", note: "Each look at the files’ references is recorded.") { m in
            m.table(
                "Audits to do",
                [
                    Column("Case", .name), Column("File"), Column("Round"), Column("Reading"), Column("Due"),
                    Column("Filled in", .number),
                ]
            ) { rows in
                for reading in found.open {
                    rows.row { row in
                        row.cell { m in
                            m.a("Case \(reading.number)", .href(GradingRoute.form.link(reading.id)))
                        }
                        row.cell(reading.reference.reveal(for: .caseAccess))
                        row.cell(reading.roundTitle)
                        row.cell(words(reading))
                        row.cell(due(reading, today))
                        row.cell(
                            found.asked(reading).map { "\(reading.answered) of \($0)" }
                                ?? "\(reading.answered)")
                    }
                }
            }
        }
    }

    private static func due(_ reading: Reading, _ today: Day) -> Markup {
        guard reading.isLate(on: today) else { return Markup(reading.dueOn.short) }
        return "\(reading.dueOn.short), \(strong: "overdue by \(counted(today - reading.dueOn, "day"))")"
    }

    private static func sent(_ found: Found, _ m: inout Markup) {
        m.part("Sent", note: "The latest 50.") { m in
            m.table(
                "Audits sent",
                [Column("Case", .name), Column("Round"), Column("Reading"), Column("Due"), Column("Sent")]
            ) { rows in
                for reading in found.sent {
                    rows.row { row in
                        row.cell { m in
                            m.a("Case \(reading.number)", .href(GradingRoute.form.link(reading.id)))
                        }
                        row.cell(reading.roundTitle)
                        row.cell(words(reading))
                        row.cell(reading.dueOn.short)
                        row.cell { m in
                            guard let sent = reading.sentAt?.inLondon.day else { return m.nothing("not yet") }
                            m.add(sent > reading.dueOn ? "\(sent.short), late" : sent.short)
                        }
                    }
                }
            }
        }
    }
}
