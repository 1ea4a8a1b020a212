/// The elements that pages are made of, by their HTML names.
///
/// Each comes as a block (`m.div(.class("x")) { m in … }`) and with one piece of content (`m.p("…")`). What takes
/// any content stands behind what takes markup, so that a literal is markup and its parts keep theirs.
extension Markup {
    package mutating func div(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("div", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func div(_ content: some Content, _ attributes: Attribute...) {
        element("div", attributes, content)
    }
    package mutating func div(_ content: Markup, _ attributes: Attribute...) {
        element("div", attributes, content)
    }

    package mutating func section(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("section", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func section(_ content: some Content, _ attributes: Attribute...) {
        element("section", attributes, content)
    }
    package mutating func section(_ content: Markup, _ attributes: Attribute...) {
        element("section", attributes, content)
    }

    package mutating func article(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("article", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func article(_ content: some Content, _ attributes: Attribute...) {
        element("article", attributes, content)
    }
    package mutating func article(_ content: Markup, _ attributes: Attribute...) {
        element("article", attributes, content)
    }

    package mutating func header(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("header", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func header(_ content: some Content, _ attributes: Attribute...) {
        element("header", attributes, content)
    }
    package mutating func header(_ content: Markup, _ attributes: Attribute...) {
        element("header", attributes, content)
    }

    package mutating func footer(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("footer", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func footer(_ content: some Content, _ attributes: Attribute...) {
        element("footer", attributes, content)
    }
    package mutating func footer(_ content: Markup, _ attributes: Attribute...) {
        element("footer", attributes, content)
    }

    package mutating func main(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("main", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func main(_ content: some Content, _ attributes: Attribute...) {
        element("main", attributes, content)
    }
    package mutating func main(_ content: Markup, _ attributes: Attribute...) {
        element("main", attributes, content)
    }

    package mutating func nav(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("nav", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func nav(_ content: some Content, _ attributes: Attribute...) {
        element("nav", attributes, content)
    }
    package mutating func nav(_ content: Markup, _ attributes: Attribute...) {
        element("nav", attributes, content)
    }

    package mutating func aside(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("aside", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func aside(_ content: some Content, _ attributes: Attribute...) {
        element("aside", attributes, content)
    }
    package mutating func aside(_ content: Markup, _ attributes: Attribute...) {
        element("aside", attributes, content)
    }

    package mutating func p(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("p", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func p(_ content: some Content, _ attributes: Attribute...) {
        element("p", attributes, content)
    }
    package mutating func p(_ content: Markup, _ attributes: Attribute...) {
        element("p", attributes, content)
    }

    package mutating func h1(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h1", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func h1(_ content: some Content, _ attributes: Attribute...) {
        element("h1", attributes, content)
    }
    package mutating func h1(_ content: Markup, _ attributes: Attribute...) {
        element("h1", attributes, content)
    }

    package mutating func h2(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h2", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func h2(_ content: some Content, _ attributes: Attribute...) {
        element("h2", attributes, content)
    }
    package mutating func h2(_ content: Markup, _ attributes: Attribute...) {
        element("h2", attributes, content)
    }

    package mutating func h3(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h3", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func h3(_ content: some Content, _ attributes: Attribute...) {
        element("h3", attributes, content)
    }
    package mutating func h3(_ content: Markup, _ attributes: Attribute...) {
        element("h3", attributes, content)
    }

    package mutating func h4(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("h4", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func h4(_ content: some Content, _ attributes: Attribute...) {
        element("h4", attributes, content)
    }
    package mutating func h4(_ content: Markup, _ attributes: Attribute...) {
        element("h4", attributes, content)
    }

    package mutating func span(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("span", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func span(_ content: some Content, _ attributes: Attribute...) {
        element("span", attributes, content)
    }
    package mutating func span(_ content: Markup, _ attributes: Attribute...) {
        element("span", attributes, content)
    }

    package mutating func strong(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("strong", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func strong(_ content: some Content, _ attributes: Attribute...) {
        element("strong", attributes, content)
    }
    package mutating func strong(_ content: Markup, _ attributes: Attribute...) {
        element("strong", attributes, content)
    }

    package mutating func em(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("em", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func em(_ content: some Content, _ attributes: Attribute...) {
        element("em", attributes, content)
    }
    package mutating func em(_ content: Markup, _ attributes: Attribute...) {
        element("em", attributes, content)
    }

    package mutating func small(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("small", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func small(_ content: some Content, _ attributes: Attribute...) {
        element("small", attributes, content)
    }
    package mutating func small(_ content: Markup, _ attributes: Attribute...) {
        element("small", attributes, content)
    }

    package mutating func mark(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("mark", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func mark(_ content: some Content, _ attributes: Attribute...) {
        element("mark", attributes, content)
    }
    package mutating func mark(_ content: Markup, _ attributes: Attribute...) {
        element("mark", attributes, content)
    }

    package mutating func q(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("q", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func q(_ content: some Content, _ attributes: Attribute...) {
        element("q", attributes, content)
    }
    package mutating func q(_ content: Markup, _ attributes: Attribute...) {
        element("q", attributes, content)
    }

    package mutating func blockquote(_ attributes: Attribute..., content: (inout Markup) throws -> Void)
        rethrows
    {
        try element("blockquote", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func blockquote(_ content: some Content, _ attributes: Attribute...) {
        element("blockquote", attributes, content)
    }
    package mutating func blockquote(_ content: Markup, _ attributes: Attribute...) {
        element("blockquote", attributes, content)
    }

    package mutating func cite(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("cite", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func cite(_ content: some Content, _ attributes: Attribute...) {
        element("cite", attributes, content)
    }
    package mutating func cite(_ content: Markup, _ attributes: Attribute...) {
        element("cite", attributes, content)
    }

    package mutating func abbr(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("abbr", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func abbr(_ content: some Content, _ attributes: Attribute...) {
        element("abbr", attributes, content)
    }
    package mutating func abbr(_ content: Markup, _ attributes: Attribute...) {
        element("abbr", attributes, content)
    }

    package mutating func time(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("time", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func time(_ content: some Content, _ attributes: Attribute...) {
        element("time", attributes, content)
    }
    package mutating func time(_ content: Markup, _ attributes: Attribute...) {
        element("time", attributes, content)
    }

    package mutating func code(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("code", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func code(_ content: some Content, _ attributes: Attribute...) {
        element("code", attributes, content)
    }
    package mutating func code(_ content: Markup, _ attributes: Attribute...) {
        element("code", attributes, content)
    }

    package mutating func pre(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("pre", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func pre(_ content: some Content, _ attributes: Attribute...) {
        element("pre", attributes, content)
    }
    package mutating func pre(_ content: Markup, _ attributes: Attribute...) {
        element("pre", attributes, content)
    }

    package mutating func ul(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("ul", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func ul(_ content: some Content, _ attributes: Attribute...) {
        element("ul", attributes, content)
    }
    package mutating func ul(_ content: Markup, _ attributes: Attribute...) {
        element("ul", attributes, content)
    }

    package mutating func ol(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("ol", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func ol(_ content: some Content, _ attributes: Attribute...) {
        element("ol", attributes, content)
    }
    package mutating func ol(_ content: Markup, _ attributes: Attribute...) {
        element("ol", attributes, content)
    }

    package mutating func li(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("li", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func li(_ content: some Content, _ attributes: Attribute...) {
        element("li", attributes, content)
    }
    package mutating func li(_ content: Markup, _ attributes: Attribute...) {
        element("li", attributes, content)
    }

    package mutating func dl(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("dl", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func dl(_ content: some Content, _ attributes: Attribute...) {
        element("dl", attributes, content)
    }
    package mutating func dl(_ content: Markup, _ attributes: Attribute...) {
        element("dl", attributes, content)
    }

    package mutating func dt(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("dt", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func dt(_ content: some Content, _ attributes: Attribute...) {
        element("dt", attributes, content)
    }
    package mutating func dt(_ content: Markup, _ attributes: Attribute...) {
        element("dt", attributes, content)
    }

    package mutating func dd(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("dd", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func dd(_ content: some Content, _ attributes: Attribute...) {
        element("dd", attributes, content)
    }
    package mutating func dd(_ content: Markup, _ attributes: Attribute...) {
        element("dd", attributes, content)
    }

    package mutating func table(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("table", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func table(_ content: some Content, _ attributes: Attribute...) {
        element("table", attributes, content)
    }
    package mutating func table(_ content: Markup, _ attributes: Attribute...) {
        element("table", attributes, content)
    }

    package mutating func caption(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("caption", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func caption(_ content: some Content, _ attributes: Attribute...) {
        element("caption", attributes, content)
    }
    package mutating func caption(_ content: Markup, _ attributes: Attribute...) {
        element("caption", attributes, content)
    }

    package mutating func thead(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("thead", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func thead(_ content: some Content, _ attributes: Attribute...) {
        element("thead", attributes, content)
    }
    package mutating func thead(_ content: Markup, _ attributes: Attribute...) {
        element("thead", attributes, content)
    }

    package mutating func tbody(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tbody", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func tbody(_ content: some Content, _ attributes: Attribute...) {
        element("tbody", attributes, content)
    }
    package mutating func tbody(_ content: Markup, _ attributes: Attribute...) {
        element("tbody", attributes, content)
    }

    package mutating func tfoot(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tfoot", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func tfoot(_ content: some Content, _ attributes: Attribute...) {
        element("tfoot", attributes, content)
    }
    package mutating func tfoot(_ content: Markup, _ attributes: Attribute...) {
        element("tfoot", attributes, content)
    }

    package mutating func tr(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("tr", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func tr(_ content: some Content, _ attributes: Attribute...) {
        element("tr", attributes, content)
    }
    package mutating func tr(_ content: Markup, _ attributes: Attribute...) {
        element("tr", attributes, content)
    }

    package mutating func th(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("th", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func th(_ content: some Content, _ attributes: Attribute...) {
        element("th", attributes, content)
    }
    package mutating func th(_ content: Markup, _ attributes: Attribute...) {
        element("th", attributes, content)
    }

    package mutating func td(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("td", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func td(_ content: some Content, _ attributes: Attribute...) {
        element("td", attributes, content)
    }
    package mutating func td(_ content: Markup, _ attributes: Attribute...) {
        element("td", attributes, content)
    }

    package mutating func details(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("details", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func details(_ content: some Content, _ attributes: Attribute...) {
        element("details", attributes, content)
    }
    package mutating func details(_ content: Markup, _ attributes: Attribute...) {
        element("details", attributes, content)
    }

    package mutating func summary(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("summary", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func summary(_ content: some Content, _ attributes: Attribute...) {
        element("summary", attributes, content)
    }
    package mutating func summary(_ content: Markup, _ attributes: Attribute...) {
        element("summary", attributes, content)
    }

    package mutating func fieldset(_ attributes: Attribute..., content: (inout Markup) throws -> Void)
        rethrows
    {
        try element("fieldset", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func fieldset(_ content: some Content, _ attributes: Attribute...) {
        element("fieldset", attributes, content)
    }
    package mutating func fieldset(_ content: Markup, _ attributes: Attribute...) {
        element("fieldset", attributes, content)
    }

    package mutating func label(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("label", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func label(_ content: some Content, _ attributes: Attribute...) {
        element("label", attributes, content)
    }
    package mutating func label(_ content: Markup, _ attributes: Attribute...) {
        element("label", attributes, content)
    }

    package mutating func option(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("option", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func option(_ content: some Content, _ attributes: Attribute...) {
        element("option", attributes, content)
    }
    package mutating func option(_ content: Markup, _ attributes: Attribute...) {
        element("option", attributes, content)
    }

    package mutating func figure(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows
    {
        try element("figure", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func figure(_ content: some Content, _ attributes: Attribute...) {
        element("figure", attributes, content)
    }
    package mutating func figure(_ content: Markup, _ attributes: Attribute...) {
        element("figure", attributes, content)
    }

    package mutating func figcaption(_ attributes: Attribute..., content: (inout Markup) throws -> Void)
        rethrows
    {
        try element("figcaption", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func figcaption(_ content: some Content, _ attributes: Attribute...) {
        element("figcaption", attributes, content)
    }
    package mutating func figcaption(_ content: Markup, _ attributes: Attribute...) {
        element("figcaption", attributes, content)
    }

    package mutating func a(_ attributes: Attribute..., content: (inout Markup) throws -> Void) rethrows {
        try element("a", attributes, content: content)
    }
    @_disfavoredOverload
    package mutating func a(_ content: some Content, _ attributes: Attribute...) {
        element("a", attributes, content)
    }
    package mutating func a(_ content: Markup, _ attributes: Attribute...) {
        element("a", attributes, content)
    }

    package mutating func br(_ attributes: Attribute...) { void("br", attributes) }
    package mutating func hr(_ attributes: Attribute...) { void("hr", attributes) }
    package mutating func img(_ attributes: Attribute...) { void("img", attributes) }
    package mutating func input(_ attributes: Attribute...) { void("input", attributes) }
    package mutating func col(_ attributes: Attribute...) { void("col", attributes) }
    package mutating func meta(_ attributes: Attribute...) { void("meta", attributes) }
    package mutating func link(_ attributes: Attribute...) { void("link", attributes) }
}
