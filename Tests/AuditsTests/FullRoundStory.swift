import Kernel
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import Audits

/// The round of 2004 through the pages: every one of 539 cases graded by who holds it, 41 children not safe and assured by
/// a day, 108 cases graded again, blind.
///
/// Counted by hand. Cases are graded one after another, the holders' lists in turn, c from 0 to 538:
/// - the grade is c mod 4 from the best: 135, 135, 135 and 134, so 270 good or better;
/// - not safe where c mod 13 is 6: 6, 19 … 526, which are 41.
/// The second reader is one grade harder wherever c is even and the grade not the last, else the same.
struct FullRoundStory {
    private static let holders = [
        (name: "Lucy Penhaligon", team: "Harbour team", count: 180),
        (name: "Sam Adeyemi", team: "Harbour team", count: 180),
        (name: "Dana Orme", team: "Millbrook team", count: 179),
    ]

    @Test func `539 cases by their holders, 41 assured by a day, 108 verified blind, through the pages`()
        async throws
    {
        try await House.with(engines: [.sqlite]) { house in
            var grace = house.visitor("Grace O'Malley")
            let round = try await Self.setUp(house, &grace)
            let grades = try await Self.firstReadings(house)
            #expect(grades.count == 539 && grades.values.count { $0.isNotSafe } == 41)

            try await Self.makeSafe(house)
            try await Self.secondReadings(house, grades, round)
            await grace.get("\(round)/closing")
            await grace.post(
                "\(round)/closing",
                [("deed", "first"), ("revision", grace.value(after: Self.revision) ?? "")])
            await grace.get("\(round)/closing")
            await grace.post(
                "\(round)/closing",
                [("deed", "second"), ("revision", grace.value(after: Self.revision) ?? "")])
            #expect(grace.status == 200)
            try await Self.result(house, grades, round)
        }
    }

    private static let revision = "name=\"revision\" value=\""

    /// What a holder said of a case, by the case.
    private struct Said {
        let order: Int
        let rank: Int
        var isNotSafe: Bool { order % 13 == 6 }
        var second: Int { order % 2 == 0 ? min(3, rank + 1) : rank }
    }

    private static func setUp(_ house: House, _ grace: inout Visitor) async throws -> String {
        let tool = try await house.newTool()
        let node = try #require(house.nodes["Children in Need"])
        await grace.get("/audits/rounds/new")
        await grace.post(
            "/audits/rounds/new",
            [
                ("title", "Every child on the register"), ("series", "Self-evaluation"),
                ("question", "Is every child adequately safeguarded?"), ("node", "\(node)"),
                ("tool", "\(tool):1"), ("kind", "census"), ("size", ""), ("size-unit", "number"),
                ("first", "self"), ("due-day", "18"), ("due-month", "12"), ("due-year", "2026"),
                ("verify", "some"), ("verify-size", "20"), ("verify-size-unit", "percent"),
                ("verify-due-day", "29"), ("verify-due-month", "1"), ("verify-due-year", "2027"),
                ("safety-due-day", "18"), ("safety-due-month", "12"), ("safety-due-year", "2026"),
                ("pass", "80"),
            ])
        let round = String(grace.address.dropLast("/frame".count))
        #expect(grace.status == 200 && round.hasPrefix("/audits/rounds/"))
        let file = Array(House.frame(holders.map { ($0.name, $0.team, $0.count) }).utf8)
        await grace.upload(file, named: "register.csv", to: "\(round)/frame/file")
        #expect(grace.text.contains("539 cases"))
        await grace.get("\(round)/lock")
        await grace.post("\(round)/lock", [("revision", grace.value(after: revision) ?? "")])
        await grace.post("\(round)/draw")
        #expect(grace.status == 200)
        await grace.post("\(round)/giving")
        #expect(grace.status == 200)
        await grace.post("\(round)/verification/draw")
        #expect(grace.status == 200)
        let verifiers = try ["Ines Farrow", "Joan Pike"].map { ("verifiers", "\(try house.person($0))") }
        await grace.post("\(round)/verification", verifiers)
        #expect(grace.status == 200)
        return round
    }

    /// Everything asked of somebody, as their page lists it.
    private static func asked(_ visitor: inout Visitor) async -> [String] {
        var found: [String] = []
        for page in 1...40 {
            await visitor.get("/audits/mine?page=\(page)")
            let new = visitor.links.filter { $0.count == "/audits/mine/".count + 13 && !found.contains($0) }
            if new.isEmpty { break }
            found += new
        }
        return found
    }

    private static func firstReadings(_ house: House) async throws -> [ID<AuditCase>: Said] {
        let cases = try await house.cases()
        var said: [ID<AuditCase>: Said] = [:]
        for holder in holders {
            var visitor = house.visitor(holder.name)
            let mine = await asked(&visitor)
            #expect(mine.count == holder.count, "\(holder.name)")
            for address in mine {
                let one = Said(order: said.count, rank: said.count % 4)
                await visitor.post(
                    "\(address)/answers",
                    answers(rank: one.rank, safe: one.isNotSafe ? "no" : "yes"))
                await visitor.post("\(address)/sending")
                #expect(visitor.text.contains("You sent this audit on"), "\(holder.name) \(address)")
                let subject = try #require(cases[String(address.suffix(13))])
                said[subject] = one
            }
        }
        return said
    }

    private static func answers(rank: Int, safe: String) -> [(String, String)] {
        [
            ("s._safe", "0"), ("a._safe", safe), ("n._safe", ""), ("s.assessed", "0"),
            ("a.assessed", rank < 2 ? "met" : "partly"), ("n.assessed", ""), ("s.overall", "0"),
            ("a.overall", "\(rank + 1)"), ("n.overall", ""), ("go", "check"),
        ]
    }

    /// The team managers say what was done, the head above them assures the director, all before the day.
    private static func makeSafe(_ house: House) async throws {
        var maya = house.visitor("Maya Okonkwo")
        var assured = 0
        for name in ["Imran Shah", "Owen Castellane"] {
            var manager = house.visitor(name)
            for item in await items(&manager) {
                await manager.get(item)
                await manager.post(
                    "\(item)/done",
                    [
                        ("done", "Seen at home by the worker and the manager; the plan was changed."),
                        ("revision", manager.value(after: revision) ?? ""),
                    ])
                #expect(manager.status == 200, "\(name)")
                await maya.get(item)
                await maya.post(
                    "\(item)/assurance",
                    [
                        ("assurance", "I read the record and spoke with the manager: the child is safe."),
                        ("revision", maya.value(after: revision) ?? ""), ("confirmed", "yes"),
                    ])
                #expect(maya.status == 200)
                assured += 1
            }
        }
        #expect(assured == 41)
        var simon = house.visitor("Simon Okafor")
        await simon.get("/audits/safety/assurances")
        #expect(simon.text.contains("<strong>41 of 41 children</strong>"))
    }

    private static func items(_ visitor: inout Visitor) async -> [String] {
        var found: [String] = []
        for page in 1...10 {
            await visitor.get("/audits/safety?page=\(page)")
            let new = visitor.links.filter { $0.count == "/audits/safety/".count + 13 && !found.contains($0) }
            if new.isEmpty { break }
            found += new
        }
        return found
    }

    private static func secondReadings(
        _ house: House, _ grades: [ID<AuditCase>: Said], _ round: String
    ) async throws {
        let cases = try await house.cases()
        var read = 0
        for name in ["Ines Farrow", "Joan Pike"] {
            var verifier = house.visitor(name)
            await verifier.get("\(round)/result")
            #expect(verifier.status == 404)
            for address in await asked(&verifier) {
                let subject = try #require(cases[String(address.suffix(13))])
                let said = try #require(grades[subject])
                await verifier.get(address)
                #expect(
                    verifier.text.contains("<strong>0 of 3</strong>") && !verifier.text.contains("Penhaligon")
                )
                await verifier.post("\(address)/answers", answers(rank: said.second, safe: "yes"))
                await verifier.post("\(address)/sending")
                #expect(verifier.text.contains("You sent this audit on"))
                read += 1
            }
        }
        #expect(read == 108)
    }

    private static func result(
        _ house: House, _ grades: [ID<AuditCase>: Said], _ round: String
    ) async throws {
        let twice = try await house.verified().compactMap { grades[$0] }
        #expect(twice.count == 108)
        let kinder = twice.count { $0.second > $0.rank }
        let same = twice.count { $0.second == $0.rank }
        let good = (twice.count { $0.rank < 2 }, twice.count { $0.second < 2 })
        for name in ["Grace O'Malley", "Simon Okafor"] {
            var visitor = house.visitor(name)
            await visitor.get("\(round)/result")
            #expect(visitor.status == 200, "\(name)")
            let text = visitor.text
            #expect(text.contains("270 of 539"))
            #expect(text.contains("\(good.0)</strong>") || text.contains("\(good.0) of 108"))
            #expect(text.contains("\(good.1)</strong>") || text.contains("\(good.1) of 108"))
            #expect(text.contains("\(kinder)") && text.contains("\(same)"))
            #expect(text.contains(">41<"), "41 children were not safe")
        }
        // The files that leave say the same.
        var grace = house.visitor("Grace O'Malley")
        for form in ["csv", "xlsx", "docx"] {
            #expect(!(await grace.file("\(round)/result?as=\(form)")).isEmpty, "\(form)")
        }
    }
}

extension House {
    func person(_ name: String) throws -> ID<Person> {
        guard let person = try officer(name).person else { throw StorageError.fault("\(name) is nobody.") }
        return person
    }

    /// The case of each audit, by the audit's name in its address.
    fileprivate func cases() async throws -> [String: ID<AuditCase>] {
        let authority = authority
        let rows = try await database.read { connection in
            try connection.rows("SELECT id, subject FROM case_audit WHERE authority = $1", [.id(authority)]) {
                ("\(try $0.id(0) as ID<AuditReading>)", try $0.id(1) as ID<AuditCase>)
            }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// The cases that were read twice.
    fileprivate func verified() async throws -> [ID<AuditCase>] {
        let authority = authority
        return try await database.read { connection in
            try connection.rows(
                "SELECT subject FROM case_audit WHERE authority = $1 AND leg = 'second'", [.id(authority)]
            ) { try $0.id(0) }
        }
    }
}
