import Kernel
import Site
import Storage

extension AuditsWork {
    /// Conferences that have passed without a decision on record, and ended children to look at again: for the nearest
    /// manager of each child, and for who keeps the cohort once they are late. One item a cohort and reason.
    static func cohorts(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard let person = officer.person, officer.holds(CohortsRoute.recorders) else { return [] }
        let waiting = try connection.rows(
            """
            SELECT \(CohortSQL.childColumns) FROM cohort_child c
            WHERE c.authority = $1 AND ((c.decision IS NULL AND c.due_on <= $2)
                OR (c.look_on <= $2 AND c.looked_at IS NULL))
            ORDER BY c.cohort, c.number
            """, [.id(officer.authority), .day(today)], CohortSQL.child)
        guard !waiting.isEmpty else { return [] }
        let relations = try CaseRelations.read(connection, officer.authority, on: today)
        let naming = CohortNaming(officer: officer, tree: relations.tree, today: today)
        let keeper = officer.scopes(for: CohortsRoute.keepers)
        return try CohortSQL.cohorts(connection, officer.authority).flatMap { cohort -> [WorkItem] in
            let isKept = relations.tree.isWithin(keeper, cohort.node, on: today)
            let mine = waiting.filter { child in
                guard child.cohort == cohort.id else { return false }
                if isKept, child.isLate(on: today) || child.isToBeLookedAt(on: today) { return true }
                return naming.records(child)
                    && relations.manager(holder: child.holderPerson, node: child.node).contains(person)
            }
            return items(cohort, mine, on: today)
        }
    }

    private static func items(
        _ cohort: CohortRecord, _ children: [CohortChild], on today: Day
    ) -> [WorkItem] {
        let open = children.filter { $0.decision == nil }
        let toLook = children.filter { $0.isToBeLookedAt(on: today) }
        var items: [WorkItem] = []
        if let first = open.compactMap(\.dueOn).min() {
            items.append(
                WorkItem(
                    .cohort, "\(cohort.title): \(counted(open.count, "decision"))",
                    CohortsRoute.cohort.link(cohort.id, query: ["state": "open"]),
                    why:
                        "The conferences were due, the first on \(first.long), and what they decided is not on record.",
                    due: first))
        }
        if let first = toLook.compactMap(\.lookOn).min() {
            items.append(
                WorkItem(
                    .cohort, "\(cohort.title): look at \(counted(toLook.count, "child", "children")) again",
                    CohortsRoute.cohort.link(cohort.id, query: ["state": "look"]),
                    why:
                        "They ended \(counted(cohort.lookAfterMonths, "month")) ago: was it right?",
                    due: first))
        }
        return items
    }
}
