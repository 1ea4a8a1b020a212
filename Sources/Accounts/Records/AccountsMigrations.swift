package import Storage

extension AccountsFeature {
    /// Numbers 20 to 29.
    package static let migrations = [accounts, secondFactors, sessions, grants, signingIn]

    private static let accounts = Migration(
        number: 20, name: "account",
        sql: """
            CREATE TABLE account (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                email TEXT NOT NULL CONSTRAINT account_email_is_lower_case CHECK (email = lower(email)),
                name TEXT NOT NULL CONSTRAINT account_has_name CHECK (name <> ''),
                person INTEGER,
                -- argon2id in PHC form; null until the first one-time link was used.
                password TEXT,
                created TEXT NOT NULL,
                last_signed_in TEXT,
                disabled TEXT,
                PRIMARY KEY (authority, id)
            );
            CREATE UNIQUE INDEX account_email ON account (authority, email);
            """)

    private static let secondFactors = Migration(
        number: 21, name: "second factor",
        sql: """
            CREATE TABLE second_factor (
                authority INTEGER NOT NULL,
                account INTEGER NOT NULL,
                secret BLOB NOT NULL,
                -- The step of the last code taken: each is taken once.
                last_step INTEGER NOT NULL,
                since TEXT NOT NULL,
                PRIMARY KEY (authority, account),
                FOREIGN KEY (authority, account) REFERENCES account (authority, id)
            );
            CREATE TABLE recovery_code (
                authority INTEGER NOT NULL,
                account INTEGER NOT NULL,
                hash TEXT NOT NULL,
                salt BLOB NOT NULL,
                used TEXT,
                PRIMARY KEY (authority, account, hash),
                FOREIGN KEY (authority, account) REFERENCES account (authority, id)
            );
            """)

    private static let sessions = Migration(
        number: 22, name: "session",
        sql: """
            CREATE TABLE session (
                authority INTEGER NOT NULL,
                token_hash TEXT NOT NULL,
                id INTEGER NOT NULL,
                account INTEGER NOT NULL,
                form_secret TEXT NOT NULL,
                made TEXT NOT NULL,
                last_seen TEXT NOT NULL,
                ended TEXT,
                -- A salted hash of where it came from, and what program it was, in a few words.
                address TEXT NOT NULL,
                agent TEXT NOT NULL,
                PRIMARY KEY (authority, token_hash),
                FOREIGN KEY (authority, account) REFERENCES account (authority, id)
            );
            CREATE UNIQUE INDEX session_id ON session (authority, id);
            CREATE INDEX session_account ON session (authority, account, ended);
            """)

    private static let grants = Migration(
        number: 23, name: "access grant",
        sql: """
            CREATE TABLE access_grant (
                authority INTEGER NOT NULL,
                id INTEGER NOT NULL,
                account INTEGER NOT NULL,
                role TEXT NOT NULL,
                scope_kind TEXT NOT NULL CONSTRAINT access_grant_scope_kind
                    CHECK (scope_kind IN ('authority', 'node', 'plan', 'sample')),
                scope_id INTEGER,
                from_day TEXT NOT NULL,
                until_day TEXT,
                given_by INTEGER,
                given TEXT NOT NULL,
                reason TEXT NOT NULL,
                ended TEXT,
                ended_by INTEGER,
                end_reason TEXT,
                PRIMARY KEY (authority, id),
                FOREIGN KEY (authority, account) REFERENCES account (authority, id),
                CONSTRAINT access_grant_scope CHECK ((scope_kind = 'authority') = (scope_id IS NULL)),
                CONSTRAINT access_grant_days CHECK (until_day IS NULL OR from_day <= until_day),
                CONSTRAINT access_grant_observer_ends CHECK (role <> 'observer' OR until_day IS NOT NULL)
            );
            CREATE INDEX access_grant_account ON access_grant (authority, account);
            """)

    private static let signingIn = Migration(
        number: 24, name: "signing in",
        sql: """
            -- One guess makes a row for each thing that it is counted against.
            CREATE TABLE sign_in_guess (
                authority INTEGER NOT NULL REFERENCES authority (id),
                id INTEGER NOT NULL,
                subject TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (authority, id, subject)
            );
            CREATE INDEX sign_in_guess_subject ON sign_in_guess (authority, subject, at);
            -- Somebody whose password was right and who still owes the second step.
            CREATE TABLE sign_in_step (
                authority INTEGER NOT NULL,
                token_hash TEXT NOT NULL,
                account INTEGER NOT NULL,
                kind TEXT NOT NULL CONSTRAINT sign_in_step_kind CHECK (kind IN ('code', 'enrol')),
                secret BLOB,
                back TEXT NOT NULL,
                expires TEXT NOT NULL,
                PRIMARY KEY (authority, token_hash),
                FOREIGN KEY (authority, account) REFERENCES account (authority, id)
            );
            CREATE TABLE one_time_link (
                authority INTEGER NOT NULL,
                token_hash TEXT NOT NULL,
                account INTEGER NOT NULL,
                kind TEXT NOT NULL CONSTRAINT one_time_link_kind CHECK (kind IN ('invitation', 'reset')),
                drops_second_factor INTEGER NOT NULL
                    CONSTRAINT one_time_link_drops CHECK (drops_second_factor IN (0, 1)),
                made TEXT NOT NULL,
                made_by INTEGER,
                expires TEXT NOT NULL,
                used TEXT,
                PRIMARY KEY (authority, token_hash),
                FOREIGN KEY (authority, account) REFERENCES account (authority, id)
            );
            """)
}
