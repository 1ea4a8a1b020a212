/// The parts that every field of a form has: its label, a hint, and what is wrong with it.
///
/// The input's id is its name, so that the error summary's link finds it.
extension Markup {
    mutating func field(
        _ name: String, _ label: String, _ entry: Entry, hint: Markup?, _ content: (inout Markup) -> Void
    ) {
        let error = entry.error(name)
        div(.class(error == nil ? "field" : "field wrong")) { m in
            m.label(label, .for(name))
            m.notes(name, hint, error)
            content(&m)
        }
    }

    /// A group of inputs that answer one question; the first of them bears the name as its id.
    mutating func fieldGroup(
        _ name: String, _ legend: String, _ entry: Entry, hint: Markup?, _ content: (inout Markup) -> Void
    ) {
        let error = entry.error(name)
        let notes = Markup.notesOf(name, hint, error)
        fieldset(.class(error == nil ? "field" : "field wrong"), notes) { m in
            m.element("legend", [], legend)
            m.notes(name, hint, error)
            content(&m)
        }
    }

    private mutating func notes(_ name: String, _ hint: Markup?, _ error: FieldError?) {
        if let hint { p(hint, .class("hint"), .id("\(name)-hint")) }
        if let error { p(Markup.lowered(error.sentence), .class("error"), .id("\(name)-error")) }
    }

    /// `Error: give the year of the new date`.
    private static func lowered(_ sentence: String) -> Markup {
        let first = sentence.prefix(1)
        let isWord = sentence.dropFirst().first.map { $0.isLowercase || $0 == " " } ?? false
        return "Error: \(isWord ? first.lowercased() : String(first))\(sentence.dropFirst())"
    }

    /// Points the input to its hint and its error, for those who hear the page.
    static func notesOf(_ name: String, _ hint: Markup?, _ error: FieldError?) -> Attribute {
        let ids = (hint == nil ? [] : ["\(name)-hint"]) + (error == nil ? [] : ["\(name)-error"])
        return ids.isEmpty ? .nothing : .described(by: ids.joined(separator: " "))
    }

    static func states(_ name: String, _ entry: Entry, hint: Markup?) -> [Attribute] {
        let error = entry.error(name)
        return [
            notesOf(name, hint, error), .when(error != nil, Attribute("aria-invalid", "true")),
        ]
    }
}

/// How wide a field is, for what it will hold.
package enum FieldWidth: String, Sendable {
    case full, half, short
}

/// One of several answers.
package struct Choice: Sendable {
    package let value: String
    package let words: String
    package let hint: Markup?

    package init(_ value: String, _ words: String, hint: Markup? = nil) {
        self.value = value
        self.words = words
        self.hint = hint
    }
}
