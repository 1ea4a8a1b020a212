import Crypto

/// One step of the schema: numbered, run once, and never edited after it has landed.
///
/// The SQL is the dialect that both engines speak, with the types INTEGER, TEXT, REAL and BLOB; tables are STRICT
/// on SQLite. Name every CHECK. Numbers are the whole product's: each feature has its own hundred.
package struct Migration: Sendable, Hashable {
    package let number: Int
    package let name: String
    package let sql: String
    /// What only one engine needs, run after `sql` as it stands.
    let sqlite: String
    let postgres: String

    package init(number: Int, name: String, sql: String) {
        self.init(number: number, name: name, sql: sql, sqlite: "", postgres: "")
    }

    init(number: Int, name: String, sql: String, sqlite: String, postgres: String) {
        self.number = number
        self.name = name
        self.sql = sql
        self.sqlite = sqlite
        self.postgres = postgres
    }

    /// SHA-256 of everything that the migration says, in hexadecimal.
    var digest: String {
        var hash = CanonicalHash(domain: "plumbline migration 1")
        for text in [name, sql, sqlite, postgres] { hash.add(text) }
        return hash.hexadecimal
    }

    func script(for dialect: Dialect) -> String {
        let own = dialect == .sqlite ? sqlite : postgres
        return SchemaText.translated(sql, for: dialect) + (own.isEmpty ? "" : ";\n" + own)
    }
}
