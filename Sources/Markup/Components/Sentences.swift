extension Markup {
    /// How things stand, in one or two computed sentences before any chart.
    package mutating func honestSentence(_ sentence: Markup) { p(sentence, .class("honest")) }

    /// A larger paragraph that opens a page or a section.
    package mutating func lead(_ words: Markup) { p(words, .class("lead")) }

    /// A quieter line under a heading or a field.
    package mutating func note(_ words: Markup) { p(words, .class("note")) }

    /// Two columns, the left one wider; under each other where it is narrow.
    package mutating func columns(
        _ shares: ColumnShares = .sevenFive, _ left: (inout Markup) throws -> Void,
        beside right: (inout Markup) throws -> Void
    ) rethrows {
        try div(.class("columns \(shares.rawValue)")) { m in
            try m.div(content: left)
            try m.div(content: right)
        }
    }

    /// A part of a page under its own heading.
    package mutating func part(
        _ heading: Markup, note: Markup? = nil, id: String? = nil, _ content: (inout Markup) throws -> Void
    ) rethrows {
        try section(.class("part"), id.map { .id($0) } ?? .nothing) { m in
            m.h2(heading)
            if let note { m.note(note) }
            try content(&m)
        }
    }

    /// Something that is opened by whoever wants it.
    package mutating func disclosure(
        _ words: Markup, isOpen: Bool = false, _ content: (inout Markup) throws -> Void
    ) rethrows {
        try details(.class("disclosure"), .when(isOpen, .open)) { m in
            m.summary(words)
            try content(&m)
        }
    }

    /// The number that matters, with what it counts beneath.
    package mutating func figure(_ number: String, _ words: Markup, symbol: Symbol? = nil) {
        div(.class("number")) { m in
            m.p(.class("figure")) { m in
                if let symbol { m.symbol(symbol) }
                m.add(number)
            }
            m.p(words, .class("note"))
        }
    }

    /// Several numbers in a row, as the checks have them: errors, warnings, notes.
    package mutating func figures(_ content: (inout Markup) throws -> Void) rethrows {
        try div(.class("figures"), content: content)
    }
}

package enum ColumnShares: String, Sendable {
    case sevenFive = "seven-five"
    case fiveSeven = "five-seven"
    case eightFour = "eight-four"
    case half
}
