package import Kernel
import PlanChecks
import PlanFormat
package import Storage

/// A version of a plan as it was published. Nothing of it is ever changed.
package struct PlanVersion: Sendable {
    /// From 1 within the plan.
    package var number: Int
    package var name: String
    /// The body that approved it, in the publisher's words, and the day on which it did.
    package var approvedBy: String
    package var approvedOn: Day
    package var approvedWords: String?
    package var published: Instant
    /// The day of the publication.
    package var day: Day
    package var publishedBy: String
    package var snapshot: ID<StoredFile>
    /// SHA-256 of the snapshot's bytes, in hexadecimal.
    package var sha256: String
}

package enum VersionSQL {
    private static let columns = """
        number, name, approved_by, approved_on, approved_words, published_at, day, published_by, snapshot, sha256
        """

    /// The plan's versions, the newest first.
    package static func versions(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>
    ) throws -> [PlanVersion] {
        try connection.rows(
            "SELECT \(columns) FROM plan_version WHERE authority = $1 AND plan = $2 ORDER BY number DESC",
            [.id(authority), .id(plan)]
        ) { row in
            PlanVersion(
                number: try row.int(0), name: try row.text(1), approvedBy: try row.text(2),
                approvedOn: try row.day(3), approvedWords: try row.textOrNil(4),
                published: try row.instant(5), day: try row.day(6), publishedBy: try row.text(7),
                snapshot: try row.id(8), sha256: try row.text(9))
        }
    }

    static func insert(
        _ version: PlanVersion, of plan: ID<PlanRecord>, by officer: Officer, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO plan_version (authority, plan, \(columns), account, person)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .id(officer.authority), .id(plan), .int(version.number), .text(version.name),
                .text(version.approvedBy), .day(version.approvedOn), .optional(version.approvedWords),
                .instant(version.published), .day(version.day), .text(version.publishedBy),
                .id(version.snapshot), .text(version.sha256), .id(officer.account), .id(officer.person),
            ])
    }
}

extension PlanVersion {
    /// What is kept of a publication, for whoever holds the file beside the hash: the plan in the interchange format, how
    /// its actions stood, and the findings that somebody stood by.
    static func snapshot(
        _ words: PublishPlan.Words, number: Int, _ running: RunningPlan, accepted: [CheckedPlan.Finding],
        by officer: Officer, at now: Instant
    ) -> JSON {
        [
            "format": "plumbline.version/1", "number": .integer(Int64(number)), "name": .string(words.name),
            "approvedBy": .string(words.approvedBy), "approvedOn": .string(words.approvedOn.description),
            "approvedWords": .optional(words.approvedWords), "publishedAt": .string(now.description),
            "day": .string(running.day.description), "publishedBy": .string(officer.name),
            "plan": running.plan.interchange.json,
            "actions": .array(running.plan.actions.map { running.json($0) }),
            "accepted": .array(
                accepted.map { entry in
                    [
                        "check": .string(entry.finding.check), "finding": .string(entry.finding.title),
                        "about": .string(entry.finding.subject),
                        "reason": .optional(entry.acceptance?.reason),
                        "acceptedBy": .optional(entry.acceptance?.name),
                        "acceptedAt": .optional(entry.acceptance?.at.description),
                    ]
                }),
        ]
    }
}

extension RunningPlan {
    fileprivate func json(_ action: KeptPlan.Action) -> JSON {
        let standing = actions[action.id]
        let run = standing?.run
        return [
            "id": .string(action.id.description), "reference": .optional(action.value.reference),
            "answers": .optional(standing?.answers), "progress": .optional(standing?.progress?.rawValue),
            "firstFinish": .optional(run?.firstFinish?.description),
            "slips": .integer(Int64(run?.slips ?? 0)), "claim": .optional(run?.claim?.rawValue),
            "updatedOn": .optional(run?.updated?.description),
            "forecast": .optional(run?.forecast?.description),
            "closing": .string((run?.closing ?? .open).rawValue),
            "closedOn": .optional(run?.closed?.description),
        ]
    }
}
