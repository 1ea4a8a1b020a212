import Documents
package import Kernel
import Markup
import Site
import Storage

/// Giving a document its next version: a file, a text or a link. A version is never changed afterwards.
package enum AddGuidanceVersion {
    enum Refused: String, Refusal {
        case contentMissing = "Give the version as a file, as text or as a link"
        case severalContents = "Give one of the three: a file, a text or a link"
        case fileTooLarge = "The file is larger than 20 MB: give a smaller one, or a link"
        case fileEmpty = "There is nothing in that file"
        case linkWrong = "A link begins with https:// or http://"
        case changeMissing = "Say what changed since the version before"
        case beforeBodies = "A body is deciding on the newest version: a new one must wait for that"
        case withdrawn = "This document is withdrawn: begin a new one"

        var field: String? {
            switch self {
            case .contentMissing, .severalContents, .fileTooLarge, .fileEmpty: "file"
            case .linkWrong: "link"
            case .changeMissing: "changed"
            case .beforeBodies, .withdrawn: nil
            }
        }
    }

    package enum Content: Sendable {
        case file(name: String, bytes: [UInt8])
        case words(String)
        case link(String)
    }

    package struct Form: Sendable {
        package var content: Content
        package var changed: String
        package var revision: Int?

        package init(_ content: Content, changed: String = "") {
            self.content = content
            self.changed = changed
        }

        init(_ fields: Fields) throws(Refused) {
            let file = fields.file("file").map { Content.file(name: $0.name, bytes: $0.bytes) }
            let words = fields["words"].isEmpty ? nil : Content.words(fields["words"])
            let link = fields["link"].isEmpty ? nil : Content.link(fields["link"])
            let given = [file, words, link].compactMap { $0 }
            guard let content = given.first else { throw .contentMissing }
            guard given.count == 1 else { throw .severalContents }
            self.content = content
            changed = fields["changed"]
            revision = fields.revision
        }
    }

    static func decide(_ guidance: Guidance, _ form: Form) throws(Refused) -> Guidance {
        guard guidance.withdrawn == nil else { throw .withdrawn }
        guard guidance.stage != .approving else { throw .beforeBodies }
        guard guidance.version == 0 || form.changed.count >= 3 else { throw .changeMissing }
        switch form.content {
        case .file(_, let bytes):
            guard !bytes.isEmpty else { throw .fileEmpty }
            guard bytes.count <= AddEvidence.largest else { throw .fileTooLarge }
        case .link(let link):
            let isWeb = ["https://", "http://"].contains { link.lowercased().hasPrefix($0) }
            guard isWeb, link.count > 10, !link.contains(where: \.isWhitespace) else { throw .linkWrong }
        case .words: break
        }
        var next = guidance
        next.version += 1
        next.stage = .draft
        return next
    }

    package static func act(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: form.revision)
        guard found.eyes.tends(found.guidance) else { throw NotFound() }
        let next = try decide(found.guidance, form)
        try GuidanceSQL.save(next, acting)
        var file: ID<StoredFile>?
        var words: String?
        var link: String?
        switch form.content {
        case .file(let given, let bytes):
            // The same gate as for evidence: bytes say what it is, and nothing is kept that would run.
            guard case .file(let name, let kind, _) = try AddEvidence.file(bytes, named: given) else { break }
            file = try acting.connection.keep(
                bytes, name: name, mediaType: kind.mediaType, for: acting.officer.authority, at: acting.now
            ).id
        case .words(let text): words = text
        case .link(let address): link = address
        }
        let changed = form.changed.isEmpty ? "The first version" : form.changed
        try GuidanceSQL.insert(
            version: next.version, changed: changed, file: file, words: words, link: link, of: id, acting)
        try acting.record(
            "guidance.version", next, found.actions.map(\.id),
            says: { "Version \(next.version) of \($0) was written" },
            to: [("version", .integer(Int64(next.version))), ("changed", .string(changed))])
    }
}

extension PlansFeature {
    func newGuidanceVersion(_ visit: Visit) async throws -> Reply {
        try await guidanceForm(visit, if: \.tends) { AddGuidanceVersion.page($0, Entry(), visit) }
    }

    func addGuidanceVersion(_ visit: Visit) async throws -> Reply {
        try await guidanceDeed(
            visit, notice: "The version is kept. It is a draft until the bodies have approved it.",
            again: { AddGuidanceVersion.page($0, $1, visit) }
        ) { plan, id, acting in
            try AddGuidanceVersion.act(try AddGuidanceVersion.Form(visit.form), on: id, of: plan, acting)
        }
    }

    /// A version's file, to keep.
    func guidanceFile(_ visit: Visit) async throws -> Reply {
        let found = try await guidanceCase(visit)
        guard let number = Int(visit.parameters["version"] ?? ""), found.sees(version: number) else {
            throw NotFound()
        }
        return try await reply(with: found.story.version(number)?.file, visit)
    }

    func reply(with file: GuidanceStory.File?, _ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        guard let file else { throw NotFound() }
        let (kept, bytes) = try await database.read { connection in
            guard let kept = try connection.file(file.id, of: officer.authority) else { throw NotFound() }
            return (kept, try connection.bytes(of: kept, of: officer.authority))
        }
        return .file(bytes, name: kept.name, type: kept.mediaType)
    }
}

// MARK: Page

extension AddGuidanceVersion {
    static func page(_ found: GuidanceCase, _ entry: Entry, _ visit: Visit) -> Page {
        let guidance = found.guidance
        let number = guidance.version + 1
        return Page(
            number == 1 ? "Give the first version" : "Give version \(number)", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(found.plan, found), facts: [Markup(guidance.title)],
            errors: entry.errors
        ) { m in
            GuidanceCrumbs.standing(found, entry, &m)
            if guidance.issuedVersion != nil {
                m.p("The version in force stays in force until this one is approved and issued.")
            }
            m.form(
                to: GuidanceRoute.addVersion.link(found.plan.id, guidance.id), key: visit.formKey,
                uploads: true
            ) { m in
                m.hiddenField("revision", "\(guidance.revision)")
                if number > 1 {
                    m.textArea(
                        "changed", "What changed", in: entry,
                        hint: "What a reader of the version before needs to know")
                }
                m.fileField(
                    "file", "A file", in: entry,
                    hint: "Word, Excel, PDF, a picture or plain text. Up to 20 MB. It must not name a child.")
                m.textArea("words", "Or the text itself", in: entry, rows: 8)
                m.textField(
                    "link", "Or a link", in: entry,
                    hint: "To where it is published, such as https://…", kind: "url")
                m.buttons { m in
                    m.button("Keep this version")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }
}
