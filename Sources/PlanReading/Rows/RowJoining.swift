import Documents
import Kernel

/// Puts rows together again that a page break cut, or that only add to the row above.
struct RowJoining {
    private(set) var rows: [PlanRow] = []
    private let smallLettersSay: Bool

    static func join(_ rows: [PlanRow]) -> [PlanRow] {
        var joining = RowJoining(rows)
        for row in rows { joining.take(row) }
        return joining.rows
    }

    /// Where most actions begin with a small letter, a small letter tells nothing.
    private init(_ rows: [PlanRow]) {
        let texts = rows.map { $0.text(.action) }.filter { !$0.isEmpty }
        let small = texts.filter(Continuation.beginsInside).count
        smallLettersSay = small * 3 < texts.count || texts.count < 3
    }

    private mutating func take(_ row: PlanRow) {
        var row = row
        guard let last = rows.indices.last, !row.isAreaLevel, !rows[last].isAreaLevel else {
            rows.append(row)
            return
        }
        if goesOnWithArea(row) {
            let cells = row.cells.removeValue(forKey: .area) ?? []
            if let home = rows.lastIndex(where: { $0.has(.area) }) {
                rows[home].cells[.area] = joined(rows[home].cells[.area] ?? [], cells, isBreak: true)
            }
        }
        if row.cells.isEmpty { return }
        guard let way = wayOfGoingOn(row, after: rows[last]) else {
            rows.append(row)
            return
        }
        for (meaning, cells) in row.cells {
            rows[last].cells[meaning] = joined(
                rows[last].cells[meaning] ?? [], cells, isBreak: way == .midSentence)
        }
    }

    private enum Way { case midSentence, nextLines }

    /// The area's words go on in this row, whatever its other cells do.
    private func goesOnWithArea(_ row: PlanRow) -> Bool {
        let area = row.text(.area)
        guard !area.isEmpty, !row.has(.areaReference) || row.text(.areaReference).isEmpty,
            let above = rows.last(where: { $0.has(.area) })?.text(.area)
        else { return false }
        return row.startsPage && Continuation.beginsInside(area) && !Continuation.isFinished(above)
    }

    private func wayOfGoingOn(_ row: PlanRow, after last: PlanRow) -> Way? {
        guard !row.has(.area), !row.has(.areaReference), !row.has(.actionReference), !row.has(.section) else {
            return nil
        }
        let action = row.text(.action)
        if row.startsPage {
            if row.cells.values.joined().contains(where: { beginsWithLabel($0.text) && !$0.text.isEmpty }),
                !action.isEmpty, beginsWithLabel(action)
            {
                return nil
            }
            let cut = row.cells.contains { meaning, cells in
                Continuation.beginsInside(cells.first?.text ?? "")
                    && (meaning != .action || smallLettersSay) && last.has(meaning)
            }
            let dangling = row.cells.keys.contains { Continuation.isUnfinished(last.text($0)) }
            if action.isEmpty || (smallLettersSay && Continuation.beginsInside(action))
                || (cut && last.has(.action) && !Continuation.isFinished(last.text(.action)))
            {
                return cut || dangling ? .midSentence : .nextLines
            }
            // The rest of a row whose cells hold several actions: what was said once is not said again.
            if last.has(.lead), !row.has(.lead), !row.has(.area) { return .nextLines }
            return nil
        }
        if action.isEmpty, !row.has(.change) || last.has(.change) {
            guard last.has(.action) || row.covering[.action] != nil else { return nil }
            return .nextLines
        }
        if smallLettersSay, Continuation.beginsInside(action), !row.has(.lead), !row.has(.timescale),
            !row.has(.finish),
            Continuation.isUnfinished(last.text(.action)) || !Continuation.isFinished(last.text(.action))
        {
            return .midSentence
        }
        return nil
    }

    private func beginsWithLabel(_ text: String) -> Bool {
        AreaLabel.number(text.trimmed[...]) != nil
            || LabelPhrase.split([Paragraph(Text(text), place: Place())]).first.map {
                $0.label != nil || $0.reference != nil
            } ?? false
    }

    private func joined(_ above: [PlanCell], _ below: [PlanCell], isBreak: Bool) -> [PlanCell] {
        var cells = above
        for cell in below {
            guard let index = cells.lastIndex(where: { $0.column == cell.column }) else {
                cells.append(cell)
                continue
            }
            var added = cell.paragraphs
            if let first = added.first, let last = cells[index].paragraphs.last,
                !beginsWithLabel(first.text.string),
                Continuation.beginsInside(first.text.string) || Continuation.isUnfinished(last.text.string)
                    || (isBreak && !Continuation.isFinished(last.text.string))
            {
                let end = cells[index].paragraphs.count - 1
                cells[index].paragraphs[end].text = Continuation.join(last.text, first.text)
                added.removeFirst()
            }
            cells[index].paragraphs += added
        }
        return cells
    }
}
