package import Kernel

/// Something that was done: who, when, what, from, to, why. It can hold no `Sensitive` value.
///
/// Where an event must point at one, it holds `Connection.reference(to:in:)`, a salted hash.
package struct Event: Sendable, Hashable {
    package var authority: ID<Authority>
    package var at: Instant
    /// Nil when the program itself did it.
    package var actor: ID<Account>?
    /// What was done, as `action.closed`.
    package var kind: String
    /// The kind of thing that it was done to, as `action`.
    package var subject: String
    package var subjectID: String
    package var plan: ID<PlanRecord>?
    package var from: JSON
    package var to: JSON
    package var reason: String?

    package init(
        authority: ID<Authority>, at: Instant, actor: ID<Account>?, kind: String, subject: String,
        subjectID: String, plan: ID<PlanRecord>? = nil, from: JSON = .null, to: JSON = .null,
        reason: String? = nil
    ) {
        self.authority = authority
        self.at = at
        self.actor = actor
        self.kind = kind
        self.subject = subject
        self.subjectID = subjectID
        self.plan = plan
        self.from = from
        self.to = to
        self.reason = reason
    }

    package init<Owner>(
        authority: ID<Authority>, at: Instant, actor: ID<Account>?, kind: String, subject: String,
        subjectID: ID<Owner>, plan: ID<PlanRecord>? = nil, from: JSON = .null, to: JSON = .null,
        reason: String? = nil
    ) {
        self.init(
            authority: authority, at: at, actor: actor, kind: kind, subject: subject,
            subjectID: subjectID.description, plan: plan, from: from, to: to, reason: reason)
    }
}
