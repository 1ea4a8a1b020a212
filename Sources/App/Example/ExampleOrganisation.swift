import Accounts
import Kernel
import Organisation
import PlanReading
import Storage

/// The invented authority's services and teams, its people, and what each may see.
enum ExampleOrganisation {
    /// Somebody invented: name, post, the node of the post, and the roles of their account.
    struct Somebody {
        let name: String
        let post: String
        let node: String
        let roles: [Role]
    }

    static let nodes: [(name: String, kind: String, teamKind: String?, parent: String?)] = [
        ("Ashmere County Council", "authority", nil, nil),
        ("Children in Need", "service", nil, "Ashmere County Council"),
        ("Access and Assessment", "service", nil, "Ashmere County Council"),
        ("Safeguarding and Standards", "service", nil, "Ashmere County Council"),
        ("North area", "area", nil, "Children in Need"),
        ("South area", "area", nil, "Children in Need"),
        ("Harbour team", "team", "child protection", "North area"),
        ("Millbrook team", "team", "child protection", "South area"),
        ("Front door", "team", "contact and referral", "Access and Assessment"),
    ]

    static let people = [
        Somebody(
            name: "Ruth Ashworth-Bello", post: "Improvement Manager", node: "Ashmere County Council",
            roles: [.programmeManager]),
        Somebody(
            name: "Simon Okafor", post: "Director of Children's Services", node: "Ashmere County Council",
            roles: [.director]),
        Somebody(
            name: "Maya Okonkwo", post: "Head of Children in Need", node: "Children in Need",
            roles: [.actionLead]),
        Somebody(
            name: "Siân Llewellyn-Whitcombe", post: "Head of Access and Assessment",
            node: "Access and Assessment", roles: [.actionLead]),
        Somebody(
            name: "Tom Hallam", post: "Principal Social Worker", node: "Safeguarding and Standards",
            roles: [.verifier, .actionLead]),
        Somebody(
            name: "Paul Idris Hale", post: "Workforce Development Lead", node: "Ashmere County Council",
            roles: [.actionLead]),
        Somebody(
            name: "Daniel Prewett", post: "Performance Manager", node: "Safeguarding and Standards",
            roles: [.analyst]),
        Somebody(
            name: "Grace O'Malley", post: "Quality Assurance Lead", node: "Safeguarding and Standards",
            roles: [.qualityLead, .auditor]),
        Somebody(
            name: "Imran Shah", post: "Team Manager, Harbour", node: "Harbour team", roles: [.teamManager]),
        Somebody(name: "Lucy Penhaligon", post: "Social Worker", node: "Harbour team", roles: [.worker]),
        Somebody(
            name: "Denise Aldous", post: "Independent Chair", node: "Ashmere County Council",
            roles: [.boardMember]),
        Somebody(
            name: "Helen Marsh", post: "Department adviser", node: "Ashmere County Council",
            roles: [.observer]),
        Somebody(
            name: "Arthur Quill", post: "Scrutiny officer", node: "Ashmere County Council", roles: [.reader]),
        Somebody(
            name: "Priya Nair", post: "Systems administrator", node: "Ashmere County Council",
            roles: [.administrator]),
    ]

    /// Who is there besides, where the plan is run.
    static let others = [
        Somebody(
            name: "Owen Castellane", post: "Team Manager, Millbrook", node: "Millbrook team",
            roles: [.teamManager]),
        Somebody(
            name: "Ines Farrow", post: "Independent Auditor", node: "Safeguarding and Standards",
            roles: [.auditor]),
        // From outside: comes in for the samples that are drawn for him.
        Somebody(
            name: "Victor Stroud", post: "External verifier", node: "Ashmere County Council", roles: []),
    ]

    /// Which post answers to which, by title: the others answer to nobody here.
    static let line = [
        "Improvement Manager": "Director of Children's Services",
        "Head of Children in Need": "Director of Children's Services",
        "Head of Access and Assessment": "Director of Children's Services",
        "Principal Social Worker": "Director of Children's Services",
        "Workforce Development Lead": "Director of Children's Services",
        "Quality Assurance Lead": "Principal Social Worker",
        "Performance Manager": "Improvement Manager",
        "Team Manager, Harbour": "Head of Children in Need",
        "Team Manager, Millbrook": "Head of Children in Need",
        "Social Worker": "Team Manager, Harbour",
    ]

    /// Who holds which post from when, by the day the example's story begins.
    static func insert(
        _ people: [Somebody] = people, _ connection: Connection, _ authority: ID<Authority>, at now: Instant
    ) throws -> [(Somebody, ID<Person>)] {
        var ids: [String: ID<Node>] = [:]
        for node in nodes {
            let id = ID<Node>.make(at: now)
            ids[node.name] = id
            try connection.run(
                "INSERT INTO node (authority, id) VALUES ($1, $2)", [.id(authority), .id(id)])
            try connection.run(
                """
                INSERT INTO node_version (authority, node, from_day, kind, team_kind, name, parent)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .id(authority), .id(id), .text("2025-04-01"), .text(node.kind), .optional(node.teamKind),
                    .text(node.name), .id(node.parent.flatMap { ids[$0] }),
                ])
        }
        var posts: [String: ID<Post>] = [:]
        for somebody in people { posts[somebody.post] = ID<Post>.make(at: now) }
        let inserted = try people.map { somebody in
            let person = ID<Person>.make(at: now)
            guard let post = posts[somebody.post] else { return (somebody, person) }
            try connection.run(
                "INSERT INTO person (authority, id, name, email) VALUES ($1, $2, $3, $4)",
                [.id(authority), .id(person), .text(somebody.name), .text(email(somebody))])
            try connection.run(
                "INSERT INTO post (authority, id, title, node) VALUES ($1, $2, $3, $4)",
                [.id(authority), .id(post), .text(somebody.post), .id(ids[somebody.node])])
            try connection.run(
                "INSERT INTO post_holding (authority, post, person, from_day) VALUES ($1, $2, $3, $4)",
                [.id(authority), .id(post), .id(person), .text("2025-04-01")])
            // The plan prints most leads with their post in brackets: all but one of these are mapped already.
            guard somebody.name != "Tom Hallam" else { return (somebody, person) }
            for printed in ["\(somebody.name) (\(somebody.post))", somebody.name] {
                try connection.run(
                    """
                    INSERT INTO name_mapping (authority, name_key, printed, means, person)
                    VALUES ($1, $2, $3, 'person', $4)
                    """,
                    [.id(authority), .text(NameKey.fold(printed)), .text(printed), .id(person)])
            }
            return (somebody, person)
        }
        for (title, above) in line {
            try connection.run(
                "UPDATE post SET reports_to = $3 WHERE authority = $1 AND id = $2",
                [.id(authority), .id(posts[title]), .id(posts[above])])
        }
        return inserted
    }

    /// Gives each an account that comes in without a password, as only the example allows; who they are then, by first
    /// name.
    @discardableResult
    static func admit(
        _ people: [(Somebody, ID<Person>)], plan: ID<PlanRecord>, _ connection: Connection,
        _ authority: ID<Authority>, at now: Instant
    ) throws -> [String: Officer] {
        guard let record = try connection.authorities().first(where: { $0.id == authority }) else {
            return [:]
        }
        var officers: [String: Officer] = [:]
        let from = Day(number: Example.today.number - 200)
        for (somebody, person) in people {
            let isVisitor = somebody.roles == [.observer]
            let grants = somebody.roles.map { role in
                Grant(
                    role: role,
                    scope: [.actionLead, .teamManager, .worker].contains(role) ? .plan(plan) : .authority,
                    from: from, until: isVisitor ? Example.today.adding(days: 60) : nil)
            }
            let account = try AccountsFeature.addExamplePerson(
                somebody.name, email: email(somebody), person: person, grants: grants, to: record,
                on: connection, at: now)
            officers[String(somebody.name.prefix { $0 != " " })] = Officer(
                authority: authority, account: account, person: person, name: somebody.name,
                post: somebody.post, grants: grants)
        }
        return officers
    }

    private static func email(_ somebody: Somebody) -> String {
        let letters = somebody.name.lowercased().replacing("â", with: "a").map { character in
            character.isASCII && character.isLetter ? character : "."
        }
        return String(letters).replacing("..", with: ".") + "@ashmere.example"
    }
}
