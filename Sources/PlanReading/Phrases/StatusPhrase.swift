import PlanFormat

/// What a status cell, or the words at the end of a text, claim of an action.
enum StatusPhrase {
    /// Reads a cell of a status or timescale column; nil where it claims nothing.
    static func read(_ text: String) -> Plan.Action.Status? {
        let words = Words(text)
        let flat = words.flat
        // "To be completed by May" and "complete by March 2015" are promises, not claims.
        let promises = [
            " to be ", " to complete ", " will be ", " complete by ", " completed by ", " in place by ",
            " not in place ", " should be ", " due to ",
        ]
        if notStarted.contains(where: flat.contains) { return .notStarted }
        if promises.contains(where: flat.contains) { return nil }
        if [
            " not complete", " incomplete ", " not yet complete", " partially complete", " partly complete",
            " near completion ", " nearly complete ", " 50 complete ",
        ].contains(where: flat.contains) {
            return .ongoing
        }
        if complete.contains(where: flat.contains) { return .complete }
        if flat.contains(" in place ") { return .inPlace }
        if ongoing.contains(where: flat.contains) { return .ongoing }
        return nil
    }

    private static let notStarted = [
        " not started ", " not yet started ", " yet to start ", " not begun ", " not yet begun ",
        " not commenced ",
        " not yet commenced ", " yet to commence ", " not yet due ", " not due to start ",
    ]

    private static let complete = [
        " complete ", " completed ", " done ", " achieved ", " closed ", " finished ",
    ]

    private static let ongoing = [
        " ongoing ", " on going ", " in progress ", " underway ", " under way ", " continuing ", " started ",
        " on track ", " progressing ", " commenced ", " behind schedule ", " slipping ", " off track ",
        " delayed ",
    ]
}
