/// What stands in a form: what was typed or is on record, and what is wrong with it.
package struct Entry: Sendable {
    private var values: [String: [String]]
    package private(set) var errors: [FieldError]

    package init(_ values: [String: [String]] = [:], errors: [FieldError] = []) {
        self.values = values
        self.errors = errors
    }

    /// A form filled from a record.
    package init(filled: KeyValuePairs<String, String>) {
        values = [:]
        errors = []
        for (name, value) in filled { values[name, default: []].append(value) }
    }

    /// The first value of that field; empty when there is none.
    package func value(_ name: String) -> String { values[name]?.first ?? "" }

    package func values(_ name: String) -> [String] { values[name] ?? [] }

    /// What is wrong with that field.
    package func error(_ name: String) -> FieldError? { errors.first { $0.field == name } }
}

/// What is wrong with one field, in one sentence without a full stop: "Give the year of the new date".
package struct FieldError: Hashable, Sendable {
    /// The name of the field; nil when it is about the form as a whole.
    package let field: String?
    package let sentence: String

    package init(_ field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}
