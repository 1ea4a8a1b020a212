extension Markup {
    /// A list of which one is chosen; an empty value first stands for none.
    package mutating func select(
        _ name: String, _ label: String, _ choices: [Choice], in entry: Entry = Entry(), hint: Markup? = nil
    ) {
        field(name, label, entry, hint: hint) { m in
            m.element("select", [.id(name), .name(name)] + Markup.states(name, entry, hint: hint)) { m in
                for choice in choices {
                    m.option(
                        choice.words, .value(choice.value),
                        .when(choice.value == entry.value(name), .selected))
                }
            }
        }
    }

    /// A few answers of which one is chosen. `inside` may add fields that belong to one of them.
    package mutating func radios(
        _ name: String, _ legend: String, _ choices: [Choice], in entry: Entry = Entry(), hint: Markup? = nil,
        inside: (Choice, inout Markup) -> Void = { _, _ in }
    ) {
        fieldGroup(name, legend, entry, hint: hint) { m in
            m.options(name, "radio", choices, chosen: [entry.value(name)], inside: inside)
        }
    }

    /// A few answers of which any number is chosen.
    package mutating func checkboxes(
        _ name: String, _ legend: String, _ choices: [Choice], in entry: Entry = Entry(), hint: Markup? = nil,
        inside: (Choice, inout Markup) -> Void = { _, _ in }
    ) {
        fieldGroup(name, legend, entry, hint: hint) { m in
            m.options(name, "checkbox", choices, chosen: Set(entry.values(name)), inside: inside)
        }
    }

    private mutating func options(
        _ name: String, _ type: String, _ choices: [Choice], chosen: Set<String>,
        inside: (Choice, inout Markup) -> Void
    ) {
        for (index, choice) in choices.enumerated() {
            let id = index == 0 ? name : "\(name)-\(index + 1)"
            let hintID = "\(id)-choice-hint"
            div(.class("choice")) { m in
                m.input(
                    .id(id), .name(name), .type(type), .value(choice.value),
                    .when(chosen.contains(choice.value), .checked),
                    .when(choice.hint != nil, .described(by: hintID)))
                m.label(choice.words, .for(id))
                if let hint = choice.hint { m.p(hint, .class("hint"), .id(hintID)) }
                inside(choice, &m)
            }
        }
    }
}
