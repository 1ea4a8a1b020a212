import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// Rounds from their setting up to their closing.
struct RoundStories {
    @Test func `a round of a file is locked, drawn, given to its holders, verified blind and closed`()
        async throws
    {
        try await House.with { house in
            let tool = try await house.newTool()
            let terms = try house.terms(tool) {
                $0.verification = Round.Verification(
                    size: .percent(tenths: 200), dueOn: $0.dueOn.adding(days: 14))
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            let draw = try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            #expect(draw.size == 12 && draw.frameCount == 12)
            let given = try await house.act { try GiveCases.act(id, by: $0, on: $1, at: $2, $3) }
            #expect(given.given == 12 && given.left.isEmpty)
            let loads = try await house.act { officer, _, _, connection in
                try AuditPeople.loads(connection, officer.authority, id, .first)
            }
            let lucy = try #require(try house.officer("Lucy Penhaligon").person)
            #expect(loads[lucy] == 5 && loads.values.sorted() == [3, 4, 5])

            // 20 % of 12 is rounded up.
            let second = try await house.act { try DrawVerification.act(id, by: $0, on: $1, at: $2, $3) }
            #expect(second.size == 3 && second.frameCount == 12)
            let tom = try #require(try house.officer("Tom Hallam").person)
            let checked = try await house.act {
                try GiveVerification.act(id, to: [tom], by: $0, on: $1, at: $2, $3)
            }
            #expect(checked.given == 3)
            try await house.act { try RoundsClosing.closeFirst(id, .none, by: $0, on: $1, at: $2, $3) }
            await #expect(throws: RoundsClosing.Refused.reasonForMissing) {
                try await house.act { try RoundsClosing.close(id, .none, by: $0, on: $1, at: $2, $3) }
            }
            try await house.act {
                try RoundsClosing.close(
                    id, reason: "The verifier left", .none, by: $0, on: $1, at: $2, $3)
            }
            let round = try await house.act { officer, _, _, connection in
                try RoundSQL.round(connection, officer.authority, id)
            }
            #expect(round?.closedAt == house.clock.now)
        }
    }

    @Test func `a keeper takes a round from its set-up to its verification through the pages`() async throws {
        try await House.with { house in
            let tool = try await house.newTool()
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/rounds/new")
            #expect(grace.status == 200)
            let node = try #require(house.nodes["Children in Need"])
            let form = [
                ("title", "Every child on a plan"), ("series", "Self-evaluation"),
                ("question", "Is every child safe?"), ("node", "\(node)"), ("tool", "\(tool):1"),
                ("kind", "stratified"), ("stratum", "team"), ("size", "50%"), ("size-unit", "number"),
                ("first", "independent"), ("due-day", "18"), ("due-month", "12"), ("due-year", "2026"),
                ("verify", "some"), ("verify-size", "20"), ("verify-size-unit", "percent"),
                ("verify-due-day", "8"), ("verify-due-month", "1"), ("verify-due-year", "2027"),
                ("most", "4"), ("pass", "80"),
            ]
            await grace.post(
                "/audits/rounds/new", form.map { $0.0 == "due-year" ? ("due-year", "2025") : $0 })
            #expect(grace.status == 422 && grace.text.contains("has passed"))
            #expect(grace.text.contains("Every child on a plan"), "Nothing typed is lost.")
            await grace.post("/audits/rounds/new", form)
            let path = String(grace.address.dropLast("/frame".count))
            #expect(grace.status == 200 && path.hasPrefix("/audits/rounds/"))

            await grace.upload(Array(House.twelve.utf8), named: "list.csv", to: "\(path)/frame/file")
            #expect(grace.status == 200 && grace.text.contains("12 cases"))
            #expect(grace.text.contains("6 of 12"))
            await grace.get("\(path)/lock")
            // Nine of Harbour and three of Millbrook share six as 4.5 and 1.5: equal remainders go to the larger.
            #expect(grace.text.contains("Harbour team") && grace.status == 200)
            let revision = try #require(grace.value(after: "name=\"revision\" value=\""))
            await grace.post("\(path)/lock", [("revision", revision)])
            #expect(grace.address == "\(path)/draw", "\(grace.text)")
            await grace.post("\(path)/draw")
            #expect(grace.text.contains("6 of 12") && grace.text.contains("self-evaluation:"))
            await grace.get("\(path)/giving")
            let ines = try #require(try house.officer("Ines Farrow").person)
            let bea = try #require(try house.officer("Bea Lindqvist").person)
            await grace.post("\(path)/giving", [("auditors", "\(ines)"), ("auditors", "\(bea)")])
            #expect(grace.status == 200 && grace.address == path, "\(grace.text)")
            #expect(grace.text.contains("0 of 6"))
            await grace.get("\(path)/verification")
            await grace.post("\(path)/verification/draw")
            #expect(!grace.text.contains("Ines Farrow"), "Who reads first verifies nothing of the round.")
            #expect(grace.text.contains("Tom Hallam") && grace.text.contains("Joan Pike"))
            let tom = try #require(try house.officer("Tom Hallam").person)
            await grace.post("\(path)/verification", [("verifiers", "\(tom)")])
            #expect(grace.status == 200 && grace.address == path)
            for page in ["", "/frame", "/draw", "/giving", "/verification", "/closing", "/set-up"] {
                await grace.get(path + page)
                #expect(grace.status == 200, "\(page)")
            }
            await grace.get(path)
            let item = try #require(grace.link("Case 1"))
            await grace.get(item)
            #expect(grace.status == 200 && grace.text.contains("C00"))
            await grace.get("/audits")
            #expect(grace.text.contains("Every child on a plan") && grace.text.contains("6 of 12"))
        }
    }
}
