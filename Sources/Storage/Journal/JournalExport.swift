package import Kernel

extension JournalEntry {
    package static let csvHead = CSV.row([
        "authority", "sequence", "at (UTC)", "actor", "kind", "subject", "subject id", "plan", "from", "to",
        "reason", "previous hash", "hash",
    ])

    /// The entry as one row of a file that no spreadsheet takes for formulas.
    package var csvRow: String {
        CSV.row([
            authority.description, "\(sequence)", at, actor?.description ?? "", kind, subject, subjectID,
            plan?.description ?? "", from ?? "", to ?? "", reason ?? "", previousHash, hash,
        ])
    }

    /// `from` and `to` stay text: the hash stands on their very bytes.
    package var json: JSON {
        [
            "authority": .string(authority.description), "sequence": .integer(sequence), "at": .string(at),
            "actor": .optional(actor?.description), "kind": .string(kind), "subject": .string(subject),
            "subjectID": .string(subjectID), "plan": .optional(plan?.description), "from": .optional(from),
            "to": .optional(to), "reason": .optional(reason), "previousHash": .string(previousHash),
            "hash": .string(hash),
        ]
    }
}

extension Connection {
    /// Every event of the authority, oldest first, without holding them all.
    package func eachEvent(of authority: ID<Authority>, _ each: (JournalEntry) throws -> Void) throws {
        var after = Int64.min
        while true {
            let page = try rows(
                """
                SELECT \(JournalEntry.columns) FROM event
                WHERE authority = $1 AND sequence > $2 ORDER BY sequence LIMIT 1000
                """, [.id(authority), .integer(after)], JournalEntry.init)
            guard let last = page.last else { return }
            try page.forEach(each)
            after = last.sequence
        }
    }
}
