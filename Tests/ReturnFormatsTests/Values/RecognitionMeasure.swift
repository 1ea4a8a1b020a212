import Testing

@testable import ReturnFormats

/// How much of what was not learned is recognised, and how much of it wrongly: a part of each column's spellings is held
/// out, the rest learned. Spellings on which the source contradicts itself count as wrong when they are recognised.
struct RecognitionMeasure {
    struct Figure {
        var asked = 0
        var recognised = 0
        var wrong = 0
        var wrongOnes: [String] = []

        mutating func add(_ other: Figure) {
            asked += other.asked
            recognised += other.recognised
            wrong += other.wrong
            wrongOnes += other.wrongOnes
        }
    }

    /// `share` of the spellings of every column with twenty or more, drawn by `seed`. Columns that share their spellings
    /// count once.
    static func holdOut(_ share: Double, seed: UInt64) -> [(column: ValueColumn, figure: Figure)] {
        var measured: Set<String> = []
        var figures: [(column: ValueColumn, figure: Figure)] = []
        for column in ValueColumn.all {
            guard let name = LearnedSpellings.text(of: column.name)?.name, measured.insert(name).inserted
            else { continue }
            var draw = Draw(state: seed)
            let all = ValueKnowledge.learned(column).shuffled(using: &draw)
            guard all.count >= 20 else { continue }
            let count = Int(Double(all.count) * share)
            let recogniser = ValueRecogniser(
                column, knowledge: ValueKnowledge(column, learned: Array(all.dropFirst(count))))
            var figure = Figure()
            for (spelling, group) in all.prefix(count) {
                figure.asked += 1
                guard let said = recogniser.recognise(spelling).group else { continue }
                figure.recognised += 1
                guard said != group else { continue }
                figure.wrong += 1
                figure.wrongOnes.append("\(column.name) | \(spelling) | is \(group) | said \(said)")
            }
            figures.append((column, figure))
        }
        return figures
    }

    /// SplitMix64: the same draw on every machine.
    private struct Draw: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
