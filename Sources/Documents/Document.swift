package import Kernel

/// A document as its reader gives it: blocks in reading order, each with the place where it stood.
package struct Document: Hashable, Sendable {
    package var format: Format
    /// The title that the file's own properties give, if any. What the text says is left to PlanReading.
    package var title: String?
    package var blocks: [Block] = []
    /// Files embedded in the document, or named by an icon: listed, never opened.
    package var attachments: [Attachment] = []
    /// What the reader left out or could not settle, in words for a person: hidden sheets, tracked changes
    /// taken as accepted, pictures.
    package var notes: [Note] = []

    package init(format: Format) {
        self.format = format
    }

    package enum Format: String, CaseIterable, Sendable {
        case docx, xlsx, pdf, html, markdown, csv, text
    }

    package struct Attachment: Hashable, Sendable {
        package var caption: String
        package var place: Place

        package init(caption: String, place: Place) {
            self.caption = caption
            self.place = place
        }
    }

    package struct Note: Hashable, Sendable {
        package var message: String
        package var place: Place

        package init(message: String, place: Place) {
            self.message = message
            self.place = place
        }
    }
}

/// A paragraph (a heading and a list item are paragraphs) or a table.
package enum Block: Hashable, Sendable {
    case paragraph(Paragraph)
    case table(Table)

    package var place: Place {
        switch self {
        case .paragraph(let paragraph): paragraph.place
        case .table(let table): table.place
        }
    }
}

/// A run of text that stands on its own, in a cell or outside.
package struct Paragraph: Hashable, Sendable {
    package var role: Role
    package var text: Text
    package var place: Place

    package init(_ text: Text, role: Role = .plain, place: Place) {
        self.text = text
        self.role = role
        self.place = place
    }

    package enum Role: Hashable, Sendable {
        case plain
        /// 1 is the highest.
        case heading(level: Int)
        /// An item of a list: `numeral` as it would be printed (`a)`, `1.1`, `iv.`), nil for a bullet;
        /// level 0 is the outermost. The numeral is not part of the text.
        case item(numeral: String?, level: Int)
        /// A footnote or endnote, standing after the block that refers to it.
        case footnote(mark: String)
    }
}

/// Text with what its markup said of it. White space is folded to single spaces; a line break inside a
/// paragraph is kept as `\n`.
package struct Text: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package var string: String
    /// In order, not overlapping within one kind; offsets count UTF-8 bytes of `string`.
    package var marks: [Mark]

    package init(_ string: String, marks: [Mark] = []) {
        self.string = string
        self.marks = marks
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { string }
    package var isEmpty: Bool { string.isEmpty }

    package struct Mark: Hashable, Sendable {
        package var kind: Kind
        package var range: Range<Int>

        package init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }

        package enum Kind: Hashable, Sendable {
            case bold, italic, underline, strikethrough
            /// Text or highlight colour as `RRGGBB`, upper case.
            case colour(String)
        }
    }

    /// True when that kind of mark covers the whole text, white space and punctuation at its ends aside.
    package func isWholly(_ kind: Mark.Kind) -> Bool {
        guard !string.isEmpty else { return false }
        var covered = [Bool](repeating: false, count: string.utf8.count)
        for mark in marks where mark.kind == kind {
            for index in mark.range.clamped(to: 0..<covered.count) { covered[index] = true }
        }
        return zip(string.utf8, covered).allSatisfy { byte, isCovered in
            isCovered
                || !(byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20))
        }
    }
}

/// A table as a grid: a merged cell stands once, at its top left, with its spans.
package struct Table: Hashable, Sendable {
    package var rows: [Row]
    /// Columns of the grid.
    package var columnCount: Int
    package var caption: String?
    package var place: Place

    package init(rows: [Row], columnCount: Int, caption: String? = nil, place: Place) {
        self.rows = rows
        self.columnCount = columnCount
        self.caption = caption
        self.place = place
    }

    package struct Row: Hashable, Sendable {
        /// In order of column; columns covered by a cell of an earlier row, or spanned, have no cell here.
        package var cells: [Cell]
        /// The markup says that this is a header row.
        package var isHeader: Bool
        package var place: Place

        package init(cells: [Cell], isHeader: Bool = false, place: Place) {
            self.cells = cells
            self.isHeader = isHeader
            self.place = place
        }
    }

    package struct Cell: Hashable, Sendable {
        /// Counted from 0 in the grid.
        package var column: Int
        package var columnSpan: Int
        package var rowSpan: Int
        package var paragraphs: [Paragraph]
        /// Tables inside the cell, in order; `paragraphs` does not repeat their text.
        package var tables: [Table]
        /// `RRGGBB`, upper case.
        package var fill: String?
        /// A spreadsheet's true value, where the cell holds one that is not text.
        package var value: Value?
        package var place: Place

        package init(
            column: Int, columnSpan: Int = 1, rowSpan: Int = 1, paragraphs: [Paragraph], tables: [Table] = [],
            fill: String? = nil, value: Value? = nil, place: Place
        ) {
            self.column = column
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.paragraphs = paragraphs
            self.tables = tables
            self.fill = fill
            self.value = value
            self.place = place
        }

        package enum Value: Hashable, Sendable {
            case day(Day)
            case number(Double)
        }

        /// All its paragraphs' words, a line each.
        package var text: String {
            paragraphs.map(\.text.string).filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }

    /// The cell that covers that row and column (from 0), also when it begins in an earlier row or column.
    package func cell(row: Int, column: Int) -> Cell? {
        guard rows.indices.contains(row) else { return nil }
        for index in stride(from: row, through: 0, by: -1) {
            for cell in rows[index].cells
            where cell.column <= column && column < cell.column + cell.columnSpan
                && row < index + cell.rowSpan
            {
                return cell
            }
        }
        return nil
    }
}
