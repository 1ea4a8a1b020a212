import Documents
import Kernel
import PlanFormat

/// How it is measured, how often and by whom.
struct MonitoringCells {
    private(set) var findings: [Plan.Finding] = []

    mutating func read(_ row: PlanRow) -> [Plan.Monitoring] {
        var read = (row.cells[.monitoring] ?? []).flatMap { monitoring($0) }
        for cell in row.cells[.monitoredBy] ?? [] {
            let names = LeadPhrase.split(cell.text)
            if read.isEmpty {
                var made = Plan.Monitoring(text: cell.text.inOneLine, place: cell.place)
                made.by = names
                read.append(made)
            } else {
                for index in read.indices where read[index].by.isEmpty { read[index].by = names }
            }
        }
        return read
    }

    /// What actions and criteria say in passing: "Audit child protection plans on a monthly basis".
    mutating func find(in texts: [(text: String, place: Place?)]) -> [Plan.Monitoring] {
        texts.compactMap { text, place in
            var unsettled: String?
            let found = MonitoringPhrase.find(inText: Text(text), place: place, unsettled: &unsettled)
            // "Used in 80 % of reviews" is a target; a share is a sample where something is sampled.
            if let found, found.frequency == nil, found.quota == nil, unsettled == nil,
                !MonitoringCells.samples(text)
            {
                return nil
            }
            if let unsettled { findings.append(Plan.Finding(place: place, message: unsettled)) }
            return found
        }
    }

    private static func samples(_ text: String) -> Bool {
        let words = PlainWords.of(text)
        return words.contains { ["sample", "samples", "sampled", "sampling", "dip"].contains($0) }
            || ["audit", "check", "review"].contains(words.first ?? "")
    }

    private mutating func monitoring(_ cell: PlanCell) -> [Plan.Monitoring] {
        var read: [Plan.Monitoring] = []
        var unnamed = 0
        var named = 0..<0
        for entry in LabelPhrase.split(cell.paragraphs) where !entry.text.isEmpty {
            let reading = MonitoringPhrase.read(entry.text)
            if let unsettled = reading.unsettled {
                findings.append(Plan.Finding(place: entry.place, message: unsettled))
            }
            let isOnlyNames = reading.rest.isEmpty && !reading.by.isEmpty
            if isOnlyNames, !read.isEmpty {
                // Names after several lines are for all that have none yet; names after names add to them.
                if unnamed < read.count { named = unnamed..<read.count }
                for index in named {
                    read[index].by += reading.by.filter { !read[index].by.contains($0) }
                }
                unnamed = read.count
                continue
            }
            var made = Plan.Monitoring(
                label: entry.label, text: (isOnlyNames ? entry.text : reading.rest).string.inOneLine,
                place: entry.place)
            (made.frequency, made.samplePercent, made.quota, made.by) =
                (reading.frequency, reading.samplePercent, reading.quota, reading.by)
            read.append(made)
            if !reading.by.isEmpty {
                unnamed = read.count
                named = (read.count - 1)..<read.count
            }
        }
        return read
    }
}
