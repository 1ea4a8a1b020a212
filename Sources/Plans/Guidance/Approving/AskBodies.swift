package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Sending a draft for approval: which bodies decide on it, in which order, by when, and who writes it down.
package enum AskBodies {
    /// As many as the form has places for.
    static let most = 4

    struct Refused: Refusal {
        let field: String?
        let sentence: String

        static let notDraft = Refused(
            field: nil, sentence: "Only a draft is sent for approval: give a new version first")
        static let withdrawn = Refused(field: nil, sentence: "This document is withdrawn")
        static let bodyMissing = Refused(
            field: "body-1", sentence: "Name the body that is to approve the document")
    }

    package struct Body: Sendable {
        package var name: String
        package var recorder: Accountable
        package var due: Day

        package init(_ name: String, recorder: Accountable, due: Day) {
            self.name = name
            self.recorder = recorder
            self.due = due
        }
    }

    package struct Form: Sendable {
        package var bodies: [Body]
        package var revision: Int?

        package init(_ bodies: [Body]) {
            self.bodies = bodies
        }

        init(_ fields: Fields) throws {
            bodies = []
            revision = fields.revision
            for number in 1...AskBodies.most {
                let typed = fields["body-\(number)"]
                let name = typed.isEmpty ? fields["group-\(number)"] : typed
                guard !name.isEmpty else { continue }
                guard let recorder = Accountable(choice: fields["recorder-\(number)"]) else {
                    throw Refused(
                        field: "recorder-\(number)", sentence: "Choose who records what \(name) decides")
                }
                let due = try fields.guidanceDay("due-\(number)", called: "the day by which \(name) decides")
                bodies.append(Body(name, recorder: recorder, due: due))
            }
        }
    }

    /// `own` is everybody whose document it is: who looks after it, and who made the version.
    static func decide(
        _ guidance: Guidance, _ form: Form, _ line: Line, own: Set<ID<Person>>, on today: Day
    ) throws(Refused) -> Guidance {
        guard guidance.withdrawn == nil else { throw .withdrawn }
        guard guidance.stage == .draft, guidance.version > 0 else { throw .notDraft }
        guard !form.bodies.isEmpty else { throw .bodyMissing }
        for (index, body) in form.bodies.enumerated() {
            let number = index + 1
            let people = line.people(behind: body.recorder)
            let isOwn =
                body.recorder == guidance.accountable || (!people.isEmpty && people.isSubset(of: own))
            guard !isOwn else {
                throw Refused(
                    field: "recorder-\(number)",
                    sentence:
                        "\(line.words(body.recorder)) wrote or looks after the document: choose somebody else to record what \(body.name) decides"
                )
            }
            guard body.due >= today else {
                throw Refused(
                    field: "due-\(number)", sentence: "The day by which \(body.name) decides lies behind")
            }
        }
        var asked = guidance
        asked.stage = .approving
        asked.waitsFor = 1
        return asked
    }

    package static func act(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: form.revision)
        guard found.eyes.tends(found.guidance) else { throw NotFound() }
        let asked = try decide(found.guidance, form, found.line, own: found.own, on: acting.today)
        try GuidanceSQL.save(asked, acting)
        for (index, body) in form.bodies.enumerated() {
            try GuidanceSQL.insert(body: body, at: index + 1, of: asked.version, id, acting)
        }
        let names = form.bodies.map(\.name).joined(separator: ", then ")
        try acting.record(
            "guidance.asked", asked, found.actions.map(\.id),
            says: { "Version \(asked.version) of \($0) was sent for approval: \(names)" })
    }
}

extension GuidanceCase {
    /// Everybody whose document the newest version is.
    var own: Set<ID<Person>> {
        var own = guidance.accountable.map { line.people(behind: $0) } ?? []
        if let author = story.version(guidance.version)?.by.person { own.insert(author) }
        return own
    }
}

extension PlansFeature {
    func askBodies(_ visit: Visit) async throws -> Reply {
        let groups = try await planToRead(visit).rest.groups.map(\.name)
        return try await guidanceForm(visit, if: \.tends) { found in
            AskBodies.page(found, groups, AskBodies.entry(found, groups), visit)
        }
    }

    func addBodies(_ visit: Visit) async throws -> Reply {
        let groups = try await planToRead(visit).rest.groups.map(\.name)
        return try await guidanceDeed(
            visit, notice: "The document is sent for approval. The first body is asked.",
            again: { AskBodies.page($0, groups, $1, visit) }
        ) { plan, id, acting in
            try AskBodies.act(try AskBodies.Form(visit.form), on: id, of: plan, acting)
        }
    }
}

// MARK: Page

extension AskBodies {
    /// The bodies of the round before, to begin with.
    static func entry(_ found: GuidanceCase, _ groups: [String]) -> Entry {
        let last = found.story.bodies.map(\.version).max() ?? 0
        var values: [String: [String]] = [:]
        for body in found.story.bodies(of: last) {
            let field = groups.contains(body.name) ? "group" : "body"
            values["\(field)-\(body.position)"] = [body.name]
            values["recorder-\(body.position)"] = [body.recorder?.choice ?? ""]
        }
        return Entry(values)
    }

    static func page(_ found: GuidanceCase, _ groups: [String], _ entry: Entry, _ visit: Visit) -> Page {
        let guidance = found.guidance
        return Page(
            "Send version \(guidance.version) for approval", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(found.plan, found), facts: [Markup(guidance.title)],
            errors: entry.errors
        ) { m in
            GuidanceCrumbs.standing(found, entry, &m)
            m.p(
                "The bodies decide one after another: the second is asked when the first has approved. Where one sends it back, it is a draft again, and all of them begin anew on the next version."
            )
            m.form(
                to: GuidanceRoute.addBodies.link(found.plan.id, guidance.id), key: visit.formKey
            ) { m in
                m.hiddenField("revision", "\(guidance.revision)")
                for number in 1...most {
                    let isGiven =
                        !(entry.value("group-\(number)") + entry.value("body-\(number)")).isEmpty
                    if number == 1 {
                        m.part("First body") { m in body(number, groups, found, entry, &m) }
                    } else {
                        m.disclosure(
                            Markup(["", "", "Second body", "Third body", "Fourth body"][number]),
                            isOpen: isGiven
                        ) { m in body(number, groups, found, entry, &m) }
                    }
                }
                m.buttons { m in
                    m.button("Send for approval")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }

    private static func body(
        _ number: Int, _ groups: [String], _ found: GuidanceCase, _ entry: Entry, _ m: inout Markup
    ) {
        if !groups.isEmpty {
            m.select(
                "group-\(number)", "A group of the plan",
                [Choice("", "None of these")] + groups.map { Choice($0, $0) }, in: entry)
        }
        m.textField(
            "body-\(number)", groups.isEmpty ? "Body" : "Or another body", in: entry,
            hint: "Such as Improvement Board, or Director of Children's Services")
        m.select(
            "recorder-\(number)", "Who records its decision",
            [Choice("", "Choose a post or a person")] + found.line.choices, in: entry,
            hint: "Not who wrote or looks after the document")
        m.dateField("due-\(number)", "Decides by", in: entry)
    }
}
