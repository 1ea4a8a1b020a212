package import Kernel
import Markup
import Site
package import Storage

/// Issuing a draft: from then on that version never changes.
package enum IssueTool {
    package enum Refused: Refusal {
        case unsound(String)
        case titleTaken
        case nothingChanged

        package var sentence: String {
            switch self {
            case .unsound(let fault): "It cannot be issued yet. \(fault)"
            case .titleTaken: BeginTool.Refused.titleTaken.sentence
            case .nothingChanged: "Nothing differs from the version before: change it, or discard the draft"
            }
        }
        package var field: String? { nil }
    }

    /// `seen` is the print of the draft that was checked; nil takes it as it is.
    package static func act(
        _ id: ID<AuditTool>, seen: String? = nil, by officer: Officer, _ connection: Connection,
        at now: Instant
    ) throws -> Int {
        guard let whole = try ToolSQL.whole(connection, officer.authority, id), let draft = whole.draft else {
            throw ToolDraft.Refused.none
        }
        if let seen, seen != ToolDraft.print(draft.tool.json) { throw ToolDraft.Refused.changedMeanwhile }
        if let fault = draft.tool.faults.first { throw Refused.unsound(fault.sentence) }
        guard draft.tool != whole.latest?.tool else { throw Refused.nothingChanged }
        guard try !ToolSQL.isTaken(draft.tool.title, except: id, connection, officer.authority) else {
            throw Refused.titleTaken
        }
        try connection.run(
            """
            UPDATE audit_tool_version SET issued_at = $4, account = $5
            WHERE authority = $1 AND tool = $2 AND version = $3 AND issued_at IS NULL
            """,
            [
                .id(officer.authority), .id(id), .int(draft.number), .instant(now), .id(officer.account),
            ])
        try connection.record(
            ToolEvent.event(
                "tool.issued", id, "Issued version \(draft.number) of the tool “\(draft.tool.title)”",
                officer,
                at: now))
        return draft.number
    }
}

extension AuditsFeature {
    func checkDraft(_ visit: Visit) async throws -> Reply {
        .page(IssueTool.page(try await draftToKeep(visit), [], visit))
    }

    func issueDraft(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let (now, seen) = (visit.now, visit.form["seen"])
        do {
            let version = try await database.write(for: officer.authority) {
                try IssueTool.act(id, seen: seen, by: officer, $0, at: now)
            }
            return .redirect(
                to: ToolsRoute.tool.link(id),
                notice: "Version \(version) is issued. From now on it never changes.")
        } catch let refused as any Refusal {
            let whole = try await toolToRead(visit)
            guard whole.draft != nil else { return .redirect(to: ToolsRoute.tool.link(id)) }
            return .refused(IssueTool.page(whole, [FieldError(nil, refused.sentence)], visit))
        }
    }
}

extension IssueTool {
    static func page(_ whole: ToolSQL.Whole, _ errors: [FieldError], _ visit: Visit) -> Page {
        let version = whole.draft?.number ?? 1
        return Page(
            "Check and issue version \(version)", section: .audits, breadcrumbs: DraftPage.crumbs(whole),
            errors: errors
        ) { m in
            guard let tool = whole.draft?.tool else { return }
            let faults = tool.faults
            if faults.isEmpty {
                m.lead("From now on version \(version) never changes: rounds that use it keep it for ever.")
            } else {
                m.part("Put these right first") { list(faults, whole.id, &$0) }
            }
            if !tool.notes.isEmpty {
                m.part("Better with this") { list(tool.notes, whole.id, &$0) }
            }
            if let latest = whole.latest {
                m.part("What changed since version \(latest.number)") { m in
                    ToolPage.changes(ToolChanges.words(from: latest.tool, to: tool), &m)
                }
            }
            if faults.isEmpty {
                m.form(to: DraftRoute.issue.link(whole.id), key: visit.formKey) { m in
                    m.hiddenField("seen", ToolDraft.print(tool.json))
                    m.buttons { m in
                        m.button("Issue version \(version)")
                        m.a("Not yet", .href(DraftRoute.draft.link(whole.id)))
                    }
                }
            }
            m.h2("As its auditors will see it")
            ToolView.write(tool, to: &m)
        }
    }

    private static func list(_ faults: [ToolFault], _ id: ID<AuditTool>, _ m: inout Markup) {
        m.ul { m in
            for fault in faults {
                m.li { m in
                    m.add("\(fault.sentence). ")
                    m.a("Change it\(hidden: ": \(fault.sentence)")", .href(address(fault.place, id)))
                }
            }
        }
    }

    private static func address(_ place: ToolFault.Place, _ id: ID<AuditTool>) -> String {
        switch place {
        case .title, .purpose, .safety, .overall: DraftRoute.about.link(id)
        case .questions, .scales: DraftRoute.draft.link(id)
        case .standard(let place): DraftRoute.standard.link(id, place + 1)
        case .question(let key): DraftRoute.question.link(id, key)
        case .scale(let key): DraftRoute.scale.link(id, key)
        }
    }
}
