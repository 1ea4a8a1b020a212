package import Markup

/// Two readers' grades of the same cases: the first reader's in rows, the second's in columns, best first.
///
/// The diagonal is outlined; above it the first grade is kinder, below it harder.
package struct AgreementMatrix: Sendable {
    /// The grades with what stands for them where it is narrow.
    package let grades: [(words: String, short: String)]
    /// Nil for a count that must not be shown.
    package let cells: [[Int?]]
    package let rowTotals: [Int?]
    package let columnTotals: [Int?]
    package let total: Int?
    /// "Self grade", "Second grade, blind".
    package let first: String
    package let second: String
    package let caption: String

    package init(
        grades: [(words: String, short: String)], cells: [[Int?]], rowTotals: [Int?], columnTotals: [Int?],
        total: Int?, first: String, second: String, caption: String
    ) {
        (self.grades, self.cells, self.total) = (grades, cells, total)
        (self.rowTotals, self.columnTotals) = (rowTotals, columnTotals)
        (self.first, self.second, self.caption) = (first, second, caption)
    }

    /// `O`, `G`, `RI`, `I`: the first letters of its words, or the first word where that is short.
    package static func short(_ words: String) -> String {
        let parts = words.split(whereSeparator: { " ,".contains($0) })
        guard let head = parts.first else { return words }
        return head.count <= 2 ? String(head) : parts.map { String($0.prefix(1)).uppercased() }.joined()
    }
}

extension Markup {
    /// The table, and what its tints mean.
    package mutating func agreementMatrix(_ matrix: AgreementMatrix) {
        element("table", [.class("matrix")]) { m in
            m.element("caption", [.class("hidden")], matrix.caption)
            m.thead { m in
                m.tr { m in
                    m.td("")
                    m.th(matrix.second, .scope("colgroup"), .columns(matrix.grades.count), .class("over"))
                    m.td("")
                }
                m.tr { m in
                    m.th(matrix.first, .scope("col"), .class("corner"))
                    for grade in matrix.grades {
                        m.th(.scope("col")) { m in
                            m.span(grade.words, .class("wide"))
                            m.element(
                                "abbr", [.class("tight"), Attribute("title", grade.words)], grade.short)
                        }
                    }
                    m.th("All", .scope("col"))
                }
            }
            m.tbody { m in
                for (row, grade) in matrix.grades.enumerated() {
                    m.tr { m in
                        m.th(grade.words, .scope("row"))
                        for column in matrix.grades.indices {
                            let kind = row == column ? "same" : row < column ? "kinder" : "harder"
                            m.count(matrix.cells[row][column], kind)
                        }
                        m.count(matrix.rowTotals[row], "all")
                    }
                }
                m.tr(.class("totals")) { m in
                    m.th("\(matrix.second.prefix { $0 != "," }), all", .scope("row"))
                    for column in matrix.grades.indices { m.count(matrix.columnTotals[column], "all") }
                    m.count(matrix.total, "all sum")
                }
            }
        }
        ul(.class("key matrix-key")) { m in
            for (kind, words) in [("kinder", "kinder"), ("same", ""), ("harder", "harder")] {
                m.li { m in
                    m.span("", .class("swatch \(kind)"), .ariaHidden)
                    m.add(words.isEmpty ? "The same" : "\(matrix.first) \(words)")
                }
            }
        }
    }

    private mutating func count(_ count: Int?, _ kind: String) {
        td(.class(count == 0 ? "\(kind) none" : kind)) { m in
            if let count { m.add(count) } else { m.nothing("withheld") }
        }
    }

    /// "15 kinder, 23 the same, 2 harder" as one bar with its numbers beneath; nil for a count that must not be shown.
    package mutating func leanBar(
        kinder: Int?, same: Int?, harder: Int?, sameNote: String, words: (kinder: String, harder: String)
    ) {
        let parts = [(kinder, "kinder"), (same, "same"), (harder, "harder")]
        let known = parts.compactMap(\.0)
        let total = known.reduce(0, +)
        if known.count == 3, total > 0 {
            svg(width: 1000, height: 24, .class("lean"), Attribute("preserveAspectRatio", "none")) { m in
                var start = 0
                for (count, kind) in parts {
                    guard let count, count > 0 else { continue }
                    let (left, end) = (start * 1000 / total, (start + count) * 1000 / total)
                    let gap = end == 1000 ? 0 : 4
                    m.path(
                        "M\(left) 0h\(max(end - left - gap, 2))v24h-\(max(end - left - gap, 2))z",
                        .class(kind))
                    start += count
                }
            }
        }
        dl(.class("lean-words")) { m in
            for (count, note) in [(kinder, words.kinder), (same, sameNote), (harder, words.harder)] {
                m.div { m in
                    m.dt(note)
                    m.dd { m in if let count { m.add(count) } else { m.nothing("withheld") } }
                }
            }
        }
    }
}
