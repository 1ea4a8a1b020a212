import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// From a plan's words to what was missed, as the people of the house see it. Today is Friday 20 November 2026.
struct ScheduleStories {
    private static let plan = ID<PlanRecord>(41)

    private static func words(_ source: String, _ text: String, by: String = "") -> AuditSources.PlanWords {
        AuditSources.PlanWords(
            plan: plan, planTitle: "Ashmere improvement plan", source: source, area: "4.6",
            place: "Area 4.6, monitoring", words: text, by: by, address: "/plans/1/areas/46")
    }

    /// A plan whose words ask for four rhythms, once without a number.
    private static var sources: AuditSources {
        var sources = AuditSources.none
        sources.planWords = { _, officer, _ in
            guard officer.holds([.qualityLead, .programmeManager, .boardMember]) else { return [] }
            return [
                words(
                    "monitoring.1", "Sample 20% of conference minutes each month",
                    by: "Principal Social Worker"),
                words(
                    "monitoring.2",
                    "Team Managers will undertake a minimum of 4 audits per month of supervision files within their own teams"
                ),
                words("monitoring.3", "Random sample of cases per month. Weekly returns from Team Managers"),
                words("action.4", "Sample 20% of conference minutes each month"),
                words("action.5", "Review the register monthly"),
            ]
        }
        return sources
    }

    private static let start = [("start-day", "30"), ("start-month", "11"), ("start-year", "2026")]

    private func confirm(_ visitor: inout Visitor, _ source: String, _ fields: [(String, String)]) async {
        let address = "/audits/schedules/proposals/\(Self.plan)/\(source)"
        await visitor.get(address)
        await visitor.post(address, fields + Self.start)
    }

    private func rhythm(_ house: House, _ terms: Rhythm.Terms, by name: String = "Grace O'Malley")
        async throws -> ID<RhythmRecord>
    {
        let officer = try house.officer(name)
        let now = house.clock.now
        return try await house.database.write(for: house.authority) {
            try KeepRhythm.keep(terms, by: officer, $0, at: now, on: now.inLondon.day)
        }
    }

    private func due(_ house: House, _ id: ID<RhythmRecord>) async throws -> [Occurrence] {
        try await house.database.read {
            try RhythmSQL.occurrences(
                $0, house.authority, of: [id], from: Day(number: 0), through: Day(number: 40_000))
        }
    }

    private func work(_ house: House, _ name: String) async throws -> [WorkItem] {
        let officer = try house.officer(name)
        let today = house.clock.now.inLondon.day
        return try await house.database.read { try AuditsWork.duties($0, officer, on: today) }
    }

    private func post(_ title: String, _ house: House) async throws -> ID<Post> {
        try #require(
            try await house.database.read {
                try $0.first(
                    "SELECT id FROM post WHERE authority = $1 AND title = $2",
                    [.id(house.authority), .text(title)]
                ) {
                    try $0.id(0) as ID<Post>
                }
            })
    }

    private func duty(_ title: String, _ every: Rhythm.Every, from start: String, _ doer: Rhythm.Doing) throws
        -> Rhythm.Terms
    {
        Rhythm.Terms(kind: .duty, title: title, every: every, startsOn: try #require(Day(start)), doer: doer)
    }

    @Test func `the words of a plan become a rhythm that a person confirmed, with its days`() async throws {
        try await House.with(sources: Self.sources) { house in
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/schedules/proposals")
            // The same sentence in an action is no second proposal, and weekly returns are not one.
            #expect(grace.text.contains("4 sentences"))
            #expect(grace.text.contains("Sample, 20% of conference minutes, every month"))
            #expect(grace.text.contains("It does not say how many are looked at."))
            #expect(!grace.text.contains("Weekly returns"))
            await grace.get("/audits/schedules/proposals/\(Self.plan)/monitoring.1.0")
            #expect(grace.status == 200 && grace.text.contains("value=\"20%\""))
            #expect(grace.text.contains("value=\"conference minutes\""))
            await confirm(
                &grace, "monitoring.1.0",
                [
                    ("kind", "sample"), ("title", "Sample conference minutes"), ("amount", "20%"),
                    ("of", "conference minutes"), ("every", "1"), ("span", "month"), ("month_end", "yes"),
                    ("doer", "post:\(try await post("Principal Social Worker", house))"),
                ])
            #expect(grace.status == 200)
            #expect(grace.text.contains("20% of conference minutes, every month"))
            #expect(grace.text.contains("Sample 20% of conference minutes each month"))
            #expect(grace.text.contains("30 Nov 2026") && grace.text.contains("31 Dec 2026"))
            // Sunday 31 January goes on to Monday, and the natural day stays beside it.
            #expect(grace.text.contains("1 Feb 2027") && grace.text.contains("moved from 31 Jan 2027"))
            #expect(grace.text.contains("Waits for its frame"))
            await grace.get("/audits/schedules/proposals")
            #expect(grace.text.contains("3 sentences"))
            // Settled once: the address of the proposal is gone.
            await grace.get("/audits/schedules/proposals/\(Self.plan)/monitoring.1.0")
            #expect(grace.status == 404)
        }
    }

    @Test func `a proposal that is not wanted needs a reason, and stands with it`() async throws {
        try await House.with(sources: Self.sources) { house in
            var grace = house.visitor("Grace O'Malley")
            let address = "/audits/schedules/proposals/\(Self.plan)/action.5.0"
            await grace.get(address)
            await grace.post("\(address)/decline", [("reason", "")])
            #expect(grace.status == 422 && grace.text.contains("Say why this is not wanted"))
            await grace.post("\(address)/decline", [("reason", "The weekly list does this")])
            #expect(grace.text.contains("Not wanted") && grace.text.contains("The weekly list does this"))
            #expect(grace.text.contains("3 sentences"))
        }
    }

    @Test func `four files a month for each team manager is one each, for whoever holds the post that day`()
        async throws
    {
        try await House.with(sources: Self.sources) { house in
            var grace = house.visitor("Grace O'Malley")
            await confirm(
                &grace, "monitoring.2.0",
                [
                    ("kind", "sample"), ("title", "Supervision files"), ("amount", "4"),
                    ("of", "supervision files"),
                    ("every", "1"), ("span", "month"), ("month_end", "yes"), ("each", "Team Manager"),
                ])
            #expect(grace.text.contains("Imran Shah, Owen Castellane"))
            let id = try #require(
                try await house.database.read {
                    try $0.first("SELECT id FROM rhythm WHERE authority = $1", [.id(house.authority)]) {
                        try $0.id(0) as ID<RhythmRecord>
                    }
                })
            let november = try await due(house, id).filter { $0.dueOn == Day("2026-11-30") }
            #expect(
                Set(november.map(\.person)) == [
                    try house.officer("Imran Shah").person, try house.officer("Owen Castellane").person,
                ])
            // Owen leaves his post at the end of November: from December on nobody is asked in his place.
            let owen = try house.officer("Owen Castellane").person
            try await house.database.write(for: house.authority) { connection in
                try connection.run(
                    "UPDATE post_holding SET until_day = '2026-11-30' WHERE authority = $1 AND person = $2",
                    [.id(house.authority), .id(owen)])
                try FillOccurrences.fill(
                    connection, house.authority, at: house.clock.now, on: house.clock.now.inLondon.day)
            }
            let after = try await due(house, id)
            #expect(after.filter { $0.person == owen }.map(\.dueOn) == [Day("2026-11-30")])
            #expect(after.filter { $0.dueOn == Day("2026-12-31") }.count == 1)
        }
    }

    @Test func `whoever does it is asked five working days before, and their manager when it is late`()
        async throws
    {
        try await House.with { house in
            let post = try await post("Team Manager, Harbour", house)
            // Monday 30 November: five working days before is Monday 23 November.
            let id = try await rhythm(
                house, try duty("Review the register", .time(1, .month), from: "2026-11-30", .post(post)))
            #expect(try await work(house, "Imran Shah").isEmpty)
            house.clock.set("2026-11-23T09:00:00.000Z")
            #expect(try await work(house, "Imran Shah").map(\.due) == [Day("2026-11-30")])
            #expect(try await work(house, "Maya Okonkwo").isEmpty)
            house.clock.set("2026-12-01T09:00:00.000Z")
            #expect(try await work(house, "Maya Okonkwo").first?.why.contains("answers to you") == true)
            #expect(try await work(house, "Owen Castellane").isEmpty)

            var owen = house.visitor("Owen Castellane")
            let first = try #require(try await due(house, id).first)
            await owen.get("/audits/schedules/due/\(first.id)")
            #expect(owen.status == 404)
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/schedules/due/\(first.id)")
            #expect(imran.status == 200 && imran.text.contains("Late"))
            let said = [("done-day", "1"), ("done-month", "12"), ("done-year", "2026"), ("revision", "1")]
            await imran.post("/audits/schedules/due/\(first.id)/done", said)
            #expect(imran.status == 422 && imran.text.contains("Say in a few words what was done"))
            await imran.post(
                "/audits/schedules/due/\(first.id)/done",
                said + [("note", "Register of 1 December, in the minutes")])
            #expect(imran.status == 200 && imran.text.contains("Done late"))
            #expect(imran.text.contains("said by Imran Shah"))
            #expect(try await work(house, "Imran Shah").isEmpty)
            #expect(try await work(house, "Maya Okonkwo").isEmpty)
        }
    }

    @Test func `three of four files is not done`() async throws {
        try await House.with { house in
            let post = try await post("Team Manager, Harbour", house)
            var terms = try duty("Supervision files", .time(1, .month), from: "2026-11-20", .post(post))
            terms.kind = .sample
            terms.amount = .number(4)
            let id = try await rhythm(house, terms)
            let first = try #require(try await due(house, id).first)
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/schedules/due/\(first.id)")
            let said = [
                ("done-day", "20"), ("done-month", "11"), ("done-year", "2026"), ("note", "In the file"),
            ]
            await imran.post(
                "/audits/schedules/due/\(first.id)/done", said + [("count", "3"), ("revision", "1")])
            #expect(imran.text.contains("3 of 4") && imran.text.contains("Waits for its frame"))
            // A form that somebody left open meanwhile loses nothing of what was kept since.
            await imran.post(
                "/audits/schedules/due/\(first.id)/done", said + [("count", "4"), ("revision", "1")])
            #expect(imran.status == 422 && imran.text.contains("Somebody else changed this meanwhile"))
            await imran.post(
                "/audits/schedules/due/\(first.id)/done", said + [("count", "4"), ("revision", "2")])
            #expect(imran.status == 200 && imran.text.contains("4 of 4") && imran.text.contains("Done"))
        }
    }

    @Test func `what nobody is there to do stands with the line`() async throws {
        try await House.with { house in
            let post = try await post("Team Manager, Harbour", house)
            _ = try await rhythm(
                house, try duty("Review the register", .time(1, .month), from: "2026-11-20", .post(post)))
            let lucy = try #require(try house.officer("Lucy Penhaligon").person)
            _ = try await rhythm(
                house, try duty("Check the diary", .time(1, .week), from: "2026-11-20", .person(lucy)))
            let imran = try house.officer("Imran Shah").person
            try await house.database.write(for: house.authority) { connection in
                for person in [imran, lucy] {
                    try connection.run(
                        "UPDATE post_holding SET until_day = '2026-11-19' WHERE authority = $1 AND person = $2",
                        [.id(house.authority), .id(person)])
                }
                try connection.run(
                    "UPDATE person SET left_on = '2026-11-19' WHERE authority = $1 AND id = $2",
                    [.id(house.authority), .id(lucy)])
            }
            // The post is vacant, and above Lucy's last post there is nobody either: both stand with Maya.
            let items = try await work(house, "Maya Okonkwo")
            #expect(
                items.map(\.title).sorted().map { String($0.prefix(8)) } == [
                    "Check th", "Check th", "Review t",
                ])
            #expect(items.allSatisfy { $0.why.contains("Nobody is there to do it") })
            #expect(try await work(house, "Owen Castellane").isEmpty)
        }
    }

    @Test func `making it twice, and two at once, makes nothing twice`() async throws {
        try await House.with { house in
            let id = try await rhythm(
                house, try duty("Check the diary", .time(1, .week), from: "2026-11-20", .each("Team Manager"))
            )
            let before = try await due(house, id).count
            // From 20 November 2026 through 25 December 2027, 400 days on: 58 Fridays, for each of two.
            #expect(before == 116)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        _ = try? await house.database.write(for: house.authority) {
                            try FillOccurrences.fill(
                                $0, house.authority, at: house.clock.now, on: house.clock.now.inLondon.day)
                        }
                    }
                }
            }
            #expect(try await due(house, id).count == before)
            house.clock.set("2026-11-27T09:00:00.000Z")
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/schedules")
            #expect(try await due(house, id).count == before + 2)
        }
    }

    @Test func `what was missed is counted and stays, also when it is done later`() async throws {
        try await House.with { house in
            let post = try await post("Team Manager, Harbour", house)
            let id = try await rhythm(
                house, try duty("Check the diary", .time(1, .week), from: "2026-11-20", .post(post)))
            house.clock.set("2026-11-27T09:00:00.000Z")
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/schedules?show=missed")
            #expect(ruth.text.contains("1 was missed</a> in November"))
            #expect(ruth.text.contains("20 Nov 2026"))
            let first = try #require(try await due(house, id).first)
            await ruth.get("/audits/schedules/due/\(first.id)")
            await ruth.post(
                "/audits/schedules/due/\(first.id)/done",
                [
                    ("done-day", "27"), ("done-month", "11"), ("done-year", "2026"), ("revision", "1"),
                    ("note", "Done with the next one"),
                ])
            await ruth.get("/audits/schedules?show=missed")
            #expect(
                ruth.text.contains("Missed, done since")
                    && ruth.text.contains("1 was missed</a> in November"))
        }
    }

    @Test func `a moved day keeps the one that its rhythm gives`() async throws {
        try await House.with { house in
            let post = try await post("Team Manager, Harbour", house)
            let id = try await rhythm(
                house, try duty("Review the register", .time(1, .month), from: "2026-11-30", .post(post)))
            let first = try #require(try await due(house, id).first)
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/schedules/due/\(first.id)")
            let saturday = [("due-day", "5"), ("due-month", "12"), ("due-year", "2026"), ("revision", "1")]
            await grace.post("/audits/schedules/due/\(first.id)/move", saturday)
            #expect(grace.status == 422 && grace.text.contains("Say why it is moved"))
            await grace.post(
                "/audits/schedules/due/\(first.id)/move",
                saturday + [("reason", "The board meets on the 7th")])
            // Saturday 5 December goes on to Monday.
            #expect(
                grace.text.contains("Due Monday 7 December 2026")
                    && grace.text.contains("Monday 30 November 2026"))
            #expect(grace.text.contains("The board meets on the 7th"))
            let all = try await due(house, id)
            #expect(all.count { $0.naturalOn == Day("2026-11-30") } == 1)
        }
    }

    @Test func `a rhythm changes from a day on, and what fell due until then stands`() async throws {
        try await House.with { house in
            let post = try await post("Team Manager, Harbour", house)
            let id = try await rhythm(
                house, try duty("Review the register", .time(1, .month), from: "2026-11-30", .post(post)))
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/schedules/rhythms/\(id)/change")
            #expect(grace.status == 200)
            await grace.post(
                "/audits/schedules/rhythms/\(id)/change",
                [
                    ("kind", "duty"), ("title", "Review the register"), ("every", "2"), ("span", "week"),
                    ("doer", "post:\(post)"), ("start-day", "1"), ("start-month", "12"),
                    ("start-year", "2026"),
                    ("reason", "A month is too long"), ("revision", "1"),
                ])
            #expect(grace.status == 200 && grace.text.contains("every 2 weeks"))
            #expect(grace.text.contains("how it was before"))
            #expect(try await due(house, id).map(\.dueOn) == [Day("2026-11-30")])
            await grace.get("/audits/schedules/rhythms/\(id)")
            #expect(grace.text.contains("A month is too long"))
        }
    }

    @Test func `an event makes what falls due by it, as often as it took place`() async throws {
        try await House.with { house in
            var terms = try duty(
                "Audits at supervision", .event("supervision session"), from: "2026-11-01",
                .each("Team Manager"))
            terms.kind = .sample
            terms.amount = .number(2)
            let id = try await rhythm(house, terms)
            #expect(try await due(house, id).isEmpty)
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/schedules/rhythms/\(id)/event")
            #expect(imran.status == 404)
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/schedules/rhythms/\(id)/event")
            let event = [
                ("on-day", "18"), ("on-month", "11"), ("on-year", "2026"),
                ("person", try #require(try house.officer("Imran Shah").person).description),
            ]
            await grace.post("/audits/schedules/rhythms/\(id)/event", event)
            await grace.get("/audits/schedules/rhythms/\(id)/event")
            await grace.post("/audits/schedules/rhythms/\(id)/event", event)
            #expect(try await due(house, id).count == 2)
            #expect(try await work(house, "Imran Shah").count == 2)
            // One that is his lets him see the rhythm, and record the next himself.
            await imran.get("/audits/schedules/rhythms/\(id)/event")
            #expect(imran.status == 200)
            await imran.post(
                "/audits/schedules/rhythms/\(id)/event",
                [("on-day", "21"), ("on-month", "11"), ("on-year", "2026")])
            #expect(imran.status == 422 && imran.text.contains("The day lies in the future"))
        }
    }

    @Test func `only keepers settle rhythms, and one sees what is of one’s own part`() async throws {
        try await House.with(sources: Self.sources) { house in
            let tom = try await post("Principal Social Worker", house)
            let id = try await rhythm(
                house, try duty("Report to the board", .time(1, .quarter), from: "2026-12-31", .post(tom)))
            for name in ["Imran Shah", "Lucy Penhaligon", "Priya Nair"] {
                var visitor = house.visitor(name)
                for path in [
                    "proposals", "rhythms/new", "rhythms/\(id)", "rhythms/\(id)/change", "rhythms/\(id)/end",
                ] {
                    await visitor.get("/audits/schedules/\(path)")
                    #expect(visitor.status == 404, "\(name) \(path)")
                }
            }
            for (name, status) in [("Denise Aldous", 200), ("Simon Okafor", 200), ("Tom Hallam", 200)] {
                var visitor = house.visitor(name)
                await visitor.get("/audits/schedules/rhythms/\(id)")
                #expect(visitor.status == status, "\(name)")
                await visitor.get("/audits/schedules/rhythms/\(id)/change")
                #expect(visitor.status == 404, "\(name)")
            }
        }
    }

    @Test func `the year shows each month, its state in words, and a file of it`() async throws {
        try await House.with { house in
            let tom = try await post("Principal Social Worker", house)
            _ = try await rhythm(
                house, try duty("Report to the board", .time(1, .quarter), from: "2026-12-31", .post(tom)))
            var denise = house.visitor("Denise Aldous")
            await denise.get("/audits/schedules/year?year=2027")
            // 31 March, 30 June and 30 September 2027 are working days; 31 December lies beyond the 400 days.
            #expect(denise.text.contains("3 things fall due in 2027"))
            #expect(denise.text.contains("31 Assigned") && denise.text.contains("30 Assigned"))
            await denise.get("/audits/schedules/year?year=banana")
            #expect(denise.status == 200 && denise.text.contains("2026"))
        }
    }
}
