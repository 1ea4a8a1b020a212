import Kernel
import SiteTesting
import Statistics
import Storage
import Testing

@testable import Audits

/// What a cohort comes to, held against a case of 2004 and against Python.
struct CohortRules {
    /// `progress-report-2004` §2.8: every child registered for emotional abuse was reviewed, 151 before and 109 after.
    private static let reviewed = CohortTally(children: 151, continued: 109, ended: 42)

    @Test func `shares of a decided cohort are those of a census, with Wilson's interval`() {
        let lines = CohortShares.lines(Self.reviewed)
        // Python: (2x + z² ± z√(z² + 4x(1 − x/n))) / (2(n + z²)) with z = 1.959964.
        #expect(lines.map(\.words) == ["Continues", "Ended", "Something else"])
        #expect(abs(lines[0].interval.lower - 0.645559) < 1e-5)
        #expect(abs(lines[0].interval.upper - 0.787142) < 1e-5)
        #expect(abs(lines[1].interval.lower - 0.212858) < 1e-5)
        #expect(abs(lines[1].interval.upper - 0.354441) < 1e-5)
        #expect(CohortShares.label(Self.reviewed).contains("this is a census"))
        var open = Self.reviewed
        open.children = 160
        #expect(CohortShares.label(open).contains("not a sample"))
    }

    /// `reference/statistics.md` §3: 151/610 − 109/459 = .01007 (−.04232 to .06127).
    @Test func `the fall of 2004 from 151 of 610 to 109 of 459 cannot be told from no change`() throws {
        let cohort = CohortRecord(
            id: ID(1), title: "", question: "", node: ID(1), listWords: "", listOn: Day(number: 12_400),
            lookAfterMonths: 3, whole: 610,
            after: CohortRecord.After(on: Day(number: 12_600), count: 109, whole: 459), revision: 1)
        let change = try #require(CohortShares.change(cohort, children: 151))
        #expect(abs(change.difference + 0.01007) < 1e-5)
        #expect(abs(change.interval.lower + 0.06127) < 1e-5)
        #expect(abs(change.interval.upper - 0.04232) < 1e-5)
        #expect(change.isWithinChance)
    }

    /// By hand: 9 continue, 3 ended, 0 otherwise, 8 late, 20 to come, 40 in all. 3 is small; the next smallest, 8, goes
    /// with it, or 40 less the others would show it.
    @Test func `outside the inner circle small figures are withheld, and cannot be worked out`() {
        let tally = CohortTally(children: 40, continued: 9, ended: 3, other: 0, late: 8)
        #expect(CohortFigures(tally, .whole).all.map(\.words) == ["40", "9", "3", "0", "8", "20"])
        #expect(CohortFigures(tally, .counts).all.map(\.words) == ["40", "9", "c", "0", "c", "20"])
    }

    private func child(due: Day?, decided: CohortDecision? = nil, look: Day? = nil) -> CohortChild {
        CohortChild(
            cohort: ID(1), number: 1, reference: Sensitive("C001"), holder: "", holderPerson: nil, team: "",
            node: nil, dueOn: due, firstDueOn: due,
            decision: decided.map { CohortChild.Decided(what: $0, on: Day(number: 90), by: "", why: "") },
            lookOn: look, looked: nil, revision: 1)
    }

    @Test func `a child is late from the day after the conference, and only while nothing is decided`() {
        let today = Day(number: 100)
        #expect(!child(due: today).isLate(on: today))
        #expect(child(due: today.adding(days: -1)).isLate(on: today))
        #expect(!child(due: today.adding(days: -9), decided: .goesOn).isLate(on: today))
        #expect(!child(due: nil).isLate(on: today))
        #expect(child(due: nil, decided: .end, look: today).isToBeLookedAt(on: today))
        #expect(!child(due: nil, decided: .end, look: today.adding(days: 1)).isToBeLookedAt(on: today))
    }
}

/// A list of children, each reviewed at their own conference, from the list to the second look.
struct CohortStories {
    /// Six of Harbour, four of Millbrook. On 20 November 2026 three conferences have passed and one has no date.
    private static let list = """
        Reference,Holder,Team,Next conference
        C001,Lucy Penhaligon,Harbour team,2/11/2026
        C002,Lucy Penhaligon,Harbour team,2026-11-19
        C003,Sam Adeyemi,Harbour team,20/11/2026
        C004,Sam Adeyemi,Harbour team,1 Dec 2026
        C005,Sam Adeyemi,Harbour team,
        C006,Lucy Penhaligon,Harbour team,12/1/2027
        C007,Dana Orme,Millbrook team,18/11/2026
        C008,Dana Orme,Millbrook team,5/12/2026
        C009,Dana Orme,Millbrook team,6/12/2026
        C010,Dana Orme,Millbrook team,7/12/2026
        """

    private func begun(_ house: House) async throws -> (ID<Cohort>, Visitor) {
        house.clock.set("2026-10-30T09:00:00.000Z")
        var grace = house.visitor("Grace O'Malley")
        await grace.get("/audits/cohorts/new")
        let node = try #require(house.nodes["Children in Need"])
        await grace.upload(
            Array(Self.list.utf8), named: "list.csv", to: "/audits/cohorts/new",
            [
                ("title", "Emotional abuse"), ("question", "Should the plan go on under this category?"),
                ("node", "\(node)"), ("months", "3"), ("whole", "40"),
            ])
        #expect(grace.status == 200)
        house.clock.set("2026-11-20T09:14:00.000Z")
        let parts = grace.address.split(separator: "/")
        return (try #require(ID<Cohort>(parts[parts.count - 1])), grace)
    }

    private func decision(_ what: String, revision: Int = 1) -> [(String, String)] {
        [
            ("revision", "\(revision)"), ("decision", what), ("decided-day", "19"), ("decided-month", "11"),
            ("decided-year", "2026"), ("by", "The conference, chaired by Bea Lindqvist"),
            ("why", "The home is calm"),
        ]
    }

    @Test func `each child is due at their own conference, and the page counts who is late`() async throws {
        try await House.with { house in
            var (id, grace) = try await begun(house)
            await grace.get("/audits/cohorts/\(id)")
            // By hand: C001, C002 and C007 lie before 20 November; C003 is today; C005 has no date.
            #expect(grace.text.contains("<strong>10</strong> are not decided yet, <strong>3 of them late"))
            #expect(grace.text.contains("C001") && grace.text.contains("Late by 18 days"))
            await grace.get("/audits/cohorts/\(id)?state=undated")
            #expect(grace.text.contains("1 of 10") && grace.text.contains("C005"))
            await grace.get("/audits/cohorts/\(id)?as=csv&state=late")
            #expect(grace.text.contains("C007") && !grace.text.contains("C003"))
        }
    }

    @Test func `references are for those with the case, and each look at them is in the journal`()
        async throws
    {
        try await House.with { house in
            let (id, _) = try await begun(house)
            func looks() async throws -> Int? {
                try await house.database.read {
                    try $0.first("SELECT COUNT(*) FROM event WHERE kind = 'cohort.viewed'") { try $0.int(0) }
                }
            }
            let before = try await looks() ?? 0
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/cohorts/\(id)")
            #expect(imran.text.contains("C001") && !imran.text.contains("C007"))
            #expect(imran.text.contains("Of your <strong>6 children</strong>"))
            #expect(try await looks() == before + 1)
            await imran.get("/audits/cohorts/\(id)/children/7")
            #expect(imran.status == 404)
            // The improvement manager sees children by number.
            var ruth = house.visitor("Ruth Ashworth-Bello")
            await ruth.get("/audits/cohorts/\(id)")
            #expect(ruth.text.contains("Child 7") && !ruth.text.contains("C007"))
            #expect(!ruth.text.contains("Dana Orme"))
            #expect(try await looks() == before + 1)
            // The board sees counts: 10 children, 3 late and 7 to come would show the 3.
            var denise = house.visitor("Denise Aldous")
            for path in ["/audits/cohorts", "/audits/cohorts/\(id)", "/audits/cohorts/\(id)?as=csv"] {
                await denise.get(path)
                #expect(denise.status == 200 && !denise.text.contains("C00"), "\(path)")
                #expect(!denise.text.contains("3 of them late"), "\(path)")
            }
            await denise.get("/audits/cohorts/\(id)/children/1")
            #expect(denise.status == 404)
            for name in ["Lucy Penhaligon", "Joan Pike", "Helen Marsh", "Priya Nair"] {
                var other = house.visitor(name)
                await other.get("/audits/cohorts/\(id)")
                #expect(other.status == 404, "\(name)")
            }
        }
    }

    @Test func `a decision is recorded by the line, once, and a second one is a later fact`() async throws {
        try await House.with { house in
            let (id, _) = try await begun(house)
            let child = "/audits/cohorts/\(id)/children/1"
            var imran = house.visitor("Imran Shah")
            await imran.get(child)
            await imran.post("\(child)/decision", [("revision", "1"), ("why", "Typed and kept")])
            #expect(imran.status == 422 && imran.text.contains("ive the day of the decision"))
            #expect(imran.text.contains("Typed and kept"))
            await imran.post("\(child)/decision", decision("end"))
            #expect(imran.status == 200 && imran.text.contains("Ended, on 19 November 2026"))
            // Three months after 19 November.
            #expect(imran.text.contains("On 19 Feb 2027"))
            var grace = house.visitor("Grace O'Malley")
            await grace.get(child)
            await grace.post("\(child)/decision", decision("continue", revision: 1))
            #expect(grace.status == 422 && grace.text.contains("Somebody else changed"))
            await grace.post("\(child)/decision", decision("continue", revision: 2))
            #expect(grace.text.contains("Continues, on 19 November 2026"))
            #expect(!grace.text.contains("19 Feb 2027"))
            var owen = house.visitor("Owen Castellane")
            await owen.get("/audits/cohorts/\(id)/children/7")
            await owen.post("\(child)/decision", decision("end", revision: 3))
            #expect(owen.status == 404)
            let says = try await house.database.read {
                try $0.rows("SELECT to_json FROM event WHERE kind = 'cohort.decided'") { try $0.text(0) }
            }
            #expect(says.count == 2)
            #expect(!says.contains { $0.contains("C001") || $0.contains("calm") || $0.contains("end\"") })
        }
    }

    @Test func `a moved conference keeps its first date`() async throws {
        try await House.with { house in
            var (id, grace) = try await begun(house)
            let child = "/audits/cohorts/\(id)/children/2"
            let date = [("due-day", "3"), ("due-month", "12"), ("due-year", "2026"), ("revision", "1")]
            await grace.get(child)
            await grace.post("\(child)/date", date)
            #expect(grace.status == 422 && grace.text.contains("ay why the conference is moved"))
            await grace.post("\(child)/date", date + [("reason", "The school could not come")])
            #expect(grace.text.contains("First set for") && grace.text.contains("19 November 2026"))
            #expect(grace.text.contains("Conference moved from 19 November 2026"))
            await grace.get("/audits/cohorts/\(id)")
            #expect(grace.text.contains("2 of them late"))
            // The first date of a child that had none needs no reason.
            let other = "/audits/cohorts/\(id)/children/5"
            await grace.get(other)
            await grace.post("\(other)/date", date)
            #expect(grace.status == 200 && grace.text.contains("Conference date given"))
        }
    }

    @Test func `late ones wait for their line and the keeper, and ended ones come back after three months`()
        async throws
    {
        try await House.with { house in
            let (id, _) = try await begun(house)
            func tray(_ name: String) async throws -> [WorkItem] {
                let officer = try house.officer(name)
                let today = house.day()
                return try await house.database.read {
                    try AuditsWork.cohorts($0, officer, on: today)
                }
            }
            // Imran: C001, C002 and today's C003; Owen: C007; Grace: the three that are late.
            #expect(try await tray("Imran Shah").map(\.title) == ["Emotional abuse: 3 decisions"])
            #expect(try await tray("Owen Castellane").map(\.title) == ["Emotional abuse: 1 decision"])
            let kept = try await tray("Grace O'Malley")
            #expect(kept.map(\.title) == ["Emotional abuse: 3 decisions"])
            #expect(kept.first?.due == Day("2026-11-02"))
            for name in ["Maya Okonkwo", "Lucy Penhaligon", "Denise Aldous", "Simon Okafor"] {
                #expect(try await tray(name).isEmpty, "\(name)")
            }
            var owen = house.visitor("Owen Castellane")
            let child = "/audits/cohorts/\(id)/children/7"
            await owen.get(child)
            await owen.post("\(child)/decision", decision("end"))
            #expect(try await tray("Owen Castellane").isEmpty)
            await owen.post(
                "\(child)/look", [("revision", "2"), ("looked", "right"), ("shows", "No word since")])
            #expect(owen.status == 422 && owen.text.contains("not looked at again before its day"))
            house.clock.set("2027-02-19T09:00:00.000Z")
            #expect(
                try await tray("Owen Castellane").contains {
                    $0.title == "Emotional abuse: look at 1 child again" && $0.due == Day("2027-02-19")
                })
            await owen.get(child)
            await owen.post(
                "\(child)/look", [("revision", "2"), ("looked", "again"), ("shows", "Referred anew")])
            #expect(owen.status == 200 && owen.text.contains("The child needs it again"))
            #expect(try await tray("Owen Castellane").allSatisfy { !$0.title.contains("look at") })
        }
    }

    @Test func `a reason that holds a postcode is stopped until somebody says that it is meant`() async throws
    {
        try await House.with { house in
            var (id, grace) = try await begun(house)
            let child = "/audits/cohorts/\(id)/children/4"
            await grace.get(child)
            let form = decision("end").map { $0.0 == "why" ? ("why", "Moved to LS12 4QF") : $0 }
            await grace.post("\(child)/decision", form)
            #expect(grace.status == 422 && grace.text.contains("a postcode"))
            #expect(grace.text.contains("Keep it all the same?") && grace.text.contains("Moved to LS12 4QF"))
            await grace.post("\(child)/decision", form + [("anyway", "yes")])
            #expect(grace.status == 200 && grace.text.contains("Ended, on 19 November 2026"))
        }
    }

    @Test func `a list of the loaded returns is a cohort whose dates are given child by child`() async throws
    {
        var sources = AuditSources.none
        sources.lists = { _, _ in
            [
                AuditSources.List(
                    key: "protection", words: "Children on a protection plan",
                    asAt: Day("2026-10-31") ?? Day(number: 0))
            ]
        }
        sources.items = { _, _, key in
            guard key == "protection" else { return nil }
            // The third stands twice; the last is in another category.
            return [
                ("C1", "Emotional"), ("C2", "emotional"), ("C3", "Emotional"), ("C3", "Emotional"),
                ("C4", "Neglect"),
            ]
            .map { AuditSources.Item(reference: Sensitive($0.0), team: "Harbour team", group: $0.1) }
        }
        try await House.with(sources: sources) { house in
            var grace = house.visitor("Grace O'Malley")
            let node = try #require(house.nodes["Children in Need"])
            await grace.get("/audits/cohorts/new")
            #expect(grace.text.contains("Children on a protection plan, 31 Oct 2026"))
            let form = [
                ("title", "Emotional abuse"), ("question", "Go on?"), ("node", "\(node)"),
                ("group", "Emotional"),
            ]
            await grace.post("/audits/cohorts/new", form + [("list", "other")])
            #expect(grace.status == 422)
            await grace.post("/audits/cohorts/new", form + [("list", "protection")])
            #expect(grace.status == 200 && grace.text.contains("<strong>3 children</strong>"))
            #expect(grace.text.contains("List of 31 October 2026"))
            #expect(grace.text.contains("No conference date yet"))
        }
    }

    @Test func `a list that cannot be used is refused in words, and nothing of it is kept`() async throws {
        try await House.with { house in
            var grace = house.visitor("Grace O'Malley")
            let node = try #require(house.nodes["Children in Need"])
            await grace.get("/audits/cohorts/new")
            let form = [("title", "Again"), ("question", "Go on?"), ("node", "\(node)"), ("months", "3")]
            for (file, fields, sentence) in [
                ("Reference\nC001\nC001\n", form, "One reference stands twice"),
                ("Reference\nJohn Smith\n", form, "looks like a name"),
                ("Reference\nC001\n", form + [("whole", "0")], "whole number"),
                ("Reference\nC001\nC002\n", form + [("whole", "1")], "The list itself has 2 children"),
                ("Reference\nC001\n", Array(form.dropFirst()), "Give the cohort a title"),
            ] {
                await grace.upload(Array(file.utf8), named: "list.csv", to: "/audits/cohorts/new", fields)
                #expect(grace.status == 422 && grace.text.contains(sentence), "\(sentence)")
            }
            await grace.post("/audits/cohorts/new", form)
            #expect(grace.status == 422 && grace.text.contains("Choose a file, or a list"))
            let count = try await house.database.read {
                try $0.first("SELECT COUNT(*) FROM cohort") { try $0.int(0) }
            }
            #expect(count == 0)
        }
    }

    /// The review of 2004, told with its own numbers: 151 children, 109 remain.
    @Test
    func `a whole review of 151 children ends as counted by hand, and its change is said with its interval`()
        async throws
    {
        try await House.with { house in
            house.clock.set("2026-01-12T09:00:00.000Z")
            let grace = try house.officer("Grace O'Malley")
            let node = try #require(house.nodes["Children in Need"])
            let now = house.clock.now
            let lines = (1...151).map {
                FrameLine(
                    reference: Sensitive("R\($0)"), holder: $0 <= 80 ? "Lucy Penhaligon" : "Dana Orme",
                    team: $0 <= 80 ? "Harbour team" : "Millbrook team", on: Day("2026-03-31"))
            }
            let id = try await house.database.write(for: house.authority) { connection in
                let form = BeginCohort.Form(
                    title: "Emotional abuse", question: "Go on?", node: node, whole: "610")
                return try BeginCohort.act(
                    form, lines, words: "The register", on: now.inLondon.day, by: grace,
                    today: now.inLondon.day,
                    connection, at: now)
            }
            house.clock.set("2026-06-30T09:00:00.000Z")
            let later = house.clock.now
            try await house.database.write(for: house.authority) { connection in
                for number in 1...151 {
                    // The last eleven were decided after their first date.
                    let day = Day(number > 140 ? "2026-05-01" : "2026-03-20") ?? later.inLondon.day
                    try DecideChild.act(
                        DecideChild.Form(
                            what: number <= 109 ? .goesOn : .end, on: day, by: "The conference",
                            why: "As minuted"), child: number, of: id, revision: 1, by: grace,
                        today: later.inLondon.day, connection, at: later)
                }
                try SetCohortFigures.act(
                    SetCohortFigures.Form(
                        whole: 610, count: 109, afterWhole: 459, on: later.inLondon.day), id, revision: 1,
                    by: grace, today: later.inLondon.day, connection, at: later)
            }
            var simon = house.visitor("Simon Okafor")
            await simon.get("/audits/cohorts/\(id)")
            #expect(simon.text.contains("<strong>151 children</strong> 109 go on and 42 have ended."))
            #expect(simon.text.contains("109 of 151") && simon.text.contains("64.6% to 78.7%"))
            #expect(simon.text.contains("this is a census"))
            #expect(simon.text.contains("140 of 151 were decided by the day that was set first"))
            #expect(simon.text.contains("24.8%, 151 of 610") && simon.text.contains("23.7%, 109 of 459"))
            #expect(simon.text.contains("fell by 1.0 points (19 chances in 20: from −6.1 to 4.2)"))
            #expect(simon.text.contains("This cannot be told from no change."))
            // No figure is small: the board sees the same counts, and no child.
            var denise = house.visitor("Denise Aldous")
            await denise.get("/audits/cohorts/\(id)")
            #expect(denise.text.contains("109 go on and 42 have ended") && !denise.text.contains("R1"))
        }
    }
}
