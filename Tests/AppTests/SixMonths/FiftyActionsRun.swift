import Documents
import Kernel
import Plans
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// What the people of the story do in their browsers.
struct FiftyActionsRun {
    let house: MovingHouse
    private var plan = ""
    /// The address of each action by the number that the plan prints.
    private var actions: [String: String] = [:]
    private var kept: [(day: Day, files: [String: [UInt8]])] = []

    private static let formats = ["json", "csv", "xlsx", "docx", "html"]
    private static let leads = [
        "Maya Okonkwo", "Siân Llewellyn-Whitcombe", "Paul Idris Hale", "Tom Hallam", "Ruth Ashworth-Bello",
    ]

    init(_ house: MovingHouse) async throws { self.house = house }

    /// The ten actions that each lead answers for, in the plan's order.
    private static func references(of lead: Int) -> [String] {
        (0..<5).flatMap { area in
            (0..<10).filter { (area + $0) % 5 == lead }.map { "\(area + 1).\($0 + 1)" }
        }
    }

    private func date(_ name: String, _ day: Day) -> [(String, String)] {
        let (year, month, number) = day.civil
        return [("\(name)-day", "\(number)"), ("\(name)-month", "\(month)"), ("\(name)-year", "\(year)")]
    }

    // MARK: December: read, answered for, published

    mutating func begin() async throws {
        var ruth = try await house.visitor("Ruth Ashworth-Bello")
        await ruth.get("/import")
        await ruth.upload(Array(FiftyActions.text.utf8), named: "second plan.md", to: "/import")
        #expect(ruth.text.contains("50 actions"))
        await ruth.fill("\(ruth.address.prefix { $0 != "?" })/confirm")
        let overview = ruth.address
        plan = "/plans/" + String(overview.split(separator: "/")[1].prefix { $0 != "?" && $0 != "#" })
        try await readActions()
        #expect(actions.count == 50)
        var open = 0
        while open < 200 {
            await ruth.get("\(plan)/checks?severity=error")
            guard let accept = ruth.link("Accept with a reason") else { break }
            await ruth.fill(accept, [("reason", "The board knows, and stands by it")])
            open += 1
        }
        await ruth.fill("\(plan)/answers")
        let tom = try #require(house.people["Tom Hallam"]?.person)
        for reference in Self.references(of: 3) {
            await ruth.fill("\(try action(reference))/answers", [("who", "person:\(tom)")])
            #expect(ruth.status == 200, "\(reference): \(ruth.text.prefix(3000))")
        }
        let denise = try #require(house.people["Denise Aldous"]?.person)
        await ruth.fill(
            "\(plan)/board/new",
            [("person", "\(denise)"), ("duty", "chair"), ("body", "Improvement Board")]
                + date("from", try day("2027-12-01")))
        #expect(ruth.text.contains("Denise Aldous is chair"))
        await ruth.fill(
            "\(plan)/versions/new",
            [("name", "The plan as agreed"), ("approvedBy", "The Improvement Board")]
                + date("approvedOn", try day("2027-11-30")))
        #expect(ruth.status == 200 && !ruth.text.contains("There is a problem"), "\(ruth.text.prefix(4000))")
    }

    private mutating func readActions() async throws {
        let id = try #require(ID<PlanRecord>(String(plan.dropFirst(7))))
        let rows = try await house.app.database.read { connection in
            try connection.rows("SELECT reference, id FROM plan_action WHERE plan = $1", [.id(id)]) {
                (try $0.text(0), try $0.id(1) as ID<ActionRecord>)
            }
        }
        for (reference, action) in rows { actions[reference] = "\(plan)/actions/\(action)" }
    }

    private func action(_ reference: String) throws -> String { try #require(actions[reference]) }

    // MARK: Every four weeks

    func giveUpdates(round: Int) async throws {
        for (index, name) in Self.leads.enumerated() {
            // The third round is the one that Paul misses.
            if round == 3, index == 2 { continue }
            var lead = try await house.visitor(name)
            await lead.get("/work")
            let asked = lead.links.filter { $0.hasSuffix("/update") }
            let owed = Self.references(of: index).filter { !(round > 4 && $0 == "1.1") }
            #expect(Set(asked).count == owed.count, "\(name), round \(round)")
            for reference in owed {
                let finish = try finish(reference)
                let claim = finish < house.today ? "amber" : "green"
                await lead.fill(
                    "\(try action(reference))/update",
                    [("done", "Round \(round) of \(reference) is done."), ("claim", claim), ("begun", "yes")])
                #expect(lead.status == 200, "\(reference), round \(round): \(lead.text.prefix(2000))")
            }
            await lead.get("/work")
            #expect(!lead.text.contains("Updates to give"), "\(name), round \(round)")
        }
    }

    private func finish(_ reference: String) throws -> Day {
        let parts = reference.split(separator: ".").compactMap { Int($0) }
        return FiftyActions.finish(parts[0] - 1, parts[1] - 1)
    }

    /// Five working days after 23 February 2028, a Wednesday, is Wednesday 1 March.
    mutating func chasePaul() async throws {
        house.move(to: try day("2028-02-29"))
        try await keepMonthEnd()
        var simon = try await house.visitor("Simon Okafor")
        await simon.get("/work")
        #expect(!simon.text.contains("Updates missing from people who answer to you"))
        house.move(to: try day("2028-03-01"))
        simon = try await house.visitor("Simon Okafor")
        await simon.get("/work")
        #expect(simon.text.contains("Updates missing from people who answer to you"))
        var ruth = try await house.visitor("Ruth Ashworth-Bello")
        let missing = String(decoding: await ruth.file("/missing?as=csv"), as: UTF8.self)
        #expect(missing.contains("Paul Idris Hale") && !missing.contains("Maya Okonkwo"))
        #expect(missing.split(whereSeparator: \.isNewline).count { $0.contains("Paul Idris Hale") } == 10)
        await ruth.get("/missing/messages")
        #expect(ruth.text.contains("Dear Paul") || ruth.text.contains("Paul Idris Hale"))
        var paul = try await house.visitor("Paul Idris Hale")
        for reference in Self.references(of: 2) {
            await paul.fill(
                "\(try action(reference))/update",
                [("done", "Late, but done."), ("claim", "amber"), ("begun", "yes"), ("show", "yes")])
            #expect(paul.address.hasSuffix("/evidence/new") && paul.status == 200, "\(reference)")
        }
    }

    // MARK: January: dates

    func moveDates() async throws {
        let wanted = try day("2028-12-15")
        for (lead, reference, verdict) in [
            ("Siân Llewellyn-Whitcombe", "1.2", "approve"), ("Maya Okonkwo", "1.6", "approve"),
            ("Paul Idris Hale", "1.3", "approve"), ("Siân Llewellyn-Whitcombe", "1.7", "refuse"),
        ] {
            var asker = try await house.visitor(lead)
            await asker.fill(
                "\(try action(reference))/date",
                [("reason", "A post is vacant"), ("different", "Agency cover is agreed")]
                    + date("finish", wanted))
            #expect(asker.status == 200, "\(reference): \(asker.text.prefix(2000))")
            let request = try #require(
                (asker.links + [asker.address]).first { $0.hasPrefix("\(plan)/dates/") }, "\(reference)")
            await asker.get(request)
            #expect(FormOnPage(asker.text, to: request) == nil || asker.status == 404, "own date")
            var ruth = try await house.visitor("Ruth Ashworth-Bello")
            await ruth.fill(
                request,
                [("verdict", verdict), ("who", "me"), ("words", "Seen at the board"), ("body", "")]
                    + date("day", house.today))
            #expect(ruth.status == 200, "\(reference): \(ruth.text.prefix(3000))")
        }
        // Ruth answers for 1.5 herself: she may ask, and not approve.
        var ruth = try await house.visitor("Ruth Ashworth-Bello")
        await ruth.fill(
            "\(try action("1.5"))/date",
            [("reason", "The tool came late"), ("different", "It is here now")] + date("finish", wanted))
        let own = try #require((ruth.links + [ruth.address]).first { $0.hasPrefix("\(plan)/dates/") })
        await ruth.get(own)
        await ruth.post(
            own, [("verdict", "approve"), ("who", "me"), ("words", "Yes")] + date("day", house.today))
        #expect(ruth.status == 422 || ruth.status == 404, "nobody approves their own date")
    }

    // MARK: February and March: closing 1.1

    func close() async throws {
        let address = try action("1.1")
        var maya = try await house.visitor("Maya Okonkwo")
        await maya.get("\(address)/evidence/new")
        await maya.upload(
            Array("%PDF-1.7\nminutes".utf8), named: "O'Malley's minutes.pdf", to: "\(address)/evidence/new",
            [("shows", "Every contact goes to one desk"), ("personal", "no")] + date("dated", house.today))
        #expect(maya.status == 200, "\(maya.text.prefix(2000))")
        var tom = try await house.visitor("Tom Hallam")
        await tom.get("/work")
        let item = try #require(tom.links.first { $0.hasPrefix("\(plan)/evidence/") })
        house.tick()
        await tom.fill(
            item, form: "/verdict", [("verdict", "accepted"), ("reason", "I looked at forty contacts")])
        #expect(tom.text.contains("The evidence is accepted"))
        for verdict in ["rejected", "accepted"] {
            house.tick()
            await maya.fill(
                "\(address)/closing/proposal",
                [("different", "One desk answers")] + date("done", house.today))
            #expect(maya.status == 200, "\(maya.text.prefix(2000))")
            house.tick()
            await maya.get("\(address)/closing/verdict")
            #expect(FormOnPage(maya.text, to: "/closing/verdict") == nil, "not her own")
            await tom.fill(
                "\(address)/closing/verdict", [("verdict", verdict), ("reason", "I rang the desk myself")])
            #expect(tom.status == 200, "\(tom.text.prefix(2000))")
        }
        house.move(to: house.today.adding(days: 8))
        var denise = try await house.visitor("Denise Aldous")
        await denise.fill(
            "\(address)/closing/decision",
            [("decision", "closed"), ("words", "The board is content"), ("present", "D Aldous, S Okafor")]
                + date("met", house.today))
        #expect(denise.text.contains("The action is closed, as the board decided"))
    }

    // MARK: April and May: proof

    private func criterion() async throws -> String {
        var ruth = try await house.visitor("Ruth Ashworth-Bello")
        await ruth.get(try action("1.1"))
        return try #require(
            ruth.links.first { $0.hasPrefix("\(plan)/criteria/") && $0.split(separator: "/").count == 4 })
    }

    /// Claimed, and at its target in January, February and March 2028: proven once they come after the day it was done.
    func prove() async throws {
        let page = try await criterion()
        var ruth = try await house.visitor("Ruth Ashworth-Bello")
        await ruth.fill(
            "\(page)/edit",
            [
                ("population", "Every contact"), ("measure", "Contacts decided in a day"),
                ("unit", "percent"),
                ("better", "higher"), ("periods", "1"), ("rhythm", "month"),
            ])
        #expect(ruth.status == 200, "\(ruth.text.prefix(2000))")
        await ruth.fill("\(page)/target", [("aim", "90")] + date("by", try day("2028-03-31")))
        var daniel = try await house.visitor("Daniel Prewett")
        await daniel.fill(
            "\(page)/baseline",
            [("numerator", "160"), ("denominator", "400"), ("source", "Case system")]
                + date("day", try day("2027-11-30")))
        var denise = try await house.visitor("Denise Aldous")
        for _ in 0..<2 {
            await denise.get("/work")
            let agreement = try #require(denise.links.first { $0.contains("/agreements/") })
            house.tick()
            await denise.fill(
                agreement,
                [("decision", "agreed"), ("body", "Improvement Board")] + date("day", house.today))
        }
        var maya = try await house.visitor("Maya Okonkwo")
        await maya.fill(
            "\(page)/claim",
            [("says", "met"), ("words", "One desk decides")] + date("day", try day("2028-03-22")))
        #expect(maya.status == 200, "\(maya.text.prefix(2000))")
        await figure(184, "2028-03-31", page, &daniel)
        #expect(daniel.text.contains("Proven"), "46 of 50 is 92 per cent, above 90")
        await daniel.get("\(plan)/overview")
        #expect(daniel.text.contains("<strong>1</strong> can show that something has moved"))
    }

    private func figure(_ of200: Int, _ end: String, _ page: String, _ visitor: inout Visitor) async {
        guard let last = Day(end) else { return }
        house.tick()
        await visitor.fill(
            "\(page)/value",
            [
                ("kind", "measure"), ("numerator", "\(of200)"), ("denominator", "200"),
                ("source", "Case system"),
            ] + date("end", last))
        #expect(visitor.status == 200, "\(visitor.text.prefix(2000))")
    }

    /// 75 % in April and 70 % in May: contradicted, and the closed action opens again by itself.
    func contradict() async throws {
        let page = try await criterion()
        house.move(to: try day("2028-05-31"))
        var daniel = try await house.visitor("Daniel Prewett")
        await figure(150, "2028-04-30", page, &daniel)
        await figure(140, "2028-05-31", page, &daniel)
        #expect(daniel.text.contains("Contradicted"))
        await daniel.get(try action("1.1"))
        #expect(daniel.text.contains("Reopened 31 May 2028"))
        await daniel.get("\(plan)/overview")
        #expect(daniel.text.contains("1 criterion is contradicted"))
    }

    // MARK: The month's end

    mutating func keepMonthEnd() async throws {
        var files: [String: [UInt8]] = [:]
        for format in Self.formats { files[format] = try await export(format) }
        kept.append((house.today, files))
    }

    private func export(_ format: String, asAt day: Day? = nil) async throws -> [UInt8] {
        var simon = try await house.visitor("Simon Okafor")
        return await simon.file("\(plan)/export/\(format)" + (day.map { "?as-at=\($0)" } ?? ""))
    }

    func compareMonthEnds() async throws {
        #expect(kept.count == 6)
        house.move(to: try day("2028-06-15"))
        for (day, files) in kept {
            for format in Self.formats {
                let now = try await export(format, asAt: day)
                let same = !now.isEmpty && now == files[format]
                #expect(same, "\(format) as at \(day): \(Self.difference(files[format] ?? [], now))")
            }
        }
        #expect(kept[0].files["csv"] != kept[5].files["csv"])
    }

    /// The first place where two files part, for whoever has to find out why.
    private static func difference(_ then: [UInt8], _ now: [UInt8]) -> String {
        let index = zip(then, now).enumerated().first { $1.0 != $1.1 }?.offset ?? min(then.count, now.count)
        func around(_ bytes: [UInt8]) -> String {
            String(decoding: bytes[max(0, index - 80)..<min(bytes.count, index + 80)], as: UTF8.self)
        }
        return "at \(index), then “\(around(then))”, now “\(around(now))”"
    }

    /// Six rounds of fifty, less what the closed action no longer owed in rounds five and six.
    func countWhatHappened() async throws {
        let counts = try await house.app.database.read { connection in
            try [
                "SELECT COUNT(*) FROM action_update", "SELECT SUM(slips) FROM action_run",
                "SELECT COUNT(*) FROM closing", "SELECT COUNT(*) FROM plan_version",
            ].map { sql in try connection.first(sql, []) { try $0.int(0) } ?? 0 }
        }
        #expect(counts == [6 * 50 - 2, 3, 2, 1])
        let authority = house.authority
        let verdict = try await house.app.database.read { try $0.verifyJournal(of: authority) }
        #expect(verdict.fault == nil)
    }
}
