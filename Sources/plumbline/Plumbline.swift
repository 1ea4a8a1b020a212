import ArgumentParser

@main
struct Plumbline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract: "Shows whether an improvement plan is true.",
        subcommands: [
            ServeCommand.self, PlanCommand.self, ReturnCommand.self, MeasureCommand.self, AuditCommand.self,
            ExampleCommand.self, UserCommand.self, JournalCommand.self, BackupCommand.self,
            RestoreCommand.self, DoctorCommand.self,
        ])
}
