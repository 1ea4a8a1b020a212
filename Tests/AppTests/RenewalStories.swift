import Kernel
import PlanFormat
import Site
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// A newer document over a running plan: row by row, nothing lost, all or nothing.
struct RenewalStories {
    /// Against the first text: 1.1 has another date, 1.2 other words, 2.1 another lead, 2.2 is new, and the criterion of 1.2
    /// is gone.
    static let newer = """
        # Fernleigh plan

        | Area for development | We will | Timescale | Lead | Success criteria |
        |---|---|---|---|---|
        | 1 Visits to children | 1.1 See every child alone | 30 June 2026 | Head of Visiting | 1.1 95% of children are seen alone by 31 December 2026, from 60% in January 2026 |
        | | 1.2 Publish a visiting standard and train on it | 31 July 2026 | Head of Visiting | |
        | 2 Plans for children | 2.1 Write every plan with the family | 30 June 2026 | Head of Practice | 2.1 90% of plans are written with the family by 30 November 2026, from 40% in January 2026 |
        | | 2.2 Ask families what changed | 30 October 2026 | Head of Practice | |
        """

    /// Published in February, 1.2 changed here in March, and the newer document laid beside it in April.
    private static func compared(
        _ house: VersionsHouse
    ) async throws -> (HouseBrowser, address: String, form: [String: String]) {
        var ruth = try await house.keeper(at: "2026-02-10T10:00")
        _ = try await house.publish("First")
        ruth = try await house.keeper(at: "2026-03-10T10:00")
        await ruth.change(
            try #require(try await house.action("1.2")), of: house.plan, text: "Publish our visiting standard"
        )
        ruth = try await house.keeper(at: "2026-04-10T10:00")
        await ruth.get("/import")
        await ruth.upload(newer, named: "fernleigh v2.md", to: "/import")
        let address = "\(ruth.address.prefix { $0 != "?" })/renewal"
        await ruth.get("\(address)?plan=\(house.plan)")
        let revision = try #require(try await house.running()?.plan.header.revision)
        return (ruth, address, ["plan": house.plan.description, "revision": "\(revision)"])
    }

    @Test func `the file, the plan and what it was stand side by side, and a question waits for an answer`()
        async throws
    {
        try await VersionsHouse.with { house in
            var (ruth, address, form) = try await Self.compared(house)
            #expect(ruth.sees("Compared with the plan of 10 February 2026"))
            // Words of 1.2 changed on both sides; was, ours and theirs are shown.
            #expect(ruth.sees("Changed here and in the file."))
            #expect(ruth.sees("<mark>our</mark>") && ruth.sees("<mark>and train on it</mark>"))
            #expect(
                ruth.sees(
                    "The date is locked. Due here: <strong>30 April 2026</strong>. In the file: <strong>30 June 2026</strong>."
                ))
            await ruth.post(address, form)
            #expect(ruth.status == 422 && ruth.sees("Say which holds: Publish our visiting standard"))
            // Nothing was changed by the refusal.
            #expect(try await house.action("2.1")?.value.leads == ["Head of Planning"])

            let both = try #require(try await house.action("1.2"))
            let first = try #require(try await house.action("1.1"))
            form["row-action-\(both.id)"] = "ours"
            await ruth.post(address, form)
            #expect(ruth.sees("The newer document is taken over."))
            let plan = try #require(try await house.running())
            let actions = Dictionary(
                plan.plan.actions.map { ($0.value.reference ?? "", $0) }, uniquingKeysWith: { one, _ in one })
            #expect(actions["1.2"]?.value.text == "Publish our visiting standard")
            #expect(actions["2.1"]?.value.leads == ["Head of Practice"])
            #expect(actions["2.2"]?.value.text == "Ask families what changed")
            #expect(actions["2.2"].flatMap { plan.actions[$0.id]?.run.isDatedLate } == true)
            // The locked date stands until somebody else approves the one that is asked for.
            #expect(actions["1.1"]?.id == first.id)
            #expect(actions["1.1"]?.value.timescale?.finish == PartialDate("2026-04-30"))
            let (authority, plans) = (house.authority, house.plan)
            let asked = try await house.app.database.read {
                try DatesSQL.requests(for: first.id, authority, $0)
            }
            #expect(asked.map(\.finish) == [PartialDate("2026-06-30")])
            // The criterion is not deleted, and its history says where it went.
            #expect(plan.plan.criteriaCount == 3)
            let said = try await house.app.database.read { connection in
                try connection.first(
                    "SELECT to_json FROM event WHERE authority = $1 AND plan = $2 AND kind = 'criterion.gone'",
                    [.id(authority), .id(plans)]
                ) { try $0.text(0) }
            }
            #expect(said?.contains("No longer in fernleigh v2.md; kept here") == true)
            // The plan of before the renewal is still there to be asked for.
            let before = try await house.running(
                at: VersionsHouse.moment("2026-04-01T10:00"), on: Day("2026-04-01"))
            #expect(before?.plan.actions.count == 3)
            await ruth.get("\(address)?plan=\(house.plan)")
            #expect(ruth.status == 404, "the draft is gone with its acceptance")
        }
    }

    @Test func `a plan changed meanwhile is compared afresh, with the choices kept`() async throws {
        try await VersionsHouse.with { house in
            var (ruth, address, form) = try await Self.compared(house)
            let both = try #require(try await house.action("1.2"))
            form["row-action-\(both.id)"] = "theirs"
            var other = try await house.keeper(at: "2026-04-10T10:05")
            await other.change(
                try #require(try await house.action("2.1")), of: house.plan, text: "Write each plan together")
            await ruth.post(address, form)
            #expect(ruth.status == 422 && ruth.sees("The plan was changed while you had this page open"))
            #expect(ruth.sees("Write <mark>each plan together</mark>") || ruth.sees("each"))
            #expect(try await house.action("1.2")?.value.text == "Publish our visiting standard")
            #expect(try await house.running()?.plan.actions.count == 3)
        }
    }

    @Test func `an action whose area is left out is not dropped in silence`() async throws {
        let renewal = Renewal(
            was: RenewalRules.kept([]), ours: RenewalRules.running([]),
            theirs: RenewalRules.plan([("9 New", "9.1", "Begin")]), on: Day(number: 20_000))
        var choices = RenewPlan.Choices(Fields())
        choices.rows = ["new-area-0": .ours]
        #expect(throws: RenewPlan.Refused.self) { try RenewPlan.decide(renewal, choices) }
    }
}

/// Which row of a newer document is which here, and what each asks.
struct RenewalRules {
    static func plan(_ rows: [(area: String, reference: String, text: String)]) -> Plan {
        var plan = Plan()
        for row in rows {
            if plan.areas.last?.title != row.area { plan.areas.append(Plan.Area(title: row.area)) }
            plan.areas[plan.areas.count - 1].actions.append(
                Plan.Action(text: row.text, reference: row.reference))
        }
        return plan
    }

    static func kept(_ rows: [(area: String, reference: String, text: String)]) -> KeptPlan {
        var number: Int64 = 0
        let header = KeptPlan.Header(
            id: ID(1), title: "Plan", owners: [], made: Instant(milliseconds: 0), revision: 1)
        let areas = plan(rows).areas.map { area -> KeptPlan.Area in
            number += 1
            let id = ID<AreaRecord>(number)
            var value = area
            value.actions = []
            let actions = area.actions.map { action -> KeptPlan.Action in
                number += 1
                return KeptPlan.Action(id: ID(number), area: id, revision: 1, value: action, people: [])
            }
            return KeptPlan.Area(id: id, revision: 1, value: value, actions: actions, criteria: [])
        }
        return KeptPlan(header: header, areas: areas, rest: Plan())
    }

    static func running(_ rows: [(area: String, reference: String, text: String)]) -> RunningPlan {
        RunningPlan(plan: kept(rows), day: Day(number: 20_000), moment: nil, actions: [:])
    }

    private static func status(
        was: [(area: String, reference: String, text: String)],
        ours: [(area: String, reference: String, text: String)],
        theirs: [(area: String, reference: String, text: String)]
    ) -> [String] {
        Renewal(was: kept(was), ours: running(ours), theirs: plan(theirs), on: Day(number: 20_000)).rows
            .filter { $0.kind == .action }.map { "\($0.shown.reference) \($0.status)" }
    }

    @Test func `three texts give five answers`() {
        let was = [
            ("A", "1", "See children alone"), ("A", "2", "Write plans early"),
            ("A", "3", "Hold reviews in time"),
        ]
        #expect(Self.status(was: was, ours: was, theirs: was) == ["1 same", "2 same", "3 same"])
        var ours = was
        ours[0].2 = "See all children alone"
        var theirs = was
        theirs[1].2 = "Write plans very early"
        #expect(
            Self.status(was: was, ours: ours, theirs: theirs) == ["1 weChanged", "2 fileChanged", "3 same"])
        theirs[0].2 = "See children alone at home"
        #expect(Self.status(was: was, ours: ours, theirs: theirs)[0] == "1 bothChanged")
        theirs.remove(at: 2)
        theirs.append(("A", "4", "Train every manager"))
        #expect(Self.status(was: was, ours: ours, theirs: theirs).suffix(2) == ["3 missing", "4 added"])
    }

    @Test func `a row that was renumbered is the same row, and its neighbour is not`() {
        let ours = [("A", "1", "See children alone"), ("A", "2", "Write plans early")]
        // A new first row moves every number on by one.
        let theirs = [
            ("A", "1", "Train every manager"), ("A", "2", "See children alone"),
            ("A", "3", "Write plans early"),
        ]
        let match = RenewalMatch(Self.kept(ours), Self.plan(theirs))
        #expect(match.actions == [0: 1, 1: 2])
    }

    @Test func `one number with other words asks whether it is one thing`() {
        let ours = [("A", "1", "See children alone")]
        let theirs = [("A", "1", "Buy a new telephone system")]
        let renewal = Renewal(
            was: Self.kept(ours), ours: Self.running(ours), theirs: Self.plan(theirs), on: Day(number: 20_000)
        )
        let row = renewal.rows.first { $0.kind == .action }
        #expect(row?.choices == [.theirs, .ours, .apart])
        #expect(row?.proposed == nil)
    }

    @Test func `words that differ are marked and the others are not`() {
        var room = 100
        let runs = WordDifference.between(
            "Publish a visiting standard", "Publish our visiting standard now", &room)
        #expect(
            runs.old.map { "\($0.differs ? "*" : "")\($0.text)" } == ["Publish", "*a", "visiting standard"])
        #expect(
            runs.new.map { "\($0.differs ? "*" : "")\($0.text)" } == [
                "Publish", "*our", "visiting standard", "*now",
            ])
    }

    @Test func `what is gone stands where it stood, and what is new where it is`() {
        func row(_ key: String, _ text: String) -> PlanDifference.Row {
            PlanDifference.Row(
                key: key, kind: .action, reference: key, title: text, area: "A",
                fields: [PlanDifference.Field("Text", text)], finish: nil)
        }
        let difference = PlanDifference.between(
            [row("1", "one"), row("2", "two"), row("3", "three")],
            [row("1", "one"), row("4", "four"), row("3", "THREE")])
        #expect(difference.changes.map(\.row.key) == ["2", "4", "3"])
        #expect(difference.same == 1 && difference.added == 1 && difference.removed == 1)
    }
}
