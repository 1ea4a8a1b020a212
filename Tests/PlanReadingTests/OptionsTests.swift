import Documents
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// What a person settles on the review page wins over what the words say.
struct OptionsTests {
    private let document = SampleDocument.make([
        .table([
            ["Recommendation", "Action", "Lead", "Remarks", "By when"],
            ["Better visits", "Buy a rota tool", "Ada Finch", "Visits are on time", "May 2026"],
        ]),
        .table([["Name", "Post"], ["Ada Finch", "Head of Service"]]),
    ])

    @Test func `a column given another meaning is read so`() {
        var options = PlanReader.Options()
        options.columns[PlanReader.ColumnKey(table: 1, column: 3)] = .successCriterion
        let area = PlanReader.read(document, options: options).plan.areas.first
        #expect(area?.criteria.map(\.text) == ["Visits are on time"])
    }

    @Test func `a table said to be no part of the plan gives nothing`() {
        var options = PlanReader.Options()
        options.tables[1] = false
        #expect(PlanReader.read(document, options: options).plan.areas.isEmpty)
    }

    @Test func `a table said to be part of the plan is read`() {
        var options = PlanReader.Options()
        options.tables[2] = true
        options.columns[PlanReader.ColumnKey(table: 2, column: 1)] = .action
        let reading = PlanReader.read(document, options: options)
        #expect(reading.tables.map(\.isPlan) == [true, true])
        #expect(reading.plan.areas.flatMap(\.actions).map(\.text).contains("Head of Service"))
    }

    @Test func `the year given by hand is the year of dates without one`() {
        var options = PlanReader.Options()
        options.baseYear = 2019
        let plan = PlanReader.read(
            SampleDocument.make([
                .table([["Aim", "Action", "Timescale"], ["Safety", "Write a guide", "June"]])
            ]),
            options: options
        ).plan
        #expect(plan.areas.first?.actions.first?.timescale?.finish?.description == "2019-06")
    }

    @Test func `the review page sees how each column was taken`() {
        let reading = PlanReader.read(document)
        #expect(reading.tables[0].columns.map(\.meaning) == [.area, .action, .lead, .ignored, .timescale])
        #expect(reading.tables[0].columns[1].sample == "Buy a rota tool")
        #expect(reading.tables[1].takenFor == "members of a group")
    }
}
