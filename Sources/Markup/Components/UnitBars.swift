/// One bar of blocks, one block for each action: how many of them are done, accepted or moved.
package struct UnitBar: Sendable {
    package let label: String
    /// Who says so: "the lead says so".
    package let says: String
    package let count: Int

    package init(_ label: String, says: String, _ count: Int) {
        self.label = label
        self.says = says
        self.count = count
    }
}

extension Markup {
    /// Bars on one left edge and one scale, with their number at right: "18 of 38".
    package mutating func unitBars(_ bars: [UnitBar], of total: Int) {
        dl(.class("unit-bars")) { m in
            for bar in bars {
                m.div { m in
                    m.dt { m in
                        m.strong(bar.label)
                        m.span(bar.says, .class("note"))
                    }
                    m.dd(.class("units")) { m in m.units(bar.count, of: total) }
                    m.dd(.class("count")) { m in
                        m.strong(bar.count)
                        m.add(" of \(total)")
                    }
                }
            }
        }
    }

    /// A bar is one picture, however many blocks: two paths, stretched to the width there is.
    private mutating func units(_ count: Int, of total: Int) {
        let total = max(total, 1)
        svg(width: total * 10 - 2, height: 28, .class("units"), Attribute("preserveAspectRatio", "none")) {
            m in
            m.path(blocks(from: 0, to: min(count, total)), .class("full"))
            m.path(blocks(from: min(count, total), to: total), .class("empty"))
        }
    }

    /// The parts of a whole in one bar, with what each is beneath: "31 as read, 5 to decide, 2 left out".
    package mutating func splitBar(_ parts: [SplitPart]) {
        let total = max(parts.reduce(0) { $0 + $1.count }, 1)
        svg(width: 1000, height: 12, .class("split"), Attribute("preserveAspectRatio", "none")) { m in
            var start = 0
            for part in parts where part.count > 0 {
                let end = start + part.count
                let left = start * 1000 / total
                let width = end * 1000 / total - left - (end == total ? 0 : 4)
                m.path("M\(left) 0h\(max(width, 1))v12h-\(max(width, 1))z", .class(part.kind.rawValue))
                start = end
            }
        }
        ul(.class("key")) { m in
            for part in parts {
                m.li { m in
                    m.svg(width: 12, height: 12, .class("swatch")) { m in
                        m.path("M1 1h10v10H1z", .class(part.kind.rawValue))
                    }
                    m.add("\(part.count) \(part.words)")
                }
            }
        }
    }
}

/// One part of a split bar.
package struct SplitPart: Sendable {
    package enum Kind: String, Sendable {
        case settled, question, out
    }

    package let count: Int
    package let words: String
    package let kind: Kind

    package init(_ count: Int, _ words: String, _ kind: Kind) {
        self.count = count
        self.words = words
        self.kind = kind
    }
}

private func blocks(from first: Int, to last: Int) -> String {
    (first..<max(first, last)).map { "M\($0 * 10) 0h8v28h-8z" }.joined()
}
