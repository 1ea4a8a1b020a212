package import Kernel
import Markup
import Site

/// Recording what a body decided on a version: approved, or sent back with words. Never by whose document it is.
package enum RecordDecision {
    struct Refused: Refusal {
        let field: String?
        let sentence: String

        static let notAsked = Refused(field: nil, sentence: "No body is asked about this document now")
        static let withdrawn = Refused(field: nil, sentence: "This document is withdrawn")
        static let otherBody = Refused(
            field: nil, sentence: "What that body decided is recorded already: how it stands now is below")
        static let decisionMissing = Refused(field: "decision", sentence: "Say what the body decided")
        static let wordsMissing = Refused(
            field: "words", sentence: "Say why it was sent back, so that it can be mended")
        static let future = Refused(field: "on", sentence: "A decision is recorded once it was taken")
    }

    package struct Form: Sendable {
        package var approved: Bool
        package var on: Day
        package var words: String
        /// The version and the place of the body that the form was made for.
        package var turn: String?

        package init(approved: Bool, on: Day, words: String = "") {
            self.approved = approved
            self.on = on
            self.words = words
        }

        init(_ fields: Fields) throws {
            guard ["approved", "back"].contains(fields["decision"]) else { throw Refused.decisionMissing }
            approved = fields["decision"] == "approved"
            on = try fields.guidanceDay("on", called: "the day of the decision")
            words = fields["words"]
            turn = fields["turn"]
        }
    }

    /// How the document stands after the decision.
    static func decide(
        _ guidance: Guidance, _ story: GuidanceStory, _ form: Form, whyNot: String?, on today: Day
    ) throws(Refused) -> Guidance {
        guard guidance.withdrawn == nil else { throw .withdrawn }
        let bodies = story.bodies(of: guidance.version)
        guard guidance.stage == .approving,
            let body = bodies.first(where: { $0.position == guidance.waitsFor })
        else { throw form.turn == nil ? .notAsked : .otherBody }
        if let turn = form.turn, turn != self.turn(body) { throw .otherBody }
        if let whyNot { throw Refused(field: nil, sentence: whyNot) }
        guard form.approved || form.words.count >= 3 else { throw .wordsMissing }
        guard form.on <= today else { throw .future }
        if let before = bodies.last(where: { $0.position < body.position }), let earlier = before.decision,
            form.on < earlier.on
        {
            throw Refused(
                field: "on",
                sentence:
                    "\(before.name) approved on \(earlier.on.long), and \(body.name) decides after it")
        }
        var next = guidance
        if !form.approved {
            next.stage = .sentBack
            next.waitsFor = nil
        } else if let following = bodies.first(where: { $0.position > body.position }) {
            next.waitsFor = following.position
        } else {
            next.stage = .approved
            next.waitsFor = nil
        }
        return next
    }

    static func turn(_ body: GuidanceStory.Body) -> String { "\(body.version).\(body.position)" }

    package static func act(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: nil)
        let (guidance, story, eyes) = (found.guidance, found.story, found.eyes)
        let body = found.body
        if let body, !eyes.records(body) { throw NotFound() }
        let next = try decide(
            guidance, story, form,
            whyNot: eyes.whyNotIndependent(guidance, story.version(guidance.version)), on: acting.today)
        guard let body else { throw Refused.notAsked }
        try GuidanceSQL.save(next, acting)
        try GuidanceSQL.insert(form, at: body.position, of: guidance, acting)
        let what = form.approved ? "approved" : "sent back"
        try acting.record(
            form.approved ? "guidance.approved" : "guidance.sentBack", next, found.actions.map(\.id),
            says: { "\(body.name) \(what) version \(guidance.version) of \($0) on \(form.on.long)" },
            reason: form.words.isEmpty ? nil : form.words)
    }
}

extension PlansFeature {
    func guidanceDecision(_ visit: Visit) async throws -> Reply {
        try await guidanceForm(visit, if: { $0.body.map($0.eyes.records) ?? false }) { found in
            RecordDecision.page(found, Entry(), visit)
        }
    }

    func addGuidanceDecision(_ visit: Visit) async throws -> Reply {
        try await guidanceDeed(
            visit, notice: "The decision is recorded.", again: { RecordDecision.page($0, $1, visit) }
        ) { plan, id, acting in
            try RecordDecision.act(try RecordDecision.Form(visit.form), on: id, of: plan, acting)
        }
    }
}

// MARK: Page

extension RecordDecision {
    static func page(_ found: GuidanceCase, _ entry: Entry, _ visit: Visit) -> Page {
        let guidance = found.guidance
        let body = found.body
        let why = found.eyes.whyNotIndependent(guidance, found.story.version(guidance.version))
        return Page(
            body.map { "The decision of \($0.name)" } ?? "The decision", section: .plan,
            breadcrumbs: GuidanceCrumbs.to(found.plan, found),
            facts: [
                Markup(guidance.title), "Version \(guidance.version)",
                Markup(body.map { "Decides by \($0.due.long)" } ?? GuidanceWords.state(guidance, nil)),
            ],
            errors: entry.errors
        ) { m in
            GuidancePage.content(found, guidance.version, &m)
            GuidancePage.bodies(found, guidance.version, &m)
            guard let body else {
                m.p("\(link: "Back to the document", to: found.address)")
                return
            }
            if let why {
                m.p(Markup("\(why)."), .class("honest"))
                return
            }
            m.form(
                to: GuidanceRoute.addDecision.link(found.plan.id, guidance.id), key: visit.formKey
            ) { m in
                m.hiddenField("turn", turn(body))
                m.radios(
                    "decision", "What was decided?",
                    [Choice("approved", "It approved the version"), Choice("back", "It sent it back")],
                    in: entry)
                m.dateField("on", "When", in: entry, hint: "The day of the meeting or the signature")
                m.textArea(
                    "words", "In its words", in: entry,
                    hint: "As the minutes have it. Needed where it was sent back.")
                m.buttons { m in
                    m.button("Record the decision")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }
}
