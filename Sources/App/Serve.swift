import Accounts
import Kernel
package import Logging
import Returns
import ServiceLifecycle
import Site
import Storage
import UnixSignals

/// Serving until somebody stops it.
package enum Serve {
    /// Refused before anything is served, in one sentence.
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// Opens the records, says how to come in, and serves.
    package static func run(
        _ configuration: Configuration, logger: Logger, say: @escaping @Sendable (String) -> Void
    ) async throws {
        let now: @Sendable () -> Instant = { Instant.now }
        let app = try await App.make(
            configuration, now: now, log: { record in logger.info("\(record.line)") })
        if configuration.example { try await Example.load(app, story: true, returns: true) }
        let authority = try await app.database.read { try $0.authorities().first }
        if let refusal = AccountsFeature.refusalToListen(on: configuration.host, for: authority) {
            throw Refused(description: refusal)
        }
        let address = "http://\(configuration.host):\(configuration.port)"
        if let authority {
            say(
                authority.isExample
                    ? "Plumbline serves \(authority.name), an invented authority, on \(address)"
                    : "Plumbline serves \(authority.name) on \(address)")
        } else {
            say("Plumbline is on \(address)")
            say("To set it up you will be asked for this code: \(app.setUpCode)")
        }
        let application = app.site.application(
            host: configuration.host, port: configuration.port, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        let keeping = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(3_600))
                do {
                    try await app.returns.removeExpired(at: now())
                } catch {
                    logger.error("What was uploaded and not loaded could not be removed: \(type(of: error))")
                }
            }
        }
        defer { keeping.cancel() }
        try await group.run()
        await app.database.close()
    }
}
