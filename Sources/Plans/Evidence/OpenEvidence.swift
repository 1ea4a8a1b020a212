package import Kernel
import Markup
import Site
package import Storage

/// Opening a piece of evidence: the file as an attachment, a link as a page that leads there.
///
/// What holds personal data opens only to case access, and who opened it is in the journal before it goes out.
package enum OpenEvidence {
    package struct Opened: Sendable {
        package let item: EvidenceItem
        /// Nil for a link.
        package let file: (name: String, type: String, bytes: [UInt8])?
    }

    package enum Refused: String, Refusal {
        case damaged =
            "What is stored is not what was added: its bytes do not match its SHA-256, so it is not handed out. Tell the administrator"
    }

    /// Not found for who may not open it.
    package static func open(
        _ id: ID<EvidenceRecord>, of plan: ID<PlanRecord>, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws -> Opened {
        let doer = Doer(officer, line: Line(), on: today)
        let mayOpen = try doer.holds(EvidenceRoute.caseAccess, in: plan, connection)
        guard
            let item = try EvidenceSQL.item(
                connection, officer.authority, plan, id, mayOpenPersonal: mayOpen),
            let name = item.name
        else { throw NotFound() }
        if item.isPersonal {
            try connection.record(
                Event(
                    authority: officer.authority, at: now, actor: officer.account, kind: "evidence.opened",
                    subject: "evidence", subjectID: id, plan: plan,
                    to: ["says": "Opened evidence that holds personal data"]))
        }
        guard let file = item.file else { return Opened(item: item, file: nil) }
        guard let stored = try connection.file(file, of: officer.authority) else { throw NotFound() }
        guard let bytes = try connection.intactBytes(of: stored, of: officer.authority) else {
            throw Refused.damaged
        }
        return Opened(item: item, file: (name, stored.mediaType, bytes))
    }
}

extension PlansFeature {
    func openEvidence(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let id: ID<EvidenceRecord> = try visit.id("evidence")
        let isPersonal = try await database.read { connection in
            try connection.first(
                "SELECT is_personal FROM evidence WHERE authority = $1 AND plan = $2 AND id = $3",
                [.id(officer.authority), .id(plan), .id(id)]
            ) { try $0.bool(0) }
        }
        let open: @Sendable (Connection) throws -> OpenEvidence.Opened = {
            try OpenEvidence.open(id, of: plan, by: officer, at: visit.now, on: visit.today, $0)
        }
        // The bytes leave only once the transaction that records the opening has ended.
        let opened =
            isPersonal == true
            ? try await database.write(for: officer.authority, open) : try await database.read(open)
        if let file = opened.file { return .file(file.bytes, name: file.name, type: file.type) }
        return .page(OpenEvidence.page(opened.item, visit))
    }
}

extension OpenEvidence {
    static func page(_ item: EvidenceItem, _ visit: Visit) -> Page {
        Page(
            item.title, section: .plan,
            breadcrumbs: [
                Link("Evidence", EvidenceRoute.evidence.link(item.plan)),
                Link(Markup(item.title.short), EvidenceRoute.item.link(item.plan, item.id)),
            ], facts: ["A link, kept elsewhere"]
        ) { m in
            let address = item.address ?? ""
            m.p { m in
                if address.lowercased().hasPrefix("http") {
                    m.a(address, .href(address), Attribute("rel", "noopener noreferrer"))
                } else {
                    m.strong(address)
                }
            }
            m.note(
                "Plumbline keeps the address and never looks there. Whether it opens is the other system’s matter."
            )
        }
    }
}
