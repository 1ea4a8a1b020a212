import Kernel
import Plans
import Testing

/// When updates fall due. Expected days are counted by hand on a calendar.
struct RhythmTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        // On the due day, early in the cycle, and on the first day of the cycle.
        ("2026-12-18", "2026-12-18", "2027-01-15"), ("2026-12-18", "2026-11-23", "2027-01-15"),
        ("2026-12-18", "2026-11-21", "2027-01-15"),
        // On the due day before: that cycle is answered, this one is not.
        ("2026-12-18", "2026-11-20", "2026-12-18"),
        // A day late, and late by three cycles: the grid stays where it was.
        ("2026-12-18", "2026-12-19", "2027-01-15"), ("2026-12-18", "2027-03-01", "2027-03-12"),
        // Late and on a due day of the grid: that one is answered too.
        ("2026-12-18", "2027-01-15", "2027-02-12"),
    ])
    func `four weeks from 20 November 2026`(due: String, given: String, next: String) throws {
        let rhythm = Rhythm(first: try day("2026-11-20"), days: 28)
        #expect(rhythm.next(due: try day(due), given: try day(given)).description == next)
    }

    @Test func `over a month's end and 29 February`() throws {
        let rhythm = Rhythm(first: try day("2028-01-31"), days: 29)
        #expect(rhythm.after(try day("2028-01-31")).description == "2028-02-29")
        #expect(rhythm.after(try day("2028-02-29")).description == "2028-03-29")
        let weekly = Rhythm(first: try day("2027-02-22"), days: 7)
        #expect(weekly.after(try day("2027-02-22")).description == "2027-03-01")
    }

    @Test func `missed due days are counted from the first to yesterday`() throws {
        let rhythm = Rhythm(first: try day("2026-11-20"), days: 28)
        let due = try day("2026-12-18")
        #expect(rhythm.missed(due: due, by: try day("2026-12-18")) == 0, "it is still that day")
        #expect(rhythm.missed(due: due, by: try day("2026-12-19")) == 1)
        #expect(rhythm.missed(due: due, by: try day("2027-01-15")) == 1)
        #expect(rhythm.missed(due: due, by: try day("2027-02-13")) == 3)
    }

    @Test func `a due day off a changed grid leads back to it`() throws {
        let rhythm = Rhythm(first: try day("2026-11-20"), days: 14)
        // 1 December is on no grid: the due days after it are 4 and 18 December.
        #expect(
            rhythm.next(due: try day("2026-12-01"), given: try day("2026-12-02")).description == "2026-12-04")
        #expect(rhythm.missed(due: try day("2026-12-01"), by: try day("2026-12-05")) == 2)
        #expect(
            rhythm.due(updated: try day("2026-11-25"), on: try day("2026-11-26")).description == "2026-12-18")
        #expect(rhythm.due(updated: nil, on: try day("2026-11-26")).description == "2026-12-04")
        #expect(rhythm.due(updated: nil, on: try day("2026-10-01")).description == "2026-11-20")
    }
}
