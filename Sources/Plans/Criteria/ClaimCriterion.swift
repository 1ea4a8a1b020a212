package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Saying that a criterion is met, or taking that back: only whoever answers for the action may.
package enum ClaimCriterion {
    package enum Refused: String, Refusal {
        case notYours = "Only whoever answers for the action may say that its criterion is met"
        case nobodyAnswers = "Nobody answers for this action yet: name somebody first"
        case wordsMissing = "Say in a few words what has changed"
        case dayMissing = "Give the day from which it is met"
        case dayAhead = "A day that has not come yet cannot be claimed"
        case claimedAlready = "It is claimed already: take the claim back first"
        case notClaimed = "There is no claim to take back"
        case changedMeanwhile = "Somebody changed the claim while you had this open: look at it again"

        package var field: String? {
            switch self {
            case .wordsMissing: "words"
            case .dayMissing, .dayAhead: "day"
            default: nil
            }
        }
    }

    /// What is said: that it is met since a day, or that it is not after all.
    package struct Form: Sendable {
        package var isMet: Bool
        package var day: Day?
        package var words: String

        package init(isMet: Bool, day: Day?, words: String) {
            self.isMet = isMet
            self.day = day
            self.words = words
        }
    }

    static func decide(_ question: CriterionInQuestion, _ form: Form) throws(Refused) -> Day {
        guard question.isMine else {
            throw question.action != nil && question.run?.accountable == nil ? .nobodyAnswers : .notYours
        }
        guard form.words.count >= 3 else { throw .wordsMissing }
        let isClaimed = question.facts.claim?.isMet ?? false
        guard form.isMet else {
            guard isClaimed else { throw .notClaimed }
            return question.doer.today
        }
        guard !isClaimed else { throw .claimedAlready }
        guard let day = form.day else { throw .dayMissing }
        guard day <= question.doer.today else { throw .dayAhead }
        return day
    }

    package static func say(
        _ form: Form, _ question: CriterionInQuestion, _ connection: Connection, at now: Instant
    ) throws {
        let day = try decide(question, form)
        try CriteriaSQL.insert(
            into: "criterion_claim",
            [
                ("says", .text(form.isMet ? "met" : "withdrawn")), ("day", .day(day)),
                ("words", .text(form.words)),
            ], question.signature(at: now), connection, as: CriterionFacts.Claim.self)
        try connection.record(
            question.event(
                form.isMet ? "criterion.claimed" : "criterion.claim.withdrawn",
                says: form.isMet
                    ? "Said to be met since \(day.long): \(form.words)"
                    : "The claim was taken back: \(form.words)",
                at: now))
        try ProofTurning.settle(question, connection, at: now)
    }
}

extension PlansFeature {
    func claim(_ visit: Visit) async throws -> Reply {
        let question = try await criterionInQuestion(visit)
        return .page(ClaimCriterion.page(question, Entry([:], dates: ["day": visit.today]), visit))
    }

    func sayClaim(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        do {
            let day: Day? =
                if case .day(let day) = form.date("day", called: "the day") { day } else { nil }
            let now = visit.now
            let claim = ClaimCriterion.Form(isMet: form["says"] == "met", day: day, words: form["words"])
            let latest = form["latest"]
            let link = try await act(visit) { question, connection in
                guard latest == question.facts.claim?.id.description ?? "" else {
                    throw ClaimCriterion.Refused.changedMeanwhile
                }
                try ClaimCriterion.say(claim, question, connection, at: now)
                return question.link
            }
            return .redirect(
                to: link, notice: claim.isMet ? "Your claim is on record." : "Your claim is taken back.")
        } catch let refusal as ClaimCriterion.Refused {
            let question = try await criterionInQuestion(visit)
            return .refused(ClaimCriterion.page(question, visit.entry(refusal), visit))
        }
    }
}

extension ClaimCriterion {
    static func page(_ question: CriterionInQuestion, _ entry: Entry, _ visit: Visit) -> Page {
        let claim = question.facts.claim.flatMap { $0.isMet ? $0 : nil }
        return Page(
            claim == nil ? "Say that this is met" : "Take the claim back", section: .plan,
            breadcrumbs: question.crumbsOfForm, errors: entry.errors
        ) { m in
            m.p(question.value.text)
            if let claim {
                m.note("Claimed on \(claim.day.long) by \(claim.by.name): \(claim.words)")
            } else {
                m.note(
                    "A claim is the first of three facts. Somebody else judges the evidence, and the measure or an audit decides."
                )
            }
            m.form(to: CriteriaRoute.sayClaim.link(question.plan.id, question.id), key: visit.formKey) { m in
                m.hiddenField("latest", question.facts.claim?.id.description ?? "")
                m.hiddenField("says", claim == nil ? "met" : "withdrawn")
                if claim == nil { m.dateField("day", "Met since", in: entry) }
                m.textArea(
                    "words", claim == nil ? "What has changed" : "Why it is taken back", in: entry,
                    hint: "One or two sentences for the board. Do not name a child.")
                m.buttons { m in
                    m.button(claim == nil ? "Say that it is met" : "Take the claim back")
                    m.a("Cancel", .href(question.link))
                }
            }
        }
    }
}
