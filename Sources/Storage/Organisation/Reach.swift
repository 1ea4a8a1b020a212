package import Kernel

/// How far scopes reach, as parts of a statement: the dated tree below each node of them is found in the database.
///
/// `$1` is the authority and `$3` the day of the tree; `subtree` stands before the SELECT, and `reached (id)` then has
/// every node. The numbers are our own identities, never text from outside.
package struct Reach: Sendable {
    /// True where a scope is the whole authority; bind it and ask it first: `$2 = 1 OR x.node IN (SELECT id FROM reached)`.
    package let isEverything: Bool
    /// The plans named by scopes, for `IN (…)`.
    package let planList: String
    package let subtree: String

    package init(_ scopes: Set<Scope>) {
        isEverything = scopes.contains(.authority)
        var plans: [Int64] = []
        var nodes: [Int64] = []
        for scope in scopes {
            if case .plan(let plan) = scope { plans.append(plan.rawValue) }
            if case .node(let node) = scope { nodes.append(node.rawValue) }
        }
        planList = plans.isEmpty ? "-1" : plans.sorted().map(String.init).joined(separator: ", ")
        let nodeList = nodes.isEmpty ? "-1" : nodes.sorted().map(String.init).joined(separator: ", ")
        subtree = """
            WITH RECURSIVE reached (id) AS (
                SELECT n.id FROM node n WHERE n.authority = $1 AND n.id IN (\(nodeList))
                UNION
                SELECT v.node FROM node_version v JOIN reached r ON v.parent = r.id
                WHERE v.authority = $1 AND v.from_day <= $3
                    AND (v.until_day IS NULL OR v.until_day >= $3)
            )
            """
    }
}
