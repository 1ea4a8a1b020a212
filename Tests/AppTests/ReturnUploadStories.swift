import Foundation
import Kernel
import ReturnFormats
import Returns
import Sheets
import SiteTesting
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Accounts
@testable import App
@testable import Site

/// What can go wrong between a file and its load: odd files and names, time, two people, another key, faults.
struct ReturnUploadStories {
    // MARK: Samples

    private static let list6 =
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Does the Child have a Disability,CIN Start Date,Primary Need Code,Date Child Was Last Seen,CIN Closure Date,Reason for Closure,Case Status,Allocated Team,Allocated Worker\nREF-7101,a) Male,a) WBRI,01/02/2015,11,b) No,03/06/2026,N1 - Abuse or neglect,01/10/2026,,,c) Child in need plan,Harbour team,Ann Lee\n"
    private static let list1 =
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source\nREF-7101,a) Male,a) WBRI,01/02/2015,11,02/06/2026,1A - Individual\n"

    private static let asAt = [("asAt-day", "31"), ("asAt-month", "10"), ("asAt-year", "2026")]

    private static func give(
        _ house: Ashmere, _ files: [(bytes: [UInt8], name: String)], by name: String = "Daniel"
    ) async -> (visitor: Visitor, draft: String) {
        var visitor = await house.visitor(name)
        await visitor.get("/returns/files/new")
        await visitor.upload(files, to: "/returns/files/new")
        return (visitor, visitor.address)
    }

    private static func count(_ house: Ashmere, _ sql: String) async throws -> Int {
        try await house.app.database.read { try $0.first(sql, []) { try $0.int(0) } ?? 0 }
    }

    private static let leftovers = "SELECT COUNT(*) FROM stored_file WHERE name LIKE '%return%'"

    // MARK: Files

    @Test func `several files chosen together are one return`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            let (given, draft) = await Self.give(
                house,
                [(Array(Self.list6.utf8), "List 6.csv"), (Array(Self.list1.utf8), "List 1.csv")])
            var daniel = given
            #expect(
                daniel.text.contains("2 rows about 1 child in 2 of 11 lists"), "\(daniel.text.prefix(3000))")
            #expect(daniel.text.contains("List 6.csv and 1 other file"))
            await daniel.post("\(draft)/load", Self.asAt)
            #expect(daniel.text.contains("Annex A as at 31 October 2026"))
        }
    }

    @Test func `what is no return is refused with what to do, and leaves nothing`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            var swollen = ArchiveWriter()
            swollen.add("List 6.csv", Array(Self.list6.utf8))
            var damaged = swollen.finish()
            // A byte of the deflated list itself, behind its local header.
            damaged[60] ^= 0xFF
            damaged[61] ^= 0xFF
            var leaving = ArchiveWriter()
            leaving.add("../../List 6.csv", Array(Self.list6.utf8))
            let cases: [(bytes: [UInt8], name: String, says: String)] = [
                ([], "List 6.csv", "empty"),
                ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Annex A.xls", "save it as .xlsx"),
                (damaged, "Annex A.zip", "damaged"),
                (leaving.finish(), "Annex A.zip", "There is a problem"),
            ]
            for (bytes, name, says) in cases {
                let (daniel, _) = await Self.give(house, [(bytes, name)])
                #expect(daniel.status == 422, "\(name)")
                #expect(daniel.text.contains(says), "\(name): \(daniel.text.prefix(4000))")
            }
            let (daniel, _) = await Self.give(
                house, [([UInt8](repeating: 0x41, count: 65 << 20), "List 6.csv")])
            #expect(daniel.status == 413)
            #expect(daniel.text.contains("A file may be up to 64 MB."))
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 0)
            #expect(try await Self.count(house, Self.leftovers) == 0)
        }
    }

    @Test func `a file's name is words on every page, whatever it holds`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            let name = "O'Brien's <script>alert(1) list 6.csv"
            let (given, draft) = await Self.give(house, [(Array(Self.list6.utf8), name)])
            var daniel = given
            #expect(
                daniel.text.contains("Brien") && daniel.text.contains("&lt;script&gt;alert(1) list 6.csv"))
            #expect(!daniel.text.contains("<script>alert"))
            await daniel.post("\(draft)/load", Self.asAt)
            #expect(daniel.text.contains("is loaded"))
            for page in [daniel.address, "/returns/files", "/returns/files/new"] {
                await daniel.get(page)
                #expect(daniel.status == 200 && !daniel.text.contains("<script>alert"), "\(page)")
            }
            var priya = await house.visitor("Priya")
            await priya.get("/journal")
            #expect(!priya.text.contains("<script>alert"))
        }
    }

    // MARK: Time, and two people

    @Test func `what nobody loads is gone after two days, bytes and all`() async throws {
        try await Ashmere.with { house async throws in
            let (given, draft) = await Self.give(house, [(Array(Self.list6.utf8), "List 6.csv")])
            var daniel = given
            try await house.app.returns.sweep(at: Ashmere.now.adding(seconds: 86_400))
            await daniel.get(draft)
            #expect(daniel.status == 200, "a day later it is there")
            try await house.app.returns.sweep(at: Ashmere.now.adding(seconds: 2 * 86_400 + 1))
            await daniel.get(draft)
            #expect(daniel.status == 404)
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 0)
            #expect(try await Self.count(house, Self.leftovers) == 0)
            #expect(
                try await Self.count(
                    house,
                    "SELECT COUNT(*) FROM stored_file_part WHERE file NOT IN (SELECT id FROM stored_file)")
                    == 0)
        }
    }

    @Test func `of two people who load the same file at once one does, and the other is told`() async throws {
        try await Ashmere.with { house async throws in
            try await house.grant(.analyst, to: "Tom")
            let (first, firstDraft) = await Self.give(house, [(Array(Self.list6.utf8), "List 6.csv")])
            let (second, secondDraft) = await Self.give(
                house, [(Array(Self.list6.utf8), "List 6.csv")], by: "Tom")
            func load(_ visitor: Visitor, _ draft: String) async -> Visitor {
                var visitor = visitor
                await visitor.post("\(draft)/load", Self.asAt)
                return visitor
            }
            async let one = load(first, firstDraft)
            async let other = load(second, secondDraft)
            let ends = await [one, other]
            #expect(ends.count { $0.text.contains("is loaded. Every measure counts it") } == 1)
            #expect(ends.count { $0.text.contains("This is the same data that was loaded on") } == 1)
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_file") == 1)
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 1)
        }
    }

    // MARK: Keys

    @Test func `with another key no original opens, and that is said`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            var priya = await house.visitor("Priya")
            await priya.get("/returns/files/originals")
            await priya.post("/returns/files/originals", [("keeps", "yes")])
            let (given, draft) = await Self.give(house, [(Array(Self.list6.utf8), "List 6.csv")])
            var daniel = given
            await daniel.post("\(draft)/load", Self.asAt)
            let file = daniel.address
            let place = DatabasePlace.folder(NSTemporaryDirectory() + "plumbline-none-\(UUID().uuidString)")
            let other = KeyFile(
                path: NSTemporaryDirectory() + "plumbline-key-\(UUID().uuidString)", place: place)
            defer { try? FileManager.default.removeItem(atPath: other.path) }
            func verdict() async throws -> String {
                let standing = try await KeyStanding.of(house.app.database, other)
                #expect(standing.originals == 1)
                guard case .fails(let sentence) = standing.verdict else { return "fits" }
                return sentence
            }
            #expect(try await verdict().contains("There is no key at"))
            let text = "plumbline key 1\n\(String(repeating: "a1", count: 32))\n"
            #expect(
                FileManager.default.createFile(
                    atPath: other.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
            #expect(
                try await verdict().contains("is not the one that this authority’s files were sealed with"))
            // The program with that key: the original stays shut, and a new file is refused before it is kept.
            var configuration = Configuration(place: place)
            configuration.keyPath = other.path
            let app = try await App.make(
                house.app.database, configuration, now: { Ashmere.now }, log: { _ in })
            var grace = Visitor(app.site)
            await grace.comeIn(as: "Grace")
            await grace.get("\(file)/original")
            #expect(grace.status != 200 && !grace.text.contains("REF-7101"))
            #expect(grace.text.contains("is not the one that this authority’s files were sealed with"))
            var analyst = Visitor(app.site)
            await analyst.comeIn(as: "Daniel")
            await analyst.get("/returns/files/new")
            await analyst.upload(Array(Self.list6.utf8), named: "List 6.csv", to: "/returns/files/new")
            #expect(analyst.status == 422)
            #expect(analyst.text.contains("is not the one that this authority’s files were sealed with"))
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_draft") == 0)
        }
    }

    // MARK: Faults

    @Test func `a load that fails by a fault writes one line, without a word of the file`() async throws {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            let lines = Log()
            var configuration = Configuration(place: .folder(NSTemporaryDirectory()))
            let folder = NSTemporaryDirectory() + "/../plumbline-key-\(UUID().uuidString)"
            configuration.keyPath = folder
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let app = try await App.make(
                house.app.database, configuration, now: { Ashmere.now }, log: { lines.add($0.line) })
            // A fault of the records whose own words quote the file.
            try await app.database.write {
                try $0.run(
                    """
                    CREATE TRIGGER broken BEFORE INSERT ON return_team
                    BEGIN SELECT RAISE(ABORT, 'REF-7101'); END
                    """, [])
            }
            var daniel = Visitor(app.site)
            await daniel.comeIn(as: "Daniel")
            await daniel.get("/returns/files/new")
            await daniel.upload(Array(Self.list6.utf8), named: "List 6.csv", to: "/returns/files/new")
            await daniel.post("\(daniel.address)/load", Self.asAt)
            #expect(
                daniel.text.contains(
                    "Something failed while it was being loaded, and nothing of it was stored"))
            #expect(lines.all.count { $0.contains("WORK POST /returns/files/drafts/{draft}/load 500") } == 1)
            #expect(lines.all.count { $0.contains("failed while working out what follows") } == 1)
            #expect(!lines.all.contains { $0.contains("REF-7") || $0.contains("List 6") })
            #expect(try await Self.count(house, "SELECT COUNT(*) FROM return_file") == 0)
        }
    }

    // MARK: Who sees what

    @Test func `outside the inner circle counts are bands, and no two files stand side by side`() async throws
    {
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            let closedBefore =
                "REF-7105,a) Male,a) WBRI,01/02/2011,15,b) No,06/08/2026,N1 - Abuse or neglect,04/06/2026,01/07/2026,RC7 - Services ceased for any other reason,e) Closed episode,Millbrook Team,Bo Dean\n"
            let (given, draft) = await Self.give(
                house, [(Array((Self.list6 + closedBefore).utf8), "List 6.csv")])
            var daniel = given
            await daniel.post("\(draft)/load", Self.asAt)
            await daniel.get("/returns/quality/over-time")
            #expect(daniel.status == 200)
            var imran = await house.visitor("Imran")
            await imran.get("/returns/quality?show=all")
            #expect(imran.status == 200)
            #expect(imran.text.contains("Counts are given as bands") && imran.text.contains("1 to 5"))
            #expect(imran.link("How it has changed") == nil)
            await imran.get("/returns/quality/over-time")
            #expect(imran.status == 404)
        }
    }

    @Test func `auditors and verifiers have no rows of files, and an administrator finds what is theirs`()
        async throws
    {
        #expect(FilesRoute.caseAccess.isDisjoint(with: [.auditor, .verifier, .analyst, .programmeManager]))
        try await Ashmere.with(engines: [.sqlite]) { house async throws in
            var priya = await house.visitor("Priya")
            await priya.get("/")
            let originals = try #require(priya.link("Files about children"))
            await priya.get(originals)
            #expect(priya.status == 200)
            await priya.get(try #require(priya.link("Erase a case reference")))
            #expect(priya.status == 200 && priya.text.contains("Erase this reference"))
        }
    }
}

/// Lines of a log, from whichever thread.
private final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}
