import Documents
import Kernel
import PlanFormat

/// Areas and actions, a row an action.
struct LayoutAreas {
    private(set) var areas: [Plan.Area]
    private let section: String?
    /// Sheets and lines say the area again in every row; tables with merged cells say it once.
    private let isFlat: Bool
    private let baseYear: Int?
    private var number: String?

    init(_ areas: [Plan.Area], section: String?, isFlat: Bool, baseYear: Int?) {
        (self.areas, self.section, self.isFlat, self.baseYear) = (areas, section, isFlat, baseYear)
    }

    mutating func take(_ row: LayoutRow) {
        // The line below a list that says what the filter hid.
        if isFlat, row.row.cells.count(where: { !$0.text.isEmpty }) == 1, row.text(.area) == nil { return }
        openArea(row)
        guard !areas.isEmpty else { return }
        let last = areas.count - 1
        areas[last].sources += row.lines(.source)
        areas[last].changes += items(row, .change)
        areas[last].evidence += items(row, .evidence)
        areas[last].monitoring += monitoring(row)
        let action = action(row)
        if let action { areas[last].actions.append(action) }
        for (heading, kind) in PlanLayout.kinds {
            for line in row.lines(heading) {
                areas[last].criteria.append(criterion(line, kind, action, row.cell(heading)?.place))
            }
        }
    }

    private mutating func openArea(_ row: LayoutRow) {
        guard row.cell(.area) != nil || (isFlat && row.text(.areaReference) != nil) else { return }
        var area = Plan.Area(
            reference: row.text(.areaReference), section: row.text(.section) ?? section,
            title: row.text(.area) ?? "", place: row.cell(.area)?.place ?? row.place)
        if area.section == PlanLayout.noSection { area.section = nil }
        let counted = row.text(.areaNumber)
        defer { number = counted }
        if isFlat, let last = areas.last, last.title == area.title, last.reference == area.reference,
            last.section == area.section, counted == number
        {
            return
        }
        areas.append(area)
    }

    private func items(_ row: LayoutRow, _ heading: PlanLayout.Heading) -> [Plan.Item] {
        row.lines(heading).map {
            let (label, text) = PlanLayout.split($0)
            return Plan.Item(label: label, text: text, place: row.cell(heading)?.place)
        }
    }

    private func monitoring(_ row: LayoutRow) -> [Plan.Monitoring] {
        let lines = row.lines(.monitoring)
        return lines.indices.filter { !PlanLayout.isReadAs(lines[$0]) }.map { index in
            let next = index + 1 < lines.count ? lines[index + 1] : ""
            var read = PlanLayout.monitoring(lines[index], said: PlanLayout.isReadAs(next) ? next : nil)
            read.place = row.cell(.monitoring)?.place
            return read
        }
    }

    private func action(_ row: LayoutRow) -> Plan.Action? {
        let before = areas.count > 1 ? areas[areas.count - 2].reference : nil
        return LayoutAreas.action(row, areaBefore: before, baseYear: baseYear)
    }

    /// The action of a row; nil where the row has neither its words nor its number.
    static func action(_ row: LayoutRow, areaBefore: String?, baseYear: Int?) -> Plan.Action? {
        guard row.text(.action) != nil || row.text(.actionReference) != nil else { return nil }
        let (label, text) = PlanLayout.split(row.text(.action) ?? "")
        var action = Plan.Action(
            label: label, text: text, reference: row.text(.actionReference),
            place: row.cell(.action)?.place)
        action.leads = row.lines(.lead)
        action.leadPlace = action.leads.isEmpty ? nil : row.cell(.lead)?.place
        let hasDates = row.has(.start) || row.has(.finish)
        action.timescale = PlanLayout.timescale(
            row.lines(.timescale), dates: hasDates ? (row.date(.start), row.date(.finish)) : nil,
            baseYear: baseYear)
        action.timescale?.place =
            [.timescale, .start, .finish].lazy.compactMap { (heading: PlanLayout.Heading) in row.cell(heading)
            }
            .first { !$0.text.isEmpty }?.place
        action.status = row.text(.status).flatMap { PlanLayout.choice($0) ?? StatusPhrase.read($0) }
        let pointed = row.lines(.seeAlso)
        action.seeAlso =
            pointed.isEmpty
            ? PlanLayout.seeAlso(text, areaBefore: areaBefore) : pointed == [PlanLayout.none] ? [] : pointed
        return action
    }

    private func criterion(
        _ line: String, _ kind: Plan.Criterion.Kind, _ action: Plan.Action?, _ place: Place?
    ) -> Plan.Criterion {
        var rest = line
        var owner = action?.reference
        if line.hasPrefix("["), let close = line.firstIndex(of: "]") {
            let named = String(line[line.index(after: line.startIndex)..<close])
            owner = named == PlanLayout.wholeArea ? nil : named
            rest = String(line[line.index(after: close)...]).folded
        }
        let (label, text) = PlanLayout.split(rest)
        return Plan.Criterion(label: label, text: text, kind: kind, action: owner, place: place)
    }
}
