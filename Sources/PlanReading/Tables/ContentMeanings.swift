import Documents

/// Columns of a table that has no header, told from what they hold.
enum ContentMeanings {
    /// Nil where the cells do not look like a plan's.
    static func find(_ contents: [ColumnContents], rows: Int) -> ColumnMeanings? {
        guard rows >= 2, contents.count >= 3 else { return nil }
        var meanings: [Int: ColumnMeaning] = [:]
        var long: [Int] = []
        for (column, content) in contents.enumerated() {
            if content.filled == 0 {
                meanings[column] = .ignored
            } else if content.isMostlyDates {
                meanings[column] = .timescale
            } else if content.isMostlyStatus {
                meanings[column] = .status
            } else if content.isMostlyReferences {
                meanings[column] = long.isEmpty ? .areaReference : .actionReference
            } else if content.isMostlyPeople, content.averageWords <= 8 {
                meanings[column] = .lead
            } else if content.averageWords >= 3 {
                long.append(column)
            } else {
                meanings[column] = .ignored
            }
        }
        guard meanings.values.contains(.timescale), !long.isEmpty,
            meanings.values.contains(.lead) || long.count >= 2
        else { return nil }
        switch long.count {
        case 1: meanings[long[0]] = .action
        default:
            meanings[long[0]] = .area
            meanings[long[1]] = .action
            for column in long.dropFirst(2) { meanings[column] = .successCriterion }
        }
        if long.count == 1 {
            for (column, meaning) in meanings where meaning == .areaReference {
                meanings[column] = .actionReference
            }
        }
        return ColumnMeanings(meanings: meanings)
    }
}
