import Kernel

/// One event as the journal's page and its export show it.
struct JournalLine: Sendable {
    let sequence: Int64
    let at: Instant
    let actor: ID<Account>?
    let kind: String
    let subject: String
    let subjectID: String
    let from: JSON?
    let to: JSON?
    let reason: String?
}
