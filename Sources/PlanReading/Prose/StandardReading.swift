import Documents
import Kernel
import PlanFormat

/// Quality standards or judgement criteria that the document lists apart from its areas.
enum StandardReading {
    static func read(_ outline: Outline, into plan: inout Plan) {
        for section in outline.sections where isStandards(section.flatHeading) {
            let items = leadingItems(section)
            guard items.count >= 2 else { continue }
            plan.standards += items
        }
    }

    private static func isStandards(_ flat: String) -> Bool {
        flat.contains(" standards ") || flat.contains(" judgement criteria ")
            || flat.contains(" judgment criteria ")
            || flat.contains(" grade descriptors ") || flat.contains(" evaluation criteria ")
    }

    /// The first list of the section, its numerals as labels.
    private static func leadingItems(_ section: Outline.Section) -> [Plan.Item] {
        var found: [Plan.Item] = []
        for entry in section.entries {
            guard case .paragraph(let paragraph) = entry else { break }
            guard case .item(let numeral, _) = paragraph.role else {
                if found.isEmpty { continue }
                break
            }
            let label = numeral.flatMap { LabelMarker.read(Words($0), at: 0)?.value }
            // A paragraph number among the list ("2.3" after 12) belongs to the text that follows.
            if let label, label.contains("."), let first = found.first?.label, !first.contains(".") { break }
            found.append(Plan.Item(label: label, text: paragraph.text.string.folded, place: paragraph.place))
        }
        return found
    }
}
