package import Kernel
import Markup
import Site

/// Reviewing the version in force: it stands as it is until another day. What needs words anew is a new version.
package enum ReviewGuidance {
    enum Refused: String, Refusal {
        case notInForce = "No version of this document is in force"
        case wordsMissing = "Say what the review looked at"
        case behind = "The day until which it stands must lie ahead"

        var field: String? {
            switch self {
            case .notInForce: nil
            case .wordsMissing: "words"
            case .behind: "until"
            }
        }
    }

    package struct Form: Sendable {
        package var until: Day
        package var words: String
        package var revision: Int?

        package init(until: Day, words: String) {
            self.until = until
            self.words = words
        }

        init(_ fields: Fields) throws {
            until = try fields.guidanceDay("until", called: "the day until which it stands")
            words = fields["words"]
            revision = fields.revision
        }
    }

    static func decide(_ guidance: Guidance, _ form: Form, on today: Day) throws(Refused) -> Guidance {
        guard guidance.isInForce else { throw .notInForce }
        guard form.words.count >= 3 else { throw .wordsMissing }
        guard form.until > today else { throw .behind }
        var reviewed = guidance
        reviewed.reviewDue = form.until
        return reviewed
    }

    package static func act(
        _ form: Form, on id: ID<GuidanceRecord>, of plan: ID<PlanRecord>, _ acting: GuidanceActing
    ) throws {
        let found = try acting.guidanceCase(id, of: plan, revision: form.revision)
        guard found.eyes.tends(found.guidance) else { throw NotFound() }
        let reviewed = try decide(found.guidance, form, on: acting.today)
        try GuidanceSQL.save(reviewed, acting)
        try GuidanceSQL.insert(form, of: id, version: reviewed.issuedVersion ?? 0, acting)
        try acting.record(
            "guidance.reviewed", reviewed, found.actions.map(\.id),
            says: { "\($0) was reviewed: it stands as it is until \(form.until.long)" },
            reason: form.words)
    }
}

extension PlansFeature {
    func reviewGuidance(_ visit: Visit) async throws -> Reply {
        try await guidanceForm(visit, if: { $0.tends && $0.guidance.isInForce }) { found in
            ReviewGuidance.page(
                found, Entry([:], day: "until", found.today.adding(months: 12)), visit)
        }
    }

    func addGuidanceReview(_ visit: Visit) async throws -> Reply {
        try await guidanceDeed(
            visit, notice: "The review is kept.", again: { ReviewGuidance.page($0, $1, visit) }
        ) { plan, id, acting in
            try ReviewGuidance.act(try ReviewGuidance.Form(visit.form), on: id, of: plan, acting)
        }
    }
}

// MARK: Page

extension ReviewGuidance {
    static func page(_ found: GuidanceCase, _ entry: Entry, _ visit: Visit) -> Page {
        let guidance = found.guidance
        return Page(
            "Review the document", section: .plan, breadcrumbs: GuidanceCrumbs.to(found.plan, found),
            facts: [
                Markup(guidance.title), "Version \(guidance.issuedVersion ?? 0) is in force",
                Markup(guidance.reviewDue.map { "Review due \($0.long)" } ?? "No review due"),
            ], errors: entry.errors
        ) { m in
            GuidanceCrumbs.standing(found, entry, &m)
            m.p(
                "Does it need other words? Then \(link: "give a new version", to: GuidanceRoute.newVersion.link(found.plan.id, guidance.id)). Is it no longer needed? Then \(link: "withdraw it", to: GuidanceRoute.withdrawal.link(found.plan.id, guidance.id))."
            )
            m.form(
                to: GuidanceRoute.addReview.link(found.plan.id, guidance.id), key: visit.formKey
            ) { m in
                m.hiddenField("revision", "\(guidance.revision)")
                m.dateField("until", "It stands as it is until", in: entry)
                m.textArea(
                    "words", "What the review looked at", in: entry,
                    hint: "Such as the law, the practice and what its readers say")
                m.buttons { m in
                    m.button("Keep the review")
                    m.a("Cancel", .href(found.address))
                }
            }
        }
    }
}
