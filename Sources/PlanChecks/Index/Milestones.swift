import PlanFormat

/// Dated steps that stand inside criteria: "Recruitment to be completed by March 2027 and the hub opened by May".
enum Milestones {
    static func read(
        _ criterion: PlanIndex.CriterionRow, rows: [PlanIndex.Row], reader: StepReader, years: YearSense,
        interner: inout Interner
    ) -> [SameSteps.Mention] {
        guard criterion.criterion.kind != .impact, criterion.criterion.kind != .outcome,
            let first = criterion.rows.first
        else { return [] }
        var mentions: [SameSteps.Mention] = []
        let words = criterion.words
        for sentence in words.sentences {
            var start = sentence.lowerBound
            for date in criterion.dates where sentence.contains(date.tokens.lowerBound) {
                let clause = start..<date.tokens.lowerBound
                start = date.tokens.upperBound
                guard clause.count >= 2, clause.lowerBound == sentence.lowerBound,
                    leads.contains(words.word(date.tokens.lowerBound - 1)),
                    // "90% of visits by June" is a measure, not a step.
                    !words.tokens[clause].contains(where: { $0.word == "%" }), let finish = date.date(years)
                else { continue }
                let step = reader.read(words, sentence: clause, interner: &interner)
                guard !step.whole.isEmpty else { continue }
                let own = criterion.rows.count == 1 ? first : nil
                mentions.append(
                    SameSteps.Mention(
                        row: own, area: criterion.area, isAction: false, stages: step.stages,
                        kinds: step.kinds,
                        distinguishing: step.distinguishing, thing: step.whole,
                        isName: step.whole.sorted.allSatisfy(step.names.contains),
                        label: own.flatMap { rows[$0].reference } ?? criterion.subject,
                        text: words.string(clause.lowerBound..<date.tokens.upperBound), start: nil,
                        finish: finish, dateText: words.string(date.tokens)))
            }
        }
        return mentions
    }

    private static let leads: Set<String> = ["by", "from", "in", "end", "of", "during", "at", "on", "before"]
}
