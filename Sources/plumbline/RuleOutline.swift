import Kernel
import ReturnFormats

/// What the rules of a return found, for a person at a terminal and as JSON.
enum RuleOutline {
    /// `{"rules": [{"rule", "severity", "count", "children", "title"}], …}`, every rule listed.
    /// `about` says which file it was and how it was read.
    static func json(_ results: [ReturnRuleResult], of about: [JSON.Member] = []) -> JSON {
        let rules = results.map { result -> JSON in
            [
                "rule": .string(result.rule), "severity": .string(result.severity.rawValue),
                "count": .integer(Int64(result.count)), "children": .integer(Int64(result.children)),
                "title": .string(result.title),
            ]
        }
        return .object(about + [JSON.Member("rules", .array(rules))])
    }

    /// The rules that found something, errors first, most first; then how many found nothing.
    static func text(_ results: [ReturnRuleResult], of about: [String] = []) -> String {
        let found = results.filter { $0.count > 0 }
        var lines = about
        lines += [
            "Of \(results.count) rules \(found.count { $0.severity == .error }) found errors, "
                + "\(found.count { $0.severity == .query }) raise queries; the rest found nothing."
        ]
        for severity in ReturnRuleSeverity.allCases {
            let these = found.filter { $0.severity == severity }.sorted { $0.count > $1.count }
            if !these.isEmpty { lines += ["", severity == .error ? "Errors" : "Queries"] }
            for result in these {
                lines.append(
                    "  \(result.rule)  \(result.title): \(result.count) (children: \(result.children))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
