import Glibc
import Testing

@testable import ReturnFormats

struct RecognitionTests {
    /// `RECOGNITION_SEEDS=5 swift test --filter RecognitionTests` prints the figures by column.
    @Test func `of spellings not learned most are recognised, and hardly any wrongly`() throws {

        let seeds = UInt64(Self.setting("RECOGNITION_SEEDS") ?? "") ?? 1
        let share = Double(Self.setting("RECOGNITION_SHARE") ?? "") ?? 0.2
        var columns: [String: RecognitionMeasure.Figure] = [:]
        var all = RecognitionMeasure.Figure()
        for seed in 1...seeds {
            for (column, figure) in RecognitionMeasure.holdOut(share, seed: seed) {
                columns[column.name, default: RecognitionMeasure.Figure()].add(figure)
                all.add(figure)
            }
        }
        if Self.setting("RECOGNITION_SEEDS") != nil {
            for (name, figure) in columns.sorted(by: { $0.key < $1.key }) + [("All", all)] {
                let asked = Double(figure.asked)
                print(
                    "\(name.prefix(50)): \(figure.asked), recognised \(Double(figure.recognised) / asked), "
                        + "wrong \(Double(figure.wrong) / asked)")
            }
            for line in all.wrongOnes { print(line) }
        }
        #expect(Double(all.recognised) / Double(all.asked) > 0.7)
        #expect(Double(all.wrong) / Double(all.asked) < 0.01)
    }

    private static func setting(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
