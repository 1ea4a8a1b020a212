package import Kernel
import Site
package import Storage

/// A round that draws another anew, or audits its cases again: a new round with its reason. Both stay listed.
package enum AgainRound {
    package enum Refused: String, Refusal, CaseIterable {
        case reasonMissing = "Say why: the reason stands beside both rounds"
        case notLocked = "That round is not locked: change it instead"
        case nothingToRead = "That round has no cases to read again"

        package var field: String? { self == .reasonMissing ? "reason" : nil }
    }

    static func kind(_ fields: Fields) -> Round.Again.Kind {
        Round.Again.Kind(rawValue: fields["again-kind"]) ?? .redraw
    }

    /// What the new round would be set to, its days moved on from today.
    static func terms(_ round: Round, kind: Round.Again.Kind, _ today: Day) -> RoundTerms {
        var terms = RoundTerms(round)
        terms.dueOn = today.adding(days: 28)
        if let verification = terms.verification {
            let apart = max(0, verification.dueOn - round.dueOn)
            terms.verification?.dueOn = terms.dueOn.adding(days: apart)
        }
        if let safety = terms.safetyDueOn, safety < today { terms.safetyDueOn = nil }
        if kind == .reaudit {
            (terms.kind, terms.size, terms.stratum, terms.restMonths) = (.census, .all, nil, nil)
        }
        return terms
    }

    /// Makes the round with the list of the one before: its whole frame to draw anew, its cases to audit again.
    @discardableResult
    package static func make(
        _ terms: RoundTerms, of earlier: ID<AuditRound>, _ kind: Round.Again.Kind, reason: String,
        by officer: Officer, on today: Day, at now: Instant, _ connection: Connection
    ) throws -> ID<AuditRound> {
        let round = try RoundAccess.kept(connection, officer, earlier, on: today)
        guard reason.count >= 3 else { throw Refused.reasonMissing }
        guard let frame = round.frame, round.lockedAt != nil else { throw Refused.notLocked }
        let lines = try lines(of: round, kind, officer.authority, connection)
        guard !lines.isEmpty else { throw Refused.nothingToRead }
        let id = try SetUpRound.make(
            terms, again: Round.Again(of: earlier, kind: kind, reason: reason), by: officer, on: today,
            at: now, connection)
        let words =
            kind == .redraw ? frame.words : "The cases of “\(round.title)”, audited again"
        try LoadFrame.keep(
            lines, source: kind == .redraw ? frame.source : "round", words: words, on: frame.on, into: id,
            by: officer, on: today, at: now, connection)
        if kind == .reaudit {
            try connection.run(
                "UPDATE audit_again SET made = $3 WHERE authority = $1 AND round = $2 AND made IS NULL",
                [.id(officer.authority), .id(earlier), .id(id)])
        }
        return id
    }

    private static func lines(
        of round: Round, _ kind: Round.Again.Kind, _ authority: ID<Authority>, _ connection: Connection
    ) throws -> [FrameLine] {
        let cases =
            kind == .redraw
            ? ""
            : """
            AND EXISTS (SELECT 1 FROM audit_case c WHERE c.authority = f.authority AND c.round = f.round
                AND c.position = f.position AND c.replaced_at IS NULL)
            """
        return try connection.rows(
            """
            SELECT reference, holder, holder_person, chair, chair_person, team, node, area, grouping,
                event_on, excluded
            FROM audit_frame f WHERE authority = $1 AND round = $2 \(cases) ORDER BY position
            """, [.id(authority), .id(round.id)]
        ) {
            FrameLine(
                reference: try $0.sensitive(0), holder: try $0.text(1), holderPerson: try $0.idOrNil(2),
                chair: try $0.text(3), chairPerson: try $0.idOrNil(4), team: try $0.text(5),
                node: try $0.idOrNil(6), area: try $0.text(7), group: try $0.text(8),
                on: try $0.dayOrNil(9), excluded: try $0.textOrNil(10))
        }
    }
}
