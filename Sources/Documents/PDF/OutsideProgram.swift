import Glibc

/// A program of another package, run as a process of its own: it can fail, hang or swell without harm to Plumbline.
struct OutsideProgram {
    let name: String
    /// The Debian package that holds it.
    let package: String

    struct Outcome {
        var status: Int32
        var output: [UInt8]
    }

    /// The path of the program; throws `programMissing` with the package's name.
    private func path() throws(Unreadable) -> String {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        for folder in folders.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
            return "\(folder)/\(name)"
        }
        throw Unreadable(
            .programMissing,
            "Reading this kind of file needs the program \(name), which is not installed: install the package "
                + "\(package), or save the plan as a Word document.")
    }

    /// Runs it to its end, its standard output and errors together; both kept up to `limits.expandedBytes`.
    ///
    /// Throws `tooSlow` past the deadline and `tooLarge` past the bytes; the process is ended then. It may use 512 MB
    /// of memory and as many seconds of CPU as the limits give.
    func run(
        _ arguments: [String], in folder: String, until deadline: Deadline, limits: ReadingLimits,
        withErrors: Bool = false
    ) throws(Unreadable) -> Outcome {
        let path = try path()
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Self.cannotStart(name) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let script = "ulimit -v 524288; ulimit -t \(Int(limits.seconds) + 1); ulimit -c 0; exec \"$0\" \"$@\""
        guard
            let process = Self.spawn(
                ["/bin/sh", "-c", script, path] + arguments, folder, ends[1], withErrors)
        else {
            close(ends[1])
            throw Self.cannotStart(name)
        }
        close(ends[1])
        let collected = Self.collect(ends[0], until: deadline, limit: limits.expandedBytes)
        if collected.refusal != nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR { continue }
        switch collected.refusal {
        case .late: throw .tooSlow(limits)
        case .long: throw .tooLarge(limits)
        case nil:
            return Outcome(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: collected.output)
        }
    }

    private static func cannotStart(_ name: String) -> Unreadable {
        Unreadable(
            .programMissing,
            "The program \(name) could not be started: try again when the machine is less busy.")
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
        _ input: Int32, until deadline: Deadline, limit: Int
    ) -> (output: [UInt8], refusal: Refusal?) {
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = deadline.millisecondsLeft
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
}
