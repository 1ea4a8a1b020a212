import ArgumentParser

/// `plumbline journal …`
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Check the journal, or take it away.",
        subcommands: [JournalVerify.self, JournalExport.self])
}
