import Kernel
import Storage

extension AuditsWork {
    /// Actions to do, and actions to see on the file.
    static func loop(
        _ connection: Connection, _ officer: Officer, on today: Day
    ) throws -> [WorkItem] {
        []
    }
}
