/// Which figures of a set must be hidden so that no small number is shown, and none can be worked out by
/// subtraction.
///
/// The set is whatever one reader can see side by side: the cells and totals of a table, the same figures by team
/// and by service, months and their year. `Sum` says which figure is the total of which others. What is hidden:
///
/// 1. each count of 1 to 5;
/// 2. where a sum has one hidden figure, or shows its total and hides figures that together come to 1 to 5, the next
///    smallest of its parts too (one that is not 0, then the total, then a 0, which hides nothing);
/// 3. where sums taken together still fix a hidden figure, the next smallest figure of one of its sums.
///
/// This keeps every hidden figure from being computed. It does not keep a reader from narrowing it to a range.
package struct Suppression: Sendable {
    /// One figure that is the total of others, by their positions.
    package struct Sum: Hashable, Sendable {
        package let total: Int
        package let parts: [Int]

        package init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }

        var members: [Int] { parts + [total] }
    }

    /// True for each figure that must not be shown.
    package private(set) var hidden: [Bool]

    private let figures: [Int]
    private let sums: [Sum]

    /// Nil where a figure is negative, or a sum names a position that there is not or does not add up: what cannot
    /// be reconciled cannot be protected.
    ///
    /// `hiding` are positions that are hidden for another reason, and have to be protected like the small ones.
    package init?(_ figures: [Int], sums: [Sum], hiding: Set<Int> = []) {
        guard figures.allSatisfy({ $0 >= 0 }),
            sums.allSatisfy({ $0.members.allSatisfy(figures.indices.contains) }),
            sums.allSatisfy({ sum in sum.parts.reduce(0) { $0 + figures[$1] } == figures[sum.total] })
        else { return nil }
        self.figures = figures
        self.sums = sums
        hidden = figures.indices.map { hiding.contains($0) || SmallNumber.hides(figures[$0]) }
        repeat { protectSums() } while protectFixedFigures()
    }

    /// A list with its total, the last of the figures.
    package init?(list: [Int]) {
        self.init(
            list + [list.reduce(0, +)], sums: [Sum(total: list.count, parts: Array(list.indices))])
    }

    private mutating func protectSums() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for sum in sums where isOpen(sum) {
                if hideNext(in: sum) { isChanged = true }
            }
        }
    }

    private func isOpen(_ sum: Sum) -> Bool {
        let out = sum.members.filter { hidden[$0] }
        guard out.count != 1 else { return true }
        return !hidden[sum.total] && SmallNumber.hides(out.reduce(0) { $0 + figures[$1] })
    }

    /// False where nothing is left to hide.
    private mutating func hideNext(in sum: Sum) -> Bool {
        let parts = sum.parts.filter { !hidden[$0] }
        let smallest = parts.filter { figures[$0] > 0 }.min { figures[$0] < figures[$1] }
        guard let next = smallest ?? (hidden[sum.total] ? nil : sum.total) ?? parts.first else {
            return false
        }
        hidden[next] = true
        return true
    }

    /// True where a figure was fixed by the sums together, and one more was hidden for it.
    private mutating func protectFixedFigures() -> Bool {
        let unknown = hidden.indices.filter { hidden[$0] }
        for figure in Self.fixed(unknown, by: sums) {
            for sum in sums where sum.members.contains(figure) {
                if hideNext(in: sum) { return true }
            }
        }
        return false
    }

    /// The unknowns that the sums have one solution for: after elimination (modulo a prime, so that nothing is
    /// rounded) these stand alone in a row.
    private static func fixed(_ unknown: [Int], by sums: [Sum]) -> [Int] {
        let column = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
        var rows = sums.compactMap { sum -> [Int]? in
            var row = Array(repeating: 0, count: unknown.count)
            for part in sum.parts { if let at = column[part] { row[at] = 1 } }
            if let at = column[sum.total] { row[at] = prime - 1 }
            return row.contains { $0 != 0 } ? row : nil
        }
        var top = 0
        for at in unknown.indices {
            guard let pivot = rows[top...].firstIndex(where: { $0[at] != 0 }) else { continue }
            rows.swapAt(top, pivot)
            let scale = inverse(rows[top][at])
            for index in at..<unknown.count { rows[top][index] = rows[top][index] * scale % prime }
            for other in rows.indices where other != top && rows[other][at] != 0 {
                let factor = prime - rows[other][at]
                for index in at..<unknown.count where rows[top][index] != 0 {
                    rows[other][index] = (rows[other][index] + factor * rows[top][index]) % prime
                }
            }
            top += 1
            if top == rows.count { break }
        }
        return rows.compactMap { row in
            let filled = row.indices.filter { row[$0] != 0 }
            return filled.count == 1 ? unknown[filled[0]] : nil
        }
    }

    private static let prime = 2_147_483_647

    /// number^(prime − 2), by Fermat.
    private static func inverse(_ number: Int) -> Int {
        var (result, base, power) = (1, number, prime - 2)
        while power > 0 {
            if power & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            power >>= 1
        }
        return result
    }
}
