import Storage

/// Children who are not safe, or of whom nobody is sure: what was done, and who assured it. Migration 73.
enum SafetySchema {
    static let migrations = [
        Migration(
            number: 73, name: "safety items",
            sql: """
                -- Opened by the answer "not safe" or "not sure" of one reading. leg and audit are barred from whoever
                -- grades the other leg until the round's verification closes. answer is the last one: once opened, an
                -- item stays when the answer becomes "yes".
                CREATE TABLE safety_item (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    round INTEGER NOT NULL,
                    subject INTEGER NOT NULL,
                    audit INTEGER NOT NULL,
                    leg TEXT NOT NULL CHECK (leg IN ('first', 'second')),
                    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure')),
                    raised_at TEXT NOT NULL,
                    -- Moments: after due_at without an assurance the next level is asked too, after next_due_at the
                    -- one above that.
                    due_at TEXT NOT NULL,
                    next_due_at TEXT NOT NULL,
                    node INTEGER,
                    -- What was done, by the manager above the case's team.
                    done TEXT,
                    done_at TEXT,
                    done_by INTEGER,
                    -- The assurance, addressed to the director, by a person above them.
                    assurance TEXT,
                    assured_at TEXT,
                    assured_by INTEGER,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, audit),
                    FOREIGN KEY (authority, round) REFERENCES audit_round (authority, id),
                    FOREIGN KEY (authority, subject) REFERENCES audit_case (authority, id),
                    FOREIGN KEY (authority, audit) REFERENCES case_audit (authority, id),
                    FOREIGN KEY (authority, node) REFERENCES node (authority, id),
                    FOREIGN KEY (authority, done_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, assured_by) REFERENCES person (authority, id)
                );
                CREATE INDEX safety_item_open ON safety_item (authority, assured_at, due_at);

                -- Every answer, what was done and each assurance, as they were given.
                CREATE TABLE safety_fact (
                    authority INTEGER NOT NULL,
                    item INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN
                        ('raised', 'answered', 'done', 'assured', 'reopened')),
                    text TEXT NOT NULL DEFAULT '',
                    person INTEGER,
                    at TEXT NOT NULL,
                    PRIMARY KEY (authority, item, sequence),
                    FOREIGN KEY (authority, item) REFERENCES safety_item (authority, id)
                );
                """)
    ]
}
