import Storage

enum CalendarSchema {
    static let migrations = [
        Migration(
            number: 41, name: "calendar feed",
            sql: """
                -- The private address of somebody's calendar: only the hash of its secret is kept.
                CREATE TABLE calendar_feed (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    token_hash TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    made TEXT NOT NULL,
                    revoked TEXT,
                    PRIMARY KEY (authority, token_hash),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id)
                );
                CREATE INDEX calendar_feed_account ON calendar_feed (authority, account);
                """)
    ]
}
