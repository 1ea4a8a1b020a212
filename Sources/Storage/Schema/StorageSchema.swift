/// The store's own part of the schema: authorities, the journal, uploaded files. Numbers 1 to 99.
enum StorageSchema {
    static let migrations = [authorityAndJournal, storedFile]

    private static let authorityAndJournal = Migration(
        number: 1, name: "authority and journal",
        sql: """
            CREATE TABLE authority (
                id INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                is_example INTEGER NOT NULL CONSTRAINT authority_is_example CHECK (is_example IN (0, 1)),
                example_today TEXT,
                settings TEXT NOT NULL,
                salt BLOB,
                created TEXT NOT NULL
            );
            CREATE TABLE journal_head (
                authority INTEGER NOT NULL PRIMARY KEY REFERENCES authority (id),
                sequence INTEGER NOT NULL,
                hash TEXT NOT NULL
            );
            CREATE TABLE event (
                authority INTEGER NOT NULL REFERENCES authority (id),
                sequence INTEGER NOT NULL,
                at TEXT NOT NULL,
                actor INTEGER,
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                subject_id TEXT NOT NULL,
                plan INTEGER,
                from_json TEXT,
                to_json TEXT,
                reason TEXT,
                previous_hash TEXT NOT NULL,
                hash TEXT NOT NULL,
                PRIMARY KEY (authority, sequence)
            );
            CREATE INDEX event_subject ON event (authority, subject, subject_id, sequence);
            CREATE INDEX event_plan ON event (authority, plan, sequence);
            """,
        sqlite: """
            CREATE TRIGGER event_not_updated BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
            CREATE TRIGGER event_not_deleted BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
            """,
        postgres: """
            CREATE FUNCTION event_kept() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'events are never changed or removed'; END $$;
            CREATE TRIGGER event_kept BEFORE UPDATE OR DELETE ON event
            FOR EACH ROW EXECUTE FUNCTION event_kept();
            CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON event
            FOR EACH STATEMENT EXECUTE FUNCTION event_kept();
            """)

    private static let storedFile = Migration(
        number: 2, name: "stored file",
        sql: """
            CREATE TABLE stored_file (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                name TEXT NOT NULL,
                media_type TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                size INTEGER NOT NULL,
                created TEXT NOT NULL,
                PRIMARY KEY (authority, id)
            );
            CREATE TABLE stored_file_part (
                authority INTEGER NOT NULL,
                file INTEGER NOT NULL,
                part INTEGER NOT NULL,
                bytes BLOB NOT NULL,
                PRIMARY KEY (authority, file, part),
                FOREIGN KEY (authority, file) REFERENCES stored_file (authority, id) ON DELETE CASCADE
            );
            """)
}
