package import Kernel
package import ReturnFormats
package import Storage

/// Loading a return: read, understood, and then stored whole or not at all.
package enum LoadReturn {
    package enum Refused: Refusal {
        case fileMissing
        case unusable(String)
        case dateMissing
        case dateWrong(String)
        case dateAhead
        /// A census says its date itself; somebody gave another.
        case dateOther(Day)
        case dateUnclear
        case sameAgain(String)
        case gone
        case underWay

        package var sentence: String {
            switch self {
            case .fileMissing: "Choose the file, or all files of the return"
            case .unusable(let sentence): sentence
            case .dateMissing: "Give the day that the data stood for"
            case .dateWrong(let sentence): sentence
            case .dateAhead: "That day has not come yet: give the day that the data stood for"
            case .dateOther(let day):
                "The census itself gives \(day.long) as its reference date: load it as at that day"
            case .dateUnclear: "Say whether it is the day in the file’s name, or give another"
            case .sameAgain(let what): "\(what). Tick that you want to load it all the same"
            case .gone: "This file was thrown away, or kept too long: give it again"
            case .underWay: "This file is being loaded already"
            }
        }

        package var field: String? {
            switch self {
            case .fileMissing, .unusable: "file"
            case .dateMissing, .dateWrong, .dateAhead, .dateOther: "asAt"
            case .dateUnclear: "which"
            case .sameAgain: "again"
            case .gone, .underWay: nil
            }
        }
    }

    /// What becomes a vintage, ready to be stored.
    package struct Ready: Sendable {
        let understood: UnderstoodReturn
        /// The bytes of each list, made before the transaction so that it is short.
        let blocks: [(list: Int, bytes: [UInt8])]
        let asAt: Day
        let name: String
        /// SHA-256 of what was given, and its length in bytes.
        let sha256: String
        let size: Int
        /// SHA-256 of the columns: the same where a file says the same, however it was saved.
        let columnsDigest: String

        package init(_ understood: UnderstoodReturn, asAt: Day, files: [ReturnSource], name: String) {
            self.understood = understood
            self.asAt = asAt
            self.name = name
            blocks = StoredReturn.blocks(of: understood.columns)
            sha256 = Digest.of(files)
            size = files.reduce(0) { $0 + $1.bytes.count }
            columnsDigest = Digest.of(blocks.map { ReturnSource(name: "\($0.list)", bytes: $0.bytes) })
        }
    }

    /// How far a load has come, for whoever waits.
    package enum Step: Hashable, Sendable {
        case reading, checking
        case storing(done: Int, of: Int)
        case following
    }

    /// The day that the data stood for: as given, against what the file says and today.
    package static func decide(
        asAt given: Day?, referenceDate: Day?, on today: Day
    ) throws(Refused) -> Day {
        if let referenceDate, let given, given != referenceDate { throw .dateOther(referenceDate) }
        guard let day = given ?? referenceDate else { throw .dateMissing }
        guard day <= today else { throw .dateAhead }
        return day
    }

    /// Stores the vintage in this transaction: columns, findings, event, and what follows elsewhere.
    ///
    /// `original` is the sealed original, where the authority keeps it.
    package static func keep(
        _ ready: Ready, original: ID<StoredFile>?, by account: ID<Account>?, at now: Instant,
        _ connection: Connection, _ authority: ID<Authority>, changed: ReturnsChanged,
        step: (Step) -> Void = { _ in }
    ) throws -> ID<ReturnFile> {
        let id = ID<ReturnFile>.make(at: now)
        let understood = ready.understood
        try connection.run(
            """
            INSERT INTO return_file (authority, id, kind, as_at, loaded_at, account, name, sha256, size,
                columns_sha256, row_count, child_count, understood_json, original)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            [
                .id(authority), .id(id), .text(understood.kind.rawValue), .day(ready.asAt), .instant(now),
                .id(account), .text(ready.name), .text(ready.sha256), .int(ready.size),
                .text(ready.columnsDigest), .int(understood.rows), .int(understood.children),
                .json([
                    "lists": .array(understood.lists.map(\.json)),
                    "passedOver": .strings(understood.passedOver),
                ]), .id(original),
            ])
        for (done, block) in ready.blocks.enumerated() {
            step(.storing(done: done, of: ready.blocks.count))
            try StoredColumns.insert(block.bytes, of: block.list, id, connection, authority)
        }
        step(.following)
        for found in understood.found { try FindingsSQL.insert(found, id, connection, authority) }
        try insertTexts(understood, id, connection, authority)
        try connection.record(
            Event(
                authority: authority, at: now, actor: account, kind: "return.loaded", subject: "return",
                subjectID: id,
                to: [
                    "says": .string(
                        "Loaded \(understood.kind.words) as at \(ready.asAt.long): \(counted(understood.rows, "row"))"
                    ),
                    "kind": .string(understood.kind.rawValue), "asAt": .string(ready.asAt.description),
                    "file": .string(ready.name), "rows": .integer(Int64(understood.rows)),
                    "keepsOriginal": .bool(original != nil),
                ]))
        try changed(connection, authority, .loaded(id), now)
        return id
    }

    private static func insertTexts(
        _ understood: UnderstoodReturn, _ id: ID<ReturnFile>, _ connection: Connection,
        _ authority: ID<Authority>
    ) throws {
        try connection.insert(
            into: "return_unknown", ["authority", "file", "field", "written", "found"],
            rows: understood.unknownValues.map {
                [.id(authority), .id(id), .text($0.field.rawValue), .text($0.written), .int($0.count)]
            })
        try connection.insert(
            into: "return_team", ["authority", "file", "name_key", "written", "found"],
            rows: understood.teams.map {
                [.id(authority), .id(id), .text($0.key), .text($0.written), .int($0.count)]
            })
    }
}
