import PlanFormat

/// Whether a measure is of progress with the plan or of its impact, told from its words, for columns that hold both.
enum CriterionKind {
    /// Where a criterion's own words say little, it is of the kind of the one before it; the first is progress.
    static func settle(_ reads: inout [CriterionCells.Read]) {
        var kind = Plan.Criterion.Kind.progress
        for index in reads.indices {
            let weight = weight(of: reads[index].criterion.text)
            if weight > 1 { kind = .impact } else if weight < -1 { kind = .progress }
            reads[index].criterion.kind = kind
        }
    }

    /// Above 0 the words tell of impact, below 0 of progress.
    ///
    /// Progress is work done by a date: a thing completed, established, published. Impact is a state of
    /// children, staff or numbers: timely, improved, reduced. `docs/decisions/0011` says why.
    private static func weight(of text: String) -> Int {
        let words = PlainWords.of(text)
        var weight = 0
        var isSubject = true
        for (index, word) in words.enumerated() {
            if done.contains(word) { weight -= 2 }
            if moved.contains(word) { weight += 2 }
            if CellContent.isMonth(word), word != "may" || index > 0 && words[index - 1] == "by" {
                weight -= 2
            }
            if isSubject, people.contains(word) || word == "all" { weight += 2 }
            isSubject = isSubject && ["all", "every", "the", "more", "our"].contains(word)
        }
        return weight
    }

    private static let people: Set<String> = [
        "children", "families", "parents", "carers", "staff", "workers", "practitioners", "people", "young",
        "managers",
        "caseloads", "management", "assessments",
    ]
    private static let done: Set<String> = [
        "completed", "complete", "implemented", "implementation", "established", "establishment", "establish",
        "recruitment", "recruited", "presented", "published", "available", "agreed", "produced", "produces",
        "delivered",
        "launched", "relaunch", "launch", "place", "calendar", "issued", "introduced", "developed", "located",
        "pilot",
        "module", "approved", "signed", "appointed", "commissioned", "drafted", "rolled", "trained",
    ]
    private static let moved: Set<String> = [
        "improved", "improvement", "improve", "increase", "increased", "reduced", "reduction", "reduce",
        "decrease",
        "decreased", "fewer", "more", "high", "higher", "low", "lower", "timely", "better", "safe", "safer",
        "informed",
        "consistently", "consistent", "seen", "influence", "experience", "reflect", "reflects", "confident",
        "relationship", "optimal", "routinely", "choice", "feel", "report", "satisfied",
    ]
}
