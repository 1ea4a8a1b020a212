package import Kernel

/// What private feeds ask of accounts. App fills it.
package struct FeedSource: Sendable {
    /// A new secret of at least 128 random bits, and the hash under which it is kept.
    package var make: @Sendable (ID<Authority>) -> (text: String, hash: String)
    /// Whose secret it would be, and its hash; nil for what is no secret of ours.
    package var read: @Sendable (String) -> (authority: ID<Authority>, hash: String)?
    /// The account as it may act at that moment, and its day; nil where it is disabled or gone.
    package var officer: @Sendable (ID<Authority>, ID<Account>, Instant) async throws -> (Officer, Day)?

    package init(
        make: @escaping @Sendable (ID<Authority>) -> (text: String, hash: String),
        read: @escaping @Sendable (String) -> (authority: ID<Authority>, hash: String)?,
        officer: @escaping @Sendable (ID<Authority>, ID<Account>, Instant) async throws -> (Officer, Day)?
    ) {
        self.make = make
        self.read = read
        self.officer = officer
    }
}

/// Slows down whoever tries addresses: so many unknown ones from one place, and none is looked up for a while.
actor FeedGate {
    private static let most = 20
    private static let milliseconds: Int64 = 10 * 60 * 1000
    private var misses: [String: [Int64]] = [:]

    func isShut(to remote: String, at now: Instant) -> Bool {
        let recent = (misses[remote] ?? []).filter { now.milliseconds - $0 < FeedGate.milliseconds }
        misses[remote] = recent.isEmpty ? nil : recent
        return recent.count >= FeedGate.most
    }

    func missed(_ remote: String, at now: Instant) {
        // More places than this at once is an attack on the memory; the oldest knowledge goes.
        if misses.count > 10_000 { misses.removeAll() }
        misses[remote, default: []].append(now.milliseconds)
    }
}
