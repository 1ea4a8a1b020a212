import Documents
import Kernel
import PlanFormat

/// Who leads the actions of a row.
struct LeadCells {
    private(set) var findings: [Plan.Finding] = []

    /// The leads of each action, with the place of the cell.
    mutating func read(_ row: PlanRow, _ actions: [Matching.Key]) -> [[String]] {
        let own = row.cells[.lead] ?? []
        var leads = [[String]](repeating: [], count: actions.count)
        for cell in own + (row.covering[.lead] ?? []) where !cell.isBlank {
            for (index, names) in matched(cell, actions).enumerated() {
                for name in names where !leads[index].contains(name) { leads[index].append(name) }
            }
        }
        return leads
    }

    mutating func read(_ cell: PlanCell) -> [String] { read(cell.text, cell.place) }

    private mutating func matched(_ cell: PlanCell, _ actions: [Matching.Key]) -> [[String]] {
        guard !actions.isEmpty else { return [] }
        if let once = LeadCells.once(cell.text.inOneLine), once.count > 1 {
            let names = read(once.name, cell.place)
            return actions.map { _ in names }
        }
        let entries = LabelPhrase.split(cell.paragraphs)
        let isLabelled = entries.contains { $0.label != nil || $0.reference != nil }
        let joins = entries.dropLast().contains { entry in
            Continuation.isUnfinished(entry.text.string) || entry.text.string.hasSuffix(":")
        }
        if actions.count > 1, isLabelled || !joins {
            var misprints: [String] = []
            let result = Matching.match(entries, to: actions, misprints: &misprints)
            for misprint in misprints {
                findings.append(Plan.Finding(place: cell.place, message: "Lead: \(misprint)"))
            }
            if case .each(let own) = result {
                return own.map { entries in
                    read(entries.map(\.text.string).joined(separator: "\n"), cell.place)
                }
            }
            if case .shared(let entries, isClear: false) = result {
                let names = read(cell.text, cell.place)
                if Set(names).count > 1 {
                    findings.append(
                        Plan.Finding(
                            place: cell.place,
                            message:
                                "\(entries.count) leads stand beside \(actions.count) actions, without labels: "
                                + "all are given to each action."))
                }
                return actions.map { _ in names }
            }
        }
        let names = read(
            isLabelled ? entries.map(\.text.string).joined(separator: "\n") : cell.text, cell.place)
        return actions.map { _ in names }
    }

    private mutating func read(_ text: String, _ place: Place) -> [String] {
        let reading = LeadPhrase.read(text)
        if reading.dangles {
            findings.append(
                Plan.Finding(
                    place: place,
                    message: "The leads “\(text.inOneLine)” end with a joining sign: somebody may be missing."
                ))
        }
        for words in reading.leftOut {
            findings.append(Plan.Finding(place: place, message: "Beside the leads the cell says “\(words)”."))
        }
        var names: [String] = []
        for name in reading.leads where !names.contains(name) { names.append(name) }
        return names
    }

    /// A name printed several times over, and how often: "Ann Poe Ann Poe".
    static func once(_ text: String) -> (name: String, count: Int)? {
        let words = text.split(separator: " ")
        guard words.count >= 4 else { return nil }
        for length in 2...(words.count / 2) where words.count % length == 0 {
            let first = Array(words[0..<length])
            let repeats = stride(from: 0, to: words.count, by: length).allSatisfy {
                Array(words[$0..<($0 + length)]) == first
            }
            if repeats { return (first.joined(separator: " "), words.count / length) }
        }
        return nil
    }
}
