package import Kernel
package import Storage

/// What another feature puts into in-trays. App fills it.
package typealias OtherWork = @Sendable (Connection, Officer, Day) throws -> [WorkItem]

/// A part of the work that puts items into in-trays.
package protocol WorkSource: Sendable {
    /// What waits for the officer on that day, in one or two queries.
    static func items(_ connection: Connection, _ doer: Doer, on today: Day) throws -> [WorkItem]
}

package enum InTray {
    static let sources: [any WorkSource.Type] = [
        UpdatesWork.self, DatesWork.self, StepsWork.self, EvidenceWork.self, ClosingWork.self,
        CriteriaWork.self, GuidanceWork.self,
    ]

    /// Everything that waits for the officer: by kind, the longest due first. `others` are other features' parts.
    package static func items(
        _ connection: Connection, _ officer: Officer, others: [OtherWork], on today: Day
    ) throws -> [WorkItem] {
        let doer = try Doer.of(officer, connection, on: today)
        let own = try sources.flatMap { try $0.items(connection, doer, on: today) }
        return try (own + others.flatMap { try $0(connection, officer, today) })
            .sorted { ($0.due?.number ?? .max, $0.title) < ($1.due?.number ?? .max, $1.title) }
    }
}
