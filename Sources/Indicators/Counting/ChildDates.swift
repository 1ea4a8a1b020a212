import ReturnFormats

/// For each child the days on which something happened, in order.
struct ChildDates {
    private var starts: [Int32]
    private var days: [Int32] = []

    /// Of the rows that are wanted and have a day and a child.
    init(
        rows: Int, children: Int, child: (Int) -> Int, day: (Int) -> Int32,
        where isWanted: (Int) -> Bool = { _ in true }
    ) {
        var pairs: [Int64] = []
        for row in 0..<rows where isWanted(row) {
            let (child, day) = (child(row), day(row))
            guard child >= 0, child < children, Days.isDay(day) else { continue }
            pairs.append(Int64(child) << 32 | Int64(UInt32(bitPattern: day ^ .min)))
        }
        pairs.sort()
        starts = Array(repeating: 0, count: children + 1)
        for pair in pairs {
            starts[Int(pair >> 32) + 1] += 1
            days.append(Int32(bitPattern: UInt32(truncatingIfNeeded: pair)) ^ .min)
        }
        for child in 0..<children { starts[child + 1] += starts[child] }
    }

    init(_ rows: ListRows, _ days: Days, _ children: Int, where isWanted: (Int) -> Bool = { _ in true }) {
        self.init(rows: rows.count, children: children, child: rows.child, day: { days[$0] }, where: isWanted)
    }

    subscript(child: Int) -> ArraySlice<Int32> {
        child >= 0 ? days[Int(starts[child])..<Int(starts[child + 1])] : []
    }

    func has(_ child: Int, from first: Int32, through last: Int32) -> Bool {
        self[child].contains { first <= $0 && $0 <= last }
    }

    /// The first after a day; the end of time where there is none.
    func next(_ child: Int, after day: Int32) -> Int32 { self[child].first { $0 > day } ?? .max }
}
