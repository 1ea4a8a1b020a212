import Kernel
import Markup
import Statistics
import Storage

/// The audit's own grade by area, team or group: for those who see all of the round.
struct ResultUnits: Sendable {
    /// A part with fewer cases is not shown by itself.
    static let fewest = 10

    let part: RoundTally.Part
    /// In the order of the alphabet: this is no league.
    let lines: [(name: String, answered: RoundResult.Answered)]
    /// How many parts are too small.
    let small: Int

    static func read(
        _ read: ResultAsRead, _ officer: Officer, _ connection: Connection
    ) throws -> [ResultUnits] {
        let result = read.shown.result
        guard read.shown.seesAll, let overall = result.overall else { return [] }
        return try [RoundTally.Part.area, .team, .group].compactMap { part in
            let lines = try RoundTally.lines(
                connection, officer.authority, result.round, result.tool, of: overall.question.key, by: part)
            let units = Dictionary(grouping: lines, by: \.unit)
            guard units.count > 1 else { return nil }
            let all = units.filter { !$0.key.isEmpty }.map { name, lines in
                (
                    name: name,
                    answered: RoundResult.Answered(
                        overall.question, overall.standard, overall.answers, lines)
                )
            }
            let shown = all.filter { $0.answered.first.reduce(0, +) >= fewest }.sorted { $0.name < $1.name }
            return ResultUnits(part: part, lines: shown, small: all.count - shown.count)
        }
    }

    func write(to m: inout Markup, _ shown: ShownResult) {
        let isTwice = lines.contains { $0.answered.second.contains { $0 > 0 } }
        m.table(
            "By \(part.words)", dense: true,
            [
                Column(part.words.capitalisedFirst, .name), Column("Cases", .number),
                Column(shown.goodWords.capitalisedFirst, .number),
            ]
                + (isTwice
                    ? [
                        Column("Read twice", .number), Column(shown.result.round.first.leg, .number),
                        Column("Second", .number),
                    ] : [])
        ) { table in
            for line in lines {
                table.row { cells in
                    cells.cell(line.name)
                    cells.cell(line.answered.first.reduce(0, +))
                    if let good = line.answered.good(.first) {
                        cells.cell("\(good.count) of \(good.total)")
                    } else {
                        cells.empty("none")
                    }
                    guard isTwice else { return }
                    if let both = line.answered.goodOfBoth {
                        cells.cell(both.first.total)
                        cells.cell(both.first.count)
                        cells.cell(both.second.count)
                    } else {
                        for _ in 0..<3 { cells.empty("none") }
                    }
                }
            }
        }
        if small > 0 {
            m.note("\(counted(small, "part")) with under \(ResultUnits.fewest) cases.")
        }
    }
}
