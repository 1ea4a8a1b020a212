import Audits
import Kernel
import Site
import Storage

/// What followed from the example's finished round: children made safe, actions, a practice note, and what comes again.
enum ExampleFollowing {
    /// The doubts of a round: what was done, and who assured the director. The last one raised still waits.
    static func makeSafe(
        _ round: ID<AuditRound>, _ people: [String: Officer], _ connection: Connection
    ) throws {
        guard let maya = people["Maya Okonkwo"], let simon = people["Simon Okafor"] else { return }
        let items = try connection.rows(
            """
            SELECT id, raised_at, leg FROM safety_item WHERE authority = $1 AND round = $2 ORDER BY raised_at
            """, [.id(maya.authority), .id(round)]
        ) { (id: try $0.id(0) as ID<SafetyRecord>, raised: try $0.instant(1), leg: try $0.text(2)) }
        for item in items.dropLast() {
            // Whoever graded the case does not record for it: then it is the head of the service.
            let managers = item.leg == "first" ? [] : ["Imran Shah", "Owen Castellane"]
            let done = item.raised.adding(seconds: 3 * 3600)
            var (by, assured) = (maya, simon)
            for manager in managers.compactMap({ people[$0] })
            where try record(item.id, by: manager, at: done, connection) {
                (by, assured) = (manager, maya)
            }
            if by == maya, try !record(item.id, by: maya, at: done, connection) { continue }
            // The director, to whom it is addressed, gives it only once the time of all others has passed.
            let moment = item.raised.adding(seconds: assured == maya ? 7 * 3600 : 76 * 3600)
            try GiveAssurance.act(
                "I have read the file and spoken with the worker and her manager: the child is safe where they are.",
                item.id, revision: 2, by: assured, at: moment, on: moment.inLondon.day, connection)
        }
    }

    /// False where the item is not theirs to record for.
    private static func record(
        _ item: ID<SafetyRecord>, by officer: Officer, at now: Instant, _ connection: Connection
    ) throws -> Bool {
        do {
            try RecordDone.act(
                "Seen at home the same day with the worker; the plan was changed and the school told.", item,
                revision: 1, by: officer, at: now, on: now.inLondon.day, connection)
            return true
        } catch  where error is NotFound || error is any Refusal {
            return false
        }
    }

    static func learn(_ round: ID<AuditRound>, _ people: [String: Officer], _ connection: Connection) throws {
        guard let grace = people["Grace O'Malley"], let owner = people["Maya Okonkwo"]?.person else { return }
        let now = ExampleAudits.moment("2026-11-09T10:30:00.000Z")
        let today = now.inLondon.day
        for (standard, text, due) in [
            ("1", "Give every family its plan within five working days, and note when", "2026-11-27"),
            ("12", "See each plan’s steps checked in supervision, with a date for each", "2026-12-18"),
        ] {
            _ = try MakeFinding.act(
                MakeFinding.Values(
                    kind: .service, standard: standard, text: text, owner: owner, due: ExampleRound.day(due)),
                in: round, by: grace, at: now, on: today, connection)
        }
        try WritePracticeNote.act(
            """
            A plan helps a family that has it in hand. In eighteen of forty files nobody could tell when they got it.

            In supervision, ask of each child: when did the parents last get the plan, in words they use, and what did \
            they say to it? Write the date on the file.
            """, standard: "1", of: round, revision: 0, by: grace, at: now, on: today, connection)
    }

    static func comeAgain(_ people: [String: Officer], _ connection: Connection) throws {
        guard let grace = people["Grace O'Malley"], let person = grace.person else { return }
        let now = ExampleAudits.moment("2026-09-01T09:00:00.000Z")
        for terms in [
            Rhythm.Terms(
                kind: .sample, title: "Sample 20% of conference minutes", amount: .percent(20),
                ofWhat: "conference minutes", every: .time(1, .month),
                startsOn: ExampleRound.day("2026-09-30"),
                isMonthEnd: true, doer: .person(person)),
            Rhythm.Terms(
                kind: .report, title: "Report of audits to the board", every: .time(1, .quarter),
                startsOn: ExampleRound.day("2026-09-30"), isMonthEnd: true, doer: .person(person)),
        ] {
            _ = try KeepRhythm.keep(terms, by: grace, connection, at: now, on: now.inLondon.day)
        }
    }
}
