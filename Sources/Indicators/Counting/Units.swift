import ReturnFormats

/// The pairs of team and worker that the rows of a list name, numbered.
struct Units: Sendable {
    private var teams: [String]
    private var workers: [String]
    private var pairs: [(team: Int32, worker: Int32)]
    /// By team and then by worker.
    private(set) var ordered: [Int32]

    var count: Int { pairs.count }

    subscript(unit: Int32) -> (team: String, worker: String) {
        let pair = pairs[Int(unit)]
        return (teams[Int(pair.team)], workers[Int(pair.worker)])
    }

    /// One unit that has no name: the authority.
    static let none = Units(teams: [""], workers: [""], pairs: [(0, 0)], ordered: [0])

    private init(
        teams: [String], workers: [String], pairs: [(team: Int32, worker: Int32)], ordered: [Int32]
    ) {
        self.teams = teams
        self.workers = workers
        self.pairs = pairs
        self.ordered = ordered
    }

    /// Pairs that are different, numbered as they stand.
    init(_ pairs: [(team: String, worker: String)]) {
        let numbers = pairs.indices.map { Int32($0) }
        self.init(
            teams: pairs.map(\.team), workers: pairs.map(\.worker), pairs: numbers.map { ($0, $0) },
            ordered: numbers.sorted { pairs[Int($0)] < pairs[Int($1)] })
    }

    /// The pairs of two columns, and the number of each row's pair.
    static func numbered(_ team: TextColumn?, _ worker: TextColumn?, rows: Int) -> (Units, [Int32]) {
        guard team != nil || worker != nil else { return (.none, Array(repeating: 0, count: rows)) }
        let nothing = TextColumn(rows: Array(repeating: 0, count: rows))
        let team = team ?? nothing
        let worker = worker ?? nothing
        var units = Units(teams: team.distinct, workers: worker.distinct, pairs: [], ordered: [])
        var numbers = [Int32](repeating: 0, count: rows)
        let width = worker.distinct.count
        if team.distinct.count * width <= mostSlots {
            var table = [Int32](repeating: -1, count: team.distinct.count * width)
            for row in 0..<rows {
                let slot = Int(team.rows[row]) * width + Int(worker.rows[row])
                if table[slot] < 0 {
                    table[slot] = Int32(units.pairs.count)
                    units.pairs.append((team.rows[row], worker.rows[row]))
                }
                numbers[row] = table[slot]
            }
        } else {
            var table: [Int64: Int32] = [:]
            for row in 0..<rows {
                let key = Int64(team.rows[row]) << 32 | Int64(worker.rows[row])
                if let number = table[key] {
                    numbers[row] = number
                } else {
                    numbers[row] = Int32(units.pairs.count)
                    table[key] = numbers[row]
                    units.pairs.append((team.rows[row], worker.rows[row]))
                }
            }
        }
        units.order()
        return (units, numbers)
    }

    private static let mostSlots = 1 << 22

    /// Ranks of names first, so that no pair compares texts.
    private mutating func order() {
        func ranks(_ names: [String]) -> [Int32] {
            var ranks = [Int32](repeating: 0, count: names.count)
            for (rank, place) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
                ranks[place] = Int32(rank)
            }
            return ranks
        }
        let (teamRanks, workerRanks) = (ranks(teams), ranks(workers))
        let keys = pairs.map { Int64(teamRanks[Int($0.team)]) << 32 | Int64(workerRanks[Int($0.worker)]) }
        ordered = pairs.indices.sorted { keys[$0] < keys[$1] }.map(Int32.init)
    }
}
