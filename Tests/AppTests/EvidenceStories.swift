import Documents
import Kernel
import Plans
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// Evidence: added, judged by somebody independent, kept from those it is not for.
struct EvidenceStories {
    private static let pdf = Array("%PDF-1.7\ncalendars of eleven teams".utf8)

    private static let form = [("shows", "Meetings are booked in all 11 teams"), ("personal", "no")]
        .on("dated", 14, 8, 2026)

    /// Maya answers for 5.2 and has added evidence; where it may be seen.
    private static func added(
        _ house: Ashmere, _ name: String = "Supervision calendars.pdf", personal: Bool = false
    ) async throws -> (action: String, item: String) {
        let action = try await house.action("5.2")
        try await house.answers(.post(try await house.post("Head of Children in Need")), for: action)
        let page = "/plans/\(house.plan)/actions/\(action)"
        var maya = await house.visitor("Maya")
        await maya.get("\(page)/evidence/new")
        #expect(maya.status == 200)
        let fields = form.map { $0.0 == "personal" ? ($0.0, personal ? "yes" : "no") : $0 }
        await maya.upload(pdf, named: name, to: "\(page)/evidence/new", fields)
        #expect(maya.status == 200, "\(maya.text.prefix(3000))")
        let item = try await house.app.database.read { connection in
            try connection.first("SELECT id FROM evidence ORDER BY added_at DESC, id DESC", []) {
                try $0.id(0) as ID<EvidenceRecord>
            }
        }
        return (page, "/plans/\(house.plan)/evidence/\(try #require(item))")
    }

    @Test func `evidence is added, waits for somebody independent, and is accepted once with a reason`()
        async throws
    {
        try await Ashmere.with { house in
            let (action, item) = try await Self.added(house)
            var tom = await house.visitor("Tom")
            await tom.get("/work")
            #expect(tom.text.contains("Evidence to judge") && tom.text.contains("5.2 Supervise every"))
            var other = await house.visitor("Simon")
            await other.get(item)
            await tom.get(item)
            await tom.post("\(item)/verdict", [("verdict", "accepted")])
            #expect(tom.status == 422)
            #expect(tom.text.contains("what you looked at"))
            await tom.post(
                "\(item)/verdict", [("verdict", "accepted"), ("reason", "I checked 11 calendars")])
            #expect(tom.text.contains("The evidence is accepted"))
            await other.post("\(item)/verdict", [("verdict", "rejected"), ("reason", "It is a forecast")])
            #expect(other.status == 422)
            #expect(other.text.contains("Somebody judged this evidence while you had it open"))
            #expect(other.text.contains("I checked 11 calendars"), "their verdict is shown")
            await tom.get(action)
            #expect(tom.text.contains("Supervision calendars.pdf (PDF, 34 bytes)"))
            #expect(tom.text.contains("Tom Hallam, 20 Nov 2026"))
            #expect(tom.text.contains("Evidence “Supervision calendars.pdf” accepted"), "in its history")
            await tom.get("/work")
            #expect(!tom.text.contains("Evidence to judge"))
            await tom.get("/plans/\(house.plan)/evidence?show=accepted")
            #expect(tom.text.contains("Supervision calendars.pdf"))
            await tom.get("/plans/\(house.plan)/evidence?show=rejected")
            #expect(!tom.text.contains("Supervision calendars.pdf"))
            await tom.get("\(item)/open")
            #expect(tom.header("content-type") == "application/pdf")
            #expect(tom.header("content-disposition")?.hasPrefix("attachment;") == true)
            #expect(tom.header("x-content-type-options") == "nosniff")
        }
    }

    @Test func `whoever answers, acts for them, reports to them or added it does not judge it`() async throws
    {
        try await Ashmere.with { house in
            let (_, item) = try await Self.added(house)
            let maya = try await house.who("Maya")
            for name in ["Maya", "Imran", "Siân"] { try await house.grant(.verifier, to: name) }
            try await house.acts(try await house.who("Siân"), for: .person(maya))
            for (name, why) in [
                ("Maya", "Maya Okonkwo answers for this action as Head of Children in Need"),
                ("Imran", "Imran Shah reports to Maya Okonkwo, who answers for this action as"),
                ("Siân", "Siân Llewellyn-Whitcombe acts for Maya Okonkwo, who answers for this action"),
            ] {
                var visitor = await house.visitor(name)
                await visitor.get("/work")
                #expect(!visitor.text.contains("Evidence to judge"), "\(name)")
                await visitor.get(item)
                #expect(visitor.text.contains(why), "\(name)")
                #expect(!visitor.text.contains("Save the verdict"), "\(name)")
                await visitor.post(
                    "\(item)/verdict", [("verdict", "accepted"), ("reason", "I know it is so")])
                #expect(visitor.status == 422 && visitor.text.contains(why), "\(name)")
            }
            // Tom would be independent, had he not added a piece himself.
            var tom = await house.visitor("Tom")
            let action = try await house.action("5.2")
            await tom.get("/plans/\(house.plan)/actions/\(action)/evidence/new")
            await tom.post(
                "/plans/\(house.plan)/actions/\(action)/evidence/new",
                Self.form + [("link", "\\\\ashmere\\minutes\\august.docx"), ("linkName", "Minutes")])
            #expect(tom.status == 200)
            let minutes = try #require(tom.link("Minutes"))
            await tom.get(minutes)
            #expect(tom.text.contains("Tom Hallam added this evidence"))
            #expect(!tom.text.contains("Save the verdict"))
        }
    }

    @Test func `a file that is empty, too large or not what it seems is not kept`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            let action = try await house.action("5.2")
            let page = "/plans/\(house.plan)/actions/\(action)/evidence/new"
            var maya = await house.visitor("Maya")
            await maya.get(page)
            let cases: [(name: String, bytes: [UInt8], says: String)] = [
                ("empty.pdf", [], "This file is empty"),
                ("note.pdf", Array("MZ\u{1}".utf8), "This is a program"),
                ("note.pdf", Array("<html><script>".utf8), "which could run in a browser"),
                ("picture.png", Array("<svg onload=alert(1)>".utf8), "which could run in a browser"),
                ("note.docx", Self.pdf, "note.docx holds a PDF file: give it a name that ends in .pdf"),
                ("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "could hold macros"),
                ("long.pdf", Self.pdf + [UInt8](repeating: 32, count: 20 << 20), "larger than 20 MB"),
            ]
            for (name, bytes, says) in cases {
                await maya.upload(bytes, named: name, to: page, Self.form)
                #expect(maya.status == 422, "\(name)")
                #expect(maya.text.contains(says), "\(name): \(says)")
                #expect(maya.text.contains("Meetings are booked in all 11 teams"), "what was typed is kept")
            }
            await maya.upload([UInt8](repeating: 32, count: 21 << 20), named: "l.txt", to: page, Self.form)
            #expect(maya.status == 413)
            #expect(maya.text.contains("A file may be up to 20 MB"))
            await maya.get(page)
            await maya.post(page, Self.form + [("link", "javascript:alert(1)")])
            #expect(maya.status == 422)
            let kept = try await house.app.database.read { connection in
                try connection.first(
                    "SELECT (SELECT COUNT(*) FROM evidence) + (SELECT COUNT(*) FROM stored_file)", []
                ) { try $0.int(0) }
            }
            #expect(kept == 1, "the plan's own file and nothing else")
        }
    }

    @Test func `names keep their signs and lose their folders`() async throws {
        try await Ashmere.with { house in
            let (page, _) = try await Self.added(house, "../../etc/Grace O'Malley’s 📎 \u{202E}list.pdf")
            var maya = await house.visitor("Maya")
            await maya.get(page)
            #expect(maya.text.contains("Grace O&#39;Malley’s 📎 list.pdf (PDF"))
            #expect(!maya.text.contains("etc/"))
        }
    }

    @Test func `what holds personal data opens only to case access, and each opening is recorded`()
        async throws
    {
        try await Ashmere.with { house in
            let (action, item) = try await Self.added(house, "Smith family visits.pdf", personal: true)
            for name in ["Maya", "Ruth", "Denise", "Helen", "Arthur"] {
                var visitor = await house.visitor(name)
                for path in [action, item, "/plans/\(house.plan)/evidence"] {
                    await visitor.get(path)
                    #expect(visitor.status == 200, "\(name) at \(path)")
                    #expect(!visitor.text.contains("Smith"), "\(name) at \(path)")
                    #expect(visitor.text.contains("Holds personal data"), "\(name) at \(path)")
                }
                await visitor.get("\(item)/open")
                #expect(visitor.status == 404, "\(name)")
            }
            var tom = await house.visitor("Tom")
            await tom.get(item)
            #expect(tom.text.contains("Smith family visits.pdf"))
            await tom.get("\(item)/open")
            #expect(tom.status == 200)
            #expect(tom.text.contains("calendars of eleven teams"))
            await tom.get(item)
            #expect(tom.text.contains("Opened by Tom Hallam"))
            await tom.get("/plans/\(house.plan)/evidence?as=csv")
            #expect(tom.status == 200 && !tom.text.contains("Smith"), "no export holds it, whoever takes it")
            let journal = try await house.app.database.read { connection in
                try connection.rows(
                    "SELECT COALESCE(to_json, '') || COALESCE(from_json, '') FROM event", []
                ) { try $0.text(0) }.joined()
            }
            #expect(!journal.contains("Smith"))
            var ruth = await house.visitor("Ruth")
            await ruth.get(item)
            await ruth.post("\(item)/verdict", [("verdict", "accepted"), ("reason", "I trust Maya")])
            #expect(ruth.status == 422 && ruth.text.contains("which your role does not open"))
        }
    }

    @Test func `a file whose bytes were changed behind our back is not handed out`() async throws {
        try await Ashmere.with { house in
            let (_, item) = try await Self.added(house)
            try await house.run(
                "UPDATE stored_file_part SET bytes = $1 WHERE file IN (SELECT file FROM evidence)",
                [.blob(Array("%PDF-1.7\nanother".utf8))])
            var tom = await house.visitor("Tom")
            await tom.get("\(item)/open")
            #expect(tom.status == 422)
            #expect(tom.text.contains("is not what was added"))
            #expect(!tom.text.contains("another"))
        }
    }

    @Test func `evidence is withdrawn by whoever added it, with a reason, and stays listed`() async throws {
        try await Ashmere.with { house in
            let (_, item) = try await Self.added(house)
            var imran = await house.visitor("Imran")
            await imran.get(item)
            await imran.post("\(item)/withdrawal", [("reason", "I would rather not")])
            #expect(imran.status == 422)
            var maya = await house.visitor("Maya")
            await maya.get("\(item)/withdrawal")
            await maya.post("\(item)/withdrawal", [("reason", "It is the draft of July")])
            #expect(maya.text.contains("It stays listed, with your reason"))
            await maya.get("/plans/\(house.plan)/evidence?show=withdrawn")
            #expect(maya.text.contains("Supervision calendars.pdf"))
            var tom = await house.visitor("Tom")
            await tom.get(item)
            #expect(tom.text.contains("It is the draft of July") && !tom.text.contains("Save the verdict"))
        }
    }

    @Test func `what has no accepted evidence is listed, first what is said to be done`() async throws {
        try await Ashmere.with { house in
            let (_, item) = try await Self.added(house)
            var ruth = await house.visitor("Ruth")
            await ruth.get("/plans/\(house.plan)/evidence/none?which=all")
            // The example's plan has 24 actions.
            #expect(ruth.text.contains("24 actions"))
            var tom = await house.visitor("Tom")
            await tom.get(item)
            await tom.post(
                "\(item)/verdict", [("verdict", "accepted"), ("reason", "I checked 11 calendars")])
            await ruth.get("/plans/\(house.plan)/evidence/none?which=all")
            #expect(ruth.text.contains("23 actions"))
            await ruth.get("/plans/\(house.plan)/evidence/none")
            #expect(ruth.text.contains("0 actions"))
            let action = try await house.action("1.1")
            try await house.run("UPDATE action_run SET claim = 'blue' WHERE action = $1", [.id(action)])
            await ruth.get("/plans/\(house.plan)/evidence/none")
            #expect(ruth.text.contains("1 action<") && ruth.text.contains("Said to be done"))
        }
    }
}
