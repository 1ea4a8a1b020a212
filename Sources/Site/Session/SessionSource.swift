package import Kernel

/// Where sessions are kept. Accounts fills it; idle and absolute limits are its work.
package struct SessionSource: Sendable {
    /// The living session of this token at this moment; nil when there is none, or it has ended.
    package var find: @Sendable (_ token: String, _ now: Instant) async throws -> SignedIn?

    package init(find: @escaping @Sendable (_ token: String, _ now: Instant) async throws -> SignedIn?) {
        self.find = find
    }

    /// Nobody is ever signed in.
    package static let none = SessionSource { _, _ in nil }
}

/// A living session.
package struct SignedIn: Sendable {
    package let officer: Officer
    /// A secret of this session, made with it, from which the key of its forms is made.
    package let formSecret: String

    package init(officer: Officer, formSecret: String) {
        self.officer = officer
        self.formSecret = formSecret
    }
}

/// Says how far grants reach where the tree of the organisation must be asked. App fills it.
package struct ReachSource: Sendable {
    /// True when the plan lies within one of the scopes; asked only where no scope names it outright.
    package var planIsWithin: @Sendable (ID<PlanRecord>, Set<Scope>, Officer) async throws -> Bool
    /// True when the node lies within one of the scopes, itself included.
    package var nodeIsWithin: @Sendable (ID<Node>, Set<Scope>, Officer) async throws -> Bool

    package init(
        planIsWithin: @escaping @Sendable (ID<PlanRecord>, Set<Scope>, Officer) async throws -> Bool,
        nodeIsWithin: @escaping @Sendable (ID<Node>, Set<Scope>, Officer) async throws -> Bool
    ) {
        self.planIsWithin = planIsWithin
        self.nodeIsWithin = nodeIsWithin
    }

    /// No scope reaches further than it says.
    package static let none = ReachSource(
        planIsWithin: { _, _, _ in false }, nodeIsWithin: { _, _, _ in false })
}
