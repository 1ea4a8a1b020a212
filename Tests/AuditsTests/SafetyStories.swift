import Kernel
import Site
import SiteTesting
import Storage
import Testing

@testable import Audits

/// A child who is not safe, from the answer to the director's page.
struct SafetyStories {
    static let lucy = GivenCase(holder: "Lucy Penhaligon", team: "Harbour team", first: "Lucy Penhaligon")
    static let dana = GivenCase(holder: "Dana Orme", team: "Millbrook team", first: "Dana Orme")
    static let done = "Seen at home today by her worker and the duty manager."
    static let assurance = "I read the record and spoke with the worker: she is safe."

    @Test func `the manager records, somebody above assures the director, and nobody else can`() async throws
    {
        try await House.with { house in
            let round = try await house.givenRound([Self.lucy, Self.dana])
            try await house.answers(.no, round.first[0], by: "Lucy Penhaligon")
            #expect(try await house.asked("Imran Shah") == [.safety])
            for name in ["Maya Okonkwo", "Simon Okafor", "Owen Castellane", "Grace O'Malley"] {
                #expect(try await house.asked(name).isEmpty, "\(name)")
            }
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/safety")
            #expect(imran.text.contains("<strong>1 time</strong> an audit found a child not safe"))
            #expect(imran.text.contains("None is late."))
            let item = try #require(imran.link("Case 1"))

            var owen = house.visitor("Owen Castellane")
            await owen.get("/audits/safety")
            #expect(owen.text.contains("No child has been found not safe"))
            await owen.get(item)
            #expect(owen.status == 404)

            await imran.get(item)
            #expect(imran.text.contains("CH-0001") && imran.text.contains("An audit"))
            #expect(!imran.text.contains("Lucy"))
            await imran.post("\(item)/done", [("done", "Seen"), ("revision", "1")])
            #expect(imran.status == 422 && imran.text.contains(">\nSeen</textarea>"))
            await imran.post("\(item)/done", [("done", Self.done), ("revision", "1")])
            #expect(imran.status == 200 && imran.text.contains("Imran Shah"))
            #expect(try await house.asked("Imran Shah").isEmpty)
            #expect(try await house.asked("Maya Okonkwo") == [.assurance])

            await imran.post("\(item)/assurance", [("assurance", Self.assurance), ("revision", "2")])
            #expect(imran.status == 422 && imran.text.contains("somebody above you gives the assurance"))
            var simon = house.visitor("Simon Okafor")
            await simon.get(item)
            await simon.post("\(item)/assurance", [("assurance", Self.assurance), ("revision", "2")])
            #expect(simon.status == 422)
            #expect(simon.text.contains("The assurance is addressed to you, so Maya Okonkwo gives it"))

            house.clock.advance(hours: 3)
            var maya = house.visitor("Maya Okonkwo")
            await maya.get(item)
            await maya.post("\(item)/assurance", [("assurance", Self.assurance), ("revision", "2")])
            #expect(maya.text.contains("Check your assurance") && maya.text.contains("Simon Okafor"))
            await maya.post(
                "\(item)/assurance",
                [("assurance", Self.assurance), ("revision", "2"), ("confirmed", "yes")])
            #expect(maya.text.contains("assured the director on 20 November 2026 at 12:14, in time"))

            await simon.get("/audits/safety/assurances")
            #expect(simon.text.contains("<strong>1 of 1 child</strong>"))
            #expect(simon.text.contains(Self.assurance) && simon.text.contains(">3.0<"))
            // The last look above is not among them: each page with a reference is in the journal.
            #expect(try await house.events("case.seen") >= 5)
        }
    }

    @Test func `each time that passes asks one level more, and hours are counted`() async throws {
        try await House.with { house in
            let round = try await house.givenRound([Self.lucy])
            try await house.answers(.unsure, round.first[0], by: "Lucy Penhaligon")
            house.clock.advance(hours: 23)
            var maya = house.visitor("Maya Okonkwo")
            await maya.get("/audits/safety?state=late")
            #expect(maya.text.contains("None is late"))
            house.clock.advance(hours: 2)
            await maya.get("/audits/safety?state=late")
            #expect(maya.text.contains("<strong>1 item</strong> is late"))
            #expect(maya.text.contains("Late by 1 hour"))
            #expect(try await house.asked("Maya Okonkwo", on: "2026-11-21") == [.safety])
            #expect(try await house.asked("Simon Okafor", on: "2026-11-21").isEmpty)
            #expect(try await house.asked("Simon Okafor", on: "2026-11-23") == [.safety])
            // The director chases; whoever assures last does not record.
            var simon = house.visitor("Simon Okafor")
            await simon.get(try #require(maya.link("Case 1")))
            #expect(simon.text.contains("so Imran Shah records what was done"))
        }
    }

    @Test func `where the manager is the auditor, the next above acts and the director assures`() async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(
                [GivenCase(holder: "Lucy Penhaligon", team: "Harbour team", first: "Imran Shah")],
                first: .line)
            try await house.answers(.no, round.first[0], by: "Imran Shah")
            #expect(try await house.asked("Imran Shah").isEmpty)
            #expect(try await house.asked("Maya Okonkwo") == [.safety])
            let item = try await house.onlyItem()
            await #expect(throws: StepRefused.self) {
                try await house.record(Self.done, item, by: "Imran Shah")
            }
            try await house.record(Self.done, item, by: "Maya Okonkwo")
            #expect(try await house.asked("Simon Okafor") == [.assurance])
            try await house.assure(Self.assurance, item, by: "Simon Okafor")
        }
    }

    @Test func `a list without holder or team of ours asks the quality lead, who does not also assure`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound([
                GivenCase(holder: "Agency worker", team: "Night team", first: "Ines Farrow")
            ])
            try await house.answers(.no, round.first[0], by: "Ines Farrow")
            #expect(try await house.asked("Grace O'Malley") == [.safety])
            let item = try await house.onlyItem()
            try await house.record(Self.done, item, by: "Grace O'Malley")
            await #expect(throws: StepRefused.self) {
                try await house.assure(Self.assurance, item, by: "Grace O'Malley")
            }
            try await house.assure(Self.assurance, item, by: "Simon Okafor")
        }
    }

    @Test
    func `who grades second knows nothing of what a first reading found, and the next above acts instead`()
        async throws
    {
        try await House.with { house in
            var verified = Self.lucy
            verified.second = "Owen Castellane"
            let round = try await house.givenRound([verified, Self.dana])
            // Owen manages Millbrook, and verifies a case of Harbour in the same round.
            try await house.answers(.no, round.first[1], by: "Dana Orme")
            let item = try await house.onlyItem()
            var owen = house.visitor("Owen Castellane")
            for path in ["/audits/safety", "/audits/safety?as=csv", "/audits/safety/\(item)"] {
                await owen.get(path)
                #expect(!owen.text.contains("Case 2") && !owen.text.contains("Not safe"), "\(path)")
            }
            #expect(owen.status == 404)
            #expect(try await house.asked("Owen Castellane").isEmpty)
            #expect(try await house.asked("Maya Okonkwo") == [.safety])
            try await house.close(round.id)
            await owen.get("/audits/safety/\(item)")
            #expect(owen.status == 200)
        }
    }

    @Test func `a quality lead who verifies sees no item and no count of the round until it is closed`()
        async throws
    {
        try await House.with { house in
            var verified = Self.lucy
            verified.second = "Grace O'Malley"
            let round = try await house.givenRound([verified, Self.dana])
            for (reading, name) in zip(round.first, ["Lucy Penhaligon", "Dana Orme"]) {
                try await house.answers(.no, reading, by: name)
            }
            var grace = house.visitor("Grace O'Malley")
            for path in ["/audits/safety", "/audits/safety/assurances"] {
                await grace.get(path)
                #expect(grace.text.contains("No child has been found not safe"), "\(path)")
            }
            try await house.close(round.id)
            await grace.get("/audits/safety/assurances")
            #expect(grace.text.contains("0 of 2 children"))
        }
    }

    @Test func `what a second reading finds reaches a manager as an audit, and never who gave the first`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(
                [
                    GivenCase(
                        holder: "Lucy Penhaligon", team: "Harbour team", first: "Imran Shah",
                        second: "Joan Pike")
                ], first: .line)
            let second = try #require(round.second[0])
            try await house.answers(.no, second, by: "Joan Pike")
            let item = try await house.onlyItem()
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/safety/\(item)")
            #expect(imran.status == 404)
            var maya = house.visitor("Maya Okonkwo")
            await maya.get("/audits/safety/\(item)")
            #expect(maya.text.contains("An audit answered: Not safe"))
            for told in ["Joan", "ndependent", "second", "verif"] {
                #expect(!maya.text.contains(told), "\(told)")
            }
            try await house.close(round.id)
            await maya.get("/audits/safety/\(item)")
            #expect(maya.text.contains("An independent audit"))
            await imran.get("/audits/safety/\(item)")
            #expect(imran.status == 200)
        }
    }

    @Test func `an answer that changes is added, and a new doubt after the assurance opens the item again`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound([Self.lucy])
            let audit = round.first[0]
            for answer in [SafetyItems.Answer.unsure, .unsure, .yes] {
                try await house.answers(answer, audit, by: "Lucy Penhaligon")
            }
            let item = try await house.onlyItem()
            #expect(try await house.asked("Imran Shah") == [.safety])
            try await house.record(Self.done, item, by: "Imran Shah")
            try await house.assure(Self.assurance, item, by: "Maya Okonkwo")
            house.clock.advance(hours: 30)
            try await house.answers(.no, audit, by: "Lucy Penhaligon")
            #expect(try await house.asked("Imran Shah", on: "2026-11-21") == [.safety])
            let kinds = try await house.database.read {
                try $0.rows(
                    "SELECT kind FROM safety_fact WHERE authority = $1 ORDER BY sequence",
                    [.id(house.authority)]
                ) { try $0.text(0) }
            }
            #expect(kinds == ["raised", "answered", "done", "assured", "answered", "reopened"])
        }
    }

    @Test func `of two who save at once the second is told, and nothing is lost`() async throws {
        try await House.with { house in
            let round = try await house.givenRound([Self.lucy])
            try await house.answers(.no, round.first[0], by: "Lucy Penhaligon")
            let item = try await house.onlyItem()
            var imran = house.visitor("Imran Shah")
            var maya = house.visitor("Maya Okonkwo")
            await imran.get("/audits/safety/\(item)")
            await maya.get("/audits/safety/\(item)")
            await imran.post("/audits/safety/\(item)/done", [("done", Self.done), ("revision", "1")])
            await maya.post(
                "/audits/safety/\(item)/done",
                [("done", "Moved to her aunt this morning."), ("revision", "1")])
            #expect(maya.status == 422)
            #expect(maya.text.contains("Somebody else changed this item meanwhile"))
            #expect(maya.text.contains("Moved to her aunt") && maya.text.contains(Self.done))
        }
    }
}

extension House {
    func answers(_ answer: SafetyItems.Answer, _ audit: ID<AuditReading>, by name: String) async throws {
        let (officer, now) = (try officer(name), clock.now)
        try await database.write(for: authority) {
            try SafetyItems.raise(answer, audit: audit, by: officer, at: now, $0)
        }
    }

    func onlyItem() async throws -> ID<SafetyRecord> {
        let found = try await database.read {
            try $0.rows("SELECT id FROM safety_item WHERE authority = $1", [.id(authority)]) {
                try $0.id(0) as ID<SafetyRecord>
            }
        }
        return try #require(found.count == 1 ? found.first : nil)
    }

    private func revision(_ item: ID<SafetyRecord>, _ connection: Connection) throws -> Int {
        try connection.first(
            "SELECT revision FROM safety_item WHERE authority = $1 AND id = $2", [.id(authority), .id(item)]
        ) { try $0.int(0) } ?? -1
    }

    func record(_ words: String, _ item: ID<SafetyRecord>, by name: String) async throws {
        let (officer, now) = (try officer(name), clock.now)
        try await database.write(for: authority) {
            try RecordDone.act(
                words, item, revision: try revision(item, $0), by: officer, at: now, on: now.inLondon.day, $0)
        }
    }

    func assure(_ words: String, _ item: ID<SafetyRecord>, by name: String) async throws {
        let (officer, now) = (try officer(name), clock.now)
        try await database.write(for: authority) {
            try GiveAssurance.act(
                words, item, revision: try revision(item, $0), by: officer, at: now, on: now.inLondon.day, $0)
        }
    }

    /// The kinds of what waits in somebody's in-tray, today or on a day: of children, actions and rounds to do again.
    func asked(_ name: String, on day: String? = nil) async throws -> [WorkItem.Kind] {
        let officer = try officer(name)
        let today = day.flatMap { Day($0) } ?? clock.now.inLondon.day
        return try await database.read {
            try (AuditsWork.safety($0, officer, on: today) + AuditsWork.loop($0, officer, on: today))
                .map(\.kind)
        }
    }

    func events(_ kind: String) async throws -> Int {
        try await database.read {
            try $0.first(
                "SELECT COUNT(*) FROM event WHERE authority = $1 AND kind = $2",
                [.id(authority), .text(kind)]
            ) { try $0.int(0) } ?? 0
        }
    }
}
