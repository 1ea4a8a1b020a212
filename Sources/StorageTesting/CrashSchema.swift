package import Kernel
package import Storage

/// What the writer that is killed keeps, and the test looks for: each write is two rows and an event, or nothing.
package enum CrashSchema {
    package static let migrations = [
        Migration(
            number: 900, name: "crash",
            sql: """
                CREATE TABLE crash (
                    authority INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    half INTEGER NOT NULL,
                    text TEXT NOT NULL,
                    PRIMARY KEY (authority, number, half)
                )
                """)
    ]

    package static func write(
        _ number: Int64, for authority: ID<Authority>, into database: Database
    ) async throws {
        try await database.write { connection in
            for half in 0..<2 {
                try connection.run(
                    "INSERT INTO crash (authority, number, half, text) VALUES ($1, $2, $3, $4)",
                    [
                        .id(authority), .integer(number), .int(half),
                        .text(String(repeating: "\(number) ", count: 200)),
                    ])
                if half == 0 {
                    try connection.record(
                        Event(
                            authority: authority, at: Instant(milliseconds: number), actor: nil,
                            kind: "crash.kept",
                            subject: "crash", subjectID: "\(number)"))
                }
            }
        }
    }
}
