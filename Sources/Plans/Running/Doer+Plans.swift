package import Kernel
package import Storage

extension Doer {
    /// The plans in which the officer holds one of the roles.
    package func plans(for roles: Set<Role>, _ connection: Connection) throws -> Set<ID<PlanRecord>> {
        let scopes = officer.scopes(for: roles)
        guard !scopes.isEmpty else { return [] }
        return Set(
            try PlanSQL.plans(connection, officer.authority, within: scopes, on: today).map(\.id))
    }
}
