import Kernel
import Markup
import Site

/// One post: where it belongs, whom it reports to, who holds it and who held it.
enum PostPage {}

extension OrganisationFeature {
    func post(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        return .page(
            PostPage.page(
                try structure.post(visit), structure, try await delegations(visit),
                mayChange: mayChange(visit),
                visit))
    }
}

extension PostPage {
    static func page(
        _ post: Structure.PostRecord, _ structure: Structure, _ delegations: [Delegation], mayChange: Bool,
        _ visit: Visit
    ) -> Page {
        let today = visit.today
        let holders = structure.holders(of: post, on: today)
        let stands = post.ended.map { today <= $0 } ?? true
        let below = structure.posts.values.filter { $0.reportsTo == post.id && $0.stands(on: today) }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
        let change = mayChange ? SummaryRow.Deed.change(OrganisationRoute.editPost.link(post.id)) : nil
        return Page(
            post.title, breadcrumbs: OrganisationCrumbs.node(post.node, structure, visit),
            facts: [
                holders.isEmpty ? "Vacant" : "Held by \(holders.map(\.name).joined(separator: " and "))",
                Markup(
                    stands
                        ? span(post.began, post.ended).capitalisedFirst : "Ended on \(post.ended?.long ?? "")"
                ),
            ],
            deed: mayChange && stands
                ? Link("Say who holds it", OrganisationRoute.newHolder.link(post.id)) : nil
        ) { m in
            m.summaryList([
                SummaryRow("Title", Markup(post.title), change),
                SummaryRow("Part of", Markup(structure.name(of: post.node, on: today)), change),
                SummaryRow(
                    "Reports to",
                    post.reportsTo.flatMap { structure.posts[$0] }.map { above in
                        "\(link: structure.words(above, on: today), to: OrganisationRoute.post.link(above.id))"
                    }, change),
                SummaryRow(
                    "Reports to it",
                    below.isEmpty
                        ? "No post"
                        : Markup { m in
                            for (number, other) in below.enumerated() {
                                if number > 0 { m.add(", ") }
                                m.a(
                                    structure.words(other, on: today),
                                    .href(OrganisationRoute.post.link(other.id)))
                            }
                        }),
            ])
            m.part("Who holds it, and who held it") { m in
                holdings(post, structure, mayChange: mayChange, today, &m)
            }
            ActFor.part(.post(post.id), delegations, structure, mayChange: mayChange && stands, &m)
            if mayChange {
                m.p {
                    $0.a(
                        post.ended == nil ? "End this post" : "Change its last day",
                        .href(OrganisationRoute.lastDayOfPost.link(post.id)))
                }
            }
        }
    }

    private static func holdings(
        _ post: Structure.PostRecord, _ structure: Structure, mayChange: Bool, _ today: Day, _ m: inout Markup
    ) {
        guard !post.holdings.isEmpty else {
            m.p("Nobody has held it yet.")
            return
        }
        var columns = [Column("Person", .name), Column("From", .short), Column("Until", .short)]
        if mayChange { columns.append(Column("Change")) }
        m.table("Who holds it, and who held it", columns) { rows in
            for holding in post.holdings.reversed() {
                let name = structure.people[holding.person]?.name ?? ""
                rows.row { row in
                    row.cell { $0.a(name, .href(OrganisationRoute.person.link(holding.person))) }
                    row.cell(holding.from.short)
                    if let until = holding.until { row.cell(until.short) } else { row.empty("no last day") }
                    guard mayChange else { return }
                    row.cell {
                        $0.a(
                            "Until when\(hidden: " \(name) holds it")",
                            .href(OrganisationRoute.editHolder.link(post.id, holding.person, holding.from)))
                    }
                }
            }
        }
    }

    /// The cells of a post in a table of posts: title, holder, since, line manager.
    static func cells(
        _ post: Structure.PostRecord, _ structure: Structure, _ today: Day, _ row: inout RowCells
    ) {
        row.cell { $0.a(post.title, .href(OrganisationRoute.post.link(post.id))) }
        let held = post.holdings.filter { $0.holds(on: today) }
        if held.isEmpty {
            row.cell("Vacant")
            row.empty("nobody")
        } else {
            row.cell { m in
                for (number, holding) in held.enumerated() {
                    if number > 0 { m.add(", ") }
                    m.a(
                        structure.people[holding.person]?.name ?? "",
                        .href(OrganisationRoute.person.link(holding.person)))
                }
            }
            row.cell(held[0].from.short)
        }
        if let above = post.reportsTo.flatMap({ structure.posts[$0] }) {
            row.cell { $0.a(above.title, .href(OrganisationRoute.post.link(above.id))) }
        } else {
            row.empty("nobody named")
        }
    }
}
