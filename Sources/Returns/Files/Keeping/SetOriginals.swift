import Kernel
import Markup
import Site
import Storage

/// Whether the authority keeps the original of a loaded file, encrypted, or drops it.
enum SetOriginals {
    enum Refused: String, Refusal {
        case choiceMissing = "Choose whether originals are kept"

        var field: String? { "keeps" }
    }

    struct Values: Sendable {
        let setting: KeptOriginals.Setting
        let kept: Int
        let keyFile: KeyFile?
    }
}

extension ReturnsFeature {
    func originals(_ visit: Visit) async throws -> Reply {
        let values = try await originalsValues(visit)
        return .page(
            SetOriginals.page(values, Entry(["keeps": [values.setting.keeps ? "yes" : "no"]]), visit))
    }

    func setOriginals(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (form, now) = (visit.form, visit.now)
        let seals = SealedFiles(keyFile: keyFile)
        do {
            guard ["yes", "no"].contains(form["keeps"]) else { throw SetOriginals.Refused.choiceMissing }
            let keeps = form["keeps"] == "yes"
            // A key that cannot be had is said now, and not at the first load.
            if keeps { _ = try await database.read { try seals.key(for: officer.authority, $0) } }
            let removed = try await database.write(for: officer.authority) { connection -> Int in
                try KeptOriginals.set(
                    keeps, by: officer.account, at: now, connection, officer.authority)
                guard !keeps, form["removes"] == "yes" else { return 0 }
                let kept = try KeptOriginals.kept(connection, officer.authority)
                try KeptOriginals.remove(kept, connection, officer.authority)
                return kept.count
            }
            let also = removed == 0 ? "" : " \(counted(removed, "original")) removed."
            return .redirect(
                to: FilesRoute.originals.link(),
                notice: (keeps
                    ? "Originals are kept from the next load on, encrypted."
                    : "Originals are dropped from the next load on.") + also)
        } catch let refusal as any Refusal {
            let error = FieldError(refusal.field, refusal.sentence)
            return .refused(
                SetOriginals.page(try await originalsValues(visit), visit.entry([error]), visit))
        }
    }

    private func originalsValues(_ visit: Visit) async throws -> SetOriginals.Values {
        let officer = try visit.signedInOfficer
        let keyFile = keyFile
        return try await database.read { connection in
            SetOriginals.Values(
                setting: try KeptOriginals.setting(connection, officer.authority),
                kept: try KeptOriginals.kept(connection, officer.authority).count, keyFile: keyFile)
        }
    }
}

extension SetOriginals {
    static func page(_ values: Values, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Original files of returns", breadcrumbs: [],
            facts: [
                values.setting.keeps ? "Kept, encrypted" : "Dropped once loaded",
                "\(values.kept) kept now",
            ], tabs: FilesCrumbs.keeping(.originals), errors: entry.errors
        ) { m in
            m.lead(
                "Measures are worked out from the columns of a file, which are kept in any case. The original holds every row about every child, and is not needed for them."
            )
            m.form(to: FilesRoute.setOriginals.link(), key: visit.formKey, .class("narrow")) { m in
                m.radios(
                    "keeps", "When a file has been loaded",
                    [
                        Choice("no", "Drop the original", hint: "The least that is kept about children"),
                        Choice(
                            "yes", "Keep the original, encrypted",
                            hint:
                                "To look up later what the case system said. It opens to case access alone, and each opening is recorded"
                        ),
                    ], in: entry
                ) { choice, m in
                    if choice.value == "no", values.kept > 0 {
                        m.checkboxes(
                            "removes", "Those kept already",
                            [Choice("yes", "Remove the \(counted(values.kept, "original")) kept until now")],
                            in: entry)
                    }
                }
                if let keyFile = values.keyFile {
                    m.note(
                        "The key stands in \(keyFile.path) on the server, outside the records and their backups. Keep a copy of it apart: without it no original opens."
                    )
                } else {
                    m.note("This server was told no place for a key: start it with --key-file.")
                }
                m.button("Save")
            }
            if let at = values.setting.at {
                m.note(
                    "Chosen on \(at.inLondon.day.long) by \(values.setting.by ?? "the command line").")
            }
        }
    }
}
