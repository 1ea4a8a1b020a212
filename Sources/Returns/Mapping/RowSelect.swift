import Markup

extension Markup {
    /// A list to choose from within a row of a table, named for those who hear the page.
    mutating func rowSelect(_ name: String, _ label: String, _ choices: [Choice], chosen: String) {
        element("select", [.id(name), .name(name), .label(label)]) { m in
            for choice in choices {
                m.option(choice.words, .value(choice.value), .when(choice.value == chosen, .selected))
            }
        }
    }
}

/// A choice of a form, where a use case has choices of its own.
typealias FormChoice = Choice
