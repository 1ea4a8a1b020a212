import Kernel
import Storage

/// Keeps what can be found in step with the records, by reading the journal: every change stands there in the
/// transaction that made it, so that nothing found was undone and nothing done is missed.
///
/// `docs/decisions/search.md` says why no part of the work has to call it.
enum SearchIndex {
    /// Brings the authority's index up to the journal's end. It writes only where something has changed.
    static func catchUp(
        _ database: Database, _ authority: ID<Authority>, _ places: OrganisationPlaces, on today: Day
    ) async throws {
        let isBehind = try await database.read { connection in
            try head(connection, authority) != progress(connection, authority)
        }
        guard isBehind else { return }
        try await database.write(for: authority) { connection in
            let done = try progress(connection, authority)
            let end = try head(connection, authority)
            // Another request may have done it while this one waited.
            guard done != end else { return }
            for plan in try changedPlans(connection, authority, since: done) {
                let records = try SearchSources.all.flatMap { try $0.records(connection, authority, plan) }
                try replace(connection, authority, of: plan, with: records)
            }
            if try isOrganisationChanged(connection, authority, since: done) {
                let records = try OrganisationFound.records(connection, authority, places, on: today)
                try replace(connection, authority, of: nil, with: records)
            }
            try connection.run(
                """
                INSERT INTO search_progress (authority, sequence) VALUES ($1, $2)
                ON CONFLICT (authority) DO UPDATE SET sequence = $2
                """, [.id(authority), .integer(end)])
        }
    }

    private static func head(_ connection: Connection, _ authority: ID<Authority>) throws -> Int64 {
        try connection.first(
            "SELECT sequence FROM journal_head WHERE authority = $1", [.id(authority)]
        ) { try $0.integer(0) } ?? 0
    }

    /// Nil where nothing has been indexed yet.
    private static func progress(_ connection: Connection, _ authority: ID<Authority>) throws -> Int64? {
        try connection.first(
            "SELECT sequence FROM search_progress WHERE authority = $1", [.id(authority)]
        ) { try $0.integer(0) }
    }

    private static func changedPlans(
        _ connection: Connection, _ authority: ID<Authority>, since done: Int64?
    ) throws -> [ID<PlanRecord>] {
        guard let done else {
            return try connection.rows("SELECT id FROM plan WHERE authority = $1", [.id(authority)]) {
                try $0.id(0)
            }
        }
        return try connection.rows(
            """
            SELECT DISTINCT plan FROM event
            WHERE authority = $1 AND sequence > $2 AND plan IS NOT NULL AND subject <> 'list'
            """, [.id(authority), .integer(done)]
        ) { try $0.id(0) }
    }

    private static func isOrganisationChanged(
        _ connection: Connection, _ authority: ID<Authority>, since done: Int64?
    ) throws -> Bool {
        guard let done else { return true }
        return try connection.first(
            """
            SELECT 1 FROM event
            WHERE authority = $1 AND sequence > $2 AND subject IN ('person', 'post', 'node', 'organisation')
            """, [.id(authority), .integer(done)]
        ) { _ in true } ?? false
    }
}

// MARK: Writing what has changed

extension SearchIndex {
    private struct Key: Hashable {
        let kind: String
        let subject: String
    }

    private struct Standing {
        let id: Int64
        let words: [String]
    }

    /// Makes the index of one plan, or of the organisation, hold these records: only what differs is written.
    private static func replace(
        _ connection: Connection, _ authority: ID<Authority>, of plan: ID<PlanRecord>?,
        with records: [SearchRecord]
    ) throws {
        var standing: [Key: Standing] = [:]
        try connection.rows(
            """
            SELECT kind, subject, id, address, title, body FROM search_entry
            WHERE authority = $1 AND \(plan == nil ? "plan IS NULL" : "plan = $2")
            """, [.id(authority)] + (plan.map { [.id($0)] } ?? [])
        ) { row in
            (
                Key(kind: try row.text(0), subject: try row.text(1)),
                Standing(id: try row.integer(2), words: [try row.text(3), try row.text(4), try row.text(5)])
            )
        }.forEach { standing[$0.0] = $0.1 }
        var gone = standing
        var new: [(id: Int64, record: SearchRecord)] = []
        for record in records {
            let key = Key(kind: record.kind.rawValue, subject: record.subject)
            if let known = gone.removeValue(forKey: key) {
                if known.words == [record.address, record.title, record.body] { continue }
                gone[key] = known
            }
            new.append((Int64.random(in: 1...Int64.max), record))
        }
        for entry in gone.values {
            for table in [
                "search_word WHERE authority = $1 AND entry", "search_entry WHERE authority = $1 AND id",
            ] {
                try connection.run("DELETE FROM \(table) = $2", [.id(authority), .integer(entry.id)])
            }
        }
        try insert(connection, authority, new)
    }

    private static func insert(
        _ connection: Connection, _ authority: ID<Authority>, _ new: [(id: Int64, record: SearchRecord)]
    ) throws {
        for (id, record) in new {
            try connection.run(
                """
                INSERT INTO search_entry (authority, id, kind, subject, plan, address, title, body)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .id(authority), .integer(id), .text(record.kind.rawValue), .text(record.subject),
                    .id(record.plan), .text(record.address), .text(record.title), .text(record.body),
                ])
        }
        let words = new.flatMap { id, record in
            SearchWords.weighed(record).map { (word: $0.key, entry: id, weight: $0.value) }
        }
        // Many rows a statement: one for each word would be as many journeys to a server.
        for start in stride(from: 0, to: words.count, by: 200) {
            let part = words[start..<min(start + 200, words.count)]
            var values: [SQLValue] = [.id(authority)]
            let rows = part.map { row in
                values += [.text(row.word), .integer(row.entry), .int(row.weight)]
                return "($1, $\(values.count - 2), $\(values.count - 1), $\(values.count))"
            }
            try connection.run(
                "INSERT INTO search_word (authority, word, entry, weight) VALUES \(rows.joined(separator: ", "))",
                values)
        }
    }
}
