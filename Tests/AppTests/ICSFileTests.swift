import Kernel
import Testing

@testable import Plans

struct ICSFileTests {
    @Test func `lines fold at 75 octets and no character breaks`() {
        let line = "SUMMARY:" + String(repeating: "é", count: 100)
        let folded = ICSFile.folded(line)
        let parts = folded.split(separator: "\r\n")
        #expect(parts.count == 3)
        for part in parts { #expect(part.utf8.count <= 75) }
        #expect(parts.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        #expect(parts.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : String($0) }.joined() == line)
    }

    @Test func `what means something to a calendar is escaped`() {
        #expect(ICSFile.escaped("a, b; c \\ d\ne\u{7}") == "a\\, b\\; c \\\\ d\\ne")
    }

    @Test func `a day is a whole day, and the same thing keeps its name`() throws {
        let day = try #require(Day("2026-12-31"))
        let entry = CalendarEntry(.finish, key: "abc", on: day, "1.6 Supervise, every case", "/x", plan: nil)
        let now = try #require(Instant("2026-11-20T09:14:00.000Z"))
        let text = String(
            decoding: ICSFile.bytes(named: "Ashmere", [entry], at: now, site: "https://p.example"),
            as: UTF8.self)
        for line in [
            "UID:finish-abc@plumbline", "DTSTAMP:20261120T091400Z", "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101", "SUMMARY:Finish: 1.6 Supervise\\, every case",
            "URL:https://p.example/x",
        ] { #expect(text.contains("\r\n\(line)\r\n"), "\(line)") }
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
    }
}
