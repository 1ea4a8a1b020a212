struct PostgresEngine: Engine {
    static func open(url: String) async throws -> PostgresEngine {
        throw StorageError.unusable("PostgreSQL cannot be used yet.")
    }
    var name: String { "PostgreSQL" }
    func read<T: Sendable>(_ body: @escaping @Sendable (any Session) throws -> T) async throws -> T {
        throw StorageError.busy
    }
    func write<T: Sendable>(
        for authority: Int64?, _ body: @escaping @Sendable (any Session) throws -> T
    ) async throws -> T { throw StorageError.busy }
    func close() async {}
}
