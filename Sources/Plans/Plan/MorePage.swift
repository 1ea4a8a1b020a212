import Kernel
import Markup
import Site
import Storage

/// The pages of a plan that have no place in the row under its heading, in groups, each with a line of help.
extension PlansFeature {
    func moreOfPlan(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let values = try await database.read { connection -> MorePage.Values in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            let doer = try Doer.of(officer, connection, on: visit.today)
            return MorePage.Values(
                plan: plan, keeps: try doer.holds(oneOf: PlansRoute.keepers, in: id, connection),
                chases: try doer.holds(oneOf: MissingRoute.readers, in: id, connection))
        }
        return .page(MorePage.page(values))
    }
}

enum MorePage {
    struct Values {
        var plan: KeptPlan.Header
        /// Whether the officer keeps the plan.
        var keeps: Bool
        /// Whether the officer sees whose updates are missing.
        var chases: Bool
    }

    /// One page to go to, with what it holds.
    private struct Way {
        var words: Markup
        var address: String
        var holds: Markup

        init(_ words: Markup, _ address: String, _ holds: Markup) {
            self.words = words
            self.address = address
            self.holds = holds
        }
    }

    static func page(_ values: Values) -> Page {
        let plan = values.plan
        return Page(
            "More of this plan", section: .plan, breadcrumbs: PlanCrumbs.plan(plan),
            tabs: PlanCrumbs.tabs(plan, at: PlansRoute.more)
        ) { m in
            m.columns(.half) { m in
                group("What became of it", became(plan), &m)
                group("What the document holds", held(values), &m)
            } beside: { m in
                group("Who does what", people(values), &m)
                group("When", days(plan), &m)
            }
        }
    }

    private static func group(_ heading: Markup, _ ways: [Way], _ m: inout Markup) {
        m.part(heading) { m in
            m.taskList(ways.map { TaskItem(Link($0.words, $0.address), why: $0.holds, state: "") })
        }
    }

    private static func became(_ plan: KeptPlan.Header) -> [Way] {
        [
            Way(
                "Findings and proof", ThreadRoute.thread.link(plan.id),
                "Each finding of the inspection, what answers it, and what shows that it worked"),
            Way(
                "What changed", ChangesRoute.changes.link(plan.id),
                "Every change between two days, and who made it"),
            Way(
                "The plan as at a day", PublishingRoute.asAt.link(plan.id),
                "How it stood at the end of any day, published or not"),
            Way(
                "Side by side", PublishingRoute.compare.link(plan.id),
                "What differs between two versions, or two days"),
            Way(
                "Without accepted evidence", EvidenceRoute.withoutEvidence.link(plan.id),
                "Actions that are said to be done, and nothing accepted shows it"),
        ]
    }

    private static func held(_ values: Values) -> [Way] {
        let plan = values.plan
        return [
            Way(
                "Groups, risks and the rest", PlansRoute.document.link(plan.id),
                "What the document says besides areas and actions"),
            Way("Inspections", PlansRoute.inspections.link(), "The findings that plans answer"),
        ]
            + (values.keeps
                ? [
                    Way(
                        "About this plan", PlansRoute.editPlan.link(plan.id),
                        "Its name, its version, and the inspection that it answers")
                ] : [])
    }

    private static func people(_ values: Values) -> [Way] {
        let plan = values.plan
        var ways = [
            Way("Board", ClosingRoute.board.link(plan.id), "Who decides that an action is closed")
        ]
        if values.keeps {
            ways.insert(
                Way(
                    "Who answers", UpdatesRoute.whoAnswers.link(plan.id),
                    "The one post or person who gives each action’s updates"), at: 0)
        }
        if values.chases {
            ways.append(
                Way(
                    "Missing updates", MissingRoute.missing.link(query: ["plan": plan.id.description]),
                    "Whose updates are late, and the messages to send"))
        }
        if values.keeps {
            ways.append(
                Way(
                    "How this plan is run", UpdatesRoute.running.link(plan.id),
                    "How often updates are due, and what the colours mean"))
        }
        return ways
    }

    private static func days(_ plan: KeptPlan.Header) -> [Way] {
        [
            Way(
                "Calendar", CalendarRoute.calendar.link(query: ["plan": plan.id.description]),
                "What falls due, month by month, and its address for your own calendar"),
            Way(
                "My work", WorkRoute.myWork.link(), "What waits for you, in every plan"),
        ]
    }
}
