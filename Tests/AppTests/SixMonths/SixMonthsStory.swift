import Kernel
import Plans
import StorageTesting
import Testing

@testable import App

/// A plan of fifty actions run through its pages from December 2027 to the end of May 2028, over Christmas, a 29
/// February and Easter.
///
/// What is expected was written down by hand from the calendar below, not taken from the program.
///
///     1 Dec 2027   published: updates fall due every 28 days from 29 December
///     29 Dec, 26 Jan, 23 Feb, 22 Mar, 19 Apr, 17 May   the six rounds of updates
///     23 Feb       Paul gives none of his ten; by 1 March, five working days later, his manager is told
///     26 Jan       four new dates are asked: three approved, one refused
///     22 Feb       the closing of 1.1 is rejected; on 24 March it is verified, on 31 March the board closes it
///     May          its figures fall under the target, and it opens again by itself
struct SixMonthsStory {
    private static let rounds = [
        "2027-12-29", "2028-01-26", "2028-02-23", "2028-03-22", "2028-04-19", "2028-05-17",
    ]
    private static let monthEnds = [
        "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31",
    ]

    @Test func `fifty actions are run for six months, and each month's end stays as it was`() async throws {
        try await MovingHouse.with(from: try day("2027-12-01")) { house in
            var run = try await FiftyActionsRun(house)
            try await run.begin()
            for (index, round) in Self.rounds.enumerated() {
                house.move(to: try day(round))
                try await run.giveUpdates(round: index + 1)
                if index == 1 { try await run.moveDates() }
                if index == 2 { try await run.chasePaul() }
                if index == 3 { try await run.close() }
                if index == 4 { try await run.prove() }
                if index == 5 { try await run.contradict() }
                // February's end lies within the chasing of what the third round missed.
                if index == 2 { continue }
                house.move(to: try day(Self.monthEnds[index]))
                try await run.keepMonthEnd()
            }
            try await run.compareMonthEnds()
            try await run.countWhatHappened()
        }
    }
}

/// 2028-02-29 and such.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
