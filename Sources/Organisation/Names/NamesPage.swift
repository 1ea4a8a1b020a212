import Kernel
import Markup
import Sheets
import Site
import Storage

/// The names that plans print: those that mean nobody yet, and those that are settled.
enum NamesPage {
    static let pageSize = 50

    struct Values {
        let structure: Structure
        let unmapped: [NamesSQL.Unmapped]
        let mappings: [NamesSQL.Mapping]
        /// The plans that the officer may read.
        let plans: [ID<PlanRecord>: String]
        let mayChange: Bool
        let page: Int
    }
}

extension OrganisationFeature {
    func names(_ visit: Visit) async throws -> Reply {
        let officer = try visit.signedInOfficer
        let structure = try await structure(visit)
        let (unmapped, mappings) = try await database.read { connection in
            (
                try NamesSQL.unmapped(connection, officer.authority),
                try NamesSQL.mappings(connection, officer.authority)
            )
        }
        let pages = max(1, (unmapped.count + NamesPage.pageSize - 1) / NamesPage.pageSize)
        return .page(
            NamesPage.page(
                NamesPage.Values(
                    structure: structure, unmapped: unmapped, mappings: mappings,
                    plans: try await plans(officer, visit.today), mayChange: mayChange(visit),
                    page: min(max(1, Int(visit.query["page"]) ?? 1), pages)), visit))
    }
}

extension NamesPage {
    static func page(_ values: Values, _ visit: Visit) -> Page {
        Page(
            "Names in plans", breadcrumbs: OrganisationCrumbs.top,
            facts: [
                Markup(
                    values.unmapped.isEmpty
                        ? "Every name is settled" : "\(counted(values.unmapped.count, "name")) to settle"),
                Markup("\(counted(values.mappings.count, "name")) settled"),
            ], tabs: OrganisationCrumbs.tabs(.names, visit), sheet: sheet(values, visit.today)
        ) { m in
            m.p(
                "Plans print people in many ways: by name, by post, by initials. Say once whom a name means, and every action that prints it is mended, in every plan.",
                .class("lead"))
            m.part("Not settled yet") { m in unmapped(values, visit, &m) }
            if !values.mappings.isEmpty { m.part("Settled") { m in mapped(values, visit, &m) } }
        }
    }

    /// Both tables of the page, those not settled first.
    private static func sheet(_ values: Values, _ today: Day) -> Sheet? {
        guard !values.unmapped.isEmpty || !values.mappings.isEmpty else { return nil }
        return Sheet(
            "Names in plans",
            columns: [
                Sheet.Column("As printed", width: 34), Sheet.Column("Means", width: 40),
                Sheet.Column("Actions", .number, width: 9), Sheet.Column("Plans", width: 36),
            ]
        ) {
            values.unmapped.map {
                [.text($0.printed), "Not settled", .init($0.total), .text(plans($0, values.plans))]
            }
                + values.mappings.map {
                    [.text($0.printed), .text($0.meaning.words(values.structure, on: today)), .empty, .empty]
                }
        }
    }

    private static func unmapped(_ values: Values, _ visit: Visit, _ m: inout Markup) {
        guard !values.unmapped.isEmpty else {
            m.p(
                "Every lead that a plan names is tied to a person, a post, a part of the organisation or a body."
            )
            return
        }
        let first = (values.page - 1) * pageSize
        m.table(
            "Names that mean nobody yet",
            [Column("As printed", .name), Column("Actions", .number), Column("Plans"), Column("Likely")]
        ) { rows in
            for name in values.unmapped.dropFirst(first).prefix(pageSize) {
                rows.row { row in
                    row.cell { m in
                        if values.mayChange {
                            m.a(name.printed, .href(OrganisationRoute.nameToMap.link(name.key)))
                        } else {
                            m.add(name.printed)
                        }
                    }
                    row.cell(name.total)
                    row.cell(plans(name, values.plans))
                    let likely = LikelyMatches.find(name.printed, in: values.structure, on: visit.today).first
                    if let likely {
                        row.cell(likely.words(values.structure, on: visit.today))
                    } else {
                        row.empty("nobody like it")
                    }
                }
            }
        }
        m.pagination(page: values.page, size: pageSize, total: values.unmapped.count) {
            OrganisationRoute.names.link(query: Query().with("page", $0))
        }
    }

    /// The titles of the plans that the officer reaches, and how many others there are.
    static func plans(_ name: NamesSQL.Unmapped, _ known: [ID<PlanRecord>: String]) -> String {
        let titles = name.actions.keys.compactMap { known[$0] }.sorted()
        let others = name.actions.count - titles.count
        let rest =
            others == 0 ? nil : titles.isEmpty ? counted(others, "plan") : counted(others, "other plan")
        return (titles + [rest].compactMap { $0 }).joined(separator: "; ")
    }

    private static func mapped(_ values: Values, _ visit: Visit, _ m: inout Markup) {
        var columns = [Column("As printed", .name), Column("Means")]
        if values.mayChange { columns.append(Column("Change")) }
        m.table("Names that are settled", columns) { rows in
            for mapping in values.mappings {
                rows.row { row in
                    row.cell(mapping.printed)
                    row.cell(mapping.meaning.words(values.structure, on: visit.today))
                    guard values.mayChange else { return }
                    row.cell {
                        $0.a(
                            "Change or unmap\(hidden: " \(mapping.printed)")",
                            .href(OrganisationRoute.nameToMap.link(mapping.key)))
                    }
                }
            }
        }
    }
}
