import Kernel
import Storage

/// What an action's own work gives to the proof of its criteria: the day it was done, and evidence accepted.
struct ProofGrounds: Sendable {
    /// The day on which the lead said that it was done.
    var done: Day?
    /// The days on which somebody else accepted evidence.
    var accepted: [Day] = []

    /// The grounds of each action of the plan that has any, as at a moment, in one query.
    static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, at: Instant?
    ) throws -> [ID<ActionRecord>: ProofGrounds] {
        var grounds: [ID<ActionRecord>: ProofGrounds] = [:]
        let closed = try connection.rows(
            """
            SELECT r.action, r.closed_on FROM action_run r
            WHERE r.authority = $1 AND r.plan = $2 AND r.closed_on IS NOT NULL
            """, [.id(authority), .id(plan)]
        ) { (try $0.id(0) as ID<ActionRecord>, try $0.day(1)) }
        for (action, day) in closed where at.map({ day <= $0.inLondon.day }) ?? true {
            grounds[action, default: ProofGrounds()].done = day
        }
        return grounds
    }
}
