import Glibc

/// A program of another package, run as a process of its own: it can fail, hang or swell without harm to Plumbline.
package struct OutsideProgram: Sendable {
    package let name: String
    /// The Debian package that holds it.
    package let package: String

    package init(name: String, package: String) {
        self.name = name
        self.package = package
    }

    package struct Outcome: Sendable {
        /// The exit status; -1 where a signal ended it.
        package var status: Int32
        package var output: [UInt8]
    }

    /// Why there is no outcome.
    package enum Failure: Error, Sendable {
        case missing, notStarted, late, tooLong
    }

    /// How much of the machine it may use.
    package struct Limits: Sendable {
        package enum Memory: Sendable {
            /// All addresses.
            case addresses(megabytes: Int)
            /// Only what it can write to: for a program that reserves far more addresses than it uses.
            case data(megabytes: Int)
        }

        package var until: ContinuousClock.Instant
        package var seconds: Int
        package var memory: Memory
        package var outputBytes: Int

        /// `seconds` are of the processor; `until` is by the clock on the wall.
        package init(
            until: ContinuousClock.Instant, seconds: Int, memory: Memory, outputBytes: Int
        ) {
            (self.until, self.seconds, self.memory, self.outputBytes) = (until, seconds, memory, outputBytes)
        }

        fileprivate var words: String {
            let memory =
                switch self.memory {
                case .addresses(let megabytes): "-v \(megabytes * 1024)"
                case .data(let megabytes): "-d \(megabytes * 1024)"
                }
            return "ulimit \(memory); ulimit -t \(seconds); ulimit -c 0"
        }
    }

    private func path() throws(Failure) -> String {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        for folder in folders.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
            return "\(folder)/\(name)"
        }
        throw .missing
    }

    /// Runs it to its end, its standard output and errors together; both kept up to a limit.
    ///
    /// Past the moment or the bytes it is ended, with everything that it started. It blocks its thread.
    package func run(
        _ arguments: [String], in folder: String, limits: Limits, withErrors: Bool = false
    ) throws(Failure) -> Outcome {
        let path = try path()
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .notStarted }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let script = limits.words + "; exec \"$0\" \"$@\""
        guard
            let process = Self.spawn(
                ["/bin/sh", "-c", script, path] + arguments, folder, ends[1], withErrors)
        else {
            close(ends[1])
            throw .notStarted
        }
        close(ends[1])
        let collected = Self.collect(ends[0], until: limits.until, limit: limits.outputBytes)
        if collected.refusal != nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR { continue }
        switch collected.refusal {
        case .late: throw .late
        case .long: throw .tooLong
        case nil:
            return Outcome(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: collected.output)
        }
    }

    private static func spawn(_ words: [String], _ folder: String, _ output: Int32, _ withErrors: Bool)
        -> pid_t?
    {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        if withErrors {
            posix_spawn_file_actions_adddup2(&actions, output, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        // A group of its own, so that what it starts in turn ends with it.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        let environment = [
            "PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder)", "TMPDIR=\(folder)",
        ]
        var argv = words.map { strdup($0) } + [nil]
        var envp = environment.map { strdup($0) } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var process = pid_t()
        let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, &argv, &envp)
        return failure == 0 ? process : nil
    }

    private enum Refusal { case late, long }

    private static func collect(
        _ input: Int32, until deadline: ContinuousClock.Instant, limit: Int
    ) -> (output: [UInt8], refusal: Refusal?) {
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = millisecondsLeft(until: deadline)
            guard left > 0 else { return (output, .late) }
            var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, Int32(left))
            guard ready > 0 else {
                if ready < 0, errno == EINTR { continue }
                return (output, .late)
            }
            let count = read(input, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return (output, nil) }
            guard output.count + count <= limit else { return (output, .long) }
            output.append(contentsOf: chunk[..<count])
        }
    }

    private static func millisecondsLeft(until deadline: ContinuousClock.Instant) -> Int {
        let left = (deadline - .now).components
        return max(0, Int(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000))
    }
}
