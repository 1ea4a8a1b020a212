import Documents
import Kernel

/// All tables of a document, taken one after another: which are the plan, and what their rows say.
struct PlanTables {
    private(set) var rows: [PlanRow] = []
    private(set) var readings: [Reading.TableReading] = []
    /// The words of every heading that stood over a table.
    private(set) var headings: Set<String> = []

    static func read(_ document: Document, options: PlanReader.Options, title: String?) -> PlanTables {
        var tables = PlanTables()
        var trail = HeadingTrail(document, title: title)
        var shape: TableReader.Shape?
        var number = 0
        let sheets = Set(document.blocks.compactMap(\.place.sheet))
        var sheet: String?
        var linesAreOpen = false
        for block in document.blocks {
            if sheets.count > 1, let next = block.place.sheet, next != sheet {
                sheet = next
                trail.begin(sheet: next)
            }
            switch block {
            case .paragraph(let paragraph):
                let lines = trail.lines
                trail.take(paragraph)
                if trail.lines.isEmpty { tables.takeLines(lines, &linesAreOpen) }
            case .table(let table):
                number = table.place.table ?? number + 1
                guard let grid = Grid(table) else {
                    tables.readings.append(
                        Reading.TableReading(
                            number: number, place: table.place, isPlan: false,
                            takenFor: "a table without cells, or too large",
                            columns: [], rowsLeftOut: []))
                    continue
                }
                var reader = TableReader(
                    grid, number: number, options: options, trail: trail, previous: shape)
                let result = reader.read()
                tables.readings.append(result.reading)
                tables.rows += result.rows
                if result.reading.isPlan {
                    for heading in trail.headings {
                        tables.headings.insert(PlainWords.key(heading.paragraph.text.string))
                    }
                    shape = result.shape ?? shape
                    trail.forgetLines()
                }
                linesAreOpen = result.takesHeadings
            }
        }
        tables.takeLines(trail.lines, &linesAreOpen)
        return tables
    }

    /// What stands between a heading's table and the next heading: "How we will know", and a list.
    private mutating func takeLines(_ lines: [Paragraph], _ areOpen: inout Bool) {
        defer { areOpen = false }
        guard areOpen else { return }
        let section = rows.last?.section
        for (meaning, cell) in FieldLine.cells(lines) where meaning != .action {
            var row = PlanRow(place: cell.place)
            row.isAreaLevel = true
            row.section = section
            row.add(cell, as: meaning)
            rows.append(row)
        }
    }

    var planTables: Set<Int> { Set(readings.filter(\.isPlan).map(\.number)) }
}
