/// A request as it came over the wire, whatever server carried it; tests make them by hand.
package struct Inquiry: Sendable {
    package var method: String
    /// The path, with the query behind a question mark.
    package var target: String
    /// Names in lower case.
    package var headers: [(name: String, value: String)]
    /// Gives the body, or throws `TooLarge` once it passes so many bytes.
    package var body: @Sendable (_ limit: Int) async throws -> [UInt8]
    package var remote: String

    package init(
        _ method: String, _ target: String, headers: [(name: String, value: String)] = [],
        remote: String = "127.0.0.1",
        body: @escaping @Sendable (_ limit: Int) async throws -> [UInt8] = { _ in [] }
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.remote = remote
        self.body = body
    }

    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    var path: String { String(target.prefix { $0 != "?" }) }

    var queryText: Substring { target.drop { $0 != "?" }.dropFirst() }

    /// Every `cookie` header as one.
    var cookies: String { headers.lazy.filter { $0.name == "cookie" }.map(\.value).joined(separator: ";") }
}

/// The body is larger than the route takes.
package struct TooLarge: Error {
    package init() {}
}

/// The body came so slowly that the server stopped waiting.
package struct TooSlow: Error {
    package init() {}
}

/// An answer as it goes over the wire.
package struct Answer: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    package var text: String { String(decoding: body, as: UTF8.self) }
}
