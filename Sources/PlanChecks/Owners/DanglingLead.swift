import Documents
import Kernel
import PlanFormat

/// O04: the lead ends in a separator, so that somebody was lost or never written.
enum DanglingLead: PlanCheck {
    static let id = "O04"
    static let severity = CheckFinding.Severity.warning
    static let title = "The lead breaks off"
    static let advice = "Write the missing name, or take the separator away."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        var seen: Set<Place> = []
        return index.rows.compactMap { row in
            if let lead = row.action.leads.first(where: { tail(of: $0) != nil }), let tail = tail(of: lead) {
                return finding(row, lead, tail)
            }
            guard let place = row.action.leadPlace, let cell = index.cellText(at: place),
                let tail = tail(of: cell), isLast(row.action.leads, in: cell), seen.insert(place).inserted
            else { return nil }
            return finding(row, cell.split(separator: "\n").joined(separator: " "), tail)
        }
    }

    private static func finding(_ row: PlanIndex.Row, _ text: String, _ tail: String) -> CheckFinding {
        finding(
            row, "The lead ends in “\(tail)”: a second name may have been lost.", text: "Lead: \(text)",
            marked: [tail], place: row.action.leadPlace)
    }

    /// The separator that the words end in; nil when they end well.
    static func tail(of text: String) -> String? {
        var text = text[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        guard let last = text.last, text.count > 1 else { return nil }
        if "/&,;+".contains(last) { return String(last) }
        for word in ["and", "with", "or"] where text.lowercased().hasSuffix(" \(word)") { return word }
        return nil
    }

    /// A row continued over a page has its other leads in the cell below: then nothing is lost.
    private static func isLast(_ leads: [String], in cell: String) -> Bool {
        guard let last = leads.last else { return true }
        return squeezed(cell).contains(squeezed(last))
    }

    private static func squeezed(_ text: String) -> String {
        String(text.filter { $0.isLetter || $0.isNumber })
    }
}
