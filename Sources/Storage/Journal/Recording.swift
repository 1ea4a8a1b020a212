package import Kernel

extension Connection {
    /// Writes the event into the journal, in this transaction and next in the authority's chain.
    package func record(_ event: Event) throws {
        // Counting up takes the row's lock: nobody else can be next until this transaction ends.
        let next = try first(
            """
            UPDATE journal_head SET sequence = sequence + 1 WHERE authority = $1 RETURNING sequence, hash
            """, [.id(event.authority)]
        ) { (sequence: try $0.integer(0), hash: try $0.text(1)) }
        guard let next else { throw StorageError.fault("The authority has no journal.") }
        let entry = JournalEntry(event, sequence: next.sequence, after: next.hash)
        try run(
            """
            INSERT INTO event (\(JournalEntry.columns))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """, entry.values)
        try run(
            "UPDATE journal_head SET hash = $1 WHERE authority = $2",
            [.text(entry.hash), .id(event.authority)])
    }

    /// The events of an authority, newest first: of one subject, of one plan, or all; before a sequence number.
    package func events(
        of authority: ID<Authority>, subject: (kind: String, id: String)? = nil, plan: ID<PlanRecord>? = nil,
        before sequence: Int64 = .max, limit: Int = 50
    ) throws -> [JournalEntry] {
        var values: [SQLValue] = [.id(authority), .integer(sequence), .int(limit)]
        var condition = ""
        if let subject {
            values += [.text(subject.kind), .text(subject.id)]
            condition += " AND subject = $4 AND subject_id = $5"
        }
        if let plan {
            values.append(.id(plan))
            condition += " AND plan = $\(values.count)"
        }
        return try rows(
            """
            SELECT \(JournalEntry.columns) FROM event
            WHERE authority = $1 AND sequence < $2\(condition) ORDER BY sequence DESC LIMIT $3
            """, values, JournalEntry.init)
    }
}
