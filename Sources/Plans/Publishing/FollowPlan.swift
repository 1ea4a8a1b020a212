package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Beginning a plan that follows another with the actions that are still open: they keep their identity and first dates.
package enum FollowPlan {
    package enum Refused: String, Refusal {
        case titleMissing = "Give the plan a name"
        case nothingChosen = "Choose at least one action"
        case closedMeanwhile =
            "One of these actions is closed or no longer in the plan: look at the list again"

        package var field: String? {
            switch self {
            case .titleMissing: "title"
            case .nothingChosen: "action"
            case .closedMeanwhile: nil
            }
        }
    }

    static func decide(
        _ title: String, _ chosen: Set<ID<ActionRecord>>, open: Set<ID<ActionRecord>>
    ) throws(Refused) {
        guard !title.isEmpty else { throw .titleMissing }
        guard !chosen.isEmpty else { throw .nothingChosen }
        guard chosen.isSubset(of: open) else { throw .closedMeanwhile }
    }
}

// MARK: Acting

extension FollowPlan {
    /// Makes the following plan in the connection's transaction. Throws `Refused`.
    @discardableResult
    package static func begin(
        after plan: ID<PlanRecord>, titled title: String, with chosen: Set<ID<ActionRecord>>,
        by officer: Officer, at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<PlanRecord> {
        let authority = officer.authority
        guard let running = try RunningPlan.read(connection, authority, plan, at: nil, on: today) else {
            throw NotFound()
        }
        try decide(title, chosen, open: running.open)
        let old = running.plan.only(chosen)
        var setting = PlanSQL.Setting()
        (setting.node, setting.inspection) = (old.header.node, old.header.inspection)
        setting.follows = plan
        let id = ID<PlanRecord>.make(at: now)
        try PlanSQL.insert(old.begun(title), titled: title, as: id, setting, authority, connection, at: now)
        guard let made = try PlanSQL.plan(connection, authority, id) else { throw NotFound() }
        try StepsSQL.carry(
            Dictionary(
                zip(old.actions.map(\.id), made.actions.map(\.id)), uniquingKeysWith: { first, _ in first }),
            to: id, by: officer, at: now, connection)
        let ground = DatesSQL.Ground(
            reason: "Carried into \(title)", approver: officer.name, approved: today)
        for (action, new) in zip(old.actions, made.actions) {
            try connection.run(
                "UPDATE action_run SET carried_from = $3 WHERE authority = $1 AND action = $2",
                [.id(authority), .id(new.id), .id(action.id)])
            let standing = running.actions[action.id]
            if let accountable = standing?.run.accountable {
                try AnsweringSQL.insert(
                    accountable, words: standing?.answers ?? "", reason: nil, number: 1, of: new.id, id,
                    by: officer, at: now, connection)
            }
            try DatesSQL.carry(
                from: action.id, to: new.id, on: ground, authority, at: now, by: DatesSQL.Actor(officer),
                connection)
            func tell(_ subject: ID<ActionRecord>, _ plan: ID<PlanRecord>, _ kind: String, _ says: String)
                throws
            {
                try connection.record(
                    Event(
                        authority: authority, at: now, actor: officer.account, kind: kind, subject: "action",
                        subjectID: subject, plan: plan, to: ["says": .string(says)]))
            }
            let reference = action.value.reference.map { " as \($0)" } ?? ""
            try tell(action.id, plan, "action.carried", "Goes on in “\(title)”\(reference)")
            try tell(
                new.id, id, "action.carried.here",
                "Carried from “\(old.header.title)”, with its first date, slips and open steps")
        }
        try connection.record(
            Event(
                authority: authority, at: now, actor: officer.account, kind: "plan.followed", subject: "plan",
                subjectID: id, plan: id,
                to: [
                    "says": .string(
                        "Begun from “\(old.header.title)” with \(counted(chosen.count, "action"))"),
                    "follows": .string(plan.description),
                ]))
        return id
    }
}

extension RunningPlan {
    /// The actions that are not closed.
    var open: Set<ID<ActionRecord>> {
        Set(plan.actions.map(\.id).filter { actions[$0]?.run.closed == nil })
    }
}

extension KeptPlan {
    /// What a following plan begins with: the areas, actions and criteria, and nothing that the document said besides.
    fileprivate func begun(_ title: String) -> Plan {
        var plan = Plan()
        plan.title = title
        plan.owners = header.owners
        plan.updateFrequency = header.updateFrequency
        plan.baseYear = header.baseYear
        plan.sourceCodes = rest.sourceCodes
        plan.abbreviations = rest.abbreviations
        plan.areas = interchange.areas
        // Places are of the old plan's document.
        for area in plan.areas.indices {
            plan.areas[area].place = nil
            for action in plan.areas[area].actions.indices {
                plan.areas[area].actions[action].place = nil
                plan.areas[area].actions[action].leadPlace = nil
                plan.areas[area].actions[action].timescale?.place = nil
            }
            for index in plan.areas[area].criteria.indices { plan.areas[area].criteria[index].place = nil }
            for index in plan.areas[area].changes.indices { plan.areas[area].changes[index].place = nil }
            for index in plan.areas[area].evidence.indices { plan.areas[area].evidence[index].place = nil }
            for index in plan.areas[area].monitoring.indices {
                plan.areas[area].monitoring[index].place = nil
            }
        }
        return plan
    }
}

extension PlansFeature {
    func newFollowing(_ visit: Visit) async throws -> Reply {
        let running = try await runningToRead(visit)
        let entry = Entry([
            "title": ["\(running.plan.header.title): next phase"],
            "action": running.plan.actions.map(\.id).filter(running.open.contains).map(\.description),
        ])
        return .page(FollowPlan.page(running, entry, visit))
    }

    func addFollowing(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let title = visit.form["title"]
        let chosen = Set(visit.form.all("action").compactMap { ID<ActionRecord>($0) })
        do {
            let id = try await database.write(for: officer.authority) { connection in
                try FollowPlan.begin(
                    after: plan, titled: title, with: chosen, by: officer, at: visit.now, on: visit.today,
                    connection)
            }
            return .redirect(
                to: PlansRoute.planList.link(id),
                notice: "\(title) is begun. Each action keeps its first date, its slips and its number.")
        } catch let refusal as FollowPlan.Refused {
            let running = try await runningToRead(visit)
            return .refused(FollowPlan.page(running, visit.entry(refusal), visit))
        }
    }

    func runningToRead(_ visit: Visit) async throws -> RunningPlan {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        let running = try await database.read {
            try RunningPlan.read($0, officer.authority, id, at: nil, on: visit.today)
        }
        guard let running else { throw NotFound() }
        return running
    }
}

// MARK: Page

extension FollowPlan {
    static func page(_ running: RunningPlan, _ entry: Entry, _ visit: Visit) -> Page {
        let plan = running.plan.header
        let open = running.open
        return Page(
            "Begin a plan that follows this one", section: .plan,
            breadcrumbs: PlanCrumbs.plan(plan) + [Link("Versions", PublishingRoute.versions.link(plan.id))],
            facts: [
                "\(strong: "\(open.count)") of \(counted(running.plan.actions.count, "action")) still open"
            ], errors: entry.errors
        ) { m in
            m.lead(
                "Each action that you take along keeps its number, its first date and its slips. Here its history says where it went."
            )
            m.form(to: PublishingRoute.addFollowing.link(plan.id), key: visit.formKey) { m in
                m.textField("title", "Name of the plan", in: entry)
                for area in running.plan.areas {
                    let actions = area.actions.filter { open.contains($0.id) }
                    if !actions.isEmpty {
                        m.checkboxes(
                            "action",
                            [area.value.reference, area.value.title].compactMap { $0 }.joined(separator: " "),
                            actions.map {
                                Choice(
                                    $0.id.description,
                                    [$0.value.reference, $0.value.text.short].compactMap { $0 }
                                        .joined(separator: " "))
                            }, in: entry)
                    }
                }
                m.buttons { m in
                    m.button("Begin this plan")
                    m.a("Cancel", .href(PublishingRoute.versions.link(plan.id)))
                }
            }
        }
    }
}
