import Kernel
import Markup
import Site
import Storage

/// What a draft is called, what it looks at, whether it asks for safety, and which grade is the audit's own.
enum EditAbout {
    struct Form: Sendable {
        let title: String
        let purpose: String
        let unit: Tool.Unit
        let asksSafety: Bool
        let overall: String?
    }

    enum Refused: Refusal {
        case fault(ToolFault)
        case titleTaken
        case unitMissing

        var sentence: String {
            switch self {
            case .fault(let fault): fault.sentence
            case .titleTaken: BeginTool.Refused.titleTaken.sentence
            case .unitMissing: BeginTool.Refused.unitMissing.sentence
            }
        }

        var field: String? {
            switch self {
            case .fault(let fault):
                switch fault.place {
                case .purpose: "purpose"
                case .safety: "safety"
                case .overall: "overall"
                case .title, .questions, .scales, .standard, .question, .scale: "title"
                }
            case .titleTaken: "title"
            case .unitMissing: "unit"
            }
        }
    }

    static func read(_ form: Fields) throws(Refused) -> Form {
        guard let unit = Tool.Unit(rawValue: form["unit"]) else { throw .unitMissing }
        return Form(
            title: form["title"], purpose: form["purpose"], unit: unit, asksSafety: form["safety"] == "yes",
            overall: form["overall"].nilIfEmpty)
    }

    static func decide(_ tool: inout Tool, _ form: Form) throws(Refused) {
        (tool.title, tool.purpose, tool.unit) = (form.title, form.purpose, form.unit)
        (tool.asksSafety, tool.overall) = (form.asksSafety, form.overall)
        // What is wrong with the questions is said on the draft's page.
        let fault = tool.faults.first {
            [.title, .purpose, .safety, .overall].contains($0.place)
        }
        if let fault { throw .fault(fault) }
    }

    static func print(_ tool: Tool) -> String {
        ToolDraft.print([
            "title": .string(tool.title), "purpose": .string(tool.purpose),
            "unit": .string(tool.unit.rawValue), "safety": .bool(tool.asksSafety),
            "overall": .optional(tool.overall),
        ])
    }

    static func entry(_ tool: Tool) -> Entry {
        Entry(filled: [
            "title": tool.title, "purpose": tool.purpose, "unit": tool.unit.rawValue,
            "safety": tool.asksSafety ? "yes" : "", "overall": tool.overall ?? "",
        ])
    }
}

extension AuditsFeature {
    func draftAbout(_ visit: Visit) async throws -> Reply {
        let whole = try await draftToKeep(visit)
        guard let tool = whole.draft?.tool else { throw NotFound() }
        return .page(EditAbout.page(whole, tool, EditAbout.entry(tool), visit))
    }

    func changeDraftAbout(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<AuditTool> = try visit.id("tool")
        let (fields, now) = (visit.form, visit.now)
        return try await savingDraft(visit, id) { database in
            let form = try EditAbout.read(fields)
            try await database.write(for: officer.authority) { connection in
                try ToolDraft.change(
                    id, "Changed what it is for", by: officer, connection, at: now
                ) { tool, whole in
                    guard EditAbout.print(tool) == fields["seen"] else {
                        throw ToolDraft.Refused.changedMeanwhile
                    }
                    try EditAbout.decide(&tool, form)
                    let isTaken = try ToolSQL.isTaken(
                        tool.title, except: id, connection, officer.authority)
                    if isTaken { throw EditAbout.Refused.titleTaken }
                }
            }
            return DraftRoute.draft.link(id)
        } page: { whole, tool, errors in
            EditAbout.page(whole, tool, visit.entry(errors), visit, showsNow: true)
        }
    }
}

extension EditAbout {
    static func page(
        _ whole: ToolSQL.Whole, _ tool: Tool, _ entry: Entry, _ visit: Visit, showsNow: Bool = false
    ) -> Page {
        Page(
            "What the tool is for", section: .audits, breadcrumbs: DraftPage.crumbs(whole),
            errors: entry.errors
        ) { m in
            if showsNow, print(tool) != visit.form["seen"] {
                m.part("What stands now") { m in
                    m.summaryList([
                        SummaryRow("Title", Markup(tool.title)),
                        SummaryRow("What it is for", tool.purpose.nilIfEmpty.map { Markup($0) }),
                        SummaryRow("One audit looks at one", Markup(tool.unit.words)),
                    ])
                }
            }
            m.form(to: DraftRoute.changeAbout.link(whole.id), key: visit.formKey) { m in
                m.hiddenField("seen", print(tool))
                m.textField("title", "Title", in: entry, width: .half)
                m.textArea("purpose", "What it is for, in a line or two", in: entry)
                m.select(
                    "unit", "What one audit looks at",
                    Tool.Unit.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                m.checkboxes(
                    "safety", "The question that comes first",
                    [Choice("yes", "Ask first whether the child is safe")], in: entry)
                m.select(
                    "overall", "The grade of the whole audit",
                    [Choice("", "None")] + tool.graded.map { Choice($0.key, $0.text) }, in: entry,
                    hint: "One of the questions that take a grade. Agreement of two readers is told by it.")
                m.buttons { m in
                    m.button("Save what it is for")
                    m.a("Cancel", .href(DraftRoute.draft.link(whole.id)))
                }
            }
        }
    }
}

extension Tool {
    /// The questions that take a grade.
    var graded: [Question] {
        questions.filter { if case .grade = $0.kind { true } else { false } }
    }
}
