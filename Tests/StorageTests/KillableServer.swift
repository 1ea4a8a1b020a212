import FoundationEssentials
import Glibc
import Storage
import StorageTesting

/// A PostgreSQL server for one test to kill: `scripts/postgres-for-tests` starts it again whenever it dies.
struct KillableServer {
    enum Victim: CaseIterable { case backend, postmaster, anotherBackend, anotherPostmaster }

    let url: String
    private let folder: String
    private let script: Child

    static func start() async throws -> KillableServer {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let script = try Child([
            "/\(root)/scripts/postgres-for-tests", "sh", "-c",
            "echo \"$PLUMBLINE_TEST_POSTGRES $PLUMBLINE_TEST_POSTGRES_DATA\"; cat >/dev/null",
        ])
        try await script.waitForWord()
        let line = String(decoding: script.word(), as: UTF8.self).dropLast()
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 2 else { throw StorageError.fault("The server does not start.") }
        return KillableServer(url: words[0], folder: words[1], script: script)
    }

    func stop() { _ = script.end() }

    func kill(_ victim: Victim) {
        guard let postmaster else { return }
        switch victim {
        case .postmaster, .anotherPostmaster: Glibc.kill(postmaster, SIGKILL)
        case .backend, .anotherBackend:
            for process in backends(of: postmaster).shuffled().prefix(1) { Glibc.kill(process, SIGKILL) }
        }
    }

    private var postmaster: pid_t? {
        let text = Self.text(folder + "/postmaster.pid")
        return text.split(separator: "\n").first.flatMap { pid_t($0) }
    }

    /// The server's processes that serve a connection of ours.
    private func backends(of parent: pid_t) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { process in
            let fields = Self.text("/proc/\(process)/stat").split(separator: ")").last?.split(separator: " ")
            return fields?.dropFirst().first == "\(parent)"
                && Self.text("/proc/\(process)/cmdline").contains("plumbline")
        }
    }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
