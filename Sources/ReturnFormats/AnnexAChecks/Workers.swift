/// An open case that names no worker.
struct NoWorker: AnnexARule {
    let id = "AA.worker.none"
    let severity = ReturnRuleSeverity.query
    let title = "An open case has no worker"
    let meaning = "Either nobody is allocated, which a manager must know, or the export lost the name."
    let advice = "Allocate the case, or record who has it."
    let reads = OpenCases.reads(.worker)

    func run(on index: AnnexAIndex) -> AnnexAHits {
        OpenCases.rows(of: index, .worker) { $0.isEmpty }
    }
}

/// An open case whose worker is a word for nobody.
struct PlaceholderWorker: AnnexARule {
    let id = "AA.worker.placeholder"
    let severity = ReturnRuleSeverity.error
    let title = "The worker of an open case is #N/A or another word for nobody"
    let meaning = "It counts as a worker with a caseload of their own, and hides cases that nobody has."
    let advice = "Mend the look-up in the export, allocate the case, or leave the cell empty."
    let reads = OpenCases.reads(.worker)

    func run(on index: AnnexAIndex) -> AnnexAHits {
        OpenCases.rows(of: index, .worker, where: Placeholders.isOne)
    }
}

/// An open case that names no team, or a word for none.
struct NoTeam: AnnexARule {
    let id = "AA.team.none"
    let severity = ReturnRuleSeverity.query
    let title = "An open case has no team"
    let meaning = "It is missing from the figures of every team."
    let advice = "Record which team has the case."
    let reads = OpenCases.reads(.team)

    func run(on index: AnnexAIndex) -> AnnexAHits {
        OpenCases.rows(of: index, .team) { $0.isEmpty || Placeholders.isOne($0) }
    }
}

/// Words that stand where a name should, for nobody.
enum Placeholders {
    static func isOne(_ written: String) -> Bool {
        guard !written.isEmpty else { return false }
        let text = written.lowercased().filter { !$0.isWhitespace && !".,-–_*()[]".contains($0) }
        return words.contains(text) || text.allSatisfy { "?#0x".contains($0) }
    }

    private static let words: Set<String> = [
        "#n/a", "n/a", "#na", "na", "nan", "null", "none", "nil", "nobody", "noone", "#ref!", "#value!",
        "#name?",
        "unallocated", "notallocated", "unassigned", "notassigned", "unknown", "notknown", "notrecorded",
        "tbc",
        "tba", "tobeallocated", "tobeconfirmed", "vacant", "vacancy", "duty", "dutyworker",
        "dutysocialworker",
        "awaitingallocation", "pendingallocation", "noworker", "noallocatedworker",
    ]
}

/// Open cases of lists 6 to 8, and everybody in list 9, which holds current ones only.
private enum OpenCases {
    static let lists: [AnnexAList] = [.need, .protection, .care, .careLeavers]

    static func reads(_ field: AnnexAField) -> [AnnexAUse] { lists.map { AnnexAUse($0, field) } }

    /// Rows whose text is so; each different text is looked at once.
    static func rows(
        of index: AnnexAIndex, _ field: AnnexAField, where isSo: (String) -> Bool
    ) -> AnnexAHits {
        var hits = index.hits()
        for list in lists {
            guard let text = index.file[list]?.texts(field) else { continue }
            let flags = FlagColumn(text.rows, text.distinct.map(isSo))
            let isOpen = index.open(list)
            guard isOpen != nil || list == .careLeavers else { continue }
            hits.add(index.rows(of: list, field) { _, row in flags[row] && (isOpen?(row) ?? true) })
        }
        return hits
    }
}
