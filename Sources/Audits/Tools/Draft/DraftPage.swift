import Kernel
import Markup
import Site
import Storage

/// The draft as a whole: its pieces, each with what may be done to it.
extension AuditsFeature {
    func draft(_ visit: Visit) async throws -> Reply {
        .page(DraftPage.page(try await draftToKeep(visit), [], visit))
    }

    func draftToKeep(_ visit: Visit) async throws -> ToolSQL.Whole {
        let whole = try await toolToRead(visit)
        guard whole.draft != nil else { throw NotFound() }
        return whole
    }

    /// Begins the next version's draft as a copy of the latest.
    func beginDraft(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let now = visit.now
        try await database.write(for: officer.authority) { connection in
            try ToolDraft.begin(id, by: officer, connection, at: now)
        }
        return .redirect(to: DraftRoute.draft.link(id), notice: "The draft of the next version is begun.")
    }

    func discardDraft(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let (now, seen) = (visit.now, visit.form["seen"])
        do {
            let isGone = try await database.write(for: officer.authority) { connection in
                try ToolDraft.discard(id, seen: seen, by: officer, connection, at: now)
            }
            return .redirect(
                to: isGone ? ToolsRoute.list.link() : ToolsRoute.tool.link(id),
                notice: "The draft is discarded.")
        } catch let refused as ToolDraft.Refused {
            guard refused == .changedMeanwhile else { throw NotFound() }
            return .refused(
                DraftPage.page(try await draftToKeep(visit), [FieldError(nil, refused.sentence)], visit))
        }
    }
}

extension ToolDraft {
    /// Begins the next version's draft; where one is begun already, that one goes on.
    static func begin(
        _ id: ID<AuditTool>, by officer: Officer, _ connection: Connection, at now: Instant
    ) throws {
        guard let whole = try ToolSQL.whole(connection, officer.authority, id) else { throw NotFound() }
        guard whole.draft == nil, let latest = whole.latest else { return }
        try ToolSQL.insert(
            latest.tool, as: id, version: latest.number + 1, by: officer.account, issued: false,
            officer.authority, connection, at: now)
        try connection.record(
            ToolEvent.event(
                "tool.drafted", id, "Began version \(latest.number + 1) of “\(latest.tool.title)”", officer,
                at: now))
    }

    /// Takes the draft away, and the tool with it where it was never issued: true then.
    static func discard(
        _ id: ID<AuditTool>, seen: String, by officer: Officer, _ connection: Connection, at now: Instant
    ) throws -> Bool {
        guard let whole = try ToolSQL.whole(connection, officer.authority, id), let draft = whole.draft,
            draft.rounds == 0
        else { throw Refused.none }
        guard print(draft.tool.json) == seen else { throw Refused.changedMeanwhile }
        try connection.run(
            """
            DELETE FROM audit_tool_version
            WHERE authority = $1 AND tool = $2 AND version = $3 AND issued_at IS NULL
            """, [.id(officer.authority), .id(id), .int(draft.number)])
        if whole.latest == nil {
            try connection.run(
                "DELETE FROM audit_tool WHERE authority = $1 AND id = $2", [.id(officer.authority), .id(id)])
        }
        try connection.record(
            ToolEvent.event(
                "tool.discarded", id,
                "Discarded the draft of version \(draft.number) of “\(draft.tool.title)”", officer, at: now))
        return whole.latest == nil
    }
}

enum DraftPage {
    static func crumbs(_ whole: ToolSQL.Whole) -> [Link] {
        ToolPage.crumbs + [Link(Markup(whole.draft?.tool.title ?? ""), DraftRoute.draft.link(whole.id))]
    }

    static func page(_ whole: ToolSQL.Whole, _ errors: [FieldError], _ visit: Visit) -> Page {
        guard let draft = whole.draft else {
            return Page("Draft", section: .audits) { $0.p(Markup(ToolDraft.Refused.none.sentence)) }
        }
        let tool = draft.tool
        return Page(
            "Draft of \(tool.title)", section: .audits, breadcrumbs: ToolPage.crumbs,
            facts: ["Version \(draft.number), not issued"] + ToolPage.facts(tool),
            deed: Link("Check and issue", DraftRoute.check.link(whole.id)), errors: errors
        ) { m in
            m.honestSentence(sentence(tool))
            about(whole, tool, &m)
            for (index, standard) in tool.standards.enumerated() {
                write(standard, at: index + 1, of: tool, whole.id, visit, &m)
            }
            m.buttons { m in
                m.buttonLink("Add a standard", to: DraftRoute.newStandard.link(whole.id), .other)
            }
            scales(tool, whole.id, visit, &m)
            discard(whole, draft, visit, &m)
        }
    }

    private static func sentence(_ tool: Tool) -> Markup {
        let faults = tool.faults.count
        let notes = tool.notes.count
        guard faults == 0 else {
            return
                "\(strong: counted(faults, "thing")) \(faults == 1 ? "keeps" : "keep") this draft from being issued. \(Markup(tool.faults.first?.sentence ?? ""))."
        }
        return notes == 0
            ? "\(strong: "This draft can be issued.")"
            : "\(strong: "This draft can be issued"); \(counted(notes, "question")) \(notes == 1 ? "does" : "do") not say yet what each grade looks like."
    }

    private static func about(_ whole: ToolSQL.Whole, _ tool: Tool, _ m: inout Markup) {
        let change = DraftRoute.about.link(whole.id)
        let overall = tool.overall.flatMap(tool.question)?.text
        m.summaryList([
            SummaryRow("Title", Markup(tool.title), .change(change)),
            SummaryRow("What it is for", tool.purpose.nilIfEmpty.map { Markup($0) }, .change(change)),
            SummaryRow("One audit looks at one", Markup(tool.unit.words), .change(change)),
            SummaryRow(
                "Asks first whether the child is safe", tool.asksSafety ? "Yes" : "No", .change(change)),
            SummaryRow("Grade of the whole audit", Markup(overall ?? "None"), .change(change)),
        ])
    }

    private static func write(
        _ standard: Tool.Standard, at place: Int, of tool: Tool, _ id: ID<AuditTool>, _ visit: Visit,
        _ m: inout Markup
    ) {
        let name = standard.title.isEmpty ? "Standard \(place), no title yet" : ToolView.heading(standard)
        m.part(
            Markup(name), note: standard.guidance.nilIfEmpty.map { Markup($0) }, id: "standard-\(place)"
        ) { m in
            m.form(to: DraftRoute.arrangeStandard.link(id, place), key: visit.formKey) { m in
                m.hiddenField("seen", standard.print)
                m.div(.class("buttons")) { m in
                    m.a(
                        "Change\(hidden: " standard \(name)")", .href(DraftRoute.standard.link(id, place)))
                    arrange(name, isFirst: place == 1, isLast: place == tool.standards.count, &m)
                }
            }
            for question in standard.questions { write(question, in: standard, of: tool, id, visit, &m) }
            m.p { m in
                m.a("Add a question\(hidden: " to \(name)")", .href(DraftRoute.newQuestion.link(id, place)))
            }
        }
    }

    private static func write(
        _ question: Tool.Question, in standard: Tool.Standard, of tool: Tool, _ id: ID<AuditTool>,
        _ visit: Visit, _ m: inout Markup
    ) {
        m.div(.id("question-\(question.key)")) { m in
            m.h3(question.text)
            m.note(Markup(ToolView.note(question, of: tool)))
            m.form(to: DraftRoute.arrangeQuestion.link(id, question.key), key: visit.formKey) { m in
                m.hiddenField("seen", question.print)
                m.div(.class("buttons")) { m in
                    m.a(
                        "Change\(hidden: " “\(question.text)”")",
                        .href(DraftRoute.question.link(id, question.key)))
                    arrange(
                        "“\(question.text)”", isFirst: question.key == standard.questions.first?.key,
                        isLast: question.key == standard.questions.last?.key, &m)
                }
            }
        }
    }

    private static func arrange(_ name: String, isFirst: Bool, isLast: Bool, _ m: inout Markup) {
        if !isFirst { m.button("Up\(hidden: ": \(name)")", .other, name: "do", value: "up") }
        if !isLast { m.button("Down\(hidden: ": \(name)")", .other, name: "do", value: "down") }
        m.button("Remove\(hidden: " \(name)")", .other, name: "do", value: "remove")
    }

    private static func scales(_ tool: Tool, _ id: ID<AuditTool>, _ visit: Visit, _ m: inout Markup) {
        let shipped = Set(Scale.shipped.map(\.key))
        let own = tool.scales.filter { !shipped.contains($0.key) }
        m.part(
            "Scales of your own",
            note: "Met, partly met, not met; 1 to 5; and Ofsted’s four points are always there to choose."
        ) { m in
            if !own.isEmpty {
                m.summaryList(
                    own.map {
                        SummaryRow($0.title, Markup($0.inWords), .change(DraftRoute.scale.link(id, $0.key)))
                    })
            }
            m.buttons { m in m.buttonLink("Add a scale", to: DraftRoute.newScale.link(id), .other) }
        }
    }

    private static func discard(
        _ whole: ToolSQL.Whole, _ draft: ToolSQL.Version, _ visit: Visit, _ m: inout Markup
    ) {
        m.disclosure("Discard this draft") { m in
            m.p(
                whole.latest == nil
                    ? "The tool was never issued: it goes with its draft."
                    : "Version \(whole.latest?.number ?? 1) stays as it is.")
            m.form(to: DraftRoute.discard.link(whole.id), key: visit.formKey) { m in
                m.hiddenField("seen", ToolDraft.print(draft.tool.json))
                m.button("Discard this draft", .other)
            }
        }
    }
}
