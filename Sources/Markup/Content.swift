/// Something that can stand inside an element: text, a whole number, or markup.
package protocol Content {
    func write(to markup: inout Markup)
}

extension String: Content {
    package func write(to markup: inout Markup) { markup.escape(self) }
}

extension Substring: Content {
    package func write(to markup: inout Markup) { markup.escape(self) }
}

extension Int: Content {
    /// In digits; a negative number with a true minus sign.
    package func write(to markup: inout Markup) { markup.decimal(self) }
}

extension Markup: Content {
    package func write(to markup: inout Markup) { markup.add(self) }
}

extension Optional: Content where Wrapped: Content {
    /// Nothing writes nothing.
    package func write(to markup: inout Markup) { self?.write(to: &markup) }
}

extension DefaultStringInterpolation {
    /// Markup inside plain text would show its tags: say `Markup("…")` for the whole.
    @available(*, deprecated, message: "markup cannot stand inside a String; make the whole a Markup")
    package mutating func appendInterpolation(_ markup: Markup) {
        appendLiteral(markup.text)
    }
}

/// A sentence with parts in it: `"\(strong: "18 of 38") actions are done. \(link: "See them", to: address)"`.
extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(value)
    }

    package init(stringInterpolation: Parts) {
        self = stringInterpolation.markup
    }

    package struct Parts: StringInterpolationProtocol {
        var markup = Markup()

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserve(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { markup.add(literal) }

        package mutating func appendInterpolation(_ content: some Content) { markup.add(content) }

        /// What must be seen first in the sentence.
        package mutating func appendInterpolation(strong content: some Content) {
            markup.element("strong", [], content)
        }

        /// A second thought, in the quieter ink.
        package mutating func appendInterpolation(quiet content: some Content) {
            markup.element("span", [.class("quiet")], content)
        }

        /// Words for those who hear the page and cannot see it.
        package mutating func appendInterpolation(hidden content: some Content) {
            markup.element("span", [.class("hidden")], content)
        }

        /// The words in question.
        package mutating func appendInterpolation(mark content: some Content) {
            markup.element("mark", [], content)
        }

        package mutating func appendInterpolation(link words: some Content, to address: String) {
            markup.element("a", [.href(address)], words)
        }
    }
}
