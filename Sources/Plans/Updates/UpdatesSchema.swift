import Storage

/// What was said of each action and by whom, and who answered for it from when: never changed, never deleted.
enum UpdatesSchema {
    static let migrations = [
        Migration(
            number: 34, name: "updates",
            sql: """
                -- An action's updates are numbered from 1. due_on is what it answered, missed the due days that had
                -- passed by then; given_for names whom it was given for, where that was not the giver.
                CREATE TABLE action_update (
                    authority INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    given_on TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    name TEXT NOT NULL,
                    given_as TEXT NOT NULL CHECK (given_as IN ('own', 'delegate', 'keeper')),
                    given_for TEXT,
                    done TEXT NOT NULL,
                    in_the_way TEXT,
                    claim TEXT NOT NULL CHECK (claim IN ('blue', 'green', 'amber', 'red', 'grey')),
                    has_begun INTEGER NOT NULL CHECK (has_begun IN (0, 1)),
                    forecast TEXT,
                    due_on TEXT,
                    missed INTEGER NOT NULL,
                    PRIMARY KEY (authority, action, number),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );
                CREATE INDEX action_update_plan ON action_update (authority, plan, at);

                CREATE TABLE action_accountable (
                    authority INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    name TEXT NOT NULL,
                    accountable_post INTEGER,
                    accountable_person INTEGER,
                    words TEXT NOT NULL,
                    reason TEXT,
                    PRIMARY KEY (authority, action, number),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, accountable_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, accountable_person) REFERENCES person (authority, id),
                    CHECK ((accountable_post IS NULL) <> (accountable_person IS NULL))
                );
                CREATE INDEX action_accountable_plan ON action_accountable (authority, plan, at);
                """)
    ]
}
