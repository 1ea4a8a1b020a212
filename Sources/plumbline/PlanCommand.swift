import ArgumentParser

/// `plumbline plan …`: what can be done with a plan's document, and with the plans that are kept.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Read an improvement plan, check it, keep it, and write it as a file.",
        subcommands: [PlanRead.self, PlanCheckCommand.self, PlanImport.self, PlanExportCommand.self])
}
