/// How much a button weighs: one main button on a page.
package enum ButtonKind: String, Sendable {
    case main, other
}

extension Markup {
    /// Sends the form; its words say the deed. A name and value tell several buttons of one form apart.
    package mutating func button(
        _ words: Markup, _ kind: ButtonKind = .main, name: String? = nil, value: String = ""
    ) {
        element(
            "button",
            [
                .type("submit"), .class("button \(kind.rawValue)"),
                name.map { .name($0) } ?? .nothing, name == nil ? .nothing : .value(value),
            ], words)
    }

    /// A link that looks like a button, for what only leads somewhere.
    package mutating func buttonLink(_ words: Markup, to address: String, _ kind: ButtonKind = .main) {
        a(words, .href(address), .class("button \(kind.rawValue)"))
    }

    /// Buttons and links side by side, under each other where it is narrow or `stacked` says so.
    package mutating func buttons(
        stacked: Bool = false, _ content: (inout Markup) throws -> Void
    ) rethrows {
        try div(.class(stacked ? "buttons stacked" : "buttons"), content: content)
    }
}
