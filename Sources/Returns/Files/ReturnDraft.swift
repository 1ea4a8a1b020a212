import Kernel
import Storage

/// Files that somebody gave and has not loaded yet: sealed, seen by them alone, and gone after two days.
struct ReturnDraft: Sendable {
    let id: ID<ReturnDraft>
    let made: Instant
    /// The file's name, or how many there are.
    let name: String
    let file: ID<StoredFile>
    /// Since when it is being loaded; nil while it is not.
    let loadingSince: Instant?
    /// Why the last load did not come to an end.
    let refused: String?

    static let daysKept = 2

    /// In seconds: no load takes longer, so that an older mark is of a program that is gone.
    static let longestLoad: Int64 = 15 * 60

    func isBeingLoaded(at now: Instant) -> Bool {
        loadingSince.map { now < $0.adding(seconds: Self.longestLoad) } ?? false
    }

    /// The last moment at which it can be loaded.
    var until: Instant { made.adding(seconds: Int64(Self.daysKept) * 86_400) }
}

enum ReturnDraftSQL {
    private static let columns = "id, made_at, name, file, loading_since, refused"

    private static func draft(_ row: Row) throws -> ReturnDraft {
        ReturnDraft(
            id: try row.id(0), made: try row.instant(1), name: try row.text(2), file: try row.id(3),
            loadingSince: try row.instantOrNil(4), refused: try row.textOrNil(5))
    }

    private static func oldest(_ now: Instant) -> Instant {
        now.adding(seconds: -Int64(ReturnDraft.daysKept) * 86_400)
    }

    static func drafts(
        _ connection: Connection, _ officer: Officer, at now: Instant
    ) throws -> [ReturnDraft] {
        try connection.rows(
            """
            SELECT \(columns) FROM return_draft WHERE authority = $1 AND account = $2 AND made_at >= $3
            ORDER BY made_at DESC, id DESC
            """, [.id(officer.authority), .id(officer.account), .instant(oldest(now))], draft)
    }

    static func draft(
        _ connection: Connection, _ officer: Officer, _ id: ID<ReturnDraft>, at now: Instant
    ) throws -> ReturnDraft? {
        try connection.first(
            """
            SELECT \(columns) FROM return_draft
            WHERE authority = $1 AND account = $2 AND id = $3 AND made_at >= $4
            """, [.id(officer.authority), .id(officer.account), .id(id), .instant(oldest(now))], draft)
    }

    static func insert(
        _ sealed: [UInt8], named name: String, _ key: SealedFiles.Key, _ officer: Officer, at now: Instant,
        _ connection: Connection
    ) throws -> ID<ReturnDraft> {
        try SealedFiles.keep(key, at: now, connection)
        let file = try connection.keep(
            sealed, name: "return draft", mediaType: "application/octet-stream", for: officer.authority,
            at: now)
        let id = ID<ReturnDraft>.make(at: now)
        try connection.run(
            """
            INSERT INTO return_draft (authority, id, account, made_at, name, file)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .id(officer.authority), .id(id), .id(officer.account), .instant(now), .text(name),
                .id(file.id),
            ])
        return id
    }

    /// Marks it as being loaded; false where it is gone, or is being loaded already.
    static func begin(
        _ id: ID<ReturnDraft>, at now: Instant, _ connection: Connection, _ officer: Officer
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE return_draft SET loading_since = $4, refused = NULL
            WHERE authority = $1 AND account = $2 AND id = $3
                AND (loading_since IS NULL OR loading_since < $5)
            """,
            [
                .id(officer.authority), .id(officer.account), .id(id), .instant(now),
                .instant(now.adding(seconds: -ReturnDraft.longestLoad)),
            ]) == 1
    }

    static func fail(
        _ id: ID<ReturnDraft>, why: String, _ connection: Connection, _ authority: ID<Authority>
    ) throws {
        try connection.run(
            """
            UPDATE return_draft SET loading_since = NULL, refused = $3 WHERE authority = $1 AND id = $2
            """, [.id(authority), .id(id), .text(why)])
    }

    /// Takes it away with its sealed files; false where it was gone.
    static func remove(
        _ id: ID<ReturnDraft>, _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Bool {
        let file = try connection.first(
            "DELETE FROM return_draft WHERE authority = $1 AND id = $2 RETURNING file",
            [.id(authority), .id(id)]
        ) { try $0.id(0) as ID<StoredFile> }
        guard let file else { return false }
        try connection.remove(file: file, of: authority)
        return true
    }

    /// Takes away every authority's drafts that were left too long.
    /// Takes away what was kept too long; the drafts that went.
    @discardableResult
    static func removeExpired(_ connection: Connection, at now: Instant) throws -> [ID<ReturnDraft>] {
        let expired = try connection.rows(
            "SELECT authority, id FROM return_draft WHERE made_at < $1", [.instant(oldest(now))]
        ) { (authority: try $0.id(0) as ID<Authority>, id: try $0.id(1) as ID<ReturnDraft>) }
        for draft in expired { _ = try remove(draft.id, connection, draft.authority) }
        return expired.map(\.id)
    }

    /// Ends the marks of loads that ended with the program that ran them: those begun before that moment.
    static func endMarks(before moment: Instant, _ connection: Connection) throws {
        try connection.run(
            """
            UPDATE return_draft SET loading_since = NULL, refused = $2
            WHERE loading_since IS NOT NULL AND loading_since < $1
            """,
            [
                .instant(moment),
                "The program stopped while it was being loaded, and nothing of it was stored",
            ])
    }
}
