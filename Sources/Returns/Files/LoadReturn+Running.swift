package import Kernel
package import ReturnFormats
package import Storage

extension ReturnsFeature {
    /// What `load` was given.
    package struct Load: Sendable {
        package let files: [ReturnSource]
        /// What the vintage is listed as: the file's name, or the folder's.
        package let name: String
        /// Nil where the file itself may say it.
        package let asAt: Day?
        /// That the same data is there already is known and meant.
        package let again: Bool

        package init(files: [ReturnSource], name: String, asAt: Day?, again: Bool) {
            self.files = files
            self.name = name
            self.asAt = asAt
            self.again = again
        }
    }

    /// Reads, checks and stores a return: all of it in one transaction, or nothing.
    ///
    /// Throws `LoadReturn.Refused` and `KeyFile.Refused`. `beforeStoring` runs in the transaction first, and may stop it.
    package func load(
        _ given: Load, authority: ID<Authority>, account: ID<Account>?, at now: Instant, on today: Day,
        beforeStoring: @escaping @Sendable (Connection) throws -> Void = { _ in },
        step: @escaping @Sendable (LoadReturn.Step) -> Void = { _ in }
    ) async throws -> (file: ID<ReturnFile>, ready: LoadReturn.Ready) {
        step(.reading)
        let mapping = try await database.read { try ValueMappingSQL.mapping($0, authority) }
        let ready = try await Self.ready(given, mapping, on: today, step: step)
        let changed = changed
        let sealed = try await sealedOriginal(given.files, authority)
        let file = try await database.write(for: authority) { connection in
            try beforeStoring(connection)
            if !given.again { try LoadReturn.refuseSame(ready, connection, authority) }
            var original: ID<StoredFile>?
            if let (key, bytes) = sealed {
                try SealedFiles.keep(key, at: now, connection)
                original = try connection.keep(
                    bytes, name: "original of a return", mediaType: "application/octet-stream",
                    for: authority, at: now
                ).id
            }
            return try LoadReturn.keep(
                ready, original: original, by: account, at: now, connection, authority, changed: changed,
                step: step)
        }
        return (file, ready)
    }

    private static func ready(
        _ given: Load, _ mapping: ValueMapping, on today: Day,
        step: @escaping @Sendable (LoadReturn.Step) -> Void
    ) async throws -> LoadReturn.Ready {
        try await Blocking.run { () throws -> LoadReturn.Ready in
            var understood: UnderstoodReturn
            do throws(UnusableFile) {
                understood = try ReadReturn.understand(given.files)
            } catch {
                throw LoadReturn.Refused.unusable(error.sentence)
            }
            let asAt = try LoadReturn.decide(
                asAt: given.asAt, referenceDate: understood.referenceDate, on: today)
            step(.checking)
            // The rules see values as the authority maps them; what is stored is as it was read, so that a mapping
            // can be taken back.
            understood.found = ReadReturn.check(understood.mapped(mapping), asAt: asAt)
            return LoadReturn.Ready(understood, asAt: asAt, files: given.files, name: given.name)
        }
    }

    /// The files sealed together; nil where the authority drops them.
    private func sealedOriginal(
        _ files: [ReturnSource], _ authority: ID<Authority>
    ) async throws -> (SealedFiles.Key, [UInt8])? {
        let seals = SealedFiles(keyFile: keyFile)
        let key = try await database.read { connection -> SealedFiles.Key? in
            guard try KeptOriginals.setting(connection, authority).keeps else { return nil }
            return try seals.key(for: authority, connection)
        }
        guard let key else { return nil }
        return (key, try SealedFiles.seal(PackedFiles.pack(files), for: .original, key))
    }
}

extension LoadReturn {
    /// The same data that counts already, under this date or another: a file sent twice by mistake.
    static func refuseSame(_ ready: Ready, _ connection: Connection, _ authority: ID<Authority>) throws {
        let counting = try ReturnFilesSQL.current(connection, authority)
        guard let same = counting.first(where: { isSame(ready, $0) }) else { return }
        throw Refused.sameAgain(sameWords(same))
    }

    static func isSame(_ ready: Ready, _ vintage: ReturnVintage) -> Bool {
        vintage.kind == ready.understood.kind
            && (vintage.columnsDigest == ready.columnsDigest || vintage.sha256 == ready.sha256)
    }

    static func sameWords(_ vintage: ReturnVintage) -> String {
        "This is the same data that was loaded on \(vintage.loadedAt.inLondon.day.long) as at \(vintage.asAt.long)"
    }
}
