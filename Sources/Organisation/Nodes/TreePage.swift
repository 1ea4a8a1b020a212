import Kernel
import Markup
import Sheets
import Site

/// The organisation as it stands on a day: every part with its posts and who holds them.
enum TreePage {
    struct Values {
        let structure: Structure
        let day: Day
        let tree: [Structure.Standing]
        let mayChange: Bool
        /// What was asked for and is no day.
        let wrongDay: String?

        func posts(_ node: ID<Node>) -> [Structure.PostRecord] { structure.posts(of: node, on: day) }
    }
}

extension OrganisationFeature {
    func tree(_ visit: Visit) async throws -> Reply {
        let structure = try await structure(visit)
        let asked = visit.query["on"]
        let day = Day(asked) ?? visit.today
        let values = TreePage.Values(
            structure: structure, day: day, tree: structure.tree(on: day), mayChange: mayChange(visit),
            wrongDay: asked.isEmpty || Day(asked) != nil ? nil : asked)
        return .page(TreePage.page(values, visit))
    }
}

extension TreePage {
    static func page(_ values: Values, _ visit: Visit) -> Page {
        let root = values.structure.root?.id
        let errors = values.wrongDay.map {
            [FieldError("on", "There is no such day as \($0): give it as 2026-03-31")]
        }
        return Page(
            "Organisation", facts: facts(values),
            deed: values.mayChange
                ? root.map { Link("Add a service, area or team", OrganisationRoute.newNode.link($0)) } : nil,
            tabs: OrganisationCrumbs.tabs(.tree, visit), errors: errors ?? [], sheet: sheet(values)
        ) { m in
            m.filterBar(
                to: OrganisationRoute.tree.link(), "Show that day", isActive: values.day != visit.today
            ) { m in
                m.textField(
                    "on", "As it stood on",
                    in: Entry(["on": [values.wrongDay ?? values.day.description]], errors: errors ?? []),
                    kind: "date", width: .half)
            }
            if values.day != visit.today {
                m.p(
                    "This is the organisation as it \(values.day < visit.today ? "stood" : "will stand") on \(strong: values.day.long). \(link: "Show today", to: OrganisationRoute.tree.link())."
                )
            }
            if values.tree.count < 2 { empty(values, &m) }
            list(values, &m)
        }
    }

    /// A row a post; a part without posts has a row of its own.
    private static func sheet(_ values: Values) -> Sheet {
        let structure = values.structure
        return Sheet(
            "Organisation on \(values.day.long)",
            columns: [
                Sheet.Column("Part", width: 34), Sheet.Column("Kind", width: 10),
                Sheet.Column("Part of", width: 30), Sheet.Column("Post", width: 34),
                Sheet.Column("Held by", width: 26), Sheet.Column("Answers to", width: 30),
            ]
        ) {
            values.tree.flatMap { standing -> [[Sheet.Cell]] in
                let part: [Sheet.Cell] = [
                    .text(standing.version.name), .text(standing.version.kind.rawValue),
                    .init(standing.version.parent.map { structure.name(of: $0, on: values.day) }),
                ]
                let posts = values.posts(standing.id)
                guard !posts.isEmpty else { return [part + [.empty, .empty, .empty]] }
                return posts.map { post in
                    let holders = structure.holders(of: post, on: values.day).map { "\($0.name)" }
                    return part + [
                        .text(post.title), holders.isEmpty ? "Vacant" : .init(lines: holders),
                        .init(post.reportsTo.flatMap { structure.posts[$0]?.title }),
                    ]
                }
            }
        }
    }

    private static func facts(_ values: Values) -> [Markup] {
        let posts = values.tree.flatMap { values.posts($0.id) }
        let vacant = posts.filter { values.structure.holders(of: $0, on: values.day).isEmpty }.count
        let teams = values.tree.filter { $0.version.kind == .team }.count
        return [
            Markup(counted(teams, "team")),
            Markup(counted(posts.count, "post") + (vacant == 0 ? "" : ", \(vacant) vacant")),
            Markup("As on \(values.day.long)"),
        ]
    }

    private static func empty(_ values: Values, _ m: inout Markup) {
        let begin =
            values.mayChange ? Link("Give Plumbline a file of it", OrganisationRoute.file.link()) : nil
        m.emptyState(
            "No services or teams yet",
            "Add them one at a time, or all at once from a spreadsheet saved as CSV.", begin: begin)
    }

    /// Lists within lists, so that those who hear the page hear what is part of what.
    private static func list(_ values: Values, _ m: inout Markup) {
        var index = 0
        m.element("div", [.class("tree")]) { m in level(values, 0, &index, &m) }
    }

    private static func level(_ values: Values, _ depth: Int, _ index: inout Int, _ m: inout Markup) {
        m.ul { m in
            while index < values.tree.count, values.tree[index].depth == depth {
                let standing = values.tree[index]
                index += 1
                m.li { m in
                    part(values, standing, &m)
                    if index < values.tree.count, values.tree[index].depth > depth {
                        level(values, values.tree[index].depth, &index, &m)
                    }
                }
            }
        }
    }

    private static func part(_ values: Values, _ standing: Structure.Standing, _ m: inout Markup) {
        m.p(.class("tree-name")) { m in
            m.a(standing.version.name, .href(OrganisationRoute.node.link(standing.id)))
            m.add(" \(quiet: standing.version.kindWords)")
        }
        let posts = values.posts(standing.id)
        guard !posts.isEmpty else { return }
        m.dl(.class("tree-posts")) { m in
            for post in posts {
                let holders = values.structure.holders(of: post, on: values.day)
                m.div { m in
                    m.dt { $0.a(post.title, .href(OrganisationRoute.post.link(post.id))) }
                    m.dd { m in
                        if holders.isEmpty { m.add("\(quiet: "Vacant")") }
                        for (number, person) in holders.enumerated() {
                            if number > 0 { m.add(", ") }
                            m.a(person.name, .href(OrganisationRoute.person.link(person.id)))
                        }
                    }
                }
            }
        }
    }
}
