import Kernel
import PlanFormat

/// D09: "in two weeks" in a text that bears no date.
enum RelativeDate: PlanCheck {
    static let id = "D09"
    static let severity = CheckFinding.Severity.warning
    static let title = "A date that depends on when it is read"
    static let advice = "Give the date itself, or date the document."

    static func run(on index: PlanIndex) -> [CheckFinding] {
        guard index.plan.date == nil else { return [] }
        var findings: [CheckFinding] = []
        for row in index.rows {
            for words in [row.timescale, row.words].compactMap({ $0 }) {
                guard let range = relative.matches(in: words).first else { continue }
                findings.append(
                    finding(
                        row, message(words.string(range)),
                        text: words.sentenceText(words.sentence(around: range.lowerBound)),
                        marked: [words.string(range)]))
                break
            }
        }
        for criterion in index.criteria {
            guard let range = relative.matches(in: criterion.words).first else { continue }
            findings.append(
                finding(
                    criterion, in: index, message(criterion.words.string(range)),
                    marked: [criterion.words.string(range)]))
        }
        for running in index.running {
            for range in relative.matches(in: running.words) {
                let text = running.words.string(range)
                findings.append(finding(running, message(text), around: range, marked: [text]))
            }
        }
        return findings
    }

    private static func message(_ words: String) -> String {
        "The text bears no date, so nobody can say later when “\(words)” was."
    }

    private static let relative: Lexicon = {
        var phrases = [
            "now # months", "now # weeks", "now # years", "next month", "next week",
            "next year", "next quarter", "last month", "last week", "last year", "the coming weeks",
            "the coming months", "the coming year", "this month", "this week", "this quarter",
            "next few weeks",
            "next few months", "in the next # # weeks", "in the next # # months", "next # # weeks",
            "next # # months", "recent weeks", "recent months",
        ]
        for unit in ["days", "weeks", "months", "years", "week", "month", "year"] {
            for lead in [
                "next #", "the next #", "within the next #", "during the next #", "in the next #",
                "over the next #", "for the next #", "coming #", "last #", "past #", "in # more",
            ] {
                phrases.append("\(lead) \(unit)")
            }
            phrases.append("# \(unit) ago")
            phrases.append("in # \(unit) time")
            phrases.append("within the next \(unit)")
            phrases.append("in the next \(unit)")
        }
        for unit in ["weeks", "months"] { phrases.append("in # \(unit)") }
        return Lexicon(phrases)
    }()
}
