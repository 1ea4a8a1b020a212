import Kernel

/// Which part of the organisation a team's name probably means: offered first, never decided.
enum LikelyUnits {
    /// Words that tell no team from another.
    private static let plain: Set<String> = [
        "team", "the", "and", "service", "services", "children", "childrens", "of",
    ]

    /// The likeliest first; at most three. Compared are the words that tell teams apart: all of a part's own words
    /// stand in the team's name, or the other way round; the more words agree, the likelier.
    static func find(_ written: String, in nodes: [UnitMappingSQL.NodeRow]) -> [UnitMappingSQL.NodeRow] {
        let words = telling(written)
        guard !words.isEmpty else { return [] }
        return nodes.compactMap { node -> (node: UnitMappingSQL.NodeRow, score: Int)? in
            let own = telling(node.name)
            let shared = words.intersection(own)
            guard !own.isEmpty, shared == own || shared == words else { return nil }
            // A part of the very same words, then a team before what is above it.
            let score = shared.count * 4 + (words == own ? 2 : 0) + (node.kind == "team" ? 1 : 0)
            return (node, score)
        }.sorted { ($1.score, $0.node.name) < ($0.score, $1.node.name) }.prefix(3).map(\.node)
    }

    private static func telling(_ name: String) -> Set<String> {
        Set(NameKey.fold(name).split(separator: " ").map(String.init)).subtracting(plain)
    }
}
