import Documents
import Kernel
import PlanFormat

/// What the document claims of the actions of a row.
struct StatusCells {
    let colours: ColourKey
    private(set) var findings: [Plan.Finding] = []
    private var unknown: Set<String> = []

    init(colours: ColourKey) { self.colours = colours }

    mutating func read(_ row: PlanRow, _ count: Int) -> [Plan.Action.Status?] {
        let cells = row.cells[.status] ?? row.covering[.status] ?? []
        var found: [Plan.Action.Status?] = []
        for cell in cells {
            let lines = cell.paragraphs.map(\.text.string)
            let perAction = lines.count == count ? lines : [cell.text.inOneLine]
            for line in perAction where !line.isEmpty { found.append(read(line, cell)) }
            if lines.isEmpty, let fill = cell.fill { found.append(colours.status(ofFill: fill)) }
        }
        if found.count == count { return found }
        let one = found.compactMap { $0 }.first
        return (0..<count).map { _ in one }
    }

    private mutating func read(_ text: String, _ cell: PlanCell) -> Plan.Action.Status? {
        if let status = StatusPhrase.read(text) { return status }
        if let status = colours.status(ofWord: text) { return status }
        if let fill = cell.fill, let status = colours.status(ofFill: fill) { return status }
        if unknown.insert(PlainWords.key(text)).inserted {
            findings.append(
                Plan.Finding(
                    place: cell.place,
                    message: "The status “\(text.shortened(to: 80))” claims nothing that Plumbline keeps."))
        }
        return nil
    }

    /// "In place" in a column of dates is a claim, too.
    static func claimed(by timescale: Plan.Timescale?) -> Plan.Action.Status? {
        guard let timescale else { return nil }
        if timescale.kind == .inPlace { return .inPlace }
        let words = PlainWords.of(timescale.text)
        return words.count <= 2 && ["complete", "completed", "done"].contains(words.first ?? "")
            ? .complete : nil
    }
}
