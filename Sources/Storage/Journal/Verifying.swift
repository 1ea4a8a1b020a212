package import Kernel

/// What a check of one authority's journal found.
package struct JournalVerdict: Sendable, Hashable {
    package let authority: ID<Authority>
    /// How many events were read.
    package let events: Int64
    /// The sequence number and hash that the chain ends with, to be noted down elsewhere.
    package let end: JournalEnd
    /// The first thing that is wrong; nil when the journal is whole.
    package let fault: JournalFault?
}

/// Where a chain stood at one time.
package struct JournalEnd: Sendable, Hashable {
    package let sequence: Int64
    package let hash: String

    package init(sequence: Int64, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }
}

/// The first event that is not as it was recorded.
package struct JournalFault: Sendable, Hashable, CustomStringConvertible {
    package let sequence: Int64
    package let kind: Kind

    package enum Kind: String, Sendable, CaseIterable {
        case missing = "is missing"
        case altered = "was altered"
        case misplaced = "does not follow from the event before it"
        case cutOff = "was cut off the end"
        case added = "was added after the end"
        case otherEnd = "is not the end that the journal's head names"
        case otherThanNoted = "is not what was noted down earlier"
        case headless = "should be there, but the journal's head is gone"
    }

    package var description: String { "Event \(sequence) \(kind.rawValue)." }
}

extension Connection {
    /// Reads every event of the authority in order and works each hash out again.
    ///
    /// Finds events altered, removed, inserted, put in another order, or cut off the end. Whoever can write to
    /// the database could forge a whole new chain: `noted`, an end noted down elsewhere, finds that too.
    package func verifyJournal(
        of authority: ID<Authority>, noted: JournalEnd? = nil
    ) throws -> JournalVerdict {
        var chain = JournalChain(noted: noted)
        try eachEvent(of: authority) { chain.add($0) }
        let head = try first(
            "SELECT sequence, hash FROM journal_head WHERE authority = $1", [.id(authority)]
        ) { JournalEnd(sequence: try $0.integer(0), hash: try $0.text(1)) }
        chain.end(at: head)
        return JournalVerdict(authority: authority, events: chain.events, end: chain.last, fault: chain.fault)
    }
}

/// The check itself, from values alone: one entry after another, then the head.
struct JournalChain {
    private let noted: JournalEnd?
    private(set) var last = JournalEnd(sequence: 0, hash: JournalEntry.noHash)
    private(set) var events: Int64 = 0
    private(set) var fault: JournalFault?

    init(noted: JournalEnd?) { self.noted = noted }

    mutating func add(_ entry: JournalEntry) {
        guard fault == nil else { return }
        events += 1
        let expected = last.sequence + 1
        if entry.sequence != expected {
            return found(entry.sequence > expected ? .missing : .misplaced, at: min(expected, entry.sequence))
        }
        if entry.previousHash != last.hash { return found(.misplaced, at: expected) }
        if entry.hash != entry.computedHash { return found(.altered, at: expected) }
        if let noted, noted.sequence == expected, noted.hash != entry.hash {
            return found(.otherThanNoted, at: expected)
        }
        last = JournalEnd(sequence: entry.sequence, hash: entry.hash)
    }

    mutating func end(at head: JournalEnd?) {
        guard fault == nil else { return }
        // Founding an authority is its first event: a journal without one was emptied.
        guard let head else { return found(.headless, at: max(1, last.sequence)) }
        if head.sequence > last.sequence { return found(.cutOff, at: last.sequence + 1) }
        if head.sequence < last.sequence { return found(.added, at: head.sequence + 1) }
        if head.sequence == 0 { return found(.missing, at: 1) }
        if head.hash != last.hash { return found(.otherEnd, at: last.sequence) }
        if let noted, noted.sequence > last.sequence { found(.cutOff, at: last.sequence + 1) }
    }

    private mutating func found(_ kind: JournalFault.Kind, at sequence: Int64) {
        fault = JournalFault(sequence: sequence, kind: kind)
    }
}
