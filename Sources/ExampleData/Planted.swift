package import Kernel

/// How many faults of each kind were planted in one file, by the id of the rule that must find them.
package struct PlantedFaults: Hashable, Sendable {
    package private(set) var counts: [String: Int] = [:]

    mutating func add(_ rule: String, _ count: Int = 1) {
        guard count > 0 else { return }
        counts[rule, default: 0] += count
    }

    package var total: Int { counts.values.reduce(0, +) }

    /// Ids in order, each with its count.
    package var json: JSON {
        .object(counts.keys.sorted().map { JSON.Member($0, .integer(Int64(counts[$0] ?? 0))) })
    }
}
