import Kernel
import PlanChecks

/// The findings of the checks for a person at a terminal.
enum FindingsOutline {
    static func text(_ report: CheckReport) -> String {
        let titles = Dictionary(uniqueKeysWithValues: CheckReport.all.map { ($0.id, $0.title) })
        var lines: [String] = [summary(report)]
        for finding in report.findings {
            lines.append("")
            lines.append("\(word(finding.severity))  \(finding.check)  \(titles[finding.check] ?? "")")
            lines.append("  " + position(finding))
            if !finding.text.isEmpty { lines.append("  “\(finding.text)”") }
            lines.append("  \(finding.message) \(finding.suggestion)")
        }
        if !report.notRun.isEmpty {
            lines.append("")
            lines.append("Not checked in full:")
            for notRun in report.notRun { lines.append("  \(notRun.check) needs \(notRun.why).") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func summary(_ report: CheckReport) -> String {
        let counts = CheckFinding.Severity.allCases.map { severity in
            report.findings.count { $0.severity == severity }
        }
        let found = Set(report.findings.map(\.check)).count
        return "\(count(counts[0], "error")), \(count(counts[1], "warning")), \(count(counts[2], "note")). "
            + "\(CheckReport.all.count - found) of \(CheckReport.all.count) checks found nothing."
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func word(_ severity: CheckFinding.Severity) -> String {
        switch severity {
        case .error: "Error"
        case .warning: "Warning"
        case .information: "Note"
        }
    }

    private static func position(_ finding: CheckFinding) -> String {
        guard let place = finding.place, finding.subject.lowercased() != place.description.lowercased() else {
            return finding.subject
        }
        return "\(finding.subject) (\(place))"
    }
}

extension CheckReport {
    /// `{"findings": […], "notRun": […]}`, worst first, then in order of the plan.
    var json: JSON {
        [
            "findings": .array(
                findings.map { finding in
                    [
                        "check": .string(finding.check), "severity": .string(finding.severity.rawValue),
                        "subject": .string(finding.subject),
                        "place": .optional(finding.place?.description), "message": .string(finding.message),
                        "text": .string(finding.text), "marked": .strings(finding.marked),
                        "suggestion": .string(finding.suggestion), "references": .strings(finding.references),
                    ]
                }),
            "notRun": .array(notRun.map { ["check": .string($0.check), "why": .string($0.why)] }),
        ]
    }
}
