import Kernel

/// Whether a visitor may go to a route.
enum Admission: Equatable {
    case admitted
    /// Signed out, and signing in may help.
    case signInFirst
    case alreadySignedIn
    /// Signed in without the right; told that it is not there.
    case refused(why: String)

    static func decide(
        _ access: Access, parameters: [String: String], officer: Officer?, reach: ReachSource
    ) async throws -> Admission {
        switch access {
        case .open: return .admitted
        case .signedOutOnly: return officer == nil ? .admitted : .alreadySignedIn
        case .signedIn: return officer == nil ? .signInFirst : .admitted
        case .roles(let roles, let wanted):
            guard let officer else { return .signInFirst }
            let scopes = officer.scopes(for: roles)
            guard !scopes.isEmpty else { return .refused(why: "role") }
            let covers = try await covers(wanted, scopes, parameters, officer, reach)
            return covers ? .admitted : .refused(why: "scope")
        }
    }

    private static func covers(
        _ wanted: Access.Reach, _ scopes: Set<Scope>, _ parameters: [String: String], _ officer: Officer,
        _ reach: ReachSource
    ) async throws -> Bool {
        switch wanted {
        case .anywhere: return true
        case .authority: return scopes.contains(.authority)
        case .plan(let name):
            guard let plan = ID<PlanRecord>(parameters[name] ?? "") else { return false }
            if scopes.contains(.authority) || scopes.contains(.plan(plan)) { return true }
            return try await reach.planIsWithin(plan, scopes, officer)
        case .node(let name):
            guard let node = ID<Node>(parameters[name] ?? "") else { return false }
            if scopes.contains(.authority) || scopes.contains(.node(node)) { return true }
            return try await reach.nodeIsWithin(node, scopes, officer)
        }
    }
}
