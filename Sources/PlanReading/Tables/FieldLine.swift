import Documents
import Kernel

/// "Lead: Ann Poe": a line that names what it gives.
struct FieldLine {
    var sense: HeaderSense
    var paragraph: Paragraph

    /// Nil where the words before the colon are no heading of a plan's column, or nothing follows and `needsValue`.
    init?(_ paragraph: Paragraph, needsValue: Bool = true) {
        let string = paragraph.text.string
        guard let colon = string.firstIndex(where: { ":?".contains($0) }) else { return nil }
        let name = String(string[..<colon])
        guard PlainWords.of(name).count <= 12, let match = HeaderWords.match(name), match.cover >= 0.6 else {
            return nil
        }
        guard AreaLabel(name + " ").reference == nil else { return nil }
        sense = match.sense
        var start = string.index(after: colon)
        while start < string.endIndex, string[start].isWhitespace || ":–-".contains(string[start]) {
            start = string.index(after: start)
        }
        guard start < string.endIndex || !needsValue else { return nil }
        self.paragraph = paragraph
        self.paragraph.text = paragraph.text.suffix(from: start)
        if case .heading = paragraph.role { self.paragraph.role = .plain }
    }

    /// The field that a heading or a short line of its own opens: "What we will do".
    static func opened(by paragraph: Paragraph) -> ColumnMeaning? {
        let text = paragraph.text.string.trimmed
        var isHeading = paragraph.text.isWholly(.bold)
        if case .heading = paragraph.role { isHeading = true }
        if case .item = paragraph.role { return nil }
        guard !text.hasSuffix("."), let match = HeaderWords.match(text.trimmingStop),
            match.cover >= (isHeading ? 0.8 : 0.95), isHeading || PlainWords.of(text).count >= 2,
            let meaning = match.sense.plainMeaning, ![.area, .section, .ignored].contains(meaning)
        else { return nil }
        return meaning
    }

    /// Lines under a heading as cells of its area: "Lead: …", or "How we will know" and the items after it.
    static func cells(_ lines: some Sequence<Paragraph>) -> [(meaning: ColumnMeaning, cell: PlanCell)] {
        var cells: [(ColumnMeaning, PlanCell)] = []
        var meaning: ColumnMeaning?
        for line in lines {
            if let field = FieldLine(line, needsValue: false), let found = field.meaning {
                meaning = found == .action ? nil : found
                if let meaning, !field.paragraph.text.isEmpty {
                    cells.append((meaning, PlanCell([field.paragraph], place: line.place)))
                }
            } else if let found = opened(by: line) {
                meaning = found == .action ? nil : found
            } else if let meaning, case .item = line.role {
                cells.append((meaning, PlanCell([line], place: line.place)))
            } else {
                meaning = nil
            }
        }
        return cells.map { (meaning: $0.0, cell: $0.1) }
    }

    /// The column that the line stands for.
    var meaning: ColumnMeaning? { sense.plainMeaning }
}

extension HeaderSense {
    /// What a field of that name holds when it stands alone, outside a table of columns.
    var plainMeaning: ColumnMeaning? {
        switch self {
        case .reference, .actionReference: .actionReference
        case .areaReference: .areaReference
        case .area, .priority: .area
        case .theme: .section
        case .change: .change
        case .action: .action
        case .lead: .lead
        case .timescale: .timescale
        case .start: .start
        case .finish: .finish
        case .success, .target: .successCriterion
        case .progress, .milestone, .progressAndImpact: .progressMeasure
        case .impact: .impactMeasure
        case .outcome: .outcome
        case .monitoring: .monitoring
        case .monitoredBy: .monitoredBy
        case .evidence: .evidence
        case .status: .status
        case .source: .source
        case .actualFinish, .baseline, .remark: .ignored
        case .risk, .likelihood, .version, .person, .post, .amount, .term, .audience, .meeting: nil
        }
    }
}

extension Text {
    /// The text from that index on, with its marks.
    func suffix(from start: String.Index) -> Text {
        let offset = string.utf8.distance(from: string.utf8.startIndex, to: start)
        let marks = marks.compactMap { mark -> Mark? in
            let range = max(0, mark.range.lowerBound - offset)..<max(0, mark.range.upperBound - offset)
            return range.isEmpty ? nil : Mark(mark.kind, range)
        }
        return Text(String(string[start...]), marks: marks)
    }
}
