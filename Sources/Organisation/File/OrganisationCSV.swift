package import Kernel

/// The organisation as comma-separated values that no spreadsheet takes for formulas.
package enum OrganisationCSV {
    static let dangerous: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\n"]

    static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    /// Quoted where it must be; a leading `=`, `+`, `-` or `@` gets an apostrophe, which reading takes off again.
    private static func field(_ text: String) -> String {
        let safe = text.first.map(dangerous.contains) == true ? "'" + text : text
        guard safe.contains(where: { $0 == "\"" || $0 == "," || $0 == ";" || $0.isNewline }) else {
            return safe
        }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    static let headings = row(OrganisationFile.Field.allCases.map(\.rawValue))

    /// Two parts and two posts, to be written over.
    static let template =
        headings
        + row(["Children in Need", "", "service", "", "", "", "", "", "2025-04-01", ""])
        + row([
            "Harbour team", "Children in Need", "team", "child protection", "", "", "", "", "2025-04-01", "",
        ])
        + row([
            "Children in Need", "", "", "", "Head of Service", "", "Ann Example", "ann@example.org",
            "2025-04-01", "",
        ])
        + row(["Harbour team", "", "", "", "Team Manager", "Head of Service", "", "", "2025-04-01", ""])

    /// Everything that stands on that day, in the shape that an upload has: given back, it changes nothing.
    package static func text(_ structure: Structure, on day: Day) -> String {
        let tree = structure.tree(on: day)
        var text = headings
        for standing in tree where standing.version.kind != .authority {
            let version = standing.version
            text += row([
                version.name, structure.path(version.parent, on: day), version.kind.rawValue,
                version.teamKind ?? "", "", "", "", "", written(version.from),
                version.until?.description ?? "",
            ])
        }
        for standing in tree {
            for post in structure.posts(of: standing.id, on: day) {
                let place = structure.path(standing.id, on: day)
                let above =
                    post.reportsTo.flatMap { structure.posts[$0] }
                    .map { structure.path($0, on: day) } ?? ""
                let holdings = post.holdings.filter { $0.holds(on: day) }
                for holding in holdings {
                    let person = structure.people[holding.person]
                    text += row([
                        place, "", "", "", post.title, above, person?.name ?? "", person?.email ?? "",
                        holding.from.description, holding.until?.description ?? "",
                    ])
                }
                if holdings.isEmpty {
                    text += row([
                        place, "", "", "", post.title, above, "", "", post.began?.description ?? "", "",
                    ])
                }
            }
        }
        for person in structure.peopleByName(on: day)
        where structure.posts(heldBy: person.id, on: day).isEmpty {
            text += row([
                "", "", "", "", "", "", person.name, person.email ?? "", "", person.left?.description ?? "",
            ])
        }
        return text
    }

    private static func written(_ day: Day) -> String { day == Structure.beginning ? "" : day.description }
}

extension Structure {
    /// The node's name; with that of the node above before it where two bear the name: `North area / Duty team`.
    func path(_ id: ID<Node>?, on day: Day) -> String {
        guard let id, let version = nodes[id]?.version(on: day) else { return "" }
        let key = NameKey.fold(version.name)
        let twins = nodes.values.filter { $0.version(on: day).map { NameKey.fold($0.name) == key } ?? false }
        return twins.count > 1 ? "\(name(of: version.parent, on: day)) / \(version.name)" : version.name
    }

    /// The post's title; with its node behind it where two bear the title: `Team Manager / Harbour team`.
    func path(_ post: PostRecord, on day: Day) -> String {
        let key = NameKey.fold(post.title)
        let twins = posts.values.filter { $0.stands(on: day) && NameKey.fold($0.title) == key }
        return twins.count > 1 ? "\(post.title) / \(name(of: post.node, on: day))" : post.title
    }
}
