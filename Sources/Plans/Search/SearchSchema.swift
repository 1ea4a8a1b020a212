import Storage

enum SearchSchema {
    static let migrations = [
        Migration(
            number: 42, name: "search",
            sql: """
                -- What can be found, and every word of it once. Both are made from the records, and can be made anew.
                CREATE TABLE search_entry (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    plan INTEGER,
                    address TEXT NOT NULL,
                    title TEXT NOT NULL,
                    body TEXT NOT NULL,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, kind, subject)
                );
                CREATE INDEX search_entry_plan ON search_entry (authority, plan);
                CREATE TABLE search_word (
                    authority INTEGER NOT NULL,
                    word TEXT NOT NULL,
                    entry INTEGER NOT NULL,
                    weight INTEGER NOT NULL,
                    PRIMARY KEY (authority, word, entry)
                );
                CREATE INDEX search_word_entry ON search_word (authority, entry);
                -- How far into the journal the index has come.
                CREATE TABLE search_progress (
                    authority INTEGER NOT NULL PRIMARY KEY REFERENCES authority (id),
                    sequence INTEGER NOT NULL
                );
                """)
    ]
}
