/// Finds the pairs of sets that are alike without comparing all with all.
enum Likeness {
    /// Every pair whose shared words are at least that part of all their words, 0 to 1, the lower index first.
    ///
    /// Two sets so alike must share one of the rarest words of each (prefix filtering: Bayardo, Ma and Srikant 2007).
    static func pairs(_ sets: [TokenSet], least: Double) -> [(Int, Int)] {
        var counts: [Int32: Int] = [:]
        for set in sets { for token in set.sorted { counts[token, default: 0] += 1 } }
        var holders: [Int32: [Int]] = [:]
        var pairs: [(Int, Int)] = []
        var compared = [Int](repeating: -1, count: sets.count)
        for (number, set) in sets.enumerated() where !set.isEmpty {
            let rarest = set.sorted.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            let prefix = set.count - Int((least * Double(set.count)).rounded(.up)) + 1
            for token in rarest.prefix(prefix) {
                for other in holders[token] ?? [] where compared[other] != number {
                    compared[other] = number
                    if set.likeness(to: sets[other]) >= least { pairs.append((other, number)) }
                }
                holders[token, default: []].append(number)
            }
        }
        return pairs
    }

    /// The sets that hang together by those pairs, each group in order, groups by their first.
    static func groups(_ count: Int, _ pairs: [(Int, Int)]) -> [[Int]] {
        var group = Array(0..<count)
        func root(_ member: Int) -> Int {
            var member = member
            while group[member] != member {
                group[member] = group[group[member]]
                member = group[member]
            }
            return member
        }
        for (left, right) in pairs {
            let (one, other) = (root(left), root(right))
            group[max(one, other)] = min(one, other)
        }
        var members: [Int: [Int]] = [:]
        for member in 0..<count { members[root(member), default: []].append(member) }
        return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
