package import Storage

/// How a plan is run, and how each of its actions stands in it.
package enum RunningSchema {
    package static let migrations = [
        Migration(
            number: 33, name: "running a plan",
            sql: """
                -- The authority's own words for the five colours; null where the plan prints none.
                CREATE TABLE plan_run (
                    authority INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    update_every_days INTEGER NOT NULL DEFAULT 28,
                    update_words TEXT,
                    first_update_due TEXT,
                    blue_means TEXT,
                    green_means TEXT,
                    amber_means TEXT,
                    red_means TEXT,
                    grey_means TEXT,
                    published_at TEXT,
                    revision INTEGER NOT NULL DEFAULT 1,
                    PRIMARY KEY (authority, plan),
                    FOREIGN KEY (authority, plan) REFERENCES plan (authority, id),
                    CHECK (update_every_days BETWEEN 1 AND 366)
                );
                INSERT INTO plan_run (authority, plan, update_every_days, update_words)
                    SELECT authority, id,
                        CASE update_frequency WHEN 'daily' THEN 1 WHEN 'weekly' THEN 7
                            WHEN 'fortnightly' THEN 14 ELSE 28 END,
                        update_frequency
                    FROM plan;

                -- The current state, written in one transaction with the facts that make it; the facts are kept
                -- apart and never changed. first_finish_last is the last day that first_finish may mean.
                CREATE TABLE action_run (
                    authority INTEGER NOT NULL,
                    action INTEGER NOT NULL,
                    plan INTEGER NOT NULL,
                    accountable_post INTEGER,
                    accountable_person INTEGER,
                    first_start TEXT,
                    first_finish TEXT,
                    first_finish_last TEXT,
                    first_locked_at TEXT,
                    dated_late INTEGER NOT NULL DEFAULT 0 CHECK (dated_late IN (0, 1)),
                    slips INTEGER NOT NULL DEFAULT 0,
                    updated_on TEXT,
                    update_due TEXT,
                    claim TEXT CHECK (claim IN ('blue', 'green', 'amber', 'red', 'grey')),
                    has_begun INTEGER NOT NULL DEFAULT 0 CHECK (has_begun IN (0, 1)),
                    forecast TEXT,
                    closing TEXT NOT NULL DEFAULT 'open'
                        CHECK (closing IN ('open', 'proposed', 'verified', 'closed')),
                    closed_on TEXT,
                    carried_from INTEGER,
                    PRIMARY KEY (authority, action),
                    FOREIGN KEY (authority, action) REFERENCES plan_action (authority, id),
                    FOREIGN KEY (authority, accountable_post) REFERENCES post (authority, id),
                    FOREIGN KEY (authority, accountable_person) REFERENCES person (authority, id),
                    FOREIGN KEY (authority, carried_from) REFERENCES plan_action (authority, id),
                    CHECK (accountable_post IS NULL OR accountable_person IS NULL),
                    CHECK ((closing = 'closed') = (closed_on IS NOT NULL))
                );
                CREATE INDEX action_run_plan ON action_run (authority, plan);
                CREATE INDEX action_run_post ON action_run (authority, accountable_post);
                CREATE INDEX action_run_person ON action_run (authority, accountable_person);
                INSERT INTO action_run (authority, action, plan) SELECT authority, id, plan FROM plan_action;
                """)
    ]
}
