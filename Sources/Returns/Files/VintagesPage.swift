import Kernel
import Markup
import Sheets
import Site
import Storage

/// Every file that was loaded, the latest date first; those withdrawn or overtaken stay listed.
enum VintagesPage {
    static let pageSize = 50

    struct Values: Sendable {
        let vintages: [ReturnVintage]
        let mayLoad: Bool
        let page: Int
    }
}

extension ReturnsFeature {
    func files(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let vintages = try await database.read { try ReturnFilesSQL.all($0, officer.authority) }
        let values = VintagesPage.Values(
            vintages: vintages, mayLoad: officer.holds(FilesRoute.loaders), page: visit.query.page)
        return .page(VintagesPage.page(values, officer, visit))
    }
}

extension VintagesPage {
    static func page(_ values: Values, _ officer: Officer, _ visit: Visit) -> Page {
        Page(
            "Files that were loaded", section: .returns, breadcrumbs: FilesCrumbs.section,
            facts: values.vintages.isEmpty
                ? []
                : [
                    Markup(counted(values.vintages.count, "file")),
                    "\(values.vintages.count { $0.counts }) of them count",
                ], deed: values.mayLoad ? Link("Load a file", FilesRoute.newFile.link()) : nil,
            tabs: FilesCrumbs.tabs(.files, officer), sheet: sheet(values.vintages)
        ) { m in
            guard !values.vintages.isEmpty else {
                m.emptyState(
                    "No file has been loaded yet",
                    "Annex A and the CIN census, as the case system exports them. Each is kept as a vintage of its date, and every measure is worked out from it.",
                    begin: values.mayLoad ? Link("Load a file", FilesRoute.newFile.link()) : nil)
                return
            }
            m.honestSentence(standing(values.vintages, visit))
            table(values, &m)
            m.pagination(page: values.page, size: pageSize, total: values.vintages.count) {
                FilesRoute.files.link(query: Query().with("page", $0))
            }
            guard officer.holds(FilesRoute.keepers) else { return }
            m.note(
                "\(link: "Keep or drop original files", to: FilesRoute.originals.link()), or \(link: "erase a case reference", to: FilesRoute.erasure.link()) from all files."
            )
        }
    }

    private static func standing(_ vintages: [ReturnVintage], _ visit: Visit) -> Markup {
        guard let latest = vintages.first(where: { $0.kind == .annexA && $0.counts }) else {
            return "No Annex A counts: measures of its lists cannot be worked out."
        }
        let days = visit.today.number - latest.asAt.number
        return
            "The latest Annex A shows \(strong: latest.asAt.long), \(counted(Int(days), "day")) ago: \(counted(latest.rows, "row")) about \(counted(latest.children, "child", "children"))."
    }

    private static func table(_ values: Values, _ m: inout Markup) {
        m.table(
            "Files that were loaded",
            [
                Column("As at", .name), Column("Return"), Column("File"), Column("Rows", .number),
                Column("Loaded", .short), Column("Stands"),
            ]
        ) { rows in
            for vintage in values.vintages.dropFirst((values.page - 1) * pageSize).prefix(pageSize) {
                rows.row { row in
                    row.cell { $0.a(vintage.asAt.short, .href(FilesRoute.file.link(vintage.id))) }
                    row.cell(vintage.kind.words)
                    row.cell(vintage.name)
                    row.cell(vintage.rows)
                    row.cell { m in
                        m.add(vintage.loadedAt.inLondon.day.short)
                        m.note(Markup(vintage.loadedBy ?? "command line"))
                    }
                    row.cell { m in
                        m.add(words(vintage))
                        if let withdrawal = vintage.withdrawal { m.note(Markup(withdrawal.reason)) }
                    }
                }
            }
        }
    }

    static func words(_ vintage: ReturnVintage) -> String {
        if vintage.withdrawal != nil { return "Withdrawn" }
        return vintage.counts ? "Counts" : "A later file of that day counts"
    }

    private static func sheet(_ vintages: [ReturnVintage]) -> Sheet? {
        guard !vintages.isEmpty else { return nil }
        return Sheet(
            "Files that were loaded",
            columns: [
                Sheet.Column("As at", .day), Sheet.Column("Return"), Sheet.Column("File", width: 36),
                Sheet.Column("Rows", .number), Sheet.Column("Children", .number),
                Sheet.Column("Loaded", width: 20), Sheet.Column("By"), Sheet.Column("Stands", width: 30),
                Sheet.Column("Why withdrawn", width: 36),
            ]
        ) {
            vintages.map {
                [
                    .day($0.asAt), .text($0.kind.words), .text($0.name), .init($0.rows), .init($0.children),
                    .moment($0.loadedAt), .text($0.loadedBy ?? "command line"), .text(words($0)),
                    .init($0.withdrawal?.reason),
                ]
            }
        }
    }
}
