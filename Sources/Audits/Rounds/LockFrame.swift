package import Kernel
import Statistics
package import Storage

/// Fixing the frame for ever: from then on its count and its hash say what was drawn from.
package enum LockFrame {
    package enum Refused: Refusal {
        case frameMissing
        case nothingLeft
        case tooMany(wanted: String, of: Int)
        case holdersUnknown(Int)
        case holdersMissing(Int)
        case strataMissing(Round.Stratum, Int)
        case strataTooMany(strata: Int, cases: Int)
        case personsMissing(Int)
        case eventsMissing(Int)
        case duePast
        case alreadyLocked
        case changedMeanwhile

        package var sentence: String {
            switch self {
            case .frameMissing: "Give the list of cases first"
            case .nothingLeft: "Every case of the list is left out, so there is nothing to draw from"
            case .tooMany(let wanted, let count):
                "The round asks for \(wanted), and the frame has \(counted(count, "case")): change the size or the list"
            case .holdersUnknown(let count):
                "\(counted(count, "case")) \(count == 1 ? "has" : "have") a holder who is nobody of the organisation: say who each is, leave those cases out, or have somebody independent read first"
            case .holdersMissing(let count):
                "\(counted(count, "case")) \(count == 1 ? "names" : "name") no holder: leave those cases out with a reason, or have somebody independent read first"
            case .strataMissing(let stratum, let count):
                "\(counted(count, "case")) \(count == 1 ? "has" : "have") no \(stratum.words): a stratified sample needs it of each. Give a list with it, or leave those cases out"
            case .strataTooMany(let strata, let cases):
                "There are \(strata) strata and \(counted(cases, "case")) to draw: each stratum needs one. Ask for more, or draw by larger parts"
            case .personsMissing(let count):
                "\(counted(count, "case")) \(count == 1 ? "names" : "name") nobody, and the quota is for each person: give the names, or leave those cases out"
            case .eventsMissing(let count):
                "\(counted(count, "case")) \(count == 1 ? "has" : "have") no date, and the quota is for each event: give the dates, or leave those cases out"
            case .duePast: "The day by which the audits are due has passed: give a later one first"
            case .alreadyLocked: "The frame is locked already"
            case .changedMeanwhile:
                "Somebody else changed this round meanwhile. Look at what stands now, then lock it"
            }
        }

        package var field: String? { nil }
    }

    /// Cases to draw in all. `counts` is what stands in the frame.
    static func decide(_ round: Round, _ counts: FrameSQL.Counts, on today: Day) throws(Refused) -> Int {
        guard round.frame != nil else { throw .frameMissing }
        guard counts.count > 0 else { throw .nothingLeft }
        guard round.dueOn >= today else { throw .duePast }
        if round.first != .independent {
            let unknown = counts.strangers.reduce(0) { $0 + $1.count }
            guard unknown == 0 else { throw .holdersUnknown(unknown) }
            guard counts.withoutHolder == 0 else { throw .holdersMissing(counts.withoutHolder) }
        }
        switch round.kind {
        case .perPerson:
            guard counts.withoutHolder == 0 else { throw .personsMissing(counts.withoutHolder) }
        case .perEvent:
            guard counts.withoutDay == 0 else { throw .eventsMissing(counts.withoutDay) }
        case .stratified:
            guard let stratum = round.stratum else { break }
            let missing =
                switch stratum {
                case .team: counts.withoutTeam
                case .area: counts.withoutArea
                case .group: counts.withoutGroup
                }
            guard missing == 0 else { throw .strataMissing(stratum, missing) }
        case .census, .simple, .purposive: break
        }
        guard let size = size(round, counts) else {
            throw .tooMany(wanted: round.size.words, of: counts.count)
        }
        if round.kind == .stratified, counts.parts.count > size {
            throw .strataTooMany(strata: counts.parts.count, cases: size)
        }
        return size
    }

    /// How many cases the round would draw from the frame as it stands; nil where it holds too few.
    static func size(_ round: Round, _ counts: FrameSQL.Counts) -> Int? {
        switch (round.kind, round.size) {
        case (.perPerson, .number(let each)), (.perEvent, .number(let each)):
            counts.parts.reduce(0) { $0 + min(each, $1.count) }
        default: round.size.count(of: counts.count)
        }
    }

    package static func act(
        _ id: ID<AuditRound>, after revision: Int, by officer: Officer, on today: Day, at now: Instant,
        _ connection: Connection
    ) throws {
        let before = try RoundAccess.kept(connection, officer, id, on: today)
        guard before.lockedAt == nil, before.withdrawn == nil else { throw Refused.alreadyLocked }
        guard before.revision == revision else { throw Refused.changedMeanwhile }
        // Who rested when the list was given may rest no longer, and the other way round.
        try LeaveOut.applyRules(id, connection, officer.authority, on: today)
        let counts = try FrameSQL.counts(connection, officer.authority, before)
        _ = try decide(before, counts, on: today)
        let references = try FrameSQL.items(connection, officer.authority, before)
            .map { $0.reference.reveal(for: .comparing) }
        let hash = FrameHash.hexadecimal(references)
        try connection.run(
            """
            UPDATE audit_round SET frame_count = $3, frame_hash = $4, locked_at = $5, locked_by = $6,
                revision = revision + 1
            WHERE authority = $1 AND id = $2 AND locked_at IS NULL
            """,
            [
                .id(officer.authority), .id(id), .int(references.count), .text(hash), .instant(now),
                .id(officer.account),
            ])
        try connection.record(
            SetUpRound.event(
                "frame.locked", id,
                says: "Locked the frame of “\(before.title)”: \(counted(references.count, "case"))",
                [
                    JSON.Member("count", .integer(Int64(references.count))),
                    JSON.Member("sha256", .string(hash)),
                    JSON.Member("leftOut", .integer(Int64(counts.all - counts.count))),
                ], by: officer, at: now))
    }
}
