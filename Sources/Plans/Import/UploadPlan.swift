import Documents
import Kernel
import Markup
import PlanReading
import Site
import Storage

/// Giving Plumbline a plan as it was written: the front door.
enum UploadPlan {
    enum Refused: Refusal {
        case fileMissing
        case unreadable(Unreadable)
        /// A document that reads, and holds no table or text at all.
        case nothingInIt(String)

        var sentence: String {
            switch self {
            case .fileMissing: "Choose the file that holds the plan, or paste its text"
            case .unreadable(let unreadable): unreadable.sentence.withoutStop
            case .nothingInIt(let name): "There is no text in \(name): choose the file that holds the plan"
            }
        }

        var field: String? { "file" }
    }
}

extension PlansFeature {
    func imports(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let drafts = try await database.read { try DraftSQL.drafts($0, officer, at: visit.now) }
        return .page(UploadPlan.page(drafts, Entry(), visit))
    }

    func upload(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        do {
            let (name, bytes) = try UploadPlan.given(visit.form)
            let began = ContinuousClock.now
            let document = try await UploadPlan.document(bytes, name)
            guard !document.blocks.isEmpty else { throw UploadPlan.Refused.nothingInIt(name) }
            _ = PlanReader.read(document)
            let spent = (ContinuousClock.now - began).components
            let draft = try await database.write(for: officer.authority) { connection in
                try DraftSQL.removeExpired(connection, officer.authority, at: visit.now)
                let file = try connection.keep(
                    bytes, name: name, mediaType: "application/octet-stream", for: officer.authority,
                    at: visit.now)
                let draft = ImportDraft(
                    id: ID.make(at: visit.now), file: file.id, fileName: name, made: visit.now,
                    saved: visit.now,
                    readInMilliseconds: Int(spent.seconds * 1000 + spent.attoseconds / 1_000_000_000_000_000),
                    options: PlanReader.Options(), edits: [], revision: 1)
                try DraftSQL.insert(draft, connection, officer)
                try connection.record(
                    Event(
                        authority: officer.authority, at: visit.now, actor: officer.account,
                        kind: "import.began", subject: "import", subjectID: draft.id,
                        to: ["file": .string(name), "bytes": .integer(Int64(bytes.count))]))
                return draft
            }
            return .redirect(to: PlansRoute.review.link(draft.id))
        } catch let refusal as UploadPlan.Refused {
            let drafts = try await database.read { try DraftSQL.drafts($0, officer, at: visit.now) }
            return .refused(UploadPlan.page(drafts, visit.entry(refusal), visit))
        }
    }
}

extension UploadPlan {
    /// The file, or the text that was pasted.
    static func given(_ form: Fields) throws(Refused) -> (name: String, bytes: [UInt8]) {
        if let file = form.file("file") { return (file.name, file.bytes) }
        let pasted = form.exact("pasted")
        guard !pasted.trimmed.isEmpty else { throw .fileMissing }
        return ("pasted text.txt", Array(pasted.utf8))
    }

    /// Reads off the pool of threads that serves pages: a PDF takes seconds.
    static func document(_ bytes: [UInt8], _ name: String) async throws(Refused) -> Document {
        do {
            return try await Blocking.run { () throws(Unreadable) in
                try DocumentReader.read(bytes, named: name)
            }
        } catch {
            throw .unreadable(error)
        }
    }

    static func page(_ drafts: [ImportDraft], _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "Import a plan", section: .plan, breadcrumbs: [Link("Plan", PlansRoute.plans.link())],
            facts: ["Nothing is saved in a plan until you accept it"], errors: entry.errors
        ) { m in
            m.p(
                "Give Plumbline the plan as it was written. It reads the tables, shows you what it found beside the document, and asks about what it could not settle.",
                .class("lead"))
            m.form(to: PlansRoute.upload.link(), key: visit.formKey, uploads: true) { m in
                m.fileField(
                    "file", "The document", in: entry,
                    hint:
                        "Word (.docx), Excel (.xlsx), PDF, a web page, Markdown, CSV or plain text. Up to 64 MB.",
                    accepts: ".docx,.xlsx,.pdf,.html,.htm,.md,.csv,.tsv,.txt")
                m.textArea(
                    "pasted", "Or paste the text", in: entry,
                    hint: "For a plan in an email, or in a file that Plumbline cannot read.", rows: 5)
                m.button("Read this plan")
            }
            if !drafts.isEmpty { unfinished(drafts, visit, &m) }
            m.p("No document? \(link: "Begin a plan by hand", to: PlansRoute.newPlan.link()).")
        }
    }

    private static func unfinished(_ drafts: [ImportDraft], _ visit: Visit, _ m: inout Markup) {
        m.section { m in
            m.h2("Readings that you have not finished")
            m.taskList(
                drafts.map { draft in
                    TaskItem(
                        Link(Markup(draft.fileName), PlansRoute.review.link(draft.id)),
                        why: "Read on \(draft.made.inLondon.day.long). Only you see it.",
                        state: "kept until \(draft.lastDay.short)")
                })
        }
    }
}

extension String {
    /// Without the full stop at its end, as a form's sentence has it.
    var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
