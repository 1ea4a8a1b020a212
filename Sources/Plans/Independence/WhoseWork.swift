import Kernel
import Storage

extension Independence {
    /// Whose work an action is, as the records have it; one answer serves every piece of work with the same.
    struct Question: Hashable, Sendable {
        var accountable: Accountable?
        /// Who gave the last update, and with it the last claim.
        var claimant: ID<Person>?
        /// Who last proposed to close it.
        var proposer: ID<Person>?
        /// Who verified that.
        var verifier: ID<Person>?

        var authors: [Author] {
            [
                proposer.map { .owner($0, "proposed to close this action") },
                claimant.map { .owner($0, "gave the last update on this action") },
                verifier.map { .other($0, "verified this closing") },
            ].compactMap { $0 }
        }
    }

    init(_ question: Question, _ line: Line) {
        self.init(line, of: question.accountable, authors: question.authors)
    }
}

extension Independence.Question {
    /// Five columns that `read(_:from:)` reads, of the action `\(action)` of the authority `$1`, with `action_run r`.
    static func columns(action: String) -> String {
        """
        r.accountable_post, r.accountable_person,
        (SELECT u.person FROM action_update u WHERE u.authority = $1 AND u.action = \(action)
            ORDER BY u.number DESC LIMIT 1),
        (SELECT q.proposed_by FROM closing q WHERE q.authority = $1 AND q.action = \(action)
            ORDER BY q.number DESC LIMIT 1),
        (SELECT q.verified_by FROM closing q WHERE q.authority = $1 AND q.action = \(action)
            ORDER BY q.number DESC LIMIT 1)
        """
    }

    static func read(_ row: Row, from column: Int) throws -> Independence.Question {
        Independence.Question(
            accountable: Accountable(post: try row.idOrNil(column), person: try row.idOrNil(column + 1)),
            claimant: try row.idOrNil(column + 2), proposer: try row.idOrNil(column + 3),
            verifier: try row.idOrNil(column + 4))
    }

    static func of(
        _ action: JudgedAction, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Independence.Question {
        try connection.first(
            "SELECT \(columns(action: "r.action")) FROM action_run r WHERE r.authority = $1 AND r.action = $2",
            [.id(authority), .id(action.id)]
        ) { try read($0, from: 0) } ?? Independence.Question(accountable: action.run.accountable)
    }
}
