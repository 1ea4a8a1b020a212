import Kernel
import Storage
import Testing

@testable import Audits

/// Rounds from their setting up to their closing.
struct RoundStories {
    @Test func `a round of a file is locked, drawn, given to its holders, verified blind and closed`()
        async throws
    {
        try await House.with { house in
            let tool = try await house.newTool()
            let terms = try house.terms(tool) {
                $0.verification = Round.Verification(
                    size: .percent(tenths: 200), dueOn: $0.dueOn.adding(days: 14))
            }
            let id = try await house.lockedRound(terms, frame: House.twelve)
            let draw = try await house.act { try DrawSample.act(id, by: $0, on: $1, at: $2, $3) }
            #expect(draw.size == 12 && draw.frameCount == 12)
            let given = try await house.act { try GiveCases.act(id, by: $0, on: $1, at: $2, $3) }
            #expect(given.given == 12 && given.left.isEmpty)
            let loads = try await house.act { officer, _, _, connection in
                try AuditPeople.loads(connection, officer.authority, id, .first)
            }
            let lucy = try #require(try house.officer("Lucy Penhaligon").person)
            #expect(loads[lucy] == 5 && loads.values.sorted() == [3, 4, 5])

            // 20 % of 12 is rounded up.
            let second = try await house.act { try DrawVerification.act(id, by: $0, on: $1, at: $2, $3) }
            #expect(second.size == 3 && second.frameCount == 12)
            let tom = try #require(try house.officer("Tom Hallam").person)
            let checked = try await house.act {
                try GiveVerification.act(id, to: [tom], by: $0, on: $1, at: $2, $3)
            }
            #expect(checked.given == 3)
            try await house.act { try RoundsClosing.closeFirst(id, .none, by: $0, on: $1, at: $2, $3) }
            await #expect(throws: RoundsClosing.Refused.reasonForMissing) {
                try await house.act { try RoundsClosing.close(id, .none, by: $0, on: $1, at: $2, $3) }
            }
            try await house.act {
                try RoundsClosing.close(
                    id, reason: "The verifier left", .none, by: $0, on: $1, at: $2, $3)
            }
            let round = try await house.act { officer, _, _, connection in
                try RoundSQL.round(connection, officer.authority, id)
            }
            #expect(round?.closedAt == house.clock.now)
        }
    }
}
