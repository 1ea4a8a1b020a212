import Documents
import Kernel
import PlanFormat

/// A text of the plan or its document in which figures are read.
struct Statement: Sendable {
    let words: Words
    let subject: String
    let place: Place?
    let references: [String]
}

extension Statement {
    /// Running text first, then areas, actions and criteria; figures kept by hand where there is no document.
    static func all(
        _ plan: Plan, areas: [PlanIndex.AreaRow], rows: [PlanIndex.Row], criteria: [PlanIndex.CriterionRow],
        running: [PlanIndex.Running]
    ) -> [Statement] {
        var statements = running.map {
            Statement(words: $0.words, subject: $0.subject, place: $0.paragraph.place, references: [])
        }
        for area in areas {
            statements.append(
                Statement(words: area.title, subject: area.subject, place: area.area.place, references: []))
        }
        for row in rows {
            statements.append(
                Statement(
                    words: row.words, subject: row.subject, place: row.action.place,
                    references: row.reference.map { [$0] } ?? []))
        }
        for criterion in criteria {
            statements.append(
                Statement(
                    words: criterion.words, subject: criterion.subject, place: criterion.criterion.place,
                    references: criterion.rows.compactMap { rows[$0].reference }))
        }
        guard running.isEmpty else { return statements }
        for figure in plan.figures {
            statements.append(
                Statement(
                    words: Words(figure.text),
                    subject: figure.place.map { Wording.capitalised($0.description) } ?? "Whole plan",
                    place: figure.place, references: []))
        }
        return statements
    }
}
