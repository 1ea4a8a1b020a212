import Kernel
import Plans
import Proof
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Measures

/// Measures through their pages: who sees what, what cannot be worked out, and what a criterion takes from them.
struct MeasureStories {
    static let within45 = "assessments.within45"

    /// Returns as they might have been loaded, one a month, each with the counts of that month.
    struct Loaded: Sendable {
        var returns: [(taken: MeasureSources.Taken, counts: [MeasureCounts])] = []

        mutating func month(_ first: String, _ cells: [MeasureCounts.Cell], of key: String = within45) {
            guard let day = Day(first),
                let period = Period(day, through: day.adding(months: 1).adding(days: -1))
            else { return }
            let at = Instant("\(period.last.adding(days: 3))T09:00:00.000Z") ?? Ashmere.now
            returns.append(
                (
                    MeasureSources.Taken(
                        key: "file.\(key).\(first)", name: "Annex A as at \(period.last.long)",
                        asAt: period.last, at: at),
                    [MeasureCounts(key, period, byWorker: true, cells: cells)]
                ))
        }

        var sources: MeasureSources {
            let returns = returns
            return MeasureSources(
                taken: { _, _, _, _ in returns.map(\.taken) },
                content: { _, _, key in
                    returns.first { $0.taken.key == key }.map { .counts($0.counts) }
                }, definitions: { _, _ in [] })
        }
    }

    static func nodes(_ house: Ashmere) async throws -> [String: ID<Node>] {
        let authority = try await house.authority
        return Dictionary(
            try await house.app.database.read { connection in
                try connection.rows(
                    "SELECT name, node FROM node_version WHERE authority = $1", [.id(authority)]
                ) { (try $0.text(0), try $0.id(1) as ID<Node>) }
            }, uniquingKeysWith: { first, _ in first })
    }

    static func compute(_ loaded: Loaded, _ house: Ashmere, at now: Instant = Ashmere.now) async throws {
        let authority = try await house.authority
        try await house.app.database.write(for: authority) { connection in
            let outcome = try MeasureCompute.run(
                .everything, loaded.sources, connection, authority, at: now)
            try TiedFigures.follow(
                outcome.measures, .joined, connection, authority, at: now, on: Example.today)
        }
    }

    /// Fourteen months to October 2026; in the last Harbour has 3 of 40.
    private static func fourteenMonths(_ nodes: [String: ID<Node>]) -> Loaded {
        var loaded = Loaded()
        let first = Day(number: 20_332)  // 1 September 2025
        for month in 0..<14 {
            let harbour = month == 13 ? 3 : 28 + month % 3
            let cells: [MeasureCounts.Cell] = [
                MeasureCounts.Cell(
                    nodes["Harbour team"], harbour, of: 40, worker: "Worker One", overdue: 7),
                MeasureCounts.Cell(nodes["Millbrook team"], 40 + month % 4, of: 60, overdue: 8),
                MeasureCounts.Cell(nodes["Front door"], 70 + month % 5, of: 100, overdue: 9),
                MeasureCounts.Cell(nil, 8, of: 16),
            ]
            loaded.month(first.adding(months: month).description, cells)
        }
        return loaded
    }

    @Test func `the list and the page say the latest figure with its counts, and what the line says`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.compute(Self.fourteenMonths(try await Self.nodes(house)), house)
            var daniel = await house.visitor("Daniel")
            await daniel.get("/measures")
            #expect(daniel.status == 200 && daniel.text.contains("1 measure"))
            // By hand: 3 + 41 + 73 + 8 of 40 + 60 + 100 + 16.
            #expect(daniel.text.contains("125 of 216") && daniel.text.contains("57.9%"))
            await daniel.get("/measures/\(Self.within45)")
            #expect(daniel.status == 200)
            #expect(daniel.text.contains("Getting worse"))
            #expect(daniel.text.contains("below the lower limit"))
            #expect(daniel.text.contains("Not mapped to a unit"))
            #expect(
                daniel.text.contains("3 of 40")
                    || daniel.text.contains("<td role=\"cell\" class=\"number\" data-label=\"Count\">3</td>"))
            #expect(daniel.text.contains("Annex A as at 31 October 2026"))
            await daniel.get("/measures/no.such")
            #expect(daniel.status == 404)
        }
    }

    @Test
    func `who may see workers is their line and the quality lead, and the administrator sees no figure`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.compute(Self.fourteenMonths(try await Self.nodes(house)), house)
            func sees(_ name: String) async -> (worker: Bool, units: Bool, status: Int) {
                var visitor = await house.visitor(name)
                await visitor.get("/measures/\(Self.within45)")
                return (
                    visitor.text.contains("Worker One"), visitor.text.contains("id=\"units\""), visitor.status
                )
            }
            #expect(await sees("Grace").worker)
            #expect(await sees("Imran").worker)
            let (daniel, denise, lucy, priya) = (
                await sees("Daniel"), await sees("Denise"), await sees("Lucy"), await sees("Priya")
            )
            #expect(!daniel.worker && daniel.units)
            #expect(!denise.worker && denise.units)
            // A social worker sees no league of teams.
            #expect(!lucy.worker && !lucy.units && lucy.status == 200)
            #expect(priya.status == 404)
        }
    }

    /// Every figure that somebody can take away, of every unit and month, as `unit month` → (count, out of).
    private static func harvest(
        _ name: String, _ house: Ashmere, _ nodes: [String: ID<Node>]
    ) async -> [String: [String: (Int, Int)]] {
        var visitor = await house.visitor(name)
        var all: [String: [String: (Int, Int)]] = [:]
        for (unit, node) in nodes {
            let query = unit.hasSuffix("Council") ? "as=csv" : "unit=\(node)&as=csv"
            let csv = String(decoding: await visitor.file("/measures/\(within45)?\(query)"), as: UTF8.self)
            for line in csv.split(separator: "\r\n") {
                let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                guard fields.count > 4, let count = Int(fields[2]), let base = Int(fields[3]) else {
                    continue
                }
                all[unit, default: [:]][fields[1]] = (count, base)
            }
        }
        return all
    }

    @Test
    func `what is hidden outside the inner circle cannot be had by subtraction, in no view and no file`()
        async throws
    {
        try await Ashmere.with { house in
            let nodes = try await Self.nodes(house)
            try await Self.compute(Self.fourteenMonths(nodes), house)
            let inner = await Self.harvest("Daniel", house, nodes)
            let month = try #require(inner["Harbour team"]?.first { $0.value.0 == 3 }?.key)
            var outer = await Self.harvest("Denise", house, nodes).compactMapValues { $0[month] }
            #expect(outer["Harbour team"] == nil)
            // Other months have nothing small, and are all there.
            #expect(await Self.harvest("Denise", house, nodes)["Harbour team"]?.count == 13)

            let sums = [
                ("Ashmere County Council", ["Children in Need", "Access and Assessment", "unmapped"]),
                ("Children in Need", ["North area", "South area"]), ("North area", ["Harbour team"]),
                ("South area", ["Millbrook team"]), ("Access and Assessment", ["Front door"]),
            ]
            // The page shows what is not mapped as well, where it does not hide it.
            var denise = await house.visitor("Denise")
            await denise.get("/measures/\(Self.within45)")
            if !denise.text.contains(
                "Not mapped to a unit</th><td role=\"cell\" class=\"number\" data-label=\"Count\">c")
            {
                outer["unmapped"] = (8, 16)
            }
            var isChanged = true
            while isChanged {
                isChanged = false
                for (whole, parts) in sums {
                    let unknown = ([whole] + parts).filter { outer[$0] == nil }
                    guard unknown.count == 1, let missing = unknown.first else { continue }
                    let sum = parts.compactMap { outer[$0] }.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
                    if missing == whole {
                        outer[whole] = sum
                    } else if let total = outer[whole] {
                        outer[missing] = (total.0 - sum.0, total.1 - sum.1)
                    }
                    isChanged = true
                }
            }
            #expect(outer["Harbour team"] == nil && outer["North area"] == nil)

            // No view draws or averages it: with every other month known, the average would give it away.
            let harbour = try #require(nodes["Harbour team"])
            await denise.get("/measures/\(Self.within45)?unit=\(harbour)")
            #expect(denise.text.contains("too small to show"))
            #expect(!denise.text.contains(">8%<") && !denise.text.contains("7.5%"))
            await denise.get("/measures?unit=\(harbour)")
            #expect(!denise.text.contains("3 of 40"))
            let list = String(
                decoding: await denise.file("/measures?unit=\(harbour)&as=csv"), as: UTF8.self)
            #expect(!list.contains(",3,40,"))
            // Imran sees his own team as it is, and of that month nothing else.
            var imran = await house.visitor("Imran")
            await imran.get("/measures/\(Self.within45)?unit=\(harbour)")
            #expect(imran.text.contains("3 of 40"))
            let own = await Self.harvest("Imran", house, nodes).filter { $0.value[month] != nil }
            #expect(Set(own.keys) == ["Harbour team"])
        }
    }

    @Test
    func
        `a corrected return is a new vintage, and what was said before stays readable for the inner circle alone`()
        async throws
    {
        try await Ashmere.with { house in
            let nodes = try await Self.nodes(house)
            var loaded = Loaded()
            loaded.month("2026-10-01", [MeasureCounts.Cell(nodes["Harbour team"], 30, of: 40)])
            try await Self.compute(loaded, house, at: Instant(milliseconds: Ashmere.now.milliseconds - 1000))
            var corrected = Loaded()
            corrected.month("2026-10-01", [MeasureCounts.Cell(nodes["Harbour team"], 32, of: 40)])
            try await Self.compute(corrected, house)
            var daniel = await house.visitor("Daniel")
            await daniel.get("/measures/\(Self.within45)")
            #expect(
                daniel.text.contains("32 of 40")
                    && daniel.text.contains("What we said before: 1 earlier figure"))
            #expect(daniel.text.contains("75%, 30 of 40"))
            var denise = await house.visitor("Denise")
            await denise.get("/measures/\(Self.within45)")
            // The difference of two vintages is a small number.
            #expect(denise.text.contains("32 of 40") && !denise.text.contains("30 of 40"))
            // Withdrawn: nothing is left, and nothing is lost.
            try await Self.compute(Loaded(), house)
            await daniel.get("/measures")
            #expect(daniel.text.contains("No figure yet"))
            let authority = try await house.authority
            let kept = try await house.app.database.read {
                try $0.first("SELECT COUNT(*) FROM measure_vintage WHERE authority = $1", [.id(authority)]) {
                    try $0.int(0)
                }
            }
            #expect(kept == 2)
        }
    }

    @Test func `a target, an owner and new limits are set with their reasons, and refused in a sentence`()
        async throws
    {
        try await Ashmere.with { house in
            try await Self.compute(Self.fourteenMonths(try await Self.nodes(house)), house)
            var daniel = await house.visitor("Daniel")
            let page = "/measures/\(Self.within45)"
            await daniel.get("\(page)/target")
            await daniel.post(
                "\(page)/target", [("aim", "140"), ("by-day", "31"), ("by-month", "3"), ("by-year", "2027")])
            #expect(daniel.status == 422 && daniel.text.contains("A share cannot be more than 100%"))
            await daniel.post(
                "\(page)/target", [("aim", "90"), ("by-day", "31"), ("by-month", "3"), ("by-year", "2027")])
            #expect(
                daniel.text.contains("The target is set.") && daniel.text.contains("90% by 31 March 2027"))
            #expect(daniel.text.contains("consistently misses the target"))
            await daniel.get("\(page)/rebase")
            await daniel.post(
                "\(page)/rebase",
                [("reason", "A desk opened"), ("from-day", "1"), ("from-month", "9"), ("from-year", "2026")])
            #expect(daniel.status == 422 && daniel.text.contains("new limits take at least 6"))
            await daniel.get("\(page)/settings")
            let person = try await house.who("Maya")
            await daniel.post(
                "\(page)/settings",
                [("revision", "0"), ("owner", "person.\(person)"), ("low", "60"), ("high", "80")])
            #expect(daniel.text.contains("Maya Okonkwo"))
            await daniel.post("\(page)/settings", [("revision", "0"), ("low", "50"), ("high", "80")])
            #expect(daniel.status == 422 && daniel.text.contains("Somebody changed these settings"))
            var denise = await house.visitor("Denise")
            await denise.get("\(page)/target")
            #expect(denise.status == 404)
        }
    }

    @Test func `neighbours and England stand beside our published figure, each with its year`() async throws {
        try await Ashmere.with { house in
            try await Self.compute(Self.fourteenMonths(try await Self.nodes(house)), house)
            // statistics.md §5: median 54.5, inclusive upper quartile 57.75.
            let values = [52, 55, 48, 61, 57, 50, 63, 58, 54, 49]
            var csv = "authority,measure,year,value,numerator,denominator\r\n"
            for (index, value) in values.enumerated() {
                csv += "Neighbour \(index + 1),\(Self.within45),2024-25,\(value),,\r\n"
            }
            csv +=
                "England,\(Self.within45),2024-25,56.1,,\r\nAshmere County Council,\(Self.within45),2024-25,,56,100\r\n"
            var daniel = await house.visitor("Daniel")
            let form = [
                ("name", "Statistical neighbours"), ("version", "2024"), ("source", "LAIT, March 2026"),
            ]
            await daniel.get("/measures/compare/load")
            await daniel.upload(
                Array("authority,year\r\nX,2024\r\n".utf8), named: "n.csv", to: "/measures/compare/load", form
            )
            #expect(daniel.status == 422 && daniel.text.contains("measure is not there"))
            await daniel.upload(Array(csv.utf8), named: "n.csv", to: "/measures/compare/load", form)
            #expect(daniel.text.contains("12 figures loaded."))
            #expect(
                daniel.text.contains("54.5%") && daniel.text.contains("57.8%")
                    && daniel.text.contains("56.1%"))
            // By hand: 57, 58, 61 and 63 are better than our 56.
            #expect(daniel.text.contains("5 of 11"))
            await daniel.get("/measures/\(Self.within45)/target")
            await daniel.post(
                "/measures/\(Self.within45)/target",
                [("rule", "betterQuartile"), ("by-day", "31"), ("by-month", "3"), ("by-year", "2027")])
            #expect(
                daniel.text.contains(
                    "the better quartile of our neighbours, Statistical neighbours 2024, 2024-25"))
        }
    }

    @Test func `a weekly sheet says who opened it, and opens for whoever runs the unit`() async throws {
        try await Ashmere.with { house in
            let nodes = try await Self.nodes(house)
            try await Self.compute(Self.fourteenMonths(nodes), house)
            let north = try #require(nodes["Children in Need"])
            var maya = await house.visitor("Maya")
            await maya.get("/measures/weekly")
            #expect(maya.text.contains("Children in Need") && !maya.text.contains("Access and Assessment"))
            await maya.get("/measures/weekly/\(north)")
            #expect(maya.text.contains("opened by Maya Okonkwo on 20 November 2026"))
            await maya.get("/measures/weekly/\(try #require(nodes["Access and Assessment"]))")
            #expect(maya.status == 404)
            var simon = await house.visitor("Simon")
            await simon.get("/measures/weekly/\(north)")
            #expect(simon.text.contains("opened by Maya Okonkwo on 20 November 2026, Simon Okafor"))
            var denise = await house.visitor("Denise")
            await denise.get("/measures/weekly/\(north)")
            #expect(denise.status == 404)
        }
    }
}

// MARK: A criterion takes its figures from a measure

extension MeasureStories {
    private static func date(_ name: String, _ day: String) -> [(String, String)] {
        let parts = day.split(separator: "-").map(String.init)
        return [("\(name)-year", parts[0]), ("\(name)-month", parts[1]), ("\(name)-day", parts[2])]
    }

    /// Months of 2026 with so many of 400 in time.
    private static func months(_ counts: [(String, Int)], _ nodes: [String: ID<Node>]) -> Loaded {
        var loaded = Loaded()
        for (first, count) in counts {
            loaded.month(
                first,
                [
                    MeasureCounts.Cell(nodes["Harbour team"], count / 2, of: 200),
                    MeasureCounts.Cell(nodes["Millbrook team"], count - count / 2, of: 200),
                ])
        }
        return loaded
    }

    private static func close(_ house: Ashmere, on day: String) async throws {
        let action = try await house.action("5.2")
        let (authority, maya) = (try await house.authority, try await house.who("Maya"))
        try await house.answers(.person(maya), for: action)
        try await house.run(
            "UPDATE action_run SET closing = 'closed', closed_on = $2 WHERE action = $1",
            [.id(action), .text(day)])
        try await house.run(
            """
            INSERT INTO closing (authority, id, number, plan, action, proposed_at, proposed_on, proposed_account,
                proposed_by, done_on, different, verified_at, verified_on, verified_account, verified_by, verdict,
                verdict_because, decided_at, decided_on, decided_account, decided_by, body, duty, met_on, decision,
                decision_words, present)
            VALUES ($1, $2, 1, $3, $4, $5, $6, 1, $7, '2026-07-31', 'Faster', $5, $6, 2, $8, 'accepted', 'Seen',
                $5, $6, 3, $9, 'Improvement Board', 'chair', $6, 'closed', 'Closed', 'All')
            """,
            [
                .id(authority), .id(ID<Account>.make(at: Ashmere.now)), .id(house.plan), .id(action),
                .text("\(day)T10:00:00.000Z"), .text(day), .id(maya), .id(try await house.who("Tom")),
                .id(try await house.who("Denise")),
            ])
    }

    @Test func `a claimed criterion is contradicted by a loaded figure, and its closed action is open again`()
        async throws
    {
        try await Ashmere.with { house in
            let nodes = try await Self.nodes(house)
            let before = [("2026-04-01", 264), ("2026-05-01", 300), ("2026-06-01", 384), ("2026-07-01", 388)]
            try await Self.compute(Self.months(before, nodes), house)
            try await Self.close(house, on: "2026-08-10")

            // Ruth ties it; the measure's figures are there at once, and offer the baseline.
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)")
            await ruth.get(try #require(ruth.link("Supervise every child protection case")))
            let page = try #require(
                ruth.link("95% of child protection cases have recorded supervision"))
            await ruth.get("\(page)/measure")
            await ruth.post("\(page)/measure", [("measure", ""), ("latest", "")])
            #expect(ruth.status == 422 && ruth.text.contains("Choose a measure"))
            await ruth.post("\(page)/measure", [("measure", Self.within45), ("latest", "")])
            #expect(ruth.text.contains("Its figures come from the measure now."))
            #expect(
                ruth.text.contains("From the measure") && ruth.text.contains("/measures/\(Self.within45)"))
            #expect(ruth.text.contains("97% (388 of 400)"))
            await ruth.get("\(page)/baseline?at=2026-04-30")
            #expect(ruth.text.contains("value=\"264\"") && ruth.text.contains("Annex A as at 30 April 2026"))
            await ruth.get("\(page)/target")
            await ruth.post("\(page)/target", [("aim", "95")] + Self.date("by", "2026-07-31"))
            // A figure can no longer be typed beside the measure's.
            await ruth.get("\(page)/value")
            await ruth.post(
                "\(page)/value",
                [("kind", "measure"), ("numerator", "399"), ("denominator", "400"), ("source", "Own count")]
                    + Self.date("end", "2026-07-31"))
            #expect(ruth.status == 422 && ruth.text.contains("Its figures come from the measure"))
            var denise = await house.visitor("Denise")
            await denise.get("/work")
            let item = try #require(denise.links.first { $0.contains("/agreements/") })
            await denise.get(item)
            await denise.post(
                item,
                [("decision", "agreed"), ("body", "Improvement Board")] + Self.date("day", "2026-07-01"))

            var maya = await house.visitor("Maya")
            await maya.get("\(page)/claim")
            await maya.post(
                "\(page)/claim",
                [("says", "met"), ("words", "All in time"), ("latest", "")] + Self.date("day", "2026-08-10"))
            #expect(!maya.text.contains("Contradicted"))
            let action = try await house.action("5.2")
            #expect(try await house.run(action).closing == .closed)

            // One bad month contradicts; two after the closing open the action again.
            let later = Instant(milliseconds: Ashmere.now.milliseconds + 60_000)
            try await Self.compute(Self.months(before + [("2026-09-01", 260)], nodes), house, at: later)
            await ruth.get(page)
            #expect(ruth.text.contains("Contradicted"))
            #expect(try await house.run(action).closing == .closed)
            try await Self.compute(
                Self.months(before + [("2026-09-01", 260), ("2026-10-01", 248)], nodes), house,
                at: Instant(milliseconds: later.milliseconds + 60_000))
            #expect(try await house.run(action).closing == .open)
            await ruth.get(page)
            #expect(ruth.text.contains("62% (248 of 400)"))
            await ruth.get(try #require(ruth.link("action 5.2")))
            #expect(ruth.text.contains("The proof of"))

            // As at the moment before, it was not contradicted.
            let (authority, plan) = (try await house.authority, house.plan)
            let criterion = try #require(
                ID<CriterionRecord>(String(page.split(separator: "/").last ?? "")))
            let (then, now) = try await house.app.database.read { connection in
                (
                    try ProofSQL.standings(
                        connection, authority, plan, at: Instant(milliseconds: later.milliseconds - 1),
                        today: Example.today)[criterion]?.standing,
                    try ProofSQL.standings(connection, authority, plan, today: Example.today)[criterion]?
                        .standing
                )
            }
            #expect(then != .contradicted && now == .contradicted)

            // Where the units of a month make its total tell a small number, the criterion hides it as the measure does.
            // 28 of 37 is not small; but nobody late at the front door leaves the 9 late to one service alone.
            let cells = [
                MeasureCounts.Cell(nodes["Harbour team"], 5, of: 12),
                MeasureCounts.Cell(nodes["Millbrook team"], 7, of: 9),
                MeasureCounts.Cell(nodes["Front door"], 13, of: 13), MeasureCounts.Cell(nil, 3, of: 3),
            ]
            var telling = Self.months(before, nodes)
            telling.month("2026-10-01", cells)
            try await Self.compute(
                telling, house, at: Instant(milliseconds: later.milliseconds + 90_000))
            var measure = await house.visitor("Denise")
            await measure.get("/measures/\(Self.within45)")
            await denise.get(page)
            #expect(!measure.text.contains("28 of 37") && measure.text.contains("too small to show"))
            #expect(!denise.text.contains("28 of 37") && !denise.text.contains("76%"))
            await ruth.get(page)
            #expect(ruth.text.contains("76% (28 of 37)"))

            // A withdrawn return takes its figures with it.
            try await Self.compute(
                Self.months(before, nodes), house,
                at: Instant(milliseconds: later.milliseconds + 120_000))
            await ruth.get(page)
            #expect(!ruth.text.contains("248 of 400"))
        }
    }
}
