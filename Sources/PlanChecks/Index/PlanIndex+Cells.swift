import Documents
import Kernel

extension PlanIndex {
    /// The words of the document's cell at that place, a line a paragraph; nil when there is no such cell.
    func cellText(at place: Place) -> String? {
        guard let number = place.table, tables.indices.contains(number - 1) else { return nil }
        for row in tables[number - 1].rows {
            for cell in row.cells where cell.place == place { return cell.text }
        }
        return nil
    }

    /// Tables whose first row reads like the header of a plan, with that row.
    var planTables: [(table: Table, header: Table.Row)] {
        tables.compactMap { table in
            guard table.columnCount >= 3, let header = table.rows.first(where: isHeader) else { return nil }
            return (table, header)
        }
    }

    private func isHeader(_ row: Table.Row) -> Bool {
        let texts = row.cells.map(\.text).filter { !$0.isEmpty }
        guard texts.count >= 3, texts.allSatisfy({ $0.utf8.count < 120 }) else { return false }
        let hits = texts.filter { Headings.words.matches(Words($0)) }.count
        return hits >= 2 && hits * 2 >= texts.count
    }
}

enum Headings {
    /// Words that head the columns of plans.
    static let words = Lexicon([
        "timescale", "timescales", "deadline", "by when", "start", "finish", "due", "target date", "date",
        "action", "actions", "key action", "we will", "task", "what", "lead", "leads", "lead officer",
        "owner",
        "who", "responsible", "responsibility", "officer", "success criteria", "success", "measure",
        "measures",
        "outcome", "outcomes", "impact", "evidence", "area for development", "what needs to change",
        "how change will be achieved", "how measured", "status", "rag", "progress", "how will we know",
        "recommendation", "priority", "objective", "milestone", "milestones",
    ])
}
