import Kernel
import Markup
import Sheets
import Site
import Storage

/// The journal: its page, its export, and the check that nothing in it was changed.
struct JournalPages: Sendable {
    let feature: AccountsFeature

    static let pageLength = 50
    /// Events in one export; the file says so when there are more.
    static let exportLimit = 100_000

    func register(on site: inout SiteBuilder) {
        site.on(JournalRoute.page) { try await .page(page($0, verdict: nil)) }
        site.on(JournalRoute.export) { try await export($0) }
        site.on(JournalRoute.verify) { try await verify($0) }
    }

    private func page(_ visit: Visit, verdict: JournalVerdict?) async throws -> Page {
        let officer = try visit.signedInOfficer
        let filter = JournalFilter(visit.query, for: officer)
        let before = Int64(visit.query["before"]) ?? .max
        let words = JournalWords(
            showsEmail: officer.holds([.administrator]),
            scopes: try await ScopeNames.read(feature, officer.authority, visit.today))
        let withheld = feature.neighbours.withheld
        let view = try await feature.database.read { connection in
            var filter = filter
            filter.withheld = try withheld(connection, officer)
            return JournalPage.View(
                lines: try connection.journal(
                    filter, of: officer.authority, before: before, limit: Self.pageLength + 1),
                count: try connection.journalCount(filter, of: officer.authority),
                kinds: try connection.journalKinds(of: officer.authority, filter),
                names: try connection.accountNames(of: officer.authority), filter: filter,
                query: visit.query, words: words, verdict: verdict,
                key: visit.formKey)
        }
        guard verdict == nil, view.count > 0 else { return JournalPage.page(view) }
        return JournalPage.page(view).offering(sheet(view, officer))
    }

    /// The events that fit, the newest so many of them, in the page's words.
    private func sheet(_ view: JournalPage.View, _ officer: Officer) -> Sheet {
        let filter = view.filter
        let isCut = view.count > Self.exportLimit
        let database = feature.database
        return Sheet(
            "Journal",
            note: isCut
                ? "The newest \(Self.exportLimit) of \(view.count) events"
                : filter.isEmpty ? nil : "\(view.count) events that the filter lets through",
            columns: [
                Sheet.Column("Number", .number, width: 9), Sheet.Column("When", width: 17),
                Sheet.Column("Who", width: 22), Sheet.Column("What", width: 22),
                Sheet.Column("Subject", width: 26), Sheet.Column("Change", width: 44),
                Sheet.Column("Why", width: 28),
            ]
        ) {
            let lines = try await database.read {
                try $0.journal(filter, of: officer.authority, before: .max, limit: Self.exportLimit)
            }
            return lines.map { line in
                [
                    .number(Double(line.sequence)), .moment(line.at),
                    .text(line.actor.map { view.names[$0] ?? "\($0)" } ?? "Plumbline"),
                    .text(JournalWords.kind(line.kind)),
                    .text("\(line.subject) \(JournalPage.name(line, view))"),
                    .init(view.words.change(line)), .init(line.reason),
                ]
            }
        }
    }

    private func verify(_ visit: Visit) async throws -> Reply {
        let authority = try visit.signedInOfficer.authority
        let verdict = try await feature.database.read { try $0.verifyJournal(of: authority) }
        return .page(try await page(visit, verdict: verdict))
    }

    private func export(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let filter = JournalFilter(visit.query, for: officer)
        let words = JournalWords(showsEmail: officer.holds([.administrator]), scopes: nil)
        let withheld = feature.neighbours.withheld
        let (lines, names) = try await feature.database.read { connection in
            var filter = filter
            filter.withheld = try withheld(connection, officer)
            return (
                try connection.journal(filter, of: officer.authority, before: .max, limit: Self.exportLimit),
                try connection.accountNames(of: officer.authority)
            )
        }
        var text = CSV.row([
            "number", "when (UTC)", "who", "what", "subject", "subject id", "change", "reason",
        ])
        for line in lines {
            text += CSV.row([
                "\(line.sequence)", line.at.description,
                line.actor.map { names[$0] ?? "\($0)" } ?? "Plumbline",
                line.kind, line.subject, line.subjectID, words.change(line),
                line.reason ?? "",
            ])
        }
        if lines.count == Self.exportLimit {
            text += CSV.row(["", "", "", "Only the newest \(Self.exportLimit) events are in this file"])
        }
        let count = lines.count
        try await feature.database.write(for: officer.authority) { connection in
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account,
                    kind: "journal.exported",
                    subject: "journal", subjectID: "journal",
                    to: ["events": .integer(Int64(count)), "filter": .string(Query(visit.query).suffix)]))
        }
        return .file(Array(text.utf8), name: "journal-\(visit.today).csv", type: "text/csv; charset=utf-8")
    }
}
