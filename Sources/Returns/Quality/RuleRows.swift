import Kernel
import Markup
import ReturnFormats
import Site
import Storage

/// The rows in which a rule found something. Whoever has case access sees the case references of their part of the
/// organisation, and is recorded before they do; everybody else sees where the rows stand, and numbers.
enum RuleRows {
    static let pageSize = 50

    struct Line: Sendable {
        let place: FoundRule.Place
        /// Nil without case access to the row, and where the row names nobody.
        let reference: Sensitive<String>?
    }

    struct Values: Sendable {
        let vintage: ReturnVintage
        let rule: FoundRule
        let lines: [Line]
        let total: Int
        let page: Int
        let seesReferences: Bool
        let isInside: Bool
    }
}

extension ReturnsFeature {
    func qualityRows(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let id: ID<ReturnFile> = try visit.id("file")
        let name = visit.parameters["rule"] ?? ""
        let scopes = officer.scopes(for: FilesRoute.caseAccess)
        let isInside = officer.scopes(for: Role.innerCircle).contains(.authority)
        let (page, today, now) = (visit.query.page, visit.today, visit.now)
        let read: @Sendable (Connection) throws -> RuleRows.Values = { connection in
            guard let vintage = try ReturnFilesSQL.file(connection, officer.authority, id),
                let rule = try FindingsSQL.finding(connection, officer.authority, id, name)
            else { throw NotFound() }
            // The one node that a row stands for is found in the file itself: what is not in scope is not listed.
            let reach = try RuleRows.reach(
                rule, vintage, scopes, connection, officer.authority, on: today)
            let visible =
                isInside
                ? rule.places : rule.places.filter(reach.covers)
            let shown = visible.dropFirst((page - 1) * RuleRows.pageSize).prefix(RuleRows.pageSize)
            let lines = shown.map { place in
                RuleRows.Line(
                    place: place, reference: reach.covers(place) ? reach.reference(place) : nil)
            }
            if lines.contains(where: { $0.reference != nil }) {
                try connection.record(
                    Event(
                        authority: officer.authority, at: now, actor: officer.account,
                        kind: "return.rows.seen", subject: "return", subjectID: id,
                        to: [
                            "says": "Looked at the rows of a rule, with case references",
                            "rule": .string(rule.rule),
                            "rows": .integer(Int64(lines.count { $0.reference != nil })),
                        ]))
            }
            return RuleRows.Values(
                vintage: vintage, rule: rule, lines: lines, total: visible.count, page: page,
                seesReferences: lines.contains { $0.reference != nil }, isInside: isInside)
        }
        // The references leave only once the transaction that records the view has ended.
        let values =
            scopes.isEmpty
            ? try await database.read(read) : try await database.write(for: officer.authority, read)
        return .page(RuleRows.page(values))
    }
}

extension RuleRows {
    /// Which rows of a file somebody with case access may see, and the references that they name.
    struct Reach {
        let isEverything: Bool
        /// Rows in scope, by list and place.
        let places: Set<FoundRule.Place>
        let columns: UnderstoodReturn.Columns?

        func covers(_ place: FoundRule.Place) -> Bool { isEverything || places.contains(place) }

        func reference(_ place: FoundRule.Place) -> Sensitive<String>? {
            guard place.child >= 0 else { return nil }
            let child = Int(place.child)
            switch columns {
            case .annexA(let file):
                guard child < file.children.count else { return nil }
                return Self.unlessErased(file.children[child])
            case .census(let file):
                guard child < file.children.count else { return nil }
                return Self.unlessErased(file.text(file.children.id[child]))
            case nil: return nil
            }
        }

        private static func unlessErased(_ reference: Sensitive<String>) -> Sensitive<String>? {
            reference == Sensitive("") ? nil : reference
        }
    }

    static func reach(
        _ rule: FoundRule, _ vintage: ReturnVintage, _ scopes: Set<Scope>, _ connection: Connection,
        _ authority: ID<Authority>, on today: Day
    ) throws -> Reach {
        guard !scopes.isEmpty,
            let columns = try StoredReturn.read(connection, authority, vintage.id)
        else { return Reach(isEverything: false, places: [], columns: nil) }
        if scopes.contains(.authority) { return Reach(isEverything: true, places: [], columns: columns) }
        // A census names no team: it is the whole authority's.
        guard case .annexA(let file) = columns else {
            return Reach(isEverything: false, places: [], columns: nil)
        }
        let nodes = try nodes(within: scopes, connection, authority, on: today)
        let units = try ReturnFilesSQL.units(connection, authority, on: vintage.asAt)
        var inside: Set<FoundRule.Place> = []
        for (list, places) in Dictionary(grouping: rule.places, by: \.list) {
            guard let table = AnnexAList(rawValue: Int(list)).flatMap({ file[$0] }),
                let teams = table.texts(.team)
            else { continue }
            let isOurs = teams.distinct.map { units[NameKey.fold($0)].map(nodes.contains) ?? false }
            let rows = Dictionary(
                table.place.enumerated().map { ($0.element, $0.offset) },
                uniquingKeysWith: { first, _ in first })
            for place in places {
                guard let row = rows[place.row], isOurs[Int(teams.rows[row])] else { continue }
                inside.insert(place)
            }
        }
        return Reach(isEverything: false, places: inside, columns: columns)
    }

    private static func nodes(
        within scopes: Set<Scope>, _ connection: Connection, _ authority: ID<Authority>, on day: Day
    ) throws -> Set<ID<Node>> {
        let reach = Storage.Reach(scopes)
        return Set(
            try connection.rows(
                "\(reach.subtree) SELECT id FROM reached WHERE $2 = 0",
                [.id(authority), .int(0), .day(day)]
            ) { try $0.id(0) })
    }

    private static func times(_ values: Values) -> String {
        values.isInside
            ? counted(values.rule.count, "time")
            : "\(QualityPage.words(values.rule.count, isInside: false)) times"
    }

    static func page(_ values: Values) -> Page {
        let rule = values.rule
        return Page(
            rule.title, section: .returns,
            breadcrumbs: FilesCrumbs.section + [
                Link(
                    "Data quality",
                    QualityRoute.quality.link(query: ["file": values.vintage.id.description]))
            ],
            facts: [
                "\(values.vintage.kind.words) as at \(values.vintage.asAt.long)",
                Markup(rule.severity.words), Markup(rule.rule),
            ]
        ) { m in
            m.honestSentence(
                "Found \(strong: times(values))\(values.isInside && rule.children > 0 ? ", about \(counted(rule.children, "child", "children"))" : "")."
            )
            guard !values.lines.isEmpty else {
                m.p(
                    rule.places.isEmpty
                        ? "The rule looks at the file as a whole: it points at no row."
                        : "None of its rows are in the part of the organisation that you have case access to."
                )
                return
            }
            m.table(
                "Rows in which it was found", dense: true,
                [Column(values.seesReferences ? "Case" : "Child", .name), Column("Where")]
            ) { rows in
                for line in values.lines {
                    rows.row { row in
                        if let reference = line.reference {
                            row.cell(reference.reveal(for: .caseAccess))
                        } else {
                            row.cell(
                                line.place.child < 0
                                    ? "No child is named" : "Child \(line.place.child + 1) of the file")
                        }
                        row.cell(line.place.words)
                    }
                }
            }
            m.pagination(page: values.page, size: pageSize, total: values.total) {
                QualityRoute.rows.link(values.vintage.id, rule.rule, query: Query().with("page", $0))
            }
            m.note(
                values.seesReferences
                    ? "Your name is recorded each time that you open this page. The row is that of the sheet, or the line of the file."
                    : "The row is that of the sheet, or the line of the file: look it up there. Case references are shown to case access alone."
            )
        }
    }
}
