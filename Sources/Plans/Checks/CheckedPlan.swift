package import Documents
package import Kernel
package import PlanChecks
package import Storage

/// A plan's findings, each with its fingerprint and, where somebody stands by it, the reason.
package struct CheckedPlan: Sendable {
    package var report: CheckReport
    package var findings: [Finding]

    package struct Finding: Sendable {
        package var id: FindingPrint
        package var finding: CheckFinding
        package var acceptance: Acceptance?
    }

    package struct Acceptance: Sendable {
        package var reason: String
        package var name: String
        package var at: Instant
    }

    package var open: [Finding] { findings.filter { $0.acceptance == nil } }
    package var accepted: [Finding] { findings.filter { $0.acceptance != nil } }

    /// How many open findings of that severity.
    package func count(_ severity: CheckFinding.Severity) -> Int {
        findings.reduce(0) { $0 + ($1.acceptance == nil && $1.finding.severity == severity ? 1 : 0) }
    }
}

extension CheckedPlan {
    /// Runs the checks on the plan as it stood on its day.
    package static func read(
        _ connection: Connection, _ authority: ID<Authority>, _ running: RunningPlan, document: Document?
    ) throws -> CheckedPlan {
        let plan = running.plan
        let acceptances = try AcceptanceSQL.acceptances(
            connection, authority, plan.header.id, at: running.moment)
        let inspection = try plan.header.inspection.flatMap {
            try InspectionSQL.inspection(connection, authority, $0)
        }
        let report = CheckReport.run(
            on: CheckInput(
                plan: plan.interchange, document: document, today: running.day,
                inspectionFindings: inspection?.checkFindings ?? [],
                inspectionDates: inspection?.checkDates ?? CheckInput.InspectionDates()))
        return CheckedPlan(
            report: report,
            findings: report.findings.map {
                Finding(id: $0.print, finding: $0, acceptance: acceptances[$0.print])
            })
    }
}

/// What a finding is recognised by as the plan changes: its check, what it is about and its words.
package typealias FindingPrint = ID<CheckFinding>

extension CheckFinding {
    /// FNV-1a (64 bits, top bit dropped) over the check, the subject and the offending text; it names, it hides nothing.
    package var print: FindingPrint {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(check)\u{1F}\(subject)\u{1F}\(text)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return FindingPrint(Int64(bitPattern: hash & 0x7FFF_FFFF_FFFF_FFFF))
    }
}

/// Reports of plans as they stand, kept until the plan, its inspection or the day changes.
package actor CheckReports {
    private var reports: [ID<PlanRecord>: (key: Key, report: CheckReport)] = [:]

    private struct Key: Hashable {
        let revision: Int
        let inspectionRevision: Int
        let today: Day
    }

    package init() {}

    /// The report of the plan at its revision; run only when there is none yet.
    package func report(
        of plan: KeptPlan, inspection: Inspection?, on today: Day, document: Document?
    ) -> CheckReport {
        let key = Key(
            revision: plan.header.revision, inspectionRevision: inspection?.revision ?? 0, today: today)
        if let known = reports[plan.header.id], known.key == key { return known.report }
        let report = CheckReport.run(
            on: CheckInput(
                plan: plan.interchange, document: document, today: today,
                inspectionFindings: inspection?.checkFindings ?? [],
                inspectionDates: inspection?.checkDates ?? CheckInput.InspectionDates()))
        if reports.count > 64 { reports.removeAll() }
        reports[plan.header.id] = (key, report)
        return report
    }
}

package enum AcceptanceSQL {
    package static func acceptances(
        _ connection: Connection, _ authority: ID<Authority>, _ plan: ID<PlanRecord>,
        at moment: Instant? = nil
    ) throws -> [FindingPrint: CheckedPlan.Acceptance] {
        let source =
            moment == nil
            ? "finding_acceptance"
            : """
            (SELECT x.authority, x.plan, x.fingerprint, x.reason, x.name, x.accepted_at AS at
                FROM finding_acceptance_past x
                WHERE x.removed = 0 AND x.sequence = (SELECT MAX(y.sequence) FROM finding_acceptance_past y
                    WHERE y.authority = x.authority AND y.plan = x.plan AND y.fingerprint = x.fingerprint
                        AND y.at <= $3))
            """
        let rows = try connection.rows(
            "SELECT fingerprint, reason, name, at FROM \(source) f WHERE authority = $1 AND plan = $2",
            [.id(authority), .id(plan)] + (moment.map { [.instant($0)] } ?? [])
        ) { row in
            (
                try row.text(0),
                CheckedPlan.Acceptance(
                    reason: try row.text(1), name: try row.text(2), at: try row.instant(3))
            )
        }
        var acceptances: [FindingPrint: CheckedPlan.Acceptance] = [:]
        for (print, acceptance) in rows {
            if let print = FindingPrint(print) { acceptances[print] = acceptance }
        }
        return acceptances
    }

    package static func insert(
        _ print: FindingPrint, of check: String, reason: String, by officer: Officer, at now: Instant,
        plan: ID<PlanRecord>, _ connection: Connection
    ) throws {
        let added = try connection.run(
            """
            INSERT INTO finding_acceptance
                (authority, plan, fingerprint, check_id, reason, account, name, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (authority, plan, fingerprint) DO NOTHING
            """,
            [
                .id(officer.authority), .id(plan), .text(print.description), .text(check), .text(reason),
                .id(officer.account), .text(officer.name), .instant(now),
            ])
        if added == 1 { try keep(print, officer.authority, plan, removed: false, at: now, connection) }
    }

    /// Adds how the acceptance stands to what is never changed.
    private static func keep(
        _ print: FindingPrint, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, removed: Bool,
        at now: Instant, _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO finding_acceptance_past
                (authority, plan, fingerprint, sequence, at, removed, reason, name, accepted_at)
            SELECT f.authority, f.plan, f.fingerprint,
                1 + COALESCE((SELECT MAX(p.sequence) FROM finding_acceptance_past p
                    WHERE p.authority = $1 AND p.plan = $2 AND p.fingerprint = $3), 0),
                CAST($4 AS TEXT), \(removed ? 1 : 0), f.reason, f.name, f.at
            FROM finding_acceptance f WHERE f.authority = $1 AND f.plan = $2 AND f.fingerprint = $3
            """, [.id(authority), .id(plan), .text(print.description), .instant(now)])
    }

    /// False when it had not been accepted.
    package static func delete(
        _ print: FindingPrint, _ authority: ID<Authority>, _ plan: ID<PlanRecord>, at now: Instant,
        _ connection: Connection
    ) throws -> Bool {
        try keep(print, authority, plan, removed: true, at: now, connection)
        return try connection.run(
            "DELETE FROM finding_acceptance WHERE authority = $1 AND plan = $2 AND fingerprint = $3",
            [.id(authority), .id(plan), .text(print.description)]) == 1
    }
}

extension CheckFinding {
    /// The fault in plain words, as its check names it.
    var title: String { CheckReport.all.first { $0.id == check }?.title ?? check }
}
