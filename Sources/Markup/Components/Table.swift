/// One column of a table: its heading, and how its cells stand.
package struct Column: Sendable {
    package enum Kind: String, Sendable {
        /// A short reference that hangs left of the row when the table folds.
        case reference
        /// The name of the row: its header, and usually its link.
        case name
        case text
        /// Right-aligned figures.
        case number
        /// A few characters; three of these share a line when the table folds.
        case short
    }

    package let heading: String
    package let kind: Kind
    /// What the heading is called in the folded form; the heading itself unless that is long.
    package let label: String
    package let sort: Sort?

    /// A heading that sorts the list: where it leads, and how the list is sorted by it now.
    package struct Sort: Sendable {
        package enum Order: String, Sendable {
            case ascending, descending, none
        }

        package let address: String
        package let order: Order

        package init(_ address: String, _ order: Order = .none) {
            self.address = address
            self.order = order
        }
    }

    package init(_ heading: String, _ kind: Kind = .text, label: String? = nil, sort: Sort? = nil) {
        self.heading = heading
        self.kind = kind
        self.label = label ?? heading
        self.sort = sort
    }
}

extension Markup {
    /// Many records. Under 60 rem each row folds into a block with the labels of its cells.
    ///
    /// `dense` is for lists over 20 rows of numbers; `captionHidden` where the heading above says it already.
    package mutating func table(
        _ caption: String, captionHidden: Bool = true, dense: Bool = false, _ columns: [Column],
        rows: (inout TableRows) throws -> Void
    ) rethrows {
        let hasReference = columns.contains { $0.kind == .reference }
        open(
            "table",
            [
                .role("table"), .class("records\(dense ? " dense" : "")\(hasReference ? " referenced" : "")"),
            ])
        element("caption", [.when(captionHidden, .class("hidden"))], caption)
        thead(.role("rowgroup")) { m in
            m.tr(.role("row")) { m in
                for column in columns { m.heading(column) }
            }
        }
        var writer = TableRows(columns)
        open("tbody", [.role("rowgroup")])
        swap(&writer.markup, &self)
        defer {
            swap(&writer.markup, &self)
            close("tbody")
            close("table")
        }
        try rows(&writer)
    }

    private mutating func heading(_ column: Column) {
        let sorted = column.sort.map { Attribute("aria-sort", $0.order.rawValue) } ?? .nothing
        th(.scope("col"), .role("columnheader"), .class(column.kind.rawValue), sorted) { m in
            if let sort = column.sort {
                m.a(column.heading, .href(sort.address))
            } else {
                m.add(column.heading)
            }
        }
    }
}

/// Writes the rows of a table.
package struct TableRows {
    var markup = Markup()
    private let openings: [CellOpening]

    init(_ columns: [Column]) {
        openings = columns.map(CellOpening.init)
    }

    /// One record; give as many cells as there are columns.
    package mutating func row(id: String? = nil, _ cells: (inout RowCells) throws -> Void) rethrows {
        markup.open("tr", [.role("row"), id.map { .id($0) } ?? .nothing])
        var writer = RowCells(openings)
        swap(&writer.markup, &markup)
        defer {
            swap(&writer.markup, &markup)
            markup.close("tr")
        }
        try cells(&writer)
    }

    /// A row that names the group of rows below it.
    package mutating func group(_ reference: String, _ name: Markup, note: Markup? = nil) {
        markup.tr(.role("row"), .class("group")) { m in
            m.th(
                .role("rowheader"), .scope("rowgroup"), .columns(max(1, openings.count))
            ) { m in
                m.span(.class("group-line")) { m in
                    m.span(reference, .class("group-reference"))
                    m.span(name, .class("group-name"))
                    if let note { m.span(note, .class("note")) }
                }
            }
        }
    }
}

/// Writes the cells of one row, each for the column whose turn it is.
package struct RowCells {
    var markup = Markup()
    private let openings: [CellOpening]
    private var next = 0

    init(_ openings: [CellOpening]) {
        self.openings = openings
    }

    @_disfavoredOverload
    package mutating func cell(_ content: some Content) {
        let name = begin()
        content.write(to: &markup)
        markup.close(name)
    }

    package mutating func cell(_ content: Markup) {
        let name = begin()
        markup.add(content)
        markup.close(name)
    }

    package mutating func cell(_ content: (inout Markup) throws -> Void) rethrows {
        let name = begin()
        defer { markup.close(name) }
        try content(&markup)
    }

    /// A cell with nothing in it: a dash to see, and a word to hear.
    package mutating func empty(_ words: String = "not yet") {
        cell { $0.nothing(words) }
    }

    private mutating func begin() -> StaticString {
        assert(next < openings.count, "a row has more cells than the table has columns")
        let opening = next < openings.count ? openings[next] : CellOpening(Column(""))
        next += 1
        markup.add(opening.tag)
        return opening.name
    }
}

/// The start tag of a column's cells, written once for the whole table.
struct CellOpening: Sendable {
    let name: StaticString
    let tag: Markup

    init(_ column: Column) {
        let isName = column.kind == .name
        name = isName ? "th" : "td"
        var tag = Markup()
        tag.literal(isName ? "<th role=\"rowheader\" scope=\"row\" class=\"" : "<td role=\"cell\" class=\"")
        tag.escape(column.kind.rawValue)
        if !isName, column.kind != .reference {
            tag.literal("\" data-label=\"")
            tag.escape(column.label)
        }
        tag.literal("\">")
        self.tag = tag
    }
}
