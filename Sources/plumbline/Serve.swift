import App
import ArgumentParser
import Logging
import Storage

/// `plumbline serve`: the pages.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the pages on this machine.")

    @Option(help: "The folder that holds the records; made when it is not there.")
    var data = "data"

    @Option(help: "A PostgreSQL address (postgres://…) instead of a folder.")
    var database: String?

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    @Flag(help: "Load the invented authority, when there is none yet.")
    var example = false

    @Option(help: "Where people reach the site, such as https://plumbline.example.gov.uk.")
    var publicAddress: String?

    @Flag(help: "Believe X-Forwarded-For: for a proxy of your own in front.")
    var behindProxy = false

    @Option(help: "Whom to tell of a weakness: mailto:… or https://….")
    var securityContact = "mailto:security@localhost"

    @OptionGroup var key: KeyOptions

    func run() async throws {
        var configuration = Configuration(place: database.map { .postgres($0) } ?? .folder(data))
        configuration.host = host
        configuration.port = port
        configuration.example = example
        configuration.publicAddress = publicAddress
        configuration.trustsProxy = behindProxy
        configuration.securityContact = securityContact
        configuration.keyPath = key.path
        var logger = Logger(label: "plumbline") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .info
        try await Serve.run(configuration, logger: logger) { CommandOutput.write($0 + "\n") }
    }
}
