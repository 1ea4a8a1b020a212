extension Markup {
    /// One line of text. `kind` is the input's type: text, email, search, tel, url.
    package mutating func textField(
        _ name: String, _ label: String, in entry: Entry = Entry(), hint: Markup? = nil,
        kind: StaticString = "text", width: FieldWidth = .full, autocomplete: String? = nil,
        numeric: Bool = false
    ) {
        field(name, label, entry, hint: hint) { m in
            m.void(
                "input",
                [
                    .id(name), .name(name), .type("\(kind)"), .value(entry.value(name)),
                    .when(width != .full, .class(width.rawValue)),
                    .when(numeric, Attribute("inputmode", "numeric")),
                    autocomplete.map { Attribute("autocomplete", $0) } ?? .nothing,
                ] + Markup.states(name, entry, hint: hint))
        }
    }

    /// A password, which may be pasted; it is never written back into the page.
    package mutating func passwordField(
        _ name: String, _ label: String, in entry: Entry = Entry(), hint: Markup? = nil, isNew: Bool = false
    ) {
        field(name, label, entry, hint: hint) { m in
            m.void(
                "input",
                [
                    .id(name), .name(name), .type("password"),
                    Attribute("autocomplete", isNew ? "new-password" : "current-password"),
                ] + Markup.states(name, entry, hint: hint))
        }
    }

    /// Several lines of text.
    package mutating func textArea(
        _ name: String, _ label: String, in entry: Entry = Entry(), hint: Markup? = nil, rows: Int = 3
    ) {
        field(name, label, entry, hint: hint) { m in
            let attributes = [.id(name), .name(name), Attribute("rows", rows)]
            // A parser drops the first line end inside a text area: one more keeps what was typed.
            m.element(
                "textarea", attributes + Markup.states(name, entry, hint: hint), "\n" + entry.value(name))
        }
    }

    /// Three fields for a date, `due-day`, `due-month` and `due-year`, as people write it: 5 9 2026.
    package mutating func dateField(
        _ name: String, _ label: String, in entry: Entry = Entry(), hint: Markup? = nil
    ) {
        let isWrong = entry.error(name) != nil
        let describes = Markup.notesOf(name, hint, entry.error(name))
        fieldGroup(name, label, entry, hint: hint) { m in
            m.div(.class("date")) { m in
                for (part, words) in [("day", "Day"), ("month", "Month"), ("year", "Year")] {
                    let field = "\(name)-\(part)"
                    // The summary's link leads to the field's name: the day carries it.
                    let id = part == "day" ? name : field
                    let value = entry.value(field)
                    let marked = isWrong && (value.isEmpty || !Markup.anyIsEmpty(entry, name))
                    m.label(words, .for(id), .class("hidden"))
                    m.input(
                        .id(id), .name(field), .type("text"), Attribute("inputmode", "numeric"),
                        .class(part), .value(value), .when(marked, Attribute("aria-invalid", "true")),
                        isWrong ? describes : .nothing)
                }
            }
        }
    }

    private static func anyIsEmpty(_ entry: Entry, _ name: String) -> Bool {
        ["day", "month", "year"].contains { entry.value("\(name)-\($0)").isEmpty }
    }

    /// A file to send; the form around it must say `uploads: true`.
    package mutating func fileField(
        _ name: String, _ label: String, in entry: Entry = Entry(), hint: Markup? = nil, accepts: String = "",
        takesSeveral: Bool = false
    ) {
        field(name, label, entry, hint: hint) { m in
            m.void(
                "input",
                [
                    .id(name), .name(name), .type("file"),
                    .when(!accepts.isEmpty, Attribute("accept", accepts)),
                    .when(takesSeveral, Attribute("multiple")),
                ] + Markup.states(name, entry, hint: hint))
        }
    }

    /// A value that the form carries unseen.
    package mutating func hiddenField(_ name: String, _ value: String) {
        input(.type("hidden"), .name(name), .value(value))
    }
}
