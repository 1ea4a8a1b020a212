import Kernel
import Storage

/// Whether originals are kept, and the ones that are. What is kept is sealed; what is dropped is gone.
enum KeptOriginals {
    struct Setting: Sendable {
        let keeps: Bool
        let at: Instant?
        let by: String?
    }

    /// Until somebody chooses, originals are dropped: columns are enough to work everything out again.
    static func setting(_ connection: Connection, _ authority: ID<Authority>) throws -> Setting {
        try connection.first(
            """
            SELECT s.keeps_originals, s.at, a.name FROM return_setting s
            LEFT JOIN account a ON a.authority = s.authority AND a.id = s.account
            WHERE s.authority = $1 ORDER BY s.id DESC LIMIT 1
            """, [.id(authority)]
        ) { Setting(keeps: try $0.bool(0), at: try $0.instant(1), by: try $0.textOrNil(2)) }
            ?? Setting(keeps: false, at: nil, by: nil)
    }

    static func set(
        _ keeps: Bool, by account: ID<Account>?, at now: Instant, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        try connection.run(
            """
            INSERT INTO return_setting (authority, id, at, account, keeps_originals)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [.id(authority), .id(ID<Setting>.make(at: now)), .instant(now), .id(account), .bool(keeps)])
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.originals",
                subject: "authority", subjectID: authority,
                to: [
                    "says": .string(
                        keeps
                            ? "Original files of returns are kept, encrypted"
                            : "Original files of returns are dropped once loaded"),
                    "keeps": .bool(keeps),
                ]))
    }

    /// Files whose originals are kept.
    static func kept(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [(file: ID<ReturnFile>, original: ID<StoredFile>)] {
        try connection.rows(
            "SELECT id, original FROM return_file WHERE authority = $1 AND original IS NOT NULL",
            [.id(authority)]
        ) { (file: try $0.id(0), original: try $0.id(1)) }
    }

    /// Removes the originals of these files; the files themselves stay.
    static func remove(
        _ originals: [(file: ID<ReturnFile>, original: ID<StoredFile>)], _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        for one in originals {
            try connection.run(
                "UPDATE return_file SET original = NULL WHERE authority = $1 AND id = $2",
                [.id(authority), .id(one.file)])
            try connection.remove(file: one.original, of: authority)
        }
    }
}
