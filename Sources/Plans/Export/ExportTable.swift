import Kernel
import PlanReading
import Storage

/// A table of an exported plan, before it becomes a file of one format or another.
struct ExportTable {
    var part: PlanLayout.Part
    /// The heading that its areas stand under, where the format gives them a table each.
    var section: String?
    var columns: [Column]
    var rows: [[Cell]]

    struct Column {
        var heading: PlanLayout.Heading
        /// In the heading row; the heading's own words unless said otherwise.
        var words: String
        /// Its share of the width, in characters that stand well on a line.
        var width: Double

        init(_ heading: PlanLayout.Heading, _ width: Double) {
            (self.heading, self.width) = (heading, width)
            words = heading.rawValue
        }
    }

    struct Cell {
        /// One value a line.
        var lines: [String]
        var value: Value?
        /// How many rows it covers; 0 where the cell above covers it.
        var rowSpan = 1

        init(_ lines: [String]) { self.lines = lines.map(\.inOneExportLine).filter { !$0.isEmpty } }

        init(_ line: String?) { self.init(line.map { [$0] } ?? []) }

        /// A date as tables have it; a spreadsheet holds a full day as a true date.
        init(_ date: PartialDate?) {
            self.init(date?.short)
            if let date, date.day != nil { value = .day(date.first) }
        }

        init(_ number: Double?) {
            self.init(number.map { PlanLayout.words($0) })
            value = number.map(Value.number)
        }

        var isEmpty: Bool { lines.isEmpty }
    }

    enum Value {
        case day(Day)
        case number(Double)
    }

    /// Without the columns that hold nothing in any of the tables; headings in `kept` stay.
    static func withoutEmptyColumns(
        _ tables: [ExportTable], keeping kept: Set<PlanLayout.Heading>
    ) -> [ExportTable] {
        guard let columns = tables.first?.columns else { return tables }
        let used = columns.indices.filter { index in
            kept.contains(columns[index].heading)
                || tables.contains { $0.rows.contains { !$0[index].isEmpty } }
        }
        return tables.map { table in
            var table = table
            table.columns = used.map { table.columns[$0] }
            table.rows = table.rows.map { row in used.map { row[$0] } }
            return table
        }
    }
}

extension String {
    /// Runs of white space folded, characters that no file format carries left out.
    var inOneExportLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ").filter { character in
            !character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF }
        }
    }
}
