import Kernel
import Markup
import Site

/// One part of the organisation: what it is now, its posts, what is part of it, and what it was.
enum NodePage {}

extension OrganisationFeature {
    func node(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        return .page(NodePage.page(try structure.node(visit), structure, mayChange: mayChange(visit), visit))
    }
}

extension NodePage {
    static func page(
        _ node: Structure.NodeRecord, _ structure: Structure, mayChange: Bool, _ visit: Visit
    ) -> Page {
        let today = visit.today
        let version = node.nearest(to: today)
        let stands = node.version(on: today) != nil
        let parent = structure.nodes[version.parent ?? ID(0)]
        let children = structure.tree(on: today).filter { $0.version.parent == node.id }
        return Page(
            version.name, breadcrumbs: OrganisationCrumbs.node(version.parent, structure, visit),
            facts: [
                Markup(version.kindWords),
                parent.map {
                    "Part of \(link: $0.nearest(to: today).name, to: OrganisationRoute.node.link($0.id))"
                } ?? "Everything else is part of it",
                Markup(
                    stands || node.from > today
                        ? span(node.from, node.until).capitalisedFirst : "Ended on \(node.until?.long ?? "")"),
            ],
            deed: mayChange && stands
                ? Link("Change it from a date", OrganisationRoute.editNode.link(node.id)) : nil
        ) { m in
            m.part("Posts") { m in posts(node, structure, mayChange: mayChange && stands, today, &m) }
            m.part("What is part of it") { m in
                parts(children, &m)
                if mayChange, stands {
                    m.buttons {
                        $0.buttonLink(
                            "Add a part below it", to: OrganisationRoute.newNode.link(node.id), .other)
                    }
                }
            }
            m.part("What it was called, and where it stood") { m in history(node, structure, &m) }
            if mayChange, !node.isRoot {
                m.p {
                    $0.a(
                        node.until == nil ? "End it from a date" : "Change its last day",
                        .href(OrganisationRoute.lastDayOfNode.link(node.id)))
                }
            }
        }
    }

    private static func posts(
        _ node: Structure.NodeRecord, _ structure: Structure, mayChange: Bool, _ today: Day, _ m: inout Markup
    ) {
        let posts = structure.posts(of: node.id, on: today)
        if posts.isEmpty {
            m.p("No post belongs to it directly.")
        } else {
            m.table(
                "Posts", [Column("Post", .name), Column("Held by"), Column("Since"), Column("Reports to")]
            ) { rows in
                for post in posts { rows.row { PostPage.cells(post, structure, today, &$0) } }
            }
        }
        if mayChange {
            m.buttons { $0.buttonLink("Add a post", to: OrganisationRoute.newPost.link(node.id), .other) }
        }
    }

    private static func parts(_ children: [Structure.Standing], _ m: inout Markup) {
        guard !children.isEmpty else {
            m.p("Nothing is part of it.")
            return
        }
        m.ul { m in
            for child in children {
                m.li { m in
                    m.a(child.version.name, .href(OrganisationRoute.node.link(child.id)))
                    m.add(" \(quiet: child.version.kindWords)")
                }
            }
        }
    }

    private static func history(_ node: Structure.NodeRecord, _ structure: Structure, _ m: inout Markup) {
        m.table("Versions", [Column("Name", .name), Column("Kind"), Column("Part of"), Column("When")]) {
            rows in
            for version in node.versions.reversed() {
                rows.row { row in
                    row.cell(version.name)
                    row.cell(version.kindWords)
                    if let parent = version.parent {
                        row.cell(structure.name(of: parent, on: version.from))
                    } else {
                        row.empty("nothing")
                    }
                    row.cell(span(version.from, version.until))
                }
            }
        }
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
