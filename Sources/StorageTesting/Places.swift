/// How many test databases are open at once, so that none waits for the machine longer than a lock allows.
actor Places {
    static let shared = Places(8)
    /// True in a test that has a place: what it opens besides takes none.
    @TaskLocal static var isTaken = false

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    private init(_ count: Int) { free = count }

    static func with<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        if isTaken { return try await body() }
        await shared.take()
        do {
            let result = try await $isTaken.withValue(true) { try await body() }
            await shared.giveBack()
            return result
        } catch {
            await shared.giveBack()
            throw error
        }
    }

    private func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func giveBack() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
