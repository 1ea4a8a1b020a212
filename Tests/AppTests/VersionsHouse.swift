import Documents
import Kernel
import PlanChecks
import PlanFormat
import PlanReading
import Site
import Storage
import StorageTesting
import Synchronization

@testable import Accounts
@testable import App
@testable import Plans

/// The whole site on a real database with one new authority, a small plan, and a clock that the story sets.
struct VersionsHouse: Sendable {
    let app: App
    let authority: ID<Authority>
    let account: ID<Account>
    let plan: ID<PlanRecord>
    private let clock: Clock

    private final class Clock: Sendable {
        private let held: Mutex<Instant>
        init(_ now: Instant) { held = Mutex(now) }
        var now: Instant { held.withLock { $0 } }
        func set(_ now: Instant) { held.withLock { $0 = now } }
    }

    static let text = """
        # Fernleigh plan

        | Area for development | We will | Timescale | Lead | Success criteria |
        |---|---|---|---|---|
        | 1 Visits to children | 1.1 See every child alone | 30 April 2026 | Head of Visiting | 1.1 95% of children are seen alone by 31 December 2026, from 60% in January 2026 |
        | | 1.2 Publish a visiting standard | 31 July 2026 | Head of Visiting | 1.2 Standard in use in all six teams by 30 September 2026 |
        | 2 Plans for children | 2.1 Write every plan with the family | 30 June 2026 | Head of Planning | 2.1 90% of plans are written with the family by 30 November 2026, from 40% in January 2026 |
        """

    /// On each engine that this run has; the plan is read from its text at half past nine on 5 January 2026.
    static func with(_ body: @Sendable (VersionsHouse) async throws -> Void) async throws {
        for engine in TestEngine.available {
            try await TestDatabase.with(engine, migrations: App.migrations) { test in
                let clock = Clock(moment("2026-01-05T09:30"))
                let app = try await App.make(
                    test.database, Configuration(place: test.place), now: { clock.now }, log: { _ in })
                let document = try DocumentReader.read(Array(text.utf8), named: "plan.md")
                let plan = PlanReader.read(document).plan
                let (authority, account, id) = try await test.database.write { connection in
                    let authority = try connection.found(authority: "Fernleigh Council", at: clock.now)
                    let account = AccountRecord(
                        authority: authority, id: .make(at: clock.now), email: "ruth@fernleigh.example",
                        name: "Ruth Keeper", person: nil, password: nil, created: clock.now,
                        lastSignedIn: nil, disabled: nil)
                    try connection.insert(account, by: nil)
                    try connection.give(
                        Grant(
                            role: .programmeManager, scope: .authority, from: clock.now.inLondon.day,
                            until: nil),
                        to: account.id, in: authority, by: nil, reason: "Story", at: clock.now)
                    let id = ID<PlanRecord>.make(at: clock.now)
                    try PlanSQL.insert(
                        plan, titled: "Fernleigh plan", as: id, PlanSQL.Setting(), authority, connection,
                        at: clock.now)
                    return (authority, account.id, id)
                }
                try await body(
                    VersionsHouse(app: app, authority: authority, account: account, plan: id, clock: clock))
            }
        }
    }

    /// `2026-03-31T16:00`, in UTC.
    static func moment(_ text: String) -> Instant { Instant("\(text):00.000Z") ?? Instant(milliseconds: 0) }

    var now: Instant { clock.now }

    /// Moves the clock on and signs the keeper in.
    func keeper(at text: String) async throws -> HouseBrowser {
        clock.set(Self.moment(text))
        return HouseBrowser(site: app.site, token: try await token())
    }

    private func token() async throws -> String {
        let (authority, account, now) = (authority, account, clock.now)
        return try await app.database.write { connection in
            guard let record = try connection.account(account, of: authority) else { return "" }
            return try connection.beginSession(of: record, address: "here", agent: "", how: "story", at: now)
                .text
        }
    }

    /// The keeper as the acting parts know them.
    var officer: Officer {
        Officer(
            authority: authority, account: account, person: nil, name: "Ruth Keeper", post: "",
            grants: [Grant(role: .programmeManager, scope: .authority, from: Day(number: 0), until: nil)])
    }

    /// The bytes of a file that the site gives.
    func bytes(_ path: String) async throws -> [UInt8] {
        let answer = await app.site.answer(
            Inquiry("GET", path, headers: [("cookie", "__Host-plumbline=\(try await token())")]))
        return answer.status == 200 ? answer.body : []
    }

    func running(at moment: Instant? = nil, on day: Day? = nil) async throws -> RunningPlan? {
        let (authority, plan, day) = (authority, plan, day ?? clock.now.inLondon.day)
        return try await app.database.read {
            try RunningPlan.read($0, authority, plan, at: moment, on: day)
        }
    }

    /// Stands by every error that the checks find, and publishes.
    func publish(_ name: String) async throws -> Int {
        let (plan, officer, now) = (plan, officer, now)
        return try await app.database.write { connection in
            try Self.standByErrors(plan, officer, now, connection)
            return try PublishPlan.publish(
                plan,
                PublishPlan.Words(
                    name: name, approvedBy: "the Improvement Board", approvedOn: now.inLondon.day),
                document: nil, by: officer, at: now, on: now.inLondon.day, connection)
        }
    }

    static func standByErrors(
        _ plan: ID<PlanRecord>, _ officer: Officer, _ now: Instant, _ connection: Connection
    ) throws {
        let running = try RunningPlan.read(
            connection, officer.authority, plan, at: nil, on: now.inLondon.day)
        guard let running else { return }
        let checked = try CheckedPlan.read(connection, officer.authority, running, document: nil)
        for open in checked.open where open.finding.severity == .error {
            try AcceptanceSQL.insert(
                open.id, of: open.finding.check, reason: "The board knows", by: officer, at: now, plan: plan,
                connection)
        }
    }

    func action(_ reference: String) async throws -> KeptPlan.Action? {
        try await running()?.plan.actions.first { $0.value.reference == reference }
    }
}

extension HouseBrowser {
    /// Changes an action through its form.
    mutating func change(
        _ action: KeptPlan.Action, of plan: ID<PlanRecord>, text: String? = nil, when: String? = nil,
        leads: String? = nil
    ) async {
        let address = "/plans/\(plan)/actions/\(action.id)/edit"
        await get(address)
        await post(
            address,
            [
                "revision": "\(action.revision)", "reference": action.value.reference ?? "",
                "text": text ?? action.value.text,
                "leads": leads ?? action.value.leads.joined(separator: "\n"),
                "when": when ?? action.value.timescale?.text ?? "", "status": "",
            ])
    }
}
