import Documents
import Kernel

/// One column while its rows are read.
struct AnnexAColumnBuilder {
    let field: AnnexAField
    private let kind: AnnexAKind
    private let from1904: Bool
    /// Days, numbers, or places in `texts`; shorter than the rows where the last ones are empty.
    private var cells: [Int32] = []
    private(set) var texts = ByteInterner()
    private(set) var filled = 0
    private(set) var unreadable = AnnexAFindings.Tally()
    private(set) var placeholders = AnnexAFindings.Tally()
    private(set) var inexact = AnnexAFindings.Tally()
    private let missing: Int32
    private let isReference: Bool

    init(_ field: AnnexAField, from1904: Bool) {
        self.field = field
        kind = field.kind
        self.from1904 = from1904
        missing =
            switch field.kind {
            case .dates: DateCell.missing.number
            case .counts: CountCell.missing.number
            case .texts, .codes: 0
            }
        isReference = [.child, .adopter, .family, .placementURN].contains(field)
    }

    mutating func add(_ cell: RowCell, row: Int, place: Int) {
        guard cell.kind != .empty else { return }
        filled += 1
        let value: Int32
        switch kind {
        case .dates: value = date(cell, place)
        case .counts: value = count(cell, place)
        case .texts, .codes: value = text(cell, place)
        }
        if cells.count < row { pad(to: row) }
        cells.append(value)
    }

    private mutating func pad(to rows: Int) {
        cells.append(contentsOf: repeatElement(missing, count: rows - cells.count))
    }

    private mutating func date(_ cell: RowCell, _ place: Int) -> Int32 {
        let day =
            switch cell.kind {
            case .serial:
                WrittenNumber.floor(cell.text).flatMap {
                    WorkbookDates.day(Double($0.value), from1904: from1904)
                }
            case .number: WrittenDay.day(cell.text, from1904: from1904)
            case .text: WrittenDay.day(cell.text)
            case .flag, .fault, .empty: nil as Day?
            }
        if let day { return day.number }
        return lost(cell, place, DateCell.unreadable.number)
    }

    private mutating func count(_ cell: RowCell, _ place: Int) -> Int32 {
        if cell.kind == .number || cell.kind == .text || cell.kind == .serial,
            let (value, isWhole) = WrittenNumber.floor(cell.text), isWhole || field == .age,
            let number = Int32(exactly: value)
        {
            return number
        }
        return lost(cell, place, CountCell.unreadable.number)
    }

    /// A word for nothing is nothing; anything else that cannot be read is kept as such.
    private mutating func lost(_ cell: RowCell, _ place: Int, _ unreadableCell: Int32) -> Int32 {
        if AnnexAColumnBuilder.meansNothing(cell.text) {
            placeholders.add(place, cell.text)
            return missing
        }
        unreadable.add(place, cell.text)
        return unreadableCell
    }

    private mutating func text(_ cell: RowCell, _ place: Int) -> Int32 {
        if isReference { return reference(cell, place) }
        switch cell.kind {
        case .serial:
            if let day = WrittenNumber.double(cell.text).flatMap({ WorkbookDates.day($0, from1904: from1904) }
            ) {
                return Array(day.description.utf8).withUnsafeBytes { texts.number($0) }
            }
        case .flag:
            let word: StaticString = cell.text.first == 0x31 ? "TRUE" : "FALSE"
            return texts.number(
                UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        case .text, .number, .fault, .empty: break
        }
        return texts.number(cell.text)
    }

    private mutating func reference(_ cell: RowCell, _ place: Int) -> Int32 {
        let isNumber = cell.kind == .number || cell.kind == .serial || cell.text.endsInPointZero
        guard isNumber, let (text, isExact) = WrittenNumber.reference(cell.text) else {
            return texts.number(cell.text)
        }
        if !isExact { inexact.add(place) }
        return text.withUnsafeBytes { texts.number($0) }
    }

    private static func meansNothing(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count <= 5 else { return false }
        return ["-", "--", ".", "n/a", "#n/a", "na", "nan", "nat", "null", "none", "nil"].contains(
            String(decoding: text, as: UTF8.self).lowercased())
    }

    // MARK: The whole column

    /// For each row the place in `texts` of what it says.
    mutating func references(rows: Int) -> [Int32] {
        pad(to: rows)
        return cells
    }

    mutating func column(rows: Int, _ recognise: AnnexAReader.Recognition) -> AnnexAColumn {
        pad(to: rows)
        switch kind {
        case .dates: return .dates(cells.map { DateCell(number: $0) })
        case .counts: return .counts(cells.map { CountCell(number: $0) })
        case .texts: return .texts(textColumn())
        case .codes(let set):
            let text = textColumn()
            var codes = recognise(Array(text.distinct.dropFirst()), set, field)
            codes.insert(CodeColumn.missing, at: 0)
            return .codes(CodeColumn(text: text, set: set, codes: codes))
        }
    }

    /// Texts with white space folded, so that a worker with a space that does not break is one with a plain one.
    private func textColumn() -> TextColumn {
        var places: [String: Int32] = ["": 0]
        var distinct = [""]
        let moved = (0..<texts.count).map { number in
            let text = texts[number].split { $0.isWhitespace }.joined(separator: " ")
            if let known = places[text] { return known }
            let place = Int32(distinct.count)
            places[text] = place
            distinct.append(text)
            return place
        }
        return TextColumn(rows: cells.map { moved[Int($0)] }, distinct: distinct)
    }
}

extension UnsafeRawBufferPointer {
    /// As a number comes out of programs that keep all numbers with a point.
    fileprivate var endsInPointZero: Bool { count > 2 && self[count - 1] == 0x30 && self[count - 2] == 0x2E }
}
