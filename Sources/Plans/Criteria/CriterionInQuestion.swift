package import Kernel
import Markup
import PlanFormat
import Proof
import Site
package import Storage

/// The criterion that a page or a deed is about, who does it, and what they are to this plan.
package struct CriterionInQuestion: Sendable {
    let plan: KeptPlan.Header
    let id: ID<CriterionRecord>
    let value: Plan.Criterion
    let area: Part<AreaRecord>
    let action: Part<ActionRecord>?
    let run: ActionRun?
    let facts: CriterionFacts
    let doer: Doer
    let keeps: Bool
    let measures: Bool
    let records: Bool
    let isInnerCircle: Bool

    struct Part<Record>: Sendable {
        let id: ID<Record>
        let reference: String
        let text: String
    }

    /// Nil when the plan has no such criterion.
    package static func read(
        _ connection: Connection, _ plan: ID<PlanRecord>, _ criterion: ID<CriterionRecord>, _ doer: Doer
    ) throws -> CriterionInQuestion? {
        let authority = doer.officer.authority
        guard let header = try PlanSQL.header(connection, authority, plan),
            let facts = try CriteriaSQL.facts(connection, authority, plan, .one(criterion))[criterion]
        else { return nil }
        func reaches(_ roles: Set<Role>) throws -> Bool {
            let scopes = doer.officer.scopes(for: roles)
            if scopes.isEmpty { return false }
            return try PlanSQL.isPlan(connection, authority, plan, within: scopes, on: doer.today)
        }
        let run = try facts.action.flatMap { try RunSQL.run(connection, authority, $0) }
        let (keeps, measures) = (try reaches(PlansRoute.keepers), try reaches(CriteriaRoute.measurers))
        let records = try reaches(CriteriaRoute.recorders)
        let isInner = try reaches(Role.innerCircle)
        return try connection.first(
            """
            SELECT k.label, k.text, k.kind, k.place, r.id, r.reference, r.title, a.id, a.reference, a.text
            FROM plan_criterion k
            JOIN plan_area r ON r.authority = k.authority AND r.id = k.area
            LEFT JOIN plan_action a ON a.authority = k.authority AND a.id = k.action
            WHERE k.authority = $1 AND k.plan = $2 AND k.id = $3
            """, [.id(authority), .id(plan), .id(criterion)]
        ) { row in
            let action: ID<ActionRecord>? = try row.idOrNil(7)
            return CriterionInQuestion(
                plan: header, id: criterion,
                value: Plan.Criterion(
                    label: try row.textOrNil(0), text: try row.text(1),
                    kind: Plan.Criterion.Kind(rawValue: try row.text(2)) ?? .success,
                    place: try row.textOrNil(3).flatMap(Place.init(description:))),
                area: Part(
                    id: try row.id(4), reference: try row.textOrNil(5) ?? "", text: try row.text(6)),
                action: try action.map {
                    Part(id: $0, reference: try row.textOrNil(8) ?? "", text: try row.text(9))
                }, run: run, facts: facts, doer: doer, keeps: keeps, measures: measures, records: records,
                isInnerCircle: isInner)
        }
    }

    /// True for whoever answers for the action, and for the plan's keeper where there is none.
    var isMine: Bool { action == nil ? keeps : doer.answers(for: run?.accountable) }

    /// True where the person did the work that the figures judge.
    var isOwnWork: Bool { action != nil && doer.answers(for: run?.accountable) }

    func isBy(_ signed: CriterionFacts.Signed) -> Bool {
        signed.account == doer.officer.account
            || (signed.person != nil && signed.person == doer.officer.person)
    }

    func signature(at now: Instant) -> CriteriaSQL.Signature {
        CriteriaSQL.Signature(
            authority: doer.officer.authority, plan: plan.id, criterion: id, account: doer.officer.account,
            person: doer.officer.person, at: now)
    }

    func event(_ kind: String, says: String, reason: String? = nil, at now: Instant) -> Event {
        Event(
            authority: doer.officer.authority, at: now, actor: doer.officer.account, kind: kind,
            subject: "criterion", subjectID: id, plan: plan.id,
            to: .object([JSON.Member("says", .string(says))]), reason: reason)
    }

    var link: String { CriteriaRoute.criterion.link(plan.id, id) }

    var crumbs: [Link] {
        PlanCrumbs.plan(plan) + [
            Link(
                Markup("\(area.reference) \(area.text.short)".trimmed),
                PlansRoute.area.link(plan.id, area.id))
        ]
            + (action.map {
                [
                    Link(
                        Markup("\($0.reference) \($0.text.short)".trimmed),
                        PlansRoute.action.link(plan.id, $0.id))
                ]
            } ?? [])
    }

    /// The way here from a form about the criterion.
    var crumbsOfForm: [Link] { crumbs + [Link("Criterion", link)] }
}

extension PlansFeature {
    func criterionInQuestion(_ visit: Visit) async throws -> CriterionInQuestion {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let criterion: ID<CriterionRecord> = try visit.id("criterion")
        let today = visit.today
        let found = try await database.read { connection in
            try CriterionInQuestion.read(
                connection, plan, criterion, try Doer.of(officer, connection, on: today))
        }
        guard let found else { throw NotFound() }
        return found
    }

    /// Acts on the criterion in one transaction, with its facts as they are in it.
    func act<Result: Sendable>(
        _ visit: Visit,
        _ deed: @escaping @Sendable (CriterionInQuestion, Connection) throws -> Result
    ) async throws -> Result {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let criterion: ID<CriterionRecord> = try visit.id("criterion")
        let today = visit.today
        return try await database.write(for: officer.authority) { connection in
            let doer = try Doer.of(officer, connection, on: today)
            guard let question = try CriterionInQuestion.read(connection, plan, criterion, doer) else {
                throw NotFound()
            }
            return try deed(question, connection)
        }
    }
}
