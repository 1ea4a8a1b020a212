import Kernel
import SiteTesting
import Storage
import Testing

@testable import Audits

/// Tools made, changed, issued and taken from one authority to another, in a browser without scripts.
struct ToolStories {
    /// The identity in an address such as `/audits/tools/…/draft`.
    private func id(_ address: String) throws -> ID<AuditTool> {
        let parts = address.split(separator: "/")
        return try #require(parts.count > 2 ? ID<AuditTool>(parts[2]) : nil)
    }

    private func seen(_ visitor: Visitor) -> String { visitor.value(after: "name=\"seen\" value=\"") ?? "" }

    @Test
    func `a shipped tool is taken into use once, at version 1, and everybody but the administrator reads it`()
        async throws
    {
        try await House.with { house in
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/tools")
            #expect(grace.text.contains("Ready to take into use"))
            await grace.get(try #require(grace.link("Casework quality")))
            await grace.post("/audits/tools/shipped/casework")
            #expect(grace.status == 200 && grace.text.contains("is in use, version 1"))
            let address = grace.address
            await grace.post("/audits/tools/shipped/casework")
            #expect(grace.status == 422 && grace.text.contains("is in use already"))

            let tool = try await house.database.read {
                try ToolSQL.tool($0, house.authority, try id(address), version: 1)
            }
            #expect(tool == ShippedTools.entry("casework")?.tool)
            for name in ["Denise Aldous", "Lucy Penhaligon", "Helen Marsh", "Joan Pike"] {
                var reader = house.visitor(name)
                await reader.get(address)
                #expect(reader.status == 200 && reader.text.contains("is this child safe?"), "\(name)")
                #expect(!reader.text.contains("Retire this tool"), "\(name)")
                await reader.post("/audits/tools/shipped/venue")
                #expect(reader.status == 404, "\(name)")
            }
            var priya = house.visitor("Priya Nair")
            await priya.get(address)
            #expect(priya.status == 404)
        }
    }

    @Test func `a tool is made piece by piece, checked, issued, and is then for ever as it was`() async throws
    {
        try await House.with { house in
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/tools/new")
            await grace.post("/audits/tools/new", [("title", ""), ("unit", "child")])
            #expect(grace.status == 422 && grace.text.contains("Give the tool a title"))
            await grace.post("/audits/tools/new", [("title", "Missing children"), ("unit", "child")])
            #expect(grace.status == 200 && grace.text.contains("Ask something: the tool has no question yet"))
            let id = try id(grace.address)
            let draft = "/audits/tools/\(id)/draft"

            await grace.post("\(draft)/standards", [("number", "1"), ("title", "The return talk")])
            await grace.get("\(draft)/standards/1/questions")
            let standard = try #require(grace.value(after: "<option value=\""))
            await grace.post(
                "\(draft)/standards/1/questions",
                [("text", "Was the talk good?"), ("standard", standard), ("kind", "grade"), ("scale", "")])
            #expect(grace.status == 422 && grace.text.contains("hoose the scale of the grade"))
            #expect(grace.text.contains("Was the talk good?"), "nothing typed is lost")
            await grace.post(
                "\(draft)/standards/1/questions",
                [
                    ("text", "Was the talk good?"), ("standard", standard), ("kind", "grade"),
                    ("scale", "ofsted"),
                ])
            #expect(grace.address == "\(draft)/questions/was-the-talk-good")
            await grace.post(
                grace.address,
                [
                    ("seen", seen(grace)), ("text", "Was the talk good?"), ("standard", standard),
                    ("kind", "grade"), ("scale", "ofsted"), ("looks-1", "The child came back to talk again"),
                ])
            for question in [
                [("text", "Talks offered"), ("kind", "count"), ("of", "missing episodes")],
                [("text", "Who held it?"), ("kind", "choice"), ("words", "Worker\nSomebody independent\n")],
                [("text", "When?"), ("kind", "date"), ("optional", "yes")],
            ] { await grace.post("\(draft)/standards/1/questions", question + [("standard", standard)]) }
            await grace.get("\(draft)/about")
            await grace.post(
                "\(draft)/about",
                [
                    ("seen", seen(grace)), ("title", "Missing children"), ("unit", "child"),
                    ("safety", "yes"),
                    ("overall", "was-the-talk-good"),
                ])
            #expect(grace.text.contains("This draft can be issued"))
            await grace.post("\(draft)/questions/when/place", [("do", "up")])
            await grace.get("\(draft)/issue")
            #expect(grace.text.contains("Nothing says what “Good”"))
            await grace.post("\(draft)/issue", [("seen", seen(grace))])
            #expect(grace.status == 200 && grace.text.contains("From now on it never changes"))

            let tool = try await house.database.read {
                try ToolSQL.tool($0, house.authority, id, version: 1)
            }
            #expect(
                tool?.questions.map(\.key) == ["was-the-talk-good", "talks-offered", "when", "who-held-it"])
            #expect(tool?.scales == [.ofsted])
            #expect(
                tool?.question("was-the-talk-good")?.guidance == ["1": "The child came back to talk again"])
            #expect(tool?.question("who-held-it")?.kind == .choice(["Worker", "Somebody independent"]))
            #expect(tool?.question("when")?.isRequired == false)

            // Nothing reaches an issued version: the draft's addresses lead nowhere.
            await grace.get("\(draft)/about")
            #expect(grace.status == 404)
            await grace.get("/audits/tools/\(id)")
            await grace.post(
                "\(draft)/questions/when/place", [("do", "remove")])
            #expect(grace.status == 422 && grace.text.contains("has no draft any more"))
            let after = try await house.database.read {
                try ToolSQL.tool($0, house.authority, id, version: 1)
            }
            #expect(after == tool)
        }
    }

    @Test func `the next version begins as a copy, and its page says in words what changed`() async throws {
        try await House.with { house in
            var grace = house.visitor("Grace O'Malley")
            let id = try await issued("closure", house)
            await grace.get("/audits/tools/\(id)")
            await grace.post("/audits/tools/\(id)/draft")
            #expect(grace.text.contains("Version 2, not issued"))
            await grace.get("/audits/tools/\(id)/draft/issue")
            await grace.post("/audits/tools/\(id)/draft/issue", [("seen", seen(grace))])
            #expect(grace.status == 422 && grace.text.contains("Nothing differs from the version before"))
            await grace.get("/audits/tools/\(id)/draft/questions/seen")
            let form = [
                ("seen", seen(grace)), ("text", "Was the child seen in the last month?"), ("kind", "yesNo"),
                ("good", "yes"),
                ("standard", try #require(grace.text.selected("standard"))),
            ]
            await grace.post("/audits/tools/\(id)/draft/questions/seen", form)
            // Readers see version 1 until version 2 is issued.
            var denise = house.visitor("Denise Aldous")
            await denise.get("/audits/tools/\(id)")
            #expect(denise.text.contains("Version 1") && !denise.text.contains("last month"))
            await denise.get("/audits/tools/\(id)/versions/2")
            #expect(denise.status == 404)
            await grace.get("/audits/tools/\(id)/draft/issue")
            await grace.post("/audits/tools/\(id)/draft/issue", [("seen", seen(grace))])
            await denise.get("/audits/tools/\(id)")
            #expect(
                denise.text.contains(
                    "“Was the child seen in the last month?” is asked, before “Was the child seen in the four weeks before it was closed?”."
                ))
            await denise.get("/audits/tools/\(id)/versions/1")
            #expect(denise.text.contains("four weeks before") && denise.text.contains("not the latest"))
        }
    }

    @Test func `two people on one draft lose nothing: other pieces are taken, the same piece is shown again`()
        async throws
    {
        try await House.with { house in
            let id = try await issued("venue", house)
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/tools/\(id)")
            await grace.post("/audits/tools/\(id)/draft")
            let draft = "/audits/tools/\(id)/draft"
            var other = house.visitor("Grace O'Malley")
            await grace.get("\(draft)/standards/3")
            let hers = seen(grace)
            // The other moves that standard up, and changes another one.
            await other.get("\(draft)/standards/3")
            await other.post("\(draft)/standards/3/place", [("do", "up"), ("seen", hers)])
            await other.get("\(draft)/standards/1")
            await other.post(
                "\(draft)/standards/1", [("seen", seen(other)), ("number", "1"), ("title", "Arriving")])
            await grace.post(
                "\(draft)/standards/3", [("seen", hers), ("number", "3"), ("title", "A place for children")])
            #expect(grace.status == 200)
            let moved = try await self.draft(id, house)
            #expect(moved.standards.map(\.title) == ["Arriving", "A place for children", "Safe and private"])
            #expect(moved.standards[1].questions.count == 4)

            // Now both change the same question.
            await grace.get("\(draft)/questions/found")
            let (print, standard) = (seen(grace), try #require(grace.text.selected("standard")))
            await other.get("\(draft)/questions/found")
            await other.post(
                "\(draft)/questions/found",
                [("seen", print), ("text", "Found by the other"), ("kind", "yesNo"), ("standard", standard)])
            await grace.post(
                "\(draft)/questions/found",
                [("seen", print), ("text", "Found by Grace"), ("kind", "yesNo"), ("standard", standard)])
            #expect(grace.status == 422)
            #expect(grace.text.contains("Somebody else changed this meanwhile"))
            #expect(grace.text.contains("Found by the other") && grace.text.contains("Found by Grace"))
            #expect(try await self.draft(id, house).question("found")?.text == "Found by the other")
            await grace.post(
                "\(draft)/questions/found",
                [("seen", seen(grace)), ("text", "Found by both"), ("kind", "yesNo"), ("standard", standard)])
            #expect(grace.status == 200)
            #expect(try await self.draft(id, house).question("found")?.text == "Found by both")
            // Removing what somebody changed since is refused; what was checked is what is issued.
            await grace.post("\(draft)/questions/found/place", [("do", "remove"), ("seen", print)])
            #expect(grace.status == 422)
            await grace.get("\(draft)/issue")
            let checked = seen(grace)
            await other.post("\(draft)/standards/1/place", [("do", "down"), ("seen", "")])
            #expect(other.status == 422)
            await other.get(draft)
            await other.post("\(draft)/questions/kind/place", [("do", "down"), ("seen", "")])
            #expect(other.status == 200)
            await grace.post("\(draft)/issue", [("seen", checked)])
            #expect(grace.status == 422 && grace.text.contains("Somebody else changed this meanwhile"))
        }
    }

    @Test func `an own scale has its grades best first, and what they look like stays when they are renamed`()
        async throws
    {
        try await House.with { house in
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/tools/new")
            await grace.post("/audits/tools/new", [("title", "Voice"), ("unit", "conference")])
            let draft = grace.address
            let id = try id(draft)
            await grace.get("\(draft)/scales")
            let scale = [
                ("title", "Three steps"), ("grades", "Clear\nFaint\nSilent"), ("direction", "words"),
            ]
            await grace.post("\(draft)/scales", scale + [("good", "3")])
            #expect(grace.status == 422 && grace.text.contains("not all of them"))
            await grace.post("\(draft)/scales", scale + [("good", "1"), ("na", "yes")])
            #expect(
                grace.text.contains(
                    "Clear; Faint; Silent (the first counts as good, not applicable is allowed)"))
            await grace.post("\(draft)/standards", [("title", "Heard")])
            await grace.get("\(draft)/standards/1/questions")
            let standard = try #require(grace.value(after: "<option value=\""))
            let question = [
                ("text", "Voice?"), ("standard", standard), ("kind", "grade"), ("scale", "three-steps"),
            ]
            await grace.post("\(draft)/standards/1/questions", question)
            await grace.post(
                grace.address, question + [("seen", seen(grace)), ("looks-silent", "Nothing is said")])
            await grace.post("\(draft)/scales/three-steps/removal")
            #expect(grace.status == 422 && grace.text.contains("choose another for them first"))
            await grace.get("\(draft)/scales/three-steps")
            await grace.post(
                "\(draft)/scales/three-steps",
                [
                    ("seen", seen(grace)), ("title", "Three steps"), ("grades", "Clear\nFaint\nNot there"),
                    ("direction", "words"), ("good", "1"),
                ])
            let tool = try await self.draft(id, house)
            #expect(tool.scales.map(\.grades)[0].map(\.code) == ["clear", "faint", "not-there"])
            #expect(tool.question("voice")?.guidance == ["not-there": "Nothing is said"])
            await grace.get("\(draft)/scales/met")
            #expect(grace.status == 404)
        }
    }

    @Test func `a tool goes to another authority as a file and comes in as the same, or is refused in words`()
        async throws
    {
        try await House.with { house in
            let id = try await issued("plan-quality", house)
            var grace = house.visitor("Grace O'Malley")
            let bytes = await grace.file("/audits/tools/\(id)/versions/1/file")
            #expect(!bytes.isEmpty)
            await grace.get("/audits/tools/file")
            await grace.upload(bytes, named: "tool.json", to: "/audits/tools/file")
            #expect(grace.text.contains("is taken in as a draft"))
            let taken = try await draft(try self.id(grace.address), house)
            #expect(taken == ShippedTools.entry("plan-quality")?.tool)
            // Its title is in use here: it has to have another before it is issued.
            let address = grace.address
            await grace.get("\(address)/issue")
            await grace.post("\(address)/issue", [("seen", seen(grace))])
            #expect(grace.status == 422 && grace.text.contains("A tool of that name is in use already"))

            let text = String(decoding: bytes, as: UTF8.self)
            for (words, sentence) in [
                ("not json", "cannot be read"), ("{}", "holds no audit tool"),
                (text.replacing("\"version\": 1", with: "\"version\": 2"), "newer Plumbline"),
                (text.replacing("\"kind\": \"date\"", with: "\"kind\": \"song\""), "holds no audit tool"),
                (
                    text.replacing("\"scale\": \"five\"", with: "\"scale\": \"six\""),
                    "Choose a scale for “How well could the family follow it without help?”"
                ),
                (
                    text.replacing("\"key\": \"owned\"", with: "\"key\": \"dated\""),
                    "Two questions have the key “dated”"
                ),
            ] {
                await grace.get("/audits/tools/file")
                await grace.upload(Array(words.utf8), named: "tool.json", to: "/audits/tools/file")
                #expect(grace.status == 422 && grace.text.contains(sentence), "\(sentence)")
            }
            let count = try await house.database.read {
                try $0.first("SELECT COUNT(*) FROM audit_tool") { try $0.int(0) }
            }
            #expect(count == 2, "nothing of the refused files is kept")
        }
    }

    @Test func `a retired tool is offered for no round, keeps its place in the list, and comes back`()
        async throws
    {
        try await House.with { house in
            let id = try await issued("venue", house)
            var grace = house.visitor("Grace O'Malley")
            await grace.get("/audits/tools/\(id)")
            await grace.post("/audits/tools/\(id)/retirement", [("reason", ""), ("revision", "1")])
            #expect(grace.status == 422 && grace.text.contains("ay why it is retired"))
            await grace.post("/audits/tools/\(id)/retirement", [("reason", "Replaced"), ("revision", "1")])
            #expect(grace.text.contains("This tool is retired"))
            let offered = try await house.database.read { try ToolSQL.issued($0, house.authority) }
            #expect(offered.isEmpty)
            await grace.post("/audits/tools/\(id)/return", [("revision", "1")])
            #expect(grace.status == 422)
            await grace.post("/audits/tools/\(id)/return", [("revision", "2")])
            #expect(grace.text.contains("in use again"))
            #expect(
                try await house.database.read { try ToolSQL.issued($0, house.authority) }.map(\.id) == [id])
        }
    }

    @Test func `the list counts standards, questions and rounds, and can be taken away as a file`()
        async throws
    {
        try await House.with { house in
            _ = try await issued("strategy-discussion", house)
            _ = try await issued("venue", house)
            var helen = house.visitor("Helen Marsh")
            await helen.get("/audits/tools?unit=venue")
            #expect(helen.text.contains("1 of 2") && !helen.text.contains("Ready to take into use"))
            await helen.get("/audits/tools?as=csv&unit=strategyDiscussion")
            // By hand: three standards; 5 + 3 + 5 questions.
            #expect(helen.text.contains("Strategy discussion record,strategy discussion,1,3,13,0,In use"))
        }
    }

    private func issued(_ key: String, _ house: House) async throws -> ID<AuditTool> {
        let grace = try house.officer("Grace O'Malley")
        let now = house.clock.now
        return try await house.database.write(for: house.authority) {
            try TakeTool.act(key, by: grace, $0, at: now)
        }
    }

    private func draft(_ id: ID<AuditTool>, _ house: House) async throws -> Tool {
        let whole = try await house.database.read { try ToolSQL.whole($0, house.authority, id) }
        return try #require(whole?.draft?.tool)
    }
}

extension String {
    /// The value that is selected in the list of that name.
    fileprivate func selected(_ name: String) -> String? {
        guard let start = firstRange(of: "<select id=\"\(name)\"") else { return nil }
        let rest = self[start.upperBound...]
        guard let end = rest.firstRange(of: "</select>"),
            let mark = rest[..<end.lowerBound].firstRange(of: "\" selected")
        else { return nil }
        return rest[..<mark.lowerBound].split(separator: "\"").last.map(String.init)
    }
}
