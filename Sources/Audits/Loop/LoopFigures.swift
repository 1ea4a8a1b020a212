package import Kernel
import Statistics
package import Storage

/// How well one round closed its loop: what was returned, verified, done, seen and assured.
package struct LoopFigures: Hashable, Sendable {
    /// So many of so many.
    package struct Part: Hashable, Sendable {
        package var count: Int
        package var of: Int

        package init(_ count: Int, of: Int) {
            self.count = count
            self.of = of
        }
    }

    /// How the round stands beside the one that it audits again.
    package struct Shift: Hashable, Sendable {
        package var earlier: ID<AuditRound>
        package var earlierTitle: String
        /// Good or better, by the first readers, then and now.
        package var goodBefore: Part
        package var goodNow: Part
        /// Of the cases that stand in both rounds: graded better, the same and worse than then.
        package var better: Int
        package var same: Int
        package var worse: Int
    }

    /// Readings of either leg that were sent by the day that they were due, of those asked for.
    package var returnedOnTime = Part(0, of: 0)
    /// Cases with a second reading sent, of the cases of the round.
    package var verified = Part(0, of: 0)
    /// Actions, for cases and for the service, that were done by their day and seen on the file by somebody else.
    package var doneOnTimeAndSeen = Part(0, of: 0)
    /// Safety items with an assurance, of those raised.
    package var assured = Part(0, of: 0)
    /// In days with their fraction, from "not safe" or "not sure" to the assurance; nil where none is assured.
    package var medianDaysToAssurance: Double?
    /// Nil for a round that audits none again.
    package var shift: Shift?

    /// Of one round as its records stand. Ask `Blind` first: they are made from first readings too.
    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ round: ID<AuditRound>
    ) throws -> LoopFigures {
        let key: [SQLValue] = [.id(authority), .id(round)]
        var figures = LoopFigures()
        let readings = try connection.rows(
            """
            SELECT a.leg, a.due_on, a.sent_at FROM case_audit a
            JOIN audit_case c ON c.authority = a.authority AND c.id = a.subject
            WHERE a.authority = $1 AND a.round = $2 AND a.ended_at IS NULL AND c.replaced_at IS NULL
            """, key
        ) { (leg: try $0.text(0), due: try $0.day(1), sent: try $0.instantOrNil(2)) }
        let onTime = readings.filter { reading in
            reading.sent.map { $0.inLondon.day <= reading.due } ?? false
        }
        figures.returnedOnTime = Part(onTime.count, of: readings.count)
        let cases = try connection.first(
            "SELECT COUNT(*) FROM audit_case WHERE authority = $1 AND round = $2 AND replaced_at IS NULL",
            key
        ) { try $0.int(0) }
        figures.verified = Part(
            readings.count { $0.leg == "second" && $0.sent != nil }, of: cases ?? 0)
        figures.doneOnTimeAndSeen =
            try connection.first(
                """
                SELECT COUNT(*), SUM(CASE WHEN done_on <= due_on AND seen_at IS NOT NULL THEN 1 ELSE 0 END)
                FROM audit_finding WHERE authority = $1 AND round = $2 AND kind <> 'anomaly'
                """, key
            ) { Part(try $0.intOrNil(1) ?? 0, of: try $0.int(0)) } ?? Part(0, of: 0)
        let items = try connection.rows(
            "SELECT raised_at, assured_at FROM safety_item WHERE authority = $1 AND round = $2", key
        ) { (raised: try $0.instant(0), assured: try $0.instantOrNil(1)) }
        let days = items.compactMap { item in
            item.assured.map { Double($0.milliseconds - item.raised.milliseconds) / 86_400_000 }
        }
        figures.assured = Part(days.count, of: items.count)
        figures.medianDaysToAssurance = Quantile.median(days)
        figures.shift = try shift(connection, key)
        return figures
    }

    /// Against the round that this one audits again; `key` is the authority and the round.
    private static func shift(_ connection: Connection, _ key: [SQLValue]) throws -> Shift? {
        let earlier = try connection.first(
            """
            SELECT o.id, o.title FROM audit_round r
            JOIN audit_round o ON o.authority = r.authority AND o.id = r.again_of
            WHERE r.authority = $1 AND r.id = $2 AND r.again_kind = 'reaudit'
            """, key
        ) { (id: try $0.id(0) as ID<AuditRound>, title: try $0.text(1)) }
        guard let earlier else { return nil }
        let grades = try connection.rows(
            """
            SELECT a.round, f.reference, a.grade, a.is_good FROM case_audit a
            JOIN audit_case c ON c.authority = a.authority AND c.id = a.subject
            JOIN audit_frame f ON f.authority = a.authority AND f.round = c.round
                AND f.position = c.position
            WHERE a.authority = $1 AND a.round IN ($2, $3) AND a.leg = 'first' AND a.sent_at IS NOT NULL
                AND a.ended_at IS NULL AND a.grade IS NOT NULL AND c.replaced_at IS NULL
            """, key + [.id(earlier.id)]
        ) {
            (
                isBefore: try $0.id(0) == earlier.id, reference: try $0.text(1), grade: try $0.int(2),
                isGood: try $0.boolOrNil(3) ?? false
            )
        }
        let before = grades.filter(\.isBefore)
        let now = grades.filter { !$0.isBefore }
        let held = Dictionary(
            before.map { ($0.reference, $0.grade) }, uniquingKeysWith: { first, _ in first })
        let moves = now.compactMap { grade in held[grade.reference].map { grade.grade - $0 } }
        return Shift(
            earlier: earlier.id, earlierTitle: earlier.title,
            goodBefore: Part(before.count(where: \.isGood), of: before.count),
            goodNow: Part(now.count(where: \.isGood), of: now.count),
            // The best grade has rank 0: a smaller rank than then is better.
            better: moves.count { $0 < 0 }, same: moves.count { $0 == 0 }, worse: moves.count { $0 > 0 })
    }
}
