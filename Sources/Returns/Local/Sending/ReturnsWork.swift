package import Kernel
import Site
package import Storage
import Timescales

/// Returns that wait for the officer, and those missing from whoever answers to them.
package enum ReturnsWork {
    /// A manager hears of a missing return so many working days after it was late.
    static let patience = 5
    /// Periods back that are chased; older ones stand on the return's page.
    static let chased = 3

    package static func items(
        _ connection: Connection, _ officer: Officer, _ line: ReturnsLine, on today: Day
    ) throws -> [WorkItem] {
        guard officer.holds(LocalRoute.fillers), officer.person != nil else { return [] }
        let all = try LocalReturnsSQL.definitions(connection, officer.authority).filter { $0.kind == .units }
        guard !all.isEmpty else { return [] }
        let doer = try ReturnsDoer.of(officer, line, connection, on: today)
        let periods = Dictionary(
            uniqueKeysWithValues: all.map { ($0.id, $0.ended(by: today, atMost: chased)) })
        let books = try LocalReturnsSQL.heads(
            connection, officer.authority, periods.mapValues { $0.map(\.last) })
        return all.flatMap { local in
            (periods[local.id] ?? []).flatMap { period in
                local.senders(for: period).compactMap { sender -> WorkItem? in
                    guard books[local.id]?.latest(sender.node, period.last) == nil else { return nil }
                    return item(local, sender, period, doer)
                }
            }
        }
    }

    /// The day on which the line manager hears that a return is missing.
    static func escalated(_ lastDay: Day) -> Day { WorkingDays.adding(patience, to: lastDay) }

    private static func item(
        _ local: LocalDefinition, _ sender: LocalSender, _ period: Period, _ doer: ReturnsDoer
    ) -> WorkItem? {
        let unit = doer.tree.name(sender.node, on: period.last)
        let title = "\(local.name): \(unit), \(local.words(period))"
        if doer.isSender(sender) {
            let isLate = doer.today > local.lastDay(period)
            return WorkItem(
                .returnDue, title, LocalRoute.fill.link(local.id, sender.node, period.last),
                why: isLate
                    ? "Nothing has come in for it. It takes about two minutes."
                    : "It takes about two minutes.",
                due: local.due(period))
        }
        let day = escalated(local.lastDay(period))
        guard day <= doer.today, doer.manages(sender) else { return nil }
        return WorkItem(
            .returnMissing, title, LocalRoute.period.link(local.id, period.last),
            why: "\(doer.people.words(sender)) answers to you; it was due by \(local.due(period).long).",
            due: day)
    }
}
