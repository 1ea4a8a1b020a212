import PlanFormat

/// C09: a finding of the inspection, or a source that the plan lists, that no row answers.
enum FindingWithoutRow: PlanCheck {
    static let id = "C09"
    static let severity = CheckFinding.Severity.error
    static let title = "A finding that no row answers"
    static let advice = "Add an area for it, or say which row answers it."

    static func missing(from index: PlanIndex) -> String? {
        index.input.inspectionFindings.isEmpty && index.plan.sourceCodes.isEmpty
            ? "the inspection’s findings, to see that each has a row" : nil
    }

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let sources = Set(index.plan.areas.flatMap(\.sources).map { $0.lowercased() })
        let unanswered = index.input.inspectionFindings.filter { !isAnswered($0, sources, index) }
        let findings = unanswered.map { found in
            CheckFinding(
                check: id, severity: severity, subject: "Finding \(found.reference)", place: nil,
                message: "No row of the plan answers what the inspectors said in \(found.reference).",
                text: found.text, suggestion: advice)
        }
        let unused = index.plan.sourceCodes.filter { !sources.contains($0.code.lowercased()) }
        guard !sources.isEmpty else { return findings }
        return findings
            + unused.map { code in
                CheckFinding(
                    check: id, severity: severity, subject: "Source \(code.code)", place: nil,
                    message: "The plan lists this source, and no area comes from it.", text: code.text,
                    suggestion: advice)
            }
    }

    /// Named as a source, or half of its words stand in one area with its actions.
    private static func isAnswered(
        _ found: CheckInput.InspectionFinding, _ sources: Set<String>, _ index: PlanIndex
    ) -> Bool {
        if sources.contains(found.reference.lowercased()) { return true }
        let words = Words(found.text)
        let meaning = index.meaning(words, words.tokens.indices)
        guard !meaning.isEmpty else { return true }
        return index.areas.contains { area in
            var tokens = area.meaning.sorted
            for row in area.rows { tokens += index.rows[row].meaning.sorted }
            for criterion in area.criteria { tokens += index.criteria[criterion].meaning.sorted }
            return meaning.shared(with: TokenSet(tokens)) * 2 >= meaning.count
        }
    }
}
