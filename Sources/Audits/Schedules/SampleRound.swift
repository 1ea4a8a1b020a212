import Kernel
import Markup
import Site
import Storage

/// A round that is begun from a sample that fell due: its set-up filled in, and tied to it once it is made.
enum SampleRound {
    /// The form of a round as the rhythm says it. Not found for who may not keep the rhythm.
    static func entry(
        connection: Connection, _ officer: Officer, _ duty: ID<OccurrenceRecord>, on today: Day
    ) throws -> Entry {
        let found = try DutyPage.read(connection, officer, duty, on: today)
        guard found.isKeeper else { throw NotFound() }
        let terms = found.rhythm.terms
        let (unit, size): (String, String) =
            switch terms.amount {
            case .number(let number): ("number", "\(number)")
            case .percent(let percent): ("percent", "\(percent)")
            case nil: ("percent", "")
            }
        let tool = try ToolSQL.issued(connection, officer.authority).first { $0.id == terms.tool }
        let due = max(found.occurrence.dueOn, today).civil
        return Entry(filled: [
            "duty": duty.description, "title": "\(terms.title), \(found.occurrence.naturalOn.long)",
            "question": found.rhythm.source?.words ?? terms.title, "kind": "simple", "first": "independent",
            "verify": "none", "pass": "80", "size": size, "size-unit": unit,
            "node": terms.node?.description ?? "", "tool": tool.map { "\($0.id):\($0.version)" } ?? "",
            "due-day": "\(due.day)", "due-month": "\(due.month)", "due-year": "\(due.year)",
        ])
    }

    static func tie(
        _ duty: ID<OccurrenceRecord>, to round: ID<AuditRound>, by officer: Officer,
        _ connection: Connection, at now: Instant, on today: Day
    ) throws {
        let found = try DutyPage.read(connection, officer, duty, on: today)
        guard found.isKeeper, let round = try RoundSQL.round(connection, officer.authority, round) else {
            throw NotFound()
        }
        try MoveOccurrence.tie(
            found.occurrence, of: found.rhythm, to: round, by: officer, connection, at: now)
    }
}
