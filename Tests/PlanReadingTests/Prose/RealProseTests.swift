import Documents
import FoundationEssentials
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// The real documents, where they stand beside the package: counts, dates and labels, counted by hand.
struct RealProseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/plans").standardized

    private func plan(_ name: String, planTables: ClosedRange<Int>?) throws -> Plan? {
        let file = Self.folder.appending(path: name)
        guard let data = try? Data(contentsOf: file) else { return nil }
        var plan = Plan()
        ProseReader.read(
            try TextReader.read([UInt8](data), limits: .standard),
            planTables: Set(planTables.map(Array.init) ?? []), into: &plan)
        return plan
    }

    @Test func `the project plan of 2004 has three groups, six risks, four budget lines and five audiences`()
        throws
    {
        guard let plan = try plan("project-plan-2004.txt", planTables: 5...16) else { return }
        #expect(plan.date?.description == "2004-01")
        #expect(plan.groups.map(\.abbreviation) == ["PMB", "PAT", "TG"])
        #expect(plan.groups.map(\.members.count) == [4, 14, 6])
        #expect(plan.groups.map { $0.members.filter { $0.role == "chair" }.count } == [1, 1, 1])
        #expect(plan.groups.map(\.meets) == [.monthly, .weekly, nil])
        #expect(plan.groups[2].tasks.map(\.label) == ["1", "2", nil])
        #expect(plan.groups[2].tasks.first?.timescale?.finish?.description == "2004-03")
        #expect(plan.risks.count == 6)
        #expect(plan.risks.allSatisfy { $0.contingency != nil })
        #expect(plan.budget?.lines.map(\.amount) == [25_000, 10_000, 19_000, 20_000])
        #expect(plan.budget?.statedTotal == 64_000)
        #expect(plan.training.map(\.needs.count) == [6, 7, 5, 6, 3])
        #expect(plan.standards.isEmpty)
        #expect(plan.figures.isEmpty)
        #expect(
            plan.keyDates.map { $0.date?.description }
                == ["2003-12", "2003-12-10", "2004-01", "2004-07", nil, "2004-07"])
    }

    @Test func `the progress report of 2004 has two groups, twelve standards and its figures`() throws {
        guard let plan = try plan("progress-report-2004.txt", planTables: nil) else { return }
        #expect(plan.groups.map(\.members.count) == [7, 0])
        #expect(plan.groups.first?.reportsTo.count == 3)
        #expect(plan.standards.compactMap(\.label) == (1...12).map(String.init))
        #expect(plan.figures.map(\.count) == [5, 539, 3, 41, 109, 151, nil, 500, 550, 459, 1000])
        #expect(plan.figures.map(\.base) == [28, nil, 12, nil, nil, nil, nil, nil, nil, nil, nil])
        #expect(plan.figures.compactMap(\.percent) == [22.2, 24.7, 24.75])
        #expect(plan.risks.isEmpty && plan.training.isEmpty && plan.budget == nil)
    }

    @Test
    func
        `the improvement plan of 2011 says its codes, its collectives, its owners and how often leads report`()
        throws
    {
        guard let plan = try plan("improvement-plan-2011.txt", planTables: 1...5) else { return }
        #expect(plan.sourceCodes.map(\.code) == ["a", "b"])
        #expect(plan.collectives.map(\.members.count) == [4, 1])
        #expect(plan.owners.count == 2)
        #expect(plan.updateFrequency == .fourWeekly)
        #expect(plan.attachments.count == 3)
        #expect(plan.keyDates.map { $0.date?.description } == ["2011-04-06"])
        #expect(plan.groups.isEmpty)
    }

    @Test func `the plan of 2014 explains its abbreviations in its table, and sets up nothing in prose`()
        throws
    {
        guard let plan = try plan("next-steps-plan-2014.txt", planTables: 1...9) else { return }
        let found = Set(plan.abbreviations.map(\.short))
        let expected: Set = [
            "GM", "CIN", "HOS", "SASU", "ICPCs", "CSCMT", "IAT", "MASH", "ADP", "SCIS", "NYAS", "SW", "PWP",
            "EET",
            "PEP", "NEET", "CSW", "HEIs", "CP",
        ]
        #expect(found == expected)
        #expect(plan.groups.isEmpty && plan.figures.isEmpty && plan.keyDates.isEmpty)
    }
}
