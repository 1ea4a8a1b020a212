import Storage

/// Every child of a list, reviewed at their own next conference. Migration 75.
enum CohortsSchema {
    static let migrations = [
        Migration(
            number: 75, name: "cohort reviews",
            sql: """
                CREATE TABLE cohort (
                    authority INTEGER NOT NULL REFERENCES authority (id),
                    id INTEGER NOT NULL,
                    title TEXT NOT NULL,
                    question TEXT NOT NULL,
                    node INTEGER NOT NULL,
                    list_words TEXT NOT NULL,
                    list_on TEXT NOT NULL,
                    -- Ended ones are looked at again after so many months.
                    look_after_months INTEGER NOT NULL DEFAULT 3,
                    -- How many the list was taken from; and afterwards, on a day, how many are on such a list of how many.
                    whole INTEGER,
                    after_on TEXT,
                    after_count INTEGER,
                    after_whole INTEGER,
                    made_at TEXT NOT NULL,
                    made_by INTEGER,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );

                CREATE TABLE cohort_child (
                    authority INTEGER NOT NULL,
                    cohort INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    reference TEXT NOT NULL,
                    holder TEXT NOT NULL DEFAULT '',
                    holder_person INTEGER,
                    team TEXT NOT NULL DEFAULT '',
                    node INTEGER,
                    -- The child's own next conference; a moved one keeps the first.
                    due_on TEXT,
                    first_due_on TEXT,
                    decision TEXT CHECK (decision IN ('continue', 'end', 'other')),
                    decided_on TEXT,
                    decided_by TEXT,
                    why TEXT,
                    recorded_at TEXT,
                    recorded_by INTEGER,
                    look_on TEXT,
                    looked_at TEXT,
                    looked_by INTEGER,
                    looked TEXT CHECK (looked IN ('right', 'again')),
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, cohort, number),
                    UNIQUE (authority, cohort, reference),
                    FOREIGN KEY (authority, cohort) REFERENCES cohort (authority, id),
                    FOREIGN KEY (authority, holder_person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id)
                );
                CREATE INDEX cohort_child_due ON cohort_child (authority, due_on);

                -- Each decision and each moved date, as it was recorded.
                CREATE TABLE cohort_fact (
                    authority INTEGER NOT NULL,
                    cohort INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('moved', 'decided', 'looked')),
                    text TEXT NOT NULL,
                    day TEXT,
                    at TEXT NOT NULL,
                    account INTEGER,
                    PRIMARY KEY (authority, cohort, number, sequence),
                    FOREIGN KEY (authority, cohort, number)
                        REFERENCES cohort_child (authority, cohort, number)
                );
                """)
    ]
}
