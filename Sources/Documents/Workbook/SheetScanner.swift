import Kernel

/// Reads one sheet row by row, and keeps only the cells that hold something or are filled.
final class SheetScanner: XMLListener {
    private let workbook: WorkbookContext
    private(set) var sheet = Sheet()
    private var row = 0
    private(set) var objects: [String: String] = [:]

    /// Filled cells without words past this many are only decoration.
    private static let mostFilled = 200_000

    init(_ workbook: WorkbookContext) {
        self.workbook = workbook
    }

    func begin(_ element: XMLElement) throws(Unreadable) -> Bool {
        switch element.tag {
        case .sRow, .sCol, .sMergeCell, .sOleObject: true
        default: false
        }
    }

    func end(_ tag: XMLTag?) throws(Unreadable) {}

    func whole(_ element: XMLElement) throws(Unreadable) {
        switch element.tag {
        case .sRow: try add(row: element)
        case .sCol:
            if element.isOn(.hidden), let first = element.number(.min), let last = element.number(.max),
                first > 0, first <= last
            {
                let last = min(last, CellArea.mostColumns)
                if first <= last { sheet.hiddenColumns.formUnion(first...last) }
            }
        case .sMergeCell:
            if let area = element[.ref].flatMap(CellArea.init), area.count > 1,
                sheet.merges.count < workbook.limits.cells
            {
                sheet.merges.append(area)
            }
        case .sOleObject: objects[element[.id] ?? ""] = element[.progId] ?? "embedded file"
        default: break
        }
    }

    private func add(row element: XMLElement) throws(Unreadable) {
        row = element.number(.r) ?? row + 1
        let isHidden = element.isOn(.hidden)
        if isHidden { sheet.hide(row: row) }
        var column = 0
        var holdsSomething = false
        for child in element.children where child.tag == .sC {
            column = child.attributeBytes(.r).flatMap(CellArea.column) ?? column + 1
            guard (1...CellArea.mostColumns).contains(column), (1...CellArea.mostRows).contains(row) else {
                continue
            }
            guard var cell = try content(of: child) else {
                keepFill(child, column, isHidden)
                continue
            }
            holdsSomething = true
            if isHidden { continue }
            cell.row = row
            cell.column = column
            try workbook.take(cell)
            sheet.cells.append(cell)
        }
        if isHidden, holdsSomething { sheet.hiddenRowCount += 1 }
    }

    private func keepFill(_ element: XMLElement, _ column: Int, _ isHidden: Bool) {
        guard !isHidden, sheet.filled.count < SheetScanner.mostFilled, let style = element.number(.s),
            let fill = workbook.styles[style].fill
        else { return }
        sheet.filled.append(SheetCell(row: row, column: column, fill: fill))
    }

    /// Nil for a cell that holds nothing.
    private func content(of element: XMLElement) throws(Unreadable) -> SheetCell? {
        let format = workbook.styles[element.number(.s) ?? 0]
        let kind = element.attributeBytes(.t).map { String(decoding: $0, as: UTF8.self) } ?? "n"
        var cell = SheetCell(fill: format.fill, fontSize: format.fontSize)
        var text: String?
        if kind == "inlineStr" {
            guard let inline = element[.sIs] else { return nil }
            let entry = SharedStrings.entry(inline, workbook.colours)
            cell.lines = entry.isRich ? entry.lines : entry.lines.map { $0.marked(format.look) }
            return cell.lines.isEmpty ? nil : cell
        }
        guard let value = element[.sV] else { return nil }
        switch kind {
        case "s":
            guard let index = Int(value.text.trimmed), workbook.strings.indices.contains(index) else {
                return nil
            }
            let entry = workbook.strings[index]
            cell.lines = entry.isRich ? entry.lines : entry.lines.map { $0.marked(format.look) }
            return cell.lines.isEmpty ? nil : cell
        case "b": text = value.text.trimmed == "1" ? "TRUE" : "FALSE"
        case "d": (text, cell.value) = SheetScanner.isoDate(value.text.trimmed)
        case "n":
            guard let number = Double(value.text.trimmed), number.isFinite else { return nil }
            (text, cell.value) = format.number.show(number, workbook.dates)
        default: text = value.text
        }
        var lines = WorkbookLines()
        lines.append((text ?? "").utf8, format.look)
        cell.lines = lines.finish()
        return cell.lines.isEmpty && cell.value == nil ? nil : cell
    }

    private static func isoDate(_ text: String) -> (String, Table.Cell.Value?) {
        guard let day = Day(text.prefix(10)) else { return (text, nil) }
        return (day.short, .day(day))
    }
}

extension String {
    fileprivate var trimmed: String {
        guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
        return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension Text {
    /// The whole text under one look.
    fileprivate func marked(_ look: TextBuilder.Style) -> Text {
        guard look != .plain, marks.isEmpty else { return self }
        var text = self
        let all = 0..<string.utf8.count
        if look.isBold { text.marks.append(Mark(.bold, all)) }
        if look.isItalic { text.marks.append(Mark(.italic, all)) }
        if look.isUnderlined { text.marks.append(Mark(.underline, all)) }
        if look.isStruck { text.marks.append(Mark(.strikethrough, all)) }
        if let colour = look.colour { text.marks.append(Mark(.colour(colour), all)) }
        return text
    }
}
