/// How much text of one document is kept: what passes it is no plan, and would fill the memory.
struct TextBudget {
    private var bytes: Int
    private var paragraphs: Int
    private let limits: ReadingLimits

    /// A quarter of what the file may expand to, in two paragraphs for each cell that it may have.
    init(_ limits: ReadingLimits) {
        self.limits = limits
        bytes = limits.expandedBytes / 4
        paragraphs = limits.cells * 2
    }

    mutating func take(_ text: Text) throws(Unreadable) {
        bytes -= text.string.utf8.count
        paragraphs -= 1
        guard bytes >= 0, paragraphs >= 0 else {
            throw Unreadable(
                .tooLarge,
                "The file holds more than \(limits.expandedBytes >> 22) MB of text or \(limits.cells * 2) paragraphs, "
                    + "which is more than a plan has: save the part that holds the plan as a file of its own."
            )
        }
    }
}
