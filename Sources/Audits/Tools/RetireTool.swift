package import Kernel
import Markup
import Site
package import Storage

/// Retiring a tool, so that no new round uses it, and bringing it back.
package enum RetireTool {
    package enum Refused: String, Refusal {
        case reasonMissing = "Say why it is retired"
        case changedMeanwhile =
            "Somebody else changed this tool meanwhile. Look at how it stands now, then decide again"

        package var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    /// `reason` nil brings the tool back.
    package static func act(
        _ id: ID<AuditTool>, revision: Int, reason: String?, by officer: Officer, _ connection: Connection,
        at now: Instant
    ) throws {
        if let reason, reason.count < 3 { throw Refused.reasonMissing }
        guard let whole = try ToolSQL.whole(connection, officer.authority, id), let latest = whole.latest
        else {
            throw NotFound()
        }
        guard whole.revision == revision, (whole.retiredAt == nil) == (reason != nil) else {
            throw Refused.changedMeanwhile
        }
        if reason == nil,
            try ToolSQL.isTaken(latest.tool.title, except: id, connection, officer.authority)
        {
            throw TakeTool.Refused.titleTaken
        }
        try connection.run(
            "UPDATE audit_tool SET retired_at = $3, revision = revision + 1 WHERE authority = $1 AND id = $2",
            [.id(officer.authority), .id(id), .instant(reason == nil ? nil : now)])
        try connection.record(
            ToolEvent.event(
                reason == nil ? "tool.returned" : "tool.retired", id,
                "\(reason == nil ? "Brought the tool" : "Retired the tool") “\(latest.tool.title)”\(reason == nil ? " back" : "")",
                officer, at: now, reason: reason))
    }
}

extension AuditsFeature {
    func retireTool(_ visit: Visit) async throws -> Reply {
        try await retire(visit, reason: visit.form["reason"], "The tool is retired.")
    }

    func bringToolBack(_ visit: Visit) async throws -> Reply {
        try await retire(visit, reason: nil, "The tool is in use again.")
    }

    private func retire(_ visit: Visit, reason: String?, _ notice: String) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let (now, revision) = (visit.now, Int(visit.form["revision"]) ?? 0)
        do {
            try await database.write(for: officer.authority) {
                try RetireTool.act(id, revision: revision, reason: reason, by: officer, $0, at: now)
            }
            return .redirect(to: ToolsRoute.tool.link(id), notice: notice)
        } catch let refused as any Refusal {
            let whole = try await toolToRead(visit)
            guard let latest = whole.latest else { throw NotFound() }
            let entry = visit.entry([FieldError(refused.field, refused.sentence)])
            return .refused(ToolPage.page(whole, latest, entry, visit))
        }
    }
}
