import Documents
import Kernel

/// Numbers of several levels in one column: 1 groups, 1.1 is an area, 1.1.1 an action.
enum OutlineRows {
    /// Rows that hold nothing but a number and words, and whose number the next row's begins with, become areas,
    /// or headings over areas.
    static func lifted(_ rows: [PlanRow]) -> [PlanRow] {
        var lifted: [PlanRow] = []
        var section: String?
        for (index, row) in rows.enumerated() {
            guard isHeading(index, rows) else {
                lifted.append(row)
                continue
            }
            let number = reference(row) ?? ""
            if isHeading(index + 1, rows) {
                section = (row.has(.actionReference) ? "\(number) " : "") + row.text(.action).inOneLine
                continue
            }
            var made = PlanRow(place: row.place)
            made.isAreaLevel = true
            made.section = section ?? row.section
            made.cells[.area] = row.cells[.action]
            made.cells[.areaReference] = row.cells[.actionReference]
            lifted.append(made)
        }
        return lifted
    }

    private static func isHeading(_ index: Int, _ rows: [PlanRow]) -> Bool {
        guard rows.indices.contains(index), rows.indices.contains(index + 1) else { return false }
        let row = rows[index]
        guard !row.isAreaLevel, !row.has(.area), row.covering[.area] == nil, row.has(.action),
            row.cells.keys.allSatisfy({ [.action, .actionReference, .ignored, .status].contains($0) }),
            let own = reference(row), let next = reference(rows[index + 1]), !rows[index + 1].has(.area)
        else { return false }
        return next.hasPrefix(own.hasSuffix(".0") ? String(own.dropLast(1)) : own + ".")
    }

    private static func reference(_ row: PlanRow) -> String? {
        if row.has(.actionReference) { return ActionNumber.clean(row.text(.actionReference)) }
        return row.has(.action) ? AreaLabel(row.text(.action)).reference : nil
    }
}
