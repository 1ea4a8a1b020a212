import Kernel
import PlanFormat
import PlanReading
import Storage

/// The tables of areas and actions.
struct ExportAreas {
    private let plan: Plan
    /// Every row says its area again, for sheets that are sorted and filtered; else cells are merged down.
    private let isFlat: Bool
    private let hasDates: Bool

    static func tables(_ plan: Plan, isFlat: Bool) -> [ExportTable] {
        let areas = ExportAreas(plan: plan, isFlat: isFlat, hasDates: isFlat || datesSpeak(plan))
        return ExportTable.withoutEmptyColumns(areas.tables(), keeping: kept(isFlat))
    }

    private static func kept(_ isFlat: Bool) -> Set<PlanLayout.Heading> {
        isFlat ? [.areaReference, .area, .actionReference, .action, .lead] : [.area, .action, .lead]
    }

    /// Most timescales are a start and a finish, or a finish: then these have columns of their own.
    private static func datesSpeak(_ plan: Plan) -> Bool {
        let all = plan.areas.flatMap(\.actions).compactMap(\.timescale)
        let plain = all.filter {
            PlanLayout.timescale([], dates: ($0.start, $0.finish), baseYear: nil).isSame($0)
        }
        return plain.count * 2 >= all.count
    }

    private func tables() -> [ExportTable] {
        guard !isFlat else { return [table(Array(plan.areas.indices), section: nil)] }
        let hasSections = plan.areas.contains { $0.section != nil }
        var runs: [[Int]] = []
        for index in plan.areas.indices {
            if let last = runs.last?.last, plan.areas[last].section == plan.areas[index].section {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        if runs.isEmpty { runs = [[]] }
        return runs.map { run in
            let section = run.first.flatMap { plan.areas[$0].section }
            return table(run, section: hasSections ? section ?? PlanLayout.noSection : nil)
        }
    }

    private var columns: [ExportTable.Column] {
        let dates: [ExportTable.Column] =
            hasDates ? [.init(.start, 9), .init(.finish, 9), .init(.timescale, 13)] : [.init(.timescale, 13)]
        let head: [ExportTable.Column] = isFlat ? [.init(.section, 16), .init(.areaNumber, 5)] : []
        return head + [
            .init(.areaReference, 6), .init(.area, 18), .init(.source, 9), .init(.change, 18),
            .init(.actionReference, 7), .init(.action, 28),
        ] + dates + [
            .init(.lead, 15), .init(.success, 26), .init(.progress, 20), .init(.impact, 20),
            .init(.outcome, 20), .init(.monitoring, 18), .init(.evidence, 15), .init(.status, 9),
            .init(.seeAlso, 7),
        ]
    }

    private func table(_ indices: [Int], section: String?) -> ExportTable {
        let columns = columns
        var rows: [[ExportTable.Cell]] = []
        for index in indices {
            let area = plan.areas[index]
            let criteria = CriterionRows.laid(area)
            let count = max(1, area.actions.count, criteria.count)
            for row in 0..<count {
                let action = row < area.actions.count ? area.actions[row] : nil
                rows.append(
                    columns.map { column in
                        if let cell = areaCell(column.heading, index, isFirst: row == 0, rows: count) {
                            return cell
                        }
                        if let kind = PlanLayout.kinds.firstIndex(where: { $0.0 == column.heading }) {
                            return ExportTable.Cell(row < criteria.count ? criteria[row][kind] : [])
                        }
                        return action.map { actionCell(column.heading, $0, index) } ?? ExportTable.Cell([])
                    })
            }
        }
        return ExportTable(part: .plan, section: section, columns: columns, rows: rows)
    }

    /// Nil for the columns of actions.
    private func areaCell(
        _ heading: PlanLayout.Heading, _ index: Int, isFirst: Bool, rows: Int
    ) -> ExportTable.Cell? {
        let area = plan.areas[index]
        var cell: ExportTable.Cell
        switch heading {
        case .section: cell = .init(area.section)
        case .areaNumber: cell = .init(isRepeated(index) ? String(index + 1) : nil)
        case .areaReference: cell = .init(area.reference)
        case .area: cell = .init(area.title)
        case .source: cell = .init(isFlat && !isFirst ? [] : area.sources)
        case .change:
            cell = .init(isFlat && !isFirst ? [] : area.changes.map { PlanLayout.line($0.label, $0.text) })
        case .monitoring: cell = .init(isFlat && !isFirst ? [] : area.monitoring.flatMap(lines))
        case .evidence:
            cell = .init(isFlat && !isFirst ? [] : area.evidence.map { PlanLayout.line($0.label, $0.text) })
        default: return nil
        }
        if !isFlat { cell.rowSpan = isFirst ? rows : 0 }
        return cell
    }

    /// The area looks like the one before or after it, so that rows alone would not tell them apart.
    private func isRepeated(_ index: Int) -> Bool {
        [index - 1, index + 1].filter(plan.areas.indices.contains).contains { other in
            let (one, two) = (plan.areas[index], plan.areas[other])
            return one.title == two.title && one.reference == two.reference && one.section == two.section
        }
    }

    private func lines(_ monitoring: Plan.Monitoring) -> [String] {
        let line = PlanLayout.line(monitoring.label, monitoring.text)
        var read = PlanLayout.monitoring(line)
        read.place = monitoring.place
        return read == monitoring ? [line] : [line, PlanLayout.readAs(monitoring)]
    }

    private func actionCell(
        _ heading: PlanLayout.Heading, _ action: Plan.Action, _ area: Int
    ) -> ExportTable.Cell {
        ExportAction(
            action: action, areaBefore: area > 0 ? plan.areas[area - 1].reference : nil,
            baseYear: plan.baseYear, hasDates: hasDates, saysWords: isFlat
        ).cell(heading)
    }
}

/// An action's cells, or a group's task's.
struct ExportAction {
    let action: Plan.Action
    let areaBefore: String?
    let baseYear: Int?
    /// Start and finish have columns of their own.
    let hasDates: Bool
    /// The printed words stand beside the dates even where they say no more.
    let saysWords: Bool

    func cell(_ heading: PlanLayout.Heading) -> ExportTable.Cell {
        switch heading {
        case .actionReference: .init(action.reference)
        case .action: .init(PlanLayout.line(action.label, action.text))
        case .start: .init(action.timescale?.start)
        case .finish: .init(action.timescale?.finish)
        case .timescale: .init(timescale)
        case .lead: .init(action.leads)
        case .status: .init(action.status?.words)
        case .seeAlso: .init(seeAlso)
        default: .init([])
        }
    }

    private var timescale: [String] {
        guard let timescale = action.timescale else { return [] }
        let dates = hasDates ? (timescale.start, timescale.finish) : nil
        if hasDates, !saysWords,
            PlanLayout.timescale([], dates: dates, baseYear: baseYear).isSame(timescale)
        {
            return []
        }
        let words = timescale.text
        return PlanLayout.timescale([words], dates: dates, baseYear: baseYear).isSame(timescale)
            ? [words] : [words, PlanLayout.readAs(timescale)]
    }

    private var seeAlso: [String] {
        if PlanLayout.seeAlso(action.text, areaBefore: areaBefore) == action.seeAlso { return [] }
        return action.seeAlso.isEmpty ? [PlanLayout.none] : action.seeAlso
    }
}

extension Plan.Timescale? {
    /// The same words and dates, wherever they stand.
    func isSame(_ other: Plan.Timescale) -> Bool {
        guard let self else { return false }
        return self.text == other.text && self.start == other.start && self.finish == other.finish
            && self.kind == other.kind
    }
}

/// Where the criteria of an area stand: beside their action where that keeps their order, else with its
/// reference before them.
enum CriterionRows {
    /// For each row of the area, its lines by kind.
    static func laid(_ area: Plan.Area) -> [[[String]]] {
        let empty = [[String]](repeating: [], count: PlanLayout.kinds.count)
        var rows = [[[String]]](repeating: empty, count: area.actions.count)
        var last = (row: 0, kind: 0)
        for (index, criterion) in area.criteria.enumerated() {
            let kind = PlanLayout.kinds.firstIndex { $0.1 == criterion.kind } ?? 0
            let line = PlanLayout.line(criterion.label, criterion.text)
            let own: Int? =
                if let action = criterion.action {
                    area.actions.firstIndex { $0.reference == action }
                } else if area.criteria[index...].allSatisfy({ $0.action == nil }) {
                    max(area.actions.count, last.row)
                } else {
                    nil
                }
            var place = (row: own ?? last.row, kind: kind)
            let isOwn = own != nil && place >= last
            if !isOwn { place.row = kind >= last.kind ? last.row : last.row + 1 }
            if isOwn, own == last.row, own == area.actions.count, kind < last.kind { place.row += 1 }
            while rows.count <= place.row { rows.append(empty) }
            let beside = place.row < area.actions.count ? area.actions[place.row].reference : nil
            let needsName = beside != criterion.action || line.hasPrefix("[")
            rows[place.row][kind].append(
                needsName ? "[\(criterion.action ?? PlanLayout.wholeArea)] \(line)" : line)
            last = place
        }
        return rows
    }
}
