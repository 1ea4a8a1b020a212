import Kernel
import Markup
import ReturnFormats
import Site
import Storage

/// The words that stand in files where nobody is the worker.
enum SetPlaceholders {
    enum Refused: String, Refusal {
        case tooMany = "Give up to 100 words, each on a line of its own"
        case changedMeanwhile =
            "Somebody changed the list while you had it open: look again, and change it if that is wrong"

        var field: String? { "words" }
    }

    static func decide(_ text: String) throws(Refused) -> [String] {
        var seen: Set<String> = []
        let words = text.split(separator: "\n").map { String($0).trimmed }.filter {
            !$0.isEmpty && seen.insert(WorkerCell.fold($0)).inserted
        }
        guard words.count <= 100 else { throw .tooMany }
        return words
    }
}

extension ReturnsFeature {
    func placeholders(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let standing = try await database.read { try WorkerPlaceholders.standing($0, officer.authority) }
        let entry = Entry(["words": [standing.words.joined(separator: "\n")]])
        return .page(SetPlaceholders.page(standing, entry, visit))
    }

    func setPlaceholders(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let form = visit.form
        let changed = changed
        do {
            let words = try SetPlaceholders.decide(form.exact("words"))
            try await database.write(for: officer.authority) { connection in
                let standing = try WorkerPlaceholders.standing(connection, officer.authority)
                guard form["was"] == standing.mark else { throw SetPlaceholders.Refused.changedMeanwhile }
                try WorkerPlaceholders.insert(
                    words, by: officer.account, at: visit.now, connection, officer.authority)
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "return.placeholders", subject: "mapping", subjectID: "workers",
                        from: ["words": .strings(standing.words)],
                        to: [
                            "says": "Said what stands for no worker in files", "words": .strings(words),
                        ]))
                try changed(connection, officer.authority, .mapped, visit.now)
            }
            return .redirect(
                to: MappingRoute.mapping.link(),
                notice:
                    "\(counted(words.count, "word")) \(words.count == 1 ? "stands" : "stand") for no worker.")
        } catch let refusal as SetPlaceholders.Refused {
            let standing = try await database.read {
                try WorkerPlaceholders.standing($0, officer.authority)
            }
            let error = FieldError(refusal.field, refusal.sentence)
            return .refused(SetPlaceholders.page(standing, visit.entry([error]), visit))
        }
    }
}

extension WorkerPlaceholders.Standing {
    /// Tells whether somebody changed it since.
    var mark: String { at?.description ?? "" }
}

extension SetPlaceholders {
    static func page(_ standing: WorkerPlaceholders.Standing, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "What stands for no worker", section: .returns, breadcrumbs: MappingCrumbs.mapping,
            facts: [
                Markup(counted(standing.words.count, "word")),
                standing.at.map {
                    "Changed \($0.inLondon.day.long) by \(standing.by ?? "the command line")"
                } ?? "As Plumbline came with",
            ], errors: entry.errors
        ) { m in
            m.lead(
                "Case systems put words where nobody is allocated. A case with such a word, or an empty cell, counts as unallocated."
            )
            m.form(to: MappingRoute.setPlaceholders.link(), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("was", standing.mark)
                m.textArea(
                    "words", "Each on a line of its own", in: entry,
                    hint: "As the file writes it; large and small letters are one.", rows: 10)
                m.buttons { m in
                    m.button("Save this list")
                    m.a("Cancel", .href(MappingRoute.mapping.link()))
                }
            }
        }
    }
}
