/// A row of the document as it stood, for showing what a proposal was read from.
package struct SourceRow: Sendable {
    package let cells: [Markup]
    /// True for the row in question; its neighbours are greyed.
    package let isInQuestion: Bool

    package init(_ cells: [Markup], isInQuestion: Bool) {
        self.cells = cells
        self.isInQuestion = isInQuestion
    }
}

/// One finding of a check, ready to show.
package struct ShownFinding: Sendable {
    package enum Severity: Sendable {
        case error, warning, note
    }

    package let severity: Severity
    package let check: String
    /// The fault in plain words: "No lead is named".
    package let title: String
    /// Where it stands: "Action 2.5".
    package let place: Markup
    /// The document's words with those in question marked; nil when there are none.
    package let quote: Markup?
    /// Why it matters and what to do.
    package let words: Markup

    package init(
        _ severity: Severity, check: String, title: String, place: Markup, quote: Markup?, words: Markup
    ) {
        self.severity = severity
        self.check = check
        self.title = title
        self.place = place
        self.quote = quote
        self.words = words
    }
}

extension Markup {
    /// The document's exact words in curly quotes, with those in question marked, and where they stand.
    package mutating func quote(_ words: Markup, source: Markup, see: Link? = nil) {
        figure(.class("quote")) { m in
            m.blockquote { m in m.p("“\(words)”") }
            m.figcaption { m in
                m.add(source)
                if let see {
                    m.add(" ")
                    m.a(see.words, .href(see.address))
                }
            }
        }
    }

    /// A table like the original, with the row in question and its neighbours greyed.
    package mutating func sourceTable(caption: String, headings: [Markup], rows: [SourceRow]) {
        div(.class("scroll"), Attribute("tabindex", 0), .role("region"), .label(caption)) { m in
            m.table(.class("source")) { m in
                m.caption(caption, .class("hidden"))
                if !headings.isEmpty {
                    m.thead { m in m.tr { m in for heading in headings { m.th(heading, .scope("col")) } } }
                }
                m.tbody { m in
                    for row in rows {
                        m.tr(.class(row.isInQuestion ? "asked" : "near")) { m in
                            for cell in row.cells { m.td(cell) }
                        }
                    }
                }
            }
        }
    }

    /// The one question that a proposal leaves, in a box with an amber edge.
    package mutating func question(_ content: (inout Markup) throws -> Void) rethrows {
        try div(.class("question"), content: content)
    }

    /// A finding; `deeds` writes the button that mends it and the link that accepts it.
    package mutating func finding(_ finding: ShownFinding, deeds: (inout Markup) throws -> Void) rethrows {
        try article(.class("finding")) { m in
            m.div(.class("severity")) { m in
                switch finding.severity {
                case .error: m.tag(.red, "Error")
                case .warning: m.tag(.amber, "Warning")
                case .note: m.tag(.grey, "Note")
                }
                m.p(finding.check, .class("note"))
            }
            m.div { m in
                m.h2(finding.title)
                m.p(finding.place, .class("note"))
                if let quote = finding.quote { m.blockquote(quote) }
                m.p(finding.words)
            }
            try m.div(.class("deeds"), content: deeds)
        }
    }
}
