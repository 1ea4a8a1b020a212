import FoundationEssentials
import Glibc
import Kernel
import Storage
import StorageTesting

/// Writes rows and events for as long as it lives, and says each number on standard output once it is kept.
///
/// The tests kill it. Arguments: `folder` or `postgres`, the place, the authority, the first number.
let arguments = CommandLine.arguments
guard arguments.count == 5, let authority = ID<Authority>(arguments[3]), let first = Int64(arguments[4])
else {
    exit(64)
}
let place = arguments[1] == "folder" ? DatabasePlace.folder(arguments[2]) : .postgres(arguments[2])
do {
    let database = try await Database.open(place, migrations: CrashSchema.migrations)
    try await withThrowingTaskGroup(of: Void.self) { group in
        // Four writers at once, each with its own numbers.
        for writer in 0..<Int64(4) {
            group.addTask {
                var number = first + writer
                while true {
                    try await CrashSchema.write(number, for: authority, into: database)
                    let line = Array("\(number)\n".utf8)
                    guard write(1, line, line.count) == line.count else { exit(0) }
                    number += 4
                }
            }
        }
        try await group.waitForAll()
    }
} catch {
    // The server was killed: what was said so far is what counts.
    exit(70)
}
