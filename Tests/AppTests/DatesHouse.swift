import Kernel
import PlanFormat
import SiteTesting
import Storage
import Testing

@testable import App
@testable import Plans

/// The example's plan as it is run: published, with people who answer for its actions.
struct DatesHouse: Sendable {
    let house: Ashmere
    let authority: ID<Authority>
    private let actions: [String: ID<ActionRecord>]

    var database: Database { house.app.database }
    static let published = Instant("2026-04-30T12:00:00.000Z") ?? Ashmere.now

    init(_ house: Ashmere, publishes: Bool = true) async throws {
        self.house = house
        let plan = house.plan
        let (authority, actions) = try await house.app.database.write { connection in
            let authority = try connection.authorities()[0].id
            var found: [String: ID<ActionRecord>] = [:]
            for action in try PlanSQL.plan(connection, authority, plan)?.actions ?? [] {
                if let reference = action.value.reference { found[reference] = action.id }
            }
            if publishes { try DatesHouse.publish(plan, authority, connection) }
            return (authority, found)
        }
        (self.authority, self.actions) = (authority, actions)
    }

    static func publish(
        _ plan: ID<PlanRecord>, _ authority: ID<Authority>, at now: Instant = published,
        _ connection: Connection
    ) throws {
        try connection.run(
            "UPDATE plan_run SET published_at = COALESCE(published_at, $3) WHERE authority = $1 AND plan = $2",
            [.id(authority), .id(plan), .instant(now)])
        try DatesSQL.lock(
            plan, authority, at: now, by: DatesSQL.Actor(account: nil, person: nil), connection)
    }

    func id(_ reference: String) throws -> ID<ActionRecord> { try #require(actions[reference]) }

    func address(_ reference: String) throws -> String {
        "/plans/\(house.plan)/actions/\(try id(reference))"
    }

    /// The post answers for the action from now on.
    func give(_ reference: String, to post: String) async throws {
        let action = try id(reference)
        try await database.write(for: authority) { connection in
            try connection.run(
                """
                UPDATE action_run SET accountable_post = (SELECT id FROM post WHERE authority = $1 AND title = $3)
                WHERE authority = $1 AND action = $2
                """, [.id(authority), .id(action), .text(post)])
        }
    }

    func run(_ reference: String) async throws -> ActionRun {
        let action = try id(reference)
        return try #require(try await database.read { try RunSQL.run($0, authority, action) })
    }

    func dates(_ reference: String) async throws -> [ActionDate] {
        let action = try id(reference)
        return try await database.read { try DatesSQL.dates(of: action, authority, $0) }
    }

    /// What the form of a new date sends.
    static func wish(
        _ finish: (String, String, String), dates: Int = 1, reason: String = "Two posts are vacant",
        different: String = "Agency cover is agreed"
    ) -> [(String, String)] {
        [
            ("dates", "\(dates)"), ("finish-day", finish.0), ("finish-month", finish.1),
            ("finish-year", finish.2), ("reason", reason), ("different", different),
        ]
    }

    static func verdict(
        _ verdict: String, who: String = "me", body: String = "", words: String = "", day: String = "20"
    ) -> [(String, String)] {
        [
            ("verdict", verdict), ("who", who), ("body", body), ("words", words), ("day-day", day),
            ("day-month", "11"), ("day-year", "2026"),
        ]
    }

    /// Asks for a date as that person, and gives the address of the request.
    func ask(
        _ reference: String, as name: String, _ finish: (String, String, String), dates: Int = 1
    ) async throws -> String {
        var visitor = await house.visitor(name)
        let address = try address(reference)
        await visitor.get("\(address)/date")
        await visitor.post("\(address)/date", DatesHouse.wish(finish, dates: dates))
        #expect(visitor.text.contains("The new date is asked for."))
        return try #require(visitor.link("Read the request"))
    }

    /// The same for an action that is given to the post first.
    func ask(
        _ reference: String, as name: String, answeringAs post: String
    ) async throws -> String {
        try await give(reference, to: post)
        let (action, plan) = (try id(reference), house.plan)
        let request = try await database.write(for: authority) { connection in
            let who = try connection.first(
                "SELECT a.id, a.person FROM account a WHERE a.authority = $1 AND a.name LIKE $2",
                [.id(authority), .text("\(name)%")]
            ) { (try $0.id(0) as ID<Account>, try $0.idOrNil(1) as ID<Person>?) }
            let (account, person) = try #require(who)
            let officer = Officer(
                authority: authority, account: account, person: person, name: name, post: "",
                grants: [
                    Grant(role: .programmeManager, scope: .authority, from: Day(number: 20_000), until: nil)
                ])
            let finish = try #require(PartialDate("2027-02-26"))
            return try AskDate.ask(
                .init(finish: finish, reason: "Vacancies", different: "Cover"), for: action, of: plan,
                by: officer, at: Ashmere.now, on: Day(number: 20_777), connection)
        }
        return "/plans/\(plan)/dates/\(request)"
    }

    /// The person acts for whoever holds the post, from the day before.
    func delegate(_ post: String, to person: String) async throws {
        try await database.write(for: authority) { connection in
            try connection.run(
                """
                INSERT INTO delegation (authority, id, post, delegate, from_day, reason)
                SELECT $1, 77, (SELECT id FROM post WHERE authority = $1 AND title = $2),
                    (SELECT id FROM person WHERE authority = $1 AND name = $3), '2026-11-19', 'Leave'
                """, [.id(authority), .text(post), .text(person)])
        }
    }

    func ruth(_ connection: Connection) throws -> Officer {
        let (account, person) = try #require(
            try connection.first(
                "SELECT id, person FROM account WHERE authority = $1 AND name LIKE 'Ruth%'", [.id(authority)]
            ) { (try $0.id(0) as ID<Account>, try $0.idOrNil(1) as ID<Person>?) })
        return Officer(
            authority: authority, account: account, person: person, name: "Ruth", post: "",
            grants: [
                Grant(role: .programmeManager, scope: .authority, from: Day(number: 20_000), until: nil)
            ])
    }

    /// Fills the plan up to so many actions, each with three steps and half of them moved once; gives how many.
    func fill(to count: Int) async throws -> Int {
        let (plan, authority) = (house.plan, authority)
        return try await database.write(for: authority) { connection in
            let officer = try ruth(connection)
            let actor = DatesSQL.Actor(officer)
            let kept = try #require(try PlanSQL.plan(connection, authority, plan))
            var position = try PlanSQL.nextPosition(in: plan, authority, connection)
            var number = kept.actions.count
            while number < count {
                let area = kept.areas[number % kept.areas.count]
                let start = Day(number: 20_600 + Int32(number % 120))
                var action = Plan.Action(text: "Do the thing numbered \(number) in every team of the service")
                action.reference = "x.\(number)"
                action.timescale = Plan.Timescale(
                    start: PartialDate(start), finish: PartialDate(start.adding(days: 100)))
                // Identities of one millisecond are told apart by chance alone: too little for 1,500 of them.
                let moment = Instant(milliseconds: Ashmere.now.milliseconds + Int64(number))
                let id = ID<ActionRecord>.make(at: moment)
                try PlanSQL.insert(
                    action, as: id, in: area.id, position: position, of: plan, authority, connection,
                    at: Ashmere.now)
                try DatesSQL.lock(
                    action: id, of: plan, authority, at: Ashmere.now, by: actor, connection)
                for step in 1...3 {
                    let step = ActionStep(
                        id: .make(at: moment), revision: 1, text: "Step \(step)",
                        due: start.adding(days: step * 25), done: nil)
                    try StepsSQL.insert(step, of: id, plan, by: officer, at: Ashmere.now, connection)
                }
                if number % 2 == 0 {
                    try connection.run(
                        """
                        INSERT INTO action_date (authority, action, sequence, finish, finish_last, printed,
                            dated_late, reason, approver, approved_on, at)
                        VALUES ($1, $2, 2, $3, $3, $3, 0, 'Vacancies', 'the Board', '2026-10-01', $4)
                        """,
                        [.id(authority), .id(id), .day(start.adding(days: 130)), .instant(Ashmere.now)])
                    try connection.run(
                        "UPDATE plan_action SET finish = $3, finish_last = $3 WHERE authority = $1 AND id = $2",
                        [.id(authority), .id(id), .day(start.adding(days: 130))])
                }
                (position, number) = (position + 1, number + 1)
            }
            return try #require(try PlanSQL.plan(connection, authority, plan)).actions.count
        }
    }
}
