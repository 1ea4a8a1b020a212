package typealias Handler = @Sendable (Visit) async throws -> Reply

/// Collects the routes of all features and makes the site of them.
package struct SiteBuilder {
    private let settings: SiteSettings
    private var handlers: [HandledRoute] = []
    private var declared: [DeclaredRoute] = []
    private var tables: Set<ObjectIdentifier> = []

    package init(_ settings: SiteSettings) {
        self.settings = settings
    }

    /// Answers a route of a table. `takes` is how much a form may send; say `.files` where it uploads.
    package mutating func on<Table: RouteTable>(
        _ route: Table, takes limit: BodyLimit = .form, _ handler: @escaping Handler
    ) {
        declare(Table.self)
        handlers.append(HandledRoute(DeclaredRoute(route), limit, handler))
    }

    /// Makes a table's routes known, so that one that nobody answers is found when the site starts.
    package mutating func declare<Table: RouteTable>(_ table: Table.Type) {
        guard tables.insert(ObjectIdentifier(table)).inserted else { return }
        declared += table.allCases.map { DeclaredRoute($0) }
    }

    /// The site, or why it cannot start.
    package func build() throws(SiteMisbuilt) -> Site {
        var tree = RouteTree()
        for (number, route) in handlers.enumerated() {
            let declaration = route.declaration
            guard ["GET", "POST"].contains(declaration.method), declaration.path.hasPrefix("/") else {
                throw SiteMisbuilt("\(declaration) is not GET or POST and a path")
            }
            guard tree.add(method: declaration.method, path: declaration.path, route: number) else {
                throw SiteMisbuilt("\(declaration) is answered twice")
            }
            if let missing = declaration.missingParameter {
                throw SiteMisbuilt("\(declaration) has no {\(missing)}, by which its access is judged")
            }
        }
        for declaration in declared {
            guard handlers.contains(where: { $0.declaration == declaration }) else {
                throw SiteMisbuilt("\(declaration) has nobody to answer it")
            }
        }
        return Site(settings: settings, tree: tree, handlers: handlers, routes: declared)
    }
}

/// How much a route takes.
package enum BodyLimit: Sendable {
    /// Fields of text: 1 MB.
    case form
    /// A document beside them: 64 MB and 1 MB.
    case files
    /// A file to be kept as it is beside them: 20 MB and 1 MB.
    case attachment

    var bytes: Int {
        switch self {
        case .form: 1 << 20
        case .files: 65 << 20
        case .attachment: 21 << 20
        }
    }

    /// The largest file, as the page says it to whoever sent a larger one.
    var words: String {
        switch self {
        case .form: "What is sent here may be up to 1 MB."
        case .files: "A file may be up to 64 MB."
        case .attachment: "A file may be up to 20 MB."
        }
    }
}

/// A route as its table declares it.
package struct DeclaredRoute: Hashable, Sendable, CustomStringConvertible {
    /// The name of the table, so that a message and a test can say which feature.
    package let table: String
    package let method: String
    package let path: String
    package let access: Access

    init(_ route: some RouteTable) {
        table = "\(type(of: route))"
        method = route.method
        path = route.path
        access = route.access
    }

    package var description: String { "\(method) \(path)" }

    /// The parameters of the path, in order.
    package var parameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// The parameter by which access is judged, where the path lacks it.
    var missingParameter: String? {
        guard case .roles(_, let reach) = access else { return nil }
        switch reach {
        case .plan(let name), .node(let name): return parameters.contains(name) ? nil : name
        case .anywhere, .authority: return nil
        }
    }
}

/// Why the site cannot start: a fault of ours, found before anybody is served.
package struct SiteMisbuilt: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}

struct HandledRoute: Sendable {
    let declaration: DeclaredRoute
    let limit: BodyLimit
    let handler: Handler
    let parameters: [String]

    init(_ declaration: DeclaredRoute, _ limit: BodyLimit, _ handler: @escaping Handler) {
        self.declaration = declaration
        self.limit = limit
        self.handler = handler
        parameters = declaration.parameters
    }
}
