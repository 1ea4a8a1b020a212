import PlanFormat

/// Whether a measure is of progress with the plan or of its impact, told from its words, for columns that hold both.
enum CriterionKind {
    /// Progress is work done by a date: a thing completed, established, published. Impact is a state of children,
    /// staff or numbers: timely, improved, reduced, "children are…". `docs/decisions` says why.
    static func of(_ text: String) -> Plan.Criterion.Kind {
        let words = PlainWords.of(text)
        var progress = 0
        var impact = 0
        for (index, word) in words.enumerated() {
            if done.contains(word) { progress += 2 }
            if CellContent.isMonth(word), word != "may" || index > 0 && words[index - 1] == "by" {
                progress += 1
            }
            if moved.contains(word) { impact += 2 }
        }
        if words.first == "children" || words.first == "all" || words.first == "young" { impact += 1 }
        if words.contains("are"), progress < 3 { impact += 1 }
        return impact > progress ? .impact : .progress
    }

    private static let done: Set<String> = [
        "completed", "complete", "implemented", "implementation", "established", "establishment", "establish",
        "recruitment",
        "recruited", "presented", "published", "available", "agreed", "produced", "produces", "delivered",
        "launched",
        "relaunch", "launch", "place", "membership", "calendar", "issued", "introduced", "developed",
        "document", "located",
        "pilot", "collection", "tools", "tool", "plan", "module", "embedded",
    ]
    private static let moved: Set<String> = [
        "improved", "improvement", "improve", "increase", "increased", "reduced", "reduction", "reduce",
        "decrease",
        "fewer", "more", "high", "higher", "low", "lower", "timely", "better", "safe", "safer", "informed",
        "consistently",
        "consistent", "seen", "evidence", "influence", "experience", "reflect", "effective", "confident",
        "relationship",
        "optimal", "appropriate", "routinely", "taken", "choice", "enabling",
    ]
}
