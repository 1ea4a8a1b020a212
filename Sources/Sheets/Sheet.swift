package import Kernel

/// A list as it stands, to be taken away as a file: what it is, what the filter let through, columns and rows.
///
/// A page that shows a list carries one. The rows are asked for only when somebody takes the list away, and are
/// then the whole filtered list, not one page of it.
package struct Sheet: Sendable {
    /// What the list is: "Actions of the Ashmere improvement plan".
    package var title: String
    /// What the filter let through, in words: "12 of 38 actions: lead Maya Okonkwo". Nil where nothing is hidden.
    package var note: String?
    package var columns: [Column]
    package var rows: @Sendable () async throws -> [[Cell]]

    package init(
        _ title: String, note: String? = nil, columns: [Column],
        rows: @escaping @Sendable () async throws -> [[Cell]]
    ) {
        self.title = title
        self.note = note
        self.columns = columns
        self.rows = rows
    }

    package struct Column: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case text, day, number
            /// A number from 0 to 100.
            case percent
        }

        package var words: String
        package var kind: Kind
        /// How many characters stand well on a line of it.
        package var width: Double

        package init(_ words: String, _ kind: Kind = .text, width: Double? = nil) {
            self.words = words
            self.kind = kind
            self.width = width ?? (kind == .text ? 24 : 12)
        }
    }
}

extension Sheet {
    /// What stands in one field of the list.
    package enum Cell: Hashable, Sendable {
        case empty
        /// Words; a line end begins a new line of the same cell.
        case text(String)
        /// A true date in a spreadsheet, `9 Dec 2026` elsewhere.
        case day(Day)
        /// A moment, in London's time.
        case moment(Instant)
        case number(Double)

        package init(_ text: String?) {
            self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
        }

        package init(_ day: Day?) { self = day.map(Cell.day) ?? .empty }

        /// A full day is a true date; a month or a year stays words.
        package init(_ date: PartialDate?) {
            self = date.map { $0.day == nil ? .text($0.short) : .day($0.first) } ?? .empty
        }

        package init(_ moment: Instant?) { self = moment.map(Cell.moment) ?? .empty }

        package init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .empty }

        package init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }

        /// Several values, each on a line of its own.
        package init(lines: [String]) { self.init(lines.joined(separator: "\n")) }
    }
}

extension Sheet.Cell: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(value) }
}
