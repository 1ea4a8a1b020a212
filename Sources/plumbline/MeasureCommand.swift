import ArgumentParser

/// `plumbline measure …`: what can be done with figures over time.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Show what figures over time say, and what is only chance.",
        subcommands: [
            MeasureChartCommand.self, MeasureComputeCommand.self, MeasureListCommand.self,
            MeasureShowCommand.self,
        ])
}
