package import Kernel
import Markup
import Site
package import Storage

/// Taking a tool that comes with the product into use: it is the authority's own from version 1 on.
package enum TakeTool {
    package enum Refused: String, Refusal {
        case titleTaken =
            "A tool of that name is in use already. Begin its next version, or make a tool from this one under another name"
    }

    /// Issues the shipped tool of that key as version 1.
    @discardableResult
    package static func act(
        _ key: String, by officer: Officer, _ connection: Connection, at now: Instant
    ) throws -> ID<AuditTool> {
        guard let entry = ShippedTools.entry(key) else { throw NotFound() }
        guard try !ToolSQL.isTaken(entry.tool.title, except: nil, connection, officer.authority) else {
            throw Refused.titleTaken
        }
        let id = try ToolSQL.insertNew(
            entry.tool, shipped: key, by: officer.account, issued: true, officer.authority, connection,
            at: now)
        try connection.record(
            ToolEvent.event(
                "tool.issued", id, "Took the tool “\(entry.tool.title)” into use, version 1", officer, at: now
            ))
        return id
    }
}

enum ToolEvent {
    static func event(
        _ kind: String, _ id: ID<AuditTool>, _ says: String, _ officer: Officer, at now: Instant,
        reason: String? = nil
    ) -> Event {
        Event(
            authority: officer.authority, at: now, actor: officer.account, kind: kind, subject: "audit tool",
            subjectID: id, to: ["says": .string(says)], reason: reason)
    }
}

extension AuditsFeature {
    func shippedTool(_ visit: Visit) async throws -> Reply {
        guard let entry = ShippedTools.entry(visit.parameters["key"] ?? "") else { throw NotFound() }
        return .page(TakeTool.page(entry, [], visit))
    }

    func takeTool(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let now = visit.now
        guard let entry = ShippedTools.entry(visit.parameters["key"] ?? "") else { throw NotFound() }
        do {
            let id = try await database.write(for: officer.authority) {
                try TakeTool.act(entry.key, by: officer, $0, at: now)
            }
            return .redirect(
                to: ToolsRoute.tool.link(id), notice: "“\(entry.tool.title)” is in use, version 1.")
        } catch let refused as TakeTool.Refused {
            return .refused(TakeTool.page(entry, [FieldError(nil, refused.sentence)], visit))
        }
    }
}

extension TakeTool {
    static func page(_ entry: ShippedTools.Entry, _ errors: [FieldError], _ visit: Visit) -> Page {
        Page(
            entry.tool.title, section: .audits, breadcrumbs: ToolPage.crumbs,
            facts: ["Comes with Plumbline"] + ToolPage.facts(entry.tool), errors: errors
        ) { m in
            m.note(Markup("\(entry.source)."))
            ToolView.write(entry.tool, to: &m)
            guard visit.officer?.keepsTools ?? false else { return }
            m.form(to: ToolsRoute.take.link(entry.key), key: visit.formKey) {
                $0.button("Take this tool into use")
            }
        }
    }
}
