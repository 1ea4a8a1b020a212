/// Gives cases to people evenly, each case to somebody who may have it, and to nobody more than the most. Pure.
enum Spread {
    /// For each case the place of its person; nil for a case that nobody can take.
    ///
    /// `eligible` has the places of those who may take each case. Who has least takes the next; where all who may are
    /// full, cases already given move on along a chain, so that none is left over while somebody could take it.
    /// `held` is what people have already.
    static func assign(_ eligible: [[Int]], people: Int, most: Int?, held: [Int] = []) -> [Int?] {
        var loads = held.isEmpty ? Array(repeating: 0, count: people) : held
        var given: [Int?] = Array(repeating: nil, count: eligible.count)
        var having: [Set<Int>] = Array(repeating: [], count: people)
        let cap = most ?? Int.max
        // Who few may take goes first.
        let order = eligible.indices.sorted { (eligible[$0].count, $0) < (eligible[$1].count, $1) }
        for item in order {
            if let person = eligible[item].filter({ loads[$0] < cap }).min(by: {
                (loads[$0], $0) < (loads[$1], $1)
            }) {
                given[item] = person
                having[person].insert(item)
                loads[person] += 1
                continue
            }
            guard let chain = chain(from: item, eligible, having, loads, cap) else { continue }
            for (moved, person) in chain {
                if let before = given[moved] {
                    having[before].remove(moved)
                    loads[before] -= 1
                }
                given[moved] = person
                having[person].insert(moved)
                loads[person] += 1
            }
        }
        return given
    }

    /// The moves that make room for a case: each case and whom it goes to, found breadth first.
    private static func chain(
        from item: Int, _ eligible: [[Int]], _ having: [Set<Int>], _ loads: [Int], _ cap: Int
    ) -> [(Int, Int)]? {
        // How each person was reached: by moving that case to them.
        var cameBy: [Int: (item: Int, from: Int?)] = [:]
        var queue: [Int] = []
        for person in eligible[item] where cameBy[person] == nil {
            cameBy[person] = (item, nil)
            queue.append(person)
        }
        var next = 0
        while next < queue.count {
            let person = queue[next]
            next += 1
            if loads[person] < cap {
                var moves: [(Int, Int)] = []
                var here: Int? = person
                while let place = here, let step = cameBy[place] {
                    moves.append((step.item, place))
                    here = step.from
                }
                return moves
            }
            for held in having[person].sorted() {
                for other in eligible[held] where cameBy[other] == nil {
                    cameBy[other] = (held, person)
                    queue.append(other)
                }
            }
        }
        return nil
    }
}
