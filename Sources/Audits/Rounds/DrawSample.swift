package import Kernel
package import Storage

/// One draw of a locked frame. The product makes the seed; nobody chooses it, and nobody draws twice.
package struct Draw: Hashable, Sendable {
    package let id: ID<Sample>
    package let round: ID<AuditRound>
    package let leg: Leg
    package let seed: String
    package let frameCount: Int
    package let frameHash: String
    /// Cases drawn at once; what the sample grew by later is not in it.
    package let size: Int
    package let at: Instant
}

package enum DrawSQL {
    package static func draws(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>
    ) throws -> [Leg: Draw] {
        let found = try connection.rows(
            """
            SELECT id, round, leg, seed, frame_count, frame_hash, size, at FROM audit_draw
            WHERE authority = $1 AND round = $2
            """, [.id(authority), .id(round)]
        ) {
            Draw(
                id: try $0.id(0), round: try $0.id(1), leg: Leg(rawValue: try $0.text(2)) ?? .first,
                seed: try $0.text(3), frameCount: try $0.int(4), frameHash: try $0.text(5),
                size: try $0.int(6), at: try $0.instant(7))
        }
        return Dictionary(found.map { ($0.leg, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The samples of rounds that are open, with the titles of their rounds: what a verifier’s access may be bound to.
    package static func open(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [(id: ID<Sample>, title: String)] {
        try connection.rows(
            """
            SELECT d.id, r.title, d.leg FROM audit_draw d
            JOIN audit_round r ON r.authority = d.authority AND r.id = d.round
            WHERE d.authority = $1 AND r.closed_at IS NULL AND r.withdrawn_at IS NULL
                AND (d.leg = 'second' OR r.first = 'independent')
            ORDER BY r.title, d.id
            """, [.id(authority)]
        ) { (try $0.id(0), try $0.text(1) + (try $0.text(2) == "second" ? ", verification" : "")) }
    }

    static func insert(
        _ draw: Draw, by officer: Officer, _ connection: Connection
    ) throws {
        try connection.insert(
            into: "audit_draw",
            [
                "authority", "id", "round", "leg", "seed", "frame_count", "frame_hash", "size", "at",
                "account",
            ],
            rows: [
                [
                    .id(officer.authority), .id(draw.id), .id(draw.round), .text(draw.leg.rawValue),
                    .text(draw.seed), .int(draw.frameCount), .text(draw.frameHash), .int(draw.size),
                    .instant(draw.at), .id(officer.account),
                ]
            ])
    }
}

package enum DrawSample {
    package enum Refused: String, Refusal, CaseIterable {
        case notLocked = "Lock the frame before drawing: what is drawn from must stand first"
        case alreadyDrawn =
            "This frame has been drawn from: one draw a frame. Another is a new round with its reason"
        case withdrawn = "This round is withdrawn"
        case tooFew = "The frame holds too few cases for this draw"
    }

    /// Draws the first sample. `bits` are 64 random ones; the page takes them from the system, a told story its own.
    @discardableResult
    package static func act(
        _ id: ID<AuditRound>, bits: UInt64 = .random(in: .min ... .max), by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws -> Draw {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.withdrawn == nil else { throw Refused.withdrawn }
        guard round.lockedAt != nil, let frame = round.frame else { throw Refused.notLocked }
        guard try DrawSQL.draws(connection, officer.authority, id)[.first] == nil else {
            throw Refused.alreadyDrawn
        }
        let items = try FrameSQL.items(connection, officer.authority, round)
        let seed = DrawRule.seed(series: round.series, bits: bits)
        guard let count = count(round, items.count),
            let drawn = DrawRule.draw(round.kind, items, count: count, seed: seed), !drawn.isEmpty
        else { throw Refused.tooFew }
        let draw = Draw(
            id: .make(at: now), round: id, leg: .first, seed: seed, frameCount: frame.count,
            frameHash: frame.hash, size: drawn.count, at: now)
        try DrawSQL.insert(draw, by: officer, connection)
        try insert(drawn, of: id, from: 1, officer.authority, connection, at: now)
        try connection.run(
            "UPDATE audit_round SET revision = revision + 1 WHERE authority = $1 AND id = $2",
            [.id(officer.authority), .id(id)])
        try connection.record(
            SetUpRound.event(
                "sample.drawn", id,
                says: "Drew \(counted(drawn.count, "case")) of \(frame.count) for “\(round.title)”",
                [
                    JSON.Member("seed", .string(seed)), JSON.Member("sha256", .string(frame.hash)),
                    JSON.Member("count", .integer(Int64(drawn.count))),
                ], by: officer, at: now))
        return draw
    }

    /// Of the whole, or of each person or event for a quota.
    private static func count(_ round: Round, _ population: Int) -> Int? {
        switch (round.kind, round.size) {
        case (.perPerson, .number(let each)), (.perEvent, .number(let each)): each
        default: round.size.count(of: population)
        }
    }

    /// Makes cases of what was drawn, numbered on from `number`.
    @discardableResult
    static func insert(
        _ drawn: [DrawRule.Drawn], of round: ID<AuditRound>, from number: Int, reason: String? = nil,
        _ authority: ID<Authority>, _ connection: Connection, at now: Instant
    ) throws -> [ID<AuditCase>] {
        let ids = drawn.map { _ in ID<AuditCase>.make(at: now) }
        try connection.insert(
            into: "audit_case",
            [
                "authority", "id", "round", "number", "position", "stratum", "drawn", "added_reason",
                "added_at",
            ],
            rows: drawn.enumerated().map { index, drawn in
                [
                    .id(authority), .id(ids[index]), .id(round), .int(number + index),
                    .int(drawn.position), .text(drawn.part), .int(drawn.rank), .optional(reason),
                    .instant(reason == nil ? nil : now),
                ]
            })
        return ids
    }
}
