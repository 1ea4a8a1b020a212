import Kernel
import SiteTesting
import Statistics
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

    @Test func `two keepers who draw at once make one draw, and what is drawn is what the command draws`()
        async throws
    {
        try await House.with { house in
            let terms = try house.terms(try await house.newTool()) {
                ($0.kind, $0.size) = (.simple, .percent(tenths: 200))
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            let tries = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        do {
                            try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
                            return true
                        } catch { return (error as? DrawSample.Refused) != .alreadyDrawn }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(tries.sorted { $0 && !$1 } == [true, false])
            let (draw, references, frame) = try await house.act { officer, _, _, connection in
                (
                    try DrawSQL.draws(connection, officer.authority, id)[.first],
                    try RoundCase.all(connection, officer.authority, id).map {
                        $0.reference.reveal(for: .comparing)
                    },
                    try FrameSQL.lines(connection, officer.authority, id, limit: 100, offset: 0).map {
                        $0.reference.reveal(for: .comparing)
                    }
                )
            }
            let seed = try #require(draw?.seed)
            // Three of twelve: 20 % is 2.4.
            #expect(references == Array(DrawOrder(seed: seed).ordered(frame).prefix(3)))
            #expect(draw?.frameHash == FrameHash.hexadecimal(frame))
            #expect(try House.drawnByPython(frame, seed: seed, count: 3) == references)
        }
    }

    @Test func `a locked frame never changes, by no page and no act`() async throws {
        try await House.with { house in
            let id = try await house.lockedRound(
                try house.terms(try await house.newTool()), frame: House.twelve)
            await #expect {
                try await house.act {
                    try LoadFrame.file(Array("Case ID\nX1\n".utf8), into: id, by: $0, on: $1, at: $2, $3)
                }
            } throws: { ($0 as? any Refusal)?.sentence.contains("cannot change") == true }
            var grace = house.visitor("Grace O'Malley")
            let path = "/audits/rounds/\(id)"
            await grace.get("\(path)/draw")
            await grace.upload(Array("Case ID\nX1\n".utf8), named: "x.csv", to: "\(path)/frame/file")
            #expect(grace.status == 422 && grace.text.contains("cannot change"))
            await grace.post("\(path)/frame/left-out", [("references", "C0001"), ("reason", "Closed")])
            #expect(grace.status == 422)
            await grace.post("\(path)/lock", [("revision", "3")])
            #expect(grace.status == 422)
            let count = try await house.act { officer, _, _, connection in
                try FrameSQL.items(
                    connection, officer.authority,
                    try #require(try RoundSQL.round(connection, officer.authority, id))
                ).count
            }
            #expect(count == 12)
        }
    }

    @Test func `only who keeps rounds in a part sets them up, and who is barred finds nothing`() async throws
    {
        try await House.with { house in
            let terms = try house.terms(try await house.newTool()) {
                $0.verification = Round.Verification(size: .number(4), dueOn: $0.dueOn)
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            let path = "/audits/rounds/\(id)"
            for name in [
                "Lucy Penhaligon", "Imran Shah", "Denise Aldous", "Ruth Ashworth-Bello", "Ines Farrow",
            ] {
                var visitor = house.visitor(name)
                for page in ["/frame", "/lock", "/giving", "/closing", "/set-up", "/verification"] {
                    await visitor.get(path + page)
                    #expect(visitor.status == 404, "\(name) \(page)")
                }
            }
            try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            try await house.act { try GiveCases.act(id, by: $0, on: $1, at: $2, $3) }
            try await house.act { try DrawVerification.act(id, by: $0, on: $1, at: $2, $3) }
            // A director who has looked at how it goes is no verifier of it any more.
            let joan = try #require(try house.officer("Joan Pike").person)
            let imran = try #require(try house.officer("Imran Shah").person)
            await #expect(throws: (any Error).self) {
                try await house.act {
                    try GiveVerification.act(id, to: [imran], by: $0, on: $1, at: $2, $3)
                }
            }
            try await house.act {
                try GiveVerification.act(id, to: [joan], by: $0, on: $1, at: $2, $3)
            }
            var visitor = house.visitor("Joan Pike")
            for page in ["", "/draw", "/result"] {
                await visitor.get(path + page)
                #expect(visitor.status == 404, "\(page)")
            }
            await visitor.get("/audits")
            #expect(visitor.status == 200 && !visitor.text.contains(path))
            // A manager sees their own team of it and no other.
            var manager = house.visitor("Imran Shah")
            await manager.get(path)
            #expect(manager.status == 200 && manager.text.contains("Harbour team"))
            #expect(!manager.text.contains("Millbrook team") && manager.text.contains("0 of 9"))
            #expect(
                !manager.text.contains("Joan Pike"), "Which cases are verified is not the holders’ to know.")
            var worker = house.visitor("Lucy Penhaligon")
            await worker.get(path)
            #expect(worker.status == 404)
        }
    }

    @Test func `whoever looked at a round, or read it first, verifies none of it`() async throws {
        try await House.with { house in
            let terms = try house.terms(try await house.newTool()) {
                $0.verification = Round.Verification(size: .number(4), dueOn: $0.dueOn)
                $0.first = .independent
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            let ines = try #require(try house.officer("Ines Farrow").person)
            try await house.act { try GiveCases.act(id, to: [ines], by: $0, on: $1, at: $2, $3) }
            let draw = try await house.act { try DrawVerification.act(id, by: $0, on: $1, at: $2, $3) }
            func verifiers() async throws -> [String] {
                try await house.act { officer, today, _, connection in
                    let round = try #require(try RoundSQL.round(connection, officer.authority, id))
                    return try AuditPeople.verifiers(
                        connection, officer.authority, round, draw.id, on: today
                    ).map(\.name)
                }
            }
            #expect(try await verifiers() == ["Bea Lindqvist", "Joan Pike", "Tom Hallam"])
            try await house.act(by: "Tom Hallam") { try RoundSeen.note($3, $0, id, at: $2) }
            #expect(try await verifiers() == ["Bea Lindqvist", "Joan Pike"])
        }
    }

    @Test func `a case is replaced by the next in order, a sample grows by it, and both say why`()
        async throws
    {
        try await House.with { house in
            let terms = try house.terms(try await house.newTool()) {
                ($0.kind, $0.size) = (.simple, .number(4))
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            let draw = try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            let before = try await house.act { officer, _, _, connection in
                try RoundCase.all(connection, officer.authority, id)
            }
            let second = before[1].id
            try await house.act {
                try ReplaceCase.act(second, reason: "Restricted record", by: $0, on: $1, at: $2, $3)
            }
            try await house.act {
                try ExtendSample.act(id, more: 2, reason: "Too wide a margin", by: $0, on: $1, at: $2, $3)
            }
            let (after, order) = try await house.act { officer, _, _, connection in
                let round = try #require(try RoundSQL.round(connection, officer.authority, id))
                return (
                    try RoundCase.all(connection, officer.authority, id),
                    DrawRule.order(
                        try FrameSQL.items(connection, officer.authority, round), seed: draw.seed)
                )
            }
            #expect(after.map(\.position) == order.prefix(7).map(\.position))
            #expect(after.filter(\.isReplaced).map(\.number) == [2])
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/rounds/\(id)/draw")
            #expect(grace.text.contains("Case 2: Restricted record") && grace.text.contains("may be biased"))
            await #expect(throws: ReplaceCase.Refused.replaced) {
                try await house.act {
                    try ReplaceCase.act(second, reason: "Again", by: $0, on: $1, at: $2, $3)
                }
            }
        }
    }

    @Test func `a round drawn anew is another round with its reason, and both are listed`() async throws {
        try await House.with { house in
            let terms = try house.terms(try await house.newTool())
            let id = try await house.lockedRound(terms, frame: House.twelve)
            try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            let again = try await house.act {
                try AgainRound.make(
                    terms, of: id, .redraw, reason: "The list was of the wrong month", by: $0, on: $1, at: $2,
                    $3)
            }
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/rounds/\(id)")
            #expect(grace.text.contains("The list was of the wrong month") && grace.text.contains("\(again)"))
            await grace.get("/audits")
            #expect(grace.text.contains("2 rounds") && grace.text.contains("/audits/rounds/\(again)"))
        }
    }

    @Test func `cases that nobody can take are said, under a cap and without the independent`() async throws {
        try await House.with { house in
            let terms = try house.terms(try await house.newTool()) {
                ($0.first, $0.mostEach) = (.independent, 5)
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            let ines = try #require(try house.officer("Ines Farrow").person)
            let outcome = try await house.act {
                try GiveCases.act(id, to: [ines], by: $0, on: $1, at: $2, $3)
            }
            #expect(outcome.given == 5 && outcome.left.count == 7)
            #expect(outcome.left.allSatisfy { $0.why.contains("the most each") })
            // Rotation leaves out who was read within the months of rest.
            let subject = try await house.act { officer, _, now, connection in
                try connection.run(
                    "UPDATE case_audit SET sent_at = $2 WHERE authority = $1 AND round = $3",
                    [.id(officer.authority), .instant(now), .id(id)])
            }
            #expect(subject == 5)
            let rested = try house.terms(try await house.newTool()) { $0.restMonths = 6 }
            let next = try await house.lockedRound(rested, frame: House.twelve)
            let counts = try await house.act { officer, _, _, connection in
                try FrameSQL.counts(
                    connection, officer.authority,
                    try #require(try RoundSQL.round(connection, officer.authority, next)))
            }
            #expect(counts.count == 7 && counts.excluded.first?.count == 5)
            #expect(counts.excluded.first?.reason == "Audited within the last 6 months")
        }
    }
}
