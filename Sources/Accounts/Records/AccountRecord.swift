import Kernel

/// Somebody who may sign in.
struct AccountRecord: Sendable, Hashable {
    let authority: ID<Authority>
    let id: ID<Account>
    /// In lower case.
    let email: String
    let name: String
    let person: ID<Person>?
    /// Nil until the first one-time link was used.
    let password: PasswordHash?
    let created: Instant
    let lastSignedIn: Instant?
    let disabled: Instant?

    var isDisabled: Bool { disabled != nil }
}

/// A grant as it is kept, with who gave it and why.
struct GrantRecord: Sendable, Hashable {
    let id: ID<Grant>
    let account: ID<Account>
    let grant: Grant
    let givenBy: ID<Account>?
    let given: Instant
    let reason: String
    let ended: Instant?
    let endReason: String?
}

extension Scope {
    var kind: String {
        switch self {
        case .authority: "authority"
        case .node: "node"
        case .plan: "plan"
        case .sample: "sample"
        }
    }

    var identity: Int64? {
        switch self {
        case .authority: nil
        case .node(let id): id.rawValue
        case .plan(let id): id.rawValue
        case .sample(let id): id.rawValue
        }
    }

    init?(kind: String, identity: Int64?) {
        switch (kind, identity) {
        case ("authority", nil): self = .authority
        case ("node", let id?): self = .node(ID(id))
        case ("plan", let id?): self = .plan(ID(id))
        case ("sample", let id?): self = .sample(ID(id))
        default: return nil
        }
    }

    /// As a form carries it: `authority`, `node:` and `plan:` with an identity.
    var formValue: String {
        switch self {
        case .authority: "authority"
        case .node(let id): "node:\(id)"
        case .plan(let id): "plan:\(id)"
        case .sample(let id): "sample:\(id)"
        }
    }
}
