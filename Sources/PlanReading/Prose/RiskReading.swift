import Documents
import Kernel
import PlanFormat

/// The risk register: a list under a heading, or a table of its own.
enum RiskReading {
    static func read(_ outline: Outline, into plan: inout Plan) {
        for section in outline.sections {
            for table in section.tables { read(table, into: &plan) }
            let heading = section.flatHeading
            guard heading.contains(" risk ") || heading.contains(" risks "),
                !heading.contains(" assessment "),
                heading.split(separator: " ").count <= 8
            else { continue }
            for paragraph in section.paragraphs {
                guard case .item = paragraph.role, !paragraph.text.isEmpty else { continue }
                plan.risks.append(risk(paragraph))
            }
        }
    }

    /// A table with a risk column, and one for what is done about it.
    private static func read(_ table: Table, into plan: inout Plan) {
        guard
            let columns = table.header(containing: [
                [" risk ", " risks "],
                [
                    " mitigat", " contingenc", " control", " response ", " action ", " actions ",
                    " countermeasure",
                ],
            ]), columns[0] != columns[1]
        else { return }
        for row in table.rows.indices.dropFirst() {
            let cells = table.words(row: row)
            guard !cells[columns[0]].isEmpty else { continue }
            let text = LabelPhrase.lead(Text(cells[columns[0]]), bareNumbers: true).rest.string
            guard Words(text).tokens.contains(where: \.isWord) else { continue }
            plan.risks.append(
                Plan.Risk(text: text, contingency: cells[columns[1]].nilIfEmpty, place: table.rows[row].place)
            )
        }
    }

    /// The contingency stands in brackets at the end, or behind "Mitigation:".
    private static func risk(_ paragraph: Paragraph) -> Plan.Risk {
        let words = Words(paragraph.text.string)
        for word in ["mitigation", "contingency", "mitigated by", "mitigating action"] {
            if let found = words.find(word), found.lowerBound > 1, let next = words.at(found.upperBound),
                next.isSign(":", "-")
            {
                return Plan.Risk(
                    text: trimmed(words, 0..<found.lowerBound),
                    contingency: words.text(found.upperBound + 1..<words.count).folded.nilIfEmpty,
                    place: paragraph.place)
            }
        }
        var end = words.count
        while end > 0, words[end - 1].isSign(".", ";", ",") { end -= 1 }
        let depth = LeadPhrase.bracketDepths(words)
        guard end > 2, words[end - 1].isSign(")"),
            let open = (0..<end).last(where: { words[$0].isSign("(") && depth[$0] == 1 }), open > 0
        else {
            return Plan.Risk(text: paragraph.text.string.folded, contingency: nil, place: paragraph.place)
        }
        return Plan.Risk(
            text: trimmed(words, 0..<open), contingency: words.text(open + 1..<end - 1).folded.nilIfEmpty,
            place: paragraph.place)
    }

    private static func trimmed(_ words: Words, _ range: Range<Int>) -> String {
        var end = range.upperBound
        while end > range.lowerBound, words[end - 1].isSign("-", "(", ":", ";", ",") { end -= 1 }
        return words.text(range.lowerBound..<end).folded
    }
}
