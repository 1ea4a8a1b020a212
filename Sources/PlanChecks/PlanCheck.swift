package import Documents
package import Kernel
package import PlanFormat

/// One fault that a plan can have, and how it is found. One small type each, under its catalogue id.
package protocol PlanCheck: Sendable {
    static var id: String { get }
    static var severity: CheckFinding.Severity { get }
    /// The fault in plain words, as a heading: "No lead is named".
    static var title: String { get }
    /// Why it matters and what to do, in a sentence or two.
    static var advice: String { get }
    /// What it must know and does not find here, as the end of a sentence; nil when it can run in full. A check that
    /// can do a part of its work without, still does.
    static func missing(from index: PlanIndex) -> String?
    /// Finds the fault, in order of the plan.
    static func run(on index: PlanIndex) -> [CheckFinding]
}

extension PlanCheck {
    package static func missing(from index: PlanIndex) -> String? { nil }

    /// A finding of this check about one action, with the check's own severity and advice unless told otherwise.
    static func finding(
        _ row: PlanIndex.Row, _ message: String, text: String, marked: [String] = [], place: Place? = nil,
        severity: CheckFinding.Severity? = nil, suggestion: String? = nil
    ) -> CheckFinding {
        CheckFinding(
            check: id, severity: severity ?? self.severity, subject: row.subject,
            place: place ?? row.action.place, message: message, text: text, marked: marked,
            suggestion: suggestion ?? advice, references: row.reference.map { [$0] } ?? [])
    }

    /// A finding about several actions at once.
    static func finding(
        _ rows: [PlanIndex.Row], _ message: String, text: String, marked: [String] = [],
        subject: String? = nil, severity: CheckFinding.Severity? = nil, suggestion: String? = nil
    ) -> CheckFinding {
        CheckFinding(
            check: id, severity: severity ?? self.severity, subject: subject ?? Wording.subject(rows),
            place: rows.first?.action.place, message: message, text: text, marked: marked,
            suggestion: suggestion ?? advice, references: rows.compactMap(\.reference))
    }

    /// A finding about a criterion, with the words of it in question.
    static func finding(
        _ criterion: PlanIndex.CriterionRow, in index: PlanIndex, _ message: String, text: String? = nil,
        marked: [String] = [], severity: CheckFinding.Severity? = nil, suggestion: String? = nil
    ) -> CheckFinding {
        CheckFinding(
            check: id, severity: severity ?? self.severity, subject: criterion.subject,
            place: criterion.criterion.place ?? index.areas[criterion.area].area.place, message: message,
            text: text ?? criterion.criterion.text, marked: marked, suggestion: suggestion ?? advice,
            references: criterion.rows.compactMap { index.rows[$0].reference })
    }

    /// A finding about an area.
    static func finding(
        _ area: PlanIndex.AreaRow, in index: PlanIndex, _ message: String, text: String,
        marked: [String] = [], place: Place? = nil, severity: CheckFinding.Severity? = nil,
        suggestion: String? = nil
    ) -> CheckFinding {
        CheckFinding(
            check: id, severity: severity ?? self.severity, subject: area.subject,
            place: place ?? area.area.place, message: message, text: text, marked: marked,
            suggestion: suggestion ?? advice, references: area.rows.compactMap { index.rows[$0].reference })
    }

    /// A finding about a paragraph outside tables; the text is the sentence around the tokens in question.
    static func finding(
        _ running: PlanIndex.Running, _ message: String, around tokens: Range<Int>, marked: [String],
        severity: CheckFinding.Severity? = nil, suggestion: String? = nil
    ) -> CheckFinding {
        let sentence = running.words.sentence(around: tokens.lowerBound)
        let range = sentence.lowerBound..<max(sentence.upperBound, tokens.upperBound)
        return CheckFinding(
            check: id, severity: severity ?? self.severity, subject: running.subject,
            place: running.paragraph.place, message: message, text: running.words.sentenceText(range),
            marked: marked, suggestion: suggestion ?? advice)
    }
}

/// All that a check may look at. Values only: no clock, no database.
package struct CheckInput: Sendable {
    package var plan: Plan
    /// The document that the plan was read from, for checks of running text; nil for a plan kept by hand.
    package var document: Document?
    /// The day that the checks are run for; nil leaves out what depends on it (D07 against today).
    package var today: Day?
    /// What the inspection said: for C09.
    package var inspectionFindings: [InspectionFinding]
    /// Key dates from the inspection's record; those that the document names are in the plan.
    package var inspectionDates: InspectionDates

    package init(
        plan: Plan, document: Document? = nil, today: Day? = nil,
        inspectionFindings: [InspectionFinding] = [],
        inspectionDates: InspectionDates = InspectionDates()
    ) {
        self.plan = plan
        self.document = document
        self.today = today
        self.inspectionFindings = inspectionFindings
        self.inspectionDates = inspectionDates
    }

    /// A recommendation or area for development as the inspectors numbered it.
    package struct InspectionFinding: Hashable, Sendable {
        package var reference: String
        package var text: String

        package init(reference: String, text: String) {
            self.reference = reference
            self.text = text
        }
    }

    package struct InspectionDates: Hashable, Sendable {
        package var inspectionEnded: Day?
        package var reportReceived: Day?
        package var planDue: Day?
        package var inspectorsReturn: Day?

        package init() {}
    }
}

/// One place where a check found its fault.
package struct CheckFinding: Hashable, Sendable {
    package var check: String
    package var severity: Severity
    /// The reference of the action or area, in words: `Action 2.5`, `Actions 2.4 and 4.2`, `Whole plan`.
    package var subject: String
    package var place: Place?
    /// What is wrong here, in one plain sentence.
    package var message: String
    /// The offending text, as it stands in the plan.
    package var text: String
    /// The words of `text` in question, each exactly as it stands there, to be marked.
    package var marked: [String]
    package var suggestion: String
    /// References of the actions it is about, for filters by lead and area.
    package var references: [String]

    package init(
        check: String, severity: Severity, subject: String, place: Place?, message: String, text: String,
        marked: [String] = [], suggestion: String, references: [String] = []
    ) {
        self.check = check
        self.severity = severity
        self.subject = subject
        self.place = place
        self.message = message
        self.text = text
        self.marked = marked
        self.suggestion = suggestion
        self.references = references
    }

    /// Errors stop publishing, a reader will ask about warnings, information is for tidying.
    package enum Severity: String, CaseIterable, Sendable, Comparable {
        case error, warning, information

        package static func < (left: Self, right: Self) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }
}
