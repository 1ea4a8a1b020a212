import Kernel
import Markup
import Site

/// The way to a page of the organisation, and the row of links under its headings.
enum OrganisationCrumbs {
    static let top = [Link("Organisation", OrganisationRoute.tree.link())]

    static func node(_ id: ID<Node>?, _ structure: Structure, _ visit: Visit) -> [Link] {
        guard let id else { return top }
        var chain: [Link] = []
        var next = structure.nodes[id]
        while let node = next, chain.count < 16 {
            let version = node.nearest(to: visit.today)
            if !node.isRoot {
                chain.insert(Link(Markup(version.name), OrganisationRoute.node.link(node.id)), at: 0)
            }
            next = version.parent.flatMap { structure.nodes[$0] }
        }
        return top + chain
    }

    static func post(_ post: Structure.PostRecord, _ structure: Structure, _ visit: Visit) -> [Link] {
        node(post.node, structure, visit) + [Link(Markup(post.title), OrganisationRoute.post.link(post.id))]
    }

    static func tabs(_ current: OrganisationRoute, _ visit: Visit) -> [Tab] {
        var tabs = [
            Tab("Services and teams", OrganisationRoute.tree.link(), isCurrent: current == .tree),
            Tab("People", OrganisationRoute.people.link(), isCurrent: current == .people),
        ]
        guard let officer = visit.officer, officer.holds(OrganisationRoute.keepers) else { return tabs }
        tabs.append(Tab("Names in plans", OrganisationRoute.names.link(), isCurrent: current == .names))
        if officer.scopes(for: OrganisationRoute.keepers).contains(.authority) {
            tabs.append(Tab("From a file", OrganisationRoute.file.link(), isCurrent: current == .file))
        }
        return tabs
    }
}

extension Structure {
    /// The nodes that stand on that day as a list to choose from.
    func choices(on day: Day) -> [Choice] {
        tree(on: day).map {
            Choice($0.id.description, String(repeating: "– ", count: $0.depth) + $0.version.name)
        }
    }

    /// The posts that stand on that day, with their place and holder.
    func postChoices(on day: Day, besides: ID<Post>? = nil) -> [Choice] {
        posts.values.filter { $0.stands(on: day) && $0.id != besides }
            .map { post in
                let holders = holders(of: post, on: day).map(\.name).joined(separator: ", ")
                return Choice(
                    post.id.description,
                    words(post, on: day) + (holders.isEmpty ? " (vacant)" : " (\(holders))"))
            }
            .sorted { $0.words < $1.words }
    }
}

extension Structure.Version {
    /// `Team, child protection`.
    var kindWords: String { teamKind.map { "\(kind.words), \($0)" } ?? kind.words }
}

/// `from 1 April 2025 until 31 March 2026`.
func span(_ from: Day?, _ until: Day?) -> String {
    let first = from.flatMap { $0 == Structure.beginning ? nil : "from \($0.short)" }
    let last = until.map { "until \($0.short)" }
    let both = [first, last].compactMap { $0 }.joined(separator: " ")
    return both.isEmpty ? "from the start" : both
}
