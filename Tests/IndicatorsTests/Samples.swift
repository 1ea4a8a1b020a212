import Indicators
import Kernel
import ReturnFormats

/// A file made of rows in words: dates as `2026-02-05`, codes by their short names, `??` for what nobody can read.
enum Sample {
    typealias Row = [AnnexAField: String]

    static func annexA(_ lists: [AnnexAList: [Row]]) -> AnnexA {
        var names: [String] = []
        for (_, rows) in lists {
            for row in rows {
                if let name = row[.child], !names.contains(name) { names.append(name) }
            }
        }
        return AnnexA(
            tables: Dictionary(uniqueKeysWithValues: lists.map { ($0, table($0, $1, names)) }),
            children: References(names))
    }

    private static func table(_ list: AnnexAList, _ rows: [Row], _ names: [String]) -> AnnexATable {
        var columns: [AnnexAField: AnnexAColumn] = [:]
        for slot in list.slots where slot.field != .child {
            let cells = rows.map { $0[slot.field] ?? "" }
            columns[slot.field] =
                switch slot.field.kind {
                case .dates: .dates(cells.map(date))
                case .counts:
                    .counts(
                        cells.map { $0.isEmpty ? .missing : Int($0).map { CountCell($0) } ?? .unreadable })
                case .texts: .texts(texts(cells))
                case .codes(let set): .codes(codes(cells, set))
                }
        }
        return AnnexATable(
            list, rows: rows.count,
            child: rows.map { row in row[.child].flatMap(names.firstIndex).map(Int32.init) ?? -1 },
            place: rows.indices.map { Int32($0 + 2) }, columns: columns)
    }

    static func date(_ text: String) -> DateCell {
        text.isEmpty ? .missing : Day(text).map { DateCell($0) } ?? .unreadable
    }

    private static func texts(_ cells: [String]) -> TextColumn {
        var distinct = [""]
        let rows = cells.map { cell -> Int32 in
            if let place = distinct.firstIndex(of: cell) { return Int32(place) }
            distinct.append(cell)
            return Int32(distinct.count - 1)
        }
        return TextColumn(rows: rows, distinct: distinct)
    }

    private static func codes(_ cells: [String], _ set: CodeSet) -> CodeColumn {
        let text = texts(cells)
        return CodeColumn(
            text: text, set: set,
            codes: text.distinct.map { cell in
                if cell.isEmpty { return CodeColumn.missing }
                guard let place = set.codes.firstIndex(where: { $0.name == cell }) else {
                    precondition(cell == "??", "\(set) has no code \(cell)")
                    return CodeColumn.unrecognised
                }
                return Int16(place)
            })
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    /// The figures of an indicator by the first day of their period.
    static func figures(
        _ id: String, _ lists: [AnnexAList: [Row]], asAt: String, _ settings: IndicatorSettings = .init()
    ) -> [String: IndicatorCells] {
        let found = Indicators.compute(annexA(lists), asAt: day(asAt), settings, only: [IndicatorID(id)])
        return Dictionary(uniqueKeysWithValues: found.map { ($0.period.first.description, $0) })
    }
}

/// `2 of 3`, with what is overdue and excluded where there is any: what tests compare.
extension IndicatorFigure {
    var words: String {
        var words = "\(numerator) of \(denominator)"
        if overdue > 0 { words += ", \(overdue) overdue" }
        if excluded > 0 { words += ", \(excluded) left out" }
        return words
    }
}

extension [String: IndicatorCells] {
    /// Of the period that begins on a day, the authority's figure; `nothing` where there is no such period.
    func total(_ first: String) -> String { self[first]?.total.words ?? "nothing" }

    func team(_ first: String, _ team: String) -> String {
        self[first]?.total { $0.team == team }.words ?? "nothing"
    }
}
