import ArgumentParser

/// `plumbline return …`: what can be done with a return of child-level data.
struct ReturnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Read, check and keep returns of child-level data.",
        subcommands: [
            ReturnReadCommand.self, ReturnCheckCommand.self, ReturnRecogniseCommand.self,
            ReturnLoadCommand.self,
            ReturnListCommand.self, ReturnWithdrawCommand.self,
        ])
}
