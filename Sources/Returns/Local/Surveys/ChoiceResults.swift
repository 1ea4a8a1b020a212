package import Kernel
package import Storage

/// What people chose in one period of a survey or of families' feedback: counts only.
package struct ChoiceResults: Sendable {
    /// How many answered, by unit.
    package var answered: [ID<Node>: Int] = [:]
    /// How many were asked, by unit; empty for feedback.
    package var invited: [ID<Node>: Int] = [:]
    /// By question, unit and answer.
    package var tallies: [String: [ID<Node>: [String: Int]]] = [:]
    /// When the last of it came in; for a survey the end of its period, since nothing is kept of when people answer.
    package var vintage: Instant

    package var total: Int { answered.values.reduce(0, +) }

    /// The answers to a question by unit.
    func counts(_ question: LocalQuestion) -> [ID<Node>: Int] {
        (tallies[question.key] ?? [:]).mapValues { $0.values.reduce(0, +) }
    }

    /// The share of good answers in a unit, or in all of them together where nil.
    func share(_ question: LocalQuestion, _ node: ID<Node>?) -> (good: Int, all: Int) {
        let good = Set(question.options.lazy.filter(\.isGood).map(\.code))
        let units = tallies[question.key] ?? [:]
        let chosen = node.map { units[$0].map { [$0] } ?? [] } ?? Array(units.values)
        return chosen.reduce((0, 0)) { sum, codes in
            codes.reduce(sum) { ($0.0 + (good.contains($1.key) ? $1.value : 0), $0.1 + $1.value) }
        }
    }
}

/// The question of a survey's tally that counts people, not answers.
enum SurveyCode {
    static let answered = "answered"
}

package enum ChoiceResultsSQL {
    /// The results of every period between two days, by its last day.
    package static func results(
        _ connection: Connection, _ authority: ID<Authority>, _ local: LocalDefinition, from first: Day,
        through last: Day
    ) throws -> [Day: ChoiceResults] {
        let key: [SQLValue] = [.id(authority), .id(local.id), .day(first), .day(last)]
        var found: [Day: ChoiceResults] = [:]
        func fresh(_ end: Day) -> ChoiceResults {
            ChoiceResults(vintage: end.adding(days: 1).startInLondon)
        }
        switch local.kind {
        case .units: return [:]
        case .feedback:
            let entries = try connection.rows(
                """
                SELECT period_end, node, COUNT(*), MAX(at) FROM local_feedback
                WHERE authority = $1 AND local_return = $2 AND period_end >= $3 AND period_end <= $4
                    AND withdrawn_at IS NULL GROUP BY period_end, node
                """, key
            ) { (try $0.day(0), try $0.id(1) as ID<Node>, try $0.int(2), try $0.instant(3)) }
            for (end, node, count, at) in entries {
                var results = found[end] ?? fresh(end)
                results.answered[node] = count
                results.vintage = max(results.vintage, at)
                found[end] = results
            }
            let choices = try connection.rows(
                """
                SELECT f.period_end, f.node, c.question, c.code, COUNT(*) FROM local_feedback f
                JOIN local_feedback_choice c ON c.authority = f.authority AND c.feedback = f.id
                WHERE f.authority = $1 AND f.local_return = $2 AND f.period_end >= $3 AND f.period_end <= $4
                    AND f.withdrawn_at IS NULL GROUP BY f.period_end, f.node, c.question, c.code
                """, key, tally)
            for (end, node, question, code, count) in choices {
                found[end, default: fresh(end)].tallies[question, default: [:]][node, default: [:]][code] =
                    count
            }
        case .survey:
            let tallies = try connection.rows(
                """
                SELECT period_end, node, question, code, count FROM local_survey_tally
                WHERE authority = $1 AND local_return = $2 AND period_end >= $3 AND period_end <= $4
                """, key, tally)
            for (end, node, question, code, count) in tallies where count > 0 {
                if question == SurveyCode.answered {
                    found[end, default: fresh(end)].answered[node] = count
                } else {
                    found[end, default: fresh(end)].tallies[question, default: [:]][node, default: [:]][
                        code] = count
                }
            }
            let invited = try connection.rows(
                """
                SELECT period_end, node, invited FROM local_survey_invited
                WHERE authority = $1 AND local_return = $2 AND period_end >= $3 AND period_end <= $4
                """, key
            ) { (try $0.day(0), try $0.id(1) as ID<Node>, try $0.int(2)) }
            for (end, node, count) in invited { found[end, default: fresh(end)].invited[node] = count }
        }
        return found
    }

    private static func tally(_ row: Row) throws -> (Day, ID<Node>, String, String, Int) {
        (try row.day(0), try row.id(1), try row.text(2), try row.text(3), try row.int(4))
    }

    /// The shares of good answers for periods that are over, of the whole and of each unit that may be shown.
    static func series(
        _ connection: Connection, _ authority: ID<Authority>, _ local: LocalDefinition, _ tree: UnitTree,
        from first: Day, on today: Day
    ) throws -> [LocalSeries] {
        // Nothing of a period that still takes answers: two looks would show what one person said.
        let results = try results(connection, authority, local, from: first, through: today.adding(days: -1))
            .filter { local.period(endingOn: $0.key).map { local.lastDay($0) < today } ?? false }
        return local.questions.values.sorted { $0[0].position < $1[0].position }.compactMap { versions in
            guard let question = versions.last?.question, question.kind == .choice,
                question.options.contains(where: \.isGood)
            else { return nil }
            let values = results.sorted { $0.key < $1.key }.flatMap { end, results in
                self.values(versions.last { $0.from <= end }?.question ?? question, end, results, local, tree)
            }
            return local.series(question, .share, versions, values, nil)
        }
    }

    private static func values(
        _ question: LocalQuestion, _ end: Day, _ results: ChoiceResults, _ local: LocalDefinition,
        _ tree: UnitTree
    ) -> [LocalSeries.Value] {
        let counts = results.counts(question)
        let least = local.terms(on: end).leastAnswers
        guard let period = local.period(endingOn: end), counts.values.reduce(0, +) >= least,
            let root = counts.keys.first.flatMap({ tree.lineUp(from: $0, on: end).last })
        else { return [] }
        func value(_ node: ID<Node>, _ share: (good: Int, all: Int)) -> LocalSeries.Value {
            LocalSeries.Value(
                node: node, period: period, count: share.good, base: share.all, reasons: [:],
                vintage: results.vintage, sendersIn: 1, sendersExpected: 1)
        }
        let units = Anonymity.shown(counts, least: least).subtracting([root]).sorted()
        return [value(root, results.share(question, nil))]
            + units.map { value($0, results.share(question, $0)) }
    }
}
