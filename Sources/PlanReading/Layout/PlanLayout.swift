package import PlanFormat

/// The layout in which Plumbline itself writes a plan: its headings, and what goes without saying in it.
///
/// Every cell holds one value a line, as it stands, so that reading it back divides and guesses nothing.
package enum PlanLayout {
    /// Stands at the end of the document, or beside "Layout" on the workbook's sheet about the plan.
    package static let mark =
        "Written by Plumbline in its own layout, plumbline.plan/1. Change what it says and keep its headings, "
        + "and Plumbline reads it back as it stands."
    static let markBegins = "Written by Plumbline in its own layout"

    /// A part of the document under a heading of its own, or a sheet of the workbook.
    package enum Part: String, CaseIterable, Sendable {
        case about = "About this plan"
        case plan = "Areas and actions"
        case groups = "Groups"
        case members = "Members of groups"
        case tasks = "Tasks of groups"
        case risks = "Risks"
        case budget = "Budget"
        case training = "Training needs"
        case standards = "Quality standards"
        case figures = "Figures in the text"
        case keyDates = "Key dates"
        case codes = "Codes of sources"
        case collectives = "Collective names"
        case attachments = "Attachments"
        case abbreviations = "Abbreviations"
        case standing = "How the actions stand"
        case proof = "How the criteria stand"
        case accepted = "Findings accepted with a reason"

        /// The name of its sheet, at most 31 characters.
        package var sheet: String { self == .plan ? "Plan" : rawValue }
    }

    /// The headings of columns.
    package enum Heading: String, CaseIterable, Sendable {
        case section = "Section"
        case areaNumber = "Area no."
        case areaReference = "Area ref"
        case area = "Area for development"
        case source = "Source"
        case change = "What needs to change"
        case actionReference = "Action ref"
        case action = "What we will do"
        case start = "Start"
        case finish = "Finish"
        case timescale = "Timescale"
        case lead = "Lead"
        case success = "Success criteria"
        case progress = "Measures of progress"
        case impact = "Measures of impact"
        case outcome = "Outcome"
        case monitoring = "Monitoring"
        case evidence = "Evidence"
        case status = "Status"
        case seeAlso = "See also"

        /// A sheet of one column would be read as lines.
        case number = "No."
        case fact = "Fact"
        case value = "Value"
        case group = "Group"
        case abbreviation = "Abbreviation"
        case purpose = "Purpose"
        case meets = "Meets"
        case reportsTo = "Reports to"
        case name = "Name"
        case post = "Post"
        case role = "Role"
        case risk = "Risk"
        case contingency = "Contingency"
        case item = "Item"
        case pounds = "£"
        case audience = "Group of staff"
        case needs = "Training needs"
        case standard = "Standard"
        case figure = "Figure"
        case count = "Count"
        case base = "Out of"
        case percent = "Per cent"
        case what = "What"
        case date = "Date"
        case code = "Code"
        case meaning = "Meaning"
        case members = "Who they are"
        case caption = "File"
        case standsFor = "Stands for"

        var meaning: ColumnMeaning {
            switch self {
            case .section: .section
            case .areaReference: .areaReference
            case .area: .area
            case .source: .source
            case .change: .change
            case .actionReference: .actionReference
            case .action: .action
            case .start: .start
            case .finish: .finish
            case .timescale: .timescale
            case .lead: .lead
            case .success: .successCriterion
            case .progress: .progressMeasure
            case .impact: .impactMeasure
            case .outcome: .outcome
            case .monitoring: .monitoring
            case .evidence: .evidence
            case .status: .status
            default: .ignored
            }
        }
    }

    /// Rows of the table about the plan.
    package enum Fact: String, CaseIterable, Sendable {
        case title = "Title"
        case version = "Version"
        case date = "Date"
        case status = "Status"
        case owner = "Plan owner"
        case updates = "Leads report"
        case baseYear = "Year of dates that name none"
        case layout = "Layout"
    }

    /// The heading over areas that stand under none, where others do.
    package static let noSection = "Areas under no heading"
    /// The row of the budget that holds the total as the plan states it.
    package static let statedTotal = "Total as stated"
    /// The list of references is empty, although the words point somewhere.
    package static let none = "none"
    /// A criterion in another row than its action's begins with its action's reference in square brackets,
    /// or with this.
    package static let wholeArea = "whole area"

    package static let kinds: [(Heading, Plan.Criterion.Kind)] = [
        (.success, .success), (.progress, .progress), (.impact, .impact), (.outcome, .outcome),
    ]

    /// Without these a table is not in this layout.
    static let required: Set<Heading> = [.area, .action]
}
