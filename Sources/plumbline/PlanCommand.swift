import ArgumentParser

/// `plumbline plan …`: what can be done with a plan's document, without a data folder.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Read an improvement plan, and check it.",
        subcommands: [PlanRead.self, PlanCheckCommand.self])
}
