import Kernel
import Testing

struct DayTests {
    @Test func `day zero is the first of January 1970, a Thursday`() {
        #expect(Day(number: 0).description == "1970-01-01")
        #expect(Day(number: 0).weekday == 4)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "1999-12-31", "2026-11-20"])
    func `a date read and printed is the same`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20261120", ""])
    func `what is no date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `a month after 31 January is the last of February`() {
        #expect(Day("2024-01-31")?.adding(months: 1) == Day("2024-02-29"))
        #expect(Day("2023-01-31")?.adding(months: 1) == Day("2023-02-28"))
    }

    @Test func `London is an hour ahead of UTC between the last Sundays of March and October`() throws {
        let before = try #require(Instant("2026-03-29T00:59:59.999Z")).inLondon
        let after = try #require(Instant("2026-03-29T01:00:00.000Z")).inLondon
        let late = try #require(Instant("2026-07-31T23:30:00.000Z")).inLondon
        #expect(before.minutes == 59)
        #expect(after.minutes == 120)
        #expect(late.day == Day("2026-08-01"))
    }

    @Test func `an identity survives being printed and read`() throws {
        let made = ID<Day>.make(at: try #require(Instant("2026-11-20T09:14:00.000Z")))
        #expect(ID<Day>(made.description) == made)
        #expect(ID<Day>("not an identity") == nil)
        #expect(ID<Day>("zzzzzzzzzzzzz") == nil)
    }
}
