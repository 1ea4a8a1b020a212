import Documents
import Foundation
import PlanFormat
import Testing

@testable import Plans

struct ExportRoundTripTests {
    @Test(arguments: [PlanExport.Format.docx, .xlsx, .html])
    func `the example plan comes back from its own file word for word`(_ format: PlanExport.Format)
        async throws
    {
        let plan = ExportSamples.example
        #expect(plan.areas.reduce(0) { $0 + $1.actions.count } == 24)
        #expect(ExportSamples.difference(try await ExportSamples.backAgain(plan, format), from: plan) == nil)
    }

    @Test(arguments: [PlanExport.Format.docx, .xlsx])
    func `labels, kinds, ranges, quotes and formulas come back as they were`(
        _ format: PlanExport.Format
    ) async throws {
        let plan = ExportSamples.awkward
        #expect(ExportSamples.difference(try await ExportSamples.backAgain(plan, format), from: plan) == nil)
    }

    @Test(arguments: [PlanExport.Format.docx, .xlsx])
    func `a plan that says next to nothing comes back as it was`(_ format: PlanExport.Format) async throws {
        var plan = Plan()
        plan.areas = [Plan.Area(title: "One thing")]
        #expect(ExportSamples.difference(try await ExportSamples.backAgain(plan, format), from: plan) == nil)
    }

    /// Published plans, where they stand beside the package.
    static let published: [URL] = {
        let folder = URL(filePath: "../shared/plans")
        let all = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (all ?? []).sorted { $0.path < $1.path }
    }()

    @Test(.enabled(if: !published.isEmpty), arguments: published)
    func `published plans come back from Word and Excel`(_ file: URL) async throws {
        let plan = ExportSamples.read(Array(try Data(contentsOf: file)), named: file.lastPathComponent)
        for format in [PlanExport.Format.docx, .xlsx] {
            let back = try await ExportSamples.backAgain(plan, format)
            #expect(ExportSamples.difference(back, from: plan) == nil, "\(format)")
        }
    }

    @Test func `the lines of a CSV give areas, actions and criteria again, and no formula`() async throws {
        let plan = ExportSamples.awkward
        let bytes = try await PlanExport.bytes(of: plan, as: .csv)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        for sign in ["=", "+", "-", "@"] {
            #expect(
                !text.contains(",\(sign)") && !text.contains(",\"\(sign)") && !text.contains("\r\n\(sign)"))
        }
        let back = try await ExportSamples.backAgain(plan, .csv)
        #expect(back.areas.map(\.title) == plan.areas.map(\.title))
        #expect(back.areas.flatMap(\.actions).map(\.text) == plan.areas.flatMap(\.actions).map(\.text))
        #expect(back.areas.flatMap(\.criteria).map(\.text) == plan.areas.flatMap(\.criteria).map(\.text))
        #expect(back.areas.flatMap(\.actions).map(\.leads) == plan.areas.flatMap(\.actions).map(\.leads))
    }

    @Test func `a filtered file says what it leaves out, and reads as what it shows`() async throws {
        var plan = ExportSamples.example
        plan.areas = Array(plan.areas.prefix(1))
        let note = "6 of 24 actions: area 1 Strategy discussions and section 47 enquiries"
        for format in [PlanExport.Format.docx, .xlsx, .html, .csv] {
            let bytes = try await PlanExport.bytes(of: plan, as: format, extent: .filtered(note: note))
            let document = try DocumentReader.read(bytes, named: "plan.\(format.rawValue)")
            #expect("\(document)".contains(note), "\(format)")
            let back = try await ExportSamples.backAgain(plan, format, extent: .filtered(note: note))
            #expect(back.areas.count == 1 && back.areas.first?.actions.count == 6, "\(format)")
            #expect(back.risks.isEmpty && back.groups.isEmpty)
        }
    }

    @Test func `a criterion changed in the file is read as it was changed`() async throws {
        var plan = ExportSamples.awkward
        plan.areas[0].criteria[0].text = "97% by 31 October 2026"
        plan.areas[0].actions[0].leads = ["Somebody New"]
        let back = try await ExportSamples.backAgain(plan, .docx)
        #expect(back.areas[0].criteria[0].text == "97% by 31 October 2026")
        #expect(back.areas[0].actions[0].leads == ["Somebody New"])
    }

    @Test func `the file is named after the plan and its version`() {
        var plan = Plan()
        plan.title = "Ashmere: plan / 2026"
        plan.version = "v7"
        #expect(PlanExport.fileName(of: plan, as: .docx) == "Ashmere- plan - 2026 v7.docx")
        #expect(PlanExport.fileName(of: Plan(), as: .csv) == "Improvement plan.csv")
    }
}
