/// One rule of Annex A: pure, from the columns of a file and its day to the rows that break it.
package protocol AnnexARule: Sendable {
    /// `AA.dates.order.assessment`.
    var id: String { get }
    var severity: ReturnRuleSeverity { get }
    /// What is wrong, in one plain sentence.
    var title: String { get }
    /// Why it matters: what is counted wrongly, or what may be the case.
    var meaning: String { get }
    /// What to do about it.
    var advice: String { get }
    /// What it reads. It runs on the part of it that the file has.
    var reads: [AnnexAUse] { get }
    func run(on index: AnnexAIndex) -> AnnexAHits
}

/// Columns of a list that a rule reads.
package struct AnnexAUse: Hashable, Sendable {
    package let list: AnnexAList
    package let fields: [AnnexAField]

    init(_ list: AnnexAList, _ fields: AnnexAField...) {
        self.list = list
        self.fields = fields
    }

    init(_ list: AnnexAList, _ fields: [AnnexAField]) {
        self.list = list
        self.fields = fields
    }
}

/// A row that breaks a rule.
package struct AnnexAHit: Hashable, Sendable {
    package let list: AnnexAList
    /// Its place in the list's columns, from 0; nil where the list as a whole is meant.
    package let row: Int?
    /// Its row of the sheet or line of the file, from 1; 0 where the list as a whole is meant.
    package let place: Int
    /// The place of its child in `AnnexA.children`; nil where it names none.
    package let child: Int?
    /// The column in question, where it is one of several that the rule reads.
    package let field: AnnexAField?
}

/// Rows that break a rule, each once for a list.
package struct AnnexAHits: Sendable {
    package private(set) var all: [AnnexAHit] = []
    private let file: AnnexA

    init(in file: AnnexA) { self.file = file }

    /// A row, which must not be added twice.
    mutating func add(_ row: Int, of table: AnnexATable, _ field: AnnexAField? = nil) {
        let child = table.child.isEmpty ? -1 : table.child[row]
        all.append(
            AnnexAHit(
                list: table.list, row: row, place: Int(table.place[row]), child: child < 0 ? nil : Int(child),
                field: field))
    }

    mutating func add(_ others: AnnexAHits) { all += others.all }

    /// A list as a whole, or a column of it.
    mutating func add(_ list: AnnexAList, _ field: AnnexAField? = nil) {
        all.append(AnnexAHit(list: list, row: nil, place: 0, child: nil, field: field))
    }
}

/// What a rule found in a file.
package struct AnnexARuleFinding: Sendable {
    package let rule: any AnnexARule
    /// List by list, in the order of the file.
    package let hits: [AnnexAHit]
    /// Different children among them.
    package let children: Int

    package var count: Int { hits.count }

    package var result: ReturnRuleResult {
        ReturnRuleResult(
            rule: rule.id, severity: rule.severity, title: rule.title, count: count, children: children)
    }
}

/// What an authority decides for itself.
package struct AnnexACheckSettings: Hashable, Sendable {
    /// Days after which the last visit on an open plan is old. No national number: four weeks is the widest local limit
    /// that was found (docs of several authorities; `timescales.md`, CP-VISIT).
    package var planVisitDays = 28
    /// Days after which the last visit to a child in care is old: six weeks, by regulation 28 of the Care Planning
    /// Regulations 2010 for a placement's first year. A placement meant to last may have three months.
    package var careVisitDays = 42
    /// Months before the day of the file from which contacts, referrals and closed cases belong in it.
    package var windowMonths = 6

    package init() {}
}
