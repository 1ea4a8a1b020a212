import Documents
import Kernel

/// A table whose first column names what the second holds: one card an area or an action.
struct CardReader {
    struct Cards {
        var rows: [PlanRow]
        var hasArea: Bool
    }

    private struct Entry {
        var name: String
        var sense: HeaderSense
        var cell: PlanCell
    }

    private let grid: Grid
    private var titles: [Int: PlanCell] = [:]

    init(_ grid: Grid, columnOverrides: [Int: ColumnMeaning]) {
        self.grid = grid
    }

    /// Nil when the table is no card.
    func read() -> Cards? {
        guard (2...6).contains(grid.columnCount) else { return nil }
        var entries: [(row: Int, entry: Entry?, title: PlanCell?)] = []
        var filled = 0
        var named = 0
        for row in 0..<grid.rowCount {
            let cells = grid.cells(in: row)
            guard !cells.isEmpty else { continue }
            filled += 1
            if let found = self.entries(in: row, cells) {
                named += 1
                for entry in found { entries.append((row, entry, nil)) }
            } else if cells.count == 1 {
                entries.append((row, nil, PlanCell(cells[0].cell)))
            } else {
                return nil
            }
        }
        let senses = Set(entries.compactMap { $0.entry?.sense })
        guard named >= 2, named * 2 > filled, senses.count >= 2,
            senses.contains(where: { [.area, .priority, .action, .outcome, .theme, .change].contains($0) }),
            senses.contains(where: { [.action, .lead, .timescale, .finish, .success].contains($0) })
        else { return nil }
        return assemble(entries, meanings(entries.compactMap(\.entry)))
    }

    /// Names and what they hold, in pairs from the left; nil when a name is no heading of a plan.
    private func entries(in row: Int, _ cells: [Grid.Cell]) -> [Entry]? {
        var cells = cells
        if let first = cells.first, let above = grid.cell(row, 0), above.row < row, first.cell.column > 0,
            !above.text.isEmpty
        {
            cells.insert(above, at: 0)
        }
        if cells.count == 1, cells[0].cell.columnSpan < grid.columnCount, cells[0].cell.column == 0,
            let sense = CardReader.sense(cells[0].text)
        {
            return [Entry(name: cells[0].text, sense: sense, cell: PlanCell([], place: cells[0].cell.place))]
        }
        guard cells.count >= 2, cells.count % 2 == 0 else { return nil }
        var found: [Entry] = []
        for index in stride(from: 0, to: cells.count, by: 2) {
            guard let sense = CardReader.sense(cells[index].text) else { return nil }
            let value = cells[index + 1]
            if let match = HeaderWords.match(value.text), match.cover >= 0.9 { return nil }
            found.append(Entry(name: cells[index].text, sense: sense, cell: PlanCell(value.cell)))
        }
        return found
    }

    /// "Action 2" names an action too.
    private static func sense(_ text: String) -> HeaderSense? {
        var words = PlainWords.of(text)
        while let last = words.last, last.allSatisfy(\.isNumber) || last.count == 1 { words.removeLast() }
        guard let match = HeaderWords.match(words.joined(separator: " ")), match.cover >= 0.6 else {
            return nil
        }
        return match.sense
    }

    /// The names taken as if they were columns, so that one rule tells areas from outcomes.
    private func meanings(_ entries: [Entry]) -> [String: ColumnMeaning] {
        var names: [String] = []
        var senses: [Int: HeaderSense] = [:]
        for entry in entries where !names.contains(CardReader.key(entry.name)) {
            senses[names.count] = entry.sense
            names.append(CardReader.key(entry.name))
        }
        let contents = names.map { name in
            var content = ColumnContents()
            content.filled = 1
            content.words =
                entries.first { CardReader.key($0.name) == name }
                .map { PlainWords.of($0.cell.text).count } ?? 0
            return content
        }
        let columns = ColumnMeanings(senses: senses, contents: contents, columnCount: names.count)
        var result: [String: ColumnMeaning] = [:]
        for (index, name) in names.enumerated() { result[name] = columns.meanings[index] }
        return result
    }

    private static func key(_ name: String) -> String {
        PlainWords.of(name).filter { !$0.allSatisfy(\.isNumber) }.joined(separator: " ")
    }

    private func assemble(
        _ entries: [(row: Int, entry: Entry?, title: PlanCell?)], _ meanings: [String: ColumnMeaning]
    ) -> Cards {
        var rows: [PlanRow] = []
        var current: PlanRow?
        let hasArea = meanings.values.contains(.area)
        var section: String?
        for (row, entry, title) in entries {
            if let title {
                if let done = current { rows.append(done) }
                current = nil
                if hasArea {
                    section = title.text.inOneLine
                } else {
                    var made = PlanRow(place: title.place)
                    made.isAreaLevel = true
                    made.add(title, as: .area)
                    rows.append(made)
                }
                continue
            }
            guard let entry, let meaning = meanings[CardReader.key(entry.name)] else { continue }
            let begins =
                ((meaning == .areaReference || meaning == .actionReference) && current?.has(meaning) == true)
                || (meaning == .area
                    && (current?.cells.isEmpty == false && current?.has(.areaReference) != true
                        || current?.has(.area) == true))
                || (meaning == .action && current?.has(.action) == true
                    && current?.cells[.action]?.last?.place.row != row
                    && entry.name != "")
            if begins, let done = current, !isMergedName(row, entry) {
                rows.append(done)
                current = nil
            }
            var made = current ?? PlanRow(place: grid.table.rows[row].place)
            made.section = section
            var cell = entry.cell
            cell.heading = entry.name
            addNumber(of: entry, meaning, to: &made)
            made.add(cell, as: meaning)
            current = made
        }
        if let done = current { rows.append(done) }
        return Cards(rows: rows, hasArea: hasArea || rows.contains { $0.isAreaLevel && $0.has(.area) })
    }

    /// "Recommendation 3" and "Action 1.2" carry a number.
    private func addNumber(of entry: Entry, _ meaning: ColumnMeaning, to row: inout PlanRow) {
        guard let number = AreaLabel(entry.name + " ").reference else { return }
        let cell = PlanCell([Paragraph(Text(number), place: entry.cell.place)], place: entry.cell.place)
        if meaning == .area, !row.has(.areaReference) { row.add(cell, as: .areaReference) }
        if meaning == .action, !row.has(.actionReference),
            number.contains(where: { $0 == "." || $0.isLetter })
        {
            row.add(cell, as: .actionReference)
        }
    }

    /// The name stands in a cell that is merged over several rows of values.
    private func isMergedName(_ row: Int, _ entry: Entry) -> Bool {
        guard let cell = grid.cell(row, 0) else { return false }
        return cell.row < row && cell.text == entry.name
    }
}
