package import Kernel
import Markup
import Site
package import Storage

/// Writing the practice note of a standard, and changing it: by the quality lead; every revision is kept.
package enum WritePracticeNote {
    static let longest = 4000

    static func decide(_ text: String, _ standard: String, _ tool: Tool) throws(StepRefused) -> String {
        guard tool.standards.contains(where: { $0.number == standard }) else {
            throw StepRefused("There is no such standard in this round’s tool")
        }
        guard text.count >= 20 else {
            throw StepRefused("Say what practice is to learn from it, in a few sentences", "text")
        }
        guard text.count <= longest else {
            throw StepRefused(
                "It is to fit on a page: at most \(longest) characters, and there are \(text.count)", "text")
        }
        return text
    }

    /// `revision` is 0 for a new note.
    @discardableResult
    package static func act(
        _ text: String, standard: String, of round: ID<AuditRound>, revision: Int, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<PracticeNoteRecord> {
        let (kept, tool) = try ground(connection, officer, round, on: today)
        let text = try decide(text, standard, tool)
        let held = try NoteSQL.notes(connection, officer.authority, of: round).first {
            $0.standard == standard
        }
        guard held?.revision ?? 0 == revision else { throw StepRefused.changedMeanwhile }
        let id = held?.id ?? ID<PracticeNoteRecord>.make(at: now)
        if held == nil {
            try connection.insert(
                into: "practice_note",
                ["authority", "id", "round", "standard", "text", "made_at", "made_by"],
                rows: [
                    [
                        .id(officer.authority), .id(id), .id(round), .text(standard), .text(text),
                        .instant(now), .id(officer.person),
                    ]
                ])
        } else {
            let changed = try connection.run(
                """
                UPDATE practice_note SET text = $3, revision = revision + 1
                WHERE authority = $1 AND id = $2 AND revision = $4
                """, [.id(officer.authority), .id(id), .text(text), .int(revision)])
            guard changed == 1 else { throw StepRefused.changedMeanwhile }
        }
        try connection.insert(
            into: "practice_note_text", ["authority", "note", "revision", "text", "at", "person"],
            rows: [
                [
                    .id(officer.authority), .id(id), .int(revision + 1), .text(text), .instant(now),
                    .id(officer.person),
                ]
            ])
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "practiceNote.written",
                subject: "practice note", subjectID: id,
                to: ["says": .string("Wrote the practice note on standard \(standard) of “\(kept.title)”")]))
        return id
    }

    static func ground(
        _ connection: Connection, _ officer: Officer, _ round: ID<AuditRound>, on today: Day
    ) throws -> (Round, Tool) {
        let kept = try RoundAccess.kept(connection, officer, round, on: today)
        guard let tool = try ToolSQL.tool(connection, officer.authority, kept.tool, version: kept.toolVersion)
        else { throw NotFound() }
        return (kept, tool)
    }
}

extension AuditsFeature {
    func writingPracticeNote(_ visit: Visit) async throws -> Reply {
        let (round, standard, held) = try await noteToWrite(visit)
        let entry = Entry(filled: ["text": held?.text ?? ""])
        return .page(WritePracticeNote.page(round, standard, held, entry, visit))
    }

    func writePracticeNote(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (round, standard, held) = try await noteToWrite(visit)
        do {
            let id = try await database.write(for: officer.authority) { connection in
                try WarnOfNames.check(visit.form, ["text"])
                return try WritePracticeNote.act(
                    visit.form["text"], standard: standard.number, of: round.id,
                    revision: Int(visit.form["revision"]) ?? -1, by: officer, at: visit.now, on: visit.today,
                    connection)
            }
            return .redirect(to: LoopRoute.note.link(id), notice: "The practice note is kept.")
        } catch let refused as StepRefused {
            let entry = visit.entry([FieldError(refused.field, refused.sentence)])
            return .refused(WritePracticeNote.page(round, standard, held, entry, visit))
        }
    }

    private func noteToWrite(_ visit: Visit) async throws -> (Round, Tool.Standard, PracticeNote?) {
        let officer = try visit.signedInOfficer
        let id: ID<AuditRound> = try visit.id("round")
        return try await database.read { connection in
            let (round, tool) = try WritePracticeNote.ground(connection, officer, id, on: visit.today)
            guard let standard = tool.standards.first(where: { $0.number == visit.parameters["standard"] })
            else { throw NotFound() }
            let held = try NoteSQL.notes(connection, officer.authority, of: id).first {
                $0.standard == standard.number
            }
            return (round, standard, held)
        }
    }
}

extension WritePracticeNote {
    static func page(
        _ round: Round, _ standard: Tool.Standard, _ held: PracticeNote?, _ entry: Entry, _ visit: Visit
    ) -> Page {
        Page(
            "Practice note: \(standard.number) \(standard.title)", section: .audits,
            breadcrumbs: LoopCrumbs.list + [Link("Practice notes", LoopRoute.notes.link(round.id))],
            facts: [Markup(round.title)], errors: entry.errors
        ) { m in
            if !standard.guidance.isEmpty { m.note(Markup(standard.guidance)) }
            m.form(to: LoopRoute.write.link(round.id, standard.number), key: visit.formKey) { m in
                m.hiddenField("revision", "\(held?.revision ?? 0)")
                m.textArea(
                    "text", "What is practice to learn?", in: entry,
                    hint:
                        "What good looks like, what was found, what to do differently. It is printed on one page and discussed in supervision. No child and no worker is named.",
                    rows: 14)
                WarnOfNames.tick(entry, ["text"], &m)
                m.button(held == nil ? "Keep this note" : "Keep the change")
            }
        }
    }
}
