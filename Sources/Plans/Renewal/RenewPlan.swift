import Kernel
import Markup
import PlanFormat
import PlanReading
import Site
import Storage

/// Taking a newer document over a running plan: all of it in one transaction, or nothing.
enum RenewPlan {
    enum Refused: Refusal {
        case changedMeanwhile, draftChanged, nothingToKeep
        case choiceMissing(field: String, String)
        case date(field: String, String)
        /// Taken from the file without the area that it stands in.
        case areaLeftOut(field: String, String)

        var sentence: String {
            switch self {
            case .changedMeanwhile:
                "The plan was changed while you had this page open: it is compared afresh below, your choices are kept"
            case .draftChanged: "This reading was changed in another window: look at it again"
            case .nothingToKeep: "There is no area in this reading: choose which tables are the plan"
            case .choiceMissing(_, let row): "Say which holds: \(row)"
            case .date(_, let sentence): sentence
            case .areaLeftOut(_, let row):
                "Its area is left out, so it has nowhere to stand: take the area too, or leave out \(row)"
            }
        }

        var field: String? {
            switch self {
            case .choiceMissing(let field, _), .date(let field, _), .areaLeftOut(let field, _): field
            case .changedMeanwhile, .draftChanged, .nothingToKeep: nil
            }
        }
    }

    /// What the form says of each row.
    struct Choices: Sendable {
        var rows: [String: Renewal.Choice] = [:]
        var dates: [String: Renewal.DateChoice] = [:]

        init(_ form: Fields) {
            for pair in form.pairs {
                if let choice = Renewal.Choice(rawValue: pair.value), pair.name.hasPrefix("row-") {
                    rows[String(pair.name.dropFirst(4))] = choice
                }
                if let choice = Renewal.DateChoice(rawValue: pair.value), pair.name.hasPrefix("date-") {
                    dates[String(pair.name.dropFirst(5))] = choice
                }
            }
        }
    }

    /// Every row with what becomes of it; throws where a question is left open.
    static func decide(
        _ renewal: Renewal, _ choices: Choices
    ) throws(Refused) -> [(row: Renewal.Row, choice: Renewal.Choice, date: Renewal.DateChoice)] {
        var decided: [(row: Renewal.Row, choice: Renewal.Choice, date: Renewal.DateChoice)] = []
        for row in renewal.rows {
            var choice: Renewal.Choice = .ours
            if !row.choices.isEmpty {
                guard let chosen = choices.rows[row.field] ?? row.proposed, row.choices.contains(chosen)
                else { throw .choiceMissing(field: "row-\(row.field)", row.shown.title.short) }
                choice = chosen
            }
            let date = row.date.map { difference in
                difference.obstacle == nil
                    ? choices.dates[row.field] ?? difference.proposed : Renewal.DateChoice.ours
            }
            decided.append((row, choice, choice == .apart ? .ours : date ?? .ours))
        }
        let here = Set(
            decided.filter { $0.row.kind == .area && ($0.row.ours != nil || $0.choice == .theirs) }
                .compactMap(\.row.theirs))
        for (row, choice, _) in decided where row.status == .added && choice == .theirs {
            guard row.kind == .area || row.area.map(here.contains) ?? false else {
                throw .areaLeftOut(field: "row-\(row.field)", row.shown.title.short)
            }
        }
        return decided
    }
}

extension Renewal.Row {
    /// The key as a form's field is named.
    var field: String { key.replacing(" ", with: "-") }
}

// MARK: Pages

extension PlansFeature {
    func renewal(_ visit: Visit) async throws -> Reply {
        let view = try await draftView(visit)
        let choices = try await planChoices(visit)
        guard let plan: ID<PlanRecord> = visit.query.id("plan") else {
            return .page(RenewalPage.choose(view, choices.plans))
        }
        guard choices.plans.contains(where: { $0.id == plan }) else { throw NotFound() }
        let compared = try await compared(view, plan, visit)
        return .page(RenewalPage.page(view, compared, Entry(), visit))
    }

    func renew(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let view = try await draftView(visit)
        let reached = try await planChoices(visit).plans
        guard let plan: ID<PlanRecord> = visit.form.id("plan"), reached.contains(where: { $0.id == plan })
        else { throw NotFound() }
        do {
            guard !view.proposal.areas.isEmpty else { throw RenewPlan.Refused.nothingToKeep }
            let choices = RenewPlan.Choices(visit.form)
            let seen = Int(visit.form["revision"]) ?? 0
            try await database.write(for: officer.authority) { connection in
                guard try DraftSQL.save(view.draft, connection, officer, at: visit.now) else {
                    throw RenewPlan.Refused.draftChanged
                }
                try RenewPlan.act(
                    on: plan, with: view.proposal.plan, file: view.draft.file, named: view.draft.fileName,
                    choices, seen: seen, by: officer, at: visit.now, on: visit.today, connection)
                try DraftSQL.delete(view.draft.id, connection, officer)
            }
            return .redirect(
                to: PlansRoute.planList.link(plan),
                notice:
                    "The newer document is taken over. Updates, evidence and history stay with each action.")
        } catch let refusal as RenewPlan.Refused {
            let compared = try await compared(view, plan, visit)
            return .refused(RenewalPage.page(view, compared, visit.entry(refusal), visit))
        }
    }

    private func compared(
        _ view: DraftView, _ plan: ID<PlanRecord>, _ visit: Visit
    ) async throws -> RenewPlan.Compared {
        let officer = try visit.signedInOfficer
        return try await database.read {
            try RenewPlan.compare($0, officer.authority, plan, view.proposal.plan, on: visit.today)
        }
    }
}

extension RenewPlan {
    struct Compared: Sendable {
        var running: RunningPlan
        /// When the plan was last imported or published.
        var since: Instant
        var renewal: Renewal
    }

    static func compare(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, _ theirs: Plan,
        on today: Day
    ) throws -> Compared {
        guard let running = try RunningPlan.read(connection, authority, plan, at: nil, on: today) else {
            throw NotFound()
        }
        let since = try RenewalSQL.since(running.plan.header, authority, connection)
        let was = try PlanSQL.plan(connection, authority, plan, at: since) ?? running.plan
        return Compared(
            running: running, since: since,
            renewal: Renewal(was: was, ours: running, theirs: theirs, on: today))
    }
}
