import Documents
import Kernel
import PlanFormat

@testable import PlanReading

/// Builds documents in a few words: `# heading`, `- bullet`, `1. item`, `a | row | of cells`, anything else a paragraph.
enum ProseSample {
    static func document(_ text: String) -> Document {
        var document = Document(format: .text)
        var rows: [[String]] = []
        var tables = 0
        func flush() {
            guard !rows.isEmpty else { return }
            tables += 1
            let place = Place(table: tables)
            document.blocks.append(.table(table(rows, place)))
            rows = []
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
            .enumerated()
        {
            if line.contains(" | ") || line.hasPrefix("| ") {
                rows.append(
                    line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).folded })
                continue
            }
            flush()
            document.blocks.append(.paragraph(paragraph(line, Place(line: index + 1))))
        }
        flush()
        return document
    }

    private static func paragraph(_ line: String, _ place: Place) -> Paragraph {
        if line.hasPrefix("# ") {
            return Paragraph(Text(String(line.dropFirst(2))), role: .heading(level: 1), place: place)
        }
        if line.hasPrefix("- ") {
            return Paragraph(
                Text(String(line.dropFirst(2))), role: .item(numeral: nil, level: 0), place: place)
        }
        let parts = line.split(separator: " ", maxSplits: 1)
        if parts.count == 2, parts[0].hasSuffix("."), Int(parts[0].dropLast()) != nil {
            return Paragraph(
                Text(String(parts[1])), role: .item(numeral: String(parts[0]), level: 0), place: place)
        }
        return Paragraph(Text(line), place: place)
    }

    private static func table(_ rows: [[String]], _ place: Place) -> Table {
        let count = rows.map(\.count).max() ?? 0
        return Table(
            rows: rows.enumerated().map { index, cells in
                Table.Row(
                    cells: cells.enumerated().map { column, text in
                        Table.Cell(
                            column: column,
                            paragraphs: text.isEmpty ? [] : [Paragraph(Text(text), place: place)],
                            place: place)
                    }, place: Place(table: place.table, row: index + 1))
            }, columnCount: count, place: place)
    }

    static func plan(_ text: String, planTables: Set<Int> = []) -> Plan {
        var plan = Plan()
        ProseReader.read(document(text), planTables: planTables, into: &plan)
        return plan
    }
}
