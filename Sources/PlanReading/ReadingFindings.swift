import Documents
import PlanFormat

/// What reading could not settle, or settled by assuming, in sentences for a person.
enum ReadingFindings {
    static func all(
        _ document: Document, _ tables: PlanTables, _ builder: AreaBuilder, _ years: YearContext
    ) -> [Plan.Finding] {
        var findings = builder.findings
        findings += assumedYears(builder.assumed, years)
        findings += mixedColumns(tables)
        findings += ignoredColumns(tables)
        for reading in tables.readings {
            for row in reading.rowsLeftOut {
                findings.append(
                    Plan.Finding(
                        place: row.place,
                        message: "Left out, \(row.reason): “\(row.text.shortened(to: 300))”."))
            }
        }
        findings += document.notes.map { Plan.Finding(place: $0.place, message: $0.message) }
        return findings
    }

    private static func assumedYears(_ assumed: [Plan.Timescale], _ years: YearContext) -> [Plan.Finding] {
        guard let first = assumed.first, let year = years.baseYear else { return [] }
        let rest = assumed.count == 1 ? "one date names" : "\(assumed.count) dates name"
        return [
            Plan.Finding(
                place: first.place,
                message: "\(rest) no year, the first “\(first.text)”; they were read as beginning in \(year)."
            )
        ]
    }

    /// Columns that hold measures of progress and of impact together.
    private static func mixedColumns(_ tables: PlanTables) -> [Plan.Finding] {
        let cells = tables.rows.flatMap { $0.cells[.progressMeasure] ?? [] }.filter(\.isMixed)
        guard let first = cells.first else { return [] }
        return [
            Plan.Finding(
                place: first.place,
                message:
                    "“\(first.heading)” holds measures of progress and of impact in one column: which is which was "
                    + "told from the words of each, in \(cells.count) "
                    + (cells.count == 1 ? "cell." : "cells."))
        ]
    }

    /// A column with words in it that has no place in a plan.
    private static func ignoredColumns(_ tables: PlanTables) -> [Plan.Finding] {
        var cells: [String: [PlanCell]] = [:]
        var order: [String] = []
        for row in tables.rows {
            for cell in row.cells[.ignored] ?? [] {
                let name = cell.heading.isEmpty ? "column \(cell.column + 1)" : cell.heading
                if cells[name] == nil { order.append(name) }
                cells[name, default: []].append(cell)
            }
        }
        return order.map { name in
            let found = cells[name] ?? []
            let sample = found[0].text.inOneLine.shortened(to: 80)
            return Plan.Finding(
                place: found[0].place,
                message: "“\(name)” has no place in the plan and was not read: \(found.count) "
                    + (found.count == 1 ? "cell" : "cells") + ", the first “\(sample)”.")
        }
    }
}
