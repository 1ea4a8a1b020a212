import Crypto
package import Kernel

/// An authority: every other record belongs to one.
package struct AuthorityRecord: Sendable, Hashable {
    package let id: ID<Authority>
    package let name: String
    /// True for the invented authority that comes with Plumbline.
    package let isExample: Bool
    /// The day that the example takes for today; nil for a real authority.
    package let exampleToday: Day?
    package let settings: JSON
    package let created: Instant
}

extension Connection {
    /// Founds an authority with its journal, whose first event says so.
    @discardableResult
    package func found(
        authority name: String, exampleToday: Day? = nil, settings: JSON = .object([]), at instant: Instant
    ) throws -> ID<Authority> {
        let id = ID<Authority>.make(at: instant)
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        try run(
            """
            INSERT INTO authority (id, name, is_example, example_today, settings, salt, created)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .id(id), .text(name), .bool(exampleToday != nil), .day(exampleToday), .json(settings),
                .blob(salt), .instant(instant),
            ])
        try run(
            "INSERT INTO journal_head (authority, sequence, hash) VALUES ($1, 0, $2)",
            [.id(id), .text(JournalEntry.noHash)])
        try record(
            Event(
                authority: id, at: instant, actor: nil, kind: "authority.founded", subject: "authority",
                subjectID: id, to: ["name": .string(name), "example": .bool(exampleToday != nil)]))
        return id
    }

    /// Every authority of the database, oldest first.
    package func authorities() throws -> [AuthorityRecord] {
        try rows(
            """
            SELECT id, name, is_example, example_today, settings, created FROM authority ORDER BY created, id
            """
        ) {
            AuthorityRecord(
                id: try $0.id(0), name: try $0.text(1), isExample: try $0.bool(2),
                exampleToday: try $0.dayOrNil(3), settings: try $0.json(4), created: try $0.instant(5))
        }
    }

    /// A salted hash that stands for a value about a child where the value itself may not stand.
    ///
    /// HMAC-SHA-256 with the authority's salt: the same value gives the same text, and once the salt is erased
    /// nobody can tell whose it was. Throws a fault when the salt is gone.
    package func reference(to value: Sensitive<String>, in authority: ID<Authority>) throws -> String {
        let salt = try first("SELECT salt FROM authority WHERE id = $1", [.id(authority)]) {
            try $0.blobOrNil(0)
        }
        guard let salt, let salt else { throw StorageError.fault("The authority's salt was erased.") }
        let text = value.reveal(for: .comparing)
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: salt))
        return Hexadecimal.text(code)
    }
}
