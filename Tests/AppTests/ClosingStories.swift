import Kernel
import Plans
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// Closing by three people, none of whom marks their own work.
struct ClosingStories {
    private static let proposal = [("different", "Every case is looked at with somebody each month")]
        .on("done", 14, 8, 2026)
    private static let accepted = [("verdict", "accepted"), ("reason", "I checked 11 calendars")]
    private static let decision = [
        ("decision", "closed"), ("words", "The board is content"), ("present", "D Aldous, S Okafor, R Bello"),
    ].on("met", 20, 11, 2026)

    /// Sends a form with the proposal that its page is about.
    private static func send(
        _ visitor: inout Visitor, _ path: String, _ fields: [(String, String)]
    ) async {
        await visitor.get(path)
        let closing = visitor.value(after: "name=\"closing\" value=\"") ?? ""
        await visitor.post(path, fields + [("closing", closing)])
    }

    /// Maya answers for 5.2 by her post; where closing it stands.
    private static func action(_ house: Ashmere) async throws -> String {
        let action = try await house.action("5.2")
        try await house.answers(.post(try await house.post("Head of Children in Need")), for: action)
        try await house.chair()
        return "/plans/\(house.plan)/actions/\(action)"
    }

    private static func proposed(_ house: Ashmere) async throws -> String {
        let action = try await action(house)
        var maya = await house.visitor("Maya")
        await send(&maya, "\(action)/closing/proposal", proposal)
        #expect(maya.text.contains("Closing is proposed"), "\(maya.text.prefix(2000))")
        return action
    }

    private static func verified(_ house: Ashmere) async throws -> String {
        let action = try await proposed(house)
        var tom = await house.visitor("Tom")
        await send(&tom, "\(action)/closing/verdict", accepted)
        #expect(tom.text.contains("The closing is verified"), "\(tom.text.prefix(2000))")
        return action
    }

    @Test func `the lead proposes, somebody independent verifies, the chair records the board's decision`()
        async throws
    {
        try await Ashmere.with { house in
            let action = try await Self.action(house)
            let id = try await house.action("5.2")
            var maya = await house.visitor("Maya")
            await maya.get(action)
            #expect(maya.link("Propose closing") == "\(action)/closing/proposal")
            await maya.get("\(action)/closing/proposal")
            #expect(maya.text.contains("No evidence of this action is accepted yet"))
            await maya.post("\(action)/closing/proposal", Self.proposal)
            #expect(maya.text.contains("Maya Okonkwo says so: “Every case"))
            #expect(try await house.run(id).closing == .proposed)

            var tom = await house.visitor("Tom")
            await tom.get("/work")
            #expect(tom.text.contains("Closings to verify"))
            await tom.get(action)
            #expect(tom.link("Verify") == "\(action)/closing/verdict")
            await Self.send(&tom, "\(action)/closing/verdict", Self.accepted)
            #expect(tom.text.contains("It waits for the board"))
            #expect(try await house.run(id).closing == .verified)

            var denise = await house.visitor("Denise")
            await denise.get("/work")
            #expect(denise.text.contains("Board decisions to record"))
            await Self.send(
                &denise, "\(action)/closing/decision",
                Self.decision.filter { !$0.0.hasPrefix("met") }
                    .on("met", 21, 11, 2026))
            #expect(denise.status == 422 && denise.text.contains("The meeting is still to come"))
            await Self.send(
                &denise, "\(action)/closing/decision",
                Self.decision.filter { !$0.0.hasPrefix("met") }
                    .on("met", 19, 11, 2026))
            #expect(denise.status == 422 && denise.text.contains("was verified on 20 November 2026"))
            await Self.send(&denise, "\(action)/closing/decision", Self.decision)
            #expect(denise.text.contains("The action is closed, as the board decided"))
            #expect(denise.text.contains("Closed by Improvement Board on 20 November 2026"))
            let run = try await house.run(id)
            #expect(run.closing == .closed)
            #expect(run.closed == Example.today)
            #expect(denise.text.contains("<p class=\"title\">Not yet"), "closed is not moved")
            await denise.get("/work")
            #expect(!denise.text.contains("Board decisions to record"))
        }
    }

    @Test func `nobody verifies their own work, by any route`() async throws {
        try await Ashmere.with { house in
            let action = try await Self.proposed(house)
            let post = try await house.post("Head of Children in Need")
            let maya = try await house.who("Maya")
            for name in ["Maya", "Imran", "Siân", "Paul", "Daniel"] {
                try await house.grant(.verifier, to: name)
            }
            // Siân acts for Maya, Paul for her post; Daniel holds a second post below hers.
            try await house.acts(try await house.who("Siân"), for: .person(maya))
            try await house.acts(try await house.who("Paul"), for: .post(post))
            try await house.holds(try await house.who("Daniel"), try await house.post("Social Worker"))
            let asHead = "who answers for this action as Head of Children in Need"
            let routes = [
                ("Maya", "Maya Okonkwo answers for this action as Head of Children in Need"),
                ("Siân", "Siân Llewellyn-Whitcombe acts for Maya Okonkwo, who answers for this action"),
                ("Paul", "Paul Idris Hale acts for the post Head of Children in Need, which answers"),
                ("Imran", "Imran Shah reports to Maya Okonkwo, \(asHead)"),
                ("Daniel", "Daniel Prewett reports, through others, to Maya Okonkwo, \(asHead)"),
            ]
            for (name, why) in routes {
                var visitor = await house.visitor(name)
                await visitor.get("/work")
                #expect(!visitor.text.contains("Closings to verify"), "\(name)")
                await visitor.get(action)
                #expect(visitor.link("Verify") == nil, "\(name)")
                #expect(visitor.text.contains(why), "\(name) is told on the action's page")
                await Self.send(&visitor, "\(action)/closing/verdict", Self.accepted)
                #expect(visitor.status == 400 || visitor.status == 422, "\(name)")
                let refusal = try await Self.verifying(house, as: name)
                #expect(refusal?.contains(why) == true, "\(name): \(refusal ?? "let through")")
            }
            // As a person and not by a post, and whoever added the evidence.
            try await house.answers(.person(maya), for: try await house.action("5.2"))
            #expect(
                try await Self.verifying(house, as: "Maya")?.contains("Maya Okonkwo answers for this action")
                    == true)
            var tom = await house.visitor("Tom")
            await tom.get("\(action)/evidence/new")
            await tom.post(
                "\(action)/evidence/new",
                [("link", "https://ashmere.example/minutes"), ("shows", "The minutes"), ("personal", "no")]
                    .on("dated", 1, 9, 2026))
            #expect(
                try await Self.verifying(house, as: "Tom")?
                    .contains("Tom Hallam added evidence for this action") == true)
            await tom.get("/work")
            #expect(!tom.text.contains("Closings to verify"))
        }
    }

    /// Verifies past the pages, as somebody's hand-made request would; the refusal's sentence.
    private static func verifying(_ house: Ashmere, as name: String) async throws -> String? {
        let officer = try await house.officer(name)
        let action = try await house.action("5.2")
        do {
            try await house.app.database.write(for: officer.authority) {
                try VerifyClosing.verify(
                    VerifyClosing.Form(isAccepted: true, reason: "It is so"), action, of: house.plan,
                    by: officer, at: Ashmere.now, on: Example.today, $0)
            }
            return nil
        } catch let refusal as ClosingRefused {
            return refusal.sentence
        }
    }

    @Test func `whoever verified, answers, or has no duty does not record the decision`() async throws {
        try await Ashmere.with { house in
            let action = try await Self.verified(house)
            let authority = try await house.authority
            for name in ["Tom", "Maya", "Imran", "Simon"] {
                try await house.grant(.boardMember, to: name)
                let person = try await house.who(name)
                try await house.app.database.write { connection in
                    _ = try BoardDutySQL.insert(
                        name == "Simon" ? .member : .secretary, of: "Improvement Board", person,
                        from: Example.today.adding(days: -9), in: house.plan, authority, at: Ashmere.now,
                        connection)
                }
            }
            for (name, why) in [
                ("Tom", "Tom Hallam verified this closing"),
                ("Maya", "Maya Okonkwo answers for this action"),
                ("Imran", "Imran Shah reports to Maya Okonkwo"),
                ("Simon", "The chair or the secretary of the board records its decision"),
            ] {
                var visitor = await house.visitor(name)
                await visitor.get("/work")
                #expect(!visitor.text.contains("Board decisions to record"), "\(name)")
                await visitor.get("\(action)/closing/decision")
                #expect(visitor.text.contains(why), "\(name)")
                #expect(!visitor.text.contains("Save the board’s decision"), "\(name)")
                let officer = try await house.officer(name)
                let id = try await house.action("5.2")
                await #expect(throws: ClosingRefused.self, "\(name)") {
                    try await house.app.database.write(for: authority) {
                        try DecideClosing.record(
                            DecideClosing.Form(
                                isClosed: true, met: Example.today, words: "Closed", present: "All"),
                            id, of: house.plan, by: officer, at: Ashmere.now, on: Example.today, $0)
                    }
                }
            }
            var ruth = await house.visitor("Ruth")
            await ruth.get("\(action)/closing/decision")
            #expect(ruth.status == 404, "a programme manager is not the board")
        }
    }

    @Test func `a closing is rejected, proposed again, not closed, withdrawn; everything is kept`()
        async throws
    {
        try await Ashmere.with { house in
            let action = try await Self.proposed(house)
            let id = try await house.action("5.2")
            var tom = await house.visitor("Tom")
            await Self.send(
                &tom, "\(action)/closing/verdict",
                [("verdict", "rejected"), ("reason", "Two teams have none")])
            #expect(tom.text.contains("The action is open again"))
            #expect(tom.text.contains("Two teams have none"))
            #expect(try await house.run(id).closing == .open)
            var maya = await house.visitor("Maya")
            await Self.send(&maya, "\(action)/closing/proposal", Self.proposal)
            await Self.send(&maya, "\(action)/closing/withdrawal", [("reason", "Too early")])
            #expect(try await house.run(id).closing == .open)
            await Self.send(&maya, "\(action)/closing/proposal", Self.proposal)
            await Self.send(&tom, "\(action)/closing/verdict", Self.accepted)
            await Self.send(&maya, "\(action)/closing/withdrawal", [("reason", "Too early")])
            #expect(try await house.run(id).closing == .verified, "verified: it is the board's now")
            var denise = await house.visitor("Denise")
            await Self.send(
                &denise, "\(action)/closing/decision",
                Self.decision.map { $0.0 == "decision" ? ("decision", "not closed") : $0 })
            #expect(try await house.run(id).closing == .open)
            #expect(denise.text.contains("Not closed, 20 November 2026"))
            await denise.get("\(action)/closing")
            for words in ["Proposed 3 times", "Two teams have none", "Too early", "The board is content"] {
                #expect(denise.text.contains(words), "\(words)")
            }
        }
    }

    @Test func `a closed action is reopened by its keeper or by the program, and keeps its verdicts`()
        async throws
    {
        try await Ashmere.with { house in
            let action = try await Self.verified(house)
            let id = try await house.action("5.2")
            var denise = await house.visitor("Denise")
            await Self.send(&denise, "\(action)/closing/decision", Self.decision)
            var maya = await house.visitor("Maya")
            await maya.get("\(action)/closing/reopening")
            #expect(maya.status == 404)
            let authority = try await house.authority
            let reopen: @Sendable (Connection) throws -> Bool = {
                try ClosingSQL.reopen(
                    id, of: house.plan, because: "Supervision fell from 66% to 59%", by: nil, authority,
                    at: Ashmere.now, on: Example.today, $0)
            }
            #expect(try await house.app.database.write(for: authority, reopen))
            #expect(try await !house.app.database.write(for: authority, reopen), "once")
            let run = try await house.run(id)
            #expect(run.closing == .open && run.closed == nil)
            var ruth = await house.visitor("Ruth")
            await ruth.get(action)
            #expect(ruth.text.contains("Reopened 20 November 2026"))
            await ruth.get("\(action)/closing")
            #expect(ruth.text.contains("The board is content") && ruth.text.contains("by Plumbline"))
            await Self.send(&maya, "\(action)/closing/proposal", Self.proposal)
            var tom = await house.visitor("Tom")
            await Self.send(&tom, "\(action)/closing/verdict", Self.accepted)
            await Self.send(&denise, "\(action)/closing/decision", Self.decision)
            await Self.send(&ruth, "\(action)/closing/reopening", [("reason", "The team was dissolved")])
            #expect(ruth.text.contains("The action is open again"))
        }
    }

    @Test func `two people who take one closing further at once are both told`() async throws {
        try await Ashmere.with { house in
            let action = try await Self.proposed(house)
            var tom = await house.visitor("Tom")
            var simon = await house.visitor("Simon")
            await tom.get("\(action)/closing/verdict")
            await simon.get("\(action)/closing/verdict")
            let closing = [("closing", tom.value(after: "name=\"closing\" value=\"") ?? "")]
            await tom.post("\(action)/closing/verdict", Self.accepted + closing)
            #expect(tom.status == 200)
            await simon.post(
                "\(action)/closing/verdict", [("verdict", "rejected"), ("reason", "I saw none")] + closing)
            #expect(simon.status == 422)
            #expect(simon.text.contains("Somebody took this closing further"))
            #expect(simon.text.contains("I checked 11 calendars") && simon.text.contains("I saw none"))
        }
    }

    @Test func `who speaks for the board is kept by who keeps the plan`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)/board")
            #expect(ruth.text.contains("Nobody speaks for the board of this plan"))
            await ruth.get("/plans/\(house.plan)/board/new")
            #expect(ruth.text.contains("value=\"Improvement Board\""), "as the document names it")
            let denise = try await house.who("Denise")
            let form = [("person", "\(denise)"), ("duty", "chair"), ("body", "Improvement Board")]
                .on("from", 1, 5, 2026)
            await ruth.post("/plans/\(house.plan)/board/new", form)
            #expect(ruth.text.contains("Denise Aldous is chair of Improvement Board from 1 May 2026"))
            await ruth.get("/plans/\(house.plan)/board/new")
            await ruth.post("/plans/\(house.plan)/board/new", form)
            #expect(ruth.status == 422)
            await ruth.get("/plans/\(house.plan)/board")
            let until = try #require(ruth.link("Until when"))
            await ruth.get(until)
            let revision = ruth.value(after: "name=\"revision\" value=\"") ?? ""
            await ruth.post(until, [("revision", revision)].on("until", 19, 11, 2026))
            #expect(ruth.text.contains("Nobody speaks for the board of this plan"))
            var helen = await house.visitor("Helen")
            await helen.get("/plans/\(house.plan)/board/new")
            #expect(helen.status == 404)
        }
    }
}
