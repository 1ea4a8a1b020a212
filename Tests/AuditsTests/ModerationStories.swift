import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// Grades that differ, and how two people settle on a third.
struct ModerationStories {
    private static func closedRound(_ house: House) async throws -> GivenRound {
        let round = try await house.givenRound([
            GivenCase(
                holder: "Lucy Penhaligon", team: "Harbour team", first: "Lucy Penhaligon", second: "Joan Pike"
            ),
            GivenCase(holder: "Sam Adeyemi", team: "Harbour team", first: "Sam Adeyemi", second: "Joan Pike"),
            GivenCase(holder: "Dana Orme", team: "Millbrook team", first: "Dana Orme", second: "Ines Farrow"),
        ])
        let first = [["overall": "2"], ["overall": "1", "seen": "met"], ["overall": "3"]]
        let second = [["overall": "3"], ["overall": "4", "seen": "not"], ["overall": "3"]]
        let readers = [
            ("Lucy Penhaligon", "Joan Pike"), ("Sam Adeyemi", "Joan Pike"), ("Dana Orme", "Ines Farrow"),
        ]
        for index in 0..<3 {
            try await house.grade(
                round.first[index], by: readers[index].0, round.tool, Tool.good.merging(first[index]) { $1 })
            let audit = try #require(round.second[index])
            try await house.grade(
                audit, by: readers[index].1, round.tool, Tool.good.merging(second[index]) { $1 })
        }
        try await house.close(round.id)
        return round
    }

    @Test func `cases that differ stand widest first, for the quality lead and the director only`()
        async throws
    {
        try await House.with { house in
            let round = try await Self.closedRound(house)
            var grace = house.visitor("Grace O'Malley")
            let address = "/audits/rounds/\(round.id)/differences"
            await grace.get(address)
            #expect(
                grace.text.contains("3 cases</strong> of this round")
                    && grace.text.contains("otherwise in <strong>2"))
            let two = try #require(grace.text.firstRange(of: "Case 2<")).lowerBound
            let one = try #require(grace.text.firstRange(of: "Case 1<")).lowerBound
            #expect(two < one && !grace.text.contains("Case 3<") && !grace.text.contains("CH-0"))
            await grace.get(address + "?as=csv")
            #expect(grace.text.contains("2,Harbour team,Outstanding,Inadequate,2,Not yet"))
            for name in ["Imran Shah", "Joan Pike", "Denise Aldous", "Lucy Penhaligon"] {
                var other = house.visitor(name)
                await other.get(address)
                #expect(other.status == 404, "\(name)")
            }
        }
    }

    @Test
    func `two people settle a third grade, one of them from outside the service, and both first ones stay`()
        async throws
    {
        try await House.with { house in
            let round = try await Self.closedRound(house)
            let address = "/audits/rounds/\(round.id)/cases/\(round.cases[0])"
            var imran = house.visitor("Imran Shah")
            await imran.get(address + "/grades")
            #expect(imran.text.contains("First kinder by 1 grade") && imran.text.contains("CH-0001"))
            await imran.post("\(address)/moderations", [("question", "overall"), ("value.overall", "3")])
            #expect(imran.status == 422 && imran.text.contains("Say why this grade is the right one"))
            await imran.post(
                "\(address)/moderations",
                [("question", "overall"), ("value.overall", "3"), ("reason", "The plan has no dates")])
            #expect(imran.status == 200 && imran.text.contains("Not yet: a second person"))
            let id = try await house.database.read {
                try ModerationSQL.of($0, house.authority, round.cases[0])[0].id
            }
            let settle = "\(address)/moderations/\(id)"
            // Not the proposer, not the holder who read it, not somebody of the same service; and nobody without the case.
            for (name, sentence) in [
                ("Imran Shah", "You proposed this grade"), ("Lucy Penhaligon", "You read this case"),
                ("Maya Okonkwo", "one of the two must be outside it"),
            ] {
                var other = house.visitor(name)
                await other.get(address + "/grades")
                await other.post(settle, [("deed", "agree")])
                #expect(other.status == 422 && other.text.contains(sentence), "\(name)")
            }
            var joan = house.visitor("Joan Pike")
            await joan.get("/audits/mine")
            await joan.post(settle, [("deed", "agree")])
            #expect(joan.status == 404)
            let grace = try house.officer("Grace O'Malley")
            let items = try await house.database.read {
                try AuditsWork.items($0, grace, on: house.clock.now.inLondon.day)
            }
            #expect(
                items.filter { $0.kind == .moderation }.map(\.title) == [
                    "1 proposed grade: Twelve standards, autumn"
                ])
            var visitor = house.visitor("Grace O'Malley")
            await visitor.get(address + "/grades")
            await visitor.post(settle, [("deed", "refuse"), ("why", "")])
            #expect(visitor.status == 422 && visitor.text.contains("Say why you refuse"))
            await visitor.post(settle, [("deed", "agree")])
            #expect(visitor.status == 200 && visitor.text.contains("Agreed by Grace O"))
            await visitor.post(settle, [("deed", "agree")])
            #expect(visitor.status == 422 && visitor.text.contains("settled meanwhile"))
            // The two given grades are as they were.
            let grades = try await house.database.read { connection in
                try connection.rows(
                    "SELECT leg, grade FROM case_audit WHERE authority = $1 AND subject = $2 ORDER BY leg",
                    [.id(house.authority), .id(round.cases[0])]
                ) { "\(try $0.text(0)) \(try $0.int(1))" }
            }
            #expect(grades == ["first 1", "second 2"])
            #expect(visitor.text.contains("Agreed: Requires improvement"))
        }
    }

    @Test
    func `a manager sees who of their own people has sent, and how grades compared once there are enough`()
        async throws
    {
        try await House.with { house in
            let cases = (0..<5).map { _ in
                GivenCase(
                    holder: "Lucy Penhaligon", team: "Harbour team", first: "Lucy Penhaligon",
                    second: "Joan Pike")
            }
            let round = try await house.givenRound(
                cases + [
                    GivenCase(holder: "Dana Orme", team: "Millbrook team", first: "Dana Orme", second: nil)
                ])
            for index in 0..<5 {
                if index < 4 {
                    try await house.grade(round.first[index], by: "Lucy Penhaligon", round.tool, Tool.good)
                }
                let audit = try #require(round.second[index])
                var answers = Tool.good
                answers["overall"] = index == 0 ? "1" : index == 1 ? "2" : "4"
                try await house.grade(audit, by: "Joan Pike", round.tool, answers)
            }
            house.clock.set("2026-11-30T09:00:00.000Z")
            var imran = house.visitor("Imran Shah")
            await imran.get("/audits/team")
            #expect(
                imran.text.contains("4 of 5</strong> audits")
                    && imran.text.contains("<strong>1</strong> is overdue"))
            #expect(imran.text.contains("Lucy Penhaligon") && !imran.text.contains("Dana Orme"))
            #expect(!imran.text.contains("Kinder") && !imran.text.contains("Joan Pike"))
            let officer = try house.officer("Imran Shah")
            let items = try await house.database.read {
                try AuditsWork.items($0, officer, on: house.clock.now.inLondon.day)
            }
            #expect(
                items.filter { $0.kind == .audit }.map(\.title) == [
                    "Lucy Penhaligon: 1 audit late, Twelve standards, autumn"
                ])
            try await house.grade(round.first[4], by: "Lucy Penhaligon", round.tool, Tool.good)
            try await house.close(round.id)
            await imran.get("/audits/team")
            // Good five times; the second reader said outstanding, good, and three times inadequate.
            let row = try #require(imran.text.components(after: "Grades beside").first)
            #expect(row.contains("data-label=\"Kinder\">3<") && row.contains("data-label=\"Harder\">1<"))
            #expect(row.contains("data-label=\"The same\">1<"))
            var owen = house.visitor("Owen Castellane")
            await owen.get("/audits/team")
            #expect(owen.text.contains("Dana Orme") && !owen.text.contains("Lucy"))
        }
    }
}

extension String {
    fileprivate func components(after words: String) -> [Substring] {
        firstRange(of: words).map { [self[$0.upperBound...]] } ?? []
    }
}
