package import Kernel
package import Site
package import Storage

/// Returns: figures that units send in, and files that the council already holds; what was understood of them, and
/// what is wrong with them.
package struct ReturnsFeature: Sendable {
    let database: Database
    /// What follows elsewhere when a return was taken, withdrawn or mapped anew.
    package let changed: ReturnsChanged
    /// The key of files that are kept sealed; nil where the program was told no place for one.
    let keyFile: KeyFile?
    /// As what an officer answers for figures, and who answers to them.
    let doers: ReturnsLine
    /// Where an answer about a figure can become an action.
    let actions: ActionPlaces
    /// Where it is written that work failed which no request waits for.
    let log: @Sendable (RequestRecord) -> Void
    let drafts = UnderstoodDrafts()
    let loads = LoadsUnderWay()

    package init(
        database: Database, keyFile: KeyFile?, doers: ReturnsLine, actions: ActionPlaces,
        log: @escaping @Sendable (RequestRecord) -> Void, changed: @escaping ReturnsChanged
    ) {
        self.database = database
        self.keyFile = keyFile
        self.doers = doers
        self.actions = actions
        self.log = log
        self.changed = changed
    }

    package static let migrations = FilesSchema.migrations + LocalSchema.migrations

    package func register(on site: inout SiteBuilder) {
        registerLocal(on: &site)
        registerChoices(on: &site)
        registerWhy(on: &site)
        registerFiles(on: &site)
        registerQuality(on: &site)
        registerMapping(on: &site)
    }

    /// Removes what was left of uploads that nobody loaded, and the marks of loads that a stopped program left.
    package func sweep(at now: Instant) async throws {
        // A folder has one program; of several on one PostgreSQL another may be loading just now.
        let isAlone = try await database.engineName.hasPrefix("SQLite")
        let longest = isAlone ? 0 : ReturnDraft.longestLoad
        try await database.write { connection in
            try ReturnDraftSQL.endMarks(before: now.adding(seconds: -longest), connection)
        }
        try await removeExpired(at: now)
    }

    /// Removes what was left of uploads that nobody loaded, from the records and from memory.
    package func removeExpired(at now: Instant) async throws {
        let gone = try await database.write { try ReturnDraftSQL.removeExpired($0, at: now) }
        for draft in gone { await drafts.forget(draft) }
    }
}

/// The owner of the identities of files that were loaded.
package enum ReturnFile {}
/// The owner of the identities of local returns.
package enum LocalReturn {}

/// Called in the transaction that changed a return. App fills it.
package typealias ReturnsChanged = @Sendable (Connection, ID<Authority>, ReturnChange, Instant) throws -> Void

package enum ReturnChange: Hashable, Sendable {
    case loaded(ID<ReturnFile>)
    case withdrawn(ID<ReturnFile>)
    /// What its values or its units stand for was said anew: every file counts again.
    case mapped
    case local(ID<LocalReturn>)
}
