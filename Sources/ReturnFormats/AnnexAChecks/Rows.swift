/// The same row again in a list of events.
struct DuplicateRow: AnnexARule {
    let id = "AA.rows.duplicate"
    let severity = ReturnRuleSeverity.error
    let title = "A row stands in its list twice"
    let meaning = "What happened once is counted twice."
    let advice = "Look for a join in the export that repeats rows, and take the repeated ones out."
    let reads = Self.lists.map { list in AnnexAUse(list, list.slots.map(\.field)) }

    private static let lists: [AnnexAList] = [
        .contacts, .earlyHelp, .referrals, .assessments, .enquiries, .adopters,
    ]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables where Self.lists.contains(table.list) {
            let rows = PlainRows(table)
            var first: [UInt64: Int32] = [:]
            first.reserveCapacity(table.rows)
            var others: [UInt64: [Int32]] = [:]
            for row in 0..<table.rows where !rows.isEmpty(row) {
                let hash = rows.hash(row)
                guard let earlier = first[hash] else {
                    first[hash] = Int32(row)
                    continue
                }
                let known = [earlier] + (others[hash] ?? [])
                if known.contains(where: { rows.areSame(Int($0), row) }) {
                    hits.add(row, of: table)
                } else {
                    others[hash, default: []].append(Int32(row))
                }
            }
        }
        return hits
    }
}

/// A child a second time in a list that has one row for each.
struct ChildTwice: AnnexARule {
    let id = "AA.rows.childTwice"
    let severity = ReturnRuleSeverity.error
    let title = "A child has a second row in a list of one row for each child"
    let meaning = "The child is counted twice, or two children share one reference."
    let advice = "Keep the latest episode only; find out where two children have the same reference."
    let reads = Self.lists.map { AnnexAUse($0, .child) }

    private static let lists: [AnnexAList] = [.need, .protection, .care, .careLeavers, .adoption]

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables where Self.lists.contains(table.list) {
            for row in 0..<table.rows {
                guard let first = index.row(of: table.child[row], in: table.list), first != row else {
                    continue
                }
                hits.add(row, of: table)
            }
        }
        return hits
    }
}

/// A row that names nobody.
struct NoReference: AnnexARule {
    let id = "AA.rows.noReference"
    let severity = ReturnRuleSeverity.error
    let title = "A row has no reference"
    let meaning = "It cannot be joined to other lists, and nobody can find the case."
    let advice = "Let the export give the case system’s own reference in every row."
    let reads = AnnexAList.allCases.map { AnnexAUse($0, $0 == .adopters ? .adopter : .child) }

    func run(on index: AnnexAIndex) -> AnnexAHits {
        var hits = index.hits()
        for table in index.tables {
            if table.list == .adopters {
                guard let adopters = table.texts(.adopter) else { continue }
                for row in 0..<table.rows where adopters.rows[row] == 0 { hits.add(row, of: table, .adopter) }
            } else {
                for row in 0..<table.rows where table.child[row] < 0 { hits.add(row, of: table, .child) }
            }
        }
        return hits
    }
}

/// The rows of a table as numbers: the same numbers, the same row.
private struct PlainRows {
    private var columns: [[Int32]] = []
    /// For each column what stands there when nothing does.
    private var nothing: [Int32] = []

    init(_ table: AnnexATable) {
        if !table.child.isEmpty { add(table.child, nothing: -1) }
        for field in table.list.slots.map(\.field) {
            switch table.columns[field] {
            case .dates(let cells)?: add(cells.map(\.number), nothing: DateCell.missing.number)
            case .counts(let cells)?: add(cells.map(\.number), nothing: CountCell.missing.number)
            case .texts(let text)?: add(text.rows, nothing: 0)
            case .codes(let codes)?: add(codes.text.rows, nothing: 0)
            case nil: break
            }
        }
    }

    private mutating func add(_ column: [Int32], nothing: Int32) {
        columns.append(column)
        self.nothing.append(nothing)
    }

    func hash(_ row: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for column in columns {
            hash = (hash ^ UInt64(UInt32(bitPattern: column[row]))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }

    func areSame(_ one: Int, _ other: Int) -> Bool { columns.allSatisfy { $0[one] == $0[other] } }

    func isEmpty(_ row: Int) -> Bool { zip(columns, nothing).allSatisfy { $0[row] == $1 } }
}
