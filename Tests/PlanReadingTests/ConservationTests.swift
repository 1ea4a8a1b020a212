import Documents
import Kernel
import PlanFormat
import Testing

@testable import PlanReading

/// Nothing is dropped in silence.
struct ConservationTests {
    /// Words that only join leads, or name the person to lead: they are what splitting leads takes away.
    private static let joiners: Set<String> = [
        "and", "together", "with", "in", "conjunction", "lead", "timescale",
    ]

    @Test(arguments: PublishedPlansTests.golds)
    func `each word of a plan's tables comes out, in the plan or in a finding`(
        _ gold: PublishedPlansTests.Gold
    ) {
        guard let document = PublishedPlansTests.document(gold.file) else { return }
        let reading = PlanReader.read(document)
        var out = PlanWords.all(reading.plan)
        for table in reading.tables {
            for column in table.columns { out.formUnion(PlainWords.of(column.heading)) }
            for row in table.rowsLeftOut { out.formUnion(PlainWords.of(row.text)) }
        }
        let plans = Set(reading.tables.filter(\.isPlan).map(\.number))
        var lost: [String] = []
        for case .table(let table) in document.blocks where plans.contains(table.place.table ?? 0) {
            for cell in table.rows.flatMap(\.cells) {
                let words = Set(PlainWords.of(cell.text)).subtracting(out).subtracting(Self.joiners)
                if !words.isEmpty { lost.append("\(cell.place): \(words.sorted())") }
            }
        }
        #expect(lost.isEmpty, "\(lost.joined(separator: "\n"))")
    }

    @Test func `a column without a place in the plan, a note and a title are told of`() {
        let reading = PlanReader.read(
            SampleDocument.make([
                .table([
                    [.init("Harrow Vale improvement plan", columns: 4)],
                    ["Recommendation", "Action", "Lead", "Cost"],
                    ["Better visits", "Buy a rota tool", "Ada Finch", "£900 a year"],
                    [.init("Note: costs are for the first year only.", columns: 4)],
                ])
            ]))
        let told = reading.plan.findings.map(\.message).joined(separator: "\n")
        #expect(told.contains("£900 a year"))
        #expect(told.contains("costs are for the first year only"))
        #expect(told.contains("Harrow Vale improvement plan"))
        #expect(reading.tables[0].rowsLeftOut.count == 2)
    }
}

/// Every word that a reading gives a person.
enum PlanWords {
    static func all(_ plan: Plan) -> Set<String> {
        var words: Set<String> = []
        collect(plan.json, &words)
        for finding in plan.findings { words.formUnion(PlainWords.of(finding.message)) }
        return words
    }

    private static func collect(_ json: JSON, _ words: inout Set<String>) {
        switch json {
        case .string(let text): words.formUnion(PlainWords.of(text))
        case .array(let values): for value in values { collect(value, &words) }
        case .object(let members): for member in members { collect(member.value, &words) }
        default: break
        }
    }
}
