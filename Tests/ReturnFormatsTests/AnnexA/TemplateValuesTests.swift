import ReturnFormats
import Testing

struct TemplateValuesTests {
    /// The reader takes such values without asking what was learned.
    @Test func `what is written as the template has it stands for its code, learned or not`() {
        for field in AnnexAField.allCases {
            guard case .codes(let set) = field.kind, let column = ValueColumn.of(field) else { continue }
            let written = set.codes.map(\.written)
            let places = ValueRecogniser(column).recognise(column: written)
            let others = zip(written, places).enumerated().filter { $1.1 != Int16($0) }
            #expect(others.isEmpty, "\(field.rawValue): \(others.map(\.1))")
            #expect(AnnexAReader.learned()(written, set, field) == written.indices.map { Int16($0) })
        }
    }
}
