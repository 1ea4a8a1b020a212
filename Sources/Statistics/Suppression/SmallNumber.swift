/// Numbers so small that they may point at a child: what leaves the inner circle must not show them.
///
/// Counts of 1 to 5 are withheld, as the DfE does for an authority; 0 is shown.
package enum SmallNumber {
    package static let counts = 1...5

    /// A count that is withheld.
    package static func hides(_ count: Int) -> Bool { counts.contains(count) }

    /// A percentage that is withheld, with its numerator: that or the rest of the group is 1 to 5, or the group
    /// itself is, when even "none of the 4" tells of each.
    package static func hides(_ share: Share) -> Bool {
        hides(share.count) || hides(share.total - share.count) || hides(share.total)
    }

    /// Two figures of which one holds the other (a service and its team, one filter and a wider one) and whose
    /// difference would show a small number: they may not both be shown.
    package static func mayNotStandTogether(_ whole: Int, _ part: Int) -> Bool { hides(whole - part) }

    /// Which figures of a total that grows month by month are withheld: a small one, and one that differs from
    /// the last shown by a small number. True hides.
    package static func hidden(inRunningTotal totals: [Int]) -> [Bool] {
        var shown = 0
        return totals.map { total in
            guard !hides(total), !hides(abs(total - shown)) else { return true }
            shown = total
            return false
        }
    }
}
