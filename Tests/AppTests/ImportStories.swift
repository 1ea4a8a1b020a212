import Kernel
import PlanFormat
import Plans
import SiteTesting
import Storage
import StorageTesting
import Testing

@testable import App

/// From a document to a plan, as its keeper does it.
struct ImportStories {
    static let pasted = """
        Northmoor plan, version 2

        | Area for development | We will | Timescale | Lead | Success criteria |
        |---|---|---|---|---|
        | 1 Visits to children | 1.1 See every child alone | 30 September 2026 | Ann O'Hara | 1.1 95% of children are seen alone by 31 December 2026, from 60% in May 2026 |
        | | 1.2 Publish a visiting standard | Ongoing | Ben Roe / Cat Lee | 1.2 Standard in use in all six teams by 30 June 2026 |
        """

    @Test func `a pasted plan is reviewed, mended, accepted and stands with its words traced`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/import")
            await ruth.upload(Array(Self.pasted.utf8), named: "northmoor.txt", to: "/import")
            #expect(ruth.text.contains("<strong>2 actions</strong> in 1 area"))
            let review = ruth.address
            let item = try #require(ruth.link("Publish a visiting standard"))
            await ruth.get(item)
            let key = try #require(ruth.value(after: "name=\"key\" value=\""))
            await ruth.post(
                "\(review)/item",
                [
                    ("key", key), ("deed", "save"), ("reference", "1.2"),
                    ("text", "Publish a visiting standard"),
                    ("leads", "Ben Roe"), ("when", "30 June 2026"),
                ])
            #expect(ruth.text.contains("Changed by you"))
            await ruth.get("\(review)/confirm")
            await ruth.post("\(review)/confirm", [("title", "Northmoor plan"), ("version", "2")])
            #expect(ruth.text.contains("Northmoor plan is in Plumbline"))
            let list = try #require(ruth.link("Areas and actions"))
            await ruth.get(list)
            #expect(ruth.text.contains("30 Jun 2026"))
            #expect(ruth.text.contains("Ann O&#39;Hara"))
            await ruth.get(try #require(ruth.link("See every child alone")))
            #expect(ruth.text.contains("northmoor.txt, table 1, row 2"))
            await ruth.get(try #require(ruth.link("See both side by side")))
            #expect(ruth.status == 200)
            #expect(ruth.text.contains("Visits to children"))
            // The draft is gone with its acceptance.
            await ruth.get(review)
            #expect(ruth.status == 404)
        }
    }

    @Test func `a draft is its maker's alone`() async throws {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/import")
            await ruth.upload(Array(Self.pasted.utf8), named: "northmoor.txt", to: "/import")
            let review = ruth.address
            var simon = await house.visitor("Simon")
            await simon.get(review)
            #expect(simon.status == 404)
        }
    }

    @Test func `a draft left for more than thirty days is gone, and its file with the next upload`()
        async throws
    {
        try await Ashmere.with { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/import")
            await ruth.upload(Array(Self.pasted.utf8), named: "old.txt", to: "/import")
            let review = ruth.address
            try await house.app.database.write {
                // Thirty-one days before the fixture's 20 November.
                try $0.run("UPDATE import_draft SET saved_at = '2026-10-20T09:00:00.000Z'", [])
            }
            await ruth.get(review)
            #expect(ruth.status == 404)
            await ruth.get("/import")
            await ruth.upload(Array(Self.pasted.utf8), named: "new.txt", to: "/import")
            let names = try await house.app.database.read { connection in
                try connection.rows("SELECT name FROM stored_file ORDER BY name", []) { try $0.text(0) }
            }
            #expect(!names.contains("old.txt") && names.contains("new.txt"))
        }
    }

    @Test func `changing what a column means reads the document again and keeps other changes`() async throws
    {
        try await Ashmere.with(engines: [.sqlite]) { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/import")
            await ruth.upload(Array(Self.pasted.utf8), named: "northmoor.txt", to: "/import")
            let review = ruth.address
            let key = try #require(ruth.value(after: "item?key=")).removingPercentEncoded
            await ruth.post(
                "\(review)/item", [("key", key), ("deed", "save"), ("text", "Visits that children value")])
            await ruth.post(
                "\(review)/reading",
                [("baseYear", ""), ("table-1", "yes"), ("column-1-4", "evidence")])
            #expect(ruth.text.contains("Visits that children value"))
            #expect(!ruth.text.contains("success criteri"))
        }
    }

    @Test(arguments: [
        ("empty.docx", [UInt8]()), ("cut.docx", Array("PK\u{3}\u{4}".utf8)),
        ("picture.pdf", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]),
    ])
    func `what cannot be read is refused with one sentence and nothing is kept`(
        name: String, bytes: [UInt8]
    ) async throws {
        try await Ashmere.with(engines: [.sqlite]) { house in
            var ruth = await house.visitor("Ruth")
            await ruth.get("/import")
            await ruth.upload(bytes, named: name, to: "/import")
            #expect(ruth.status == 422)
            #expect(ruth.text.contains("There is a problem"))
            let kept = try await house.app.database.read { connection in
                try connection.first(
                    "SELECT (SELECT COUNT(*) FROM import_draft) + (SELECT COUNT(*) FROM stored_file)", []
                ) { try $0.int(0) }
            }
            #expect(kept == 1, "the example's own file alone")
        }
    }
}

extension String {
    /// Percent escapes undone, plus signs as spaces: written apart from the code under test.
    var removingPercentEncoded: String {
        var bytes: [UInt8] = []
        var rest = utf8.makeIterator()
        while let byte = rest.next() {
            if byte == 0x25, let high = rest.next(), let low = rest.next() {
                bytes.append(UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) ?? 0x3F)
            } else {
                bytes.append(byte == 0x2B ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
