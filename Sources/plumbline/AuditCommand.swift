import ArgumentParser

/// `plumbline audit …`: what can be done with case audits without the records.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Draw samples that anyone can draw again, and say how far graders agree.",
        subcommands: [AuditSampleCommand.self, AuditAgreementCommand.self])
}
