package import Kernel
package import ReturnFormats
package import Storage

/// The files that were loaded, as others read them. Every statement runs on both engines.
package enum ReturnFilesSQL {
    /// Every file, withdrawn or not: the latest date first, and of a date the latest vintage first.
    package static func all(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [ReturnVintage] {
        var seen: Set<String> = []
        return try connection.rows(
            """
            SELECT f.id, f.kind, f.as_at, f.loaded_at, f.name, f.row_count, f.child_count, a.name,
                CASE WHEN f.original IS NULL THEN 0 ELSE 1 END, w.at, b.name, w.reason,
                f.columns_sha256, f.sha256, f.size
            FROM return_file f
            LEFT JOIN account a ON a.authority = f.authority AND a.id = f.account
            LEFT JOIN return_withdrawal w ON w.authority = f.authority AND w.file = f.id
            LEFT JOIN account b ON b.authority = w.authority AND b.id = w.account
            WHERE f.authority = $1
            ORDER BY f.as_at DESC, f.kind, f.loaded_at DESC, f.id DESC
            """, [.id(authority)], vintage
        ).map { vintage in
            var vintage = vintage
            vintage.counts =
                vintage.withdrawal == nil
                && seen.insert("\(vintage.kind.rawValue) \(vintage.asAt)").inserted
            return vintage
        }
    }

    /// The files that count: of each kind and date the latest vintage that is not withdrawn. Latest date first.
    package static func current(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> [ReturnVintage] {
        try all(connection, authority).filter(\.counts)
    }

    package static func file(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<ReturnFile>
    ) throws -> ReturnVintage? {
        try all(connection, authority).first { $0.id == id }
    }

    /// What each list of a file was taken from, and for what.
    static func lists(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<ReturnFile>
    ) throws -> [UnderstoodReturn.List] {
        try connection.first(
            "SELECT understood_json FROM return_file WHERE authority = $1 AND id = $2",
            [.id(authority), .id(id)]
        ) { try $0.json(0)["lists"]?.array?.compactMap(UnderstoodReturn.List.init(json:)) ?? [] } ?? []
    }

    private static func vintage(_ row: Row) throws -> ReturnVintage {
        guard let kind = ReturnKind(rawValue: try row.text(1)) else {
            throw StorageError.fault("A file is of no kind.")
        }
        let withdrawal = try row.instantOrNil(9).map {
            ReturnVintage.Withdrawal(at: $0, by: try row.textOrNil(10), reason: try row.text(11))
        }
        return ReturnVintage(
            id: try row.id(0), kind: kind, asAt: try row.day(2), loadedAt: try row.instant(3),
            name: try row.text(4), rows: try row.int(5), children: try row.int(6),
            loadedBy: try row.textOrNil(7), keepsOriginal: try row.bool(8), withdrawal: withdrawal,
            counts: false, columnsDigest: try row.text(12), sha256: try row.text(13), size: try row.int(14))
    }
}

extension ReturnFilesSQL {
    /// The columns of an Annex A, its values recognised as the authority's mapping has it; nil where there is none.
    package static func annexA(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<ReturnFile>
    ) throws -> AnnexA? {
        guard case .annexA(let file)? = try StoredReturn.read(connection, authority, id) else { return nil }
        return try ValueMappingSQL.mapping(connection, authority).applied(to: file)
    }

    /// The columns of a census; nil where there is none.
    package static func census(
        _ connection: Connection, _ authority: ID<Authority>, _ id: ID<ReturnFile>
    ) throws -> CINReturn? {
        guard case .census(let file)? = try StoredReturn.read(connection, authority, id) else { return nil }
        return file
    }

    /// Teams as files write them, folded (`NameKey.fold`), with the node that each is: as somebody said, or as a node
    /// of that name stood on the day of the latest Annex A or on the day given. Empty while there is neither.
    package static func units(
        _ connection: Connection, _ authority: ID<Authority>, on day: Day? = nil
    ) throws -> [String: ID<Node>] {
        guard let day = try day ?? latestAnnexA(connection, authority)?.asAt else { return [:] }
        return try UnitMappingSQL.mapping(connection, authority, on: day).nodes
    }

    /// The Annex A that counts now: of the latest day, its latest vintage that nobody withdrew.
    package static func latestAnnexA(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> ReturnVintage? {
        try current(connection, authority).first { $0.kind == .annexA }
    }

    /// What stands for no worker, folded as `WorkerCell.fold` does; the empty text is always among them.
    package static func placeholders(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> Set<String> {
        Set(try WorkerPlaceholders.standing(connection, authority).words.map(WorkerCell.fold))
            .union([""])
    }

    /// The register of qualified workers that was given last; nil while there is none.
    package static func register(
        _ connection: Connection, _ authority: ID<Authority>
    ) throws -> WorkerRegister? {
        try WorkerRegisterSQL.latest(connection, authority)
    }

    /// What every rule found in a file, the gravest first, without the rows.
    package static func findings(
        _ connection: Connection, _ authority: ID<Authority>, _ file: ID<ReturnFile>
    ) throws -> [FoundRule] {
        try FindingsSQL.findings(connection, authority, file)
    }
}
