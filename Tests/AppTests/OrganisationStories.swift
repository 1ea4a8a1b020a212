import Kernel
import Site
import Storage
import StorageTesting
import Testing

@testable import App
@testable import Organisation
@testable import Plans

@Suite struct OrganisationStories {
    private static let file = """
        Team name,Part of,Type,Team type,Job title,Line manager,Full name,E-mail,Start date,End date
        Harbour team,North area,team,child protection,,,,,2025-04-01,
        North area,,area,,,,,,2025-04-01,
        Harbour team,,,,Team Manager,Head of Service,Imran O'Shea,imran@ashmere.example,01/04/2025,
        North area,,,,Head of Service,,"Okonkwo, Maya",,2025-04-01,
        Harbour team,,,,Social Worker,Team Manager,,,2025-04-01,

        """

    @Test func `a tree is made by hand: a service, a team, a post and who holds it`() async throws {
        try await OrganisationHouse.with { house in
            var ruth = try await house.browser(.programmeManager)
            await ruth.get("/organisation")
            #expect(ruth.status == 200 && ruth.sees("Ashmere County Council"))
            let root = try #require(try await house.structure().root?.id)
            await ruth.get("/organisation/parts/\(root)/add")
            let service = ["name": "Children’s & Families", "kind": "service", "parent": "\(root)"]
            await ruth.post("/organisation/parts/\(root)/add", service.on("from", 30, 2, 2026))
            #expect(ruth.status == 422 && ruth.sees("There is no such day as 30 2 2026"))
            #expect(ruth.sees("value=\"Children’s &amp; Families\""))
            await ruth.post("/organisation/parts/\(root)/add", service.on("from", 1, 4, 2025))
            #expect(ruth.status == 200 && ruth.sees("is part of the organisation"))
            let node = try #require(try await house.structure().nodes.values.first { !$0.isRoot }?.id)
            await ruth.get("/organisation/parts/\(node)/posts/add")
            await ruth.post("/organisation/parts/\(node)/posts/add", ["title": "Head of Service"])
            #expect(ruth.sees("Vacant"))
            let post = try #require(try await house.structure().posts.values.first?.id)
            await ruth.get("/organisation/posts/\(post)/holders/add")
            await ruth.post(
                "/organisation/posts/\(post)/holders/add",
                ["revision": "1", "newName": "Siobhán O'Malley"].on("from", 1, 5, 2025))
            #expect(ruth.sees("Held by Siobhán O&#39;Malley"))
            await ruth.get("/organisation?on=2025-04-30")
            #expect(ruth.sees("Head of Service") && ruth.sees("Vacant"))
            await ruth.get("/organisation?on=2025-05-01")
            #expect(ruth.sees("Siobhán O&#39;Malley"))
            await ruth.get("/organisation?on=2025-03-31")
            #expect(!ruth.sees("Families"))
            let events = try await house.events()
            for kind in ["node.added", "post.added", "person.added", "post.held"] {
                #expect(events.contains(kind))
            }
            let authority = house.authority
            let verdict = try await house.app.database.read { try $0.verifyJournal(of: authority) }
            #expect(verdict.fault == nil)
        }
    }

    @Test func `a team is renamed and moved from a date, and last year’s page still shows what it was`()
        async throws
    {
        try await OrganisationHouse.with { house in
            var ruth = try await house.browser(.programmeManager)
            await ruth.get("/organisation/file")
            await ruth.post("/organisation/file", ["rows": Self.file])
            await ruth.post("/organisation/file/store", ["rows": Self.file])
            let harbour = try #require(
                try await house.structure().nodes.values.first { $0.versions[0].name == "Harbour team" })
            let root = try #require(try await house.structure().root?.id)
            let path = "/organisation/parts/\(harbour.id)/change"
            var tom = try await house.browser(.administrator)
            await ruth.get(path)
            await tom.get(path)
            let form = [
                "revision": "1", "name": "Quay team", "kind": "team", "teamKind": "court",
                "parent": "\(root)",
            ]
            await ruth.post(path, form.on("from", 1, 9, 2026))
            #expect(ruth.status == 200 && ruth.sees("Quay team"))
            // Two people at once: the second is told, and nothing of theirs is stored.
            await tom.post(path, form.merging(["name": "Dock team"]) { $1 }.on("from", 1, 10, 2026))
            #expect(tom.status == 422 && tom.sees("Somebody changed this while you had it open"))
            #expect(try await house.structure().nodes[harbour.id]?.versions.count == 2)
            await ruth.get("/organisation?on=2026-08-31")
            #expect(ruth.sees("Harbour team") && !ruth.sees("Quay team"))
            await ruth.get("/organisation")
            #expect(ruth.sees("Quay team") && !ruth.sees("Harbour team"))
            #expect(try await house.events().contains("node.moved"))
        }
    }

    @Test func `a file with a fault stores nothing, and says what is wrong with each row`() async throws {
        try await OrganisationHouse.with { house in
            var ruth = try await house.browser(.programmeManager)
            await ruth.get("/organisation/file")
            let rows = """
                node,parent,kind,person,post,from,shoe size
                North area,,area,,,2025-04-01,
                East team,West area,team,,,2025-04-01,
                North area,,,Ann Field,Head,29/02/2025,7
                South area,,region of hope,,,2025-04-01,

                """
            await ruth.post("/organisation/file", ["rows": rows])
            #expect(ruth.status == 422)
            #expect(ruth.sees("No part of the organisation is called “West area”"))
            #expect(ruth.sees("There is no such day as “29/02/2025”"))
            #expect(ruth.sees("“region of hope” is no kind of part"))
            #expect(ruth.sees("shoe size") && ruth.sees("North area, area, is added"))
            await ruth.post("/organisation/file/store", ["rows": rows])
            #expect(ruth.status == 422)
            let structure = try await house.structure()
            #expect(structure.nodes.count == 1 && structure.people.isEmpty && structure.posts.isEmpty)
            #expect(!(try await house.events().contains("person.added")))
        }
    }

    @Test func `a file is understood by other words, stored at once, and taken away unchanged`() async throws
    {
        try await OrganisationHouse.with { house in
            var ruth = try await house.browser(.programmeManager)
            await ruth.get("/organisation/file")
            await ruth.post("/organisation/file", ["rows": Self.file])
            #expect(ruth.status == 200 && ruth.sees("Store all of this"))
            #expect(try await house.structure().people.isEmpty)
            await ruth.post("/organisation/file/store", ["rows": Self.file])
            let stored = try await house.structure()
            #expect(stored.nodes.count == 3 && stored.people.count == 2 && stored.posts.count == 3)
            let imran = try #require(stored.people.values.first { $0.email == "imran@ashmere.example" })
            #expect(imran.name == "Imran O'Shea")
            let managers = stored.lineManagers(of: imran.id, on: Day("2026-11-20")!)
            #expect(managers.flatMap(\.people).map(\.name) == ["Okonkwo, Maya"])
            await ruth.get("/organisation/file/export")
            let taken = String(ruth.text.drop { $0 == "\u{FEFF}" })
            #expect(taken.contains("\"Okonkwo, Maya\""))
            let again = FileApplying(
                try OrganisationFile.read(Array(taken.utf8)), to: stored, begins: Day("2026-11-20")!,
                at: OrganisationHouse.now)
            #expect(again.faults == [] && again.structure.deeds.map(\.words) == [])
        }
    }

    @Test func `what looks like a formula leaves with an apostrophe and comes back without`() async throws {
        try await OrganisationHouse.with { house in
            var ruth = try await house.browser(.administrator)
            await ruth.get("/organisation/people/add")
            await ruth.post("/organisation/people/add", ["name": "=HYPERLINK(1)"])
            await ruth.get("/organisation/file/export")
            #expect(ruth.sees(",'=HYPERLINK(1),"))
            let file = try OrganisationFile.read(Array(ruth.text.utf8))
            #expect(file.rows.last?[.person] == "=HYPERLINK(1)")
        }
    }

    @Test func `one mapping mends every row of two plans, and unmapping undoes it`() async throws {
        try await OrganisationHouse.with { house in
            let first = try await house.plan(
                "First plan", leads: ["M O'Brien", "M O'Brien", "Safeguarding Board"])
            let second = try await house.plan("Second plan", leads: ["M. O’Brien"])
            var ruth = try await house.browser(.programmeManager)
            await ruth.get("/organisation/names")
            #expect(ruth.sees("2 names to settle") && ruth.sees("First plan; Second plan"))
            await ruth.get("/organisation/names/m%20obrien")
            #expect(ruth.status == 200 && ruth.sees("Leads 3 actions in 2 plans"))
            var tom = try await house.browser(.administrator)
            await tom.get("/organisation/names")
            #expect(tom.sees("2 plans") && !tom.sees("First plan"))
            await tom.get("/organisation/names/m%20obrien")
            await ruth.post(
                "/organisation/names/m%20obrien", ["was": "", "meaning": "new", "newName": "Mary O'Brien"])
            #expect(ruth.status == 200 && ruth.sees("means Mary O&#39;Brien, in 3 actions"))
            #expect(
                try await Self.names(house, first) == ["Mary O'Brien", "Mary O'Brien", "Safeguarding Board"])
            #expect(try await Self.names(house, second) == ["Mary O'Brien"])
            await tom.post("/organisation/names/m%20obrien", ["was": "", "meaning": "body"])
            #expect(tom.status == 422 && tom.sees("Somebody settled this name while you had it open"))
            await ruth.get("/organisation/names/safeguarding%20board")
            await ruth.post("/organisation/names/safeguarding%20board", ["was": "", "meaning": "body"])
            #expect(ruth.sees("Every name is settled") && ruth.sees("stays as printed"))
            await ruth.get("/organisation/names/m%20obrien")
            await ruth.post("/organisation/names/m%20obrien/unmap", [:])
            #expect(ruth.sees("1 name to settle"))
            #expect(try await Self.names(house, second) == ["M. O’Brien"])
            let events = try await house.events()
            #expect(events.contains("name.mapped") && events.contains("name.unmapped"))
        }
    }

    private static func names(_ house: OrganisationHouse, _ plan: ID<PlanRecord>) async throws -> [String] {
        let authority = house.authority
        let kept = try await house.app.database.read { try PlanSQL.plan($0, authority, plan) }
        return kept?.actions.flatMap(\.people).map(\.name) ?? []
    }

    @Test
    func `who may not change the organisation does not find the forms, and others do not find it at all`()
        async throws
    {
        try await OrganisationHouse.with { house in
            var director = try await house.browser(.director)
            await director.get("/organisation")
            #expect(director.status == 200 && !director.sees("Add a service"))
            for path in ["/organisation/people/add", "/organisation/file", "/organisation/names"] {
                await director.get(path)
                #expect(director.status == 404)
            }
            var worker = try await house.browser(.worker)
            await worker.get("/organisation")
            #expect(worker.status == 404)
        }
    }
}
