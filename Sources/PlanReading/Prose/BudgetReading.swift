import Documents
import Kernel
import PlanFormat

/// Budget lines and the total that the document states: never corrected.
enum BudgetReading {
    static func read(_ outline: Outline, into plan: inout Plan) {
        for section in outline.sections {
            for (index, entry) in section.entries.enumerated() {
                guard case .table(let table) = entry, isMoney(table, section, index) else { continue }
                read(table, into: &plan)
            }
        }
        guard plan.budget == nil else { return }
        for section in outline.sections where isAboutMoney(section.flatHeading) {
            for paragraph in section.paragraphs { read(paragraph, into: &plan) }
        }
    }

    /// A table with a pound sign, or one that stands under words of money.
    private static func isMoney(_ table: Table, _ section: Outline.Section, _ index: Int) -> Bool {
        let cells = table.rows.flatMap(\.cells)
        guard cells.count(where: { amount($0) != nil }) >= 2 else { return false }
        if cells.contains(where: { $0.text.contains("£") }) { return true }
        guard !cells.contains(where: { $0.text.contains("%") }) else { return false }
        guard isAboutMoney(section.flatHeading) || isAboutMoney(Words(table.caption ?? "").flat) else {
            return false
        }
        return true
    }

    private static func isAboutMoney(_ flat: String) -> Bool {
        [" budget", " cost", " resource", " funding ", " finance", " financial ", " spend", " expenditure "]
            .contains(where: flat.contains)
    }

    private static func read(_ table: Table, into plan: inout Plan) {
        let columns = amountColumns(table)
        guard !columns.isEmpty else { return }
        var budget = plan.budget ?? Plan.Budget()
        budget.place = budget.place ?? table.place
        for row in table.rows {
            let item = row.cells.first { $0.column < columns[0] && !$0.text.isEmpty && amount($0) == nil }?
                .text.folded
            let flat = Words(item ?? "").flat
            let isTotal =
                item == nil || flat.hasPrefix(" total") || flat.hasSuffix(" total ")
                || flat.contains(" grand total ")
            for column in columns {
                guard let cell = row.cells.first(where: { $0.column == column }) else { continue }
                let heading = table.words(row: 0)[column]
                guard let found = amount(cell) else {
                    if let item, !row.isHeader, isOpenAmount(cell) {
                        budget.lines.append(.init(item: item, amount: nil))
                    }
                    continue
                }
                let pounds = found * thousands(heading)
                if isTotal {
                    budget.statedTotal = columns.count == 1 ? pounds : budget.statedTotal
                } else if let item {
                    let name = columns.count == 1 || heading.isEmpty ? item : "\(item), \(heading)"
                    budget.lines.append(.init(item: name, amount: pounds))
                }
            }
        }
        if columns.count > 1, budget.statedTotal == nil {
            plan.findings.append(
                .init(
                    place: table.place, message: "The budget has several columns of amounts and no one total."
                ))
        }
        plan.budget = budget
    }

    /// "£000": its amounts are thousands.
    private static func thousands(_ heading: String) -> Double {
        let text = heading.lowercased().filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
        if text.contains("£000") || text.contains("£k") || text.contains("000s") { return 1_000 }
        return text.contains("£m") ? 1_000_000 : 1
    }

    /// The column of totals; else every column in which most rows hold an amount.
    private static func amountColumns(_ table: Table) -> [Int] {
        guard let most = amountColumn(table) else { return [] }
        let header = table.words(row: 0).map { Words($0).flat }
        let least = max(
            2,
            table.rows.count(where: { row in row.cells.contains { $0.column == most && amount($0) != nil } })
                - 1)
        let columns = (0..<table.columnCount).filter { column in
            table.rows.count(where: { row in row.cells.contains { $0.column == column && amount($0) != nil } }
            ) >= least
        }
        if let total = columns.last(where: {
            header[$0].contains(" total ") || header[$0].contains(" amount ") || header[$0].contains(" cost ")
        }) {
            return [total]
        }
        let money = columns.filter {
            header[$0].isEmpty || table.words(row: 0)[$0].contains("£")
                || DateFinder.find(in: Words(table.words(row: 0)[$0]), isTimescale: true).count > 0
        }
        return money.isEmpty ? [most] : money
    }

    /// The last column in which most rows hold an amount.
    private static func amountColumn(_ table: Table) -> Int? {
        let counts = (0..<table.columnCount).map { column in
            table.rows.count { row in row.cells.contains { $0.column == column && amount($0) != nil } }
        }
        guard let most = counts.max(), most >= 2 else { return nil }
        return counts.lastIndex(of: most)
    }

    /// "tbc", "to be agreed": a line whose amount is not known.
    private static func isOpenAmount(_ cell: Table.Cell) -> Bool {
        let flat = Words(cell.text).flat
        return [" tbc ", " tba ", " to be "].contains(where: flat.contains)
    }

    private static func amount(_ cell: Table.Cell) -> Double? {
        if case .number(let number) = cell.value { return number }
        return amount(cell.text)
    }

    /// `£25,000`, `25,000`, `£1.5m`, `£40k`; nil where other words stand in the cell.
    private static func amount(_ text: String) -> Double? {
        let words = Words(text)
        var index = 0
        while words.at(index)?.isSign("£", "(") == true { index += 1 }
        guard let (value, end) = SamplePhrase.decimal(words, at: index) else { return nil }
        let (factor, after) = multiple(words, end)
        guard
            (after..<words.count).allSatisfy({ words[$0].kind == .sign && !words[$0].isSign("%", "/", "-") })
        else {
            return nil
        }
        return value * factor
    }

    private static func multiple(_ words: Words, _ index: Int) -> (Double, Int) {
        guard let unit = words.at(index), unit.isWord else { return (1, index) }
        switch unit.lower {
        case "k": return (1_000, index + 1)
        case "m", "million": return (1_000_000, index + 1)
        default: return (1, index)
        }
    }

    /// "Cover for team members – £25,000", "A total of £64,000 is needed: £40,000 for staff, £24,000 for training".
    private static func read(_ paragraph: Paragraph, into plan: inout Plan) {
        for sentence in Sentences.split(paragraph.text.string) {
            let words = Words(sentence)
            let pounds = words.tokens.indices.filter { words[$0].isSign("£") }
            var budget = plan.budget ?? Plan.Budget()
            budget.place = budget.place ?? paragraph.place
            for (index, pound) in pounds.enumerated() {
                guard let (value, end) = SamplePhrase.decimal(words, at: pound + 1) else { continue }
                let (factor, after) = multiple(words, end)
                let before = words.flat((index == 0 ? 0 : pounds[index - 1])..<pound)
                let isSum =
                    before.contains(" total ")
                    || index == 0 && pounds.count > 1
                        && (before.contains(" cost ") || before.contains(" budget "))
                if isSum {
                    budget.statedTotal = value * factor
                } else {
                    budget.lines.append(
                        .init(
                            item: item(words, pound, after, isOnly: pounds.count == 1) ?? sentence.folded,
                            amount: value * factor))
                }
            }
            if !pounds.isEmpty { plan.budget = budget }
        }
    }

    /// What an amount is for: the words before it on its line, or behind "for".
    private static func item(_ words: Words, _ pound: Int, _ after: Int, isOnly: Bool) -> String? {
        if isOnly, after >= words.count - 1 {
            var low = pound
            while low > 0, words[low - 1].isSign("-", ":", "(", "=") { low -= 1 }
            return low > 0 ? words.text(0..<low).folded : nil
        }
        guard !isOnly, words.at(after)?.isWord("for") == true else { return nil }
        let end = (after + 1..<words.count).first {
            words[$0].isSign(",", ";", ".")
                || words[$0].isWord("and") && words.at($0 + 1)?.isSign("£") == true
        }
        return words.text(after + 1..<(end ?? words.count)).folded.nilIfEmpty
    }
}
