package import Kernel
import ReturnFormats

/// A file of Annex A as written, with what was planted in it.
package struct ExampleAnnexA: Sendable {
    package let day: Day
    /// 2019 or 2024.
    package let layout: Int
    package let planted: PlantedFaults
    let sheets: [ListWorkbook.Sheet]
    let texts: [String]

    package var rows: Int { sheets.reduce(0) { $0 + $1.table.rows } }
    package var cells: Int {
        sheets.reduce(0) { sum, sheet in sum + sheet.table.cells.count { $0.kind != .empty } }
    }

    /// The workbook's bytes.
    package func workbook() -> [UInt8] { ListWorkbook.bytes(sheets, texts: texts) }

    /// The same lists as CSV files, with their names.
    package func csv() -> [(name: String, bytes: [UInt8])] {
        sheets.map { sheet in
            (
                "List_\(sheet.table.list.rawValue).csv",
                ListCSV.bytes(sheet.table, headers: sheet.headers, texts: texts)
            )
        }
    }
}

extension ExampleWorld {
    /// The last days of the months of which there are files.
    package var months: [Day] { span.months.map { Day(number: $0) } }

    /// The 31 March of the years of which there is a census.
    package var censuses: [Day] { span.censuses.map { Day(number: $0) } }

    /// The file of that month, one of `months`.
    ///
    /// - Parameter isClean: nothing is planted in it, and it is written as the template says.
    package func annexA(_ day: Day, layout: Int = 2024, isClean: Bool = false) -> ExampleAnnexA {
        var maker = ListMaker(self, on: day.number)
        var tables = maker.make(layout: layout)
        var texts = maker.texts.texts
        let month = Int(day.civil.year * 12 + day.civil.month)
        let dirt = Dirt(seed: seed, month: month, layout: layout)
        var planted = PlantedFaults()
        if !isClean {
            var planter = AnnexAPlanter(
                tables: tables, texts: texts, day: day.number, seed: seed, month: month)
            planter.plant()
            tables = planter.tables
            texts = planter.texts
            planted = planter.planted
            for index in tables.indices { dirt.soil(&tables[index], &texts) }
        }
        let sheets = tables.map { table in
            ListWorkbook.Sheet(
                name: dirt.sheetName(table.list),
                title: layout < 2024 ? "List \(table.list.rawValue): \(table.list.title)" : nil,
                headers: table.fields.map(dirt.header), table: table)
        }
        return ExampleAnnexA(
            day: day, layout: layout, planted: planted, sheets: sheets, texts: texts.all)
    }
}
