import ArgumentParser
import Kernel
import Storage

/// `plumbline journal verify`: status 0 when nothing was altered, removed, added or reordered; else 1.
struct JournalVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check that no event was altered, removed, added or reordered.",
        discussion: """
            Prints the end of each authority's chain. Note it down somewhere else: given back with --noted, it also \
            finds a journal that somebody wrote anew from beginning to end.
            """)

    @OptionGroup var records: PlaceOptions

    @Option(help: ArgumentHelp("An end that an earlier check printed.", valueName: "AUTHORITY:NUMBER:HASH"))
    var noted: [NotedEnd] = []

    func run() async throws {
        let (authorities, verdicts) = try await records.withRecords { database in
            try await database.read { [noted] connection in
                let authorities = try connection.authorities()
                return (
                    authorities,
                    try authorities.map { authority in
                        try connection.verifyJournal(
                            of: authority.id, noted: noted.first { $0.authority == authority.id }?.end)
                    }
                )
            }
        }
        for one in noted where !authorities.contains(where: { $0.id == one.authority }) {
            throw CommandOutput.fail("There is no authority \(one.authority) any more.", status: 1)
        }
        for (authority, verdict) in zip(authorities, verdicts) {
            guard let fault = verdict.fault else {
                CommandOutput.write("\(authority.name): \(verdict.events) events, whole.\n")
                CommandOutput.write("  end \(authority.id):\(verdict.end.sequence):\(verdict.end.hash)\n")
                continue
            }
            CommandOutput.write("\(authority.name): \(fault)\n")
        }
        if verdicts.contains(where: { $0.fault != nil }) {
            throw CommandOutput.fail(
                "The journal is not as it was recorded: keep this copy, and compare it with a backup.",
                status: 1)
        }
    }
}

/// An end of a chain, as `journal verify` prints it.
struct NotedEnd: ExpressibleByArgument, Sendable {
    let authority: ID<Authority>
    let end: JournalEnd

    init?(argument: String) {
        let parts = argument.split(separator: ":")
        guard parts.count == 3, let authority = ID<Authority>(parts[0]), let sequence = Int64(parts[1]),
            parts[2].utf8.count == 64
        else { return nil }
        self.authority = authority
        end = JournalEnd(sequence: sequence, hash: String(parts[2]))
    }
}
