package import Kernel

/// A feature's addresses: one case for each, with its method, its path and who may go there.
///
/// The raw value is what a reader of the table wants to see: `GET /plans/{plan}/actions/{action}`. The same case
/// serves the route and makes the links to it. `access` is an exhaustive switch, so that a route for which
/// nobody has said who may go there does not compile.
package protocol RouteTable: CaseIterable, Hashable, Sendable, RawRepresentable where RawValue == String {
    var access: Access { get }
}

/// Who may go to a route. Whoever may not is told that it is not there.
package enum Access: Hashable, Sendable {
    /// Anybody, signed in or not.
    case open
    /// Only who is not signed in; the others are taken to the front page.
    case signedOutOnly
    /// Whoever is signed in, whatever their roles.
    case signedIn
    /// Who holds one of the roles, as far as the role reaches.
    case roles(Set<Role>, in: Reach)

    /// What a grant must cover for the route to open.
    package enum Reach: Hashable, Sendable {
        /// A grant of any scope will do; the page itself shows what the scope covers.
        case anywhere
        /// The whole authority.
        case authority
        /// The plan that this parameter of the path names.
        case plan(String)
        /// The node of the organisation that this parameter of the path names.
        case node(String)
    }
}

extension RouteTable {
    /// `GET` or `POST`.
    package var method: String { String(rawValue.prefix { $0 != " " }) }

    /// The path with its parameters in braces: `/plans/{plan}`.
    package var path: String { String(rawValue.drop { $0 != " " }.dropFirst()) }

    /// The address of this route with its parameters filled in, in order, and a query where one is given.
    ///
    /// Parameters are percent-encoded. Give as many as the path has: a missing one stops a debug build, and in a
    /// release leads to a page that is not found.
    package func link(_ parameters: any CustomStringConvertible..., query: Query = Query()) -> String {
        var address: [UInt8] = []
        address.reserveCapacity(64)
        var rest = parameters[...]
        var isParameter = false
        for byte in rawValue.utf8.drop(while: { $0 != 0x20 }).dropFirst() {
            switch byte {
            case 0x7B:
                isParameter = true
                assert(!rest.isEmpty, "\(rawValue) needs more parameters than \(parameters.count)")
                address.append(contentsOf: PercentCoding.encode(rest.popFirst()?.description ?? "-").utf8)
            case 0x7D: isParameter = false
            default: if !isParameter { address.append(byte) }
            }
        }
        assert(rest.isEmpty, "\(rawValue) has no place for \(parameters.count) parameters")
        return String(decoding: address, as: UTF8.self) + query.suffix
    }
}
