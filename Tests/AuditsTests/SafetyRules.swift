import Kernel
import Testing

@testable import Audits

/// By when a child is assured. Moments worked out by hand from the Summer Time Order: clocks go back at 01:00 UTC on
/// 25 October 2026 and forward at 01:00 UTC on 28 March 2027.
struct SafetyDueRules {
    private func due(_ raised: String, _ day: String? = nil) throws -> (first: String, next: String) {
        let due = SafetyItems.due(
            raised: try #require(Instant(raised)), roundSays: try day.map { try #require(Day($0)) })
        return (due.first.description, due.next.description)
    }

    @Test func `24 hours, and 72 to the next level`() throws {
        let due = try due("2026-11-20T09:14:00.000Z")
        #expect(due == ("2026-11-21T09:14:00.000Z", "2026-11-23T09:14:00.000Z"))
    }

    @Test func `24 hours are 24 hours where the clocks change: noon becomes 11 in autumn and 13 in spring`()
        throws
    {
        // Noon in London on Saturday 24 October is 11:00 UTC.
        let autumn = try due("2026-10-24T11:00:00.000Z")
        #expect(autumn.first == "2026-10-25T11:00:00.000Z")
        #expect(Instant(autumn.first)?.londonWords == "25 October 2026 at 11:00")
        let spring = try due("2027-03-27T12:00:00.000Z")
        #expect(Instant(spring.first)?.londonWords == "28 March 2027 at 13:00")
    }

    @Test func `the round's date is the whole of that day in London, also in summer`() throws {
        let winter = try due("2026-11-20T09:14:00.000Z", "2026-11-30")
        #expect(winter == ("2026-12-01T00:00:00.000Z", "2026-12-03T00:00:00.000Z"))
        let summer = try due("2026-06-01T09:14:00.000Z", "2026-06-30")
        #expect(summer.first == "2026-06-30T23:00:00.000Z")
    }

    @Test
    func `a child found not safe on the round's last evening is due that night, and later within 24 hours`()
        throws
    {
        #expect(try due("2026-11-30T22:00:00.000Z", "2026-11-30").first == "2026-12-01T00:00:00.000Z")
        #expect(try due("2026-12-01T08:00:00.000Z", "2026-11-30").first == "2026-12-02T08:00:00.000Z")
    }
}
