/// One letter more, less, other or in its neighbour's place. Figures must be the same.
enum Slip {
    static func isOne(_ left: [Character], _ right: [Character]) -> Bool {
        guard abs(left.count - right.count) <= 1, left != right,
            left.filter(\.isNumber) == right.filter(\.isNumber)
        else { return false }
        let same = zip(left, right).prefix { $0 == $1 }.count
        let (a, b) = (left[same...], right[same...])
        if a.count == b.count {
            if a.dropFirst() == b.dropFirst() { return true }
            return a.count >= 2 && a.first == b.dropFirst().first && a.dropFirst().first == b.first
                && a.dropFirst(2) == b.dropFirst(2)
        }
        return a.count > b.count ? a.dropFirst() == b : b.dropFirst() == a
    }
}
