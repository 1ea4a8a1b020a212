import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore

/// The site behind Hummingbird's server.
package struct SiteResponder: HTTPResponder {
    /// A body of 64 MB comes within this on a line of 2 Mbit/s; whoever drips it is cut off.
    private static let bodySeconds = 300

    let site: Site

    package func respond(to request: Request, context: Context) async throws -> Response {
        let headers =
            request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
            + (request.head.authority.map { [(name: "host", value: $0)] } ?? [])
        let body = request.body
        let inquiry = Inquiry(
            request.method.rawValue, request.uri.string, headers: headers, remote: context.remote
        ) { limit in
            var bytes: [UInt8] = []
            let deadline = ContinuousClock.now.advanced(by: .seconds(SiteResponder.bodySeconds))
            for try await buffer in body {
                guard ContinuousClock.now < deadline else { throw TooSlow() }
                guard bytes.count + buffer.readableBytes <= limit else { throw TooLarge() }
                buffer.withUnsafeReadableBytes { bytes.append(contentsOf: $0) }
            }
            return bytes
        }
        let answer = await site.answer(inquiry)
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        return Response(
            status: .init(code: answer.status), headers: fields,
            body: answer.body.isEmpty
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    package struct Context: InitializableFromSource {
        let remote: String

        package init(source: ApplicationRequestContextSource) {
            remote = source.channel.remoteAddress?.ipAddress ?? "local"
        }
    }
}

extension Site {
    /// The site as a Hummingbird application, ready to run as a service.
    ///
    /// A connection that says nothing for so many seconds is closed, so that slow ones cannot use the server up.
    package func application(host: String, port: Int, logger: Logger, idleSeconds: Int64 = 60) -> Application<
        SiteResponder
    > {
        Application(
            responder: SiteResponder(site: self),
            server: .http1(configuration: .init(idleTimeout: .seconds(idleSeconds))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(2_000)),
            logger: logger)
    }
}
