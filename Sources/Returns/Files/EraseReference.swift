package import Kernel
import Markup
import ReturnFormats
import Site
package import Storage

/// Taking one child's case reference out of every file that is kept: the right to erasure.
///
/// The rows stay and count, as somebody's; the originals that held the reference go with it. The journal says that a
/// reference was erased, in how many files and why, and nothing by which it could be found.
package enum EraseReference {
    package enum Refused: String, Refusal {
        case referenceMissing = "Give the case reference exactly as the case system writes it"
        case reasonMissing = "Say why it is erased, without naming the child"
        case reasonNames = "Leave the reference out of the reason: the reason is kept"
        case unknown = "No file that is kept holds that reference: nothing was changed"

        package var field: String? {
            switch self {
            case .referenceMissing, .unknown: "reference"
            case .reasonMissing, .reasonNames: "reason"
            }
        }
    }

    package struct Erased: Hashable, Sendable {
        package let files: Int
        package let originals: Int
    }

    static func decide(_ reference: Sensitive<String>, _ reason: String) throws(Refused) {
        guard reference != Sensitive("") else { throw .referenceMissing }
        guard !reason.isEmpty else { throw .reasonMissing }
        guard !reason.contains(reference.reveal(for: .comparing)) else { throw .reasonNames }
    }

    package static func erase(
        _ reference: Sensitive<String>, because reason: String, by account: ID<Account>?, at now: Instant,
        _ connection: Connection, _ authority: ID<Authority>, changed: ReturnsChanged
    ) throws -> Erased {
        try decide(reference, reason)
        var held: Set<ID<ReturnFile>> = []
        // Withdrawn files too: what is kept is kept, whether it counts or not.
        for vintage in try ReturnFilesSQL.all(connection, authority) {
            guard var columns = try StoredReturn.read(connection, authority, vintage.id),
                columns.erase(reference)
            else { continue }
            held.insert(vintage.id)
            for block in StoredReturn.blocksOfChildren(columns) {
                try StoredColumns.replace(block.bytes, of: block.list, vintage.id, connection, authority)
            }
        }
        guard !held.isEmpty else { throw Refused.unknown }
        let originals = try KeptOriginals.kept(connection, authority).filter { held.contains($0.file) }
        try KeptOriginals.remove(originals, connection, authority)
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.reference.erased",
                subject: "authority", subjectID: authority,
                to: [
                    "says": .string(
                        "Erased a case reference from \(counted(held.count, "file")) and removed \(counted(originals.count, "original"))"
                    ), "files": .integer(Int64(held.count)),
                    "originals": .integer(Int64(originals.count)),
                ], reason: reason))
        // What was worked out from the files, work lists among it, is worked out anew without the reference.
        try changed(connection, authority, .mapped, now)
        return Erased(files: held.count, originals: originals.count)
    }
}

extension UnderstoodReturn.Columns {
    /// True where the reference was there.
    mutating func erase(_ reference: Sensitive<String>) -> Bool {
        switch self {
        case .census(var file):
            guard file.erase(reference) > 0 else { return false }
            self = .census(file)
        case .annexA(var file):
            let texts = (0..<file.children.count).map { file.children[$0] }
            guard texts.contains(reference) else { return false }
            file.children = References(
                texts.map { $0 == reference ? "" : $0.reveal(for: .storing) })
            self = .annexA(file)
        }
        return true
    }
}

// MARK: Acting

extension ReturnsFeature {
    func erasure(_ visit: Visit) async throws -> Reply { .page(EraseReference.page(Entry(), visit)) }

    func eraseReference(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let reference = Sensitive(visit.form["reference"])
        let reason = visit.form["reason"]
        let changed = changed
        do {
            let erased = try await database.write(for: officer.authority) {
                try EraseReference.erase(
                    reference, because: reason, by: officer.account, at: visit.now, $0, officer.authority,
                    changed: changed)
            }
            return .redirect(
                to: FilesRoute.erasure.link(),
                notice:
                    "The reference is gone from \(counted(erased.files, "file")); \(counted(erased.originals, "original")) removed. Backups made before still hold it."
            )
        } catch let refusal as EraseReference.Refused {
            let error = FieldError(refusal.field, refusal.sentence)
            return .refused(EraseReference.page(visit.entry([error]), visit))
        }
    }
}

extension EraseReference {
    static func page(_ entry: Entry, _ visit: Visit) -> Page {
        Page("Erase a case reference", tabs: FilesCrumbs.keeping(.erasure), errors: entry.errors) { m in
            m.lead(
                "Where a child or their family has the right to be forgotten here. The reference goes from every loaded file; the rows stay and count, as nobody’s."
            )
            m.form(to: FilesRoute.erase.link(), key: visit.formKey, .class("narrow")) { m in
                m.textField("reference", "Case reference", in: entry, width: .half, autocomplete: "off")
                m.textArea(
                    "reason", "Why is it erased?", in: entry, hint: "It is kept. Do not name the child.")
                m.button("Erase this reference")
            }
            m.note(
                "Originals that hold it are removed with it. This cannot be undone, except by loading a file that holds it again: have the case system leave it out first."
            )
        }
    }
}
