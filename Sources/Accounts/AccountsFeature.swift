package import Kernel
package import Site
package import Storage

/// Sign-in, roles × scope × until, and the journal.
package struct AccountsFeature: Sendable {
    package let database: Database
    let neighbours: AccountsNeighbours
    /// What `serve` printed, without which nobody can set the first authority up.
    let setUpCode: String
    /// Where the first administrator goes after set-up: the import of a plan.
    let afterSetUp: String
    let home: String
    /// Where people reach the site, before the path of a one-time link: `https://plumbline.ashmere.gov.uk`.
    let publicAddress: String

    package init(
        database: Database, setUpCode: String, neighbours: AccountsNeighbours = .none,
        afterSetUp: String = "/plans/import", home: String = "/", publicAddress: String = ""
    ) {
        self.publicAddress = publicAddress
        self.database = database
        self.setUpCode = setUpCode
        self.neighbours = neighbours
        self.afterSetUp = afterSetUp
        self.home = home
    }

    /// Answers every route of this feature.
    package func register(on site: inout SiteBuilder) {
        SetUp(feature: self).register(on: &site)
        SignIn(feature: self).register(on: &site)
        NewPassword(feature: self).register(on: &site)
        OwnAccount(feature: self).register(on: &site)
        PeopleAndAccess(feature: self).register(on: &site)
        JournalPages(feature: self).register(on: &site)
    }

    /// The authority that this site serves: the oldest; nil before set-up.
    func authority() async throws -> AuthorityRecord? {
        try await database.read { try $0.authorities().first }
    }

    /// The authority of somebody who is signed in.
    func authority(of officer: Officer) async throws -> AuthorityRecord {
        let found = try await database.read { connection in
            try connection.authorities().first { $0.id == officer.authority }
        }
        guard let found else { throw NotFound() }
        return found
    }
}

/// What Accounts asks of the parts beside it. App fills it.
package struct AccountsNeighbours: Sendable {
    /// People of the organisation whom an account may belong to, by name.
    package var people: @Sendable (ID<Authority>, Day) async throws -> [Named<Person>]
    /// Nodes of the organisation, each after the one above it.
    package var nodes: @Sendable (ID<Authority>, Day) async throws -> [Named<Node>]
    package var plans: @Sendable (ID<Authority>) async throws -> [Named<PlanRecord>]
    /// Samples that were drawn for verification in rounds that are open.
    package var samples: @Sendable (ID<Authority>) async throws -> [Named<Sample>]
    /// The post that the person holds on that day; empty when none.
    package var post: @Sendable (ID<Authority>, ID<Person>, Day) async throws -> String
    /// How the kinds of event begin that the officer must not see now, whatever their roles.
    package var withheld: @Sendable (Connection, Officer) throws -> [String]

    package init(
        people: @escaping @Sendable (ID<Authority>, Day) async throws -> [Named<Person>],
        nodes: @escaping @Sendable (ID<Authority>, Day) async throws -> [Named<Node>],
        plans: @escaping @Sendable (ID<Authority>) async throws -> [Named<PlanRecord>],
        samples: @escaping @Sendable (ID<Authority>) async throws -> [Named<Sample>] = { _ in [] },
        post: @escaping @Sendable (ID<Authority>, ID<Person>, Day) async throws -> String,
        withheld: @escaping @Sendable (Connection, Officer) throws -> [String] = { _, _ in [] }
    ) {
        self.people = people
        self.nodes = nodes
        self.plans = plans
        self.samples = samples
        self.post = post
        self.withheld = withheld
    }

    /// Nobody beside: the whole authority is the only scope to choose.
    package static let none = AccountsNeighbours(
        people: { _, _ in [] }, nodes: { _, _ in [] }, plans: { _ in [] }, post: { _, _, _ in "" })
}

/// Something that can be chosen, with its name.
package struct Named<Owner>: Sendable, Hashable {
    package let id: ID<Owner>
    package let name: String
    /// How many stand above it in a tree; 0 in a list.
    package let depth: Int

    package init(_ id: ID<Owner>, _ name: String, depth: Int = 0) {
        self.id = id
        self.name = name
        self.depth = depth
    }
}

extension AuthorityRecord {
    /// True where nobody may come in without a second factor: everywhere but in an invented authority that says so.
    var demandsSecondFactor: Bool {
        !(isExample && settings["secondFactor"]?.string == "offered")
    }

    /// The day by which grants are judged: London's, or the example's own.
    func today(at now: Instant) -> Day { exampleToday ?? now.inLondon.day }
}
