import Documents
import FoundationEssentials
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// Real plans, where a copy stands beside the package. The counts were made by hand, by reading each plan
/// through before the reader was first run on it.
struct PublishedPlansTests {
    struct Gold: CustomTestStringConvertible, Sendable {
        var file: String
        var references: [String]
        var actions: [Int]
        var testDescription: String { file }
    }

    static let golds = [
        Gold(
            file: "next-steps-plan-2014.txt", references: (1...10).map(String.init),
            actions: [8, 4, 4, 2, 3, 2, 8, 4, 6, 1]),
        Gold(
            file: "draft-inspection-plan-2013.txt",
            references: [
                "1.0", "1.2", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "2.5", "3.0", "3.1", "3.2", "4.0",
                "4.1",
                "5.0", "6.0", "7.0",
            ],
            actions: [3, 2, 1, 1, 4, 1, 3, 2, 2, 4, 1, 4, 3, 4, 2, 3, 1]),
        Gold(
            file: "improvement-plan-2011.txt", references: (1...10).map(String.init),
            actions: [3, 2, 1, 2, 2, 5, 1, 2, 1, 1]),
        Gold(
            file: "project-plan-2004.txt",
            references: [
                "2.1", "2.2", "2.3", "2.4", "2.5", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "5.1", "6.1",
                "6.2",
                "6.3", "8.1", "8.2", "8.3",
            ],
            actions: [2, 1, 4, 1, 2, 2, 2, 3, 2, 2, 3, 1, 2, 1, 1, 1, 2, 2]),
        Gold(file: "progress-report-2004.txt", references: [], actions: []),
    ]

    static func document(_ file: String) -> Document? {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let url = package.deletingLastPathComponent().appendingPathComponent("shared/plans/\(file)")
        guard let data = try? Data(contentsOf: url) else { return nil }
        return try? DocumentReader.read([UInt8](data), named: file)
    }

    @Test(arguments: golds)
    func `every area and action that a careful person counts comes out, in order`(_ gold: Gold) {
        guard let document = Self.document(gold.file) else { return }
        let plan = PlanReader.read(document).plan
        #expect(plan.areas.map { $0.reference ?? "-" } == gold.references)
        #expect(plan.areas.map(\.actions.count) == gold.actions)
    }
}
