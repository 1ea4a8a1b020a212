package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Asking for a new date: who answers for the action says when, why, and what will be different this time.
package enum AskDate {
    /// What is asked for.
    package struct Wish: Sendable {
        package var start: PartialDate?
        package var finish: PartialDate
        package var reason: String
        package var different: String

        package init(start: PartialDate? = nil, finish: PartialDate, reason: String, different: String) {
            self.start = start
            self.finish = finish
            self.reason = reason
            self.different = different
        }
    }

    package enum Refused: Refusal, Hashable {
        case notYours, noFirstDate, closed, askedAlready, changedMeanwhile
        case finishMissing, wrongDate(field: String, String), passed, same, startAfterFinish
        case reasonMissing, differentMissing

        package var sentence: String {
            switch self {
            case .notYours: "Only who answers for this action, or who keeps the plan, can ask for a new date"
            case .noFirstDate:
                "The first date of this action is not locked yet, so it needs no asking: change the action itself"
            case .closed: "This action is closed: its date cannot move any more"
            case .askedAlready: "A new date is asked for already: it has to be decided first"
            case .changedMeanwhile:
                "The date was moved while you had this open: how it stands now is above, your words are still in the form"
            case .finishMissing: "Give the new finish date"
            case .wrongDate(_, let sentence): sentence
            case .passed: "That date has passed already: give one that lies ahead"
            case .same: "That is the date that stands now"
            case .startAfterFinish: "The start lies after the finish"
            case .reasonMissing: "Say why the date has to move"
            case .differentMissing: "Say what will be different this time"
            }
        }

        package var field: String? {
            switch self {
            case .notYours, .noFirstDate, .closed, .askedAlready, .changedMeanwhile: nil
            case .finishMissing, .passed, .same: "finish"
            case .wrongDate(let field, _): field
            case .startAfterFinish: "start"
            case .reasonMissing: "reason"
            case .differentMissing: "different"
            }
        }
    }

    /// How the action stands when somebody asks.
    struct Standing: Sendable {
        var start: PartialDate?
        var finish: PartialDate?
        var isLocked: Bool
        var isClosed: Bool
        var isAsked: Bool
        /// True for who answers for the action or keeps the plan.
        var mayAsk: Bool
        /// How many dates it has had.
        var dates: Int

        /// Why nobody, or not this officer, can ask at all.
        func check() throws(Refused) {
            guard mayAsk else { throw .notYours }
            guard !isClosed else { throw .closed }
            guard isLocked, finish != nil else { throw .noFirstDate }
            guard !isAsked else { throw .askedAlready }
        }
    }

    static func wish(_ form: Fields) throws(Refused) -> Wish {
        func date(_ name: String, _ what: String) throws(Refused) -> PartialDate? {
            switch form.partialDate(name, called: what) {
            case .empty: return nil
            case .date(let date): return date
            case .wrong(let sentence): throw .wrongDate(field: name, sentence)
            }
        }
        let start = try date("start", "the start")
        guard let finish = try date("finish", "the new finish") else { throw .finishMissing }
        return Wish(start: start, finish: finish, reason: form["reason"], different: form["different"])
    }

    static func decide(_ wish: Wish, _ standing: Standing, on today: Day) throws(Refused) {
        try standing.check()
        guard wish.finish.last >= today else { throw .passed }
        guard wish.finish != standing.finish || (wish.start != nil && wish.start != standing.start) else {
            throw .same
        }
        if let start = wish.start ?? standing.start, start.first > wish.finish.last {
            throw .startAfterFinish
        }
        guard wish.reason.count >= 3 else { throw .reasonMissing }
        let isLater = standing.finish.map { wish.finish.last > $0.last } ?? true
        guard !isLater || wish.different.count >= 3 else { throw .differentMissing }
    }
}

// MARK: Acting

extension AskDate {
    /// Asks for another date. `seen` is how many dates the form knew of; nil where there was no form.
    @discardableResult
    package static func ask(
        _ wish: Wish, for action: ID<ActionRecord>, of plan: ID<PlanRecord>, by officer: Officer,
        seen: Int? = nil, at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<DateRequest> {
        let doer = try Doer.of(officer, connection, on: today)
        let standing = try standing(of: action, in: plan, doer, connection)
        guard seen == nil || seen == standing.dates else { throw Refused.changedMeanwhile }
        try decide(wish, standing, on: today)
        guard let was = standing.finish else { throw Refused.noFirstDate }
        let request = DateRequest(
            id: .make(at: now), plan: plan, action: action, was: was, start: wish.start ?? standing.start,
            finish: wish.finish, reason: wish.reason,
            different: wish.different.isEmpty ? nil : wish.different, asked: today, account: officer.account,
            person: officer.person, askedBy: officer.name, decision: nil)
        try DatesSQL.insert(request, officer.authority, at: now, connection)
        try connection.record(
            Event(
                authority: officer.authority, at: now, actor: officer.account, kind: "date.asked",
                subject: "action", subjectID: action, plan: plan, from: ["finish": .string(was.description)],
                to: [
                    "says": .string("New date asked: \(wish.finish.long), because \(wish.reason.inSentence)"),
                    "request": .string(request.id.description), "finish": .string(wish.finish.description),
                    "start": .optional(request.start?.description), "different": .optional(request.different),
                ], reason: wish.reason))
        return request.id
    }

    static func standing(
        of action: ID<ActionRecord>, in plan: ID<PlanRecord>, _ doer: Doer, _ connection: Connection
    ) throws -> Standing {
        let authority = doer.officer.authority
        let found = try connection.first(
            """
            SELECT a.start, a.finish, (SELECT COUNT(*) FROM action_date d WHERE d.authority = $1 AND d.action = $2),
                (SELECT COUNT(*) FROM date_request q WHERE q.authority = $1 AND q.action = $2
                    AND NOT EXISTS (SELECT 1 FROM date_decision c WHERE c.authority = $1 AND c.request = q.id))
            FROM plan_action a WHERE a.authority = $1 AND a.id = $2 AND a.plan = $3
            """, [.id(authority), .id(action), .id(plan)]
        ) { row in
            (
                try row.textOrNil(0).flatMap { PartialDate($0) },
                try row.textOrNil(1).flatMap { PartialDate($0) },
                try row.int(2), try row.int(3)
            )
        }
        guard let (start, finish, dates, open) = found,
            let run = try RunSQL.run(connection, authority, action)
        else { throw NotFound() }
        return Standing(
            start: start, finish: finish, isLocked: run.firstLocked != nil, isClosed: run.closing == .closed,
            isAsked: open > 0,
            mayAsk: try doer.answers(for: run.accountable)
                || doer.holds(oneOf: PlansRoute.keepers, in: plan, connection), dates: dates)
    }
}

extension String {
    /// As it stands inside a sentence: without the full stop at its end.
    var inSentence: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension PlansFeature {
    func askDate(_ visit: Visit) async throws -> Reply {
        let (plan, area, action) = try await actionToEdit(visit)
        let standing = try await standingToAsk(visit, action.id, plan.header.id)
        do {
            try standing.check()
        } catch {
            return .refused(AskDate.page(plan, area, action, standing, visit.entry(error), visit))
        }
        let start = standing.start?.fields("start") ?? [:]
        return .page(AskDate.page(plan, area, action, standing, Entry(start), visit))
    }

    func sendDate(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let (plan, area, action) = try await actionToEdit(visit)
        do {
            let wish = try AskDate.wish(visit.form)
            try await database.write(for: officer.authority) { connection in
                try AskDate.ask(
                    wish, for: action.id, of: plan.header.id, by: officer,
                    seen: Int(visit.form["dates"]) ?? 0,
                    at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(plan.header.id, action.id),
                notice: "The new date is asked for. Until somebody approves it, the date stays as it is.")
        } catch let refusal as AskDate.Refused {
            let standing = try await standingToAsk(visit, action.id, plan.header.id)
            return .refused(AskDate.page(plan, area, action, standing, visit.entry(refusal), visit))
        }
    }

    private func standingToAsk(
        _ visit: Visit, _ action: ID<ActionRecord>, _ plan: ID<PlanRecord>
    ) async throws -> AskDate.Standing {
        let officer = try visit.signedInOfficer
        return try await database.read { connection in
            let doer = try Doer.of(officer, connection, on: visit.today)
            return try AskDate.standing(of: action, in: plan, doer, connection)
        }
    }
}

// MARK: Page

extension AskDate {
    static func page(
        _ plan: KeptPlan, _ area: KeptPlan.Area, _ action: KeptPlan.Action, _ standing: Standing,
        _ entry: Entry, _ visit: Visit
    ) -> Page {
        let back = PlansRoute.action.link(plan.header.id, action.id)
        return Page(
            "Ask for a new date", section: .plan,
            breadcrumbs: PlanCrumbs.area(plan.header, area)
                + [Link(Markup(action.value.text.short), back)],
            facts: [
                standing.finish.map { "Due now \(strong: $0.long)" } ?? "No finish date",
                standing.dates > 1
                    ? "Moved \(DateStory.times(standing.dates - 1)) before" : "As first set",
            ], errors: entry.errors
        ) { m in
            if (try? standing.check()) == nil {
                m.p { $0.a("Back to the action", .href(back)) }
                return
            }
            m.lead(
                "The first date stays on the record. Somebody else decides, and your words stand beside it.")
            m.form(
                to: DatesRoute.sendDate.link(plan.header.id, action.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.hiddenField("dates", "\(standing.dates)")
                m.dateField(
                    "finish", "New finish", in: entry,
                    hint:
                        "For example, 30 6 2027. Leave the day empty for a month: it is late after the month’s last day."
                )
                m.dateField("start", "Start, if that moves too", in: entry)
                m.textArea(
                    "reason", "Why does the date have to move?", in: entry,
                    hint: "The board will read this with your name. Do not name a child.")
                m.textArea(
                    "different", "What will be different this time?", in: entry,
                    hint: "What makes the new date a safer promise. Not needed for an earlier date.")
                m.buttons { m in
                    m.button("Ask for this date")
                    m.a("Cancel", .href(back))
                }
            }
        }
    }
}
