package import Kernel
package import PlanReading
package import Storage

/// One person's private reading of a file, before anything of it is a plan. Kept 30 days from the last step.
package struct ImportDraft: Sendable {
    package var id: ID<ImportDraft>
    package var file: ID<StoredFile>
    package var fileName: String
    package var made: Instant
    package var saved: Instant
    package var readInMilliseconds: Int
    package var options: PlanReader.Options
    package var edits: [DraftEdit]
    package var revision: Int

    package static let daysKept = 30

    /// The last day on which it can be taken up again.
    package var lastDay: Day { saved.inLondon.day.adding(days: ImportDraft.daysKept) }
}

/// Reading and writing drafts: always by the account that made them.
package enum DraftSQL {
    private static let columns = """
        id, file, file_name, made_at, saved_at, read_in_milliseconds, options_json, edits_json, revision
        """

    private static func draft(_ row: Row) throws -> ImportDraft {
        ImportDraft(
            id: try row.id(0), file: try row.id(1), fileName: try row.text(2), made: try row.instant(3),
            saved: try row.instant(4), readInMilliseconds: try row.int(5),
            options: PlanReader.Options(json: try row.json(6)),
            edits: try row.json(7).array?.compactMap(DraftEdit.init(json:)) ?? [], revision: try row.int(8))
    }

    /// The moment before which a draft was last saved that is kept no longer.
    private static func oldest(_ now: Instant) -> Instant {
        now.adding(seconds: -Int64(ImportDraft.daysKept) * 86_400)
    }

    package static func drafts(
        _ connection: Connection, _ officer: Officer, at now: Instant
    ) throws -> [ImportDraft] {
        try connection.rows(
            """
            SELECT \(columns) FROM import_draft
            WHERE authority = $1 AND account = $2 AND saved_at >= $3
            ORDER BY saved_at DESC, id DESC
            """, [.id(officer.authority), .id(officer.account), .instant(oldest(now))], draft)
    }

    /// Removes the authority's drafts that have been left too long, with their files.
    package static func removeExpired(
        _ connection: Connection, _ authority: ID<Authority>, at now: Instant
    ) throws {
        let expired = try connection.rows(
            "SELECT id, file FROM import_draft WHERE authority = $1 AND saved_at < $2",
            [.id(authority), .instant(oldest(now))]
        ) { (id: try $0.id(0) as ID<ImportDraft>, file: try $0.id(1) as ID<StoredFile>) }
        for draft in expired {
            try connection.run(
                "DELETE FROM import_draft WHERE authority = $1 AND id = $2", [.id(authority), .id(draft.id)])
            try connection.remove(file: draft.file, of: authority)
        }
    }

    package static func draft(
        _ connection: Connection, _ officer: Officer, _ id: ID<ImportDraft>, at now: Instant
    ) throws -> ImportDraft? {
        try connection.first(
            """
            SELECT \(columns) FROM import_draft
            WHERE authority = $1 AND account = $2 AND id = $3 AND saved_at >= $4
            """,
            [.id(officer.authority), .id(officer.account), .id(id), .instant(oldest(now))], draft)
    }

    package static func insert(
        _ draft: ImportDraft, _ connection: Connection, _ officer: Officer
    ) throws {
        try connection.run(
            """
            INSERT INTO import_draft (authority, id, account, file, file_name, made_at, saved_at,
                read_in_milliseconds, options_json, edits_json, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .id(officer.authority), .id(draft.id), .id(officer.account), .id(draft.file),
                .text(draft.fileName), .instant(draft.made), .instant(draft.saved),
                .int(draft.readInMilliseconds), .json(draft.options.json),
                .json(.array(draft.edits.map(\.json))), .int(draft.revision),
            ])
    }

    /// Saves a step; false when the draft was saved elsewhere since it was read.
    package static func save(
        _ draft: ImportDraft, _ connection: Connection, _ officer: Officer, at now: Instant
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE import_draft SET options_json = $4, edits_json = $5, saved_at = $6, revision = revision + 1
            WHERE authority = $1 AND account = $2 AND id = $3 AND revision = $7
            """,
            [
                .id(officer.authority), .id(officer.account), .id(draft.id), .json(draft.options.json),
                .json(.array(draft.edits.map(\.json))), .instant(now), .int(draft.revision),
            ]) == 1
    }

    package static func delete(
        _ draft: ID<ImportDraft>, _ connection: Connection, _ officer: Officer
    ) throws {
        try connection.run(
            "DELETE FROM import_draft WHERE authority = $1 AND account = $2 AND id = $3",
            [.id(officer.authority), .id(officer.account), .id(draft)])
    }
}

extension PlanReader.Options {
    /// How what a person settled is kept with the draft.
    package var json: JSON {
        [
            "baseYear": .optional(baseYear),
            "columns": .array(
                columns.sorted { ($0.key.table, $0.key.column) < ($1.key.table, $1.key.column) }.map {
                    [
                        "table": .integer(Int64($0.key.table)), "column": .integer(Int64($0.key.column)),
                        "meaning": .string($0.value.rawValue),
                    ]
                }),
            "tables": .array(
                tables.sorted { $0.key < $1.key }.map {
                    ["table": .integer(Int64($0.key)), "isPlan": .bool($0.value)]
                }),
        ]
    }

    package init(json: JSON) {
        self.init()
        baseYear = json["baseYear"]?.integer
        for column in json["columns"]?.array ?? [] {
            guard let table = column["table"]?.integer, let number = column["column"]?.integer,
                let meaning = column["meaning"]?.string.flatMap(ColumnMeaning.init)
            else { continue }
            columns[PlanReader.ColumnKey(table: table, column: number)] = meaning
        }
        for table in json["tables"]?.array ?? [] {
            guard let number = table["table"]?.integer, let isPlan = table["isPlan"] else { continue }
            tables[number] = isPlan == .bool(true)
        }
    }
}
