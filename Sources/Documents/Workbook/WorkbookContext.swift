/// What the sheets of a workbook share.
final class WorkbookContext {
    let limits: ReadingLimits
    let styles: WorkbookStyles
    let colours: WorkbookColours
    let strings: [SharedStrings.Entry]
    let dates: SerialDate.System
    private var cellCount = 0
    private let deadline: Deadline
    private var budget: TextBudget
    private var tableCount = 0
    /// Grid places that may still be listed though they hold nothing.
    private var placesLeft: Int

    init(
        limits: ReadingLimits, styles: WorkbookStyles, colours: WorkbookColours,
        strings: [SharedStrings.Entry], dates: SerialDate.System, deadline: Deadline
    ) {
        self.limits = limits
        self.deadline = deadline
        budget = TextBudget(limits)
        placesLeft = limits.cells
        self.styles = styles
        self.colours = colours
        self.strings = strings
        self.dates = dates
    }

    func take(_ cell: SheetCell) throws(Unreadable) {
        for line in cell.lines { try budget.take(line) }
        cellCount += 1
        guard cellCount <= limits.cells else { throw .tooManyCells(limits) }
    }

    func checkTime() throws(Unreadable) {
        try deadline.check()
    }

    /// Whether a table of so many places may list also those that hold nothing.
    func takePlaces(_ count: Int) -> Bool {
        guard count <= placesLeft else { return false }
        placesLeft -= count
        return true
    }

    func nextTableNumber() -> Int {
        tableCount += 1
        return tableCount
    }
}
