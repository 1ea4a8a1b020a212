import Glibc
import Testing

@testable import ReturnFormats

struct LearnedFormsTests {
    /// `LEARNED_FORMS=Sources/ReturnFormats/Values/LearnedForms.swift swift test --filter LearnedFormsTests` writes them
    /// anew, after the spellings or how they are taken apart have changed.
    @Test func `what is stored about learned spellings is what follows from them`() throws {
        if let path = getenv("LEARNED_FORMS"), let file = fopen(path, "w") {
            fputs(LearnedFormsSource.text(), file)
            fclose(file)
            return
        }
        for column in ValueColumn.all {
            let learned = ValueKnowledge.learned(column)
            let stored = LearnedTable.Form.read(LearnedForms.text(of: column.name))
            #expect(stored.count == learned.count, "\(column.name)")
            #expect(stored == ValueKnowledge(column, learned: learned).forms(), "\(column.name)")
        }
    }

    /// The same value by the stored forms and by the spellings taken apart: as learned, in capitals, with a slip.
    @Test func `the stored forms change nothing that is recognised`() {
        var asked = 0
        for column in ValueColumn.all {
            let learned = ValueKnowledge.learned(column)
            let stored = ValueKnowledge.shared(column)
            let worked = ValueKnowledge(column, learned: learned)
            let codes = column.set.codes.flatMap { [$0.name, $0.written] }
            for (number, spelling) in (learned.map(\.spelling) + codes).enumerated() {
                var values = [spelling]
                if number.isMultiple(of: 5) {
                    values += [spelling.uppercased(), "a) \(spelling) ", String(spelling.dropLast()) + "é"]
                }
                for value in values where stored.recognise(value) != worked.recognise(value) {
                    Issue.record("\(column.name): \(value)")
                }
                asked += values.count
            }
        }
        #expect(asked > 9_000)
    }
}
