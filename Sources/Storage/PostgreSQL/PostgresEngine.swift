import FoundationEssentials
import NIOPosix

/// PostgreSQL through libpq: blocking connections on threads of their own.
struct PostgresEngine: Engine {
    /// Connections of one process; a server's own limit is 100 unless it says otherwise.
    static let connections = 12

    private let url: String
    private let pool: PostgresPool
    private let threads: NIOThreadPool

    static func open(url: String) async throws -> PostgresEngine {
        let threads = NIOThreadPool(numberOfThreads: connections)
        threads.start()
        let engine = PostgresEngine(url: url, pool: PostgresPool(limit: connections), threads: threads)
        do {
            _ = try await engine.name
        } catch {
            await engine.close()
            throw error
        }
        return engine
    }

    var name: String {
        get async throws { try await repeated { "PostgreSQL \($0.version)" } }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        try await repeated { try $0.read(body) }
    }

    func write<T: Sendable>(
        for authority: Int64?, _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T {
        try await repeated { try $0.write(for: authority, body) }
    }

    /// Runs it again when nothing can have been kept, after a moment: 20 ms, then 100, then 500.
    private func repeated<T: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> T
    ) async throws -> T {
        for pause in [20, 100, 500] {
            do {
                return try await leased(body)
            } catch StorageError.busy {
            } catch is BrokenBeforeCommit {
            }
            try await Task.sleep(for: .milliseconds(pause))
        }
        do {
            return try await leased(body)
        } catch let broken as BrokenBeforeCommit {
            throw StorageError.unavailable(broken.sentence)
        }
    }

    private func leased<T: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> T
    ) async throws -> T {
        let free = try await pool.lease()
        let (connection, result) = await run(body, on: free)
        await pool.giveBack(connection)
        return try result.get()
    }

    private func run<T: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> T, on free: PostgresConnection?
    ) async -> (PostgresConnection?, Result<T, any Error>) {
        do {
            return try await threads.runIfActive { [url] in
                var connection = free
                let result = Result {
                    let open = try connection ?? Self.connection(to: url)
                    connection = open
                    return try body(open)
                }
                return (connection?.isIdle == true ? connection : nil, result)
            }
        } catch {
            return (nil, .failure(error))
        }
    }

    private static func connection(to url: String) throws -> PostgresConnection {
        do {
            return try PostgresConnection(url: url)
        } catch StorageError.unavailable(let sentence) {
            throw BrokenBeforeCommit(sentence: sentence)
        }
    }

    func settle() {}

    func close() async {
        await pool.close()
        try? await threads.shutdownGracefully()
    }
}
