import Kernel
import Storage
import Synchronization

/// The authorities of these records, kept in mind: they are founded once, and asked for on every page.
final class Authorities: Sendable {
    private let database: Database
    private let known = Mutex<[ID<Authority>: AuthorityRecord]>([:])

    init(_ database: Database) {
        self.database = database
    }

    /// The authority of that identity, or the oldest where nobody is signed in; nil before the first run.
    func authority(of officer: Officer?) async throws -> AuthorityRecord? {
        if let officer, let found = known.withLock({ $0[officer.authority] }) { return found }
        let all = try await database.read { try $0.authorities() }
        known.withLock { known in for authority in all { known[authority.id] = authority } }
        guard let officer else { return all.first }
        return all.first { $0.id == officer.authority }
    }

    /// The day that counts as today for the officer: London's, or the example's own.
    func today(_ officer: Officer?, _ now: Instant) -> Day {
        let fixed = known.withLock { known in
            officer.map { known[$0.authority]?.exampleToday } ?? known.values.first?.exampleToday
        }
        return (fixed ?? nil) ?? now.inLondon.day
    }
}
