import Kernel
import Storage

enum DelegationRecord {}

/// That a person acts, under their own name, for whoever holds a post or for another person.
struct Delegation: Hashable, Sendable {
    /// For whom somebody acts.
    enum Whom: Hashable, Sendable {
        case post(ID<Post>)
        case person(ID<Person>)

        var post: ID<Post>? { if case .post(let id) = self { id } else { nil } }
        var person: ID<Person>? { if case .person(let id) = self { id } else { nil } }
    }

    let id: ID<DelegationRecord>
    let whom: Whom
    let delegate: ID<Person>
    let from: Day
    /// The last day; nil while nobody has said.
    let until: Day?
    let reason: String
    let revision: Int

    func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }

    func overlaps(from: Day, until: Day?) -> Bool {
        (until.map { self.from <= $0 } ?? true) && (self.until.map { from <= $0 } ?? true)
    }
}

enum DelegationSQL {
    private static let columns = "id, post, person, delegate, from_day, until_day, reason, revision"

    /// Every delegation of the authority, the newest first.
    static func all(_ connection: Connection, _ authority: ID<Authority>) throws -> [Delegation] {
        try connection.rows(
            "SELECT \(columns) FROM delegation WHERE authority = $1 ORDER BY from_day DESC, id DESC",
            [.id(authority)]
        ) { try delegation($0) }.compactMap { $0 }
    }

    private static func delegation(_ row: Row) throws -> Delegation? {
        let post: ID<Post>? = try row.idOrNil(1)
        let person: ID<Person>? = try row.idOrNil(2)
        guard let whom = post.map(Delegation.Whom.post) ?? person.map(Delegation.Whom.person) else {
            return nil
        }
        return Delegation(
            id: try row.id(0), whom: whom, delegate: try row.id(3), from: try row.day(4),
            until: try row.dayOrNil(5), reason: try row.text(6), revision: try row.int(7))
    }

    static func insert(_ delegation: Delegation, _ connection: Connection, _ authority: ID<Authority>) throws
    {
        try connection.run(
            """
            INSERT INTO delegation (authority, id, post, person, delegate, from_day, until_day, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(authority), .id(delegation.id), .id(delegation.whom.post), .id(delegation.whom.person),
                .id(delegation.delegate), .day(delegation.from), .day(delegation.until),
                .text(delegation.reason),
            ])
    }

    /// False when somebody changed it meanwhile.
    static func end(
        _ delegation: Delegation, on last: Day, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE delegation SET until_day = $4, revision = revision + 1
            WHERE authority = $1 AND id = $2 AND revision = $3
            """, [.id(authority), .id(delegation.id), .int(delegation.revision), .day(last)]) == 1
    }
}
