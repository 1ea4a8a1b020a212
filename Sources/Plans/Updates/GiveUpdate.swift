package import Kernel
import Markup
import Site
package import Storage

/// An update of an action: what was done, what is in the way, the colour claimed and the finish forecast.
package enum GiveUpdate {
    package enum Refused: Refusal, Hashable {
        case doneMissing, claimMissing, tooLong, closed, onlyReads
        case noSuchDay(String)
        /// Somebody else answers, whose words these are; nil where nobody does.
        case notYours(String?)
        /// Another update came after the one that the form knew.
        case meanwhile

        package var sentence: String {
            switch self {
            case .doneMissing: "Say what was done; if nothing was, say so and why"
            case .claimMissing: "Choose the colour that you claim"
            case .tooLong: "Say it in 4,000 characters at most, and add the rest as evidence"
            case .closed: "This action is closed and owes no updates"
            case .onlyReads: "Observers and readers give no updates"
            case .noSuchDay(let sentence): sentence
            case .notYours(let somebody?):
                "\(somebody) answers for this action: an update is theirs to give, or that of whoever acts for them or keeps the plan"
            case .notYours(nil): "Nobody answers for this action yet: whoever keeps the plan can say who does"
            case .meanwhile:
                "Somebody gave an update while you were writing: theirs stands below, yours is still in the form"
            }
        }

        package var field: String? {
            switch self {
            case .doneMissing, .tooLong: "done"
            case .claimMissing: "claim"
            case .noSuchDay: "forecast"
            case .closed, .onlyReads, .notYours, .meanwhile: nil
            }
        }
    }

    package struct Form: Sendable {
        package var done: String
        package var inTheWay: String?
        package var claim: BRAG?
        package var hasBegun: Bool
        package var forecast: Day?
        /// The number of the last update that the writer has seen; nil where it does not matter.
        package var after: Int?

        package init(
            done: String, inTheWay: String? = nil, claim: BRAG?, hasBegun: Bool, forecast: Day? = nil,
            after: Int? = nil
        ) {
            self.done = done
            self.inTheWay = inTheWay
            self.claim = claim
            self.hasBegun = hasBegun
            self.forecast = forecast
            self.after = after
        }

        init(_ fields: Fields) throws(Refused) {
            switch fields.date("forecast", called: "the finish that you expect") {
            case .empty: forecast = nil
            case .day(let day): forecast = day
            case .wrong(let sentence): throw .noSuchDay(sentence)
            }
            done = fields["done"]
            inTheWay = fields["way"].nilIfEmpty
            claim = BRAG(rawValue: fields["claim"])
            hasBegun = fields["begun"] == "yes"
            after = Int(fields["after"]) ?? 0
        }
    }

    /// As whom the officer may give an update of an action that this one answers for.
    static func standing(
        _ doer: Doer, _ accountable: Accountable?, keeps: Bool
    ) throws(Refused) -> ActionUpdate.GivenAs {
        guard doer.officer.holds(UpdatesRoute.writers) else { throw .onlyReads }
        if let accountable, let person = doer.officer.person {
            if accountable == .person(person) { return .own }
            if let post = accountable.post, doer.line.posts[post]?.holders.contains(person) == true {
                return .own
            }
            if doer.answers(for: accountable) { return .delegate }
        }
        guard keeps else { throw .notYours(accountable.map(doer.line.words)) }
        return .keeper
    }

    /// The update that the form makes, and the day on which the next falls due.
    static func decide(
        _ form: Form, _ run: ActionRun, _ rhythm: Rhythm?, latest: Int, by doer: Doer, keeps: Bool
    ) throws(Refused) -> (update: ActionUpdate, nextDue: Day?) {
        let givenAs = try standing(doer, run.accountable, keeps: keeps)
        guard run.closing != .closed else { throw .closed }
        guard form.after ?? latest == latest else { throw .meanwhile }
        guard !form.done.isEmpty else { throw .doneMissing }
        guard form.done.count + (form.inTheWay?.count ?? 0) <= 4000 else { throw .tooLong }
        guard let claim = form.claim else { throw .claimMissing }
        let today = doer.today
        let update = ActionUpdate(
            number: latest + 1, given: today, name: doer.officer.name, givenAs: givenAs,
            givenFor: givenAs == .own ? nil : run.accountable.map(doer.line.words), done: form.done,
            inTheWay: form.inTheWay, claim: claim, hasBegun: form.hasBegun, forecast: form.forecast,
            due: run.updateDue,
            missed: run.updateDue.flatMap { due in rhythm?.missed(due: due, by: today) } ?? 0)
        let nextDue = run.updateDue.map { rhythm?.next(due: $0, given: today) ?? $0 }
        return (update, nextDue)
    }
}

// MARK: Acting

extension GiveUpdate {
    /// Gives the update in the transaction of the connection; says the day on which the next is due.
    @discardableResult
    package static func act(
        _ form: Form, on action: ID<ActionRecord>, of plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant,
        on today: Day, _ connection: Connection
    ) throws -> Day? {
        guard let run = try RunSQL.run(connection, officer.authority, action, of: plan),
            try PlanSQL.isPlan(
                connection, officer.authority, plan, within: officer.scopes(for: UpdatesRoute.writers),
                on: today)
        else { throw NotFound() }
        let (update, nextDue) = try decide(
            form, run, try PlanRunSQL.run(connection, officer.authority, plan).rhythm,
            latest: try UpdatesSQL.latest(connection, officer.authority, of: action),
            by: try Doer.of(officer, connection, on: today),
            keeps: try PlanSQL.isPlan(
                connection, officer.authority, plan, within: officer.scopes(for: PlansRoute.keepers),
                on: today))
        try UpdatesSQL.insert(update, of: action, plan, nextDue: nextDue, by: officer, at: now, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "update.given",
                subject: "action", subjectID: action, plan: plan,
                to: [
                    "says": .string(says(update)), "number": .integer(Int64(update.number)),
                    "claim": .string(update.claim.rawValue), "begun": .bool(update.hasBegun),
                    "forecast": .optional(update.forecast?.description),
                ]))
        return nextDue
    }

    /// What the journal says of it: never the text, which somebody may have to take out one day.
    static func says(_ update: ActionUpdate) -> String {
        var sentence = "Update \(update.number)"
        if let somebody = update.givenFor { sentence += " for \(somebody)" }
        sentence += ": claims \(update.claim.rawValue)"
        if let forecast = update.forecast { sentence += ", expects to finish on \(forecast.long)" }
        if update.missed > 0 { sentence += ", \(counted(update.missed, "due day")) missed before it" }
        return sentence
    }
}

extension RunSQL {
    /// How the action stands, where it belongs to that plan.
    static func run(
        _ connection: Connection, _ authority: ID<Authority>, _ action: ID<ActionRecord>,
        of plan: ID<PlanRecord>
    ) throws -> ActionRun? {
        try connection.first(
            """
            SELECT \(columns) FROM action_run r \(joins)
            WHERE r.authority = $1 AND r.action = $2 AND r.plan = $3
            """, [.id(authority), .id(action), .id(plan)]
        ) { try run($0, from: 0) }
    }
}

extension PlansFeature {
    func newUpdate(_ visit: Visit) async throws -> Reply {
        let view = try await updateView(visit)
        if let refusal = view.refusal { return .refused(GiveUpdate.refused(view, refusal, visit)) }
        return .page(GiveUpdate.page(view, view.entry, visit))
    }

    func giveUpdate(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, action): (ID<PlanRecord>, ID<ActionRecord>) = (
            try visit.id("plan"), try visit.id("action")
        )
        do {
            let form = try GiveUpdate.Form(visit.form)
            let next = try await database.write(for: officer.authority) {
                try GiveUpdate.act(
                    form, on: action, of: plan, by: officer, at: visit.now, on: visit.today, $0)
            }
            let hasMore = visit.form["show"] == "yes" && officer.holds(EvidenceRoute.workers)
            return .redirect(
                to: hasMore
                    ? EvidenceRoute.newEvidence.link(plan, action) : PlansRoute.action.link(plan, action),
                notice: GiveUpdate.notice(form, next: next, on: visit.today))
        } catch let refusal as GiveUpdate.Refused {
            let view = try await updateView(visit)
            if let refusal = view.refusal { return .refused(GiveUpdate.refused(view, refusal, visit)) }
            return .refused(GiveUpdate.page(view, visit.entry(refusal), visit))
        }
    }

    private func updateView(_ visit: Visit) async throws -> GiveUpdate.View {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        let keeps = try await mayEdit(plan.header, officer, on: visit.today)
        return try await database.read { connection in
            GiveUpdate.View(
                plan: plan.header, area: area, action: action,
                run: try RunSQL.run(connection, officer.authority, action.id) ?? ActionRun(),
                setting: try PlanRunSQL.run(connection, officer.authority, plan.header.id),
                updates: try UpdatesSQL.updates(connection, officer.authority, of: action.id),
                doer: try Doer.of(officer, connection, on: visit.today), keeps: keeps)
        }
    }
}
