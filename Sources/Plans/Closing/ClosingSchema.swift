import Storage

/// Closing an action by three people, and who speaks for the board.
enum ClosingSchema {
    static let migrations = [
        Migration(
            number: 37, name: "closing",
            sql: """
                -- Who speaks for a body in a plan, from a day until a day.
                CREATE TABLE board_duty (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    body TEXT NOT NULL,
                    person INTEGER NOT NULL,
                    duty TEXT NOT NULL CHECK (duty IN ('chair', 'secretary', 'member')),
                    from_day TEXT NOT NULL,
                    until_day TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    CHECK (until_day IS NULL OR until_day >= from_day)
                );
                CREATE INDEX board_duty_plan ON board_duty (authority, plan);
                CREATE INDEX board_duty_person ON board_duty (authority, person);

                -- One row for each time that closing was proposed. Each step fills its own columns once, and no
                -- step is ever overwritten: what stood at a moment is what was filled by then.
                CREATE TABLE closing (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    proposed_at TEXT NOT NULL,
                    proposed_on TEXT NOT NULL,
                    proposed_account INTEGER NOT NULL,
                    proposed_by INTEGER NOT NULL,
                    acted_for TEXT,
                    done_on TEXT NOT NULL,
                    different TEXT NOT NULL,
                    withdrawn_at TEXT,
                    withdrawn_on TEXT,
                    withdrawn_account INTEGER,
                    withdrawn_because TEXT,
                    verified_at TEXT,
                    verified_on TEXT,
                    verified_account INTEGER,
                    verified_by INTEGER,
                    verdict TEXT CHECK (verdict IN ('accepted', 'rejected')),
                    verdict_because TEXT,
                    decided_at TEXT,
                    decided_on TEXT,
                    decided_account INTEGER,
                    decided_by INTEGER,
                    body TEXT,
                    duty TEXT,
                    met_on TEXT,
                    decision TEXT CHECK (decision IN ('closed', 'not closed')),
                    decision_words TEXT,
                    present TEXT,
                    reopened_at TEXT,
                    reopened_on TEXT,
                    reopened_account INTEGER,
                    reopened_because TEXT,
                    PRIMARY KEY (authority, id),
                    UNIQUE (authority, action, number),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, proposed_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, verified_by) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, decided_by) REFERENCES person (authority, id),
                    CHECK ((verified_at IS NULL) = (verdict IS NULL)),
                    CHECK ((decided_at IS NULL) = (decision IS NULL)),
                    CHECK (withdrawn_at IS NULL OR verified_at IS NULL),
                    CHECK (decision IS NULL OR verdict = 'accepted'),
                    CHECK (reopened_at IS NULL OR decision = 'closed'),
                    CHECK (verified_by <> proposed_by),
                    CHECK (decided_by <> proposed_by AND decided_by <> verified_by)
                );
                CREATE INDEX closing_plan ON closing (authority, plan, proposed_at);
                """)
    ]
}
