import FoundationEssentials
package import Glibc
import Storage

/// A process of its own: what it says can be read, and it ends when its input does, or is killed.
///
/// Foundation's `Process` learns of an exit by a socket that other children may still hold; this asks the kernel.
package struct Child {
    package let process: pid_t
    private let input: Int32
    private let output: Int32

    package init(_ command: [String]) throws {
        let (inputEnd, input) = try Self.pipe()
        let (output, outputEnd) = try Self.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, inputEnd, 0)
        posix_spawn_file_actions_adddup2(&actions, outputEnd, 1)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let words = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        guard posix_spawn(&process, command[0], &actions, nil, words, environ) == 0 else {
            throw StorageError.fault("\(command[0]) does not start.")
        }
        close(inputEnd)
        close(outputEnd)
        (self.process, self.input, self.output) = (process, input, output)
    }

    /// Where a program stands that is built beside the tests.
    package static func beside(_ program: String) throws -> String {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let here = own.hasSuffix(".xctest") ? own : CommandLine.arguments[0]
        return "\(here.lastIndex(of: "/").map { here[..<$0] } ?? ".")/\(program)"
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { throw StorageError.fault("There is no pipe.") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Waits, without holding a thread, until it has said something.
    package func waitForWord() async throws {
        for _ in 0..<4000 {
            var poll = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            if Glibc.poll(&poll, 1, 0) > 0 { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw StorageError.fault("The process says nothing.")
    }

    /// What it has said so far; waits when there is nothing.
    package func word() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(output, &buffer, buffer.count)
        return Array(buffer[0..<max(0, count)])
    }

    /// Kills it with signal 9 and gives all that it said.
    package func kill() -> [UInt8] {
        Glibc.kill(process, SIGKILL)
        return end()
    }

    /// Ends its input, waits for it, and gives all that it said.
    package func end() -> [UInt8] {
        close(input)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        // A grandchild may still hold the pipe: only what is there is read.
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
        var bytes: [UInt8] = []
        while case let more = word(), !more.isEmpty { bytes += more }
        close(output)
        return bytes
    }
}
