/// Which connections are free; it opens none itself.
actor PostgresPool {
    private let limit: Int
    private var free: [PostgresConnection] = []
    private var inUse = 0
    private var waiting: [CheckedContinuation<PostgresConnection?, any Error>] = []
    private var isClosed = false
    private var closing: [CheckedContinuation<Void, Never>] = []

    init(limit: Int) { self.limit = limit }

    /// A place in the pool, with a connection when one is free; nil: open one. Waits while all are in use.
    func lease() async throws -> PostgresConnection? {
        guard !isClosed else { throw StorageError.unavailable("The database is closed.") }
        if inUse < limit {
            inUse += 1
            return free.popLast()
        }
        return try await withCheckedThrowingContinuation { waiting.append($0) }
    }

    /// Ends a lease; nil when the connection is no good any more.
    func giveBack(_ connection: PostgresConnection?) {
        if !waiting.isEmpty {
            waiting.removeFirst().resume(returning: connection)
            return
        }
        inUse -= 1
        if let connection, !isClosed { free.append(connection) }
        if inUse == 0 { closing.forEach { $0.resume() } }
        if inUse == 0 { closing = [] }
    }

    /// Refuses new leases, and returns when the last has ended.
    func close() async {
        isClosed = true
        free = []
        for one in waiting { one.resume(throwing: StorageError.unavailable("The database is closed.")) }
        waiting = []
        if inUse > 0 { await withCheckedContinuation { closing.append($0) } }
    }
}
