import Foundation
import Kernel
import ReturnFormats
import Storage
import Testing

@testable import Returns

/// What is decided about files from values alone.
struct FileRules {
    @Test(arguments: [
        ("Annex A 31-10-2026.xlsx", "2026-10-31"), ("annexa_20261031_v2.xlsx", "2026-10-31"),
        ("2026.10.31 ILACS.zip", "2026-10-31"), ("List as at 31 October 2026.csv", "2026-10-31"),
        ("31102026.csv", "2026-10-31"), ("annex a 3 Oct 2026.csv", "2026-10-03"),
        ("Annex A October 2026.xlsx", nil), ("Annex A 31-10-2026 to 30-09-2026.xlsx", nil),
        ("Annex A 32-10-2026.xlsx", nil), ("Annex A 01-12-2026.xlsx", nil), ("export 12345678.csv", nil),
    ])
    func `a file's name suggests a day where it holds exactly one that has been`(
        _ name: String, _ day: String?
    ) throws {
        let today = try #require(Day("2026-11-20"))
        #expect(SuggestedDate.find(in: name, notAfter: today) == day.flatMap { Day($0) })
    }

    @Test func `a load needs a day that has been, and a census its own`() throws {
        let today = try #require(Day("2026-11-20"))
        let own = try #require(Day("2026-03-31"))
        #expect(try LoadReturn.decide(asAt: nil, referenceDate: own, on: today) == own)
        #expect(try LoadReturn.decide(asAt: today, referenceDate: nil, on: today) == today)
        #expect(throws: LoadReturn.Refused.self) {
            try LoadReturn.decide(asAt: today, referenceDate: own, on: today)
        }
        #expect(throws: LoadReturn.Refused.self) {
            try LoadReturn.decide(asAt: nil, referenceDate: nil, on: today)
        }
        #expect(throws: LoadReturn.Refused.self) {
            try LoadReturn.decide(asAt: today.adding(days: 1), referenceDate: nil, on: today)
        }
    }

    @Test func `a team is likely a part whose telling words are all its own, and never decided`() {
        func node(_ id: Int64, _ name: String, _ kind: String = "team") -> UnitMappingSQL.NodeRow {
            UnitMappingSQL.NodeRow(id: ID(id), name: name, kind: kind, parent: nil)
        }
        let nodes = [
            node(1, "Harbour team"), node(2, "Millbrook team"), node(3, "South area", "area"),
            node(4, "Children in Need", "service"),
        ]
        func likely(_ team: String) -> [Int64] {
            LikelyUnits.find(team, in: nodes).map(\.id.rawValue)
        }
        #expect(likely("CIN Harbour Team 1") == [1])
        #expect(likely("Team Millbrook") == [2])
        #expect(likely("MASH") == [] && likely("Team") == [])
    }

    @Test func `places of a finding come back from their bytes`() {
        let places = [
            FoundRule.Place(list: 6, row: 70_000, child: 12), FoundRule.Place(list: 1, row: 2, child: -1),
        ]
        #expect(FoundRule.unpack(FoundRule.pack(places)) == places)
        #expect(FoundRule.unpack([]) == [])
    }

    @Test func `an empty placeholder is none, and doubles are one`() throws {
        #expect(try SetPlaceholders.decide("Duty\n\n duty \n#N/A") == ["Duty", "#N/A"])
    }
}

/// The key of kept files, and what is sealed with it.
struct KeyRules {
    private struct Home {
        let folder = FileManager.default.temporaryDirectory.path + "/plumbline-key-\(UUID().uuidString)"
        var data: String { folder + "/data" }

        init() throws {
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        }

        func key(_ path: String) -> KeyFile { KeyFile(path: folder + path, place: .folder(data)) }
        func remove() { try? FileManager.default.removeItem(atPath: folder) }
    }

    private static func sentence(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch {
            return (error as? KeyFile.Refused)?.sentence ?? "\(error)"
        }
    }

    @Test func `a key is made for its owner alone, once, and stays the same`() throws {
        let home = try Home()
        defer { home.remove() }
        let file = home.key("/config/plumbline/key")
        #expect(Self.sentence { _ = try file.key(makes: false) }.contains("There is no key at"))
        let key = try file.key(makes: true)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try file.key(makes: true) == key)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(Self.sentence { _ = try file.key(makes: false) }.contains("Others can read the key"))
    }

    @Test func `a key never stands among the records, by whatever way it is named`() throws {
        let home = try Home()
        defer { home.remove() }
        try FileManager.default.createSymbolicLink(
            atPath: home.folder + "/link", withDestinationPath: home.data)
        for path in ["/data/key", "/data/below/key", "/link/key", "/config/../data/key"] {
            #expect(
                Self.sentence { _ = try home.key(path).key(makes: true) }
                    .contains("would stand in the folder of the records"), "\(path)")
            #expect(!FileManager.default.fileExists(atPath: home.data + "/key"), "\(path)")
        }
    }

    @Test func `a file that is no key is said to be none`() throws {
        let home = try Home()
        defer { home.remove() }
        for text in ["", "plumbline key 1\n00\n", "hello\n" + String(repeating: "0", count: 64) + "\n"] {
            let file = home.key("/key")
            try? FileManager.default.removeItem(atPath: file.path)
            #expect(
                FileManager.default.createFile(
                    atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
            #expect(Self.sentence { _ = try file.key(makes: true) }.contains("is not a key of Plumbline"))
        }
    }

    @Test func `several files are packed into one run of bytes and come back`() {
        let files = [
            ReturnSource(name: "a.csv", bytes: [1, 2, 3]), ReturnSource(name: "ü.csv", bytes: []),
        ]
        let packed = PackedFiles.pack(files)
        #expect(PackedFiles.unpack(packed)?.map(\.name) == ["a.csv", "ü.csv"])
        #expect(PackedFiles.unpack(packed)?.map(\.bytes) == [[1, 2, 3], []])
        #expect(PackedFiles.unpack(Array(packed.dropLast())) == nil || files[1].bytes.isEmpty)
        #expect(PackedFiles.unpack([255, 255, 255, 255, 255, 255, 255, 255, 1]) == nil)
    }
}
