import Foundation
import Kernel
import ReturnFormats
import Returns
import Sheets
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import Accounts
@testable import App

/// Files that councils hold: given, looked at, loaded whole or not at all, withdrawn, mapped, and shown to whom.
struct ReturnFileStories {
    // MARK: Samples

    private static let header =
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Does the Child have a Disability,CIN Start Date,Primary Need Code,Date Child Was Last Seen,CIN Closure Date,Reason for Closure,Case Status,Allocated Team,Allocated Worker\n"

    /// List 6 of five children. Two teams are the organisation's by name, one is not; one value is nobody's; one case
    /// was closed before it began.
    private static func list6(_ extra: String = "") -> [UInt8] {
        Array(
            (header
                + "REF-7001,a) Male,a) WBRI,01/02/2015,11,b) No,03/06/2026,N1 - Abuse or neglect,01/10/2026,,,c) Child in need plan,Harbour team,Ann Lee\n"
                + "REF-7002,b) Female,a) WBRI,01/02/2014,12,b) No,04/06/2026,N1 - Abuse or neglect,02/10/2026,,,c) Child in need plan,Harbour team,Ann Lee\n"
                + "REF-7003,b) Female,Martian-7,01/02/2013,13,b) No,05/06/2026,N1 - Abuse or neglect,03/10/2026,,,c) Child in need plan,Millbrook Team,#N/A\n"
                + "REF-7004,a) Male,Martian-7,01/02/2012,14,b) No,06/06/2026,N1 - Abuse or neglect,04/10/2026,,,c) Child in need plan,Locality Four,Bo Dean\n"
                + "REF-7005,a) Male,a) WBRI,01/02/2011,15,b) No,06/08/2026,N1 - Abuse or neglect,04/06/2026,01/07/2026,RC7 - Services ceased for any other reason,e) Closed episode,Millbrook Team,Bo Dean\n"
                + extra).utf8)
    }

    private static let fileName = "List 6.csv"

    private static let census = Array(
        """
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>
        <ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>999</LEA></Source></Header>
        <Children><Child><ChildIdentifiers><LAchildID>REF-7001</LAchildID>
        <PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>
        <CINdetails><CINreferralDate>2025-06-02</CINreferralDate></CINdetails></Child></Children></Message>
        """.utf8)

    /// A day of 2026 as the form sends it.
    private static func day(_ day: Int, _ month: Int) -> [(String, String)] {
        [("asAt-day", "\(day)"), ("asAt-month", "\(month)"), ("asAt-year", "2026")]
    }

    /// Gives a file as Daniel and answers his page of what was understood.
    private static func give(
        _ house: Ashmere, _ bytes: [UInt8], named name: String = fileName
    ) async -> (visitor: Visitor, draft: String) {
        var daniel = await house.visitor("Daniel")
        await daniel.get("/returns/files/new")
        await daniel.upload(bytes, named: name, to: "/returns/files/new")
        return (daniel, daniel.address)
    }

    /// Loads it by hand, as at 31 October 2026; the address of its page.
    @discardableResult
    private static func load(
        _ house: Ashmere, _ bytes: [UInt8], day: Int = 31, again: Bool = false
    ) async -> (visitor: Visitor, file: String) {
        let (given, draft) = await give(house, bytes)
        var daniel = given
        await daniel.post(
            "\(draft)/load", [("again", again ? "yes" : "")] + Self.day(day, 10))
        return (daniel, daniel.address)
    }

    private static func count(_ house: Ashmere, _ sql: String) async throws -> Int {
        try await house.app.database.read { try $0.first(sql, []) { try $0.int(0) } ?? 0 }
    }

    private static func texts(_ house: Ashmere) async throws -> String {
        try await house.app.database.read { connection in
            let authority = try connection.authorities()[0].id
            return try connection.events(of: authority, limit: 500).map {
                "\($0.kind) \($0.to ?? "") \($0.from ?? "") \($0.reason ?? "")"
            }.joined()
        }
    }

    // MARK: Giving and loading

    @Test func `what was understood is shown, and nothing is stored before the day is given`() async throws {
        try await Ashmere.with { house async throws in
            let (given, draft) = await Self.give(house, Self.list6())
            var daniel = given
            #expect(daniel.status == 200, "\(daniel.text.prefix(2000))")
            #expect(
                daniel.text.contains("5 rows about 5 children in 1 of 11 lists. 1 value is not recognised."))
            #expect(daniel.text.contains("Martian-7"))
            #expect(
                daniel.text.contains("Locality Four (1)"), "the one team that is no part of the organisation")
            #expect(!daniel.text.contains("Harbour team (2)"), "its name is a part's own")
            #expect(daniel.text.contains("Not in the file: 1 Contacts"))
            #expect(!daniel.text.contains("REF-700"), "no case reference is shown")
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_file") == 0)
            await daniel.post("\(draft)/load")
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("Give the day that the data stood for"))
            await daniel.post("\(draft)/load", Self.day(30, 11))
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("That day has not come yet"))
            await daniel.post("\(draft)/load", Self.day(31, 10))
            #expect(daniel.status == 200, "\(daniel.text.prefix(3000))")
            #expect(daniel.text.contains("Annex A as at 31 October 2026"))
            #expect(daniel.text.contains("Dropped: its columns are kept"))
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 0)
            #expect(
                try await Self.count(house, "SELECT COUNT(*) FROM stored_file WHERE name LIKE '%return%'")
                    == 0)
            #expect(try await !Self.texts(house).contains("REF-7"))
        }
    }

    @Test func `a day in the file's name is offered and never taken without a yes`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            let (given, draft) = await Self.give(house, Self.list6(), named: "annex_a_list 6_31-10-2026.csv")
            var daniel = given
            #expect(daniel.text.contains("The day in the file’s name"))
            await daniel.post("\(draft)/load")
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("Say whether it is the day in the file’s name"))
            await daniel.post("\(draft)/load", [("which", "suggested")])
            #expect(daniel.text.contains("Annex A as at 31 October 2026"))
        }
    }

    @Test func `a census gives its own day`() async throws {
        try await Ashmere.with { house async throws in
            let (given, draft) = await Self.give(house, Self.census, named: "cin.xml")
            var daniel = given
            #expect(
                daniel.text.contains("The census gives <strong>31 March 2026</strong> as its reference date"))
            await daniel.post("\(draft)/load")
            #expect(daniel.text.contains("CIN census as at 31 March 2026"))
            let read = try await house.app.database.read { connection in
                let authority = try connection.authorities()[0].id
                let file = try ReturnFilesSQL.current(connection, authority)[0]
                return try ReturnFilesSQL.census(connection, authority, file.id)
            }
            #expect(read?.episodes.referral.map(\.day) == [Day("2025-06-02")])
        }
    }

    @Test func `what was given lies sealed, goes when it is thrown away, and belongs to one person`()
        async throws
    {
        try await Ashmere.with { house async throws in
            let (given, draft) = await Self.give(house, Self.list6())
            var daniel = given
            let parts = try await house.app.database.read { connection in
                try connection.rows(
                    "SELECT p.bytes FROM stored_file_part p JOIN return_draft d ON d.file = p.file", []
                ) { try $0.blob(0) }
            }
            #expect(parts.count == 1 && !parts[0].isEmpty)
            #expect(!String(decoding: parts.joined(), as: UTF8.self).contains("REF-7001"))
            try await house.grant(.analyst, to: "Tom")
            var tom = await house.visitor("Tom")
            await tom.get(draft)
            #expect(tom.status == 404)
            await daniel.post("\(draft)/discard")
            #expect(daniel.text.contains("The file is thrown away"))
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 0)
            #expect(
                try await Self.count(house, "SELECT COUNT(*) FROM stored_file WHERE name LIKE '%return%'")
                    == 0)
        }
    }

    @Test func `a file that is none is refused with a sentence and leaves nothing`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            let cases: [(bytes: [UInt8], name: String, says: String)] = [
                ([], "empty.csv", "There is a problem"),
                (Array("%PDF-1.7".utf8), "list.pdf", "It is a PDF"),
                (Array("<Message><Child>".utf8), "cin.xml", "There is a problem"),
                (Array("Name,Colour\na,b\n".utf8), "colours.csv", "No list of Annex A was found in it"),
                (Array("PK\u{3}\u{4}broken".utf8), "broken.zip", "There is a problem"),
            ]
            for (bytes, name, says) in cases {
                let (daniel, _) = await Self.give(house, bytes, named: name)
                #expect(daniel.status == 422, "\(name)")
                #expect(daniel.text.contains(says), "\(name)")
            }
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 0)
            #expect(
                try await Self.count(house, "SELECT COUNT(*) FROM stored_file WHERE name LIKE '%return%'")
                    == 0)
        }
    }

    @Test func `a load that fails at the end stores nothing and keeps the draft`() async throws {
        try await Ashmere.with { house async throws in
            struct Broken: Error {}
            let failing = ReturnsFeature(
                database: house.app.database, keyFile: nil, doers: .joined, actions: .joined, log: { _ in }
            ) { _, _, _, _ in throw Broken() }
            let authority = try await house.app.database.read { try $0.authorities()[0].id }
            await #expect(throws: Broken.self) {
                _ = try await failing.load(
                    ReturnsFeature.Load(
                        files: [ReturnSource(name: Self.fileName, bytes: Self.list6())], name: Self.fileName,
                        asAt: Day("2026-10-31"), again: false),
                    authority: authority, account: nil, at: Ashmere.now, on: Example.today)
            }
            for table in ["return_file", "return_columns", "return_finding", "return_unknown", "return_team"]
            {
                #expect(try await Self.count(house, "SELECT COUNT(*) FROM \(table)") == 0, "\(table)")
            }
        }
    }

    // MARK: Vintages

    @Test func `a second file of a day counts, the first stays listed, and undo brings it back`() async throws
    {
        try await Ashmere.with { house async throws in
            let (_, first) = await Self.load(house, Self.list6())
            let extra =
                "REF-7006,a) Male,a) WBRI,01/02/2010,16,b) No,06/06/2026,N1 - Abuse or neglect,04/10/2026,,,c) Child in need plan,Harbour team,Bo Dean\n"
            let (loaded, second) = await Self.load(house, Self.list6(extra))
            var daniel = loaded
            #expect(first != second)
            let current: @Sendable () async throws -> [Int] = {
                try await house.app.database.read { connection in
                    let authority = try connection.authorities()[0].id
                    return try ReturnFilesSQL.current(connection, authority).map(\.rows)
                }
            }
            #expect(try await current() == [6])
            await daniel.get(first)
            #expect(daniel.text.contains("A later file of that day counts"))
            await daniel.get("\(second)/withdrawal")
            await daniel.post("\(second)/withdrawal", [("reason", "")])
            #expect(daniel.status == 422)
            await daniel.post("\(second)/withdrawal", [("reason", "A team was missing from the export")])
            #expect(daniel.text.contains("Figures fall back to the file loaded on"))
            #expect(try await current() == [5])
            await daniel.get("/returns/files")
            #expect(
                daniel.text.contains("Withdrawn")
                    && daniel.text.contains("A team was missing from the export"))
            await daniel.post("\(second)/withdrawal", [("reason", "Again")])
            #expect(daniel.text.contains("This file is withdrawn already"))
        }
    }

    @Test func `last month's file given again is noticed`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            await Self.load(house, Self.list6())
            let (given, draft) = await Self.give(house, Self.list6())
            var daniel = given
            #expect(daniel.text.contains("This looks like an earlier file again"))
            await daniel.post("\(draft)/load", Self.day(30, 10))
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("This is the same data that was loaded on 20 November 2026"))
            await daniel.post("\(draft)/load", [("again", "yes")] + Self.day(30, 10))
            #expect(daniel.text.contains("Annex A as at 30 October 2026"))
        }
    }

    // MARK: Mapping

    @Test func `a value is mapped once, for files that are there and files to come, and can be taken back`()
        async throws
    {
        try await Ashmere.with { house async throws in
            let (loaded, _) = await Self.load(house, Self.list6())
            var daniel = loaded
            let codes: @Sendable () async throws -> [Int16] = {
                try await house.app.database.read { connection in
                    let authority = try connection.authorities()[0].id
                    let id = try ReturnFilesSQL.current(connection, authority)[0].id
                    let file = try ReturnFilesSQL.annexA(connection, authority, id)
                    let column = file?[.need]?.codes(.ethnicity)
                    return (0..<5).map { column?[$0] ?? -9 }
                }
            }
            let white = try #require(CodeSet.ethnicity.place(of: "WBRI"))
            let unknown = CodeColumn.unrecognised
            #expect(try await codes() == [white, white, unknown, unknown, white])
            await daniel.get("/returns/mapping/values")
            #expect(daniel.text.contains("<strong>1 value</strong> in 2 cells"))
            let other = try #require(CodeSet.ethnicity.place(of: "OOTH"))
            await daniel.post(
                "/returns/mapping/values",
                [
                    ("field-0", "Ethnicity"), ("written-0", "Martian-7"), ("was-0", ""),
                    ("code-0", "r) OOTH"),
                ])
            #expect(daniel.text.contains("1 value settled"), "\(daniel.text.prefix(2000))")
            #expect(try await codes() == [white, white, other, other, white])
            let (again, _) = await Self.give(house, Self.list6("\n"))
            #expect(again.text.contains("Every value is recognised"))
            await daniel.get("/returns/mapping/values?show=settled")
            #expect(daniel.text.contains("Martian-7") && daniel.text.contains("Daniel Prewett"))
            await daniel.post(
                "/returns/mapping/values",
                [
                    ("field-0", "Ethnicity"), ("written-0", "Martian-7"), ("was-0", ""),
                    ("code-0", "a) WBRI"),
                ])
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("Somebody settled “Martian-7” while you had the page open"))
            await daniel.post(
                "/returns/mapping/values",
                [
                    ("field-0", "Ethnicity"), ("written-0", "Martian-7"), ("was-0", "r) OOTH"),
                    ("code-0", "?"),
                ])
            #expect(try await codes() == [white, white, unknown, unknown, white])
            #expect(
                try await !Self.texts(house).contains("Martian"), "a cell's text stays out of the journal")
        }
    }

    @Test func `a team is mapped to a part of the organisation, or is not one of ours`() async throws {
        try await Ashmere.with { house async throws in
            let (loaded, _) = await Self.load(house, Self.list6())
            var daniel = loaded
            let units: @Sendable () async throws -> [String: ID<Node>] = {
                try await house.app.database.read { connection in
                    try ReturnFilesSQL.units(connection, connection.authorities()[0].id)
                }
            }
            let before = try await units()
            #expect(before["harbour team"] != nil && before["locality four"] == nil)
            await daniel.get("/returns/mapping/teams")
            #expect(daniel.text.contains("<strong>1 team</strong> is no part of the organisation yet"))
            let harbour = try #require(before["harbour team"])
            let fields = [("team-0", "Locality Four"), ("was-0", ""), ("means-0", "\(harbour)")]
            await daniel.post("/returns/mapping/teams", fields)
            #expect(daniel.text.contains("1 team settled"))
            #expect(try await units()["locality four"] == harbour)
            await daniel.post(
                "/returns/mapping/teams",
                [("team-0", "Locality Four"), ("was-0", "\(harbour)"), ("means-0", "not-ours")])
            #expect(try await units()["locality four"] == nil)
            await daniel.get("/returns/mapping/teams")
            #expect(daniel.text.contains("Every team is a part of the organisation, or not one of ours"))
        }
    }

    @Test func `placeholders and the register are kept whole, and a wrong register changes nothing`()
        async throws
    {
        try await Ashmere.with { house async throws in
            var daniel = await house.visitor("Daniel")
            await daniel.get("/returns/mapping/placeholders")
            await daniel.post(
                "/returns/mapping/placeholders", [("was", ""), ("words", "#N/A\nDuty  desk\n\n#n/a")])
            let words = try await house.app.database.read { connection in
                try ReturnFilesSQL.placeholders(connection, connection.authorities()[0].id)
            }
            #expect(words == ["", "#n/a", "duty desk"])
            let register: @Sendable () async throws -> WorkerRegister? = {
                try await house.app.database.read { connection in
                    try ReturnFilesSQL.register(connection, connection.authorities()[0].id)
                }
            }
            await daniel.get("/returns/mapping/register")
            await daniel.upload(
                Array(
                    "Name,SWE number,FTE,Newly qualified,Agency\nAnn Lee,SW123,0.8,yes,no\nBo Dean,,,,Y\n"
                        .utf8),
                named: "register.csv", to: "/returns/mapping/register", Self.day(1, 11))
            #expect(
                daniel.text.contains("2 workers: 1 newly qualified, 1 from an agency. 1 have no registration")
            )
            #expect(try await register()?.workers.map(\.fullTime) == [0.8, nil])
            await daniel.upload(
                Array("Name,FTE\nAnn Lee,full\n".utf8), named: "register.csv",
                to: "/returns/mapping/register", Self.day(2, 11))
            #expect(daniel.status == 422)
            #expect(daniel.text.contains("Line 2: “full” is no FTE"))
            #expect(try await register()?.workers.count == 2)
        }
    }

    // MARK: Data quality, and who sees a case reference

    @Test func `case references are shown to case access in scope, each view recorded, and to nobody else`()
        async throws
    {
        try await Ashmere.with { house async throws in
            let (_, file) = await Self.load(house, Self.list6())
            var daniel = await house.visitor("Daniel")
            await daniel.get("/returns/quality")
            #expect(daniel.text.contains("Data quality"))
            let rule = try #require(
                daniel.links.first { $0.hasPrefix(file.replacing("/files/", with: "/quality/")) })
            await daniel.get(rule)
            #expect(daniel.text.contains("of the file") && !daniel.text.contains("REF-7"))
            #expect(try await !Self.texts(house).contains("return.rows.seen"))
            var grace = await house.visitor("Grace")
            await grace.get(rule)
            #expect(grace.text.contains("REF-7005"), "\(rule)")
            #expect(try await Self.texts(house).contains("return.rows.seen"))
            #expect(try await !Self.texts(house).contains("REF-7"))
            // The row's team is Millbrook: a manager of Harbour does not see it, one of Millbrook does.
            for (name, team, sees) in [("Imran", "Harbour team", false), ("Lucy", "Millbrook team", true)] {
                try await house.grant(.teamManager, to: name, in: team)
                var manager = await house.visitor(name)
                await manager.get(rule)
                #expect(manager.status == 200)
                #expect(manager.text.contains("REF-7005") == sees, "\(name)")
                #expect(manager.text.contains("1 to 5"), "a small count is not theirs to see")
            }
            var arthur = await house.visitor("Arthur")
            await arthur.get("/returns/quality")
            #expect(arthur.status == 404)
        }
    }

    @Test func `a child's reference is erased from every file and from what is kept beside it`() async throws
    {
        try await Ashmere.with { house async throws in
            var priya = await house.visitor("Priya")
            await priya.get("/returns/files/originals")
            await priya.post("/returns/files/originals", [("keeps", "yes")])
            #expect(priya.text.contains("Originals are kept from the next load on, encrypted"))
            let (_, file) = await Self.load(house, Self.list6())
            var grace = await house.visitor("Grace")
            let original = await grace.file("\(file)/original")
            #expect(original == Self.list6(), "the original comes back as it was given")
            #expect(try await Self.texts(house).contains("return.opened"))
            await priya.get("/returns/files/erasure")
            await priya.post("/returns/files/erasure", [("reference", "REF-9999"), ("reason", "Asked for")])
            #expect(priya.status == 422)
            await priya.post(
                "/returns/files/erasure",
                [("reference", "REF-7005"), ("reason", "Court order of 3 November")])
            #expect(priya.text.contains("gone from 1 file; 1 original removed"))
            let left = try await house.app.database.read { connection in
                let authority = try connection.authorities()[0].id
                let id = try ReturnFilesSQL.current(connection, authority)[0].id
                let annexA = try ReturnFilesSQL.annexA(connection, authority, id)
                return (0..<5).map { annexA?.children[$0].reveal(for: .comparing) ?? "?" }
            }
            #expect(left.sorted() == ["", "REF-7001", "REF-7002", "REF-7003", "REF-7004"])
            let everything = try await Self.texts(house)
            #expect(!everything.contains("REF-7005") && everything.contains("Court order of 3 November"))
            await grace.get("\(file)/original")
            #expect(grace.status == 404)
        }
    }
}

extension Ashmere {
    /// Gives somebody a role for a part of the organisation.
    fileprivate func grant(_ role: Role, to name: String, in node: String) async throws {
        try await app.database.write { connection in
            let found = try connection.first(
                """
                SELECT a.authority, a.id, v.node FROM account a
                JOIN node_version v ON v.authority = a.authority AND v.name = $2 WHERE a.name LIKE $1
                """, [.text("\(name)%"), .text(node)]
            ) { (try $0.id(0) as ID<Authority>, try $0.id(1) as ID<Account>, try $0.id(2) as ID<Node>) }
            guard let (authority, account, node) = found else { return }
            try connection.give(
                Grant(role: role, scope: .node(node), from: Example.today.adding(days: -30), until: nil),
                to: account, in: authority, by: nil, reason: "Story", at: Ashmere.now)
        }
    }
}
