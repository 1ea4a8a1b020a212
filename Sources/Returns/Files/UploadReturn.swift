import Kernel
import Markup
import ReturnFormats
import Site
import Storage

/// Giving Plumbline a file: read at once and shown; nothing of it is stored but the sealed file itself.
enum UploadReturn {
    /// As they are kept until then.
    static func name(of files: [ReturnSource]) -> String {
        files.count == 1 ? files[0].name : "\(files[0].name) and \(counted(files.count - 1, "other file"))"
    }

    static func given(_ form: Fields) throws(LoadReturn.Refused) -> [ReturnSource] {
        let files = form.files.filter { $0.field == "file" }.map {
            ReturnSource(name: $0.name, bytes: $0.bytes)
        }
        guard !files.isEmpty else { throw .fileMissing }
        return files
    }
}

extension ReturnsFeature {
    func newFile(_ visit: Visit) async throws -> Reply {
        .page(UploadReturn.page(try await uploadValues(visit), Entry(), visit))
    }

    func uploadReturn(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        do {
            let files = try UploadReturn.given(visit.form)
            // Read before anything is kept: what cannot be used leaves nothing behind.
            let understood = try await understand(files)
            let seals = SealedFiles(keyFile: keyFile)
            let key = try await database.read { try seals.key(for: officer.authority, $0) }
            let sealed = try SealedFiles.seal(PackedFiles.pack(files), for: .draft, key)
            let name = UploadReturn.name(of: files)
            try await removeExpired(at: visit.now)
            let draft = try await database.write(for: officer.authority) { connection in
                let draft = try ReturnDraftSQL.insert(
                    sealed, named: name, key, officer, at: visit.now, connection)
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "return.given", subject: "return", subjectID: draft,
                        to: ["says": "Gave a file to be loaded", "file": .string(name)]))
                return draft
            }
            await drafts.keep(understood, files, of: draft)
            return .redirect(to: FilesRoute.draft.link(draft))
        } catch let refusal as any Refusal {
            let error = FieldError(refusal.field ?? "file", refusal.sentence.withoutStop)
            return .refused(
                UploadReturn.page(try await uploadValues(visit), visit.entry([error]), visit))
        }
    }

    func discardDraft(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnDraft> = try visit.id("draft")
        guard try await database.read({ try ReturnDraftSQL.draft($0, officer, id, at: visit.now) }) != nil
        else { throw NotFound() }
        try await database.write(for: officer.authority) { connection in
            guard try ReturnDraftSQL.remove(id, connection, officer.authority) else { throw NotFound() }
            try connection.record(
                Event(
                    authority: officer.authority, at: visit.now, actor: officer.account,
                    kind: "return.discarded", subject: "return", subjectID: id,
                    to: ["says": "Threw a file away that was not loaded"]))
        }
        await drafts.forget(id)
        return .redirect(
            to: FilesRoute.newFile.link(), notice: "The file is thrown away. Nothing of it was stored.")
    }

    /// Reads off the threads that serve pages.
    func understand(_ files: [ReturnSource]) async throws(LoadReturn.Refused) -> UnderstoodReturn {
        do throws(UnusableFile) {
            return try await Blocking.run { () throws(UnusableFile) in try ReadReturn.understand(files) }
        } catch {
            throw .unusable(error.sentence)
        }
    }

    private func uploadValues(_ visit: Visit) async throws -> UploadReturn.Values {
        let officer = try visit.signedInOfficer
        return try await database.read { connection in
            UploadReturn.Values(
                drafts: try ReturnDraftSQL.drafts(connection, officer, at: visit.now),
                keepsOriginals: try KeptOriginals.setting(connection, officer.authority).keeps)
        }
    }
}

extension UploadReturn {
    struct Values: Sendable {
        let drafts: [ReturnDraft]
        let keepsOriginals: Bool
    }

    static func page(_ values: Values, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Load a file", section: .returns, breadcrumbs: FilesCrumbs.files,
            facts: ["Nothing is stored until you have seen what was understood"], errors: entry.errors
        ) { m in
            m.lead(
                "Annex A or the CIN census, as the case system exports it. Plumbline reads it, shows what it took each list and column for, and asks for the day that it shows."
            )
            m.form(to: FilesRoute.upload.link(), key: visit.formKey, uploads: true, .class("narrow")) { m in
                m.fileField(
                    "file", "The file, or all files of the return", in: entry,
                    hint:
                        "Annex A as a workbook (.xlsx), a .zip of CSV files, or several CSV files chosen together; the CIN census as XML. Up to 64 MB.",
                    accepts: ".xlsx,.zip,.csv,.xml", takesSeveral: true)
                m.note(
                    values.keepsOriginals
                        ? "Your authority keeps the original of a loaded file, encrypted. What you do not load is removed after two days."
                        : "Your authority drops the original once it is loaded: only its columns stay. Until then it is kept encrypted, for two days at most."
                )
                m.button("Read this file")
            }
            if !values.drafts.isEmpty {
                m.part("Files that you have not loaded yet") { m in
                    m.taskList(
                        values.drafts.map { draft in
                            TaskItem(
                                Link(Markup(draft.name), FilesRoute.draft.link(draft.id)),
                                why: "Given on \(draft.made.inLondon.day.long). Only you see it.",
                                state: "kept until \(draft.until.inLondon.day.short)")
                        })
                }
            }
        }
    }
}

extension String {
    /// Without the full stop at its end, as a form's sentence has it.
    var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
