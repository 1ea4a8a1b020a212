package import Kernel
import Markup
package import Site
package import Storage

/// The organisation: its dated tree, its people and posts, and whom the names in plans mean.
package struct OrganisationFeature: Sendable {
    let database: Database
    /// The plans that an officer may read, by identity, with their titles. App fills it.
    let plans: PlanTitles

    package typealias PlanTitles = @Sendable (Officer, Day) async throws -> [ID<PlanRecord>: String]

    package init(database: Database, plans: @escaping PlanTitles) {
        self.database = database
        self.plans = plans
    }

    package func register(on site: inout SiteBuilder) {
        site.on(OrganisationRoute.tree, tree)
        site.on(OrganisationRoute.node, node)
        site.on(OrganisationRoute.newNode, newNode)
        site.on(OrganisationRoute.addNode, addNode)
        site.on(OrganisationRoute.editNode, editNode)
        site.on(OrganisationRoute.changeNode, changeNode)
        site.on(OrganisationRoute.lastDayOfNode, lastDayOfNode)
        site.on(OrganisationRoute.endNode, endNode)
        site.on(OrganisationRoute.newPost, newPost)
        site.on(OrganisationRoute.addPost, addPost)
        site.on(OrganisationRoute.post, post)
        site.on(OrganisationRoute.editPost, editPost)
        site.on(OrganisationRoute.changePost, changePost)
        site.on(OrganisationRoute.lastDayOfPost, lastDayOfPost)
        site.on(OrganisationRoute.endPost, endPost)
        site.on(OrganisationRoute.newHolder, newHolder)
        site.on(OrganisationRoute.addHolder, addHolder)
        site.on(OrganisationRoute.editHolder, editHolder)
        site.on(OrganisationRoute.changeHolder, changeHolder)
        site.on(OrganisationRoute.newDelegateOfPost, newDelegateOfPost)
        site.on(OrganisationRoute.addDelegateOfPost, addDelegateOfPost)
        site.on(OrganisationRoute.newDelegateOfPerson, newDelegateOfPerson)
        site.on(OrganisationRoute.addDelegateOfPerson, addDelegateOfPerson)
        site.on(OrganisationRoute.lastDayOfDelegation, lastDayOfDelegation)
        site.on(OrganisationRoute.endDelegation, endDelegation)
        site.on(OrganisationRoute.people, people)
        site.on(OrganisationRoute.newPerson, newPerson)
        site.on(OrganisationRoute.addPerson, addPerson)
        site.on(OrganisationRoute.person, person)
        site.on(OrganisationRoute.editPerson, editPerson)
        site.on(OrganisationRoute.changePerson, changePerson)
        site.on(OrganisationRoute.file, file)
        site.on(OrganisationRoute.checkFile, takes: .files, checkFile)
        site.on(OrganisationRoute.storeFile, takes: .files, storeFile)
        site.on(OrganisationRoute.template, template)
        site.on(OrganisationRoute.export, export)
        site.on(OrganisationRoute.names, names)
        site.on(OrganisationRoute.nameToMap, nameToMap)
        site.on(OrganisationRoute.mapName, mapName)
        site.on(OrganisationRoute.unmapName, unmapName)
    }
}

// MARK: What several pages begin with

extension OrganisationFeature {
    /// The organisation on record. The authority's own node is made when it is first asked for.
    func structure(_ visit: Visit) async throws -> Structure {
        let officer = try visit.signedInOfficer
        let found = try await database.read { try StructureSQL.read($0, officer.authority) }
        if found.root != nil { return found }
        return try await database.write(for: officer.authority) {
            try Self.rooted($0, officer.authority, at: visit.now)
        }
    }

    /// Reads, changes and saves the organisation in one transaction.
    func change<T: Sendable>(
        _ visit: Visit, _ body: @escaping @Sendable (inout Structure, Connection) throws -> T
    ) async throws -> T {
        let officer = try visit.signedInOfficer
        return try await database.write(for: officer.authority) { connection in
            var structure = try Self.rooted(connection, officer.authority, at: visit.now)
            let result = try body(&structure, connection)
            try StructureSQL.save(
                structure, connection, officer.authority, by: officer.account, at: visit.now)
            return result
        }
    }

    private static func rooted(
        _ connection: Connection, _ authority: ID<Authority>, at now: Instant
    ) throws -> Structure {
        let found = try StructureSQL.read(connection, authority)
        if found.root != nil { return found }
        var structure = Structure()
        let name = try connection.authorities().first { $0.id == authority }?.name
        structure.addRoot(named: name ?? "The authority", at: now)
        try StructureSQL.save(structure, connection, authority, by: nil, at: now)
        return try StructureSQL.read(connection, authority)
    }

    func mayChange(_ visit: Visit) -> Bool {
        visit.officer?.scopes(for: OrganisationRoute.keepers).contains(.authority) ?? false
    }
}

extension Structure {
    func node(_ visit: Visit) throws -> NodeRecord {
        guard let node = nodes[try visit.id("node")] else { throw NotFound() }
        return node
    }

    func post(_ visit: Visit) throws -> PostRecord {
        guard let post = posts[try visit.id("post")] else { throw NotFound() }
        return post
    }

    func person(_ visit: Visit) throws -> PersonRecord {
        guard let person = people[try visit.id("person")] else { throw NotFound() }
        return person
    }
}

extension Visit {
    /// What was typed, with the refusal at its field.
    func entry(_ refusal: some Refusal) -> Entry { entry([FieldError(refusal.field, refusal.sentence)]) }

    /// The form was made from this revision, or somebody changed the record meanwhile.
    func expect(_ revision: Int) throws(StructureRefused) {
        guard form["revision"] == "\(revision)" else { throw .changedMeanwhile }
    }
}

extension Fields {
    /// The day of three fields; nil where they are empty.
    func dayOrNil(_ name: String, called what: String) throws(StructureRefused) -> Day? {
        switch date(name, called: what) {
        case .empty: return nil
        case .day(let day): return day
        case .wrong(let sentence): throw .wrongDay(field: name, sentence)
        }
    }

    func day(_ name: String, called what: String) throws(StructureRefused) -> Day {
        guard let day = try dayOrNil(name, called: what) else { throw .dayMissing(field: name, what) }
        return day
    }
}

extension Entry {
    /// A form filled from a record, with its dates in three fields each.
    init(_ values: [String: String], dates: [String: Day?] = [:]) {
        var all = values.mapValues { [$0] }
        for (name, day) in dates {
            guard let civil = day?.civil else { continue }
            all["\(name)-day"] = ["\(civil.day)"]
            all["\(name)-month"] = ["\(civil.month)"]
            all["\(name)-year"] = ["\(civil.year)"]
        }
        self.init(all)
    }
}
