/// The few elements of SVG that pictures are made of.
extension Markup {
    /// A picture on a field of so many units. It is hidden from those who hear the page unless it is given a name:
    /// its words stand beside it.
    package mutating func svg(
        width: Int, height: Int, name: String? = nil, _ attributes: Attribute...,
        content: (inout Markup) throws -> Void
    ) rethrows {
        let naming = name.map { [Attribute.role("img"), .label($0)] } ?? [.ariaHidden]
        let frame = [Attribute("viewBox", "0 0 \(width) \(height)"), Attribute("focusable", "false")]
        try element("svg", naming + frame + attributes, content: content)
    }

    package mutating func path(_ steps: String, _ attributes: Attribute...) {
        element("path", [Attribute("d", steps)] + attributes, "")
    }

    package mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ attributes: Attribute...
    ) {
        path(
            "M\(Self.number(start.x)) \(Self.number(start.y))L\(Self.number(end.x)) \(Self.number(end.y))",
            attributes)
    }

    private mutating func path(_ steps: String, _ attributes: [Attribute]) {
        element("path", [Attribute("d", steps)] + attributes, "")
    }

    package mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, _ attributes: Attribute...
    ) {
        let box = [
            Attribute("x", Self.number(x)), Attribute("y", Self.number(y)),
            Attribute("width", Self.number(max(0, width))), Attribute("height", Self.number(max(0, height))),
        ]
        element("rect", box + attributes, "")
    }

    package mutating func circle(x: Double, y: Double, radius: Double, _ attributes: Attribute...) {
        let box = [
            Attribute("cx", Self.number(x)), Attribute("cy", Self.number(y)),
            Attribute("r", Self.number(radius)),
        ]
        element("circle", box + attributes, "")
    }

    /// Words in a picture; `anchor` is start, middle or end.
    package mutating func label(
        _ words: String, x: Double, y: Double, anchor: StaticString = "start", _ attributes: Attribute...
    ) {
        let place = [
            Attribute("x", Self.number(x)), Attribute("y", Self.number(y)),
            Attribute("text-anchor", "\(anchor)"),
        ]
        element("text", place + attributes, words)
    }

    /// A number for a picture: one decimal at most, a hyphen for a minus.
    package static func number(_ value: Double) -> String {
        // A scale of nothing has no place for anything: a picture must not stop the server.
        guard value.isFinite else { return "0" }
        let tenths = Int((value * 10).rounded())
        let whole = abs(tenths) / 10
        let rest = abs(tenths) % 10
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }
}
