import Documents
import Foundation
import Kernel
import PlanChecks
import PlanFormat
import PlanReading
import Testing

struct WholePlanTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private func report(_ url: URL, today: String? = nil) throws -> (Plan, CheckReport) {
        let document = try DocumentReader.read(Array(try Data(contentsOf: url)), named: url.lastPathComponent)
        let plan = PlanReader.read(document).plan
        let input = CheckInput(plan: plan, document: document, today: today.flatMap { Day($0) })
        return (plan, CheckReport.run(on: input))
    }

    @Test func `on a clean, well-written plan nothing is found above information`() throws {
        let (plan, report) = try report(
            Self.folder.appending(path: "Samples/clean-plan.md"), today: "2026-10-20")
        #expect(plan.areas.flatMap(\.actions).count == 32)
        let above = report.findings.filter { $0.severity != .information }
        #expect(above.isEmpty, "\(above.map { "\($0.check) \($0.subject): \($0.message) [\($0.text)]" })")
    }

    @Test func `the same plan kept by hand, without its document, is as clean`() throws {
        let (plan, _) = try report(Self.folder.appending(path: "Samples/clean-plan.md"))
        let kept = try Plan(json: plan.json)
        let report = CheckReport.run(on: CheckInput(plan: kept, today: Day("2026-10-20")))
        #expect(report.findings.filter { $0.severity != .information }.isEmpty)
    }
}
