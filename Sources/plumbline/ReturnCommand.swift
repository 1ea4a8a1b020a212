import ArgumentParser

/// `plumbline return …`: what can be done with a return of child-level data.
struct ReturnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Read and check returns of child-level data.",
        subcommands: [ReturnReadCommand.self, ReturnCheckCommand.self])
}
