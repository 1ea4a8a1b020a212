import Markup
import Site

/// Free text that looks as if it named somebody is not kept before its writer has said that it is meant.
enum WarnOfNames {
    static let field = "anyway"

    /// Throws a sentence at the first of the fields that looks so, unless the form says that it is meant. Names of our
    /// own people are no harm here: steps are told of by those who took them.
    static func check(
        _ form: Fields, _ fields: [String]
    ) throws(StepRefused) {
        guard form[field] != "yes" else { return }
        for name in fields {
            let kinds = FreeText.seen(in: form[name], FreeText.Names()).subtracting([.name])
            if !kinds.isEmpty { throw StepRefused(FreeText.sentence(kinds), name) }
        }
    }

    /// The tick that keeps it all the same; there only where a field was stopped.
    static func tick(_ entry: Entry, _ fields: [String], _ m: inout Markup) {
        let isStopped = fields.contains { name in
            entry.error(name)?.sentence.hasPrefix("This looks as if it held") ?? false
        }
        guard isStopped else { return }
        m.checkboxes(field, "Keep it all the same?", [Choice("yes", "Yes, it names nobody")], in: entry)
    }
}
