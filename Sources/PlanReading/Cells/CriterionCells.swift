import Documents
import Kernel
import PlanFormat

/// How anyone will know, for the actions of a row.
struct CriterionCells {
    struct Read {
        var criterion: Plan.Criterion
        /// The one action of the row that it belongs to.
        var action: Int?
        /// The printed number it begins with, "1.2", where no action of the row has it.
        var reference: String?
        /// "Timescale: …" printed at its end.
        var timescale: PlanCell?
        /// "Complete." printed at its end.
        var status: Plan.Action.Status?
    }

    private(set) var findings: [Plan.Finding] = []

    /// `wasRun`: the row's actions lost their line breaks, and so may its criteria.
    mutating func read(_ row: PlanRow, _ actions: [Matching.Key], wasRun: Bool) -> [Read] {
        let kinds: [(ColumnMeaning, Plan.Criterion.Kind)] = [
            (.successCriterion, .success), (.progressMeasure, .progress), (.impactMeasure, .impact),
            (.outcome, .outcome),
        ]
        // Columns in the order in which they stand.
        let cells = kinds.flatMap { meaning, kind in (row.cells[meaning] ?? []).map { ($0, kind) } }
            .sorted { $0.0.column < $1.0.column }
        return cells.flatMap { read($0.0, $0.1, actions, wasRun) }
    }

    private mutating func read(
        _ cell: PlanCell, _ kind: Plan.Criterion.Kind, _ actions: [Matching.Key], _ wasRun: Bool
    ) -> [Read] {
        var entries = joined(LabelPhrase.split(cell.paragraphs))
        if wasRun, entries.count == 1,
            let texts = RunSplit.statements(entries[0].text.string, into: actions.count)
        {
            let first = entries[0]
            entries = texts.map { text in
                var entry = first
                entry.text = Text(text)
                return entry
            }
        }
        let isOrdered =
            entries.count == actions.count && actions.count > 1 && !cell.isMixed
            && entries.allSatisfy { $0.label == nil && $0.reference == nil }
        var reads: [Read] = []
        var last: (Int?, String?)
        for (index, entry) in entries.enumerated() where !entry.text.isEmpty {
            if let field = FieldLine(Paragraph(entry.text, place: entry.place)), let meaning = field.meaning,
                [.timescale, .finish].contains(meaning)
            {
                if !reads.isEmpty {
                    reads[reads.count - 1].timescale = PlanCell([field.paragraph], place: entry.place)
                }
                continue
            }
            var made = Read(criterion: Plan.Criterion(text: "", kind: kind, place: entry.place))
            if entry.label != nil || entry.reference != nil {
                made.criterion.label = entry.label
                made.action = actions.firstIndex { $0.isNamed(by: entry) }
                made.reference = made.action == nil && entry.label == nil ? entry.reference : nil
                last = (made.action, made.reference)
            } else if entry.continues {
                (made.action, made.reference) = last
            } else if isOrdered {
                made.action = index
            }
            if made.action == nil, made.reference == nil, actions.count == 1 { made.action = 0 }
            var text = entry.text.string.inOneLine
            (text, made.timescale) = CriterionCells.timescale(at: text, entry.place)
            made.status = CriterionCells.status(text)
            made.criterion.text = text
            reads.append(made)
        }
        if cell.isMixed { CriterionKind.settle(&reads) }
        return reads
    }

    /// Lines that go on with the line before.
    private func joined(_ entries: [LabelledText]) -> [LabelledText] {
        var made: [LabelledText] = []
        for entry in entries {
            if let last = made.last, entry.label == nil, entry.reference == nil,
                Continuation.beginsInside(entry.text.string),
                !last.text.string.hasSuffix(":"), !Continuation.isFinished(last.text.string)
            {
                made[made.count - 1].text = Continuation.join(last.text, entry.text)
            } else {
                made.append(entry)
            }
        }
        return made
    }

    /// "… Timescale: 10 November 2014" at the end of a criterion.
    private static func timescale(at text: String, _ place: Place) -> (String, PlanCell?) {
        for name in [
            "Timescale:", "Timescales:", "By when:", "Deadline:", "Target date:", "Completion date:",
        ] {
            guard let start = firstRange(of: name, in: text), start > text.startIndex else { continue }
            let words = String(text[text.index(start, offsetBy: name.count)...]).trimmed
            guard CellContent.isDate(words) else { continue }
            let cell = PlanCell([Paragraph(Text(words), place: place)], place: place)
            return (String(text[..<start]).trimmed, cell)
        }
        return (text, nil)
    }

    private static func firstRange(of name: String, in text: String) -> String.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(name) { return index }
            index = text.index(after: index)
        }
        return nil
    }

    /// A last sentence of one or two words that claims a status: "MASH established. Complete."
    private static func status(_ text: String) -> Plan.Action.Status? {
        let trimmed = text.trimmed
        let ends = trimmed.hasSuffix(".") || trimmed.hasSuffix(",") ? String(trimmed.dropLast()) : trimmed
        guard let stop = ends.lastIndex(where: { ".;:".contains($0) }) else { return nil }
        let last = String(ends[ends.index(after: stop)...]).trimmed
        guard (1...2).contains(PlainWords.of(last).count) else { return nil }
        return StatusPhrase.read(last)
    }
}
