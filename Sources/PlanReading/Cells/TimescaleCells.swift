import Documents
import Kernel
import PlanFormat

/// When the actions of a row are to be done.
struct TimescaleCells {
    let years: YearContext
    private(set) var findings: [Plan.Finding] = []
    /// Timescales whose year was assumed.
    private(set) var assumed: [Plan.Timescale] = []

    init(years: YearContext) { self.years = years }

    /// One timescale or none for each action.
    mutating func read(_ row: PlanRow, _ actions: [Matching.Key]) -> [Plan.Timescale?] {
        let start = (row.cells[.start] ?? []) + (row.covering[.start] ?? [])
        let finish = (row.cells[.finish] ?? []) + (row.covering[.finish] ?? [])
        let plain =
            (row.cells[.timescale] ?? []).isEmpty
            ? (row.covering[.timescale] ?? []) : row.cells[.timescale] ?? []
        if !start.isEmpty || !finish.isEmpty {
            let starts = matched(start, actions)
            let finishes = matched(plain + finish, actions)
            return actions.indices.map { composed(starts[$0], finishes[$0]) }
        }
        return matched(plain, actions)
    }

    /// A timescale that stands in words: "Timescale: 10 November 2014".
    mutating func read(_ cell: PlanCell) -> Plan.Timescale? { read(entries([cell]), value: cell.value) }

    private func entries(_ cells: [PlanCell]) -> [LabelledText] {
        LabelPhrase.split(cells.flatMap(\.paragraphs))
    }

    private mutating func matched(_ cells: [PlanCell], _ actions: [Matching.Key]) -> [Plan.Timescale?] {
        let cells = cells.filter { !$0.isBlank || $0.value != nil }
        guard let first = cells.first, !actions.isEmpty else { return actions.map { _ in nil } }
        if cells.count == 1, case .day? = first.value {
            let timescale = read(entries(cells), value: first.value)
            return actions.map { _ in timescale }
        }
        let found = unwrapped(entries(cells))
        var misprints: [String] = []
        let result = Matching.match(found, to: actions, misprints: &misprints)
        for misprint in misprints {
            findings.append(Plan.Finding(place: first.place, message: "Timescale: \(misprint)"))
        }
        switch result {
        case .none: return actions.map { _ in nil }
        case .each(let own): return own.map { read($0, value: nil) }
        case .shared(let entries, let isClear): return shared(entries, isClear, actions, first.place)
        }
    }

    /// A line that only goes on ("31 May" / "2026") belongs to the line before it.
    private func unwrapped(_ entries: [LabelledText]) -> [LabelledText] {
        var made: [LabelledText] = []
        for entry in entries {
            let text = entry.text.string
            let isYear = text.count == 4 && text.allSatisfy(\.isNumber)
            if let last = made.last, entry.label == nil, entry.reference == nil,
                isYear && !last.text.string.hasSuffix(text) || Continuation.beginsInside(text)
                    || Continuation.isUnfinished(last.text.string)
                    || text.hasPrefix("–") || text.hasPrefix("-")
            {
                made[made.count - 1].text = Continuation.join(last.text, entry.text)
            } else {
                made.append(entry)
            }
        }
        return made
    }

    private mutating func shared(
        _ entries: [LabelledText], _ isClear: Bool, _ actions: [Matching.Key], _ place: Place
    ) -> [Plan.Timescale?] {
        let whole = entries.map(\.text.string).joined(separator: " ")
        let run = TimescaleRun.split(whole)
        if run.count == actions.count, run.count > 1 {
            return run.map { text in
                var entry = entries[0]
                entry.text = Text(text)
                return read([entry], value: nil)
            }
        }
        if isClear { return actions.map { _ in read(entries, value: nil) } }
        findings.append(
            Plan.Finding(
                place: place,
                message: "\(entries.count) timescales stand beside \(actions.count) actions, without labels: "
                    + "which belongs to which is not clear."))
        let timescale = Plan.Timescale(text: whole, kind: .unclear, place: place)
        return actions.map { _ in timescale }
    }

    private mutating func read(_ entries: [LabelledText], value: Table.Cell.Value?) -> Plan.Timescale? {
        let text = entries.map(\.text.string).joined(separator: " ")
        let place = entries.first?.place
        if case .day(let day)? = value {
            return Plan.Timescale(
                text: text.isEmpty ? day.description : text, finish: PartialDate(day), kind: .by, place: place
            )
        }
        guard !text.isEmpty, text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let reading = TimescalePhrase.read(text, years: years)
        var timescale = reading.timescale
        timescale.place = place
        if reading.assumedYear { assumed.append(timescale) }
        if let unsettled = reading.unsettled {
            findings.append(Plan.Finding(place: place, message: unsettled))
        }
        return timescale
    }

    /// A start column and a finish column make one timescale.
    private func composed(_ start: Plan.Timescale?, _ finish: Plan.Timescale?) -> Plan.Timescale? {
        guard let start else { return finish }
        let from = start.start ?? start.finish
        guard let finish else {
            guard let from else { return start }
            return Plan.Timescale(text: start.text, start: from, kind: .onwards, place: start.place)
        }
        var made = Plan.Timescale(
            text: "\(start.text) – \(finish.text)", kind: .unclear, place: start.place ?? finish.place)
        made.start = from
        made.finish = finish.finish ?? finish.start
        switch (from, made.finish) {
        case (_?, _?): made.kind = .range
        case (_?, nil): made.kind = finish.kind == .unclear ? .unclear : .onwards
        case (nil, _?): made.kind = .by
        case (nil, nil): made.kind = finish.kind
        }
        return made
    }
}
