import Kernel

/// Which results of a survey may be shown: those of at least so many answers, where none that is held back can be
/// worked out by taking the others from the whole.
package enum Anonymity {
    /// The least that any authority may set.
    package static let least = 5

    /// The parts of a whole that may be shown beside it. `counts` are the answers of each part; a part without an
    /// answer is never shown. Empty where the whole itself is too small.
    package static func shown<Part: Hashable & Comparable>(
        _ counts: [Part: Int], least: Int
    ) -> Set<Part> {
        let least = max(least, Anonymity.least)
        guard counts.values.reduce(0, +) >= least else { return [] }
        var shown = Set(counts.filter { $0.value >= least }.keys)
        func heldBack() -> Int { counts.reduce(0) { $0 + (shown.contains($1.key) ? 0 : $1.value) } }
        // What is held back together is itself a result: the whole less what is shown.
        while (1..<least).contains(heldBack()) {
            guard let next = shown.min(by: { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }) else { break }
            shown.remove(next)
        }
        return shown
    }
}
