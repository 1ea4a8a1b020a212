import PlanFormat

/// G01: the plan does not say which version it is, of what date, or whose; or it is a draft in use.
enum NoVersion: PlanCheck {
    static let id = "G01"
    static let severity = CheckFinding.Severity.warning
    static let title = "Nobody can tell which version this is"
    static let advice = "Print the version, its date, who wrote it and who approved it on the first page."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let plan = index.plan
        var lacks: [String] = []
        if plan.version == nil { lacks.append("its version") }
        if plan.date == nil { lacks.append("its date") }
        if plan.owners.isEmpty { lacks.append("who answers for it") }
        let title = plan.title ?? "(no title)"
        var findings: [CheckFinding] = []
        if !lacks.isEmpty {
            findings.append(
                CheckFinding(
                    check: id, severity: severity, subject: "Whole plan", place: nil,
                    message: "The plan does not say \(Wording.list(lacks, "or")).", text: title,
                    marked: plan.title == nil ? [title] : [], suggestion: advice))
        }
        if let draft = draft(plan.status, plan.title) {
            findings.append(
                CheckFinding(
                    check: id, severity: severity, subject: "Whole plan", place: nil,
                    message: "It calls itself a draft: is it the one in use?", text: draft.text,
                    marked: [draft.marked], suggestion: "Say who is to approve it, and when."))
        }
        return findings
    }

    private static func draft(_ status: String?, _ title: String?) -> (text: String, marked: String)? {
        for text in [status, title].compactMap({ $0 }) {
            let words = Words(text)
            if let index = words.tokens.firstIndex(where: { $0.word == "draft" }) {
                return (text, words.string(index..<index + 1))
            }
        }
        return nil
    }
}
