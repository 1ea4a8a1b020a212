import Kernel
import ReturnFormats

/// What was understood of an Annex A return, for a person at a terminal and as JSON. Counts and rows, and nothing that
/// stands in a cell of a child's row.
enum AnnexAOutline {
    static func text(_ reading: AnnexAReading) -> String {
        var lines = [summary(reading), ""]
        for part in reading.parts {
            lines.append("\(part.name): \(sentence(part))")
            guard part.state == .taken else { continue }
            for column in part.columns where column.field.map({ $0.rawValue != column.header }) ?? false {
                lines.append("  “\(column.header)” is \(column.field?.rawValue ?? "")")
            }
        }
        let findings = sorted(reading.findings)
        lines.append("")
        lines.append(findings.isEmpty ? "Everything was read." : "Not taken as it stands:")
        for (subject, count) in findings {
            let whose = [subject.list.map { "list \($0.rawValue)" }, subject.name].compactMap { $0 }
                .filter { !$0.isEmpty }.joined(separator: ", ")
            lines.append(
                "  \(whose): \(subject.kind.rawValue) × \(count)\(places(subject, reading.findings))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ reading: AnnexAReading) -> JSON {
        [
            "kind": "annex-a", "layout": reading.layout.map { .integer(Int64($0)) } ?? .null,
            "children": .integer(Int64(reading.file.children.count)),
            "parts": .array(reading.parts.map(json)),
            "findings": .array(
                sorted(reading.findings).map { subject, count in
                    [
                        "kind": .string(subject.kind.rawValue),
                        "list": subject.list.map { .integer(Int64($0.rawValue)) } ?? .null,
                        "name": .string(subject.name), "count": .integer(Int64(count)),
                        "rows": .array(rows(subject, reading.findings).map { .integer(Int64($0)) }),
                    ]
                }),
        ]
    }

    private static func json(_ part: AnnexAPart) -> JSON {
        [
            "name": .string(part.name), "state": .string("\(part.state)"),
            "list": part.list.map { .integer(Int64($0.rawValue)) } ?? .null,
            "hidden": .bool(part.isHidden), "header": .integer(Int64(part.headerPlace)),
            "rows": .integer(Int64(part.rows)),
            "columns": .array(
                part.columns.map { column in
                    [
                        "header": .string(column.header), "place": .integer(Int64(column.place)),
                        "field": .optional(column.field?.rawValue), "filled": .integer(Int64(column.filled)),
                        "unreadable": .integer(Int64(column.unreadable)),
                    ]
                }),
        ]
    }

    private static func summary(_ reading: AnnexAReading) -> String {
        let rows = reading.file.tables.values.reduce(0) { $0 + $1.rows }
        let layout = reading.layout.map { ", layout of \($0)" } ?? ""
        return "Annex A\(layout): \(reading.file.tables.count) of 11 lists, \(rows) rows, "
            + "\(reading.file.children.count) children."
    }

    private static func sentence(_ part: AnnexAPart) -> String {
        let list = part.list.map { "list \($0.rawValue), \($0.title)" } ?? ""
        let rows = part.rows == 1 ? "1 row" : "\(part.rows) rows"
        switch part.state {
        case .taken:
            let known = part.columns.count { $0.field != nil }
            return "\(list). \(rows), \(known) of \(part.columns.count) columns known, header on row "
                + "\(part.headerPlace)\(part.isHidden ? ", hidden" : "")."
        case .repeated: return "\(list) again. \(rows) left out."
        case .template: return "guidance or codes, no list."
        case .unknown: return "no list: left out."
        case .empty: return "empty."
        }
    }

    private static func sorted(_ findings: AnnexAFindings) -> [(AnnexAFindings.Subject, Int)] {
        findings.counts.map { ($0.key, $0.value) }.sorted {
            ($0.0.list?.rawValue ?? 0, $0.0.name, $0.0.kind.rawValue) < (
                $1.0.list?.rawValue ?? 0, $1.0.name, $1.0.kind.rawValue
            )
        }
    }

    private static func rows(_ subject: AnnexAFindings.Subject, _ findings: AnnexAFindings) -> [Int] {
        findings.examples.filter { $0.subject == subject }.map(\.place)
    }

    private static func places(_ subject: AnnexAFindings.Subject, _ findings: AnnexAFindings) -> String {
        let rows = rows(subject, findings)
        guard !rows.isEmpty else { return "" }
        let shown = rows.prefix(5).map { "\($0)" }.joined(separator: ", ")
        let more = findings.count(subject.kind, subject.list, subject.name) > 5 ? ", …" : ""
        return (rows.count == 1 ? " (row " : " (rows ") + shown + more + ")"
    }
}
