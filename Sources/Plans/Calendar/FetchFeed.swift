import Kernel
import Site
import Storage

/// The calendar as a program fetches it, by its private address alone.
extension PlansFeature {
    /// How far back and ahead a feed reaches.
    private static let days = (back: 92, ahead: 800)

    func fetchFeed(_ visit: Visit) async throws -> Reply {
        guard await !feedGate.isShut(to: visit.remote, at: visit.now) else { throw NotFound() }
        guard let found = try await feedOwner(visit.parameters["token"] ?? "", at: visit.now) else {
            await feedGate.missed(visit.remote, at: visit.now)
            throw NotFound()
        }
        let (officer, today) = found
        // Asked anew at each fetch: a role or a plan that ended a moment ago is out of it.
        let scopes = officer.scopes(for: PlansRoute.readers)
        let entries = try await database.read { connection -> [CalendarEntry] in
            guard !scopes.isEmpty else { return [] }
            let plans = try PlanSQL.plans(connection, officer.authority, within: scopes, on: today)
            return try PlanCalendar.entries(
                connection,
                CalendarScope(
                    officer.authority, plans: plans.map(\.id), from: today.adding(days: -Self.days.back),
                    to: today.adding(days: Self.days.ahead)))
        }
        return .file(
            ICSFile.bytes(
                named: "Plumbline", entries.filter { !$0.isDone }, at: visit.now, site: publicAddress),
            name: "plumbline.ics", type: ICSFile.mediaType)
    }

    /// Nil for an address that is unknown or revoked, or whose account is disabled.
    private func feedOwner(_ address: String, at now: Instant) async throws -> (Officer, Day)? {
        let text = address.hasSuffix(".ics") ? String(address.dropLast(4)) : address
        guard let (authority, hash) = feeds.read(text) else { return nil }
        // The secret itself is never compared: its hash is looked up, and a hash says nothing of its neighbours.
        let account = try await database.read { connection -> ID<Account>? in
            try connection.first(
                """
                SELECT account FROM calendar_feed
                WHERE authority = $1 AND token_hash = $2 AND revoked IS NULL
                """, [.id(authority), .text(hash)]
            ) { try $0.id(0) }
        }
        guard let account else { return nil }
        return try await feeds.officer(authority, account, now)
    }
}
