package import Kernel
import Markup
import Site
package import Storage

/// The third of three: the chair or the secretary records what the board decided.
package enum DecideClosing {
    package struct Form: Hashable, Sendable {
        package var isClosed: Bool
        package var met: Day
        package var words: String
        package var present: String
        /// The body, where the officer speaks for several in this plan.
        package var body: String?

        package init(isClosed: Bool, met: Day, words: String, present: String, body: String? = nil) {
            self.isClosed = isClosed
            self.met = met
            self.words = words
            self.present = present
            self.body = body
        }
    }

    static func decide(_ form: Fields, on today: Day) throws(ClosingRefused) -> Form {
        guard ["closed", "not closed"].contains(form["decision"]) else { throw .decisionMissing }
        let met = try form.closingDay("met", called: "the day that the board met")
        guard met <= today else { throw .meetingAhead }
        guard form["words"].count >= 3 else { throw .wordsMissing }
        guard form["present"].count >= 3 else { throw .presentMissing }
        return Form(
            isClosed: form["decision"] == "closed", met: met, words: form["words"], present: form["present"],
            body: form["body"].nilIfEmpty)
    }

    static func check(
        _ hand: ClosingAtHand, body: String? = nil
    ) throws(ClosingRefused) -> (Closing, Closing.Verdict, BoardDuty) {
        guard let closing = hand.last, closing.state == .verified, let verdict = closing.verdict else {
            throw .notVerified
        }
        if let no = hand.forDeciding.whyNot(hand.doer.officer.person) { throw .notIndependent(no) }
        guard let duty = hand.duties.first(where: { body == nil || $0.body == body }) else { throw .noDuty }
        return (closing, verdict, duty)
    }
}

// MARK: Acting

extension DecideClosing {
    package static func record(
        _ form: Form, closing: ID<ClosingRecord>? = nil, _ action: ID<ActionRecord>,
        of plan: ID<PlanRecord>, by officer: Officer, at now: Instant, on today: Day, _ connection: Connection
    ) throws {
        let hand = try ClosingAtHand.read(connection, officer, plan, action, on: today)
        if let closing, hand.last?.id != closing || hand.last?.state != .verified {
            throw ClosingRefused.changedMeanwhile
        }
        let (verified, verdict, duty) = try check(hand, body: form.body)
        guard form.met >= verdict.on else { throw ClosingRefused.meetingBefore(verdict.on) }
        try connection.run(
            """
            UPDATE closing SET decided_at = $3, decided_on = $4, decided_account = $5, decided_by = $6,
                body = $7, duty = $8, met_on = $9, decision = $10, decision_words = $11, present = $12
            WHERE authority = $1 AND id = $2 AND decided_at IS NULL
            """,
            [
                .id(officer.authority), .id(verified.id), .instant(now), .day(today), .id(officer.account),
                .id(officer.person), .text(duty.body), .text(duty.kind.rawValue), .day(form.met),
                .text(form.isClosed ? "closed" : "not closed"), .text(form.words), .text(form.present),
            ])
        try ClosingSQL.set(
            form.isClosed ? .closed : .open, closed: form.isClosed ? form.met : nil, action,
            officer.authority, connection)
        try connection.record(
            hand.action.event(
                form.isClosed ? "action.closed" : "closing.refused",
                says:
                    "\(form.isClosed ? "Closed" : "Not closed") by \(duty.body) on \(form.met.long): “\(form.words)” Present: \(form.present). Recorded",
                by: officer, officer.authority, at: now))
    }
}

extension PlansFeature {
    func closingToDecide(_ visit: Visit) async throws -> Reply {
        .page(DecideClosing.page(try await closingAtHand(visit), Entry(), visit))
    }

    func decideClosing(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let plan: ID<PlanRecord> = try visit.id("plan")
        let action: ID<ActionRecord> = try visit.id("action")
        do {
            let form = try DecideClosing.decide(visit.form, on: visit.today)
            guard let looked: ID<ClosingRecord> = visit.form.id("closing") else { throw BadRequest() }
            try await database.write(for: officer.authority) {
                try DecideClosing.record(
                    form, closing: looked, action, of: plan, by: officer, at: visit.now, on: visit.today, $0)
            }
            return .redirect(
                to: PlansRoute.action.link(plan, action),
                notice: form.isClosed
                    ? "The action is closed, as the board decided."
                    : "The action is open again, as the board decided.")
        } catch let refusal as ClosingRefused {
            return .refused(
                DecideClosing.page(try await closingAtHand(visit), visit.entry(refusal), visit))
        }
    }
}

// MARK: Page

extension DecideClosing {
    static func page(_ hand: ClosingAtHand, _ entry: Entry, _ visit: Visit) -> Page {
        let action = hand.action
        return Page(
            "Record the board’s decision", section: .plan, breadcrumbs: action.crumbs,
            facts: [Markup(action.words)], errors: entry.errors
        ) { m in
            if let last = hand.last { ClosingPage.summary(last, &m) }
            let accepted = hand.evidence.count { $0.state == .accepted }
            m.p(
                accepted == 0
                    ? "\(strong: "No evidence of this action is accepted.")"
                    : "\(strong: counted(accepted, "piece")) of its evidence \(accepted == 1 ? "is" : "are") accepted. \(link: "See all of it", to: action.address)"
            )
            do throws(ClosingRefused) {
                _ = try check(hand)
            } catch {
                m.p("\(error.sentence).")
                if entry.errors.isEmpty { return }
            }
            form(hand, entry, visit, &m)
        }
    }

    private static func form(_ hand: ClosingAtHand, _ entry: Entry, _ visit: Visit, _ m: inout Markup) {
        let action = hand.action
        m.form(
            to: ClosingRoute.decide.link(action.plan.id, action.id), key: visit.formKey, .class("narrow")
        ) { m in
            m.hiddenField("closing", entry.value("closing").nilIfEmpty ?? hand.last?.id.description ?? "")
            if hand.duties.count > 1 {
                m.select("body", "Which body?", hand.duties.map { Choice($0.body, $0.body) }, in: entry)
            }
            m.radios(
                "decision", "What did the board decide?",
                [
                    Choice("closed", "Closed"),
                    Choice(
                        "not closed", "Not closed", hint: "The action is open again, with the board’s words"),
                ], in: entry)
            m.dateField("met", "When did it meet?", in: entry)
            m.textArea(
                "words", "Its words", in: entry, hint: "As the minutes have them. Do not name a child.")
            m.textArea("present", "Who was present?", in: entry, rows: 2)
            m.buttons { m in
                m.button("Save the board’s decision")
                m.a("Cancel", .href(action.address))
            }
            m.note("It stands under your name. A closed action can be reopened; what was decided is kept.")
        }
    }
}
