import Kernel
import Site
import Storage

extension AuditsWork {
    /// Children to make safe, and assurances to give: for the level of the line that is asked, and at each time that
    /// passes for the one above it too.
    ///
    /// An in-tray knows the day only. Whoever is next is asked from the start of the day on which the time ends.
    static func safety(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        guard let person = officer.person, officer.holds(SafetyRoute.readers) else { return [] }
        let scope = try SafetyScope.read(connection, officer, on: today)
        let end = today.adding(days: 1).startInLondon
        return try SafetySQL.items(connection, scope, SafetyFilter(state: .open), at: end).compactMap {
            item in
            let ladder = scope.ladders.ladder(of: item)
            guard ladder.asked(item, at: end).contains(person) else { return nil }
            let isDone = item.done != nil
            return WorkItem(
                isDone ? .assurance : .safety, "\(item.title) of \(item.roundTitle)",
                SafetyRoute.item.link(item.id), why: why(item, ladder, person, scope.ladders),
                due: item.dueAt.inLondon.day)
        }
    }

    private static func why(
        _ item: SafetyItem, _ ladder: SafetyLadder, _ person: ID<Person>, _ ladders: SafetyLadders
    ) -> String {
        let pool = item.done.map { ladder.assurers(after: $0.by) } ?? ladder.levels
        let isFirst = pool.first?.contains(person) ?? true
        let deed =
            item.done.map { "\(ladders.name($0.by)) recorded what was done; the assurance is" }
            ?? "An audit found the child not safe, or was not sure; the record of what was done is"
        guard !isFirst else { return "\(deed) due by \(item.dueAt.londonWords)." }
        let asked = ladders.names(pool.first ?? [])
        return
            "\(deed) asked of \(asked), and the time ends on \(item.dueAt.londonWords): you are asked too."
    }
}
