import Kernel

/// Annex A's columns as bytes to keep, list by list, and back: what measures are computed from again without the file.
///
/// The bytes hold case references and are to be kept as such. They carry the number of their form and a checksum;
/// columns are found by their headers, so that a later form of the program reads what an earlier one kept.
package enum AnnexAStore {
    package struct Kept: Sendable {
        package var lists: [AnnexAList: [UInt8]]
        /// References of the children that the lists point at.
        package var children: [UInt8]

        package init(lists: [AnnexAList: [UInt8]], children: [UInt8]) {
            self.lists = lists
            self.children = children
        }
    }

    private static let form: UInt8 = 1
    private static let days = [DateCell.missing.number, DateCell.unreadable.number]
    private static let counts = [CountCell.missing.number, CountCell.unreadable.number]

    package static func encode(_ file: AnnexA) -> Kept {
        var writer = PackedWriter()
        writer.byte(form)
        writer.byte(0)
        writer.texts((0..<file.children.count).map { file.children[$0].reveal(for: .storing) })
        return Kept(lists: file.tables.mapValues(encode), children: writer.finish())
    }

    package static func decode(_ kept: Kept) throws(UnusableFile) -> AnnexA {
        var reader = try PackedReader(kept.children)
        guard try reader.byte() == form, try reader.byte() == 0 else { throw PackedReader.damaged }
        let children = References(try reader.texts())
        guard reader.isAtEnd else { throw PackedReader.damaged }
        var tables: [AnnexAList: AnnexATable] = [:]
        for (list, bytes) in kept.lists {
            tables[list] = try decode(bytes, list, children: children.count)
        }
        return AnnexA(tables: tables, children: children)
    }

    // MARK: One list

    private static func encode(_ table: AnnexATable) -> [UInt8] {
        var writer = PackedWriter()
        writer.byte(form)
        writer.byte(UInt8(table.list.rawValue))
        writer.count(table.rows)
        writer.numbers(table.child)
        writer.numbers(table.place)
        writer.count(table.columns.count)
        // In the order of the layout: equal tables give equal bytes.
        for slot in table.list.slots {
            guard let column = table.columns[slot.field] else { continue }
            writer.text(slot.field.rawValue)
            switch column {
            case .dates(let cells): writer.numbers(cells.map(\.number), special: days)
            case .counts(let cells): writer.numbers(cells.map(\.number), special: counts)
            case .texts(let column): encode(column, &writer)
            case .codes(let column):
                encode(column.text, &writer)
                writer.texts(column.set.codes.map(\.name))
                writer.numbers(column.codes.map(Int32.init))
            }
        }
        return writer.finish()
    }

    private static func encode(_ column: TextColumn, _ writer: inout PackedWriter) {
        writer.texts(column.distinct)
        writer.numbers(column.rows)
    }

    private static func decode(
        _ bytes: [UInt8], _ list: AnnexAList, children: Int
    ) throws(UnusableFile) -> AnnexATable {
        var reader = try PackedReader(bytes)
        guard try reader.byte() == form, Int(try reader.byte()) == list.rawValue else {
            throw PackedReader.damaged
        }
        let rows = try reader.count()
        var table = AnnexATable(list, rows: rows)
        table.child = try reader.numbers()
        guard table.child.count == rows || list == .adopters && table.child.isEmpty,
            table.child.allSatisfy({ -1 <= $0 && $0 < children })
        else { throw PackedReader.damaged }
        table.place = try reader.numbers(of: rows)
        let fields = Dictionary(uniqueKeysWithValues: list.slots.map { ($0.field.rawValue, $0.field) })
        for _ in 0..<(try reader.count()) {
            guard let field = fields[try reader.text()], table.columns[field] == nil else {
                throw PackedReader.damaged
            }
            switch field.kind {
            case .dates:
                table.columns[field] = .dates(
                    try reader.numbers(special: days, of: rows).map { DateCell(number: $0) })
            case .counts:
                table.columns[field] = .counts(
                    try reader.numbers(special: counts, of: rows).map { CountCell(number: $0) })
            case .texts: table.columns[field] = .texts(try texts(&reader, rows))
            case .codes(let set): table.columns[field] = .codes(try codes(&reader, rows, set))
            }
        }
        guard reader.isAtEnd else { throw PackedReader.damaged }
        return table
    }

    private static func texts(_ reader: inout PackedReader, _ rows: Int) throws(UnusableFile) -> TextColumn {
        let distinct = try reader.texts()
        let places = try reader.numbers(of: rows)
        guard distinct.first == "", places.allSatisfy({ 0 <= $0 && $0 < distinct.count }) else {
            throw PackedReader.damaged
        }
        return TextColumn(rows: places, distinct: distinct)
    }

    /// Codes are kept by name: a code set may have grown since.
    private static func codes(
        _ reader: inout PackedReader, _ rows: Int, _ set: CodeSet
    ) throws(UnusableFile) -> CodeColumn {
        let text = try texts(&reader, rows)
        let names = try reader.texts()
        let kept = try reader.numbers(of: text.distinct.count)
        let now = Dictionary(
            set.codes.enumerated().map { ($0.element.name, Int16($0.offset)) },
            uniquingKeysWith: { first, _ in first })
        var codes: [Int16] = []
        for code in kept {
            if code < 0 {
                guard code >= Int32(CodeColumn.groupOnly) else {
                    throw PackedReader.damaged
                }
                codes.append(Int16(code))
            } else {
                guard code < names.count else { throw PackedReader.damaged }
                codes.append(now[names[Int(code)]] ?? CodeColumn.unrecognised)
            }
        }
        return CodeColumn(text: text, set: set, codes: codes)
    }
}
