import Crypto
import Storage

/// The secret that signs notices and the keys of forms: one for all processes that serve the same records.
enum SiteSecret {
    static let migration = Migration(
        number: 90, name: "site secret",
        sql: """
            CREATE TABLE site_secret (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                bytes BLOB NOT NULL
            );
            """)

    static func secret(of database: Database) async throws -> [UInt8] {
        try await database.write { connection in
            let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
            try connection.run(
                "INSERT INTO site_secret (id, bytes) VALUES (1, $1) ON CONFLICT (id) DO NOTHING",
                [.blob(fresh)])
            let kept = try connection.first("SELECT bytes FROM site_secret WHERE id = 1", []) {
                try $0.blob(0)
            }
            return kept ?? fresh
        }
    }
}
