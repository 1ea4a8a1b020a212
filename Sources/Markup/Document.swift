extension Markup {
    /// A whole HTML document.
    package mutating func document(
        language: String, content: (inout Markup) throws -> Void
    ) rethrows {
        literal("<!DOCTYPE html>")
        try element("html", [Attribute("lang", language)], content: content)
    }
}
