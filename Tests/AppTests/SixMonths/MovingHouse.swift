import Kernel
import Organisation
import Plans
import Site
import SiteTesting
import Storage
import StorageTesting
import Synchronization

@testable import Accounts
@testable import App

/// The whole program on a real authority of invented people, with a clock that the test moves.
final class MovingHouse: Sendable {
    let app: App
    let authority: ID<Authority>
    let people: [String: (person: ID<Person>, account: AccountRecord)]
    private let clock: Clock

    final class Clock: Sendable {
        private let moment: Mutex<Instant>
        init(_ now: Instant) { moment = Mutex(now) }
        var now: Instant { moment.withLock { $0 } }
        func set(_ now: Instant) { moment.withLock { $0 = now } }
        func tick() { moment.withLock { $0 = $0.adding(seconds: 1) } }
    }

    private init(
        app: App, authority: ID<Authority>, people: [String: (ID<Person>, AccountRecord)], clock: Clock
    ) {
        self.app = app
        self.authority = authority
        self.people = people.mapValues { (person: $0.0, account: $0.1) }
        self.clock = clock
    }

    static func with(
        _ engine: TestEngine = .sqlite, from day: Day, _ body: @Sendable (MovingHouse) async throws -> Void
    ) async throws {
        try await TestDatabase.with(engine, migrations: App.migrations) { test in
            let began = day.startInLondon.adding(seconds: 9 * 3600)
            let clock = Clock(began)
            let app = try await App.make(
                test.database, Configuration(place: test.place), now: { clock.now }, log: { _ in })
            let (authority, people) = try await test.database.write {
                connection -> (ID<Authority>, [String: (ID<Person>, AccountRecord)]) in
                let authority = try connection.found(authority: "Ashmere County Council", at: began)
                var found: [String: (ID<Person>, AccountRecord)] = [:]
                for (somebody, person) in try ExampleOrganisation.insert(
                    ExampleOrganisation.people, connection, authority, at: began)
                {
                    let account = AccountRecord(
                        authority: authority, id: .make(at: began),
                        email: "\(NameKey.fold(somebody.name).replacing(" ", with: "."))@ashmere.example",
                        name: somebody.name, person: person, password: nil, created: began,
                        lastSignedIn: nil, disabled: nil)
                    try connection.insert(account, by: nil)
                    for role in somebody.roles {
                        try connection.give(
                            Grant(
                                role: role, scope: .authority, from: day,
                                until: role == .observer ? day.adding(days: 365) : nil),
                            to: account.id, in: authority, by: nil, reason: "Story", at: began)
                    }
                    found[somebody.name] = (person, account)
                }
                return (authority, found)
            }
            try await body(MovingHouse(app: app, authority: authority, people: people, clock: clock))
        }
    }

    var today: Day { clock.now.inLondon.day }

    /// Nine in the morning of that day in London.
    func move(to day: Day) { clock.set(day.startInLondon.adding(seconds: 9 * 3600)) }

    func tick() { clock.tick() }

    /// A browser in which that person has just signed in.
    func visitor(_ name: String) async throws -> Visitor {
        var visitor = Visitor(app.site)
        guard let account = people[name]?.account else { return visitor }
        let now = clock.now
        let token = try await app.database.write(for: authority) {
            try $0.beginSession(of: account, address: "here", agent: "", how: "story", at: now)
        }
        visitor.hold(token.text)
        return visitor
    }
}
