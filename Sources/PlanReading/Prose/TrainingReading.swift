import Documents
import Kernel
import PlanFormat

/// Training needs by group of staff: headings with bullets under a training heading, or a table of its own.
enum TrainingReading {
    static func read(_ outline: Outline, into plan: inout Plan) {
        var isUnderTraining = false
        for section in outline.sections {
            for table in section.tables { read(table, into: &plan) }
            let needs = leadingItems(section)
            if isTraining(section.flatHeading) {
                isUnderTraining = true
                if !needs.isEmpty { audiences(in: section, into: &plan) }
            } else if isUnderTraining, !needs.isEmpty, section.heading.utf8.count <= 80 {
                plan.training.append(
                    Plan.TrainingNeed(audience: section.heading, needs: needs, place: section.place))
            } else {
                isUnderTraining = false
            }
        }
    }

    private static func isTraining(_ flat: String) -> Bool {
        flat.contains(" training ") && !flat.contains(" team ")
            || flat.contains(" learning and development ") || flat.contains(" development needs ")
    }

    /// The list that a section begins with; nothing where it begins with sentences.
    private static func leadingItems(_ section: Outline.Section) -> [String] {
        var found: [String] = []
        for entry in section.entries {
            guard case .paragraph(let paragraph) = entry else { break }
            guard case .item = paragraph.role else {
                // "Needs:" may stand before the list.
                if found.isEmpty, paragraph.text.string.hasSuffix(":") { continue }
                break
            }
            found.append(paragraph.text.string.folded)
        }
        return found
    }

    /// "Social workers:" as a line of its own before each list, under the training heading itself.
    private static func audiences(in section: Outline.Section, into plan: inout Plan) {
        var audience: Paragraph?
        for paragraph in section.paragraphs {
            guard case .item(_, let level) = paragraph.role else {
                let text = paragraph.text.string
                audience =
                    text.utf8.count <= 80 && text.hasSuffix(":") && Words(text).count <= 8 ? paragraph : nil
                continue
            }
            guard let current = audience else { continue }
            let name = Outline.heading(current.text.string)
            if level == 0 || plan.training.last?.audience == name {
                if plan.training.last?.audience == name, plan.training.last?.place == current.place {
                    plan.training[plan.training.count - 1].needs.append(paragraph.text.string.folded)
                } else {
                    plan.training.append(
                        Plan.TrainingNeed(
                            audience: name, needs: [paragraph.text.string.folded], place: current.place))
                }
            }
        }
    }

    /// A table of staff groups and what they need to learn.
    private static func read(_ table: Table, into plan: inout Plan) {
        guard
            let columns = table.header(containing: [
                [" staff ", " audience ", " who ", " group ", " role ", " team ", " post "],
                [" training ", " need ", " needs ", " development ", " learning "],
            ]), columns[0] != columns[1],
            table.words(row: 0).contains(where: { isTraining(Words($0).flat) })
        else { return }
        for row in table.rows.indices.dropFirst() {
            let cells = table.words(row: row)
            let cell = table.rows[row].cells.first { $0.column == columns[1] }
            let needs = (cell?.paragraphs ?? []).flatMap { $0.text.string.split(separator: "\n") }
                .flatMap { $0.split(separator: ";") }.map { String($0).folded }.filter { !$0.isEmpty }
            guard !cells[columns[0]].isEmpty, !needs.isEmpty else { continue }
            plan.training.append(
                Plan.TrainingNeed(audience: cells[columns[0]], needs: needs, place: table.rows[row].place))
        }
    }
}
