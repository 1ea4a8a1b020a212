import Documents
import Kernel

/// The meaning of each column of a table, from its header's words, from what its cells hold, and from one another.
struct ColumnMeanings: Equatable {
    var meanings: [Int: ColumnMeaning]
    /// Columns whose heading names measures of progress and of impact together.
    var mixed: Set<Int> = []

    /// Columns with that meaning, left to right.
    func columns(_ meaning: ColumnMeaning) -> [Int] {
        meanings.filter { $0.value == meaning }.keys.sorted()
    }

    func has(_ meanings: ColumnMeaning...) -> Bool {
        self.meanings.values.contains { meanings.contains($0) }
    }

    /// An area or an action, and one more thing that only plans have.
    var makeAPlan: Bool {
        let hasWork = has(.action)
        let hasNeed = has(.area, .change)
        let hasOther = has(
            .lead, .timescale, .start, .finish, .successCriterion, .progressMeasure, .impactMeasure, .outcome,
            .monitoring, .evidence)
        return (hasWork && (hasNeed || hasOther)) || (hasNeed && hasOther)
    }
}

extension ColumnMeanings {
    init(senses: [Int: HeaderSense], contents: [ColumnContents], columnCount: Int) {
        meanings = [:]
        let has = Set(senses.values)
        let firstNeed = senses.keys.sorted().first { senses[$0] == .area || senses[$0] == .priority }
        let firstAction = senses.keys.sorted().first { senses[$0] == .action }
        for column in 0..<columnCount {
            let content = contents.indices.contains(column) ? contents[column] : ColumnContents()
            guard let sense = senses[column] else {
                meanings[column] = content.meaningWithoutHeading
                continue
            }
            switch sense {
            case .progressAndImpact:
                meanings[column] = .progressMeasure
                mixed.insert(column)
            case .priority:
                meanings[column] = content.isRank ? .ignored : nil
            default: meanings[column] = ColumnMeanings.plain(sense, content)
            }
        }
        settleAreas(senses, has, firstNeed, firstAction, contents)
        settleReferences(senses)
        for column in 0..<columnCount where meanings[column] == nil { meanings[column] = .ignored }
    }

    /// Senses that mean the same in every table.
    private static func plain(_ sense: HeaderSense, _ content: ColumnContents) -> ColumnMeaning? {
        switch sense {
        case .areaReference: .areaReference
        case .actionReference: .actionReference
        case .action: .action
        case .change: .change
        case .lead: .lead
        case .timescale: content.isMostlyStatus ? .status : .timescale
        case .start: .start
        case .finish: .finish
        case .success: .successCriterion
        case .progress: .progressMeasure
        case .impact: .impactMeasure
        case .monitoring: .monitoring
        case .monitoredBy: .monitoredBy
        case .evidence: .evidence
        case .status: .status
        case .source: .source
        case .actualFinish, .baseline: .ignored
        case .remark: content.isOnlyStatus ? .status : .ignored
        default: nil
        }
    }

    /// Words that mean an area in one table and something else in another.
    private mutating func settleAreas(
        _ senses: [Int: HeaderSense], _ has: Set<HeaderSense>, _ firstNeed: Int?, _ firstAction: Int?,
        _ contents: [ColumnContents]
    ) {
        let order = senses.keys.sorted()
        var area: Int?
        for column in order where area == nil {
            if senses[column] == .area { area = column }
            if senses[column] == .priority, !contents[column].isRank { area = column }
        }
        // "Outcome" before the actions is what is to be achieved; after them, how anyone will know.
        if area == nil {
            area = order.first { column in
                [.outcome, .theme, .change].contains(senses[column]) && column < (firstAction ?? .max)
            }
        }
        if area == nil, firstAction != nil {
            area = order.first { senses[$0] == .theme }
        }
        for column in order {
            switch senses[column] {
            case .area: meanings[column] = column == area ? .area : .change
            case .priority where meanings[column] == nil: meanings[column] = column == area ? .area : .change
            case .outcome: meanings[column] = column == area ? .area : .outcome
            case .theme: meanings[column] = column == area ? .area : .section
            case .change where column == area: meanings[column] = .area
            case .milestone:
                meanings[column] =
                    firstAction == nil
                    ? .action : contents[column].isMostlyDates ? .timescale : .progressMeasure
            case .target:
                let hasOther = has.contains(.success) || has.contains(.progress) || has.contains(.impact)
                meanings[column] =
                    contents[column].isMostlyDates
                    ? .timescale : hasOther && contents[column].isShort ? .ignored : .successCriterion
            default: break
            }
        }
        // A grouping word before a finer one: "Priority | Area for improvement | Action".
        let needs = order.filter { [.area, .priority].contains(senses[$0]) && meanings[$0] != .ignored }
        if needs.count > 1, let first = needs.first, senses[first] == .priority, contents[first].isShort {
            meanings[first] = .section
            meanings[needs[1]] = .area
        }
        if firstAction == nil, meanings.values.contains(where: { [.lead, .timescale, .finish].contains($0) })
        {
            settleWorkWithoutActionColumn(order)
        }
    }

    /// With leads or dates but no column of actions, the last column of words before them is what will be done.
    private mutating func settleWorkWithoutActionColumn(_ order: [Int]) {
        guard !meanings.values.contains(.action) else { return }
        if let change = order.last(where: { meanings[$0] == .change }) {
            meanings[change] = .action
        } else if let area = order.first(where: { meanings[$0] == .area }) {
            meanings[area] = .action
        }
    }

    /// A plain "Ref" numbers what stands at its right: the areas, or the actions.
    private mutating func settleReferences(_ senses: [Int: HeaderSense]) {
        let areas = columns(.area)
        let actions = columns(.action)
        for column in senses.keys.sorted() where senses[column] == .reference {
            let area = areas.first { $0 > column }
            let action = actions.first { $0 > column }
            switch (area, action) {
            case (let area?, let action?):
                meanings[column] = area < action ? .areaReference : .actionReference
            case (nil, nil): meanings[column] = actions.isEmpty ? .areaReference : .actionReference
            case (nil, _): meanings[column] = .actionReference
            case (_, nil): meanings[column] = .areaReference
            }
        }
    }
}
