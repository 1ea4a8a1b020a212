package import Kernel
package import Storage

/// What audits put into in-trays. Each part has its own items in its own folder.
package enum AuditsWork {
    /// What waits for the officer on that day.
    package static func items(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        try rounds(connection, officer, on: today) + grading(connection, officer, on: today)
            + safety(connection, officer, on: today) + loop(connection, officer, on: today)
            + cohorts(connection, officer, on: today)
            + duties(connection, officer, on: today)
    }
}
