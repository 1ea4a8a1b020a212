package import Kernel
package import Storage

/// Leaving cases out of a frame, each with its reason, and taking them in again, until it is locked.
package enum LeaveOut {
    package enum Refused: Refusal {
        case referencesMissing
        case reasonMissing
        case reasonTooLong
        case unknown(Int)
        case rested
        case locked

        package var sentence: String {
            switch self {
            case .referencesMissing: "Give the references, one a line"
            case .reasonMissing: "Say why they are left out"
            case .reasonTooLong: "A reason has up to 120 characters"
            case .unknown(let count):
                "\(counted(count, "reference")) \(count == 1 ? "is" : "are") not on the list, so nothing was left out: correct or take away what is not there"
            case .rested:
                "A case that rests is left out by the round’s own rule: change the months of rest instead"
            case .locked: LoadFrame.Refused.locked.sentence
            }
        }

        package var field: String? {
            switch self {
            case .referencesMissing, .unknown, .rested: "references"
            case .reasonMissing, .reasonTooLong: "reason"
            case .locked: nil
            }
        }
    }

    /// Of the loaded round's own rules.
    static func restWords(_ months: Int) -> String {
        "Audited within the last \(counted(months, "month"))"
    }
    private static let restStart = "Audited within the last "
    private static let elsewhere = "Of another part of the organisation"

    /// Leaves the references out with the reason; nil takes them in again.
    @discardableResult
    package static func act(
        _ references: [Sensitive<String>], reason: String?, of id: ID<AuditRound>, by officer: Officer,
        on today: Day, at now: Instant, _ connection: Connection
    ) throws -> Int {
        let round = try RoundAccess.kept(connection, officer, id, on: today)
        guard round.lockedAt == nil, round.withdrawn == nil else { throw Refused.locked }
        let wanted = Set(references)
        guard !wanted.isEmpty else { throw Refused.referencesMissing }
        if let reason {
            guard reason.count >= 3 else { throw Refused.reasonMissing }
            guard reason.count <= 120 else { throw Refused.reasonTooLong }
        }
        let held = try connection.rows(
            "SELECT position, reference, excluded FROM audit_frame WHERE authority = $1 AND round = $2",
            [.id(officer.authority), .id(id)]
        ) { (try $0.int(0), try $0.sensitive(1), try $0.textOrNil(2)) }.filter { wanted.contains($0.1) }
        guard held.count == wanted.count else { throw Refused.unknown(wanted.count - held.count) }
        guard reason != nil || held.allSatisfy({ $0.2?.hasPrefix(restStart) != true }) else {
            throw Refused.rested
        }
        for (position, _, _) in held {
            try connection.run(
                """
                UPDATE audit_frame SET excluded = $4
                WHERE authority = $1 AND round = $2 AND position = $3
                """, [.id(officer.authority), .id(id), .int(position), .optional(reason)])
        }
        try connection.run(
            "UPDATE audit_round SET revision = revision + 1 WHERE authority = $1 AND id = $2",
            [.id(officer.authority), .id(id)])
        let count = counted(held.count, "case")
        try connection.record(
            SetUpRound.event(
                reason == nil ? "frame.takenIn" : "frame.leftOut", id,
                says: reason == nil
                    ? "Took \(count) into the frame of “\(round.title)” again"
                    : "Left \(count) out of the frame of “\(round.title)”",
                [JSON.Member("count", .integer(Int64(held.count)))], reason: reason, by: officer, at: now))
        return held.count
    }

    /// Applies what the round itself leaves out: cases of other parts, and those audited within its months of rest.
    static func applyRules(
        _ id: ID<AuditRound>, _ connection: Connection, _ authority: ID<Authority>, on today: Day
    ) throws {
        guard let round = try RoundSQL.round(connection, authority, id) else { return }
        let key: [SQLValue] = [.id(authority), .id(id)]
        try connection.run(
            """
            UPDATE audit_frame SET excluded = NULL WHERE authority = $1 AND round = $2
                AND (excluded LIKE '\(restStart)%' OR excluded = '\(elsewhere)')
            """, key)
        let tree = try UnitTree.read(connection, authority)
        if tree.kind(round.node, on: today) != "authority" {
            let own = tree.below([round.node], on: today).map(\.rawValue).sorted().map(String.init)
            let list = own.isEmpty ? "-1" : own.joined(separator: ", ")
            try connection.run(
                """
                UPDATE audit_frame SET excluded = '\(elsewhere)' WHERE authority = $1 AND round = $2
                    AND excluded IS NULL AND node IS NOT NULL AND node NOT IN (\(list))
                """, key)
        }
        guard let months = round.restMonths, round.again?.kind != .reaudit else { return }
        try connection.run(
            """
            UPDATE audit_frame SET excluded = $3 WHERE authority = $1 AND round = $2 AND excluded IS NULL
                AND reference IN (
                    SELECT f.reference FROM audit_frame f
                    JOIN audit_case c ON c.authority = f.authority AND c.round = f.round
                        AND c.position = f.position
                    JOIN case_audit a ON a.authority = c.authority AND a.subject = c.id
                    WHERE f.authority = $1 AND f.round <> $2 AND a.ended_at IS NULL AND a.sent_at >= $4)
            """, key + [.text(restWords(months)), .instant(today.adding(months: -months).startInLondon)])
    }
}
