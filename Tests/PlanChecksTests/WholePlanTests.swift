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

/// Plans that real authorities published, read where they stand beside the package; hand counts of their faults.
struct PublishedPlanTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/plans").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    private func findings(_ name: String) throws -> [CheckFinding] {
        let url = Self.folder.appending(path: name)
        let document = try DocumentReader.read(Array(try Data(contentsOf: url)), named: name)
        let plan = PlanReader.read(document).plan
        let report = CheckReport.run(on: CheckInput(plan: plan, document: document))
        for finding in report.findings { expectWellMade(finding) }
        return report.findings
    }

    @Test(.enabled(if: isThere))
    func `a progress report's percentage that its counts contradict, and its missing paragraph`() throws {
        let findings = try findings("progress-report-2004.txt")
        let percentage = try #require(findings.first { $0.check == "N02" })
        #expect(percentage.subject == "Paragraph 2.8")
        #expect(percentage.message.contains("109 of 459 is 23.7%, not 22.2%"))
        #expect(percentage.marked == ["109", "22.2%", "459"])
        let missing = try #require(findings.first { $0.check == "C01" })
        #expect(missing.subject == "Paragraph 2.3")
        #expect(missing.message.contains("Paragraph 2.2 is missing"))
        #expect(findings.first { $0.check == "N03" }?.message.contains("611") == true)
        #expect(findings.filter { $0.check == "C02" && $0.marked == ["paragraph 1.8"] }.count == 2)
        #expect(!findings.contains { $0.check == "C02" && $0.marked == ["paragraph 4.1"] })
    }

    @Test(.enabled(if: isThere)) func `a plan's four things with two dates each, by meaning`() throws {
        let findings = try findings("draft-inspection-plan-2013.txt").filter { $0.check == "D05" }
        // Found by reading: the hub (September or October), the early help panel (the same), the review of
        // reviewing officers (December or March), and the review of social work capacity in four rows.
        let things = findings.map { Set($0.references) }
        #expect(things.contains(["2.1(i)", "2.4(ii)", "2.5(i)", "3.0(i)"]))
        #expect(things.contains(["2.1(ii)", "2.3(ii)", "2.5(i)", "3.0(iv)"]))
        #expect(things.contains { $0.isSuperset(of: ["6.0(iii)"]) })
        #expect(things.contains { $0.isSuperset(of: ["3.0(iii)", "4.0(i)"]) })
    }

    @Test(.enabled(if: isThere)) func `a budget that adds up to another total, two tasks that are three`()
        throws
    {
        let findings = try findings("project-plan-2004.txt")
        #expect(findings.first { $0.check == "N01" }?.message == "The rows add up to £74,000, not £64,000.")
        #expect(findings.first { $0.check == "N05" }?.marked == ["two tasks", "These three pieces"])
        #expect(findings.contains { $0.check == "C01" && $0.marked == ["2,3"] })
        #expect(findings.filter { $0.check == "D08" }.count == 2)
    }
}
