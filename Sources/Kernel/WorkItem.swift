/// One thing that waits for somebody: in the in-tray today, by mail or in a calendar by the same item.
package struct WorkItem: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case update, missing, newDate, step, evidence, verifying, deciding, target, approval, reading, review
        case returnDue, returnMissing, question
        case audit, verification, moderation, safety, assurance, caseAction, seeing, cohort, duty

        /// The heading that such items stand under.
        package var words: String {
            switch self {
            case .update: "Updates to give"
            case .missing: "Updates missing from people who answer to you"
            case .newDate: "New dates to approve"
            case .step: "Steps due"
            case .evidence: "Evidence to judge"
            case .verifying: "Closings to verify"
            case .deciding: "Board decisions to record"
            case .target: "Targets to agree"
            case .approval: "Documents to approve"
            case .reading: "Documents to read"
            case .review: "Documents to review"
            case .returnDue: "Returns to send"
            case .returnMissing: "Returns missing from people who answer to you"
            case .question: "Questions about a figure"
            case .audit: "Audits to do"
            case .verification: "Second grades to give"
            case .moderation: "Grades to settle"
            case .safety: "Children to make safe"
            case .assurance: "Assurances to give to the director"
            case .caseAction: "Actions from audits"
            case .seeing: "Actions from audits to see on the file"
            case .cohort: "Cohort reviews to record"
            case .duty: "Samples, reports and duties due"
            }
        }
    }

    package var kind: Kind
    /// What to do it to, as plain text: "1.6 Supervise every case".
    package var title: String
    package var address: String
    /// Why it is here, in one plain sentence.
    package var why: String
    /// The day that it falls due; nil where it only waits.
    package var due: Day?

    package init(_ kind: Kind, _ title: String, _ address: String, why: String, due: Day?) {
        self.kind = kind
        self.title = title
        self.address = address
        self.why = why
        self.due = due
    }
}
