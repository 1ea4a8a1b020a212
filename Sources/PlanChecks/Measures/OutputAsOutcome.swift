import PlanFormat

/// M04: a thing done (issued, trained, established) stands where a difference for children should.
///
/// A measure of progress may well be an output; so may one of several criteria, when another tells of the outcome.
enum OutputAsOutcome: PlanCheck {
    static let id = "M04"
    static let severity = CheckFinding.Severity.warning
    static let title = "An output is offered as an outcome"
    static let advice = "Add what will be different in the work, or for the child."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        let verdicts = index.criteria.map { verdict($0.words) }
        return index.criteria.indices.compactMap { number in
            let criterion = index.criteria[number]
            guard case .output(let marked) = verdicts[number] else { return nil }
            let others = criterion.rows.flatMap { index.rows[$0].ownCriteria + index.rows[$0].sharedCriteria }
            if others.contains(where: { $0 != number && verdicts[$0] == .outcome }) { return nil }
            if criterion.criterion.kind == .progress,
                index.areas[criterion.area].criteria.contains(where: {
                    index.criteria[$0].criterion.kind != .progress
                })
            {
                return nil
            }
            return finding(
                criterion, in: index, "So what for the child? This is a thing done.", marked: marked)
        }
    }

    private enum Verdict: Hashable {
        case output([String]), outcome, neither
    }

    /// Any sentence that tells of children or of how work is, makes it an outcome.
    private static func verdict(_ words: Words) -> Verdict {
        var marked: [String] = []
        for sentence in words.sentences {
            let done = output.matches(in: words, within: sentence).filter { isDone($0, words, sentence) }
            let people = children.matches(in: words, within: sentence)
            let tells = state.matches(in: words, within: sentence)
            if !tells.isEmpty || (!people.isEmpty && done.isEmpty) { return .outcome }
            if done.isEmpty {
                if words.tokens[sentence].contains(where: { $0.word == "%" }) { return .outcome }
                if sentence.count > 3, !MethodAsCriterion.isMethod(words, sentence) { return .outcome }
            } else if !people.isEmpty, words.tokens[sentence].contains(where: { $0.word == "%" }) {
                return .outcome
            }
            marked += done.map { words.string($0) }
        }
        return marked.isEmpty ? .neither : .output(marked)
    }

    /// "Completed enquiries" and "agreed timescales" describe; "well trained" and "put plans in place" are no output.
    private static func isDone(_ range: Range<Int>, _ words: Words, _ sentence: Range<Int>) -> Bool {
        if words.word(range.lowerBound - 1) == "well" { return false }
        if words.word(range.lowerBound) == "in" {
            return !words.tokens[max(sentence.lowerBound, range.lowerBound - 5)..<range.lowerBound]
                .contains { $0.word == "put" }
        }
        guard range.upperBound < sentence.upperBound else { return true }
        let next = words.tokens[range.upperBound]
        return !next.gap.isEmpty || StopWords.all.contains(next.word) || next.shape == .number
            || ["throughout", "ready", "readily"].contains(next.word)
    }

    private static let output = Lexicon([
        "issued", "trained", "established", "agreed", "circulated", "published", "launched", "delivered",
        "recruited", "produced", "developed", "implemented", "introduced", "approved", "disseminated",
        "distributed", "drafted", "created", "appointed", "commissioned", "in place", "completed",
        "presented",
        "rolled out", "set up", "reviewed and updated", "written", "signed off", "fully staffed",
        "documented",
        "redesigned", "operational", "available", "sent", "finalised", "held", "adopted", "re launched",
        "relaunched", "staffed", "attended",
    ])
    private static let children = Lexicon([
        "children", "child", "child's", "children's", "families", "family", "young people", "young person",
        "parents", "carers", "care leavers", "care leaver", "siblings", "babies", "adolescents",
    ])
    /// Words for how work or lives are, rather than what was done.
    private static let state = Lexicon([
        "children are", "children have", "children say", "children feel", "children receive", "families say",
        "families have", "families receive", "young people say", "young people have", "parents say",
        "percentage of", "proportion of", "% of", "of plans", "of assessments", "of cases", "of visits",
        "of children", "of reviews", "of records",
        "of families", "of care leavers", "of young people", "of audited", "of case files", "fewer children",
        "more children", "re referral", "re referrals", "caseloads", "timeliness", "within # working days",
        "within timescale", "within timescales", "on time",
    ])
}
