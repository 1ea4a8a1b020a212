/// What the reader of a Word document left out or took for granted, counted; told at the end in `notes`.
struct WordTally {
    var insertions = 0
    var deletions = 0
    var moves = 0
    var hiddenRuns = 0
    var pictures = 0
    var charts = 0
    var diagrams = 0
    var comments = 0
    var unknownSymbols = 0
    var contentsLists = 0
    var importedParts = 0
    var hasHeadersOrFooters = false

    var notes: [String] {
        var notes: [String] = []
        let changes = [
            counted(insertions, "insertion"), counted(deletions, "deletion"), counted(moves, "move"),
        ].compactMap { $0 }
        if !changes.isEmpty { notes.append("Tracked changes were taken as accepted: \(listed(changes)).") }
        func leftOut(_ count: Int, _ noun: String) {
            guard let what = counted(count, noun) else { return }
            notes.append("\(what) \(count == 1 ? "was" : "were") left out.")
        }
        leftOut(comments, "comment")
        leftOut(hiddenRuns, "piece of hidden text")
        leftOut(pictures, "picture")
        leftOut(charts, "chart")
        leftOut(diagrams, "diagram")
        leftOut(contentsLists, "table of contents")
        leftOut(importedParts, "part kept in another format")
        if let what = counted(unknownSymbols, "symbol") { notes.append("\(what) could not be read.") }
        if hasHeadersOrFooters { notes.append("The text of headers and footers was left out.") }
        return notes
    }

    private func counted(_ count: Int, _ noun: String) -> String? {
        guard count > 0 else { return nil }
        if count == 1 { return "1 \(noun)" }
        let split = noun.firstIndex(of: " ") ?? noun.endIndex
        let compound = ["piece", "table", "part"].contains(String(noun[..<split]))
        return compound ? "\(count) \(noun[..<split])s\(noun[split...])" : "\(count) \(noun)s"
    }

    private func listed(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
