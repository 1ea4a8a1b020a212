package import Kernel
import Statistics
package import Storage

/// The blind second reading: drawing which cases have one, and giving them to verifiers.
///
/// Drawn from every case of the round that was not replaced, sent or not: who sends nothing is not spared.
package enum DrawVerification {
    package enum Refused: String, Refusal, CaseIterable {
        case notAsked = "This round is not verified"
        case notDrawn = "Draw the sample and give it out before the cases to verify are drawn"
        case alreadyDrawn = "The cases to verify have been drawn: one draw, and it stays"
        case closed = "This round is closed"
        case tooFew = "The round has fewer cases than are to be verified: it asks for more than it holds"
    }

    @discardableResult
    package static func act(
        _ id: ID<AuditRound>, bits: UInt64 = .random(in: .min ... .max), by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws -> Draw {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        let authority = officer.authority
        guard let verification = round.verification else { throw Refused.notAsked }
        guard round.closedAt == nil, round.withdrawn == nil else { throw Refused.closed }
        let draws = try DrawSQL.draws(connection, authority, id)
        guard draws[.first] != nil else { throw Refused.notDrawn }
        guard draws[.second] == nil else { throw Refused.alreadyDrawn }
        let cases = try RoundCase.all(connection, authority, id).filter { !$0.isReplaced }
        guard let count = verification.size.count(of: cases.count) else { throw Refused.tooFew }
        let seed = DrawRule.seed(series: round.series + " verified", bits: bits)
        let order = order(cases, seed: seed)
        let draw = Draw(
            id: .make(at: now), round: id, leg: .second, seed: seed, frameCount: cases.count,
            frameHash: FrameHash.hexadecimal(cases.map { $0.reference.reveal(for: .comparing) }),
            size: count, at: now)
        try DrawSQL.insert(draw, by: officer, connection)
        for (place, item) in order.prefix(count).enumerated() {
            try connection.run(
                "UPDATE audit_case SET verified = $3 WHERE authority = $1 AND id = $2",
                [.id(authority), .id(item.id), .int(place + 1)])
        }
        try connection.record(
            SetUpRound.event(
                "verification.drawn", id,
                says: "Drew \(counted(count, "case")) of \(cases.count) of “\(round.title)” to verify",
                [
                    JSON.Member("seed", .string(seed)), JSON.Member("sha256", .string(draw.frameHash)),
                    JSON.Member("count", .integer(Int64(count))),
                ], by: officer, at: now))
        return draw
    }

    /// The cases in the order of that seed.
    static func order(_ cases: [RoundCase], seed: String) -> [RoundCase] {
        DrawRule.order(
            cases.enumerated().map {
                DrawRule.Item(position: $0, reference: $1.reference, part: "")
            }, seed: seed
        ).map { cases[$0.position] }
    }
}

package enum GiveVerification {
    package enum Refused: Refusal {
        case notDrawn
        case closed
        case nothingWaits
        case verifiersMissing
        case mayNot(String)

        package var sentence: String {
            switch self {
            case .notDrawn: "Draw the cases to verify first"
            case .closed: "This round is closed"
            case .nothingWaits: "Every case to verify has its verifier already"
            case .verifiersMissing: "Choose at least one verifier"
            case .mayNot(let name):
                "\(name) may not verify this round: a verifier has access as verifier or auditor to its part or its sample, read none of its cases first, and has not looked at how it goes"
            }
        }

        package var field: String? {
            switch self {
            case .verifiersMissing, .mayNot: "verifiers"
            default: nil
            }
        }
    }

    /// Gives every case to verify that waits to the verifiers chosen, evenly and to nobody who is not independent.
    @discardableResult
    package static func act(
        _ id: ID<AuditRound>, to verifiers: [ID<Person>], by officer: Officer, on today: Day,
        at now: Instant, _ connection: Connection
    ) throws -> GiveCases.Outcome {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        let authority = officer.authority
        guard let draw = try DrawSQL.draws(connection, authority, id)[.second],
            let verification = round.verification
        else { throw Refused.notDrawn }
        guard round.closedAt == nil, round.withdrawn == nil else { throw Refused.closed }
        guard !verifiers.isEmpty else { throw Refused.verifiersMissing }
        let relations = try CaseRelations.read(connection, authority, on: today)
        let may = try Set(
            AuditPeople.verifiers(connection, authority, round, draw.id, on: today).map(\.id))
        if let other = verifiers.first(where: { !may.contains($0) }) {
            throw Refused.mayNot(relations.line.names[other] ?? "This person")
        }
        let cases = try RoundCase.waiting(connection, authority, id, .second)
        guard !cases.isEmpty else { throw Refused.nothingWaits }
        let (given, left) = GiveCases.spread(
            cases, relations.eligible(cases, verifiers), verifiers, round,
            try AuditPeople.loads(connection, authority, id, .second),
            "none of the verifiers chosen is independent of it")
        try AuditRows.insert(
            given.map { AuditRows.New(subject: $0.id, person: $1, relation: .independent) },
            round: id, leg: .second, due: verification.dueOn, by: officer, at: now, connection)
        try connection.record(
            SetUpRound.event(
                "verification.given", id,
                says: "Gave out \(counted(given.count, "case")) of “\(round.title)” to verify"
                    + (left.isEmpty ? "" : "; \(left.count) could be taken by nobody"),
                [
                    JSON.Member("given", .integer(Int64(given.count))),
                    JSON.Member("left", .integer(Int64(left.count))),
                ], by: officer, at: now))
        return GiveCases.Outcome(given: given.count, left: left)
    }
}
