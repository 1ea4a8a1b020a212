import Documents
import Kernel

/// All tables of a document, taken one after another: which are the plan, and what their rows say.
struct PlanTables {
    private(set) var rows: [PlanRow] = []
    private(set) var readings: [Reading.TableReading] = []

    static func read(_ document: Document, options: PlanReader.Options, title: String?) -> PlanTables {
        var tables = PlanTables()
        var trail = HeadingTrail(document, title: title)
        var shape: TableReader.Shape?
        var number = 0
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph):
                trail.take(paragraph)
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
                    shape = result.shape ?? shape
                    trail.forgetLines()
                }
            }
        }
        return tables
    }

    var planTables: Set<Int> { Set(readings.filter(\.isPlan).map(\.number)) }
}
