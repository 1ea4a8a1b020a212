import Documents
import Kernel
import PlanFormat

/// C01: numbers used twice, left out, or written two ways.
enum Numbering: PlanCheck {
    static let id = "C01"
    static let severity = CheckFinding.Severity.error
    static let title = "The numbering is broken"
    static let advice = "Number again in order, and look whether something was lost."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        areas(index) + labels(index) + references(index) + cells(index) + paragraphs(index) + commas(index)
    }

    // MARK: Areas

    private static func areas(_ index: PlanIndex) -> [CheckFinding] {
        let numbered = index.areas.filter { $0.area.reference != nil }
        var findings: [CheckFinding] = []
        var seen: [String: PlanIndex.AreaRow] = [:]
        var previous: [Int]?
        // An area may hold several numbered standards: none of their numbers is missing.
        let mentioned = Set(index.areas.flatMap { numbers(in: $0.title) })
        for area in numbered {
            guard let reference = area.area.reference else { continue }
            if seen[reference] != nil {
                findings.append(
                    finding(
                        area, in: index, "Two areas are numbered \(reference).",
                        text: "\(reference) \(area.area.title)", marked: [reference]))
            }
            seen[reference] = area
            guard let parts = Numerals.parts(reference) else { continue }
            if let last = previous, let skipped = skipped(from: last, to: parts), !mentioned.contains(skipped)
            {
                findings.append(
                    finding(
                        area, in: index,
                        "\(skipped) is missing: the numbers go from \(text(last)) to \(reference).",
                        text: "\(reference) \(area.area.title)", marked: [reference]))
            }
            previous = parts
        }
        return findings
    }

    private static func numbers(in words: Words) -> [String] {
        words.tokens.filter { $0.shape == .number && $0.word.contains(".") }.map { Numerals.bare($0.word) }
            + words.tokens.filter { $0.shape == .number }.map(\.word)
    }

    /// The first number left out between two that belong to one sequence; nil when none is.
    private static func skipped(from last: [Int], to next: [Int]) -> String? {
        guard last.count == next.count, last.dropLast() == next.dropLast(), let from = last.last,
            let to = next.last, to > from + 1
        else { return nil }
        return text(last.dropLast() + [from + 1])
    }

    private static func text(_ parts: [Int]) -> String { parts.map(String.init).joined(separator: ".") }

    // MARK: Letters and numerals within an area

    private static func labels(_ index: PlanIndex) -> [CheckFinding] {
        index.areas.flatMap { area -> [CheckFinding] in
            let actions = labels(
                area.rows.map { index.rows[$0].action.label },
                of: area.rows.map { index.rows[$0].action.text }, area,
                index, "action")
            let changes = labels(
                area.area.changes.map(\.label), of: area.area.changes.map(\.text), area, index, "change")
            return actions + changes
        }
    }

    private static func labels(
        _ labels: [String?], of texts: [String], _ area: PlanIndex.AreaRow, _ index: PlanIndex, _ noun: String
    ) -> [CheckFinding] {
        let present = labels.compactMap { $0 }
        guard !present.isEmpty, present.allSatisfy({ !$0.contains(".") }) else { return [] }
        let roman =
            present.allSatisfy { Numerals.romans.contains($0) } && present != ["c"] && present.first != "v"
        var findings: [CheckFinding] = []
        var previous: (label: String, ordinal: Int)?
        for (label, text) in zip(labels, texts) {
            guard let label, let ordinal = Numerals.ordinal(label, roman: roman) else { continue }
            defer { previous = (label, ordinal) }
            let message: String
            if let previous {
                if ordinal == previous.ordinal {
                    message = "Two \(noun)s are labelled \(label)."
                } else if ordinal > previous.ordinal + 1 {
                    message = "The labels go from \(previous.label) to \(label)."
                } else if ordinal < previous.ordinal {
                    message = "\(label) stands after \(previous.label)."
                } else {
                    continue
                }
            } else if ordinal > 1 {
                message =
                    present.count == 1
                    ? "\(label) stands alone: those before it are missing here."
                    : "The labels begin with \(label)."
            } else {
                continue
            }
            findings.append(
                finding(area, in: index, message, text: "\(label)) \(text)", marked: [label]))
        }
        return findings
    }

    // MARK: Printed numbers of actions

    private static func references(_ index: PlanIndex) -> [CheckFinding] {
        index.areas.flatMap { area -> [CheckFinding] in
            var findings: [CheckFinding] = []
            var previous: [Int]?
            for number in area.rows {
                let row = index.rows[number]
                // A reference made of the area's number and a label is told of by its label.
                guard row.action.label == nil, let reference = row.reference,
                    reference != area.area.reference,
                    let parts = Numerals.parts(reference)
                else { continue }
                if let last = previous {
                    if last == parts {
                        findings.append(
                            finding(
                                row, "Two actions are numbered \(reference).",
                                text: "\(reference) \(row.action.text)",
                                marked: [reference]))
                    } else if let skipped = skipped(from: last, to: parts) {
                        findings.append(
                            finding(
                                row,
                                "\(skipped) is missing: the numbers go from \(text(last)) to \(reference).",
                                text: "\(reference) \(row.action.text)", marked: [reference]))
                    }
                }
                previous = parts
            }
            return findings
        }
    }

    // MARK: Labels used twice in a cell of another column

    private static func cells(_ index: PlanIndex) -> [CheckFinding] {
        let actionPlaces = Set(index.rows.compactMap { $0.action.place })
        var findings: [CheckFinding] = []
        for (table, _) in index.planTables {
            for row in table.rows {
                for cell in row.cells where !actionPlaces.contains(cell.place) {
                    let labels = cell.paragraphs.compactMap(label)
                    guard labels.count > 1,
                        let twice = labels.indices.dropFirst().first(where: { labels[$0] == labels[$0 - 1] }),
                        !actionsUse(labels[twice], row, index)
                    else { continue }
                    findings.append(
                        CheckFinding(
                            check: id, severity: severity,
                            subject: Wording.capitalised(cell.place.description),
                            place: cell.place, message: "\(labels[twice]) is used twice in one cell.",
                            text: cell.text.split(separator: "\n").joined(separator: " "), marked: [],
                            suggestion: advice))
                }
            }
        }
        return findings
    }

    private static func label(_ paragraph: Paragraph) -> String? {
        if case .item(let numeral?, _) = paragraph.role { return Numerals.bare(numeral) }
        let text = paragraph.text.string
        guard let close = text.prefix(6).firstIndex(of: ")") else { return nil }
        let label = Numerals.bare(String(text[..<close]))
        return Numerals.romans.contains(label) || label.count == 1 ? label : nil
    }

    /// The actions of the row use the label twice themselves: that is told of there.
    private static func actionsUse(_ label: String, _ row: Table.Row, _ index: PlanIndex) -> Bool {
        index.rows.filter {
            $0.action.label == label && $0.action.place?.table == row.place.table
                && $0.action.place?.row == row.place.row
        }
        .count > 1
    }

    // MARK: Numbered paragraphs

    private static func paragraphs(_ index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var last: [[Int]: (number: Int, running: PlanIndex.Running)] = [:]
        for running in index.running {
            guard let numeral = running.numeral, numeral.contains("."), let parts = Numerals.parts(numeral),
                parts.count >= 2, let number = parts.last
            else { continue }
            let prefix = Array(parts.dropLast())
            if let before = last[prefix] {
                let message: String?
                if number == before.number {
                    message = "Two paragraphs are numbered \(numeral)."
                } else if number > before.number + 1 {
                    let missing = (before.number + 1..<number).map { text(prefix + [$0]) }
                    message =
                        "Paragraph\(missing.count == 1 ? "" : "s") \(Wording.list(missing)) "
                        + "\(missing.count == 1 ? "is" : "are") missing: the numbers go from "
                        + "\(text(prefix + [before.number])) to \(numeral)."
                } else {
                    message = nil
                }
                if let message { findings.append(finding(running, numeral, message)) }
            } else if number > 1, prefix.count == 1, number < 4 {
                findings.append(
                    finding(
                        running, numeral, "The paragraphs of section \(text(prefix)) begin with \(numeral)."))
            }
            last[prefix] = (number, running)
        }
        return findings + lists(index)
    }

    /// `1. 2. 4.`: a single list that leaves a number out or uses one twice.
    private static func lists(_ index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        var last: Int?
        var gap = 0
        for running in index.running {
            if running.isHeading {
                last = nil
                continue
            }
            guard case .item(let printed?, 0) = running.paragraph.role,
                let number = Int(Numerals.bare(printed))
            else {
                gap += 1
                if gap > 6 { last = nil }
                continue
            }
            gap = 0
            if let before = last, number != 1, number == before || number == before + 2 {
                findings.append(
                    finding(
                        running, String(number),
                        number == before
                            ? "Two items are numbered \(number)."
                            : "Item \(before + 1) is missing: the numbers go from \(before) to \(number)."))
            }
            last = number
        }
        return findings
    }

    private static func finding(_ running: PlanIndex.Running, _ numeral: String, _ message: String)
        -> CheckFinding
    {
        let words = running.words
        let first = words.sentences.first ?? 0..<0
        let sentence = words.sentenceText(first)
        return CheckFinding(
            check: id, severity: severity, subject: running.subject, place: running.paragraph.place,
            message: message, text: sentence.hasPrefix(numeral) ? sentence : "\(numeral) \(sentence)",
            marked: [numeral], suggestion: advice)
    }

    // MARK: "2,3" among 2.1, 2.2, 2.4

    private static func commas(_ index: PlanIndex) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for table in index.tables {
            for column in 0..<min(table.columnCount, 3) {
                let cells = table.rows.compactMap { row in row.cells.first { $0.column == column } }
                let dotted = cells.filter { Numerals.parts(first($0)).map { $0.count == 2 } ?? false }.count
                guard dotted >= 3 else { continue }
                for cell in cells {
                    let written = first(cell)
                    guard written.contains(","),
                        Numerals.parts(String(written.map { $0 == "," ? "." : $0 }))?.count == 2
                    else { continue }
                    findings.append(
                        CheckFinding(
                            check: id, severity: severity,
                            subject: Wording.capitalised(cell.place.description),
                            place: cell.place,
                            message: "\(written) is written with a comma where the others have a stop.",
                            text: cell.text, marked: [written], suggestion: "Write it as the others are."))
                }
            }
        }
        return findings
    }

    private static func first(_ cell: Table.Cell) -> String {
        String(cell.text.prefix { !$0.isWhitespace && $0 != "(" })
    }
}
