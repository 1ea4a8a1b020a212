import Kernel
import Storage

extension AuditsWork {
    /// Children to make safe, and assurances to give.
    static func safety(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        []
    }
}
