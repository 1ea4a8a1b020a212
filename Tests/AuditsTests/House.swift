import Accounts
import Kernel
import Organisation
import Site
import SiteTesting
import Storage
import StorageTesting
import Synchronization

@testable import Audits

/// The feature on a site of its own: an invented authority with two teams, their line, quality assurance and a director.
///
/// Today is Friday 20 November 2026, 09:14 in London, until the test moves the clock.
///
///     Simon Okafor, Director
///     ├ Maya Okonkwo, Head of Children in Need
///     │ ├ Imran Shah, Team Manager, Harbour ── Lucy Penhaligon, Sam Adeyemi (social workers, Harbour)
///     │ └ Owen Castellane, Team Manager, Millbrook ── Dana Orme (social worker, Millbrook)
///     └ Tom Hallam, Principal Social Worker
///       └ Grace O'Malley, Quality Assurance Lead ── Ines Farrow, Joan Pike (auditors; verifiers)
///     Bea Lindqvist, conference chair; Denise Aldous, board; Helen Marsh, observer; Priya Nair, administrator;
///     Ruth Ashworth-Bello, improvement manager; Victor Stroud, an external verifier with no grant but a sample's
struct House: Sendable {
    let site: Site
    let database: Database
    let feature: AuditsFeature
    let authority: ID<Authority>
    let officers: [String: Officer]
    let nodes: [String: ID<Node>]
    let clock: Clock

    /// The clock of one test's site.
    final class Clock: Sendable {
        private let moment = Mutex(Instant("2026-11-20T09:14:00.000Z") ?? Instant(milliseconds: 0))
        var now: Instant { moment.withLock { $0 } }
        func set(_ text: String) { moment.withLock { $0 = Instant(text) ?? $0 } }
        func advance(hours: Int) { moment.withLock { $0 = $0.adding(seconds: Int64(hours) * 3600) } }
    }

    private struct Somebody {
        let name: String
        let post: String
        let node: String
        let above: String?
        let roles: [(Role, String?)]
    }

    private static let tree: [(String, String, String?)] = [
        ("Ashmere County Council", "authority", nil),
        ("Children in Need", "service", "Ashmere County Council"),
        ("Safeguarding", "service", "Ashmere County Council"), ("North area", "area", "Children in Need"),
        ("South area", "area", "Children in Need"), ("Harbour team", "team", "North area"),
        ("Millbrook team", "team", "South area"),
    ]

    private static let people = [
        Somebody(
            name: "Simon Okafor", post: "Director", node: "Ashmere County Council", above: nil,
            roles: [(.director, nil)]),
        Somebody(
            name: "Maya Okonkwo", post: "Head of Children in Need", node: "Children in Need",
            above: "Director", roles: [(.actionLead, "Children in Need"), (.teamManager, "Children in Need")]),
        Somebody(
            name: "Imran Shah", post: "Team Manager, Harbour", node: "Harbour team",
            above: "Head of Children in Need", roles: [(.teamManager, "Harbour team")]),
        Somebody(
            name: "Owen Castellane", post: "Team Manager, Millbrook", node: "Millbrook team",
            above: "Head of Children in Need", roles: [(.teamManager, "Millbrook team")]),
        Somebody(
            name: "Lucy Penhaligon", post: "Social Worker 1", node: "Harbour team",
            above: "Team Manager, Harbour", roles: [(.worker, "Harbour team")]),
        Somebody(
            name: "Sam Adeyemi", post: "Social Worker 2", node: "Harbour team",
            above: "Team Manager, Harbour", roles: [(.worker, "Harbour team")]),
        Somebody(
            name: "Dana Orme", post: "Social Worker 3", node: "Millbrook team",
            above: "Team Manager, Millbrook", roles: [(.worker, "Millbrook team")]),
        Somebody(
            name: "Tom Hallam", post: "Principal Social Worker", node: "Safeguarding", above: "Director",
            roles: [(.actionLead, nil), (.verifier, nil)]),
        Somebody(
            name: "Grace O'Malley", post: "Quality Assurance Lead", node: "Safeguarding",
            above: "Principal Social Worker", roles: [(.qualityLead, nil)]),
        Somebody(
            name: "Ines Farrow", post: "Auditor 1", node: "Safeguarding", above: "Quality Assurance Lead",
            roles: [(.auditor, nil)]),
        Somebody(
            name: "Joan Pike", post: "Auditor 2", node: "Safeguarding", above: "Quality Assurance Lead",
            roles: [(.auditor, nil), (.verifier, nil)]),
        Somebody(
            name: "Bea Lindqvist", post: "Conference Chair", node: "Safeguarding",
            above: "Principal Social Worker", roles: [(.auditor, nil)]),
        Somebody(
            name: "Denise Aldous", post: "Independent Chair", node: "Ashmere County Council", above: nil,
            roles: [(.boardMember, nil)]),
        Somebody(
            name: "Helen Marsh", post: "Department adviser", node: "Ashmere County Council", above: nil,
            roles: [(.observer, nil)]),
        Somebody(
            name: "Ruth Ashworth-Bello", post: "Improvement Manager", node: "Ashmere County Council",
            above: "Director", roles: [(.programmeManager, nil)]),
        Somebody(
            name: "Priya Nair", post: "Systems administrator", node: "Ashmere County Council", above: nil,
            roles: [(.administrator, nil)]),
        Somebody(
            name: "Victor Stroud", post: "External verifier", node: "Ashmere County Council", above: nil,
            roles: []),
    ]

    static let migrations =
        OrganisationSchema.migrations + AccountsFeature.migrations + AuditsFeature.migrations

    static func with(
        engines: [TestEngine] = TestEngine.available, sources: AuditSources = .none,
        _ body: @Sendable (House) async throws -> Void
    ) async throws {
        for engine in engines {
            try await TestDatabase.with(engine, migrations: migrations) { test in
                let house = try await House(on: test.database, sources)
                try await body(house)
            }
        }
    }

    init(on database: Database, _ sources: AuditSources = .none) async throws {
        let clock = Clock()
        let (authority, nodes, officers) = try await database.write { try House.found($0, at: clock.now) }
        let feature = AuditsFeature(database: database, sources: sources)
        var builder = SiteBuilder(
            SiteSettings(
                secret: Array(repeating: 9, count: 32),
                sessions: SessionSource { token, _ in
                    officers[token].map { SignedIn(officer: $0, formSecret: token) }
                }, reach: .none, frame: { _ in Frame(authority: "Ashmere County Council") },
                now: { clock.now }, today: { _, now in now.inLondon.day }, log: { _ in }))
        feature.register(on: &builder)
        self.init(
            site: try builder.build(), database: database, feature: feature, authority: authority,
            officers: officers, nodes: nodes, clock: clock)
    }

    private init(
        site: Site, database: Database, feature: AuditsFeature, authority: ID<Authority>,
        officers: [String: Officer], nodes: [String: ID<Node>], clock: Clock
    ) {
        (self.site, self.database, self.feature, self.authority) = (site, database, feature, authority)
        (self.officers, self.nodes, self.clock) = (officers, nodes, clock)
    }

    private static func found(
        _ connection: Connection, at now: Instant
    ) throws -> (ID<Authority>, [String: ID<Node>], [String: Officer]) {
        let authority = try connection.found(
            authority: "Ashmere County Council", exampleToday: Day("2026-11-20"), at: now)
        guard let record = try connection.authorities().first else {
            throw StorageError.fault("No authority.")
        }
        var nodes: [String: ID<Node>] = [:]
        for (name, kind, parent) in tree {
            let id = ID<Node>.make(at: now)
            nodes[name] = id
            try connection.insert(into: "node", ["authority", "id"], rows: [[.id(authority), .id(id)]])
            try connection.insert(
                into: "node_version", ["authority", "node", "from_day", "kind", "name", "parent"],
                rows: [
                    [
                        .id(authority), .id(id), "2024-04-01", .text(kind), .text(name),
                        .id(parent.flatMap { nodes[$0] }),
                    ]
                ])
        }
        var posts: [String: ID<Post>] = [:]
        var officers: [String: Officer] = [:]
        for somebody in people {
            let officer = try add(somebody, nodes, &posts, record, connection, at: now)
            officers[somebody.name] = officer
        }
        return (authority, nodes, officers)
    }

    private static func add(
        _ somebody: Somebody, _ nodes: [String: ID<Node>], _ posts: inout [String: ID<Post>],
        _ record: AuthorityRecord, _ connection: Connection, at now: Instant
    ) throws -> Officer {
        let authority = record.id
        let person = ID<Person>.make(at: now)
        let post = ID<Post>.make(at: now)
        posts[somebody.post] = post
        try connection.insert(
            into: "person", ["authority", "id", "name"],
            rows: [[.id(authority), .id(person), .text(somebody.name)]])
        try connection.insert(
            into: "post", ["authority", "id", "title", "node", "reports_to"],
            rows: [
                [
                    .id(authority), .id(post), .text(somebody.post), .id(nodes[somebody.node]),
                    .id(somebody.above.flatMap { posts[$0] }),
                ]
            ])
        try connection.insert(
            into: "post_holding", ["authority", "post", "person", "from_day"],
            rows: [[.id(authority), .id(post), .id(person), "2024-04-01"]])
        let grants = somebody.roles.map { role, node in
            Grant(
                role: role, scope: node.flatMap { nodes[$0] }.map { .node($0) } ?? .authority,
                from: Day(number: 20_000), until: role == .observer ? Day(number: 21_000) : nil)
        }
        let account = try AccountsFeature.addExamplePerson(
            somebody.name, email: "\(person)@ashmere.example", person: person, grants: grants, to: record,
            on: connection, at: now)
        return Officer(
            authority: authority, account: account, person: person, name: somebody.name, post: somebody.post,
            grants: grants)
    }

    func officer(_ name: String) throws -> Officer {
        guard let officer = officers[name] else { throw StorageError.fault("Nobody is called \(name).") }
        return officer
    }

    /// Their browser, signed in.
    func visitor(_ name: String) -> Visitor {
        var visitor = Visitor(site)
        visitor.hold(name)
        return visitor
    }
}
