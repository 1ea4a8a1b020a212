import Kernel
import Markup
import Sheets
import Site
import Storage

/// What each rule found in the latest files of a kind, side by side: whether the data is getting better. For the inner
/// circle alone: counts beside one another say by subtraction what bands hide.
enum QualityOverTime {
    /// Files beside one another at most.
    static let most = 6

    struct Line: Sendable {
        let rule: String
        let title: String
        let severity: FoundRule.Severity
        /// For each file what it found; nil where it did not run.
        let counts: [Int?]
    }

    struct Values: Sendable {
        let kind: ReturnKind
        /// The earliest first.
        let vintages: [ReturnVintage]
        let lines: [Line]
    }
}

extension ReturnsFeature {
    func qualityOverTime(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let kind = ReturnKind(rawValue: visit.query["kind"]) ?? .annexA
        let values = try await database.read { connection -> QualityOverTime.Values in
            let vintages =
                try ReturnFilesSQL.current(connection, officer.authority)
                .filter { $0.kind == kind }.prefix(QualityOverTime.most).reversed() as [ReturnVintage]
            let found = try vintages.map {
                try FindingsSQL.findings(connection, officer.authority, $0.id)
            }
            return QualityOverTime.Values(
                kind: kind, vintages: vintages, lines: QualityOverTime.lines(found))
        }
        return .page(QualityOverTime.page(values, officer))
    }
}

extension QualityOverTime {
    /// Every rule that found something in any of the files; the gravest first, then what the last file has most of.
    static func lines(_ found: [[FoundRule]]) -> [Line] {
        var rules: [String: FoundRule] = [:]
        for file in found { for rule in file { rules[rule.rule] = rule } }
        let counts = found.map { file in
            Dictionary(file.map { ($0.rule, $0.count) }, uniquingKeysWith: { first, _ in first })
        }
        return rules.values.map { rule in
            Line(
                rule: rule.rule, title: rule.title, severity: rule.severity,
                counts: counts.map { $0[rule.rule] })
        }.filter { $0.counts.contains { ($0 ?? 0) > 0 } }
            .sorted { rank($0) < rank($1) }
    }

    private static func rank(_ line: Line) -> (Int, Int, String) {
        (
            FoundRule.Severity.allCases.firstIndex(of: line.severity) ?? 0,
            -((line.counts.last ?? nil) ?? 0), line.rule
        )
    }

    static func page(_ values: Values, _ officer: Officer) -> Page {
        Page(
            "Data quality over time", section: .returns,
            breadcrumbs: FilesCrumbs.section + [Link("Data quality", QualityRoute.quality.link())],
            facts: [
                Markup(values.kind.words), Markup("The latest \(counted(values.vintages.count, "file"))"),
            ], sheet: sheet(values)
        ) { m in
            m.honestSentence(standing(values))
            m.filterBar(to: QualityRoute.overTime.link(), "Show these files") { m in
                m.select(
                    "kind", "Return", ReturnKind.allCases.map { Choice($0.rawValue, $0.words) },
                    in: Entry(["kind": [values.kind.rawValue]]))
            }
            guard !values.lines.isEmpty else { return }
            m.table(
                "What each rule found, file by file", dense: values.lines.count > 20,
                [Column("What is wrong", .name), Column("Gravity", .short)]
                    + values.vintages.map { Column($0.asAt.short, .number) }
            ) { rows in
                for line in values.lines {
                    rows.row { row in
                        row.cell(line.title)
                        row.cell(line.severity.words)
                        for count in line.counts {
                            guard let count else {
                                row.empty("did not run")
                                continue
                            }
                            row.cell(count)
                        }
                    }
                }
            }
        }
    }

    private static func standing(_ values: Values) -> Markup {
        guard let first = values.vintages.first, let last = values.vintages.last, first.id != last.id else {
            return
                "There \(values.vintages.isEmpty ? "is no file" : "is only one file") of this kind: what changes shows from the second on."
        }
        let compared = values.lines.compactMap { line -> (Int, Int)? in
            guard let before = line.counts.first ?? nil, let now = line.counts.last ?? nil else { return nil }
            return (before, now)
        }
        return
            "From \(first.asAt.long) to \(last.asAt.long) \(counted(compared.count { $0.1 < $0.0 }, "rule")) came to find less, \(compared.count { $0.1 > $0.0 }) more, and \(compared.count { $0.1 == $0.0 }) as much."
    }

    private static func sheet(_ values: Values) -> Sheet? {
        guard !values.lines.isEmpty else { return nil }
        return Sheet(
            "Data quality of \(values.kind.words) over time",
            columns: [
                Sheet.Column("Rule", width: 26), Sheet.Column("What is wrong", width: 60),
                Sheet.Column("Gravity", width: 10),
            ] + values.vintages.map { Sheet.Column($0.asAt.short, width: 12) }
        ) {
            values.lines.map { line in
                [.text(line.rule), .text(line.title), .text(line.severity.words)]
                    + line.counts.map { .init($0) }
            }
        }
    }
}
