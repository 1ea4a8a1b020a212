import PlanFormat

/// What a status cell, or the words at the end of a text, claim of an action.
enum StatusPhrase {
    static func read(_ text: String) -> Plan.Action.Status? { nil }
}
