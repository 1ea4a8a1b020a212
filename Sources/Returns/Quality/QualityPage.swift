import Kernel
import Markup
import ReturnFormats
import Sheets
import Site
import Storage

/// What is wrong with a file: every rule with what it found, and since the file before it.
enum QualityPage {
    struct Line: Sendable {
        let rule: FoundRule
        /// What it found in the file before; nil where it did not run, or the officer may not compare.
        let before: Int?
    }

    struct Values: Sendable {
        /// Files that count, the latest first.
        let vintages: [ReturnVintage]
        let vintage: ReturnVintage
        /// The file before it, of that kind.
        let before: ReturnVintage?
        let lines: [Line]
        let show: Show
        /// Values that nobody recognises, and cells that hold them.
        let unknown: (values: Int, cells: Int)
        let unmappedTeams: Int
        let isInside: Bool
        let mayMap: Bool
    }

    enum Show: String, CaseIterable, Sendable {
        case found = "", errors, queries, notes, all

        var words: String {
            switch self {
            case .found: "Rules that found something"
            case .errors: "Errors"
            case .queries: "Queries"
            case .notes: "Notes of the reading"
            case .all: "Every rule"
            }
        }

        func shows(_ line: Line) -> Bool {
            switch self {
            case .found: line.rule.count > 0 || (line.before ?? 0) > 0
            case .errors: line.rule.severity == .error && line.rule.count > 0
            case .queries: line.rule.severity == .query && line.rule.count > 0
            case .notes: line.rule.severity == .note && line.rule.count > 0
            case .all: true
            }
        }
    }
}

extension ReturnsFeature {
    func quality(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let wanted: ID<ReturnFile>? = visit.query.id("file")
        let show = QualityPage.Show(rawValue: visit.query["show"]) ?? .found
        let isInside = officer.scopes(for: Role.innerCircle).contains(.authority)
        let values = try await database.read { connection -> QualityPage.Values? in
            let all = try ReturnFilesSQL.all(connection, officer.authority)
            let counting = all.filter(\.counts)
            guard let vintage = wanted.map({ id in all.first { $0.id == id } }) ?? counting.first else {
                if wanted != nil { throw NotFound() }
                return nil
            }
            let before = counting.first { $0.kind == vintage.kind && $0.asAt < vintage.asAt }
            let earlier = try before.map { try FindingsSQL.findings(connection, officer.authority, $0.id) }
            let counts = Dictionary(
                (earlier ?? []).map { ($0.rule, $0.count) }, uniquingKeysWith: { first, _ in first })
            let open = try UnknownValuesSQL.open(connection, officer.authority, vintage.id)
            let units = try UnitMappingSQL.mapping(connection, officer.authority, on: vintage.asAt)
            return QualityPage.Values(
                vintages: counting, vintage: vintage, before: isInside ? before : nil,
                lines: QualityPage.lines(
                    try FindingsSQL.findings(connection, officer.authority, vintage.id),
                    before: isInside ? counts : nil), show: show,
                unknown: (open.count, open.reduce(0) { $0 + $1.count }),
                unmappedTeams: try TeamsSQL.teams(connection, officer.authority, of: vintage.id)
                    .count { units[$0.key] == nil },
                isInside: isInside, mayMap: officer.holds(FilesRoute.loaders))
        }
        return .page(QualityPage.page(values, officer))
    }
}

extension QualityPage {
    /// Without the counts before, an order that tells no more than the bands do.
    static func lines(_ found: [FoundRule], before: [String: Int]?) -> [Line] {
        guard let before else {
            return found.map { Line(rule: $0, before: nil) }.sorted { rank($0.rule) < rank($1.rule) }
        }
        return found.map { Line(rule: $0, before: before[$0.rule]) }
    }

    private static func rank(_ rule: FoundRule) -> (Int, Int, String) {
        (
            FoundRule.Severity.allCases.firstIndex(of: rule.severity) ?? 0,
            -CountBand.of(rule.count).lowest, rule.rule
        )
    }
}

// MARK: Page

extension QualityPage {
    static func page(_ values: Values?, _ officer: Officer) -> Page {
        guard let values else {
            return Page(
                "Data quality", section: .returns, breadcrumbs: FilesCrumbs.section,
                tabs: FilesCrumbs.tabs(.quality, officer)
            ) { m in
                m.emptyState(
                    "No file has been loaded yet",
                    "Once one is, this page says what the rules found in it, and how that changes from file to file.",
                    begin: officer.holds(FilesRoute.loaders)
                        ? Link("Load a file", FilesRoute.newFile.link()) : nil)
            }
        }
        let shown = values.lines.filter(values.show.shows)
        return Page(
            "Data quality", section: .returns, breadcrumbs: FilesCrumbs.section,
            facts: [
                "\(strong: values.vintage.kind.words) as at \(values.vintage.asAt.long)",
                Markup("\(counted(values.lines.count, "rule")) ran"),
            ], tabs: FilesCrumbs.tabs(.quality, officer), sheet: sheet(values, shown)
        ) { m in
            m.honestSentence(standing(values))
            m.p(alsoOpen(values))
            m.filterBar(
                to: QualityRoute.quality.link(), "Show rules",
                isActive: values.show != .found || values.vintage.id != values.vintages.first?.id
            ) { m in
                m.select("file", "File", choices(values), in: Entry(["file": ["\(values.vintage.id)"]]))
                m.select(
                    "show", "Which", Show.allCases.map { Choice($0.rawValue, $0.words) },
                    in: Entry(["show": [values.show.rawValue]]))
            }
            m.listCount(
                shown: shown.count, of: values.lines.count, "rules",
                clear: QualityRoute.quality.link(
                    query: ["file": values.vintage.id.description, "show": Show.all.rawValue]))
            table(values, shown, &m)
            guard values.isInside else {
                m.note(
                    "Counts are given as bands: a small count, and a small difference between two files, may point at a child."
                )
                return
            }
            m.p {
                $0.a(
                    "How it has changed from file to file",
                    .href(
                        QualityRoute.overTime.link(query: ["kind": values.vintage.kind.rawValue])))
            }
        }
    }

    private static func choices(_ values: Values) -> [Choice] {
        var vintages = values.vintages
        if !vintages.contains(where: { $0.id == values.vintage.id }) { vintages.append(values.vintage) }
        return vintages.map { Choice("\($0.id)", "\($0.kind.words) as at \($0.asAt.short)") }
    }

    private static func standing(_ values: Values) -> Markup {
        func rules(_ severity: FoundRule.Severity) -> Int {
            values.lines.count { $0.rule.severity == severity && $0.rule.count > 0 }
        }
        let errors = rules(.error)
        guard errors + rules(.query) > 0 else { return "No rule found anything wrong in this file." }
        let queries = rules(.query)
        let parts = [
            errors > 0 ? "\(counted(errors, "rule")) found errors" : nil,
            queries > 0
                ? "\(counted(queries, "rule")) found something that somebody should look at" : nil,
        ]
        var sentence = parts.compactMap(\.self).joined(separator: ", and ") + "."
        if let before = values.before {
            let worse = values.lines.count { $0.rule.count > ($0.before ?? $0.rule.count) }
            let better = values.lines.count { $0.rule.count < ($0.before ?? $0.rule.count) }
            sentence +=
                " Since \(before.asAt.long), \(better) found less and \(worse) more."
        }
        return Markup(sentence)
    }

    private static func alsoOpen(_ values: Values) -> Markup {
        let mapping = MappingRoute.values.link()
        let teams = MappingRoute.teams.link()
        let valueWords =
            values.unknown.values == 0
            ? "Every value is recognised"
            : "\(counted(values.unknown.values, "value")) in \(cells(values)) \(values.unknown.values == 1 ? "is" : "are") not recognised"
        let teamWords =
            values.unmappedTeams == 0
            ? "every team is mapped"
            : "\(counted(values.unmappedTeams, "team")) \(values.unmappedTeams == 1 ? "is" : "are") not mapped"
        guard values.mayMap else { return "\(valueWords), and \(teamWords)." }
        return "\(link: valueWords, to: mapping), and \(link: teamWords, to: teams)."
    }

    private static func cells(_ values: Values) -> String {
        values.isInside
            ? counted(values.unknown.cells, "cell") : "\(CountBand.of(values.unknown.cells).words) cells"
    }

    /// Outside the inner circle a small count is a person, and so is a small difference.
    static func words(_ count: Int, isInside: Bool) -> String {
        isInside ? "\(count)" : CountBand.of(count).words
    }

    private static func table(_ values: Values, _ shown: [Line], _ m: inout Markup) {
        guard !shown.isEmpty else {
            m.p("No rule of that kind found anything.")
            return
        }
        var columns = [
            Column("What is wrong", .name), Column("Gravity", .short),
            Column("Touches measures of", label: "Touches"),
            Column("Found", values.isInside ? .number : .short),
        ]
        if values.isInside { columns.append(Column("Children", .number)) }
        if let before = values.before {
            columns.append(Column("Since \(before.asAt.short)", .number, label: "Change"))
        }
        m.table("Rules", dense: shown.count > 20, columns) { rows in
            for line in shown {
                rows.row { row in
                    row.cell { m in
                        if line.rule.count > 0 {
                            m.a(
                                line.rule.title,
                                .href(QualityRoute.rows.link(values.vintage.id, line.rule.rule)))
                        } else {
                            m.add(line.rule.title)
                        }
                        m.note(Markup(line.rule.rule))
                    }
                    row.cell(line.rule.severity.words)
                    row.cell(touches(line.rule))
                    row.cell(words(line.rule.count, isInside: values.isInside))
                    if values.isInside {
                        if line.rule.children > 0 || line.rule.count == 0 {
                            row.cell(line.rule.children)
                        } else {
                            row.empty("names none")
                        }
                    }
                    guard values.before != nil else { return }
                    guard let before = line.before else { return row.empty("did not run") }
                    row.cell(ReviewReturn.change(from: before, to: line.rule.count))
                }
            }
        }
    }

    /// The families of measures that are worked out from the lists that the rule reads.
    static func touches(_ rule: FoundRule) -> String {
        guard !rule.lists.isEmpty else { return "the whole file" }
        var words: [String] = []
        for list in rule.lists where !words.contains(list.measured) { words.append(list.measured) }
        return words.count > 4 ? "most of the file" : words.joined(separator: ", ")
    }

    private static func sheet(_ values: Values, _ shown: [Line]) -> Sheet {
        let isInside = values.isInside
        return Sheet(
            "Data quality of \(values.vintage.kind.words) as at \(values.vintage.asAt.long)",
            note: values.show == .all ? nil : values.show.words,
            columns: [
                Sheet.Column("Rule", width: 26), Sheet.Column("What is wrong", width: 60),
                Sheet.Column("Gravity", width: 10), Sheet.Column("Touches measures of", width: 30),
                Sheet.Column("Found", width: 10), Sheet.Column("Children", width: 10),
                Sheet.Column("File before", width: 12),
            ]
        ) {
            shown.map { line in
                [
                    .text(line.rule.rule), .text(line.rule.title), .text(line.rule.severity.words),
                    .text(touches(line.rule)),
                    isInside ? .init(line.rule.count) : .text(words(line.rule.count, isInside: false)),
                    isInside ? .init(line.rule.children) : .empty, .init(line.before),
                ]
            }
        }
    }
}

extension AnnexAList {
    /// What is measured from it, as the pages of measures call it.
    fileprivate var measured: String {
        switch self {
        case .contacts, .referrals: "front door"
        case .earlyHelp: "early help"
        case .assessments: "assessment"
        case .enquiries: "section 47 and conference"
        case .need: "children in need and workload"
        case .protection: "child protection plans"
        case .care: "children in care"
        case .careLeavers: "care leavers"
        case .adoption, .adopters: "adoption"
        }
    }
}
