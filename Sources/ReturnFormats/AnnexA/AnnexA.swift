package import Kernel

/// An Annex A return as typed columns: a table for each list that the file holds, its rows in the order of the file.
package struct AnnexA: Sendable {
    package var tables: [AnnexAList: AnnexATable]
    /// Everybody that a row names by `Child Unique ID`, over all lists: rows hold the place in this list.
    package var children: References

    package init(tables: [AnnexAList: AnnexATable] = [:], children: References = References()) {
        self.tables = tables
        self.children = children
    }

    package subscript(list: AnnexAList) -> AnnexATable? { tables[list] }
}

/// References as given, each once: what the case system calls a child. Never a name.
package struct References: Sendable {
    private var texts: [String] = []

    package init(_ texts: [String] = []) { self.texts = texts }

    package var count: Int { texts.count }

    package subscript(child: Int) -> Sensitive<String> { Sensitive(texts[child]) }
}

/// One list: its columns, all of `rows` cells.
package struct AnnexATable: Sendable {
    package let list: AnnexAList
    package var rows: Int
    /// For each row the place of the child in `AnnexA.children`; -1 where the cell is empty. Empty for list 11.
    package var child: [Int32]
    /// For each row its row in the sheet or line in the file, as a person would look it up, from 1.
    package var place: [Int32]
    package var columns: [AnnexAField: AnnexAColumn]

    package init(
        _ list: AnnexAList, rows: Int = 0, child: [Int32] = [], place: [Int32] = [],
        columns: [AnnexAField: AnnexAColumn] = [:]
    ) {
        self.list = list
        self.rows = rows
        self.child = child
        self.place = place
        self.columns = columns
    }

    /// Nil where the file has no such column; so with the others.
    package func dates(_ field: AnnexAField) -> [DateCell]? {
        if case .dates(let cells)? = columns[field] { cells } else { nil }
    }

    package func counts(_ field: AnnexAField) -> [CountCell]? {
        if case .counts(let cells)? = columns[field] { cells } else { nil }
    }

    package func texts(_ field: AnnexAField) -> TextColumn? {
        if case .texts(let column)? = columns[field] { column } else { nil }
    }

    package func codes(_ field: AnnexAField) -> CodeColumn? {
        if case .codes(let column)? = columns[field] { column } else { nil }
    }
}

package enum AnnexAColumn: Sendable {
    case dates([DateCell])
    case counts([CountCell])
    case texts(TextColumn)
    case codes(CodeColumn)
}

/// Texts as given, each different one once. `distinct[0]` is the empty text.
package struct TextColumn: Sendable {
    /// For each row the place of its text in `distinct`; 0 where there is none.
    package var rows: [Int32]
    package var distinct: [String]

    package init(rows: [Int32] = [], distinct: [String] = [""]) {
        self.rows = rows
        self.distinct = distinct
    }

    package subscript(row: Int) -> String { distinct[Int(rows[row])] }
}

/// Texts as given, with the code that each different one stands for.
package struct CodeColumn: Sendable {
    package var text: TextColumn
    package let set: CodeSet
    /// For each of `text.distinct` the place of its code in `set.codes`; `missing`, `unrecognised` or `groupOnly`.
    package var codes: [Int16]

    package static let missing: Int16 = -1
    package static let unrecognised: Int16 = -2
    /// The value's group is known (`White`, `Health services`), but not which code of the group it is.
    package static let groupOnly: Int16 = -3

    package init(text: TextColumn = TextColumn(), set: CodeSet, codes: [Int16] = [missing]) {
        self.text = text
        self.set = set
        self.codes = codes
    }

    /// The place of the row's code in `set.codes`; `missing` or `unrecognised`.
    package subscript(row: Int) -> Int16 { codes[Int(text.rows[row])] }

    /// The place of a code by its short name (`WBRI`, `RC8`, `Yes`); nil where the set has none such.
    package func place(of name: String) -> Int16? { set.place(of: name) }
}
