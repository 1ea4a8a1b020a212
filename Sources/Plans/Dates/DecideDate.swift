package import Kernel
import Markup
import PlanFormat
import Site
package import Storage

/// Deciding on a new date: approved or refused with words, on a day, by somebody who neither answers for the action
/// nor asked; or a body's decision, recorded by such a person.
package enum DecideDate {
    package struct Verdict: Sendable {
        package var isApproved: Bool
        /// The body that decided, in words; nil where the officer decides.
        package var body: String?
        package var words: String
        package var day: Day

        package init(isApproved: Bool, body: String? = nil, words: String = "", day: Day) {
            self.isApproved = isApproved
            self.body = body
            self.words = words
            self.day = day
        }
    }

    package enum Refused: Refusal, Hashable {
        case notYourRole, nobody, ownAction, ownRequest, decidedAlready, closed, changedMeanwhile
        case verdictMissing, wordsMissing, bodyMissing, dayMissing, wrongDay(String), ahead

        package var sentence: String {
            switch self {
            case .notYourRole: "Only a programme manager or director of this plan can approve a date"
            case .nobody:
                "Your account is not tied to a person of the organisation, so nobody can tell that you are independent"
            case .ownAction: "You answer for this action, so somebody else must decide on its date"
            case .ownRequest: "You asked for this date, so somebody else must decide on it"
            case .decidedAlready: "Somebody has decided on this already: it stands below"
            case .closed: "This action is closed: its date cannot move any more"
            case .changedMeanwhile:
                "The date was moved since this was asked: refuse it with a word, and let them ask again"
            case .verdictMissing: "Say whether the new date is approved"
            case .wordsMissing: "Say why the new date is refused"
            case .bodyMissing: "Name who approved it, such as the Improvement Board"
            case .dayMissing: "Give the day of the decision"
            case .wrongDay(let sentence): sentence
            case .ahead: "That day has not come yet: give the day of the decision"
            }
        }

        package var field: String? {
            switch self {
            case .notYourRole, .nobody, .ownAction, .ownRequest, .decidedAlready, .closed, .changedMeanwhile:
                nil
            case .verdictMissing: "verdict"
            case .wordsMissing: "words"
            case .bodyMissing: "body"
            case .dayMissing, .wrongDay, .ahead: "day"
            }
        }
    }

    /// How the officer stands to the request.
    struct Standing: Sendable {
        var hasRole: Bool
        var isPerson: Bool
        var answers: Bool
        var asked: Bool
        var isClosed: Bool

        func check() throws(Refused) {
            guard hasRole else { throw .notYourRole }
            guard isPerson else { throw .nobody }
            guard !answers else { throw .ownAction }
            guard !asked else { throw .ownRequest }
            guard !isClosed else { throw .closed }
        }
    }

    static func verdict(_ form: Fields) throws(Refused) -> Verdict {
        guard ["approve", "refuse"].contains(form["verdict"]) else { throw .verdictMissing }
        guard form["who"] != "body" || form["body"].count >= 3 else { throw .bodyMissing }
        switch form.date("day", called: "the decision") {
        case .empty: throw .dayMissing
        case .wrong(let sentence): throw .wrongDay(sentence)
        case .day(let day):
            return Verdict(
                isApproved: form["verdict"] == "approve", body: form["who"] == "body" ? form["body"] : nil,
                words: form["words"], day: day)
        }
    }

    static func decide(
        _ verdict: Verdict, _ request: DateRequest, _ standing: Standing, on today: Day
    ) throws(Refused) {
        guard request.decision == nil else { throw .decidedAlready }
        try standing.check()
        guard verdict.day <= today else { throw .ahead }
        guard verdict.isApproved || verdict.words.count >= 3 else { throw .wordsMissing }
    }
}

// MARK: Acting

extension DecideDate {
    package static func act(
        _ verdict: Verdict, on id: ID<DateRequest>, by officer: Officer, at now: Instant, on today: Day,
        _ connection: Connection
    ) throws {
        let authority = officer.authority
        guard let request = try DatesSQL.request(id, authority, connection) else { throw NotFound() }
        let doer = try Doer.of(officer, connection, on: today)
        try decide(verdict, request, try standing(doer, request, connection), on: today)
        guard let person = officer.person else { throw Refused.nobody }
        let decision = DateRequest.Decision(
            isApproved: verdict.isApproved, day: verdict.day, body: verdict.body,
            words: verdict.words.isEmpty ? nil : verdict.words, by: officer.name)
        try DatesSQL.insert(
            decision, to: id, authority, at: now, account: officer.account, person: person, connection)
        if verdict.isApproved {
            try move(request, decision, officer, at: now, connection)
        }
        let ending = verdict.body == nil ? "" : " by \(decision.approver)"
        try connection.record(
            Event(
                authority: authority, at: now, actor: officer.account,
                kind: verdict.isApproved ? "date.moved" : "date.refused", subject: "action",
                subjectID: request.action, plan: request.plan,
                from: ["finish": .string(request.was.description)],
                to: [
                    "says": .string(
                        verdict.isApproved
                            ? "Date moved to \(request.finish.long), approved\(ending)"
                            : "New date \(request.finish.long) refused\(ending): \(verdict.words.inSentence)"),
                    "request": .string(id.description), "finish": .string(request.finish.description),
                    "approver": .string(decision.approver), "on": .string(verdict.day.description),
                ], reason: decision.words))
    }

    /// The date must still be the one that the request was asked against.
    private static func move(
        _ request: DateRequest, _ decision: DateRequest.Decision, _ officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws {
        let stands = try connection.first(
            "SELECT finish FROM plan_action WHERE authority = $1 AND id = $2",
            [.id(officer.authority), .id(request.action)]
        ) { try $0.textOrNil(0) }
        let ground = DatesSQL.Ground(
            reason: request.reason, approver: decision.approver, approved: decision.day, request: request.id)
        guard stands == request.was.description,
            try DatesSQL.move(
                request.action, of: request.plan,
                to: Plan.Timescale(start: request.start, finish: request.finish), on: ground,
                officer.authority, at: now, by: DatesSQL.Actor(officer), connection)
        else { throw Refused.changedMeanwhile }
    }

    static func standing(
        _ doer: Doer, _ request: DateRequest, _ connection: Connection
    ) throws -> Standing {
        let officer = doer.officer
        let run = try RunSQL.run(connection, officer.authority, request.action)
        return Standing(
            hasRole: try doer.holds(oneOf: DatesRoute.approvers, in: request.plan, connection),
            isPerson: officer.person != nil, answers: doer.answers(for: run?.accountable),
            asked: request.account == officer.account
                || (request.person != nil && request.person == officer.person),
            isClosed: run?.closing == .closed)
    }
}

extension PlansFeature {
    func dateRequest(_ visit: Visit) async throws -> Reply {
        let shown = try await requestToDecide(visit)
        let today = PartialDate(visit.today).fields("day")
        return .page(DecideDate.page(shown, Entry(today.merging(["who": ["me"]]) { $1 }), visit))
    }

    func decideDate(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let shown = try await requestToDecide(visit)
        do {
            let verdict = try DecideDate.verdict(visit.form)
            try await database.write(for: officer.authority) { connection in
                try DecideDate.act(
                    verdict, on: shown.request.id, by: officer, at: visit.now, on: visit.today, connection)
            }
            return .redirect(
                to: PlansRoute.action.link(shown.plan.id, shown.request.action),
                notice: verdict.isApproved
                    ? "The date is now \(shown.request.finish.long). The first date stays on the record."
                    : "The new date is refused. The date stays \(shown.request.was.long).")
        } catch let refusal as DecideDate.Refused {
            let now = try await requestToDecide(visit)
            return .refused(DecideDate.page(now, visit.entry(refusal), visit))
        }
    }

    private func requestToDecide(_ visit: Visit) async throws -> DecideDate.Shown {
        let officer = try visit.signedInOfficer
        let (plan, id): (ID<PlanRecord>, ID<DateRequest>) = (try visit.id("plan"), try visit.id("request"))
        return try await database.read { connection in
            guard let header = try PlanSQL.header(connection, officer.authority, plan),
                let request = try DatesSQL.request(id, officer.authority, connection), request.plan == plan,
                let action = try connection.first(
                    "SELECT reference, text FROM plan_action WHERE authority = $1 AND id = $2",
                    [.id(officer.authority), .id(request.action)], { (try $0.textOrNil(0), try $0.text(1)) }),
                let run = try RunSQL.run(connection, officer.authority, request.action)
            else { throw NotFound() }
            let doer = try Doer.of(officer, connection, on: visit.today)
            return DecideDate.Shown(
                plan: header, request: request, reference: action.0, text: action.1, run: run,
                standing: try DecideDate.standing(doer, request, connection))
        }
    }
}

// MARK: Page

extension DecideDate {
    struct Shown: Sendable {
        var plan: KeptPlan.Header
        var request: DateRequest
        var reference: String?
        var text: String
        var run: ActionRun
        var standing: Standing
    }

    static func page(_ shown: Shown, _ entry: Entry, _ visit: Visit) -> Page {
        let request = shown.request
        let back = PlansRoute.action.link(shown.plan.id, request.action)
        return Page(
            "A new date for \(shown.reference.map { "\($0) " } ?? "")\(shown.text.short)", section: .plan,
            breadcrumbs: PlanCrumbs.plan(shown.plan)
                + [Link("Dates", DatesRoute.dates.link(shown.plan.id))],
            facts: [
                "Asked by \(strong: request.askedBy)", "On \(request.asked.long)",
                request.decision.map { $0.isApproved ? "Approved" : "Refused" } ?? "Not decided yet",
            ], errors: entry.errors
        ) { m in
            m.summaryList(rows(shown, back))
            if request.decision == nil { form(shown, back, entry, visit, &m) }
        }
    }

    private static func rows(_ shown: Shown, _ back: String) -> [SummaryRow] {
        let request = shown.request
        let first = shown.run.firstFinish
        var rows = [
            SummaryRow("Action", "\(link: shown.text, to: back)"),
            SummaryRow("Answered for by", shown.run.accountableName.map { Markup($0) }),
            SummaryRow("First date", first.map { Markup($0.long) }),
            SummaryRow("Date when asked", Markup(request.was.long)),
            SummaryRow(
                "Date asked for",
                "\(strong: request.words), \(DueDate(first: request.was, now: request.finish).length)"),
            SummaryRow(
                "Moved before",
                Markup(
                    shown.run.slips == 0 ? "Never put later" : "Put later \(DateStory.times(shown.run.slips))"
                )),
            SummaryRow("Why", Markup(request.reason)),
            SummaryRow("What will be different", request.different.map { Markup($0) }),
        ]
        if let decision = request.decision {
            rows.append(
                SummaryRow(
                    "Decision",
                    "\(decision.isApproved ? "Approved" : "Refused") by \(decision.approver), \(decision.day.long)"
                ))
            if decision.body != nil { rows.append(SummaryRow("Recorded by", Markup(decision.by))) }
            rows.append(SummaryRow("In these words", decision.words.map { Markup($0) }))
        }
        return rows
    }

    private static func form(
        _ shown: Shown, _ back: String, _ entry: Entry, _ visit: Visit, _ m: inout Markup
    ) {
        do {
            try shown.standing.check()
        } catch {
            if entry.errors.isEmpty { m.note("\(error.sentence).") }
            return
        }
        m.part("Decide") { m in
            m.form(
                to: DatesRoute.decide.link(shown.plan.id, shown.request.id), key: visit.formKey,
                .class("narrow")
            ) { m in
                m.radios(
                    "verdict", "The new date", [Choice("approve", "Approved"), Choice("refuse", "Refused")],
                    in: entry)
                m.radios(
                    "who", "Who decides",
                    [
                        Choice("me", "I do"),
                        Choice("body", "A board or another body, and I record it"),
                    ], in: entry
                ) { choice, m in
                    guard choice.value == "body" else { return }
                    m.textField(
                        "body", "Its name", in: entry, hint: "Such as the Improvement Board", width: .half)
                }
                m.dateField("day", "Day of the decision", in: entry)
                m.textArea(
                    "words", "In what words?", in: entry,
                    hint: "Needed where it is refused. Do not name a child.")
                m.buttons { m in
                    m.button("Save the decision")
                    m.a("Back to the action", .href(back))
                }
            }
        }
    }
}
