/// A date after the day of the file. Dates of birth may be: those of the unborn.
struct DateInFuture: AnnexARule {
    let id = "AA.dates.future"
    let severity = ReturnRuleSeverity.error
    let title = "A date lies after the day of the file"
    let meaning = "What has not happened yet is counted, or the file is of a later day than the one given."
    let advice = "Check the day that was given for the file; then correct the dates in the case system."
    let reads = DateFields.reads

    func run(on index: AnnexAIndex) -> AnnexAHits {
        DateFields.rows(of: index) { day in day > index.today }
    }
}

/// A date before 1900.
struct ImplausibleDate: AnnexARule {
    let id = "AA.dates.implausible"
    let severity = ReturnRuleSeverity.error
    let title = "A date lies before 1900"
    let meaning =
        "It stands for no date that can be true: often what a spreadsheet makes of a bare number or of 0."
    let advice = "Look at how the column was exported, and correct or empty the date."
    let reads = AnnexAList.allCases.map { AnnexAUse($0, DateFields.of($0, withBirth: true)) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        DateFields.rows(of: index, withBirth: true) { day in day < Self.earliest }
    }

    /// 1 January 1900.
    private static let earliest: Int32 = -25_567
}

/// Something that is no date where there should be one.
struct UnreadableDate: AnnexARule {
    let id = "AA.dates.unreadable"
    let severity = ReturnRuleSeverity.error
    let title = "A cell that should hold a date holds something else"
    let meaning = "The row counts as if the date were missing."
    let advice = "Write dates as DD/MM/YYYY, or leave the cell empty."
    let reads = AnnexAList.allCases.map { AnnexAUse($0, DateFields.of($0, withBirth: true)) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables {
            let columns = DateFields.of(table.list, withBirth: true).compactMap { table.dates($0) }
                .filter { $0.contains(.unreadable) }
            guard !columns.isEmpty else { continue }
            for row in 0..<table.rows where columns.contains(where: { $0[row] == .unreadable }) {
                hits.add(row, of: table)
            }
        }
        return hits
    }
}

/// An event long before the child's birth. An unborn child may be referred, assessed and planned for, but not be in care.
struct DateBeforeBirth: AnnexARule {
    let id = "AA.dates.beforeBirth"
    let severity = ReturnRuleSeverity.error
    let title = "Something happened before the child was born"
    let meaning = "Either the date or the date of birth is wrong, and ages at events are wrong with it."
    let advice = "Compare the date of birth with the record, and correct the wrong date."
    let reads = AnnexAList.allCases.filter { $0 != .adopters }.map {
        AnnexAUse($0, DateFields.of($0, withBirth: true))
    }

    /// Forty weeks, from which on an unborn child is known of.
    private static let pregnancy: Int32 = 280

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables where table.list != .adopters {
            let births = index.days(table.list, .birth)
            guard births.isThere else { continue }
            let columns = DateFields.of(table.list).map { index.days(table.list, $0) }.filter(\.isThere)
            let isOfBorn = [.care, .careLeavers, .adoption].contains(table.list)
            let before = isOfBorn ? 0 : Self.pregnancy
            for row in 0..<table.rows {
                guard let birth = births[row] else { continue }
                let first = birth - before
                if columns.contains(where: { $0[row] ?? first < first }) { hits.add(row, of: table) }
            }
        }
        return hits
    }
}

enum DateFields {
    /// The columns of a list that hold dates of events.
    static func of(_ list: AnnexAList, withBirth: Bool = false) -> [AnnexAField] {
        list.slots.map(\.field).filter { $0.kind == .dates && (withBirth || $0 != .birth) }
    }

    static let reads = AnnexAList.allCases.map { AnnexAUse($0, of($0)) }

    /// Rows in which one of the dates is so, each once.
    static func rows(
        of index: AnnexAIndex, withBirth: Bool = false, where isSo: (Int32) -> Bool
    ) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables {
            var found: [Int: AnnexAField] = [:]
            for field in of(table.list, withBirth: withBirth) {
                let column = index.days(table.list, field)
                guard column.isThere else { continue }
                for row in 0..<table.rows {
                    if let day = column[row], isSo(day), found[row] == nil { found[row] = field }
                }
            }
            for row in found.keys.sorted() { hits.add(row, of: table, found[row]) }
        }
        return hits
    }
}
