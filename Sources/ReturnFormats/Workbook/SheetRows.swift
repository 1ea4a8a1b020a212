/// The rows of a sheet, cut from its XML: no text of a cell is copied unless it has to be decoded.
struct SheetRows: RowSource {
    let countsFrom1904: Bool
    private var tags: PartTags
    private let shared: SharedTexts
    private let isDate: [Bool]
    private let scratch = Scratch()
    private var pieces: [UInt8] = []
    private var place = 0
    private var hasRow = false
    private var isOver = false

    private enum Kind { case number, shared, text, inline, flag, fault }

    /// `part` is UTF-8 and stays where it is.
    init(_ part: UnsafeRawBufferPointer, of workbook: Workbook) throws(UnusableFile) {
        tags = try PartTags(part)
        shared = workbook.shared
        isDate = workbook.isDate
        countsFrom1904 = workbook.countsFrom1904
        while try tags.next() {
            guard tags.isNamed("sheetData") else { continue }
            isOver = try tags.close()
            return
        }
        throw PartTags.damaged
    }

    mutating func next(_ row: inout Row) throws(UnusableFile) -> Bool {
        row.clear()
        scratch.empty()
        while !isOver {
            guard try tags.next() else { throw PartTags.damaged }
            if tags.isNamed("row"), !tags.isEnd {
                try beginRow()
                row.place = place
                if tags.isEmpty { return true }
                try cells(&row)
                return true
            }
            if tags.isNamed("sheetData"), tags.isEnd { isOver = true }
        }
        return false
    }

    private mutating func beginRow() throws(UnusableFile) {
        place += 1
        while let (name, value) = try tags.attribute() {
            guard name.count == 1, tags.bytes[name.lowerBound] == 0x72 else { continue }  // r
            guard let (number, isWhole) = WrittenNumber.floor(value), isWhole, number > 0 else {
                throw PartTags.damaged
            }
            place = number
        }
    }

    private mutating func cells(_ row: inout Row) throws(UnusableFile) {
        var column = -1
        while true {
            guard try tags.next() else { throw PartTags.damaged }
            if tags.letter == 0x63, !tags.isEnd {  // c
                try cell(&row, &column)
            } else if tags.isEnd, tags.isNamed("row") {
                return
            } else if tags.isEnd, tags.isNamed("sheetData") {
                isOver = true
                return
            }
        }
    }

    private mutating func cell(_ row: inout Row, _ column: inout Int) throws(UnusableFile) {
        var kind = Kind.number
        var style = 0
        column += 1
        while let (name, value) = try tags.attribute() {
            guard name.count == 1 else { continue }
            switch tags.bytes[name.lowerBound] {
            case 0x72: column = SheetRows.column(value) ?? column  // r
            case 0x73: style = WrittenNumber.floor(value)?.value ?? 0  // s
            case 0x74: kind = SheetRows.kind(value)  // t
            default: break
            }
        }
        guard !tags.isEmpty else { return }
        var text = UnsafeRawBufferPointer(start: nil, count: 0)
        while true {
            guard try tags.next() else { throw PartTags.damaged }
            if tags.letter == 0x63 { break }
            if tags.isEnd { continue }
            if tags.letter == 0x76 {  // v
                if try !tags.close() { text = tags.text() }
            } else if tags.isNamed("is") {
                if try !tags.close() { text = try inline() }
            }
        }
        guard tags.isEnd else { throw PartTags.damaged }
        guard !text.isEmpty else { return }
        switch kind {
        case .shared:
            guard let (number, _) = WrittenNumber.floor(text), let found = shared[number] else {
                throw PartTags.damaged
            }
            put(&row, column, .text, found)
        case .number:
            let shows = style >= 0 && style < isDate.count && isDate[style]
            put(&row, column, shows ? .serial : .number, text)
        case .text: put(&row, column, .text, try decoded(text))
        case .inline: put(&row, column, .text, text)
        case .flag: put(&row, column, .flag, text)
        case .fault: put(&row, column, .fault, text)
        }
    }

    @inline(__always)
    private func put(
        _ row: inout Row, _ column: Int, _ kind: RowCell.Kind, _ text: UnsafeRawBufferPointer
    ) {
        let text = DelimitedRows.trimmed(text, 0, text.count)
        if !text.isEmpty { row.set(column, kind, text) }
    }

    private mutating func decoded(_ text: UnsafeRawBufferPointer) throws(UnusableFile)
        -> UnsafeRawBufferPointer
    {
        guard text.contains(0x26) else { return text }
        pieces.removeAll(keepingCapacity: true)
        try SharedTexts.append(text, to: &pieces)
        return scratch.keep(pieces)
    }

    /// The text of a cell that holds its own, runs put together.
    private mutating func inline() throws(UnusableFile) -> UnsafeRawBufferPointer {
        pieces.removeAll(keepingCapacity: true)
        var isAid = false
        while true {
            guard try tags.next() else { throw PartTags.damaged }
            if tags.isNamed("is"), tags.isEnd { return scratch.keep(pieces) }
            if tags.isNamed("rPh") {
                let isEmpty = try tags.close()
                isAid = !tags.isEnd && !isEmpty
            } else if tags.letter == 0x74, !tags.isEnd, try !tags.close(), !isAid {
                try SharedTexts.append(tags.text(), to: &pieces)
            }
        }
    }

    private static func kind(_ value: UnsafeRawBufferPointer) -> Kind {
        switch value.first {
        case 0x73: value.count == 1 ? .shared : .text  // s, str
        case 0x69: .inline
        case 0x62: .flag
        case 0x65: .fault
        case 0x64: .text  // a date as ISO writes it
        default: .number
        }
    }

    /// From `AB12`, from 0; nil for what is no place in a sheet.
    private static func column(_ place: UnsafeRawBufferPointer) -> Int? {
        var number = 0
        var letters = 0
        for byte in place {
            let letter = Int((byte & 0xDF) &- 0x41)
            guard letter < 26, letters < 4 else { break }
            number = number * 26 + letter + 1
            letters += 1
        }
        return letters > 0 ? number - 1 : nil
    }
}
