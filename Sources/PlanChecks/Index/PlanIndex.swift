import Documents
import Kernel
import PlanFormat

/// A plan with its words cut, its rows numbered and its abbreviations read, made once for all checks.
package struct PlanIndex: Sendable {
    let input: CheckInput
    /// Every action, in order of the plan.
    let rows: [Row]
    let criteria: [CriterionRow]
    let areas: [AreaRow]
    /// What rows, and dated milestones inside criteria, speak of the same step.
    let sameSteps: SameSteps
    /// The texts in which figures and personal data are looked for.
    let statements: [Statement]
    /// The percentages in them, with their counts.
    let shares: [Share]
    /// Text outside tables; empty for a plan without its document.
    let running: [Running]
    /// All tables of the document, in order.
    let tables: [Table]
    let abbreviations: [(short: String, long: String)]
    let years: YearSense
    /// The number of every stem that the plan's rows use.
    let numbers: [String: Int32]

    var plan: Plan { input.plan }

    struct Row: Sendable {
        let index: Int
        let area: Int
        /// Counted from 1 within its area.
        let number: Int
        let action: Plan.Action
        let words: Words
        let timescale: Words?
        let leads: [Lead]
        let meaning: TokenSet
        let step: Step
        /// `Action 2.5`; in words where it has no number.
        let subject: String
        let reference: String?
        /// Indices into `criteria`: its own, then those that its area shares.
        var ownCriteria: [Int] = []
        var sharedCriteria: [Int] = []

        var finish: PartialDate? { action.timescale?.finish }
        var isClosed: Bool { action.status == .complete }
    }

    struct CriterionRow: Sendable {
        let area: Int
        let criterion: Plan.Criterion
        let words: Words
        let meaning: TokenSet
        let dates: [WrittenDate]
        /// The rows that it speaks for: one, or all of its area.
        var rows: [Int] = []
        var subject: String
    }

    struct AreaRow: Sendable {
        let area: Plan.Area
        let subject: String
        let title: Words
        let meaning: TokenSet
        var rows: Range<Int> = 0..<0
        var criteria: Range<Int> = 0..<0
    }

    struct Running: Sendable {
        let paragraph: Paragraph
        /// `2.3`, `4`, `a`: without brackets and stops.
        let numeral: String?
        let words: Words
        let isHeading: Bool
        var subject: String
    }
}

extension PlanIndex {
    package init(_ input: CheckInput) {
        let plan = input.plan
        let running = PlanIndex.running(input.document)
        var texts: [Words] = running.map(\.words)
        let areaTitles = plan.areas.map { Words($0.title) }
        let actionWords = plan.areas.map { $0.actions.map { Words($0.text) } }
        let criterionWords = plan.areas.map { $0.criteria.map { Words($0.text) } }
        texts += areaTitles + actionWords.joined() + criterionWords.joined()
        texts += plan.areas.flatMap { $0.actions.flatMap { $0.leads.map { Words($0) } } }
        let abbreviations = Abbreviations.collect(from: plan, texts: texts)
        let spelt = Dictionary(
            abbreviations.map { ($0.short.lowercased(), $0.long) }, uniquingKeysWith: { first, _ in first })
        let reader = StepReader(abbreviations: abbreviations)
        var interner = Interner()
        var rows: [Row] = []
        var criteria: [CriterionRow] = []
        var areas: [AreaRow] = []
        var leads: [String: Lead] = [:]

        for (areaIndex, area) in plan.areas.enumerated() {
            let title = areaTitles[areaIndex]
            let subject = PlanIndex.subject(of: area, number: areaIndex + 1)
            var areaRow = AreaRow(
                area: area, subject: subject, title: title, meaning: interner.significant(title))
            let firstRow = rows.count
            for (number, action) in area.actions.enumerated() {
                let words = actionWords[areaIndex][number]
                let named = action.leads.map { text in
                    if let lead = leads[text] { return lead }
                    let lead = Lead(text, abbreviations: spelt)
                    leads[text] = lead
                    return lead
                }
                rows.append(
                    Row(
                        index: rows.count, area: areaIndex, number: number + 1, action: action, words: words,
                        timescale: action.timescale.map { Words($0.text) }, leads: named,
                        meaning: interner.significant(words),
                        step: reader.read(words, interner: &interner),
                        subject: PlanIndex.subject(of: action, number: number + 1, in: subject),
                        reference: action.reference))
            }
            areaRow.rows = firstRow..<rows.count
            let firstCriterion = criteria.count
            for (number, criterion) in area.criteria.enumerated() {
                let words = criterionWords[areaIndex][number]
                let own = areaRow.rows.filter {
                    criterion.action != nil && rows[$0].reference == criterion.action
                }
                let spoken = own.isEmpty ? Array(areaRow.rows) : own
                for row in own { rows[row].ownCriteria.append(criteria.count) }
                if own.isEmpty { for row in areaRow.rows { rows[row].sharedCriteria.append(criteria.count) } }
                criteria.append(
                    CriterionRow(
                        area: areaIndex, criterion: criterion, words: words,
                        meaning: interner.significant(words), dates: WrittenDate.find(in: words),
                        rows: spoken,
                        subject: own.first.map { rows[$0].subject } ?? subject))
            }
            areaRow.criteria = firstCriterion..<criteria.count
            areas.append(areaRow)
        }
        texts += rows.compactMap(\.timescale)
        self.input = input
        self.rows = rows
        self.criteria = criteria
        self.areas = areas
        self.running = running
        self.abbreviations = abbreviations
        tables = input.document.map(PlanIndex.tables) ?? []
        let years = PlanIndex.years(of: plan, texts: texts)
        self.years = years
        let milestones = criteria.flatMap {
            Milestones.read($0, rows: rows, reader: reader, years: years, interner: &interner)
        }
        sameSteps = SameSteps(rows: rows, milestones: milestones)
        let statements = Statement.all(plan, areas: areas, rows: rows, criteria: criteria, running: running)
        self.statements = statements
        shares = Share.find(in: statements)
        numbers = interner.numbers
    }

    private static func years(of plan: Plan, texts: [Words]) -> YearSense {
        var written: Set<Int> = []
        var numbers: [Int] = []
        for words in texts {
            for token in words.tokens where token.shape == .number && token.word.utf8.count == 4 {
                if let year = Int(token.word), (1990...2060).contains(year) { written.insert(year) }
            }
            for date in WrittenDate.find(in: words) {
                if case .short(let number) = date.year { numbers.append(number) }
                if case .written(let year) = date.year { written.insert(year) }
            }
        }
        return YearSense(
            baseYear: plan.baseYear ?? plan.date?.year, writtenYears: written, numbersAfterMonths: numbers)
    }

    private static func tables(_ document: Document) -> [Table] {
        document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    private static func running(_ document: Document?) -> [Running] {
        var running: [Running] = []
        for block in document?.blocks ?? [] {
            guard case .paragraph(let paragraph) = block, !paragraph.text.isEmpty else { continue }
            var isHeading = false
            var printed: String?
            switch paragraph.role {
            case .heading: isHeading = true
            case .item(let numeral, _): printed = numeral
            case .plain, .footnote: break
            }
            let text = paragraph.text.string
            let numeral = printed.map(Numerals.bare) ?? Numerals.leading(text)
            running.append(
                Running(
                    paragraph: paragraph, numeral: numeral, words: Words(text), isHeading: isHeading,
                    subject: paragraphNumber(numeral) ?? Wording.capitalised(paragraph.place.description)))
        }
        return running
    }

    private static func paragraphNumber(_ numeral: String?) -> String? {
        guard let numeral, numeral.contains(".") else { return nil }
        return "Paragraph \(numeral)"
    }

    private static func subject(of area: Plan.Area, number: Int) -> String {
        area.reference.map { "Area \($0)" } ?? "Area \(number) of the plan"
    }

    private static func subject(of action: Plan.Action, number: Int, in area: String) -> String {
        if let reference = action.reference { return "Action \(reference)" }
        return "\(area), action \(action.label ?? String(number))"
    }
}
