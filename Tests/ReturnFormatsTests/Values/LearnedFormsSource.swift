@testable import ReturnFormats

/// The source of `LearnedForms`, from the spellings as they are taken apart now.
enum LearnedFormsSource {
    static func text() -> String {
        var columns: [(forms: String, names: [String])] = []
        for column in ValueColumn.all where LearnedSpellings.text(of: column.name) != nil {
            let forms = lines(of: column)
            if let place = columns.firstIndex(where: { $0.forms == forms }) {
                columns[place].names.append(column.name)
            } else {
                columns.append((forms, [column.name]))
            }
        }
        let cases = columns.enumerated().map { number, column in
            let names = column.names.map { "\"\($0)\"" }.joined(separator: ", ")
            return "        case \(names): text\(number)\n"
        }
        let texts = columns.enumerated().map { number, column in
            "\n    private static let text\(number) = \"\"\"\n\(column.forms)        \"\"\"\n"
        }
        return head + cases.joined() + foot + texts.joined() + "}\n"
    }

    private static func lines(of column: ValueColumn) -> String {
        let forms = ValueKnowledge(column, learned: ValueKnowledge.learned(column)).forms().map(\.written)
        return stride(from: 0, to: forms.count, by: 6).map {
            "        \(forms[$0..<min($0 + 6, forms.count)].joined())\n"
        }.joined()
    }

    private static let head = """
        // Made by LearnedFormsTests from LearnedSpellings. Do not edit.
        // swift-format-ignore-file

        /// What is worked out beforehand about each learned spelling, in their order (`LearnedTable.Form`).
        enum LearnedForms {
            /// By the column's name; empty for one without learned spellings.
            static func text(of column: String) -> String {
                switch column {

        """

    private static let foot = """
                default: ""
                }
            }

        """
}
