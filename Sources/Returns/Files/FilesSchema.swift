import Storage

/// Files that were loaded, what their values stand for, and what is wrong with them. Migrations 50 to 54.
enum FilesSchema {
    static let migrations = [files, quality, mapping, drafts]

    private static let files = Migration(
        number: 50, name: "return files",
        sql: """
            -- A file that was loaded: a vintage of its date. Never changed; the latest of a kind and date that is
            -- not withdrawn counts. The original is kept sealed, or not at all.
            CREATE TABLE return_file (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('annexA', 'cinCensus')),
                as_at TEXT NOT NULL,
                loaded_at TEXT NOT NULL,
                account INTEGER,
                name TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                size INTEGER NOT NULL,
                columns_sha256 TEXT NOT NULL,
                row_count INTEGER NOT NULL,
                child_count INTEGER NOT NULL,
                understood_json TEXT NOT NULL,
                original INTEGER,
                PRIMARY KEY (authority, id),
                FOREIGN KEY (authority, original) REFERENCES stored_file (authority, id)
            );
            CREATE INDEX return_file_date ON return_file (authority, kind, as_at, loaded_at);

            -- The typed columns of a list as bytes, in parts; part of a census, which is one list, too.
            CREATE TABLE return_columns (
                authority INTEGER NOT NULL,
                file INTEGER NOT NULL,
                list INTEGER NOT NULL,
                part INTEGER NOT NULL,
                bytes BLOB NOT NULL,
                PRIMARY KEY (authority, file, list, part),
                FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
            );

            CREATE TABLE return_withdrawal (
                authority INTEGER NOT NULL,
                file INTEGER NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                reason TEXT NOT NULL,
                PRIMARY KEY (authority, file),
                FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
            );
            """)

    private static let quality = Migration(
        number: 51, name: "return quality",
        sql: """
            -- What a rule found in a file, none included. Its rows are packed: list, place and child of each.
            CREATE TABLE return_finding (
                authority INTEGER NOT NULL,
                file INTEGER NOT NULL,
                rule TEXT NOT NULL,
                severity TEXT NOT NULL CHECK (severity IN ('error', 'query', 'note')),
                title TEXT NOT NULL,
                found INTEGER NOT NULL,
                children INTEGER NOT NULL,
                -- The numbers of the lists that the rule reads, as JSON.
                lists_json TEXT NOT NULL,
                places BLOB NOT NULL,
                PRIMARY KEY (authority, file, rule),
                FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
            );

            -- A value that nobody recognised when the file was loaded, as written.
            CREATE TABLE return_unknown (
                authority INTEGER NOT NULL,
                file INTEGER NOT NULL,
                field TEXT NOT NULL,
                written TEXT NOT NULL,
                found INTEGER NOT NULL,
                PRIMARY KEY (authority, file, field, written),
                FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
            );

            -- What a file calls its teams.
            CREATE TABLE return_team (
                authority INTEGER NOT NULL,
                file INTEGER NOT NULL,
                name_key TEXT NOT NULL,
                written TEXT NOT NULL,
                found INTEGER NOT NULL,
                PRIMARY KEY (authority, file, name_key),
                FOREIGN KEY (authority, file) REFERENCES return_file (authority, id)
            );
            """)

    private static let mapping = Migration(
        number: 52, name: "return mapping",
        sql: """
            -- What somebody said that a value stands for. A later row takes over; code null where it stays as
            -- written, is_open 1 where the saying was taken back.
            CREATE TABLE value_mapping (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                field TEXT NOT NULL,
                written TEXT NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                code TEXT,
                is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
                PRIMARY KEY (authority, id)
            );
            CREATE INDEX value_mapping_written ON value_mapping (authority, field, written);

            -- Which part of the organisation a file means by a team; node null where it is not one of ours.
            CREATE TABLE unit_mapping (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                name_key TEXT NOT NULL,
                written TEXT NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                node INTEGER,
                is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
                PRIMARY KEY (authority, id),
                FOREIGN KEY (authority, node) REFERENCES node (authority, id)
            );
            CREATE INDEX unit_mapping_name ON unit_mapping (authority, name_key);

            -- What stands in files where nobody is the worker: the whole list anew each time.
            CREATE TABLE worker_placeholders (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                words_json TEXT NOT NULL,
                PRIMARY KEY (authority, id)
            );

            -- The register of qualified workers: the whole register anew each time.
            CREATE TABLE worker_register (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                at TEXT NOT NULL,
                as_at TEXT NOT NULL,
                account INTEGER,
                name TEXT NOT NULL,
                PRIMARY KEY (authority, id)
            );
            CREATE TABLE registered_worker (
                authority INTEGER NOT NULL,
                register INTEGER NOT NULL,
                number INTEGER NOT NULL,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                registration TEXT,
                team TEXT,
                full_time REAL,
                is_new INTEGER CHECK (is_new IN (0, 1)),
                is_agency INTEGER CHECK (is_agency IN (0, 1)),
                PRIMARY KEY (authority, register, number),
                FOREIGN KEY (authority, register) REFERENCES worker_register (authority, id)
            );
            """)

    private static let drafts = Migration(
        number: 53, name: "return drafts",
        sql: """
            -- Whether originals are kept; the latest row holds.
            CREATE TABLE return_setting (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                at TEXT NOT NULL,
                account INTEGER,
                keeps_originals INTEGER NOT NULL CHECK (keeps_originals IN (0, 1)),
                PRIMARY KEY (authority, id)
            );

            -- Tells whether a key is the one that this authority's files were sealed with; not the key.
            CREATE TABLE return_key (
                authority INTEGER NOT NULL REFERENCES authority (id),
                check_value TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (authority)
            );

            -- Files that somebody gave and has not loaded: sealed, private, and gone after two days.
            CREATE TABLE return_draft (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                account INTEGER NOT NULL,
                made_at TEXT NOT NULL,
                name TEXT NOT NULL,
                file INTEGER NOT NULL,
                loading_since TEXT,
                refused TEXT,
                PRIMARY KEY (authority, id),
                FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id)
            );
            """)
}
