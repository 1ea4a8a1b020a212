package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Beginning a document, or saying anew what it is, what it is for, who looks after it and what it carries out.
package enum WriteGuidance {
    enum Refused: String, Refusal {
        case titleMissing = "Give the document a title"
        case purposeMissing = "Say what the document is for"
        case accountableMissing = "Choose who looks after the document"
        case beforeBodies =
            "Bodies are deciding on this document: who looks after it stays as it is until they have"
        case withdrawn = "This document is withdrawn, and stays as it was"

        var field: String? {
            switch self {
            case .titleMissing: "title"
            case .purposeMissing: "purpose"
            case .accountableMissing, .beforeBodies: "accountable"
            case .withdrawn: nil
            }
        }
    }

    package struct Form: Sendable {
        package var kind: Guidance.Kind
        package var title: String
        package var purpose: String
        package var accountable: Accountable?
        package var actions: [ID<ActionRecord>]
        package var revision: Int?

        package init(
            _ kind: Guidance.Kind, _ title: String, purpose: String, accountable: Accountable?,
            actions: [ID<ActionRecord>] = []
        ) {
            self.kind = kind
            self.title = title
            self.purpose = purpose
            self.accountable = accountable
            self.actions = actions
        }

        init(_ fields: Fields) {
            kind = Guidance.Kind(rawValue: fields["kind"]) ?? .other
            title = fields["title"]
            purpose = fields["purpose"]
            accountable = Accountable(choice: fields["accountable"])
            actions = fields.all("action").compactMap { ID($0) }
            revision = fields.revision
        }
    }

    static func decide(_ guidance: Guidance, _ form: Form) throws(Refused) -> Guidance {
        guard guidance.withdrawn == nil else { throw .withdrawn }
        guard form.title.count >= 3 else { throw .titleMissing }
        guard form.purpose.count >= 3 else { throw .purposeMissing }
        guard let accountable = form.accountable else { throw .accountableMissing }
        guard guidance.stage != .approving || accountable == guidance.accountable else {
            throw .beforeBodies
        }
        var changed = guidance
        changed.kind = form.kind
        changed.title = form.title
        changed.purpose = form.purpose
        changed.accountable = accountable
        return changed
    }

    @discardableResult
    package static func add(
        _ form: Form, to plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws -> ID<GuidanceRecord> {
        let empty = Guidance(
            id: .make(at: acting.now), plan: plan, kind: form.kind, title: "", purpose: "", stage: .draft,
            version: 0, revision: 1)
        let guidance = try decide(empty, form)
        try GuidanceSQL.insert(guidance, acting)
        let actions = try known(form.actions, plan, acting)
        try GuidanceSQL.set(actions: actions, of: guidance.id, acting)
        try acting.record(
            "guidance.begun", guidance, actions,
            says: { "\($0) was begun" })
        return guidance.id
    }

    package static func change(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: form.revision)
        guard found.eyes.keepsPlan else { throw NotFound() }
        let changed = try decide(found.guidance, form)
        try GuidanceSQL.save(changed, acting)
        let actions = try known(form.actions, plan, acting)
        try GuidanceSQL.set(actions: actions, of: id, acting)
        let before = found.actions.map(\.id)
        try acting.record(
            "guidance.changed", changed, Array(Set(before).union(actions)).sorted(),
            says: { "What is said of \($0) was changed" },
            from: state(found.guidance, before), to: [("now", state(changed, actions))])
    }

    private static func state(_ guidance: Guidance, _ actions: [ID<ActionRecord>]) -> JSON {
        [
            "kind": .string(guidance.kind.rawValue), "title": .string(guidance.title),
            "purpose": .string(guidance.purpose),
            "accountable": guidance.accountable.map { .string($0.choice) } ?? .null,
            "actions": .array(actions.map { .string($0.description) }),
        ]
    }

    /// Those that are actions of the plan.
    private static func known(
        _ wanted: [ID<ActionRecord>], _ plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws -> [ID<ActionRecord>] {
        let wanted = Set(wanted)
        return try acting.connection.rows(
            "SELECT id FROM plan_action WHERE authority = $1 AND plan = $2 ORDER BY position",
            [.id(acting.officer.authority), .id(plan)]
        ) { try $0.id(0) as ID<ActionRecord> }.filter(wanted.contains)
    }
}

extension PlansFeature {
    func newGuidance(_ visit: Visit) async throws -> Reply {
        let entry = Entry(["action": visit.query.all("action"), "kind": ["guidance"]])
        return .page(try await writePage(visit, nil, entry))
    }

    func addGuidance(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan = try await planToEdit(visit).header.id
        do {
            let form = WriteGuidance.Form(visit.form)
            let id = try await database.write(for: officer.authority) { connection in
                try WriteGuidance.add(
                    form, to: plan, GuidanceActing(officer, at: visit.now, on: visit.today, connection))
            }
            return .redirect(
                to: GuidanceRoute.newVersion.link(plan, id),
                notice: "The document is begun. Give its first version.")
        } catch let refusal as WriteGuidance.Refused {
            return .refused(try await writePage(visit, nil, visit.entry(refusal)))
        }
    }

    func editGuidance(_ visit: Visit) async throws -> Reply {
        let found = try await guidanceCase(visit)
        return .page(try await writePage(visit, found, WriteGuidance.entry(found)))
    }

    func changeGuidance(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let before = try await guidanceCase(visit)
        let (plan, id) = (before.plan.id, before.guidance.id)
        do {
            let form = WriteGuidance.Form(visit.form)
            try await database.write(for: officer.authority) { connection in
                try WriteGuidance.change(
                    form, on: id, of: plan,
                    GuidanceActing(officer, at: visit.now, on: visit.today, connection))
            }
            return .redirect(to: before.address, notice: "The document is changed.")
        } catch let refusal as any Refusal {
            let now = try await guidanceCase(visit)
            return .refused(try await writePage(visit, now, visit.entry(refusal)))
        }
    }

    private func writePage(_ visit: Visit, _ found: GuidanceCase?, _ entry: Entry) async throws -> Page {
        let officer = try visit.signedInOfficer
        let plan = try await planToEdit(visit)
        let today = visit.today
        let line = try await database.read { try LineSQL.line($0, officer.authority, on: today) }
        return WriteGuidance.page(plan, found, line, entry, visit)
    }
}

// MARK: Page

extension WriteGuidance {
    static func entry(_ found: GuidanceCase) -> Entry {
        let guidance = found.guidance
        return Entry([
            "kind": [guidance.kind.rawValue], "title": [guidance.title], "purpose": [guidance.purpose],
            "accountable": [guidance.accountable?.choice ?? ""],
            "action": found.actions.map(\.id.description),
        ])
    }

    static func page(
        _ plan: KeptPlan, _ found: GuidanceCase?, _ line: Line, _ entry: Entry, _ visit: Visit
    ) -> Page {
        let address =
            found.map { GuidanceRoute.changeDocument.link(plan.header.id, $0.guidance.id) }
            ?? GuidanceRoute.addDocument.link(plan.header.id)
        return Page(
            found == nil ? "Begin a document" : "Change what is said of the document", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(plan.header, found), errors: entry.errors
        ) { m in
            GuidanceCrumbs.standing(found, entry, &m)
            m.form(to: address, key: visit.formKey) { m in
                if let found { m.hiddenField("revision", "\(found.guidance.revision)") }
                m.select(
                    "kind", "What it is",
                    Guidance.Kind.allCases.map { Choice($0.rawValue, $0.words) }, in: entry)
                m.textField("title", "Title", in: entry, hint: "As people will call it")
                m.textArea(
                    "purpose", "What it is for", in: entry,
                    hint: "In a sentence or two: who is to do what differently. Do not name a child.")
                m.select(
                    "accountable", "Who looks after it",
                    [Choice("", "Choose a post or a person")] + line.choices, in: entry,
                    hint: "They write its versions and review it. They cannot record its approval.")
                m.disclosure(
                    "Actions that it carries out", isOpen: plan.actions.count <= 40
                ) { m in
                    m.checkboxes(
                        "action", "Tick any number of actions",
                        plan.actions.map { action in
                            Choice(
                                action.id.description,
                                [action.value.reference, action.value.text.short].compactMap { $0 }
                                    .joined(separator: " "))
                        }, in: entry)
                }
                m.buttons { m in
                    m.button(found == nil ? "Begin this document" : "Save the document")
                    m.a("Cancel", .href(found?.address ?? GuidanceRoute.documents.link(plan.header.id)))
                }
            }
        }
    }
}

enum GuidanceCrumbs {
    static func to(_ plan: KeptPlan.Header, _ found: GuidanceCase? = nil) -> [Link] {
        var links =
            PlanCrumbs.plan(plan) + [Link("Documents", GuidanceRoute.documents.link(plan.id))]
        if let found { links.append(Link(Markup(found.guidance.title.short), found.address)) }
        return links
    }

    /// How the document stands now, above a form that somebody else's change has made old.
    static func standing(_ found: GuidanceCase?, _ entry: Entry, _ m: inout Markup) {
        guard let found, !entry.errors.isEmpty, entry.value("revision") != "\(found.guidance.revision)"
        else { return }
        let guidance = found.guidance
        m.part("As it stands now") { m in
            m.summaryList([
                SummaryRow("Title", Markup(guidance.title)),
                SummaryRow("What it is for", Markup(guidance.purpose)),
                SummaryRow("Looked after by", guidance.accountable.map { Markup(found.line.words($0)) }),
                SummaryRow("How it stands", Markup(GuidanceWords.sentence(found))),
            ])
        }
    }
}
