import Kernel
import Storage

/// What stands in files where nobody is the worker.
package enum WorkerPlaceholders {
    /// Until somebody says otherwise, as files write it.
    package static let standard = ["#N/A", "nan", "-", "Unallocated", "Not allocated", "Duty", "None"]

    /// The list as it stands, with who said so and when.
    struct Standing: Sendable {
        let words: [String]
        let at: Instant?
        let by: String?
    }

    static func standing(_ connection: Connection, _ authority: ID<Authority>) throws -> Standing {
        try connection.first(
            """
            SELECT p.words_json, p.at, a.name FROM worker_placeholders p
            LEFT JOIN account a ON a.authority = p.authority AND a.id = p.account
            WHERE p.authority = $1 ORDER BY p.id DESC LIMIT 1
            """, [.id(authority)]
        ) {
            Standing(
                words: try $0.json(0).array?.compactMap(\.string) ?? [], at: try $0.instant(1),
                by: try $0.textOrNil(2))
        } ?? Standing(words: standard, at: nil, by: nil)
    }

    static func insert(
        _ words: [String], by account: ID<Account>?, at now: Instant, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        try connection.run(
            """
            INSERT INTO worker_placeholders (authority, id, at, account, words_json)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .id(authority), .id(ID<Standing>.make(at: now)), .instant(now), .id(account),
                .json(.strings(words)),
            ])
    }
}
