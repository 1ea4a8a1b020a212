import Kernel
import ReturnFormats

/// What was understood of a census, for a person at a terminal and as JSON. Counts, and nothing about a child.
enum CensusOutline {
    static func text(_ census: CINReturn) -> String {
        let header = census.header
        var lines = [
            "CIN census \(header.year.text ?? "of no year"), authority \(header.authority.text ?? "not given"), "
                + "as at \(header.referenceDate.day?.description ?? "no day").",
            "",
        ]
        let parts = parts(census)
        let width = parts.map { "\($0.rows)".count }.max() ?? 0
        for part in parts {
            let rows = "\(part.rows)"
            lines.append(String(repeating: " ", count: width - rows.count) + "\(rows)  \(part.name)")
        }
        let findings = sorted(census.findings)
        lines.append("")
        lines.append(findings.isEmpty ? "Everything was read." : "Not taken as it stands:")
        for (subject, count) in findings {
            lines.append(
                "  \(count) × \(subject.kind.rawValue), \(subject.element)\(places(subject, census.findings))"
            )
        }
        if census.findings.others > 0 { lines.append("  \(census.findings.others) others") }
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ census: CINReturn) -> JSON {
        let header = census.header
        return [
            "kind": "cin-census", "year": .optional(header.year.text),
            "authority": .optional(header.authority.text),
            "referenceDate": .optional(header.referenceDate.day?.description),
            "parts": .array(
                parts(census).map { ["name": .string($0.name), "rows": .integer(Int64($0.rows))] }),
            "findings": findings(census),
        ]
    }

    /// What could not be taken as it stands, counted.
    static func findings(_ census: CINReturn) -> JSON {
        .array(
            sorted(census.findings).map { subject, count in
                [
                    "kind": .string(subject.kind.rawValue), "element": .string(subject.element),
                    "count": .integer(Int64(count)),
                    "lines": .array(lines(subject, census.findings).map { .integer(Int64($0)) }),
                ]
            })
    }

    private static func parts(_ census: CINReturn) -> [(name: String, rows: Int)] {
        [
            ("children", census.children.count), ("disabilities", census.disabilities.count),
            ("episodes of need", census.episodes.count), ("assessments", census.assessments.count),
            ("factors of assessments", census.factors.count), ("child in need plans", census.needPlans.count),
            ("section 47 enquiries", census.enquiries.count),
            ("child protection plans", census.protectionPlans.count),
            ("reviews of protection plans", census.reviews.count),
            ("pre-proceedings", census.preProceedings.count),
        ]
    }

    private static func sorted(_ findings: CINFindings) -> [(CINFindings.Subject, Int)] {
        findings.counts.map { ($0.key, $0.value) }
            .sorted { ($0.0.kind.rawValue, $0.0.element) < ($1.0.kind.rawValue, $1.0.element) }
    }

    private static func lines(_ subject: CINFindings.Subject, _ findings: CINFindings) -> [Int] {
        findings.examples.filter { $0.subject == subject }.map(\.line)
    }

    private static func places(_ subject: CINFindings.Subject, _ findings: CINFindings) -> String {
        let lines = lines(subject, findings).prefix(5)
        guard !lines.isEmpty else { return "" }
        return (lines.count == 1 ? " (line " : " (lines ") + lines.map { "\($0)" }.joined(separator: ", ")
            + ")"
    }
}
