package import Kernel

/// An event as the journal keeps it: numbered, and tied to the one before by its hash.
package struct JournalEntry: Sendable, Hashable {
    package let authority: ID<Authority>
    /// 1 for the first of its authority.
    package let sequence: Int64
    package let at: String
    package let actor: ID<Account>?
    package let kind: String
    package let subject: String
    package let subjectID: String
    package let plan: ID<PlanRecord>?
    /// Compact JSON.
    package let from: String?
    package let to: String?
    package let reason: String?
    package let previousHash: String
    package internal(set) var hash: String
}

extension JournalEntry {
    /// What the first event of an authority follows.
    static let noHash = String(repeating: "0", count: 64)

    init(_ event: Event, sequence: Int64, after previousHash: String) {
        func text(_ json: JSON) -> String? { json == .null ? nil : SQLValue.storable(json.text()) }
        self.init(
            authority: event.authority, sequence: sequence, at: event.at.description, actor: event.actor,
            kind: SQLValue.storable(event.kind), subject: SQLValue.storable(event.subject),
            subjectID: SQLValue.storable(event.subjectID), plan: event.plan, from: text(event.from),
            to: text(event.to), reason: event.reason.map(SQLValue.storable), previousHash: previousHash,
            hash: "")
        hash = computedHash
    }

    /// The hash that these fields give: every field of the event, and the hash before it.
    var computedHash: String {
        var hash = CanonicalHash(domain: "plumbline event 1")
        hash.add(previousHash)
        hash.add(authority.rawValue)
        hash.add(sequence)
        hash.add(at)
        hash.add(actor?.rawValue)
        hash.add(kind)
        hash.add(subject)
        hash.add(subjectID)
        hash.add(plan?.rawValue)
        hash.add(from)
        hash.add(to)
        hash.add(reason)
        return hash.hexadecimal
    }

    static let columns = """
        authority, sequence, at, actor, kind, subject, subject_id, plan, from_json, to_json, reason,
        previous_hash, hash
        """

    var values: [SQLValue] {
        [
            .id(authority), .integer(sequence), .text(at), .id(actor), .text(kind), .text(subject),
            .text(subjectID), .id(plan), .optional(from), .optional(to), .optional(reason),
            .text(previousHash), .text(hash),
        ]
    }

    init(_ row: Row) throws {
        self.init(
            authority: try row.id(0), sequence: try row.integer(1), at: try row.text(2),
            actor: try row.idOrNil(3), kind: try row.text(4), subject: try row.text(5),
            subjectID: try row.text(6), plan: try row.idOrNil(7), from: try row.textOrNil(8),
            to: try row.textOrNil(9), reason: try row.textOrNil(10), previousHash: try row.text(11),
            hash: try row.text(12))
    }
}
