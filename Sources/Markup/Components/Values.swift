/// Words that lead somewhere.
package struct Link: Sendable {
    package let words: Markup
    package let address: String

    package init(_ words: Markup, _ address: String) {
        self.words = words
        self.address = address
    }
}

/// One of a section's own pages.
package struct Tab: Sendable {
    package let words: String
    package let address: String
    package let isCurrent: Bool
    /// Whether the page that is open stands below this one.
    package let isAbove: Bool
    /// How many stand there that somebody must look at; nil says nothing.
    package let count: Int?

    package init(
        _ words: String, _ address: String, isCurrent: Bool = false, isAbove: Bool = false, count: Int? = nil
    ) {
        self.words = words
        self.address = address
        self.isCurrent = isCurrent
        self.isAbove = isAbove && !isCurrent
        self.count = count
    }
}

/// A message across the page, with a coloured edge that says what kind it is.
package struct Banner: Sendable {
    package enum Kind: String, Sendable {
        case saved, notice, contradiction
    }

    package let kind: Kind
    package let title: String
    package let words: Markup

    package init(_ kind: Kind, _ title: String, _ words: Markup) {
        self.kind = kind
        self.title = title
        self.words = words
    }
}
