package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// How a plan is run: the rhythm of its updates and what the colours mean in it.
package enum RunPlan {
    enum Refused: Refusal, Hashable {
        case notDays, firstMissing, changedMeanwhile
        case tooLong(BRAG)
        case noSuchDay(String)

        var sentence: String {
            switch self {
            case .notDays: "Give the days from one update to the next as a whole number from 1 to 366"
            case .firstMissing: "Give the day on which first updates are due: updates have begun already"
            case .changedMeanwhile:
                "Somebody changed this while you had it open: what stands now is below, yours is still in the form"
            case .tooLong(let colour): "Say what \(colour.rawValue) means in 300 characters at most"
            case .noSuchDay(let sentence): sentence
            }
        }

        var field: String? {
            switch self {
            case .notDays: "days"
            case .firstMissing, .noSuchDay: "first"
            case .tooLong(let colour): colour.rawValue
            case .changedMeanwhile: nil
            }
        }
    }

    static func decide(_ form: Fields, _ run: PlanRun) throws(Refused) -> PlanRun {
        guard form["revision"] == "\(run.revision)" else { throw .changedMeanwhile }
        var changed = run
        guard let days = Int(form["days"]), (1...366).contains(days) else { throw .notDays }
        changed.days = days
        switch form.date("first", called: "the first updates") {
        case .day(let day): changed.first = day
        case .empty:
            guard run.first == nil else { throw .firstMissing }
        case .wrong(let sentence): throw .noSuchDay(sentence)
        }
        for colour in BRAG.allCases {
            let words = form[colour.rawValue]
            guard words.count <= 300 else { throw .tooLong(colour) }
            changed.meanings[colour] = words == colour.usualMeaning ? nil : words.nilIfEmpty
        }
        return changed
    }

    /// Keeps the setting; what is not yet overdue moves to the new days, and updates begin where a first day is set.
    package static func act(
        _ changed: PlanRun, from run: PlanRun, plan: ID<PlanRecord>, by officer: Officer, at now: Instant,
        on today: Day, _ connection: Connection
    ) throws {
        guard try PlanRunSQL.save(changed, of: plan, officer.authority, connection) else {
            throw Refused.changedMeanwhile
        }
        if let rhythm = changed.rhythm {
            if run.rhythm != nil, run.rhythm != rhythm {
                try UpdatesSQL.realign(plan, to: rhythm, officer.authority, connection, on: today)
            }
            try UpdatesSQL.begin(plan, officer.authority, connection, on: today)
        }
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "plan.run-changed",
                subject: "plan", subjectID: plan, plan: plan, from: json(run), to: json(changed)))
    }

    private static func json(_ run: PlanRun) -> JSON {
        var members = [
            JSON.Member(
                "says",
                .string(
                    "Updates every \(counted(run.days, "day"))"
                        + (run.first.map { ", the first by \($0.long)" } ?? ""))),
            JSON.Member("days", .integer(Int64(run.days))),
            JSON.Member("first", .optional(run.first?.description)),
        ]
        for colour in BRAG.allCases {
            members.append(JSON.Member(colour.rawValue, .string(run.meaning(colour))))
        }
        return .object(members)
    }
}

extension PlansFeature {
    func running(_ visit: Visit) async throws -> Reply {
        let (plan, run) = try await runToChange(visit)
        return .page(RunPlan.page(plan, run, RunPlan.entry(run), visit))
    }

    func changeRunning(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, run) = try await runToChange(visit)
        do {
            let changed = try RunPlan.decide(visit.form, run)
            try await database.write(for: officer.authority) {
                try RunPlan.act(
                    changed, from: run, plan: plan.id, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(
                to: UpdatesRoute.running.link(plan.id), notice: "How the plan is run is changed.")
        } catch let refusal as RunPlan.Refused {
            let (plan, now) = try await runToChange(visit)
            return .refused(RunPlan.page(plan, now, visit.entry(refusal), visit))
        }
    }

    private func runToChange(_ visit: Visit) async throws -> (KeptPlan.Header, PlanRun) {
        let officer = try visit.signedInOfficer
        let id: ID<PlanRecord> = try visit.id("plan")
        return try await database.read { connection in
            guard let plan = try PlanSQL.header(connection, officer.authority, id) else { throw NotFound() }
            return (plan, try PlanRunSQL.run(connection, officer.authority, id))
        }
    }
}

// MARK: Page

extension RunPlan {
    static func entry(_ run: PlanRun) -> Entry {
        let day = run.first?.civil
        return Entry(filled: [
            "days": "\(run.days)", "first-day": day.map { "\($0.day)" } ?? "",
            "first-month": day.map { "\($0.month)" } ?? "", "first-year": day.map { "\($0.year)" } ?? "",
            "blue": run.meaning(.blue), "green": run.meaning(.green), "amber": run.meaning(.amber),
            "red": run.meaning(.red), "grey": run.meaning(.grey),
        ])
    }

    static func page(_ plan: KeptPlan.Header, _ run: PlanRun, _ entry: Entry, _ visit: Visit) -> Page {
        Page(
            "How this plan is run", section: .plan, breadcrumbs: PlanCrumbs.plan(plan), facts: facts(run),
            tabs: PlanCrumbs.tabs(plan, at: UpdatesRoute.running), errors: entry.errors
        ) { m in
            if !entry.errors.isEmpty, entry.value("revision") != "\(run.revision)" {
                m.part("As it stands now") { m in
                    m.summaryList(
                        [SummaryRow("Days from one update to the next", "\(run.days)")]
                            + BRAG.allCases.map { SummaryRow($0.symbol.word, Markup(run.meaning($0))) })
                }
            }
            m.form(to: UpdatesRoute.changeRunning.link(plan.id), key: visit.formKey, .class("narrow")) { m in
                m.hiddenField("revision", "\(run.revision)")
                m.h2("Updates")
                m.textField(
                    "days", "Days from one update to the next", in: entry, hint: Markup(daysHint(plan, run)),
                    width: .short, numeric: true)
                m.dateField(
                    "first", "First updates are due by", in: entry,
                    hint: run.first == nil
                        ? "Empty: one such time after the plan is first published. Later ones stand on the same days, whenever the last was given."
                        : "Changing the days moves what is not yet due; what is overdue stays overdue.")
                m.h2("What the colours mean")
                m.note(
                    "In the authority’s own words. They stand beside each choice when a colour is claimed.")
                for colour in BRAG.allCases {
                    m.textField(colour.rawValue, colour.symbol.word, in: entry)
                }
                m.buttons { m in
                    m.button("Save how it is run")
                    m.a("Cancel", .href(PlansRoute.planList.link(plan.id)))
                }
            }
        }
    }

    private static func facts(_ run: PlanRun) -> [Markup] {
        [
            "Updates every \(strong: counted(run.days, "day"))",
            run.first.map { "First due by \($0.long)" } ?? "Updates have not begun",
        ]
    }

    private static func daysHint(_ plan: KeptPlan.Header, _ run: PlanRun) -> String {
        guard let frequency = plan.updateFrequency ?? run.frequency.flatMap(Plan.Frequency.init) else {
            return "The plan does not say how often; 28 is usual."
        }
        return
            "The plan says that leads report \(frequency.words): \(frequency.daysBetweenUpdates) is proposed."
    }
}
