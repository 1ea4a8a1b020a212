package import Kernel
import Markup
import PlanFormat
package import Site
package import Storage

/// Plans: their import and review, their pages, their checks, and the inspections that they answer.
package struct PlansFeature: Sendable {
    let database: Database
    let readings = DraftReadings()
    let reports = CheckReports()
    /// What another part of the house tells of the organisation.
    let organisation: OrganisationSource
    /// Where people reach the site, for addresses that leave it.
    let publicAddress: String
    /// What private feeds of the calendar ask of accounts.
    let feeds: FeedSource
    let feedGate = FeedGate()
    /// Where the pages of people and posts are, for what a search finds.
    let places: OrganisationPlaces
    /// What waits for people in other features.
    let otherWork: [OtherWork]
    /// What other features have measured, for criteria that are tied to it.
    let measures: MeasureFigures
    /// What audits found, for criteria that are tied to one of their questions.
    let audits: AuditRounds

    package init(
        database: Database, organisation: OrganisationSource, publicAddress: String, feeds: FeedSource,
        places: OrganisationPlaces, otherWork: [OtherWork], measures: MeasureFigures,
        audits: AuditRounds
    ) {
        self.database = database
        self.organisation = organisation
        self.publicAddress = publicAddress
        self.feeds = feeds
        self.places = places
        self.otherWork = otherWork
        self.measures = measures
        self.audits = audits
    }

    package static let migrations = PlansSchema.migrations

    package func register(on site: inout SiteBuilder) {
        site.on(PlansRoute.home, home)
        site.on(PlansRoute.plans, plans)
        site.on(PlansRoute.newPlan, newPlan)
        site.on(PlansRoute.addPlan, addPlan)
        site.on(PlansRoute.planList, planList)
        site.on(PlansRoute.overview, overview)
        site.on(PlansRoute.timelineHome, timelineHome)
        site.on(PlansRoute.timeline, timeline)
        site.on(PlansRoute.more, moreOfPlan)
        site.on(PlansRoute.document, document)
        site.on(PlansRoute.source, source)
        site.on(PlansRoute.export, export)
        site.on(PlansRoute.editPlan, editPlan)
        site.on(PlansRoute.changePlan, changePlan)
        site.on(PlansRoute.newArea, newArea)
        site.on(PlansRoute.addArea, addArea)
        site.on(PlansRoute.area, area)
        site.on(PlansRoute.editArea, editArea)
        site.on(PlansRoute.changeArea, changeArea)
        site.on(PlansRoute.newAction, newAction)
        site.on(PlansRoute.addAction, addAction)
        site.on(PlansRoute.action, action)
        site.on(PlansRoute.editAction, editAction)
        site.on(PlansRoute.changeAction, changeAction)
        site.on(PlansRoute.newCriterion, newCriterion)
        site.on(PlansRoute.addCriterion, addCriterion)
        site.on(PlansRoute.editCriterion, editCriterion)
        site.on(PlansRoute.changeCriterion, changeCriterion)
        site.on(PlansRoute.checks, checks)
        site.on(PlansRoute.acceptFinding, acceptFinding)
        site.on(PlansRoute.addAcceptance, addAcceptance)
        site.on(PlansRoute.endAcceptance, endAcceptance)
        site.on(PlansRoute.imports, imports)
        site.on(PlansRoute.upload, takes: .files, upload)
        site.on(PlansRoute.review, review)
        site.on(PlansRoute.reviewItem, reviewItem)
        site.on(PlansRoute.changeItem, changeItem)
        site.on(PlansRoute.changeReading, changeReading)
        site.on(PlansRoute.settle, settle)
        site.on(PlansRoute.takeTask, takeTask)
        site.on(PlansRoute.confirm, confirm)
        site.on(PlansRoute.confirmImport, confirmImport)
        site.on(PlansRoute.discard, discard)
        site.on(PlansRoute.inspections, inspections)
        site.on(PlansRoute.newInspection, newInspection)
        site.on(PlansRoute.addInspection, addInspection)
        site.on(PlansRoute.inspection, inspection)
        site.on(PlansRoute.editInspection, editInspection)
        site.on(PlansRoute.changeInspection, changeInspection)
        site.on(PlansRoute.editPart, editPart)
        site.on(PlansRoute.changePart, changePart)
        registerWork(on: &site)
        registerThread(on: &site)
        registerChanges(on: &site)
        registerUpdates(on: &site)
        registerDates(on: &site)
        registerSteps(on: &site)
        registerEvidence(on: &site)
        registerClosing(on: &site)
        registerCriteria(on: &site)
        registerGuidance(on: &site)
        registerPublishing(on: &site)
        registerCalendar(on: &site)
        registerSearch(on: &site)
        registerMissing(on: &site)
    }
}

/// What plans ask of the organisation. App fills it, so that the two features need not know each other.
package struct OrganisationSource: Sendable {
    /// The nodes that the scopes reach, from the top down, each with its depth below the authority.
    package var nodes: @Sendable (ID<Authority>, Set<Scope>, Day) async throws -> [NodeChoice]

    package init(
        nodes: @escaping @Sendable (ID<Authority>, Set<Scope>, Day) async throws -> [NodeChoice]
    ) {
        self.nodes = nodes
    }

    package struct NodeChoice: Sendable {
        package let id: ID<Node>
        package let name: String
        package let depth: Int

        package init(id: ID<Node>, name: String, depth: Int) {
            self.id = id
            self.name = name
            self.depth = depth
        }
    }
}

// MARK: What several pages begin with

extension PlansFeature {
    /// The plan of the address, whole.
    func planToRead(_ visit: Visit) async throws -> KeptPlan {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        guard let plan = try await database.read({ try PlanSQL.plan($0, officer.authority, id) }) else {
            throw NotFound()
        }
        return plan
    }

    func planToEdit(_ visit: Visit) async throws -> KeptPlan { try await planToRead(visit) }

    func areaToEdit(_ visit: Visit) async throws -> (KeptPlan, KeptPlan.Area) {
        let plan = try await planToRead(visit)
        let id: ID<AreaRecord> = try visit.id("area")
        guard let area = plan.areas.first(where: { $0.id == id }) else { throw NotFound() }
        return (plan, area)
    }

    func actionToEdit(_ visit: Visit) async throws -> (KeptPlan, KeptPlan.Area, KeptPlan.Action) {
        let plan = try await planToRead(visit)
        let id: ID<ActionRecord> = try visit.id("action")
        for area in plan.areas {
            if let action = area.actions.first(where: { $0.id == id }) { return (plan, area, action) }
        }
        throw NotFound()
    }

    func criterionToEdit(_ visit: Visit) async throws -> (KeptPlan, KeptPlan.Area, KeptPlan.Criterion) {
        let plan = try await planToRead(visit)
        let id: ID<CriterionRecord> = try visit.id("criterion")
        for area in plan.areas {
            if let criterion = area.criteria.first(where: { $0.id == id }) { return (plan, area, criterion) }
        }
        throw NotFound()
    }

    /// Whether the officer may change this plan, for links that only such a person is shown.
    func mayEdit(_ plan: KeptPlan.Header, _ officer: Officer, on today: Day) async throws -> Bool {
        let scopes = officer.scopes(for: PlansRoute.keepers)
        if scopes.isEmpty { return false }
        if scopes.contains(.authority) || scopes.contains(.plan(plan.id)) { return true }
        return try await database.read {
            try PlanSQL.isPlan($0, officer.authority, plan.id, within: scopes, on: today)
        }
    }

    /// The event of a change to a part of a plan.
    func change<Owner>(
        _ kind: String, _ subject: String, _ id: ID<Owner>, _ plan: KeptPlan, from: JSON = .null,
        to: JSON = .null, reason: String? = nil, _ officer: Officer, _ visit: Visit
    ) -> Event {
        Event(
            authority: officer.authority, at: visit.now, actor: officer.account, kind: kind, subject: subject,
            subjectID: id, plan: plan.header.id, from: from, to: to, reason: reason)
    }
}

extension Visit {
    /// What was typed, with the refusal at its field.
    func entry(_ refusal: some Refusal) -> Entry {
        entry([FieldError(refusal.field, refusal.sentence)])
    }
}
