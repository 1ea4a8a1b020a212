package import Kernel
import Markup
import Site
package import Storage

/// Making a tool: from nothing, from one that comes with the product, or from one's own.
package enum BeginTool {
    package enum Refused: String, Refusal {
        case titleMissing = "Give the tool a title"
        case titleTooLong = "Shorten the title to 200 characters"
        case titleTaken = "A tool of that name is in use already: give this one another"
        case unitMissing = "Say what one audit looks at"
        case sourceGone = "That tool is not there any more: choose another to begin from"

        package var field: String? {
            switch self {
            case .titleMissing, .titleTooLong, .titleTaken: "title"
            case .unitMissing: "unit"
            case .sourceGone: "from"
            }
        }
    }

    /// The tool to begin with, before it is kept.
    static func decide(title: String, unit: Tool.Unit?, from source: Tool?) throws(Refused) -> Tool {
        let named = title.isEmpty ? source?.title ?? "" : title
        guard !named.isEmpty else { throw .titleMissing }
        guard named.count <= Tool.longestTitle else { throw .titleTooLong }
        if var tool = source {
            tool.title = named
            return tool
        }
        guard let unit else { throw .unitMissing }
        return Tool(
            title: named, purpose: "", unit: unit, asksSafety: unit == .child, scales: [], standards: [],
            overall: nil)
    }

    /// Keeps the first draft of a new tool.
    package static func act(
        _ tool: Tool, by officer: Officer, _ connection: Connection, at now: Instant
    ) throws -> ID<AuditTool> {
        guard try !ToolSQL.isTaken(tool.title, except: nil, connection, officer.authority) else {
            throw Refused.titleTaken
        }
        let id = try ToolSQL.insertNew(
            tool, by: officer.account, issued: false, officer.authority, connection, at: now)
        try connection.record(
            ToolEvent.event("tool.begun", id, "Began the tool “\(tool.title)”", officer, at: now))
        return id
    }

    /// The tool that the form's choice names: `shipped:casework`, `tool:…`; nil for none.
    static func source(
        _ choice: String, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Tool? {
        if choice.isEmpty { return nil }
        if choice.hasPrefix("shipped:"), let entry = ShippedTools.entry(String(choice.dropFirst(8))) {
            return entry.tool
        }
        if choice.hasPrefix("tool:"), let id = ID<AuditTool>(choice.dropFirst(5)),
            let latest = try ToolSQL.whole(connection, authority, id)?.latest
        {
            return latest.tool
        }
        throw Refused.sourceGone
    }
}

extension AuditsFeature {
    func newTool(_ visit: Visit) async throws -> Reply {
        let entry = Entry(filled: ["from": visit.query["from"]])
        return .page(BeginTool.page(try await toolsToBeginFrom(visit), entry, visit))
    }

    func beginTool(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (form, now) = (visit.form, visit.now)
        do {
            let id = try await database.write(for: officer.authority) { connection in
                let source = try BeginTool.source(form["from"], connection, officer.authority)
                let tool = try BeginTool.decide(
                    title: form["title"], unit: Tool.Unit(rawValue: form["unit"]), from: source)
                return try BeginTool.act(tool, by: officer, connection, at: now)
            }
            return .redirect(to: DraftRoute.draft.link(id), notice: "The draft is begun.")
        } catch let refused as BeginTool.Refused {
            let entry = visit.entry([FieldError(refused.field, refused.sentence)])
            return .refused(BeginTool.page(try await toolsToBeginFrom(visit), entry, visit))
        }
    }

    private func toolsToBeginFrom(_ visit: Visit) async throws -> [ToolSQL.Line] {
        let authority = try visit.signedInOfficer.authority
        return try await database.read { try ToolSQL.issued($0, authority) }
    }
}

extension BeginTool {
    static func page(_ own: [ToolSQL.Line], _ entry: Entry, _ visit: Visit) -> Page {
        Page("Make a tool", section: .audits, breadcrumbs: ToolPage.crumbs, errors: entry.errors) { m in
            m.lead("It begins as a draft, which only those who keep tools see until it is issued.")
            m.form(to: ToolsRoute.begin.link(), key: visit.formKey) { m in
                m.select(
                    "from", "Begin from",
                    [Choice("", "Nothing, a blank tool")]
                        + own.map { Choice("tool:\($0.id)", "Ours: \($0.title)") }
                        + ShippedTools.all.map {
                            Choice("shipped:\($0.key)", "With Plumbline: \($0.tool.title)")
                        }, in: entry)
                m.textField(
                    "title", "Title", in: entry, hint: "Left empty, a copy has the title of its source.",
                    width: .half)
                m.select(
                    "unit", "What one audit looks at",
                    [Choice("", "Choose")] + Tool.Unit.allCases.map { Choice($0.rawValue, $0.words) },
                    in: entry, hint: "A copy keeps what its source looks at.")
                m.buttons { m in
                    m.button("Begin the draft")
                    m.a("Cancel", .href(ToolsRoute.list.link()))
                }
            }
        }
    }
}
