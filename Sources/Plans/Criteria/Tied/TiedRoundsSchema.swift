import Storage

/// A criterion tied to a question of an audit tool, and what rounds said of it. Migration 78.
enum TiedRoundsSchema {
    static let migrations = [
        Migration(
            number: 78, name: "criteria tied to audit questions",
            sql: """
                -- Which audit question a criterion is tied to, besides a measure or alone; nothing unties it. The
                -- latest holds.
                CREATE TABLE criterion_audit (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    criterion INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    question TEXT,
                    name TEXT,
                    reason TEXT,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, criterion, number),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
                    CHECK ((question IS NULL) = (name IS NULL))
                );
                CREATE INDEX criterion_audit_plan ON criterion_audit (authority, plan, criterion);

                -- What a round said when, for the authority and each unit; the latest holds, and may say that the round
                -- no longer counts. Kept with the criterion, so that its standing on any day can be told again.
                CREATE TABLE criterion_audit_round (
                    authority INTEGER NOT NULL,
                    criterion INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    at TEXT NOT NULL,
                    question TEXT NOT NULL,
                    round TEXT NOT NULL,
                    node INTEGER,
                    day TEXT NOT NULL,
                    met INTEGER NOT NULL,
                    sampled INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    is_independent INTEGER NOT NULL CHECK (is_independent IN (0, 1)),
                    is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
                    is_withheld INTEGER NOT NULL CHECK (is_withheld IN (0, 1)),
                    PRIMARY KEY (authority, criterion, number),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, criterion) REFERENCES plan_criterion (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    CHECK (met >= 0 AND sampled >= met AND sampled >= 1)
                );
                CREATE INDEX criterion_audit_round_plan
                    ON criterion_audit_round (authority, plan, criterion);
                """)
    ]
}
