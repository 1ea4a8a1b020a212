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
        guard let column = amountColumn(table) else { return }
        var budget = plan.budget ?? Plan.Budget()
        budget.place = budget.place ?? table.place
        for row in table.rows {
            guard let cell = row.cells.first(where: { $0.column == column }) else { continue }
            let item = row.cells.first { $0.column < column && !$0.text.isEmpty && amount($0) == nil }?.text
                .folded
            guard let amount = amount(cell) else {
                if let item, cell.text.contains("£") || cell.text.isEmpty, row.cells.count > 1, !row.isHeader,
                    isOpenAmount(cell)
                {
                    budget.lines.append(.init(item: item, amount: nil))
                }
                continue
            }
            let flat = Words(item ?? "").flat
            if item == nil || flat.hasPrefix(" total ") || flat.contains(" grand total ")
                || flat.hasSuffix(" total ")
            {
                budget.statedTotal = amount
            } else if let item {
                budget.lines.append(.init(item: item, amount: amount))
            }
        }
        plan.budget = budget
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

    /// "Cover for team members – £25,000", "A total of £64,000 is needed".
    private static func read(_ paragraph: Paragraph, into plan: inout Plan) {
        for sentence in Sentences.split(paragraph.text.string) {
            let words = Words(sentence)
            guard let pound = words.tokens.firstIndex(where: { $0.isSign("£") }),
                let (value, end) = SamplePhrase.decimal(words, at: pound + 1)
            else { continue }
            var budget = plan.budget ?? Plan.Budget()
            budget.place = budget.place ?? paragraph.place
            let amount = value * multiple(words, end).0
            if words.flat.contains(" total ") {
                budget.statedTotal = amount
            } else {
                var low = pound
                while low > 0, words[low - 1].isSign("-", ":", "(", "=") { low -= 1 }
                let isLine = end >= words.count - 1 && low > 0
                budget.lines.append(
                    .init(item: isLine ? words.text(0..<low).folded : sentence.folded, amount: amount))
            }
            plan.budget = budget
        }
    }
}
