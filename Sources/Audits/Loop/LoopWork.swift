import Kernel
import Site
import Storage
import Timescales

extension AuditsWork {
    /// Actions to do, anomalies to answer, actions to see on the file; late ones of people who answer to the officer,
    /// from 5 working days on; and rounds to audit again.
    static func loop(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard let person = officer.person else { return [] }
        let scope = try FindingScope.read(connection, officer, on: today)
        let open = try FindingSQL.findings(connection, scope, FindingFilter(state: .open))
        let done = try FindingSQL.findings(connection, scope, FindingFilter(state: .done))
        let mine = scope.ladders.standsFor(person)
        let toDo = open.compactMap { finding -> WorkItem? in
            if mine.contains(finding.owner) {
                return item(
                    .caseAction, finding, why: "\(finding.kind.words), due \(finding.dueOn.long).")
            }
            let chasedFrom = WorkingCalendar.englandAndWales.adding(5, to: finding.dueOn)
            guard chasedFrom <= today,
                scope.ladders.line.lineManagers(of: .person(finding.owner)).contains(where: mine.contains)
            else { return nil }
            return item(
                .caseAction, finding,
                why:
                    "\(scope.ladders.name(finding.owner)) has not done it: it was due on \(finding.dueOn.long)."
            )
        }
        let toSee = done.filter { LoopRules.askedToSee($0, scope.ladders).contains(person) }.map { finding in
            item(
                .seeing, finding,
                why:
                    "\(scope.ladders.name(finding.owner)) says that it is done: see whether it stands on the file."
            )
        }
        return try toDo + toSee + again(connection, officer, on: today)
    }

    private static func item(_ kind: WorkItem.Kind, _ finding: Finding, why: String) -> WorkItem {
        // What is to be done may tell of a child: the title says only where it stands.
        WorkItem(kind, finding.place, LoopRoute.item.link(finding.id), why: why, due: finding.dueOn)
    }

    /// Rounds that are due to be audited again, for whoever keeps them, from a fortnight before.
    private static func again(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard officer.holds(RoundsRoute.keepers) else { return [] }
        let barred = try Blind.rounds(connection, barring: officer)
        return try AuditAgain.due(connection, officer, through: today.adding(days: 14), on: today)
            .filter { !barred.contains($0.round) }
            .map {
                WorkItem(
                    .duty, "Audit again: \($0.title)", LoopRoute.followUp.link($0.round),
                    why: "The same cases, or a fresh sample, are to show what changed.", due: $0.dueOn)
            }
    }
}
