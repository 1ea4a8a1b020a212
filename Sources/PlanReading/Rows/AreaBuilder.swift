import Documents
import Kernel
import PlanFormat

/// Turns rows, in order, into areas with their actions and all that belongs to them.
struct AreaBuilder {
    private struct Draft {
        var area: Plan.Area
        var key: String
        /// For each criterion the action of this area that it belongs to.
        var owners: [Int?] = []
        /// Printed numbers that criteria begin with, to be matched when all actions are there.
        var numbers: [String?] = []
        var defaultLeads: [String] = []
        var defaultLeadPlace: Place?
        var defaultTimescale: Plan.Timescale?
    }

    private var drafts: [Draft] = []
    private var timescales: TimescaleCells
    private var leads = LeadCells()
    private var criteria = CriterionCells()
    private var monitoring = MonitoringCells()
    private var statuses: StatusCells
    private(set) var findings: [Plan.Finding] = []
    private let fallbackTitle: String

    init(years: YearContext, colours: ColourKey, fallbackTitle: String?) {
        timescales = TimescaleCells(years: years)
        statuses = StatusCells(colours: colours)
        self.fallbackTitle = fallbackTitle ?? "Actions"
    }

    var assumed: [Plan.Timescale] { timescales.assumed }

    mutating func take(_ row: PlanRow) {
        openArea(row)
        guard let index = drafts.indices.last else {
            findings.append(
                Plan.Finding(
                    place: row.place,
                    message: "A row stands before any area: “\(Self.words(of: row).shortened(to: 120))”."))
            return
        }
        var area = drafts[index]
        for cell in row.cells[.change] ?? [] { area.area.changes += AreaBuilder.items(cell) }
        for cell in row.cells[.evidence] ?? [] { area.area.evidence += AreaBuilder.items(cell) }
        area.area.sources += (row.cells[.source] ?? []).flatMap { SourceCodes.read($0.text) }.filter {
            !area.area.sources.contains($0)
        }
        let (actionCount, criterionCount) = (area.area.actions.count, area.area.criteria.count)
        takeActions(row, &area)
        area.area.monitoring += monitoring.read(row)
        let said =
            area.area.actions.dropFirst(actionCount).map { ($0.text, $0.place) }
            + area.area.criteria.dropFirst(criterionCount).map { ($0.text, $0.place) }
        area.area.monitoring += monitoring.find(in: said)
        drafts[index] = area
    }

    private static func words(of row: PlanRow) -> String {
        row.cells.values.joined().map(\.text.inOneLine).joined(separator: " | ")
    }

    static func items(_ cell: PlanCell) -> [Plan.Item] {
        var items: [Plan.Item] = []
        for entry in LabelPhrase.split(cell.paragraphs) where !entry.text.isEmpty {
            let text = entry.text.string
            if let last = items.last, entry.label == nil, entry.reference == nil,
                Continuation.beginsInside(text),
                !Continuation.isFinished(last.text)
            {
                items[items.count - 1].text = Continuation.join(Text(last.text), entry.text).string.inOneLine
            } else {
                items.append(
                    Plan.Item(label: entry.label ?? entry.reference, text: text.inOneLine, place: entry.place)
                )
            }
        }
        return items
    }
}

// MARK: Areas

extension AreaBuilder {
    private mutating func openArea(_ row: PlanRow) {
        let cells = row.cells[.area] ?? []
        let paragraphs = cells.flatMap(\.paragraphs)
        let printed = (row.cells[.areaReference] ?? []).map(\.text.inOneLine).joined(separator: " ")
        guard !paragraphs.isEmpty || !printed.isEmpty else {
            if drafts.isEmpty, row.has(.action) {
                open(Plan.Area(title: fallbackTitle), place: row.place, section: row.section)
            }
            return
        }
        let text = AreaTitle.text(paragraphs)
        var label = AreaLabel(text)
        var reference = label.reference
        var sources = label.sources
        if !printed.isEmpty {
            let own = AreaLabel(printed + " ")
            sources = own.sources + sources.filter { !own.sources.contains($0) }
            if let found = own.reference {
                if reference != nil, reference != found { label.rest = text }
                reference = found
            } else if reference == nil, !printed.isEmpty, own.sources.isEmpty {
                reference = printed
            }
        }
        let title = label.rest.isEmpty && paragraphs.isEmpty ? "" : label.rest
        if title.isEmpty, reference == nil { return }
        let key = PlainWords.key("\(reference ?? "") \(title)")
        if let same = drafts.lastIndex(where: {
            $0.key == key && $0.area.section == row.section || $0.key == key && !title.isEmpty
        }) {
            // The same area named again on the next row, page or sheet.
            if same != drafts.count - 1 { drafts.append(drafts.remove(at: same)) }
            return
        }
        if title.isEmpty, let last = drafts.last, last.area.reference == reference { return }
        var area = Plan.Area(reference: reference, title: title, place: cells.first?.place ?? row.place)
        area.sources = sources
        open(area, place: row.place, section: row.section)
        drafts[drafts.count - 1].key = key
        if paragraphs.dropFirst().contains(where: {
            AreaLabel($0.text.string).reference?.contains(".") ?? false
        }),
            reference != nil
        {
            findings.append(
                Plan.Finding(
                    place: area.place,
                    message:
                        "One cell holds several numbered statements; they share the row’s actions, and were kept as one area.",
                    subject: reference))
        }
    }

    private mutating func open(_ area: Plan.Area, place: Place, section: String?) {
        var area = area
        area.section = section
        if area.place == nil { area.place = place }
        drafts.append(Draft(area: area, key: ""))
    }
}

// MARK: Actions

extension AreaBuilder {
    private mutating func takeActions(_ row: PlanRow, _ draft: inout Draft) {
        let paragraphs = (row.cells[.action] ?? []).flatMap(\.paragraphs)
        let numbers = (row.cells[.actionReference] ?? []).flatMap {
            $0.text.split(whereSeparator: \.isNewline)
        }
        .map { ActionNumber.clean(String($0)) }.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else {
            takeWithoutAction(row, numbers, &draft)
            return
        }
        let dates = (row.cells[.timescale] ?? []).flatMap(\.paragraphs)
        let run = dates.count == 1 ? TimescaleRun.split(dates[0].text.string) : []
        let cell = ActionCell(paragraphs, isOne: numbers.count == 1, dates: run)
        for text in cell.introductions {
            findings.append(
                Plan.Finding(
                    place: paragraphs[0].place,
                    message: "“\(text.string)” introduces the actions and is none itself."))
        }
        if cell.wasRun {
            findings.append(
                Plan.Finding(
                    place: paragraphs[0].place,
                    message:
                        "The cell’s \(cell.pieces.count) actions run together; they were parted because it has "
                        + "\(cell.pieces.count) dates.",
                    subject: draft.area.reference))
        }
        var actions: [Plan.Action] = []
        for (index, piece) in cell.pieces.enumerated() {
            var action = Plan.Action(
                label: piece.label, text: piece.text.string.inOneLine, reference: piece.reference,
                place: piece.place)
            if action.reference == nil, numbers.count == 1 {
                action.reference = action.label.map { "\(numbers[0])(\($0))" } ?? numbers[0]
            } else if action.reference == nil, numbers.count == cell.pieces.count {
                action.reference = numbers[index]
            }
            let before = drafts.count > 1 ? drafts[drafts.count - 2].area.reference : nil
            action.seeAlso = SeeAlsoPhrase.read(action.text, areaBefore: before)
            actions.append(action)
        }
        attach(row, cell, &actions, &draft)
    }

    private mutating func attach(
        _ row: PlanRow, _ cell: ActionCell, _ actions: inout [Plan.Action], _ draft: inout Draft
    ) {
        let keys = actions.map { Matching.Key(label: $0.label, reference: $0.reference) }
        let when = timescales.read(row, keys)
        let who = leads.read(row, keys)
        let states = statuses.read(row, actions.count)
        let leadPlace = (row.cells[.lead] ?? row.covering[.lead])?.first?.place
        for index in actions.indices {
            actions[index].timescale = when[index]
            actions[index].leads = who[index]
            actions[index].leadPlace = who[index].isEmpty ? nil : leadPlace
            actions[index].status = states[index] ?? StatusCells.claimed(by: when[index])
            for (meaning, field) in cell.pieces[index].fields { take(field, meaning, &actions[index]) }
        }
        let base = draft.area.actions.count
        for read in criteria.read(row, keys, wasRun: cell.wasRun) {
            if let own = read.action {
                if let field = read.timescale, actions[own].timescale == nil {
                    actions[own].timescale = timescales.read(field)
                }
                if actions[own].status == nil { actions[own].status = read.status }
            }
            draft.area.criteria.append(read.criterion)
            draft.owners.append(read.action.map { $0 + base })
            draft.numbers.append(read.reference)
        }
        reportLabels(actions, draft)
        draft.area.actions += actions
    }

    private mutating func take(_ field: PlanCell, _ meaning: ColumnMeaning, _ action: inout Plan.Action) {
        switch meaning {
        case .lead:
            action.leads += leads.read(field).filter { !action.leads.contains($0) }
            action.leadPlace = field.place
        case .timescale, .finish: action.timescale = timescales.read(field) ?? action.timescale
        case .start:
            if var read = timescales.read(field) {
                (read.start, read.finish, read.kind) = (read.start ?? read.finish, nil, .onwards)
                action.timescale = read
            }
        case .status: action.status = StatusPhrase.read(field.text) ?? action.status
        default: break
        }
    }

    /// A row or line without an action: it speaks of the whole area.
    private mutating func takeWithoutAction(_ row: PlanRow, _ numbers: [String], _ draft: inout Draft) {
        for read in criteria.read(row, [], wasRun: false) {
            draft.area.criteria.append(read.criterion)
            draft.owners.append(nil)
            draft.numbers.append(read.reference)
        }
        for cell in row.cells[.lead] ?? [] {
            draft.defaultLeads += leads.read(cell).filter { !draft.defaultLeads.contains($0) }
            draft.defaultLeadPlace = cell.place
        }
        for meaning in [ColumnMeaning.timescale, .finish] {
            for cell in row.cells[meaning] ?? [] {
                draft.defaultTimescale = timescales.read(cell) ?? draft.defaultTimescale
            }
        }
        if row.has(.start), !row.has(.finish), let cell = row.cells[.start]?.first {
            draft.defaultTimescale = timescales.read(cell)
        }
        guard !row.isAreaLevel else { return }
        if !numbers.isEmpty {
            findings.append(
                Plan.Finding(
                    place: row.place,
                    message: "Number \(numbers.joined(separator: ", ")) has no action beside it."))
        }
        if row.has(.status) {
            let words = row.text(.status).inOneLine
            if !words.isEmpty {
                findings.append(
                    Plan.Finding(place: row.place, message: "“\(words)” stands beside no action."))
            }
        }
    }

    private mutating func reportLabels(_ actions: [Plan.Action], _ draft: Draft) {
        let labels = actions.compactMap(\.label)
        var seen: Set<String> = []
        for label in labels where !seen.insert(label).inserted {
            findings.append(
                Plan.Finding(
                    place: actions.first?.place, message: "The label \(label) stands before two actions.",
                    subject: draft.area.reference))
        }
        if labels.count == 1, actions.count == 1, !["a", "i", "1"].contains(labels[0]) {
            findings.append(
                Plan.Finding(
                    place: actions.first?.place,
                    message: "The only action is labelled \(labels[0]): others may be missing.",
                    subject: draft.area.reference))
        }
    }
}

// MARK: The whole

extension AreaBuilder {
    /// The areas, with references and the ties between criteria and actions.
    mutating func finish() -> [Plan.Area] {
        findings +=
            timescales.findings + leads.findings + criteria.findings + monitoring.findings + statuses.findings
        return drafts.map { draft in
            var area = draft.area
            let isOnly = area.actions.count == 1
            for index in area.actions.indices {
                if area.actions[index].reference == nil, let number = area.reference {
                    if let label = area.actions[index].label {
                        area.actions[index].reference = "\(number)(\(label))"
                    } else if isOnly {
                        area.actions[index].reference = number
                    }
                }
                if area.actions[index].leads.isEmpty, !draft.defaultLeads.isEmpty {
                    area.actions[index].leads = draft.defaultLeads
                    area.actions[index].leadPlace = draft.defaultLeadPlace
                }
                if area.actions[index].timescale == nil {
                    area.actions[index].timescale = draft.defaultTimescale
                }
            }
            for index in area.criteria.indices {
                if let owner = draft.owners[index] {
                    area.criteria[index].action = area.actions[owner].reference
                } else if let number = draft.numbers[index] {
                    area.criteria[index].action = area.actions.first { $0.reference == number }?.reference
                    if area.criteria[index].action == nil { area.criteria[index].label = number }
                }
            }
            return area
        }
    }
}
