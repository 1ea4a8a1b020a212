import Kernel
import PlanFormat
import Site
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Plans

/// The plan as it stood: what was taken away at a month's end can be taken away again, byte for byte.
struct AsAtStories {
    static let formats: [PlanExport.Format] = [.json, .docx, .xlsx, .csv, .html]

    @Test func `what was exported at each month's end is exported the same months later`() async throws {
        try await VersionsHouse.with { house in
            let ends = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
            var kept: [String: [[UInt8]]] = [:]
            for (month, end) in ends.enumerated() {
                try await Self.work(house, in: month)
                _ = try await house.keeper(at: "\(end)T16:00")
                kept[end] = try await Self.files(house, "")
                #expect(kept[end]?.allSatisfy { !$0.isEmpty } == true)
            }
            // Every month left another file.
            #expect(Set(kept.values.map { $0[2] }).count == ends.count)
            _ = try await house.keeper(at: "2026-09-01T09:00")
            for end in ends {
                let again = try await Self.files(house, "?as-at=\(end)")
                for (index, format) in Self.formats.enumerated() {
                    #expect(again[index] == kept[end]?[index], "\(format) of \(end)")
                }
            }
        }
    }

    /// What happens in each of four months: words, a new action, a publication, a date that slips.
    private static func work(_ house: VersionsHouse, in month: Int) async throws {
        var ruth = try await house.keeper(at: "2026-0\(month + 1)-12T10:00")
        switch month {
        case 0: break
        case 1:
            let action = try #require(try await house.action("1.2"))
            await ruth.change(
                action, of: house.plan, text: "Publish a standard for visits", leads: "Head of Practice")
        case 2: #expect(try await house.publish("First") == 1)
        default:
            let action = try #require(try await house.action("1.1"))
            try await house.move(action.id, to: "2026-06-30")
            let area = try #require(try await house.running()?.plan.areas.last)
            await ruth.get("/plans/\(house.plan)/areas/\(area.id)/actions/new")
            await ruth.post(
                "/plans/\(house.plan)/areas/\(area.id)/actions/new",
                [
                    "reference": "2.2", "text": "Ask families", "leads": "", "when": "31 August 2026",
                    "status": "",
                ])
            #expect(ruth.sees("The action is in the plan."))
        }
    }

    private static func files(_ house: VersionsHouse, _ query: String) async throws -> [[UInt8]] {
        var files: [[UInt8]] = []
        for format in formats {
            files.append(try await house.bytes("/plans/\(house.plan)/export/\(format.rawValue)\(query)"))
        }
        return files
    }

    @Test func `the page shows words, dates and colours of that day, and says which day`() async throws {
        try await VersionsHouse.with { house in
            var ruth = try await house.keeper(at: "2026-02-10T10:00")
            let action = try #require(try await house.action("1.1"))
            await ruth.change(
                action, of: house.plan, text: "See every child alone and at home", when: "20 May 2026")
            #expect(ruth.sees("The action is changed."))
            ruth = try await house.keeper(at: "2026-06-15T10:00")
            await ruth.get("/plans/\(house.plan)/as-at?day=2026-01-31")
            #expect(ruth.sees("As it stood on 31 January 2026."))
            #expect(ruth.sees("See every child alone") && !ruth.sees("alone and at home"))
            #expect(ruth.sees("30 Apr 2026") && !ruth.sees("20 May 2026"))
            await ruth.get("/plans/\(house.plan)/as-at?day-day=10&day-month=2&day-year=2026")
            #expect(ruth.sees("alone and at home"))
            await ruth.get("/plans/\(house.plan)/as-at?day=2026-01-04")
            #expect(ruth.sees("There was no such plan"))
            await ruth.get("/plans/\(house.plan)/as-at?day=2026-06-16")
            #expect(ruth.status == 422 && ruth.sees("Choose a day that is not ahead"))
        }
    }

    @Test func `facts on record by now give what is kept of each action`() async throws {
        try await VersionsHouse.with { house in
            _ = try await house.keeper(at: "2026-02-10T10:00")
            _ = try await house.publish("First")
            _ = try await house.keeper(at: "2026-03-10T10:00")
            let action = try #require(try await house.action("1.1"))
            try await house.move(action.id, to: "2026-06-30")
            let now = try #require(try await house.running())
            let facts = try #require(try await house.running(at: house.now))
            for action in now.plan.actions {
                var kept = try #require(now.actions[action.id]?.run)
                // The next due day is a promise of the plan's rhythm, not a fact of the past.
                kept.updateDue = nil
                kept.accountableName = nil
                #expect(facts.actions[action.id]?.run == kept)
            }
            #expect(
                PlanDifference.between(PlanDifference.rows(facts), PlanDifference.rows(now)).changes == [])
        }
    }

    @Test func `a closing stands as the steps on record by then leave it`() async throws {
        try await Ashmere.with { house in
            let action = try await house.action("5.2")
            try await house.chair()
            let steps: [(at: String, state: ClosingState, sql: String)] = [
                ("2026-06-01", .open, ""),
                ("2026-07-01", .proposed, ""),
                ("2026-08-01", .verified, "verified_at = '2026-08-01T09:00:00.000Z', verdict = 'accepted'"),
                (
                    "2026-09-01", .closed,
                    "decided_at = '2026-09-01T09:00:00.000Z', decision = 'closed', met_on = '2026-08-31'"
                ), ("2026-10-01", .open, "reopened_at = '2026-10-01T09:00:00.000Z'"),
            ]
            let (authority, who) = (try await house.authority, try await house.who("Maya"))
            try await house.run(
                """
                INSERT INTO closing (authority, id, number, plan, action, proposed_at, proposed_on,
                    proposed_account, proposed_by, done_on, different)
                VALUES ($1, 1, 1, $2, $3, '2026-07-01T09:00:00.000Z', '2026-07-01', 1, $4,
                    '2026-06-30', 'All seen')
                """, [.id(authority), .id(house.plan), .id(action), .id(who)])
            for step in steps where !step.sql.isEmpty {
                try await house.run("UPDATE closing SET \(step.sql)")
            }
            for step in steps {
                let moment = try #require(Day(step.at)?.endInLondon)
                let runs = try await house.app.database.read {
                    try StandingSQL.runs($0, authority, house.plan, at: moment)
                }
                #expect(runs[action]?.closing == step.state, "\(step.at)")
                #expect(runs[action]?.closed == (step.state == .closed ? Day("2026-08-31") : nil))
            }
        }
    }

    @Test(arguments: [
        ("2026-03-28", "2026-03-28T23:59:59.999Z"), ("2026-03-29", "2026-03-29T22:59:59.999Z"),
        ("2026-07-31", "2026-07-31T22:59:59.999Z"), ("2026-10-25", "2026-10-25T23:59:59.999Z"),
    ])
    func `a day ends when it ends in London`(day: String, end: String) {
        #expect(Day(day)?.endInLondon.description == end)
    }
}

extension VersionsHouse {
    /// Gives an action whose first date is locked another, as the board approved.
    func move(_ action: ID<ActionRecord>, to finish: String) async throws {
        let (plan, officer, now) = (plan, officer, now)
        let date = try #require(PartialDate(finish))
        let moved = try await app.database.write { connection in
            try DatesSQL.move(
                action, of: plan, to: Plan.Timescale(start: nil, finish: date),
                on: DatesSQL.Ground(
                    reason: "Posts are vacant", approver: "the Improvement Board", approved: now.inLondon.day),
                officer.authority, at: now, by: DatesSQL.Actor(officer), connection)
        }
        #expect(moved)
    }
}
