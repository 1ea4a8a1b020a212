import Sheets
import Testing

@testable import Documents

/// Archives that a careful reader must refuse, each made wrong in one place.
struct ArchiveTests {
    private let small = Array("Ashmere County Council".utf8)

    private func refusal(_ bytes: [UInt8], _ limits: ReadingLimits = .standard) -> Unreadable.Reason? {
        do throws(Unreadable) {
            let archive = try Archive(bytes, limits: limits)
            for entry in archive.entries { _ = try archive.contents(entry.name) }
            return nil
        } catch {
            #expect(error.sentence.hasSuffix("."))
            return error.reason
        }
    }

    private func archive(_ names: String...) -> [UInt8] {
        var archive = ArchiveWriter()
        for name in names { archive.addStored(name, small) }
        return archive.finish()
    }

    /// The offset of a directory entry's field, for an archive whose comment is empty.
    private func directory(_ bytes: [UInt8], _ field: Int) -> Int {
        (bytes.uint32(at: bytes.count - 6) ?? 0) + field
    }

    @Test func `what the writer wrote comes back, stored and deflated`() throws {
        var writer = ArchiveWriter()
        let long = Array(repeating: small, count: 1000).flatMap { $0 }
        writer.add("word/long.xml", long)
        writer.addStored("word/short.xml", small)
        writer.add("empty", [])
        let bytes = writer.finish()
        #expect(bytes.count < long.count / 10)
        let archive = try Archive(bytes, limits: .standard)
        #expect(try archive.contents("word/long.xml") == long)
        #expect(try archive.contents("Word/Short.xml") == small)
        #expect(try archive.contents("empty") == [])
        #expect(try archive.contents("missing") == nil)
    }

    @Test(arguments: [
        "../plan.xml", "/plan.xml", "word/../../plan.xml", "word\\plan.xml", "C:plan.xml", "plan\0.xml",
    ])
    func `a name that leaves its folder is refused`(name: String) {
        #expect(refusal(archive(name)) == .unsafeArchive)
    }

    @Test func `the same name twice is refused, whatever its case`() {
        #expect(refusal(archive("word/document.xml", "word/Document.xml")) == .unsafeArchive)
    }

    @Test func `an archive cut short anywhere is refused`() {
        let whole = archive("a.xml", "b.xml")
        for count in stride(from: 4, to: whole.count, by: 7) {
            #expect(refusal(Array(whole.prefix(count))) == .truncated)
        }
    }

    @Test func `entries that lie over one another are refused`() {
        var bytes = archive("a.xml", "b.xml")
        let second = directory(bytes, 46 + 5)
        for index in 42..<46 { bytes[second + index] = 0 }
        #expect(refusal(bytes) == .unsafeArchive)
    }

    @Test func `a declared size over the limit is refused before anything is expanded`() {
        var limits = ReadingLimits()
        limits.expandedBytes = 1000
        var writer = ArchiveWriter()
        writer.add("a.xml", [UInt8](repeating: 0x20, count: 1001))
        #expect(refusal(writer.finish(), limits) == .tooLarge)
    }

    @Test func `a part that expands to more or less than declared is damaged`() {
        var writer = ArchiveWriter()
        writer.add("a.xml", [UInt8](repeating: 0x20, count: 5000))
        let whole = writer.finish()
        for change in [1, 255] {
            var bytes = whole
            bytes[directory(bytes, 24)] &+= UInt8(change)
            #expect(refusal(bytes) == .damaged)
        }
    }

    @Test func `a wrong checksum is damage`() {
        var bytes = archive("a.xml")
        bytes[30 + 5 + 3] ^= 1
        #expect(refusal(bytes) == .damaged)
    }

    @Test func `encryption and ZIP64 are refused by name`() {
        var bytes = archive("a.xml")
        bytes[directory(bytes, 8)] |= 1
        #expect(refusal(bytes) == .encrypted)
        bytes = archive("a.xml")
        for index in 20..<24 { bytes[directory(bytes, index)] = 0xFF }
        #expect(refusal(bytes) == .unsafeArchive)
    }
}
