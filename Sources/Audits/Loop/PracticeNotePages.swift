import Kernel
import Markup
import Sheets
import Site
import Storage

/// The practice notes of a round, and one of them on a page to be printed.
extension AuditsFeature {
    func practiceNotes(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        let found = try await database.read { connection in
            let round = try NotesFound.round(connection, officer, id, on: visit.today)
            return try NotesFound.read(connection, officer, round, on: visit.today)
        }
        return .page(PracticeNotePages.list(found, officer, visit))
    }

    func practiceNote(_ visit: Visit) async throws -> Reply {
        .page(try await practiceNote(try visit.id("note"), nil, visit))
    }

    func practiceNote(
        _ id: ID<PracticeNoteRecord>, _ refused: StepRefused?, _ visit: Visit
    ) async throws -> Page {
        let officer = try visit.signedInOfficer
        let found = try await database.read { connection in
            guard let note = try NoteSQL.notes(connection, officer.authority, only: id).first else {
                throw NotFound()
            }
            let round = try NotesFound.round(connection, officer, note.round, on: visit.today)
            return try NotesFound.read(connection, officer, round, on: visit.today, only: id)
        }
        return try PracticeNotePages.note(found, refused, officer, visit)
    }
}

struct NotesFound {
    var round: Round
    var tool: Tool
    var notes: [PracticeNote]
    var discussed: [ID<PracticeNoteRecord>: [ID<Person>: NoteSQL.Discussed]]
    var supervision: Supervision
    var isKeeper: Bool

    /// Notes are for everybody once the round is closed; before, for the quality lead who writes them.
    static func round(
        _ connection: Connection, _ officer: Officer, _ id: ID<AuditRound>, on today: Day
    ) throws -> Round {
        let round = try RoundAccess.unbarred(connection, officer, id)
        if round.closedAt != nil { return round }
        return try RoundAccess.kept(connection, officer, id, on: today)
    }

    static func read(
        _ connection: Connection, _ officer: Officer, _ round: Round, on today: Day,
        only note: ID<PracticeNoteRecord>? = nil
    ) throws -> NotesFound {
        guard
            let tool = try ToolSQL.tool(connection, officer.authority, round.tool, version: round.toolVersion)
        else { throw NotFound() }
        let notes = try NoteSQL.notes(connection, officer.authority, of: round.id, only: note)
        let tree = try UnitTree.read(connection, officer.authority)
        return NotesFound(
            round: round, tool: tool, notes: notes,
            discussed: try NoteSQL.discussed(connection, officer.authority, notes),
            supervision: try Supervision.read(connection, officer.authority, on: today),
            isKeeper: tree.isWithin(officer.scopes(for: RoundsRoute.keepers), round.node, on: today))
    }

    /// Those with a number: the work as a whole has no note of its own.
    var standards: [Tool.Standard] { tool.standards.filter { !$0.number.isEmpty } }

    func title(_ note: PracticeNote) -> String {
        tool.standards.first { $0.number == note.standard }.map { "\($0.number) \($0.title)" }
            ?? "Standard \(note.standard)"
    }

    /// With how many of those workers it was discussed.
    func count(_ note: PracticeNote, _ workers: Set<ID<Person>>) -> LoopFigures.Part {
        let with = discussed[note.id] ?? [:]
        return LoopFigures.Part(workers.count { with[$0] != nil }, of: workers.count)
    }
}

enum PracticeNotePages {
    static func list(_ found: NotesFound, _ officer: Officer, _ visit: Visit) -> Page {
        let mine = found.supervision.workers(of: officer.person)
        let all = Set(found.supervision.teams.values.joined())
        let workers = found.isKeeper ? all : mine
        return Page(
            "Practice notes", section: .audits, breadcrumbs: LoopCrumbs.list,
            facts: [Markup(found.round.title)], sheet: found.notes.isEmpty ? nil : sheet(found, workers)
        ) { m in
            m.honestSentence(
                found.notes.isEmpty
                    ? "No practice note is written yet."
                    : "\(strong: counted(found.notes.count, "practice note")) for \(counted(found.standards.count, "standard")) of \(found.tool.title)."
            )
            if !workers.isEmpty, !found.notes.isEmpty {
                m.note(
                    found.isKeeper
                        ? "Discussed counts every social worker with a supervisor."
                        : "Discussed counts the \(counted(mine.count, "worker")) whom you supervise.")
            }
            m.table(
                "Practice notes by standard",
                [
                    Column("Standard", .name), Column("Note"), Column("Changed"),
                    Column("Discussed in supervision", .number, label: "Discussed"),
                ]
            ) { table in
                for standard in found.standards {
                    let note = found.notes.first { $0.standard == standard.number }
                    table.row { row in
                        row.cell("\(standard.number) \(standard.title)")
                        row.cell { m in
                            if let note {
                                m.a("Read it", .href(LoopRoute.note.link(note.id)))
                            } else if found.isKeeper {
                                m.a(
                                    "Write it\(hidden: " for \(standard.title)")",
                                    .href(LoopRoute.writing.link(found.round.id, standard.number)))
                            } else {
                                m.nothing("none")
                            }
                        }
                        if let note { row.cell(note.changedAt.inLondon.day.short) } else { row.empty("none") }
                        if let note, !workers.isEmpty {
                            let part = found.count(note, workers)
                            row.cell("\(part.count) of \(part.of)")
                        } else {
                            row.empty("none")
                        }
                    }
                }
            }
        }
    }

    private static func sheet(_ found: NotesFound, _ workers: Set<ID<Person>>) -> Sheet {
        let rows: [[Sheet.Cell]] = found.notes.map { note in
            let part = found.count(note, workers)
            return [
                .text(found.title(note)), .text(note.text), .day(note.changedAt.inLondon.day),
                .init(workers.isEmpty ? nil : part.count), .init(workers.isEmpty ? nil : part.of),
            ]
        }
        return Sheet(
            "Practice notes",
            columns: [
                Sheet.Column("Standard"), Sheet.Column("Note", width: 60), Sheet.Column("Changed", .day),
                Sheet.Column("Discussed with", .number), Sheet.Column("Of", .number),
            ]
        ) { rows }
    }

    static func note(
        _ found: NotesFound, _ refused: StepRefused?, _ officer: Officer, _ visit: Visit
    ) throws -> Page {
        guard let note = found.notes.first else { throw NotFound() }
        let errors = refused.map { [FieldError($0.field, $0.sentence)] } ?? []
        let mine = found.supervision.workers(of: officer.person)
        return Page(
            "Practice note: \(found.title(note))", section: .audits,
            breadcrumbs: LoopCrumbs.list + [Link("Practice notes", LoopRoute.notes.link(found.round.id))],
            facts: [
                Markup(found.round.title),
                "\(note.revision == 1 ? "Written" : "Changed") \(note.changedAt.inLondon.day.long)",
            ],
            deed: found.isKeeper
                ? Link("Change this note", LoopRoute.writing.link(found.round.id, note.standard)) : nil,
            errors: errors
        ) { m in
            for paragraph in note.text.split(separator: "\n") { m.p(Markup(String(paragraph))) }
            if !mine.isEmpty {
                supervised(note, mine, found, refused == nil ? Entry() : visit.entry(errors), visit, &m)
            }
            if found.isKeeper { teams(note, found, &m) }
        }
    }

    /// The manager's own workers by name: for their line alone.
    private static func supervised(
        _ note: PracticeNote, _ mine: Set<ID<Person>>, _ found: NotesFound, _ entry: Entry, _ visit: Visit,
        _ m: inout Markup
    ) {
        let with = found.discussed[note.id] ?? [:]
        let part = found.count(note, mine)
        let names = mine.map { ($0, found.supervision.line.names[$0] ?? "") }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        m.disclosure(
            "Discussed in supervision with \(part.count) of your \(counted(part.of, "worker"))",
            isOpen: !entry.errors.isEmpty
        ) { m in
            m.summaryList(
                names.map { id, name in
                    SummaryRow(name, with[id].map { "Discussed on \($0.on.long)" } ?? "\(quiet: "Not yet")")
                })
            m.form(to: LoopRoute.discuss.link(note.id), key: visit.formKey) { m in
                m.checkboxes(
                    "worker", "With whom did you discuss it?", names.map { Choice($0.0.description, $0.1) },
                    in: entry)
                m.dateField("on", "When?", in: entry)
                m.button("Record the discussion")
            }
        }
    }

    private static func teams(_ note: PracticeNote, _ found: NotesFound, _ m: inout Markup) {
        let teams = found.supervision.teams.map {
            (name: found.supervision.line.names[$0.key] ?? "", part: found.count(note, $0.value))
        }.sorted { $0.name < $1.name }
        m.disclosure("Discussed in supervision, by manager") { m in
            m.table(
                "Discussed in supervision", [Column("Manager", .name), Column("Workers", .number)]
            ) { table in
                for team in teams {
                    table.row { row in
                        row.cell(team.name)
                        row.cell("\(team.part.count) of \(team.part.of)")
                    }
                }
            }
        }
    }
}
