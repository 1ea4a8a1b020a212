import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// Saving an audit as it goes: what two pages of it do to each other, and what is asked about before it is kept.
struct SavingStories {
    private static let one = [
        GivenCase(
            holder: "Lucy Penhaligon", team: "Harbour team", first: "Lucy Penhaligon", second: "Joan Pike")
    ]

    private static func answers(_ house: House, _ audit: ID<AuditReading>) async throws -> Answers {
        try await house.database.read { try ReadingSQL.answers($0, house.authority, audit) }
    }

    @Test func `two pages of one audit saved at once lose nothing of each other`() async throws {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            let address = "/audits/mine/\(round.first[0])"
            let given = [
                "_safe": "yes", "seen": "met", "late": "no", "done": "2/3", "where": "Home", "overall": "2",
            ]
            // Each page was read when nothing was saved, carries every question, and has one of them answered.
            let statuses = await withTaskGroup(of: Int.self) { group in
                for (key, value) in given {
                    group.addTask {
                        var lucy = house.visitor("Lucy Penhaligon")
                        await lucy.get(address)
                        var fields = given.keys.flatMap {
                            [("s.\($0)", "0"), ("a.\($0)", $0 == key ? value : "")]
                        }
                        fields.append(("n.\(key)", "Page of \(key)"))
                        await lucy.post("\(address)/answers", fields)
                        return lucy.status
                    }
                }
                return await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: given.count))
            let kept = try await Self.answers(house, round.first[0])
            for (key, value) in given {
                #expect(kept[key].says(value, "Page of \(key)") && kept[key].sequence == 1, "\(key)")
            }
        }
    }

    @Test func `of eight pages that answer one question otherwise at once, one is kept and seven are told`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            let address = "/audits/mine/\(round.first[0])"
            let outcomes = await withTaskGroup(of: (Int, String, String).self) { group in
                for number in 1...8 {
                    group.addTask {
                        var lucy = house.visitor("Lucy Penhaligon")
                        await lucy.get(address)
                        await lucy.post(
                            "\(address)/answers",
                            [("s.done", "0"), ("a.done", "\(number) of 9"), ("n.done", "Page \(number)")])
                        return (lucy.status, lucy.text, "\(number)")
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let kept = try await Self.answers(house, round.first[0])
            #expect(kept.facts["done"]?.count == 1)
            #expect(outcomes.count { $0.0 == 200 } == 1)
            let winner = kept["done"].value.prefix(1)
            for (status, text, number) in outcomes where status != 200 {
                // What stands on record, and what was typed: both are on the page.
                #expect(status == 422 && text.contains("Saved on another page"))
                #expect(text.contains("\(winner) of 9 actions") && text.contains("Page \(winner)"))
                #expect(
                    text.contains("value=\"\(number) of 9\"") && text.contains("value=\"Page \(number)\""))
                #expect(text.contains("name=\"s.done\" value=\"1\""))
            }
        }
    }

    @Test func `what the reader of a page left alone does not overwrite what another page saved`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            let save = "/audits/mine/\(round.first[0])/answers"
            var first = house.visitor("Lucy Penhaligon")
            var second = house.visitor("Lucy Penhaligon")
            await first.get("/audits/mine/\(round.first[0])")
            await second.get("/audits/mine/\(round.first[0])")
            await first.post(save, [("s.seen", "0"), ("a.seen", "met"), ("n.seen", "Note of 3 May")])
            await first.post(save, [("s.seen", "1"), ("a.seen", "not"), ("n.seen", "Note of 4 May")])
            // The second page was read before both; it answers another question.
            await second.post(save, [("s.seen", "0"), ("s.late", "0"), ("a.late", "yes")])
            #expect(second.status == 200)
            // A third page was read between the two, and sends that answer along as it stood.
            await second.post(
                save,
                [
                    ("s.seen", "1"), ("a.seen", "met"), ("n.seen", "Note of 3 May"), ("s.late", "1"),
                    ("a.late", "no"),
                ])
            #expect(second.status == 200)
            let kept = try await Self.answers(house, round.first[0])
            #expect(kept["seen"].says("not", "Note of 4 May") && kept["late"].says("no", ""))
            #expect(kept.facts["seen"]?.count == 2 && kept.facts["late"]?.count == 2)
        }
    }

    @Test func `a script saves one question, and is told the time once it is kept`() async throws {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            let save = "/audits/mine/\(round.first[0])/answers"
            var lucy = house.visitor("Lucy Penhaligon")
            await lucy.get("/audits/mine/\(round.first[0])")
            await lucy.post(save, [("by", "script"), ("s.seen", "0"), ("a.seen", "na")])
            #expect(lucy.status == 200 && lucy.text == "Saved 09:14\nseen 1")
            await lucy.post(save, [("by", "script"), ("s.done", "0"), ("a.done", "6 of 5")])
            #expect(
                lucy.status == 422 && lucy.text.contains("cannot be larger than the number of all actions"))
            // Sending asks what saving did not: why it does not apply.
            await lucy.post("/audits/mine/\(round.first[0])/sending")
            #expect(lucy.status == 422 && lucy.text.contains("Say why it does not apply to this file"))
        }
    }

    @Test
    func `words that look like a person are asked about, kept as typed, and saved when it is said again`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            let save = "/audits/mine/\(round.first[0])/answers"
            var lucy = house.visitor("Lucy Penhaligon")
            await lucy.get("/audits/mine/\(round.first[0])")
            let typed = [
                ("s.seen", "0"), ("a.seen", "met"), ("n.seen", "Visit to Mia Carter, LS12 4QF"),
                ("s.late", "0"),
                ("a.late", "no"),
            ]
            await lucy.post(save, typed)
            #expect(lucy.status == 422)
            #expect(
                lucy.text.contains("a person’s name and a postcode") && lucy.text.contains("href=\"#n.seen\"")
            )
            #expect(lucy.text.contains("value=\"Visit to Mia Carter, LS12 4QF\""))
            #expect(lucy.text.contains("Save it all the same"))
            #expect(try await Self.answers(house, round.first[0]).facts.isEmpty)
            await lucy.post(save, typed + [("k.seen", "yes")])
            #expect(lucy.status == 200)
            let kept = try await Self.answers(house, round.first[0])
            #expect(kept["seen"].says("met", "Visit to Mia Carter, LS12 4QF") && kept["late"].says("no", ""))
            // A name of our own people, in an answer of words; then without it.
            await lucy.post(save, [("s.helped", "0"), ("a.helped", "Sam Adeyemi helped with it")])
            #expect(lucy.status == 422 && lucy.text.contains("Sam Adeyemi helped with it</textarea>"))
            await lucy.post(save, [("s.helped", "0"), ("a.helped", "A colleague helped with it")])
            #expect(lucy.status == 200)
        }
    }

    @Test func `a doubt about safety opens an item at once, and a later answer does not take it away`()
        async throws
    {
        try await House.with { house in
            let round = try await house.givenRound(Self.one)
            let save = "/audits/mine/\(round.first[0])/answers"
            func items() async throws -> [String] {
                try await house.database.read { connection in
                    try connection.rows(
                        "SELECT answer FROM safety_item WHERE authority = $1", [.id(house.authority)]
                    ) { try $0.text(0) }
                }
            }
            var lucy = house.visitor("Lucy Penhaligon")
            await lucy.get("/audits/mine/\(round.first[0])")
            await lucy.post(save, [("s._safe", "0"), ("a._safe", "unsure")])
            #expect(lucy.status == 200)
            #expect(try await items() == ["unsure"])
            await lucy.post(save, [("s._safe", "1"), ("a._safe", "yes")])
            #expect(lucy.status == 200)
            #expect(try await items().count == 1)
            #expect(
                try await Self.answers(house, round.first[0]).facts["_safe"]?.map(\.value) == [
                    "unsure", "yes",
                ])
        }
    }

    @Test func `a late audit is counted late, and a closed first grading takes nothing more`() async throws {
        try await House.with { house in
            let round = try await house.givenRound(Self.one + Self.one)
            house.clock.set("2026-11-30T08:00:00.000Z")
            var lucy = house.visitor("Lucy Penhaligon")
            await lucy.get("/audits/mine")
            #expect(lucy.text.contains("overdue by 3 days"))
            try await house.grade(round.first[0], by: "Lucy Penhaligon", round.tool, Tool.good)
            await lucy.get("/audits/mine/\(round.first[0])")
            #expect(lucy.text.contains("3 days late"))
            await lucy.get("/audits/mine/\(round.first[1])")
            try await house.close(round.id, firstOnly: true)
            await lucy.post(
                "/audits/mine/\(round.first[1])/answers",
                [("s.seen", "0"), ("a.seen", "met"), ("n.seen", "Page 4")])
            #expect(
                lucy.status == 422
                    && lucy.text.contains("The first grading of this round was closed meanwhile"))
            #expect(lucy.text.contains("value=\"Page 4\""))
            await lucy.post("/audits/mine/\(round.first[1])/sending")
            #expect(lucy.status == 422 && lucy.text.contains("nothing more is sent"))
            await lucy.get("/audits/mine")
            #expect(lucy.text.contains("No audit is asked of you"))
            await lucy.get("/audits/mine/\(round.first[1])")
            #expect(lucy.status == 200 && lucy.text.contains("not sent"))
        }
    }
}
