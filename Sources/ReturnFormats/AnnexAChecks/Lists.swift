/// A list that is not in the file.
struct MissingList: AnnexARule {
    let id = "AA.list.missing"
    let severity = ReturnRuleSeverity.query
    let title = "A list is not in the file"
    let meaning = "Nothing that depends on it can be counted or checked."
    let advice = "Add the list, or leave it out on purpose."
    let reads = AnnexAList.allCases.map { AnnexAUse($0) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for list in AnnexAList.allCases where index.file[list] == nil { hits.add(list) }
        return hits
    }
}

/// A list with its headers and no row.
struct EmptyList: AnnexARule {
    let id = "AA.list.empty"
    let severity = ReturnRuleSeverity.query
    let title = "A list has no rows"
    let meaning = "Either there was nothing of its kind, or the export failed. Missing is not zero."
    let advice = "Run the export of the list again, or say that there is none."
    let reads = AnnexAList.allCases.map { AnnexAUse($0) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables where table.rows == 0 { hits.add(table.list) }
        return hits
    }
}

/// A column of the file's own layout that is not there.
struct MissingColumn: AnnexARule {
    let id = "AA.column.missing"
    let severity = ReturnRuleSeverity.error
    let title = "A column is not there"
    let meaning = "What depends on it cannot be counted or checked."
    let advice =
        "Add the column under the template’s header; the page of columns shows what others were taken for."
    let reads = AnnexAList.allCases.map { list in AnnexAUse(list, list.slots.map(\.field)) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables {
            let isLater = table.list.slots.contains { $0.since == 2024 && table.columns[$0.field] != nil }
            for slot in table.list.slots where slot.field != .child && (slot.since == 2019 || isLater) {
                if table.columns[slot.field] == nil { hits.add(table.list, slot.field) }
            }
        }
        return hits
    }
}

/// A coded value that nobody recognised.
struct UnrecognisedCode: AnnexARule {
    let id = "AA.codes.unrecognised"
    let severity = ReturnRuleSeverity.query
    let title = "A coded cell holds a value that stands for no known code"
    let meaning = "The row is left out of what is counted by that code."
    let advice = "Say on the page of values which code it stands for; that is kept for the next file."
    let reads = AnnexAList.allCases.map { list in
        AnnexAUse(list, list.slots.map(\.field).filter { ValueColumn.of($0) != nil })
    }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables {
            var isFound = [Bool](repeating: false, count: table.rows)
            for field in table.list.slots.map(\.field) {
                guard let codes = table.codes(field), codes.codes.contains(CodeColumn.unrecognised) else {
                    continue
                }
                for row in 0..<table.rows where codes[row] == CodeColumn.unrecognised { isFound[row] = true }
            }
            for row in 0..<table.rows where isFound[row] { hits.add(row, of: table) }
        }
        return hits
    }
}

/// Dates and codes that say when or what, and are empty.
struct EmptyCell: AnnexARule {
    let id = "AA.cells.empty"
    let severity = ReturnRuleSeverity.query
    let title = "A date or code that may not be empty is empty"
    let meaning = "The row is left out of what is counted by that column."
    let advice = "Complete the record in the case system, or write the code for not known."
    let reads = Self.uses

    private static let uses = AnnexAList.allCases.map { list in
        AnnexAUse(
            list,
            list.slots.filter { slot in
                guard !slot.mayBeEmpty, slot.since == 2019 else { return false }
                switch slot.field.kind {
                case .dates, .codes: return true
                case .counts, .texts: return false
                }
            }.map(\.field))
    }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for use in Self.uses {
            guard let table = index.file[use.list] else { continue }
            var isFound = [Bool](repeating: false, count: table.rows)
            for field in use.fields {
                if let days = table.dates(field) {
                    for row in 0..<table.rows where days[row] == .missing { isFound[row] = true }
                } else if let codes = table.codes(field) {
                    for row in 0..<table.rows where codes.text.rows[row] == 0 { isFound[row] = true }
                }
            }
            for row in 0..<table.rows where isFound[row] { hits.add(row, of: table) }
        }
        return hits
    }
}
