import CPostgreSQL

/// One libpq connection. Its calls block, so it lives on the engine's own threads.
///
/// Unchecked: the pool gives a connection to one task at a time.
final class PostgresConnection: Session, @unchecked Sendable {
    let handle: OpaquePointer
    /// The name of each statement that this connection has prepared, by its SQL and the types of its values.
    private var prepared: [PreparedKey: String] = [:]
    private var preparedEver = 0
    /// The first statement that failed: nothing after it counts.
    var failure: StorageError?
    /// Sets this schema's locks apart from those of other schemas in the same database.
    private(set) var lockKey: Int64 = 0
    private(set) var version = ""

    private struct PreparedKey: Hashable {
        let sql: String
        let types: [UInt32]
    }

    var dialect: Dialect { .postgres }

    init(url: String) throws(StorageError) {
        let names = ["fallback_application_name", "connect_timeout", "dbname", "client_encoding"]
        let opened = CStrings.with(names) { names in
            CStrings.with(["plumbline", "10", url, "UTF8"]) { PQconnectdbParams(names, $0, 1) }
        }
        guard let opened else { throw .unavailable("There is no memory for a connection to PostgreSQL.") }
        handle = opened
        guard PQstatus(handle) == CONNECTION_OK else {
            throw .unavailable(Self.words(PQerrorMessage(handle)))
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try prepareSession()
    }

    deinit { PQfinish(handle) }

    private func prepareSession() throws(StorageError) {
        guard PQserverVersion(handle) >= 150_000 else {
            throw .unusable("This PostgreSQL is too old: Plumbline needs version 15 or later.")
        }
        try command(
            """
            SET statement_timeout = '60s'; SET lock_timeout = '5s'; SET bytea_output = 'hex';
            SET idle_in_transaction_session_timeout = '60s';
            SELECT CASE current_setting('synchronous_commit')
                WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END
            """)
        do {
            try query(
                """
                SELECT hashtextextended('plumbline ' || current_schema(), 0), current_setting('server_version')
                """, []
            ) {
                lockKey = try $0.integer(0)
                version = try $0.text(1)
                return false
            }
        } catch {
            throw .unusable("The connection names no schema that Plumbline may use (see search_path).")
        }
    }

    /// True while the connection can be used again: alive, and in no transaction.
    var isIdle: Bool { isAlive && PQtransactionStatus(handle) == PQTRANS_IDLE }
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    func query(_ sql: String, _ values: [SQLValue], _ each: (Row) throws -> Bool) throws {
        let answer = try answer(to: sql, values)
        defer { PQclear(answer) }
        for row in 0..<PQntuples(answer) {
            guard try each(Row(source: .postgres(PostgresColumns(answer: answer, row: row)))) else { return }
        }
    }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let answer = try answer(to: sql, values)
        defer { PQclear(answer) }
        return PQcmdTuples(answer).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func stream(_ sql: String, page: Int, _ each: (Row) throws -> Void) throws {
        try command("DECLARE streamed NO SCROLL CURSOR FOR \(sql)")
        var found = 0
        repeat {
            found = 0
            try query("FETCH \(page) FROM streamed", []) {
                found += 1
                try each($0)
                return true
            }
        } while found == page
        try command("CLOSE streamed")
    }

    func script(_ sql: String) throws { try command(sql) }

    /// Runs statements without values, in the simple protocol, and gives the last one's tag.
    @discardableResult
    func command(_ sql: String) throws(StorageError) -> String {
        if let failure { throw failure }
        let answer = try checked(PQexec(handle, sql), sql)
        defer { PQclear(answer) }
        return Self.words(PQcmdStatus(answer))
    }

    private func answer(to sql: String, _ values: [SQLValue]) throws(StorageError) -> OpaquePointer {
        if let failure { throw failure }
        let name = try name(of: sql, types: values.map(\.postgresType))
        return try checked(PostgresValues(values).execute(name, on: handle), sql)
    }

    private func name(of sql: String, types: [UInt32]) throws(StorageError) -> String {
        let key = PreparedKey(sql: sql, types: types)
        if let name = prepared[key] { return name }
        guard SchemaText.highestValue(in: sql) == types.count else {
            throw fail(.fault("\(types.count) values given. In: \(sql.prefix(200))"))
        }
        if prepared.count >= 300 {
            try command("DEALLOCATE ALL")
            prepared = [:]
        }
        preparedEver += 1
        let name = "s\(preparedEver)"
        let text = SchemaText.query(sql)
        PQclear(try checked(PQprepare(handle, name, text, Int32(types.count), types), sql))
        prepared[key] = name
        return name
    }

    private func checked(_ answer: OpaquePointer?, _ sql: String) throws(StorageError) -> OpaquePointer {
        guard let answer else { throw fail(.unavailable(Self.words(PQerrorMessage(handle)))) }
        switch PQresultStatus(answer) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return answer
        default:
            defer { PQclear(answer) }
            guard isAlive else { throw fail(.unavailable(Self.words(PQerrorMessage(handle)))) }
            let meaning = PostgresDiagnosis(answer).meaning(in: sql)
            // A migration elsewhere changed what a prepared statement gives: prepare all of them again.
            if PostgresDiagnosis(answer).state == "0A000" { prepared = [:] }
            throw fail(meaning)
        }
    }

    private func fail(_ error: StorageError) -> StorageError {
        failure = failure ?? error
        return error
    }

    static func words(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "" }
        return String(cString: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
