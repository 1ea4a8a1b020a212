import Storage

enum DatesSchema {
    static let migrations = [
        Migration(
            number: 35, name: "dates and steps",
            sql: """
                -- Who asks for another date, and why. It is never changed: what was decided stands in date_decision.
                CREATE TABLE date_request (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    was_finish TEXT NOT NULL,
                    start TEXT,
                    finish TEXT NOT NULL,
                    finish_last TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    different TEXT,
                    asked_on TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id)
                );
                CREATE INDEX date_request_action ON date_request (authority, action);
                CREATE INDEX date_request_plan ON date_request (authority, plan);

                -- One decision to a request. `body` is who decided in words, where the account only records it.
                CREATE TABLE date_decision (
                    authority INTEGER NOT NULL,
                    request INTEGER NOT NULL,
                    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
                    body TEXT,
                    words TEXT,
                    decided_on TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER NOT NULL,
                    PRIMARY KEY (authority, request),
                    FOREIGN KEY (authority, request) REFERENCES date_request (authority, id),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
                    FOREIGN KEY (authority, person) REFERENCES person (authority, id),
                    CHECK (approved = 1 OR words IS NOT NULL)
                );

                -- Every date that an action has had, in order; the first is 1. Rows are added and never changed.
                CREATE TABLE action_date (
                    authority INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    start TEXT,
                    finish TEXT NOT NULL,
                    finish_last TEXT NOT NULL,
                    printed TEXT NOT NULL,
                    dated_late INTEGER NOT NULL CHECK (dated_late IN (0, 1)),
                    reason TEXT,
                    approver TEXT,
                    approved_on TEXT,
                    request INTEGER,
                    carried_from INTEGER,
                    at TEXT NOT NULL,
                    account INTEGER,
                    person INTEGER,
                    PRIMARY KEY (authority, action, sequence),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, request) REFERENCES date_request (authority, id),
                    FOREIGN KEY (authority, carried_from) REFERENCES plan_action (authority, id),
                    CHECK (sequence >= 1),
                    CHECK ((sequence = 1) = (reason IS NULL)),
                    CHECK ((sequence = 1) = (approver IS NULL))
                );

                -- A step as each change left it: the highest revision is how it stands.
                CREATE TABLE action_step (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    revision INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    text TEXT NOT NULL,
                    due TEXT NOT NULL,
                    done_on TEXT,
                    done_by INTEGER,
                    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    PRIMARY KEY (authority, id, revision),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, done_by) REFERENCES account (authority, id),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
                    CHECK ((done_on IS NULL) = (done_by IS NULL))
                );
                CREATE INDEX action_step_action ON action_step (authority, action);
                CREATE INDEX action_step_plan ON action_step (authority, plan);

                -- An action that waits for another, of this plan or another of the authority's.
                CREATE TABLE action_wait (
                    authority INTEGER NOT NULL,
                    id INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    waits_for INTEGER NOT NULL,
                    why TEXT NOT NULL,
                    at TEXT NOT NULL,
                    account INTEGER NOT NULL,
                    person INTEGER,
                    ended_at TEXT,
                    ended_by INTEGER,
                    PRIMARY KEY (authority, id),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, waits_for) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, account) REFERENCES account (authority, id),
                    FOREIGN KEY (authority, ended_by) REFERENCES account (authority, id),
                    CHECK (action <> waits_for),
                    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
                );
                CREATE INDEX action_wait_action ON action_wait (authority, action);
                CREATE INDEX action_wait_for ON action_wait (authority, waits_for);
                """)
    ]
}
