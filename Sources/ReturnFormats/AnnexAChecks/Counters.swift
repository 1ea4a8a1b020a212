/// A counter that must be the same on every row of a child, and is not.
struct CounterDiffers: AnnexARule {
    let id: String
    let severity = ReturnRuleSeverity.error
    let title: String
    let meaning =
        "It counts back from the child’s latest event, so that every row of the child must give the same number."
    let advice = "Let the export count from the latest event of each child."
    private let list: AnnexAList
    private let field: AnnexAField

    var reads: [AnnexAUse] { [AnnexAUse(list, .child, field)] }

    private init(_ name: String, _ list: AnnexAList, _ field: AnnexAField, _ title: String) {
        id = "AA.counters.\(name)"
        self.list = list
        self.field = field
        self.title = title
    }

    /// The rows that give another number than the child's first.
    func run(on index: AnnexAIndex) -> AnnexAHits {
        let counts = index.counts(list, field)
        return index.rows(of: list, field) { table, row in
            guard let first = index.row(of: table.child[row], in: list), first != row,
                let here = counts[row], let there = counts[first]
            else { return false }
            return here != there
        }
    }

    static let all: [any AnnexARule] = [
        CounterDiffers(
            "referrals", .referrals, .earlierReferrals,
            "Rows of one child give different numbers of referrals"),
        CounterDiffers(
            "enquiries", .enquiries, .earlierEnquiries,
            "Rows of one child give different numbers of section 47 enquiries"),
        CounterDiffers(
            "conferences", .enquiries, .earlierConferences,
            "Rows of one child give different numbers of conferences"),
    ]
}

/// A count that cannot be.
struct ImpossibleCount: AnnexARule {
    let id = "AA.counters.impossible"
    let severity = ReturnRuleSeverity.error
    let title = "A count is below zero or above 365"
    let meaning =
        "Nothing happens less than never, and these counts are of twelve months. Averages are wrong with it."
    let advice = "Look at how the column is counted; a date may have been written into it."
    let reads = CounterFields.reads

    func run(on index: AnnexAIndex) -> AnnexAHits {
        CounterFields.rows(of: index) { cell in cell.value.map { !(0...365).contains($0) } ?? false }
    }
}

/// Something that is no number where there should be one.
struct UnreadableCount: AnnexARule {
    let id = "AA.counters.unreadable"
    let severity = ReturnRuleSeverity.error
    let title = "A cell that should hold a number holds something else"
    let meaning = "The row counts as if the number were missing."
    let advice = "Write a whole number, or leave the cell empty."
    let reads = CounterFields.reads

    func run(on index: AnnexAIndex) -> AnnexAHits {
        CounterFields.rows(of: index) { $0 == .unreadable }
    }
}

private enum CounterFields {
    static let reads = AnnexAList.allCases.compactMap { list in
        let fields = of(list)
        return fields.isEmpty ? nil : AnnexAUse(list, fields)
    }

    /// Counts of a list other than the age, which has rules of its own.
    static func of(_ list: AnnexAList) -> [AnnexAField] {
        list.slots.map(\.field).filter { $0.kind == .counts && $0 != .age }
    }

    static func rows(of index: AnnexAIndex, where isSo: (CountCell) -> Bool) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables {
            let columns = of(table.list).compactMap { table.counts($0) }
            for row in 0..<table.rows where columns.contains(where: { isSo($0[row]) }) {
                hits.add(row, of: table)
            }
        }
        return hits
    }
}
