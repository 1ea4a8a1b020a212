package import Kernel
import Markup
import Site
package import Storage

/// The first of three: whoever answers for the action says that it is done, and what is different now.
package enum ProposeClosing {
    package struct Form: Hashable, Sendable {
        package var different: String
        package var done: Day

        package init(different: String, done: Day) {
            self.different = different
            self.done = done
        }
    }

    static func decide(_ form: Fields, on today: Day) throws(ClosingRefused) -> Form {
        guard form["different"].count >= 3 else { throw .differentMissing }
        let done = try form.closingDay("done", called: "the day that it was done")
        guard done <= today else { throw .doneAhead }
        return Form(different: form["different"], done: done)
    }

    /// Whether this person may propose it now.
    static func check(_ run: ActionRun, _ doer: Doer) throws(ClosingRefused) -> ID<Person> {
        guard let person = doer.officer.person else { throw .accountOfNobody }
        guard doer.line.names[person] != nil else { throw .notIndependent(.notOfTheOrganisation) }
        guard let accountable = run.accountable else { throw .nobodyAnswers }
        guard doer.answers(for: accountable) else { throw .notTheirs(doer.line.words(accountable)) }
        guard run.closing == .open else { throw .notOpen }
        return person
    }
}

// MARK: Acting

extension ProposeClosing {
    @discardableResult
    package static func propose(
        _ form: Form, _ action: ID<ActionRecord>, of plan: ID<PlanRecord>, by officer: Officer,
        at now: Instant, on today: Day, _ connection: Connection
    ) throws -> ID<ClosingRecord> {
        let judged = try JudgedAction.read(connection, officer.authority, plan, action)
        let doer = try Doer.of(officer, connection, on: today)
        let person = try check(judged.run, doer)
        let id = ID<ClosingRecord>.make(at: now)
        let actsFor = doer.actsFor(judged.run.accountable)
        try connection.run(
            """
            INSERT INTO closing (authority, id, plan, action, number, proposed_at, proposed_on,
                proposed_account, proposed_by, acted_for, done_on, different)
            VALUES ($1, $2, $3, $4, (SELECT COALESCE(MAX(k.number), 0) + 1 FROM closing k
                WHERE k.authority = $1 AND k.action = $4), $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .id(officer.authority), .id(id), .id(plan), .id(action), .instant(now), .day(today),
                .id(officer.account), .id(person), .optional(actsFor), .day(form.done), .text(form.different),
            ])
        try ClosingSQL.set(.proposed, action, officer.authority, connection)
        let whom = actsFor.map { " for \($0)" } ?? ""
        try connection.record(
            judged.event(
                "closing.proposed",
                says: "Closing proposed\(whom), done on \(form.done.long): “\(form.different)”", by: officer,
                officer.authority, at: now))
        return id
    }
}

extension PlansFeature {
    func closingToPropose(_ visit: Visit) async throws -> Reply {
        let hand = try await closingAtHand(visit)
        return .page(ProposeClosing.page(hand, .dated(["done": visit.today]), visit))
    }

    func proposeClosing(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let hand = try await closingAtHand(visit)
        do {
            let form = try ProposeClosing.decide(visit.form, on: visit.today)
            try await database.write(for: officer.authority) {
                try ProposeClosing.propose(
                    form, hand.action.id, of: hand.action.plan.id, by: officer, at: visit.now,
                    on: visit.today, $0)
            }
            return .redirect(
                to: hand.action.address, notice: "Closing is proposed. Somebody independent will verify it.")
        } catch let refusal as ClosingRefused {
            return .refused(
                ProposeClosing.page(try await closingAtHand(visit), visit.entry(refusal), visit))
        }
    }
}

// MARK: Page

extension ProposeClosing {
    static func page(_ hand: ClosingAtHand, _ entry: Entry, _ visit: Visit) -> Page {
        let action = hand.action
        return Page(
            "Propose closing", section: .plan, breadcrumbs: action.crumbs, facts: [Markup(action.words)],
            errors: entry.errors
        ) { m in
            do throws(ClosingRefused) {
                _ = try check(action.run, hand.doer)
            } catch {
                m.p("\(error.sentence).")
                if entry.errors.isEmpty { return }
            }
            let accepted = hand.evidence.count { $0.state == .accepted }
            let waiting = hand.evidence.count { $0.state == .waiting }
            m.p(
                accepted == 0
                    ? "No evidence of this action is accepted yet, and \(waiting) wait to be judged. The verifier sees that."
                    : "\(strong: counted(accepted, "piece")) of its evidence \(accepted == 1 ? "is" : "are") accepted, and \(waiting) wait to be judged."
            )
            m.form(
                to: ClosingRoute.propose.link(action.plan.id, action.id), key: visit.formKey, .class("narrow")
            ) { m in
                m.textArea(
                    "different", "What is different now?", in: entry,
                    hint:
                        "For children or for the people who work with them, not what you did. Do not name a child."
                )
                m.dateField("done", "When was it done?", in: entry)
                m.buttons { m in
                    m.button("Propose closing this action")
                    m.a("Cancel", .href(action.address))
                }
                m.note(
                    "A verifier who neither answers for it nor reports to whoever does looks at it next, then the board decides."
                )
            }
        }
    }
}
